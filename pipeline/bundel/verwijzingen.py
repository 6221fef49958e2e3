"""The links and remarks on the pages of a paper, on their way to other pages in another file.

Links inside a paper keep working: a named place becomes the page itself, since two papers may use one name.
Links to web pages stay. What starts a program, runs a script or plays something is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    RectangleObject,
)

from pipeline.bundel.objecten import resolve
from pipeline.bundel.velden import draw_velden, read_lettertypen

_UITGESLOTEN = frozenset(["/Popup", "/PrinterMark", "/TrapNet"])
_ALLEEN_BEELD = frozenset(["/Movie", "/Screen", "/Sound", "/RichMedia", "/3D", "/FileAttachment"])
_OPMAAK_BEELD = frozenset(["/Type", "/Rect", "/AP", "/AS", "/F"])
_NIET_MEE = ("/P", "/Parent", "/Popup", "/IRT", "/A", "/AA", "/Dest", "/StructParent", "/Kids")
_OPMAAK = ("/Rect", "/Border", "/BS", "/C", "/H", "/F", "/QuadPoints", "/Contents")
_WEB = ("http:", "https:", "mailto:", "tel:")

# The pages of a paper by the number of their object there -> their place in the bundle.
Bladzijden = Mapping[int, IndirectObject]


def copy_annotaties(
    writer: PdfWriter, reader: PdfReader, paren: Iterable[tuple[PageObject, PageObject]], bladzijden: Bladzijden
) -> None:
    """Give the pages of a bundle what stood on those of the paper: pairs of (page of the paper, page of the bundle)."""
    names = reader.named_destinations
    fonts = read_lettertypen(reader.root_object)
    for old, new in paren:
        found = [a for a in _annotaties(old) if a.get("/Subtype") not in _UITGESLOTEN]
        draw_velden(writer, new, [a for a in found if a.get("/Subtype") == "/Widget"], fonts)
        copies = (_copy(writer, a, new, names, bladzijden) for a in found if a.get("/Subtype") != "/Widget")
        kept = [writer._add_object(copy) for copy in copies if copy is not None]
        if kept:
            new[NameObject("/Annots")] = ArrayObject(kept)


def _annotaties(page: PageObject) -> Iterator[DictionaryObject]:
    listed = resolve(page.get("/Annots"))
    for entry in listed if isinstance(listed, list) else ():
        annotation = resolve(entry)
        if isinstance(annotation, DictionaryObject):
            yield annotation


def _copy(
    writer: PdfWriter,
    annotation: DictionaryObject,
    page: PageObject,
    names: Mapping[str, Any],
    bladzijden: Bladzijden,
) -> DictionaryObject | None:
    if annotation.get("/Subtype") == "/Link":
        target = _target(annotation, names, bladzijden)
        if target is None:
            return None
        copy = DictionaryObject(
            {NameObject(k): _plain(annotation[k], writer) for k in _OPMAAK if annotation.get(k) is not None}
        )
        copy.update({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Link")})
        copy.update(target)
    else:
        if resolve(annotation.get("/AP")) is None:
            return None
        copy = annotation.clone(writer, force_duplicate=True, ignore_fields=_NIET_MEE)
        if annotation.get("/Subtype") in _ALLEEN_BEELD:  # its picture stays, what it plays or holds does not
            copy = DictionaryObject({k: v for k, v in copy.items() if k in _OPMAAK_BEELD})
            copy[NameObject("/Subtype")] = NameObject("/Stamp")
    copy[NameObject("/P")] = page.indirect_reference or NullObject()
    return copy


def _plain(value: Any, writer: PdfWriter) -> Any:
    return resolve(value).clone(writer)


def _target(link: DictionaryObject, names: Mapping[str, Any], bladzijden: Bladzijden) -> dict[NameObject, Any] | None:
    """Return where a link leads: to a page, or to an address outside; None for anything else."""
    action = resolve(link.get("/A"))
    if not isinstance(action, DictionaryObject):
        return _to_page(link.get("/Dest"), names, bladzijden)
    if action.get("/S") == "/GoTo":
        return _to_page(action.get("/D"), names, bladzijden)
    address = resolve(action.get("/URI"))
    if action.get("/S") == "/URI" and str(address).casefold().startswith(_WEB):
        content = {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): address}
        return {NameObject("/A"): DictionaryObject(content)}
    return None


def _to_page(place: Any, names: Mapping[str, Any], bladzijden: Bladzijden) -> dict[NameObject, Any] | None:
    place = resolve(place)
    if isinstance(place, DictionaryObject):
        place = resolve(place.get("/D"))
    if isinstance(place, str | bytes):
        named = names.get(place if isinstance(place, str) else place.decode("latin-1"))
        place = named.dest_array if named is not None else None
    if not isinstance(place, ArrayObject) or not place:
        return None
    page = place.raw_get(0) if hasattr(place, "raw_get") else list.__getitem__(place, 0)
    new = bladzijden.get(page.idnum) if isinstance(page, IndirectObject) else None
    if new is None:
        return None
    return {NameObject("/Dest"): ArrayObject([new, *(resolve(part) for part in place[1:])])}


def add_link(writer: PdfWriter, page: PageObject, vak: RectangleObject, doel: IndirectObject, boven: float) -> None:
    """Put a link on a page: a rectangle that leads to a height on another page."""
    link = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): vak,
            NameObject("/Border"): ArrayObject([NumberObject(0)] * 3),
            NameObject("/F"): NumberObject(4),  # print it as it is: nothing to see
            NameObject("/Dest"): ArrayObject(
                [doel, NameObject("/XYZ"), NullObject(), NumberObject(round(boven)), NullObject()]
            ),
        }
    )
    existing = resolve(page.get("/Annots"))
    annotations = existing if isinstance(existing, ArrayObject) else ArrayObject()
    annotations.append(writer._add_object(link))
    page[NameObject("/Annots")] = annotations
