"""Pages as a viewer shows them: what a form or a remark looks like is drawn where the file leaves that to the viewer.

pdfium, the viewer in Chrome, draws it; so a field shows what it holds also where no program ever drew it.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from statistics import median
from typing import Any

import pypdfium2 as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject
from pypdfium2 import raw

from pipeline.bundel.objecten import listed, resolve
from pipeline.bundel.veldtekst import draw_look, needs_font, read_value

_GEEN_BEELD = ("/Link", "/Popup")  # these have no look of their own
_MAX_GEMETEN, _MAX_LETTERS = 40, 300  # pages of a paper, and letters of a page
_PUNTJE = 0.02  # drawing a page is what makes pdfium draw its fields; nobody looks at the result


@dataclass(frozen=True, slots=True)
class Vertoning:
    """A paper with a look for everything on its pages.

    ``eigen`` are the fields we drew ourselves: the page (from 0), the place on it, and what has to be readable;
    ``zonder_letters`` those (page, text) of which no font here has all the letters.
    """

    pdf: bytes
    eigen: tuple[tuple[int, tuple[float, ...], str], ...] = ()
    zonder_letters: tuple[tuple[int, str], ...] = ()


def complete_vertoning(pdf: bytes) -> Vertoning:
    """Return the paper with a look for each field and remark that had none; the same bytes where all had one."""
    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        reader.decrypt("")
    if not _needs_vertoning(reader):
        return Vertoning(pdf)
    document = open_pdf(pdf)
    try:
        for page in document:
            page.render(scale=_PUNTJE)
        buffer = io.BytesIO()
        document.save(buffer)
    finally:
        document.close()
    return _with_fonts(buffer.getvalue(), _undrawn(reader))


def _undrawn(reader: PdfReader) -> frozenset[tuple[int, int]]:
    """Return the fields (page, place in its list) that the viewer has to draw."""
    form = resolve(reader.root_object.get("/AcroForm"))
    is_asked = isinstance(form, DictionaryObject) and bool(resolve(form.get("/NeedAppearances")))
    return frozenset(
        (page_number, number)
        for page_number, page in enumerate(reader.pages)
        for number, annotation in enumerate(listed(page.get("/Annots")))
        if isinstance(annotation, DictionaryObject)
        and annotation.get("/Subtype") == "/Widget"
        and (is_asked or _has_no_look(annotation))
    )


def _with_fonts(pdf: bytes, undrawn: frozenset[tuple[int, int]]) -> Vertoning:
    """Draw the fields among these anew whose letters not every viewer has."""
    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        reader.decrypt("")
    widgets = {(p, n): a for p, page in enumerate(reader.pages) for n, a in enumerate(listed(page.get("/Annots")))}
    if not any(needs_font(widgets[place]) for place in undrawn if place in widgets):
        return Vertoning(pdf)
    writer = PdfWriter(clone_from=reader)
    own, missing = [], []
    for page_number, page in enumerate(writer.pages):
        for number, field in enumerate(listed(page.get("/Annots"))):
            if (page_number, number) not in undrawn or not needs_font(field):
                continue
            if draw_look(writer, field):
                place = tuple(float(n) for n in listed(field.get("/Rect")))
                own.append((page_number, place, read_value(field)))
            else:
                missing.append((page_number, read_value(field)))
    buffer = io.BytesIO()
    writer.write(buffer)
    return Vertoning(buffer.getvalue(), tuple(own), tuple(missing))


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
