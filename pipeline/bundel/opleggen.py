"""Laying what reportlab drew over the pages of a bundle."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, IndirectObject, NameObject

from pipeline.bundel.bladwijzers import Bundeldeel
from pipeline.bundel.stempels import Matrix, Opdruk, Opgedrukt, Vel, draw_opdrukken, measure_vel

_OPDRUK = "/RegietafelOpdruk"


def print_on(
    writer: PdfWriter, pages: Sequence[PageObject], vellen: Sequence[Vel], parts: Sequence[Bundeldeel], merk: str = ""
) -> tuple[Opgedrukt, ...]:
    """Put the stamps and page numbers on the pages, and on each this mark; say where they are."""
    total = len(pages)
    texts = [replace(opdruk, merk=merk) for part in parts for opdruk in _opdrukken(part, total)]
    return lay_over(writer, pages, vellen, texts)


def mark_pdf(pdf: bytes, merk: str) -> bytes:
    """Return a PDF with these words on top of every page. It must have passed ``check_stuk``."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(pdf))
    if reader.is_encrypted:
        reader.decrypt("")
    writer = PdfWriter(clone_from=reader)
    pages = list(writer.pages)
    vellen = [measure_vel(page) for page in pages]
    lay_over(writer, pages, vellen, [Opdruk("", "", merk)] * len(pages))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def lay_over(
    writer: PdfWriter, pages: Sequence[PageObject], vellen: Sequence[Vel], texts: Sequence[Opdruk]
) -> tuple[Opgedrukt, ...]:
    """Draw on each page what goes on it."""
    drawn, placed = draw_opdrukken(list(zip(vellen, texts, strict=True)))
    overlays = PdfReader(io.BytesIO(drawn))
    before = writer._add_object(_stream(b"q\n"))
    for page, vel, overlay in zip(pages, vellen, overlays.pages, strict=True):
        _lay_over(writer, page, vel, overlay, before)
    return placed


def _opdrukken(part: Bundeldeel, total: int) -> Iterator[Opdruk]:
    for number in range(part.aantal):
        name = part.stuk.naam if part.stuk else ""
        count = f"{part.begin + number + 1} van {total}"
        yield Opdruk(name if number == 0 else "", f"{name}  ·  {count}" if name else count)


def _lay_over(writer: PdfWriter, page: PageObject, vel: Vel, overlay: PageObject, before: IndirectObject) -> None:
    """Put a drawing on top of a page, as a form of its own: the content of the page is not touched."""
    drawing = overlay.get_contents()
    form = DecodedStreamObject()
    form.set_data(drawing.get_data() if drawing is not None else b"")
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): overlay.mediabox.clone(writer),
            NameObject("/Resources"): overlay["/Resources"].clone(writer),
        }
    )
    reference = writer._add_object(form.flate_encode())
    draw_forms(writer, page, [(_OPDRUK, reference, vel.matrix)], before)


def draw_forms(
    writer: PdfWriter,
    page: PageObject,
    tekeningen: Sequence[tuple[str, IndirectObject, Matrix]],
    before: IndirectObject | None = None,
) -> None:
    """Put drawings (name, form, where) behind the content of a page, which is left as it is."""
    resources = _own_copy(page.get("/Resources"))
    forms = _own_copy(resources.get("/XObject"))
    lines = []
    for wanted, reference, matrix in tekeningen:
        name = wanted
        while name in forms:  # a paper that was made by us has this name already
            name += "X"
        forms[NameObject(name)] = reference
        lines.append(f"q {' '.join(f'{n:.6g}' for n in matrix)} cm {name} Do Q\n")
    resources[NameObject("/XObject")] = forms
    page[NameObject("/Resources")] = resources
    after = writer._add_object(_stream(f"\nQ\n{''.join(lines)}".encode()))
    page[NameObject("/Contents")] = ArrayObject(
        [before or writer._add_object(_stream(b"q\n")), *_contents(page), after]
    )


def _own_copy(value: object) -> DictionaryObject:
    """Copy a dictionary that other pages may share, one level deep."""
    found = value.get_object() if isinstance(value, IndirectObject) else value
    return DictionaryObject(found) if isinstance(found, DictionaryObject) else DictionaryObject()


def _contents(page: PageObject) -> list[IndirectObject]:
    raw = page.raw_get("/Contents") if "/Contents" in page else None
    found = raw.get_object() if isinstance(raw, IndirectObject) else raw
    if isinstance(found, ArrayObject):
        return [part for part in list.__iter__(found) if isinstance(part, IndirectObject)]
    return [raw] if isinstance(raw, IndirectObject) and found is not None else []


def _stream(data: bytes) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return stream
