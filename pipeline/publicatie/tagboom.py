"""The structure tree of a tagged PDF (ISO 32000-1, 14.7): what a screen reader reads instead of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_MAX_ELEMENTEN = 500_000
# The structure types every reader knows (ISO 32000-1, 14.8.4).
STANDAARD = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
    "WT WP Figure Formula Form Artifact".split()
)


@dataclass(frozen=True, slots=True)
class PdfTag:
    """One element: its type as readers know it, the type as it is written, and the object itself."""

    soort: str
    geschreven: str
    element: DictionaryObject


def walk_tags(wortel: Any) -> Iterator[PdfTag]:
    """Give every element in reading order; a tree that bites its tail, or has no end, is cut off."""
    root = _resolve(wortel)
    if not isinstance(root, DictionaryObject):
        return
    roles = _resolve(root.get("/RoleMap")) or {}
    waiting: list[Any] = [root.get("/K")]
    seen: set[int] = set()
    count = 0
    while waiting and count < _MAX_ELEMENTEN:
        count += 1
        node = waiting.pop()
        if isinstance(node, IndirectObject):
            if node.idnum in seen:
                continue
            seen.add(node.idnum)
        element = _resolve(node)
        if isinstance(element, ArrayObject):
            waiting.extend(reversed(element))
        elif isinstance(element, DictionaryObject):
            if "/S" in element and element.get("/Type") not in ("/MCR", "/OBJR"):
                written = str(element["/S"]).removeprefix("/")
                yield PdfTag(_role(written, roles), written, element)
            waiting.append(element.get("/K"))


def children(tag: PdfTag, *soorten: str) -> list[PdfTag]:
    """Return the elements under this one of these types as written, not those of a table within it."""
    found = []
    waiting = _as_list(tag.element.get("/K"))
    for _ in range(_MAX_ELEMENTEN):
        if not waiting:
            break
        element = _resolve(waiting.pop(0))
        if not isinstance(element, DictionaryObject) or "/S" not in element:
            continue
        kind = str(element["/S"]).removeprefix("/")
        if kind in soorten:
            found.append(PdfTag(kind, kind, element))
        elif kind != "Table":
            waiting = _as_list(element.get("/K")) + waiting
    return found


def attribute(tag: PdfTag, naam: str) -> Any:
    """Return an attribute (14.7.5) of an element, whichever owner gave it; None where there is none."""
    for owner in _as_list(tag.element.get("/A")):
        value = _resolve(owner)
        if isinstance(value, DictionaryObject) and naam in value:
            return value[naam]
    return None


def _as_list(value: Any) -> list[Any]:
    found = _resolve(value)
    return list(found) if isinstance(found, ArrayObject) else [] if found is None else [found]


def _resolve(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _role(written: str, roles: Any) -> str:
    """Follow the role map to a type readers know; a map that goes round ends where it started."""
    kind = written
    for _ in range(20):
        if kind in STANDAARD or f"/{kind}" not in roles:
            break
        kind = str(roles[f"/{kind}"]).removeprefix("/")
    return kind
