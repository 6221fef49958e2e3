"""Pages as a viewer shows them: what a form or a remark looks like is drawn where the file leaves that to the viewer.

pdfium, the viewer in Chrome, draws it; so a field shows what it holds also where no program ever drew it.
"""

from __future__ import annotations

import io
from statistics import median
from typing import Any

import pypdfium2 as pdfium
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from pypdfium2 import raw

from pipeline.bundel.objecten import listed, resolve

_GEEN_BEELD = ("/Link", "/Popup")  # these have no look of their own
_MAX_GEMETEN, _MAX_LETTERS = 40, 300  # pages of a paper, and letters of a page
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


def measure_letter(pdf: bytes) -> float:
    """Return the height, in points, of the letters on the page where they are smallest; 0 where there are none."""
    document = open_pdf(pdf)
    try:
        sizes = [_measure_page(page) for page, _ in zip(document, range(_MAX_GEMETEN), strict=False)]
    finally:
        document.close()
    return min((size for size in sizes if size), default=0.0)


def _measure_page(page: pdfium.PdfPage) -> float:
    """Return the height that half the letters of a page have or are under: a note at the foot does not count."""
    text = page.get_textpage()
    sizes = []
    matrix = raw.FS_MATRIX()
    for number in range(0, text.count_chars(), max(1, text.count_chars() // _MAX_LETTERS)):
        raw.FPDFText_GetMatrix(text.raw, number, matrix)
        size = raw.FPDFText_GetFontSize(text.raw, number) * max(abs(matrix.d), abs(matrix.b))
        sizes += [size] if size > 0 else []
    text.close()
    return median(sizes) if sizes else 0.0


def _needs_vertoning(reader: PdfReader) -> bool:
    form = resolve(reader.root_object.get("/AcroForm"))
    if isinstance(form, DictionaryObject) and bool(resolve(form.get("/NeedAppearances"))):
        return True
    return any(_has_no_look(resolve(a)) for page in reader.pages for a in listed(page.get("/Annots")))


def _has_no_look(annotation: Any) -> bool:
    if not isinstance(annotation, DictionaryObject) or annotation.get("/Subtype") in _GEEN_BEELD:
        return False
    return resolve(annotation.get("/AP")) is None
