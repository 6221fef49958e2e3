"""Lists of actions and decisions on a PDF page whose table shows no rules, or only some of them.

Such a list is known by the header of its columns. White space that no word crosses tells the columns apart from there
down; rules across, white space, or the numbers in the first column tell the rows apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.lezen import maten as m
from pipeline.lezen.pdf_kolommen import Pdfwoord, Rij, build_rijen, goes_on_in
from pipeline.lezen.pdf_tabellen import GevondenTabel, Lijn, unwrap
from pipeline.lezen.tabelkoppen import is_koprij
from pipeline.model.document import Cel, Tabelblok

# White space between two cells of a header, as part of the size of its letters; and between columns, in points.
_KOPWIT = 0.6
_KOLOMWIT = 3.0
# More white space than this between two rows ends a list, in sizes of its letters.
_EINDE = 3.5
# How many rows may stand above a list that goes on from the page before, and below one that goes on: page furniture.
_RANDRIJEN = 3
_MAX_LABEL = 10
_MAX_RIJEN = 400

_Wit = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pdflijst:
    """A list as found on one page: its table, and the white space between its columns (from, to; points)."""

    gevonden: GevondenTabel
    wit: tuple[_Wit, ...]


def may_have_lijst(lines: Sequence[str]) -> bool:
    """Tell whether one of these lines of text may be the header of a list."""
    return any(len(words := line.split()) in range(2, 13) and is_koprij(words) for line in lines)


def find_lijsten(words: Sequence[Pdfwoord], lijnen: Sequence[Lijn], vervolg: Pdflijst | None = None) -> list[Pdflijst]:
    """Return the lists on a page, from top to bottom; ``vervolg`` is one that may go on from the page before."""
    rows = build_rijen(words)
    if len(rows) > _MAX_RIJEN:
        return []
    found: list[Pdflijst] = []
    start = 0
    while start < len(rows):
        white = _header(rows[start])
        if white is None and vervolg is not None and not found and start <= _RANDRIJEN:
            white = _narrow(vervolg.wit, rows[start]) if _fits(rows[start], vervolg.gevonden) else None
        used, list_ = _read(rows[start:], white, lijnen) if white is not None else (1, None)
        found.extend([list_] if list_ is not None else [])
        start += used
    return found


def goes_on(list_: Pdflijst, words: Sequence[Pdfwoord]) -> bool:
    """Tell whether a list may go on over the page: nothing but the foot of the page stands below it."""
    return len(build_rijen([word for word in words if word.y < list_.gevonden.onder])) <= _RANDRIJEN


def choose(tabellen: Sequence[GevondenTabel], lijsten: Sequence[Pdflijst]) -> tuple[GevondenTabel, ...]:
    """Return the tables of a page: a list beats the parts of it that show rules, a ruled table beats the same list."""
    chosen: list[GevondenTabel] = []
    for found in (list_.gevonden for list_ in lijsten):
        height = found.boven - found.onder
        if not any(_overlap(found, table) >= height * m.ZELFDE_TABEL for table in tabellen):
            chosen.append(found)
    ruled = [table for table in tabellen if not any(_overlap(table, found) > 0 for found in chosen)]
    return tuple(sorted((*ruled, *chosen), key=lambda table: -table.boven))


def _overlap(one: GevondenTabel, other: GevondenTabel) -> float:
    """Return over what height two tables stand at the same place, in points."""
    if one.rechts < other.links or other.rechts < one.links:
        return 0.0
    return max(0.0, min(one.boven, other.boven) - max(one.onder, other.onder))


def _header(row: Rij) -> tuple[_Wit, ...] | None:
    """Return the white space between the cells of a row that reads as the header of a list."""
    cells: list[list[Pdfwoord]] = []
    for word in row:
        if cells and word.links - cells[-1][-1].rechts < word.grootte * _KOPWIT:
            cells[-1].append(word)
        else:
            cells.append([word])
    if len(cells) < 2 or not is_koprij([" ".join(word.tekst for word in cell) for cell in cells]):
        return None
    return tuple((a[-1].rechts, b[0].links) for a, b in pairwise(cells))


def _narrow(white: Sequence[_Wit], row: Rij) -> tuple[_Wit, ...] | None:
    """Return what is left of the white space when this row is set in it; None where a word crosses it."""
    edges = [float("-inf"), *(edge for word in row for edge in (word.links, word.rechts)), float("inf")]
    gaps = list(zip(edges[::2], edges[1::2], strict=True))
    left = [max(((max(a, c), min(b, d)) for c, d in gaps), key=lambda wit: wit[1] - wit[0]) for a, b in white]
    return tuple(left) if all(b - a >= _KOLOMWIT for a, b in left) else None


def _fits(row: Rij, found: GevondenTabel) -> bool:
    return row[0].links >= found.links - 3 and row[-1].rechts <= found.rechts + 3 and len(row) > 1


def _read(rows: Sequence[Rij], white: tuple[_Wit, ...], lijnen: Sequence[Lijn]) -> tuple[int, Pdflijst | None]:
    """Read the list that begins with the first of these rows; return how many rows it has used."""
    body = [rows[0]]
    for row in rows[1:]:
        narrowed = _narrow(white, row)
        if narrowed is None or body[-1][0].y - row[0].y > row[0].grootte * _EINDE:
            break
        white = narrowed
        body.append(row)
    goten = [(a + b) / 2 for a, b in white]
    lines = [_Celregel.of(row, goten) for row in body]
    groups = _without_rest(list(_groups(lines, lijnen)))
    if sum(sum(map(bool, group_cells)) >= 2 for group_cells in map(_cells, groups)) < 2:
        return 1, None
    used = sum(map(len, groups))
    return used, Pdflijst(_as_table(groups, body[:used]), white)


@dataclass(frozen=True, slots=True)
class _Celregel:
    """One line of a list: at what height, in what size, and its text in each column."""

    y: float
    grootte: float
    cellen: tuple[str, ...]
    vet: bool

    @classmethod
    def of(cls, row: Rij, goten: Sequence[float]) -> _Celregel:
        cells: list[list[str]] = [[] for _ in range(len(goten) + 1)]
        for word in row:
            cells[bisect_right(goten, word.links)].append(word.tekst)
        texts = tuple(" ".join(cell) for cell in cells)
        return cls(row[0].y, row[0].grootte, texts, all(word.vet for word in row))


_Groep = list[_Celregel]


def _groups(lines: Sequence[_Celregel], lijnen: Sequence[Lijn]) -> Iterator[_Groep]:
    """Give the lines of each row: parted by rules, else by white space; and where the first column begins anew."""
    inside = [lijn.y for lijn in lijnen if lines[-1].y < lijn.y < lines[0].y]
    pitch = _pitch(lines)
    # rules above and below the header alone part no rows
    ruled = sum(any(b.y < y < a.y for y in inside) for a, b in pairwise(lines)) >= 2
    narrow = all(len(line.cellen[0]) <= _MAX_LABEL for line in lines)
    group: _Groep = []
    first = True
    for line in lines:
        if group:
            above = group[-1]
            parted = any(line.y < y < above.y for y in inside) if ruled else above.y - line.y > pitch * m.NIEUWE_RIJ
            # a header may have no rule under it although the rows have
            if parted or ((first or not ruled) and _begins_anew(group, line, narrow)):
                yield group
                group, first = [], False
        group.append(line)
    yield group


def _pitch(lines: Sequence[_Celregel]) -> float:
    """Return the distance of two lines of one cell: the least there is in any column."""
    distances = [
        a.y - b.y
        for column in range(len(lines[0].cellen))
        for a, b in pairwise([line for line in lines if line.cellen[column]])
    ]
    size = lines[-1].grootte
    return min((d for d in distances if d >= size * m.DICHTSTE_REGELS), default=size * m.GEWONE_AFSTAND)


def _begins_anew(group: _Groep, line: _Celregel, narrow: bool) -> bool:
    """Tell whether a line begins a row that nothing parts from the one above: by a number, or words in each column."""
    before = [above.cellen[0] for above in group if above.cellen[0]]
    if not line.cellen[0] or not before or goes_on_in(before[-1], line.cellen[0]):
        return False
    return narrow or any(line.cellen[1:])


def _cells(group: _Groep) -> list[str]:
    return ["\n".join(line.cellen[c] for line in group if line.cellen[c]) for c in range(len(group[0].cellen))]


def _without_rest(groups: list[_Groep]) -> list[_Groep]:
    """Leave out what stands below the list and happens to fit its first column: a heading, the end of a paragraph."""
    while len(groups) > 1 and not any(any(line.cellen[1:]) for line in groups[-1]):
        groups = groups[:-1]
    return groups


def _as_table(groups: Sequence[_Groep], rows: Sequence[Rij]) -> GevondenTabel:
    cells = [_cells(group) for group in groups]
    widths = [max(len(line) for row in cells for line in row[c].split("\n")) for c in range(len(cells[0]))]
    table = Tabelblok(tuple(tuple(Cel(unwrap(cell, widths[c])) for c, cell in enumerate(row)) for row in cells))
    words = [word for row in rows for word in row]
    half = max(word.grootte for word in words) * m.GEWONE_AFSTAND / 2
    left, right = min(word.links for word in words), max(word.rechts for word in words)
    return GevondenTabel(table, left, right, rows[0][0].y + half, rows[-1][0].y - half)
