"""The fields of a form in a paper: in a bundle they are no fields any more, but what they showed stays on the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from pipeline.bundel.objecten import resolve
from pipeline.bundel.opleggen import draw_forms
from pipeline.bundel.stempels import Matrix

_VERBORGEN = 2 | 32  # flags of ISO 32000-2, 12.5.3: hidden, and not to be seen on screen
_HIER = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def draw_velden(writer: PdfWriter, page: PageObject, velden: Iterable[DictionaryObject]) -> None:
    """Draw what the fields of a page show on it, for good."""
    drawn = []
    for number, veld in enumerate(velden):
        look = None if int(veld.get("/F", 0) or 0) & _VERBORGEN else _find_look(veld)
        matrix = _place(veld, look) if look is not None else None
        if look is not None and matrix is not None:
            copy = look.clone(writer)
            reference = copy.indirect_reference or writer._add_object(copy)
            drawn.append((f"/RegietafelVeld{number}", reference, matrix))
    if drawn:
        draw_forms(writer, page, drawn)


def _find_look(veld: DictionaryObject) -> StreamObject | None:
    """Return the drawing of a field in the state it is in (12.5.5)."""
    looks = resolve(veld.get("/AP"))
    normal = resolve(looks.get("/N")) if isinstance(looks, DictionaryObject) else None
    if isinstance(normal, DictionaryObject) and not isinstance(normal, StreamObject):
        state = veld.get("/AS") or veld.get("/V") or "/Off"
        normal = resolve(normal.get(state)) if isinstance(state, str) else None
    return normal if isinstance(normal, StreamObject) else None


def _place(veld: DictionaryObject, look: StreamObject) -> Matrix | None:
    """Return how a drawing is fitted in the place of its field (12.5.5, algorithm 8)."""
    rect, box = _numbers(veld.get("/Rect"), 4), _numbers(look.get("/BBox"), 4)
    if rect is None or box is None:
        return None
    a, b, c, d, e, f = _numbers(look.get("/Matrix"), 6) or _HIER
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in box[::2] for y in box[1::2]]
    xs, ys = zip(*corners, strict=True)
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if width <= 0 or height <= 0:
        return None
    left, low = min(rect[::2]), min(rect[1::2])
    across, along = (max(rect[::2]) - left) / width, (max(rect[1::2]) - low) / height
    return (across, 0.0, 0.0, along, left - min(xs) * across, low - min(ys) * along)


def _numbers(value: Any, aantal: int) -> tuple[float, ...] | None:
    found = resolve(value)
    if not isinstance(found, ArrayObject) or len(found) != aantal:
        return None
    return tuple(float(n) for n in found)
