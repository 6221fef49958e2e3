"""The fields of a form in a paper: in a bundle they are no fields any more, but what they showed stays on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from pipeline.bundel.objecten import resolve
from pipeline.bundel.opleggen import draw_forms
from pipeline.bundel.stempels import Matrix

_VERBORGEN = 2 | 32  # flags of ISO 32000-2, 12.5.3: hidden, and not to be seen on screen
_LETTERTYPE = re.compile(rb"(/[^\s/<>\[\]()]+)\s+[\d.]+\s+Tf")
_HIER = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def draw_velden(
    writer: PdfWriter, page: PageObject, velden: Iterable[DictionaryObject], lettertypen: Mapping[str, Any]
) -> None:
    """Draw what the fields of a page show on it, for good; ``lettertypen`` are those of the form they are from."""
    drawn = []
    for number, veld in enumerate(velden):
        look = None if int(veld.get("/F", 0) or 0) & _VERBORGEN else _find_look(veld)
        matrix = _place(veld, look) if look is not None else None
        if look is not None and matrix is not None:
            copy = look.clone(writer)
            _add_lettertypen(writer, copy, lettertypen)
            reference = copy.indirect_reference or writer._add_object(copy)
            drawn.append((f"/RegietafelVeld{number}", reference, matrix))
    if drawn:
        draw_forms(writer, page, drawn)


def read_lettertypen(root: DictionaryObject) -> Mapping[str, Any]:
    """Return the fonts of a form by name: a field may leave out its own (12.7.4.3)."""
    form = resolve(root.get("/AcroForm"))
    defaults = resolve(form.get("/DR")) if isinstance(form, DictionaryObject) else None
    fonts = resolve(defaults.get("/Font")) if isinstance(defaults, DictionaryObject) else None
    return {name: resolve(fonts[name]) for name in fonts} if isinstance(fonts, DictionaryObject) else {}


def _add_lettertypen(writer: PdfWriter, look: DictionaryObject, lettertypen: Mapping[str, Any]) -> None:
    """Give a drawing the fonts that it names and does not have: in a bundle there is no form to take them from."""
    resources = resolve(look.get("/Resources"))
    own = resolve(resources.get("/Font")) if isinstance(resources, DictionaryObject) else None
    have = set(own) if isinstance(own, DictionaryObject) else set()
    missing = [n for n in dict.fromkeys(_find_namen(look)) if n not in have and n in lettertypen]
    if not missing:
        return
    fonts = DictionaryObject(own) if isinstance(own, DictionaryObject) else DictionaryObject()
    fonts.update({NameObject(n): lettertypen[n].clone(writer) for n in missing})
    kept = DictionaryObject(resources) if isinstance(resources, DictionaryObject) else DictionaryObject()
    kept[NameObject("/Font")] = fonts
    look[NameObject("/Resources")] = kept


def _find_namen(look: DictionaryObject) -> list[str]:
    return (
        [name.decode("latin-1") for name in _LETTERTYPE.findall(look.get_data())]
        if isinstance(look, StreamObject)
        else []
    )


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
