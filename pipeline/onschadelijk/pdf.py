"""PDF files without what runs, fetches or sends something (ISO 32000-2, 12.6): scripts, programs, forms that submit.

Links to web pages, jumps within the file and layers to switch stay.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from pipeline.onschadelijk.vondst import Vondst

_WEB = ("http:", "https:", "mailto:", "tel:")
_BLIJFT = ("/GoTo", "/Named", "/Thread", "/Hide", "/ResetForm", "/SetOCGState")
_WAT = {
    "/JavaScript": "een script",
    "/Launch": "een opdracht die een programma start",
    "/SubmitForm": "een formulier dat gegevens verstuurt",
    "/ImportData": "een formulier dat gegevens ophaalt",
    "/GoToR": "een sprong naar een ander bestand",
    "/GoToE": "een sprong naar een ander bestand",
    "/Rendition": "een film of geluid",
    "/Movie": "een film of geluid",
    "/Sound": "een film of geluid",
    "/RichMediaExecute": "een film of geluid",
    "/URI": "een koppeling die vanzelf opengaat",
}
_SPEELT_AF = {
    "/Movie": ("/Movie",),
    "/Sound": ("/Sound",),
    "/Screen": ("/MK",),
    "/RichMedia": ("/RichMediaContent", "/RichMediaSettings"),
    "/3D": ("/3DD", "/3DA", "/3DV", "/3DU", "/3DI"),
}
_MAX_KNOPEN = 50_000  # bookmarks and fields that are looked at


def disarm_pdf(data: bytes) -> tuple[bytes, list[Vondst]]:
    """Return the file made harmless, and what was taken out; a file in which nothing is found stays as it is.

    A file that is broken, or has a password, stays as it is too: it is reported where it is opened.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return data, []
        found = list(_disarm(reader))
        return (_write(reader), found) if found else (data, [])
    except Exception:  # pypdf raises whatever the damage leads to
        return data, []


def _write(reader: PdfReader) -> bytes:
    """Write what can still be reached from the catalogue: what was taken out is not in the file any more."""
    writer = PdfWriter(clone_from=reader)
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _disarm(reader: PdfReader) -> Iterator[Vondst]:
    root = reader.root_object
    yield from _drop_action(root, "/OpenAction", "bij het openen", is_automatic=True)
    yield from _drop_triggers(root, "bij het openen")
    names = _resolve(root.get("/Names"))
    for key, what in (("/JavaScript", "een script"), ("/Renditions", "een film of geluid")):
        if isinstance(names, DictionaryObject) and names.pop(NameObject(key), None) is not None:
            yield Vondst(what, "bij het openen", is_script=True)
    for number, page in enumerate(reader.pages, 1):
        # What pypdf gives is a copy; the page itself is what will be written.
        own = _resolve(page.indirect_reference)
        yield from _disarm_page(own if isinstance(own, DictionaryObject) else page, f"bladzijde {number}")
    form = _resolve(root.get("/AcroForm"))
    for field in _tree(form, "/Fields", "/Kids"):
        yield from _drop_action(field, "/A", "een veld")
        yield from _drop_triggers(field, "een veld")
    for mark in _outline(_resolve(root.get("/Outlines"))):
        yield from _drop_action(mark, "/A", "een bladwijzer")


def _disarm_page(page: DictionaryObject, plaats: str) -> Iterator[Vondst]:
    yield from _drop_triggers(page, plaats)
    for entry in _listed(page.get("/Annots")):
        annotation = _resolve(entry)
        if not isinstance(annotation, DictionaryObject):
            continue
        yield from _drop_action(annotation, "/A", plaats)
        yield from _drop_action(annotation, "/PA", plaats, is_automatic=True)
        yield from _drop_triggers(annotation, plaats)
        plays = _SPEELT_AF.get(str(annotation.get("/Subtype")))
        if plays:
            annotation[NameObject("/Subtype")] = NameObject("/Stamp")
            for key in plays:
                annotation.pop(NameObject(key), None)
            yield Vondst("een film, geluid of bewegend beeld", plaats, is_script=True)


def _drop_triggers(owner: DictionaryObject, plaats: str) -> Iterator[Vondst]:
    """Take out what happens by itself, without a click: on opening, printing, leaving a field."""
    triggers = _resolve(owner.get("/AA"))
    if triggers is None:
        return
    actions = list(triggers.values()) if isinstance(triggers, DictionaryObject) else []
    del owner[NameObject("/AA")]
    kinds = {str(_resolve(a).get("/S")) for a in actions if isinstance(_resolve(a), DictionaryObject)}
    for kind in sorted(kinds):
        yield Vondst(_WAT.get(kind, "iets wat vanzelf gebeurt"), plaats, is_script=True)


def _drop_action(owner: DictionaryObject, key: str, plaats: str, is_automatic: bool = False) -> Iterator[Vondst]:
    action = _resolve(owner.get(key))
    if not isinstance(action, DictionaryObject):
        return
    refused = next((kind for kind in _kinds(action) if not _may_stay(kind, is_automatic)), None)
    if refused:
        del owner[NameObject(key)]
        yield Vondst(_WAT.get(refused[0], "een opdracht"), plaats, refused[1], is_script=True)


def _kinds(action: DictionaryObject, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Give what an action does and where it leads, and those that follow it."""
    yield str(action.get("/S")), str(_resolve(action.get("/URI")) or "")
    following = _resolve(action.get("/Next"))
    for entry in _listed(following) or ([following] if isinstance(following, DictionaryObject) else []):
        if depth < 20 and isinstance(_resolve(entry), DictionaryObject):
            yield from _kinds(_resolve(entry), depth + 1)


def _may_stay(kind: tuple[str, str], is_automatic: bool) -> bool:
    name, address = kind
    if name == "/URI":
        return not is_automatic and address.strip().casefold().startswith(_WEB)
    return name in _BLIJFT


def _tree(top: Any, first: str, key: str) -> Iterator[DictionaryObject]:
    """Give the entries of a tree, each once."""
    todo = _listed(top.get(first)) if isinstance(top, DictionaryObject) else []
    seen: set[int] = set()
    while todo and len(seen) < _MAX_KNOPEN:
        node = _resolve(todo.pop())
        if isinstance(node, DictionaryObject) and id(node) not in seen:
            seen.add(id(node))
            yield node
            todo += _listed(node.get(key))


def _outline(top: Any) -> Iterator[DictionaryObject]:
    todo = [top]
    seen: set[int] = set()
    while todo and len(seen) < _MAX_KNOPEN:
        node = _resolve(todo.pop())
        if isinstance(node, DictionaryObject) and id(node) not in seen:
            seen.add(id(node))
            yield node
            todo += [node.get("/First"), node.get("/Next")]


def _listed(value: Any) -> list[Any]:
    found = _resolve(value)
    return list(found) if isinstance(found, ArrayObject) else []


def _resolve(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value
