"""Minutes laid out as a table: numbers on the left, text in the middle, who acts in the margin on the right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.lezen import maten as m
from pipeline.lezen.regels import KOPNUMMER, OPSOMMING
from pipeline.lezen.woorden import is_actiekop, is_deelnemerkop, is_koplabel
from pipeline.markering.houders import is_alleen_houders
from pipeline.model.document import Bronblok, Cel, Document, Tabelblok, Tekstblok, TekstblokSoort

_MARGE = re.compile(r"actie(?:s|punt|houder)?|actie\s+(?:door|voor)|wie|door(?:\s+wie)?", re.IGNORECASE)
_ONDERWERP = re.compile(r"onderwerp(?:en)?|agendapunt(?:en)?|punt|thema")
_GEVOLG = re.compile(r"\ba[ck]tie|besluit|afspra[ak]|\bwie\b")
_NUMMER = re.compile(r"\d{1,2}[a-z]?(?:\.\d{1,2})*\s*[.)]?")
_LANG = 60
_MAX_KOP = 90


def is_margekop(tekst: str) -> bool:
    """Tell whether a text is the header of a margin that says who acts: ``Actie``, ``Wie``."""
    return bool(_MARGE.fullmatch(tekst.strip(" :")))


def unfold(document: Document) -> Document:
    """Turn tables that frame running text into that text; what stood in the margin goes with its paragraph."""
    blocks = tuple(b for blok in document.blokken for b in _unfolded(blok))
    return replace(document, blokken=blocks)


@dataclass(frozen=True, slots=True)
class _Vorm:
    """What the columns of such a table are, by their place, and the first row of text.

    ``taken`` is the header of a margin that says what is to be done instead of only who does it, else empty.
    """

    nummer: int | None
    tekst: int
    marge: int | None
    eerste: int
    taken: str = ""


@dataclass(frozen=True, slots=True)
class _Raster:
    """Minutes that are one table: in which column the subject stands, the text, and what follows from it."""

    nummer: int | None
    onderwerp: int
    tekst: int
    gevolgen: tuple[int, ...]


def _unfolded(blok: Bronblok) -> Iterator[Bronblok]:
    raster = _raster(blok) if isinstance(blok, Tabelblok) else None
    if raster is not None and isinstance(blok, Tabelblok):
        for index in range(1, len(blok.rijen)):
            yield from _raster_row(blok, index, raster)
        return
    vorm = _shape(blok) if isinstance(blok, Tabelblok) else None
    if vorm is None or not isinstance(blok, Tabelblok):
        yield blok
        return
    for index in range(vorm.eerste, len(blok.rijen)):
        yield from _row(blok, index, vorm)
        yield from _tasks(blok, index, vorm)


def _raster(tabel: Tabelblok) -> _Raster | None:
    """Return the columns of minutes that are one table: ``nr | onderwerp | bespreking | actie | wie``."""
    header = [cel.tekst.strip(" :\n").casefold() for cel in tabel.rijen[0]] if tabel.rijen else []
    if len(header) < 3 or len(tabel.rijen) < 3:
        return None
    subject = next((c for c, text in enumerate(header) if _ONDERWERP.fullmatch(text)), None)
    columns = [[row[c].tekst.strip() for row in tabel.rijen[1:]] for c in range(len(header))]
    longest = max(range(len(header)), key=lambda c: sum(map(len, columns[c])))
    if subject is None or longest == subject or _GEVOLG.search(header[longest]):
        return None
    if sum(map(len, columns[longest])) < _LANG * len(columns[longest]):
        return None
    follows = tuple(c for c in range(longest + 1, len(header)))
    if not follows or not any(_GEVOLG.search(header[c]) for c in follows):
        return None
    number = 0 if subject > 0 and _are_numbers(columns[0]) else None
    return _Raster(number, subject, longest, follows)


def _raster_row(tabel: Tabelblok, index: int, raster: _Raster) -> Iterator[Bronblok]:
    """Give the heading and the text of one row, and what follows from it as a table of its own."""
    row = tabel.rijen[index]
    plekken = tabel.plekken[index : index + 1]
    title = " ".join(row[raster.onderwerp].tekst.split())
    number = row[raster.nummer].tekst.strip() if raster.nummer is not None else ""
    if title and not row[raster.onderwerp].vervolg:
        yield Tekstblok(title, "kop", 2, number, plekken=plekken)
    yield from (Tekstblok(line, plekken=plekken) for line in _lines(row[raster.tekst]))
    if len(raster.gevolgen) > 1 and not row[raster.gevolgen[-1]].tekst.strip():
        # nobody is named, so it is what was decided rather than what somebody will do
        yield from (Tekstblok(line, plekken=plekken) for c in raster.gevolgen for line in _lines(row[c]))
    elif any(row[c].tekst.strip() for c in raster.gevolgen):
        header = tuple(tabel.rijen[0][c] for c in raster.gevolgen)
        yield Tabelblok((header, tuple(row[c] for c in raster.gevolgen)), plekken * 2, los=True)


def _shape(tabel: Tabelblok) -> _Vorm | None:
    """Return what the columns of the table are; None for a table that does not frame running text."""
    rows = [[cel.tekst.strip() for cel in row] for row in tabel.rijen]
    width = len(rows[0]) if rows else 0
    if not 2 <= width <= 3 or len(rows) < 2:
        return None
    header = rows[0][-1].strip(" :")
    has_header = is_margekop(header)
    body = rows[1:] if has_header else rows
    names = _is_margin([row[-1] for row in body], has_header)
    tasks = has_header and not names and is_actiekop(header) and any(not row[-1] for row in body)
    margin = width - 1 if names or tasks else None
    number = 0 if _are_numbers([row[0] for row in body]) else None
    left = [c for c in range(width) if c not in (margin, number)]
    if len(left) != 1 or (margin is None and number is None):
        return None
    texts = [row[left[0]] for row in body if row[left[0]]]
    labels = sum(is_koplabel(row[0].strip(" :")) or is_deelnemerkop(row[0].split("\n")[0]) for row in body)
    if not texts or labels or sum(map(len, texts)) / len(texts) < _LANG or max(map(len, texts)) < 2 * _LANG:
        return None
    return _Vorm(number, left[0], margin, 1 if has_header else 0, header if tasks else "")


def _is_margin(values: Sequence[str], has_header: bool) -> bool:
    """Tell whether a column is the margin: mostly empty, and else the names of those who act."""
    filled = [v for v in values if v]
    names = sum(all(is_alleen_houders(part) for part in v.split("\n") if part.strip()) for v in filled)
    enough = len(filled) < len(values) or has_header
    return bool(filled) and enough and names >= m.NAMEN_IN_KOLOM * len(filled)


def _are_numbers(values: Sequence[str]) -> bool:
    filled = [v for v in values if v]
    return len(filled) >= 2 and all(_NUMMER.fullmatch(v) for v in filled)


def _row(tabel: Tabelblok, index: int, vorm: _Vorm) -> Iterator[Tekstblok]:
    row: tuple[Cel, ...] = tabel.rijen[index]
    lines = _lines(row[vorm.tekst])
    label = row[vorm.nummer].tekst.strip() if vorm.nummer is not None else ""
    plekken = tabel.plekken[index : index + 1]
    named = vorm.marge is not None and not vorm.taken and not row[vorm.marge].vervolg
    who = " ".join(row[vorm.marge].tekst.split()) if named and vorm.marge is not None else ""
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


def _tasks(tabel: Tabelblok, index: int, vorm: _Vorm) -> Iterator[Tekstblok]:
    """Give what the margin says is to be done as a list of actions below the text it stands beside."""
    if not vorm.taken or vorm.marge is None or tabel.rijen[index][vorm.marge].vervolg:
        return
    plekken = tabel.plekken[index : index + 1]
    lines = _lines(tabel.rijen[index][vorm.marge])
    if lines:
        yield Tekstblok(f"{vorm.taken}:", "alinea", plekken=plekken)
        yield from (Tekstblok(line, "lijstitem", plekken=plekken) for line in lines)


def _lines(cel: Cel) -> list[str]:
    return [line.strip() for line in cel.tekst.split("\n") if line.strip()]
