"""Minutes laid out as a table: numbers on the left, text in the middle, who acts in the margin on the right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.lezen.regels import KOPNUMMER, OPSOMMING
from pipeline.lezen.woorden import is_deelnemerkop, is_koplabel
from pipeline.markering.houders import is_alleen_houders
from pipeline.model.document import Bronblok, Cel, Document, Tabelblok, Tekstblok, TekstblokSoort

_MARGE = re.compile(r"actie(?:s|punt|houder)?|actie\s+(?:door|voor)|wie|door(?:\s+wie)?", re.IGNORECASE)
_NUMMER = re.compile(r"\d{1,2}[a-z]?(?:\.\d{1,2})*\s*[.)]?")
_LANG = 60
_MAX_KOP = 90


def unfold(document: Document) -> Document:
    """Turn tables that frame running text into that text; what stood in the margin goes with its paragraph."""
    blocks = tuple(b for blok in document.blokken for b in _unfolded(blok))
    return replace(document, blokken=blocks)


def _unfolded(blok: Bronblok) -> Iterator[Bronblok]:
    shape = _shape(blok) if isinstance(blok, Tabelblok) else None
    if shape is None or not isinstance(blok, Tabelblok):
        yield blok
        return
    number, text, margin, first = shape
    for index in range(first, len(blok.rijen)):
        yield from _row(blok, index, number, text, margin)


def _shape(tabel: Tabelblok) -> tuple[int | None, int, int | None, int] | None:
    """Return the columns of number, text and margin, and the first row of text; None for any other table."""
    rows = [[cel.tekst.strip() for cel in row] for row in tabel.rijen]
    width = len(rows[0]) if rows else 0
    if not 2 <= width <= 3 or len(rows) < 2:
        return None
    has_header = bool(_MARGE.fullmatch(rows[0][-1].strip(" :")))
    body = rows[1:] if has_header else rows
    margin = width - 1 if _is_margin([row[-1] for row in body], has_header) else None
    number = 0 if _are_numbers([row[0] for row in body]) else None
    left = [c for c in range(width) if c not in (margin, number)]
    if len(left) != 1 or (margin is None and number is None):
        return None
    texts = [row[left[0]] for row in body if row[left[0]]]
    labels = sum(is_koplabel(row[0].strip(" :")) or is_deelnemerkop(row[0].split("\n")[0]) for row in body)
    if not texts or labels or sum(map(len, texts)) / len(texts) < _LANG or max(map(len, texts)) < 2 * _LANG:
        return None
    return number, left[0], margin, 1 if has_header else 0


def _is_margin(values: Sequence[str], has_header: bool) -> bool:
    """Tell whether a column is the margin: mostly empty, and else the names of those who act."""
    filled = [v for v in values if v]
    names = sum(all(is_alleen_houders(part) for part in v.split("\n") if part.strip()) for v in filled)
    enough = len(filled) < len(values) or has_header
    return bool(filled) and enough and names >= 0.8 * len(filled)


def _are_numbers(values: Sequence[str]) -> bool:
    filled = [v for v in values if v]
    return len(filled) >= 2 and all(_NUMMER.fullmatch(v) for v in filled)


def _row(tabel: Tabelblok, index: int, number: int | None, text: int, margin: int | None) -> Iterator[Tekstblok]:
    row: tuple[Cel, ...] = tabel.rijen[index]
    lines = [line.strip() for line in row[text].tekst.split("\n") if line.strip()]
    label = row[number].tekst.strip() if number is not None else ""
    plekken = (tabel.plekken[index],) if index < len(tabel.plekken) else ()
    who = " ".join(row[margin].tekst.split()) if margin is not None and not row[margin].vervolg else ""
    for position, line in enumerate(lines):
        own = KOPNUMMER.match(line) if position == 0 else None
        if position == 0 and (label or own) and len(line) <= _MAX_KOP and line[-1] not in ".;,":
            cut = own.end() if own and not label else 0
            yield Tekstblok(line[cut:], "kop", 2, label or (own["nummer"] if own else ""), plekken=plekken)
            continue
        bullet = OPSOMMING.match(line)
        soort: TekstblokSoort = "lijstitem" if bullet else "alinea"
        last = position == len(lines) - 1
        clean = line[bullet.end() :] if bullet else line
        yield Tekstblok(clean, soort, plekken=plekken, marge=who if last else "")
