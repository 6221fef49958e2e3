"""Rows of a list of actions that only a colour says something of: named, since what it means is the writer's."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.lezen.tabelkoppen import header_kinds
from pipeline.lezen.woorden import fold
from pipeline.markering import parse_status
from pipeline.model import Melding, melding
from pipeline.model.document import Cel, Document, Tabelblok

# The tints of Word's own palettes begin at a saturation of 0.09 (E2EFDA); what is greyer is the page's own.
_GRIJS = 0.07
# Degrees on the colour wheel up to which a colour has this name.
_TINTEN = ((20, "rood"), (50, "oranje"), (70, "geel"), (165, "groen"), (260, "blauw"), (330, "paars"), (361, "rood"))
_GETOOND, _LANGSTE = 6, 60
# Stripes only make a table easier to read: from this many rows, pale, a row with and a row without in turn.
_GESTREEPT, _BLEEK = 4, 0.25


def tell_kleuren(document: Document) -> Iterator[Melding]:
    """Name per list of actions the rows that have a colour, differ in it from others, and no status in words."""
    for blok in document.blokken:
        if isinstance(blok, Tabelblok) and (rows := _coloured(blok)):
            shown = "; ".join(f"{text} ({colour})" for _, text, colour in rows[:_GETOOND])
            more = f" en nog {len(rows) - _GETOOND}" if len(rows) > _GETOOND else ""
            text = f"In {document.bestand} hebben acties een kleur en geen status in woorden: {shown}{more}."
            yield melding("kleur-niet-gelezen", text, document.bron(blok, rows[0][0]))


def _coloured(tabel: Tabelblok) -> list[tuple[int, str, str]]:
    """Return place, words and colour of each row of a list of actions that a colour tells apart."""
    head = next((n for n, row in enumerate(tabel.rijen[:2]) if "actie" in (header_kinds(row) or {})), None)
    if head is None:
        return []
    kinds = header_kinds(tabel.rijen[head]) or {}
    rows = [(n, row) for n, row in enumerate(tabel.rijen) if n > head]
    looks = [_look(row) for _, row in rows]
    if _is_striped([row for _, row in rows]):
        return []
    common = _common(looks)
    found = []
    for (n, row), look in zip(rows, looks, strict=True):
        colour = next((c for place, c in enumerate(look) if c and c != common.get(place)), "")
        status = row[kinds["status"]].tekst if "status" in kinds else ""
        if colour and parse_status(fold(status)) is None:
            found.append((n, fold(row[kinds["actie"]].tekst)[:_LANGSTE] or f"rij {n + 1}", colour))
    return found


def _look(row: Sequence[Cel]) -> tuple[str, ...]:
    return tuple(_name(cel.kleur) for cel in row)


def _common(looks: Sequence[tuple[str, ...]]) -> dict[int, str]:
    """Return the colour that every row has in a column: of the design, not of a row."""
    columns = enumerate(zip(*looks, strict=False))
    return {place: colours[0] for place, colours in columns if len(looks) > 1 and len(set(colours)) == 1}


def _is_striped(rows: Sequence[Sequence[Cel]]) -> bool:
    """Tell whether pale rows and rows without a colour take turns."""
    filled = [any(_saturation(cel.kleur) > _GRIJS for cel in row) for row in rows]
    turns = all(has != before for before, has in pairwise(filled))
    return len(rows) >= _GESTREEPT and turns and all(_saturation(cel.kleur) < _BLEEK for row in rows for cel in row)


def _name(kleur: str) -> str:
    """Return what a colour is called (``92D050``: groen); empty for none, and for white, grey and black."""
    if _saturation(kleur) <= _GRIJS:
        return ""
    degrees = _hsv(kleur)[0] * 360
    return next(name for until, name in _TINTEN if degrees < until)


def _saturation(kleur: str) -> float:
    return _hsv(kleur)[1] if kleur else 0.0


def _hsv(kleur: str) -> tuple[float, float, float]:
    red, green, blue = (int(kleur[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return colorsys.rgb_to_hsv(red, green, blue)
