"""Pages as a viewer shows them: what a form or a remark looks like is drawn where the file leaves that to the viewer.

pdfium, the viewer in Chrome, draws it; so a field shows what it holds also where no program ever drew it.
"""

from __future__ import annotations

import io
from typing import Any

import pypdfium2 as pdfium
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from pipeline.bundel.objecten import listed, resolve

_GEEN_BEELD = ("/Link", "/Popup")  # these have no look of their own
_PUNTJE = 0.02  # drawing a page is what makes pdfium draw its fields; nobody looks at the result


def complete_vertoning(pdf: bytes) -> bytes:
    """Return the paper with a look for each field and remark that had none; the same bytes where all had one."""
    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        reader.decrypt("")
    if not _needs_vertoning(reader):
        return pdf
    document = open_pdf(pdf)
    try:
        for page in document:
            page.render(scale=_PUNTJE)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()
    finally:
        document.close()


def open_pdf(pdf: bytes) -> pdfium.PdfDocument:
    """Open a file to draw it, its form too."""
    document = pdfium.PdfDocument(pdf)
    if document.get_formtype():
        document.init_forms()
    return document


def _needs_vertoning(reader: PdfReader) -> bool:
    form = resolve(reader.root_object.get("/AcroForm"))
    if isinstance(form, DictionaryObject) and bool(resolve(form.get("/NeedAppearances"))):
        return True
    return any(_has_no_look(resolve(a)) for page in reader.pages for a in listed(page.get("/Annots")))


def _has_no_look(annotation: Any) -> bool:
    if not isinstance(annotation, DictionaryObject) or annotation.get("/Subtype") in _GEEN_BEELD:
        return False
    return resolve(annotation.get("/AP")) is None
