"""Columns of running text on a PDF page: where text must be read down and not across.

A table has columns too, and is read row by row. What tells them apart: in both columns sentences run on from one line
to the next, neither column is sparse, and their paragraphs do not begin side by side.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.lezen import maten as m
from pipeline.lezen.maten import (
    GROTER,
    HALVE_REGEL,
    KLEINSTE_LETTER,
    KOLOM_IN_RIJEN,
    VERSTE_INSPRINGING,
    VOLLE_REGEL,
    WIT_OM_KOP,
    ZELFDE_HOOGTE,
    ZONDER_WIT,
)
from pipeline.lezen.woorden import is_deelnemerkop
from pipeline.markering.houders import is_alleen_houders
from pipeline.wie.lexicon import AANHEF_PATROON

# The least white space between two columns, and how far two columns of one document may differ: points.
_GOOT = 7.0
_SPELING = 4.0
_MIN_REGELS = 3
# How often a name must stand in a margin, and how much of the words may stand there.
_MIN_MARGE, _MAX_MARGE = 2, 0.08
_MIN_BREEDTE = 60.0
# A page with more rows or words than this is no page of minutes; more places than this are not tried.
_MAX_RIJEN, _MAX_WOORDEN, _MAX_PLAATSEN, _MAX_STROKEN = 250, 5000, 40, 10
# The share of lines of running text that begin in the middle of a sentence.
_LOPEND = 0.25
# How much of its height a column of running text fills with lines.
_DICHTHEID = 0.55
# The least number of words on a line of running text, on average; a column of labels has fewer.
_WOORDEN = 2.2
# White space that parts two regions of a page, and that parts two paragraphs, in line pitches.
_DEEL, _WIT = 2.5, 1.25
_PERSOON = re.compile(rf"^(?:de\s+)?(?:{AANHEF_PATROON})\b|\S\s*\([^()]+\)", re.IGNORECASE)
_MIDDEN_IN_ZIN = re.compile(rf"(?!(?:de\s+)?(?:{AANHEF_PATROON})\b)[a-zà-ÿ(]")


@dataclass(frozen=True, slots=True)
class Pdfwoord:
    """A word on a page with its exact edges, in points from the lower left; ``y`` is the middle of its letters."""

    links: float
    rechts: float
    y: float
    grootte: float
    tekst: str
    vet: bool = False


Rij = list[Pdfwoord]


@dataclass(frozen=True, slots=True)
class Strook:
    """A part of a page, from ``boven`` down to ``onder``, whose text stands in columns.

    ``goten`` are the places of the white space between them, from left to right; ``links`` is where each column
    begins and ``breedtes`` is how wide each is, all in points. ``lopend`` says that it is running text, so that a line
    may go on in the next; else they are lists.
    """

    boven: float
    onder: float
    goten: tuple[float, ...]
    links: tuple[float, ...]
    breedtes: tuple[float, ...]
    lopend: bool = True

    def omvat(self, y: float) -> bool:
        """Tell whether text at this height stands in it."""
        return self.onder <= y <= self.boven

    def column(self, x: float) -> int:
        """Return which column text that begins here stands in, from 0."""
        return bisect_right(self.goten, x)


def may_have_kolommen(starts: Sequence[tuple[float, float]]) -> bool:
    """Tell from the places where texts are drawn, in order of drawing, whether it is worth looking for columns.

    Text in one column begins its lines at one place; a second place well to the right of it, where lines begin
    again and again, may be another column (or a table).
    """
    if not starts:
        return False
    begins = Counter[int](round(x / 2) for (_, above), (x, y) in pairwise(((0.0, -1.0), *starts)) if abs(y - above) > 2)
    everywhere = Counter[int](round(x) for x, _ in starts)
    left = min(x for x, _ in starts)
    rows = len({round(y) for _, y in starts})
    again = any(n >= _MIN_REGELS and x * 2 > left + VERSTE_INSPRINGING for x, n in begins.items())
    return again or any(
        n >= max(4, rows * KOLOM_IN_RIJEN) and x > left + VERSTE_INSPRINGING for x, n in everywhere.items()
    )


def find_stroken(words: Sequence[Pdfwoord], bekend: Sequence[float] = ()) -> tuple[Strook, ...]:
    """Return the parts of a page with columns of running text, from top to bottom.

    ``bekend`` are places of white space found on other pages of the document: where one returns, less text in
    a column is enough.
    """
    rows = build_rijen(words)
    if not _MIN_REGELS <= len(rows) <= _MAX_RIJEN or len(words) > _MAX_WOORDEN:
        return ()
    zetting = _measure(rows)
    found: list[Strook] = []
    candidates = _candidates(rows, bekend)
    while len(found) < _MAX_STROKEN and (best := max(_delen(rows, candidates, zetting, bekend), default=None)):
        found.append(_strook(best, zetting, bekend))
        rows = [row for row in rows if not found[-1].omvat(row[0].y)]
    return tuple(sorted(found, key=lambda strook: -strook.boven))


def build_rijen(words: Sequence[Pdfwoord]) -> list[Rij]:
    """Group words that stand at one height, in whatever column, from top to bottom; each row from left to right."""
    rows: list[Rij] = []
    for word in sorted(words, key=lambda w: -w.y):
        if rows and abs(rows[-1][0].y - word.y) <= max(word.grootte, KLEINSTE_LETTER) * ZELFDE_HOOGTE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.links) for row in rows]


@dataclass(frozen=True, slots=True)
class _Zetting:
    """How a page is set: the usual distance of two lines of one column, and the usual size of letters, in points."""

    pitch: float
    grootte: float

    def is_styled(self, row: Rij) -> bool:
        return all(word.vet for word in row) or max(word.grootte for word in row) >= self.grootte * GROTER


def _measure(rows: Sequence[Rij]) -> _Zetting:
    sizes = sorted(word.grootte for row in rows for word in row)
    usual = sizes[len(sizes) // 2]
    gaps = Counter(round(a[0].y - b[0].y, 0) for a, b in pairwise(rows))
    # rows of two columns may lie in between each other
    likely = {gap: n for gap, n in gaps.items() if usual * m.DICHTSTE_REGELS <= gap <= usual * 2}
    return _Zetting(max(likely, key=lambda gap: likely[gap], default=usual * m.GEWONE_AFSTAND_KOLOM), usual)


def _candidates(rows: Sequence[Rij], bekend: Sequence[float]) -> list[float]:
    """Return places right before which a column may begin: where words with white space before them begin."""
    starts: Counter[int] = Counter()
    for row in rows:
        for before, word in pairwise((None, *row)):
            if word is not None and (before is None or word.links - before.rechts >= _GOOT):
                starts[round(word.links)] += 1
    left = min(row[0].links for row in rows)
    around = {x: n + starts[x - 1] + starts[x + 1] for x, n in starts.items()}
    often = sorted((x for x, n in around.items() if n >= _MIN_REGELS), key=lambda x: -around[x])[:_MAX_PLAATSEN]
    return sorted(x for x in {*(x - 2.0 for x in often), *bekend} if x > left + _MIN_BREEDTE)


@dataclass(frozen=True, slots=True)
class _Deel:
    """A stretch of rows that this white space parts into two columns; the taller comes first."""

    rows: Sequence[Rij]
    goot: float

    def __lt__(self, other: _Deel) -> bool:
        return self.hoogte < other.hoogte

    @property
    def hoogte(self) -> float:
        return self.rows[0][0].y - self.rows[-1][0].y


def _delen(
    rows: Sequence[Rij], candidates: Sequence[float], zetting: _Zetting, bekend: Sequence[float]
) -> Iterator[_Deel]:
    for goot in candidates:
        known = _is_known(goot, bekend)
        for run in _runs(rows, goot):
            for part in _cut(run, goot, zetting):
                if _has_kolommen(part, goot, zetting, known):
                    yield _Deel(part, goot)


def find_marge(pages: Iterable[Sequence[Pdfwoord]]) -> float | None:
    """Return where a margin on the right begins that says who acts, on all pages alike; None where there is none.

    Names begin there at one place again and again, and no text reaches that far.
    """
    rows = [row for words in pages for row in build_rijen(words)]
    starts: Counter[int] = Counter()
    for row in rows:
        before, last = _last_piece(row)
        if before and is_alleen_houders(" ".join(word.tekst for word in last)):
            starts[round(last[0].links / m.ZELFDE_BEGIN)] += 1
    if not starts or max(starts.values()) < _MIN_MARGE:
        return None
    begin = max(starts, key=lambda x: starts[x]) * m.ZELFDE_BEGIN - 2.0
    left, right = min(row[0].links for row in rows), max(row[-1].rechts for row in rows)
    crossed = sum(any(word.links < begin < word.rechts for word in row) for row in rows)
    beside = [word for row in rows for word in row if word.links >= begin]
    enough = begin > left + (right - left) * m.MARGE_VANAF and len(beside) <= _MAX_MARGE * sum(map(len, rows))
    return begin if enough and crossed <= m.DOOR_DE_MARGE * len(rows) else None


def _last_piece(row: Rij) -> tuple[Rij, Rij]:
    """Split a row before the last white space that is wider than between words."""
    at = next((i for i in range(len(row) - 1, 0, -1) if row[i].links - row[i - 1].rechts >= _GOOT), 0)
    return row[:at], row[at:]


def _is_known(goot: float, bekend: Sequence[float]) -> bool:
    return any(abs(goot - other) <= _SPELING for other in bekend)


def _runs(rows: Sequence[Rij], goot: float) -> Iterator[list[Rij]]:
    """Give the stretches of rows in which no text crosses this place."""
    run: list[Rij] = []
    for row in rows:
        if any(word.links < goot and word.rechts > goot - _GOOT + 2 for word in row):
            if run:
                yield run
            run = []
        else:
            run.append(row)
    if run:
        yield run


def _cut(run: Sequence[Rij], goot: float, zetting: _Zetting) -> Iterator[list[Rij]]:
    """Part a stretch where white space crosses the page, and at a heading that stands above both columns."""
    part: list[Rij] = []
    for index, row in enumerate(run):
        heading = _is_heading_above(run, index, goot, zetting)
        if part and (heading or part[-1][0].y - row[0].y > zetting.pitch * _DEEL):
            yield part
            part = []
        if not heading:
            part.append(row)
    if part:
        yield part


def _is_heading_above(run: Sequence[Rij], index: int, goot: float, zetting: _Zetting) -> bool:
    """Tell whether a row is a heading over the whole width.

    To its right the page is white, above and below; or nothing but headings follow it.
    """
    row = run[index]
    if row[-1].rechts > goot or not zetting.is_styled(row):
        return False
    above = next((r[0].y for r in reversed(run[:index]) if r[-1].rechts > goot), None)
    below = next((r[0].y for r in run[index + 1 :] if r[-1].rechts > goot), None)
    if above is None or above - row[0].y <= zetting.pitch * ZONDER_WIT:
        return False
    return (
        above - below > zetting.pitch * WIT_OM_KOP
        if below is not None
        else all(zetting.is_styled(r) for r in run[index:])
    )


def _sides(part: Sequence[Rij], goot: float) -> tuple[list[Rij], list[Rij]]:
    left = [[word for word in row if word.links < goot] for row in part]
    right = [[word for word in row if word.links >= goot] for row in part]
    return [row for row in left if row], [row for row in right if row]


def _has_kolommen(part: Sequence[Rij], goot: float, zetting: _Zetting, known: bool) -> bool:
    """Tell whether the text on both sides of this place is running text, each side for itself."""
    left, right = _sides(part, goot)
    if _are_lists_of_people(left, right):
        return True
    if min(len(left), len(right)) < (1 if known else _MIN_REGELS) or max(len(left), len(right)) < _MIN_REGELS:
        return False
    if _stand_side_by_side(left, right, zetting):
        return False
    weak_left = known and len(left) < m.ZWAKKE_KOLOM and _is_full(left, goot)
    weak_right = known and len(right) < m.ZWAKKE_KOLOM
    return (weak_left or _is_running(left, zetting)) and (weak_right or _is_running(right, zetting))


def _are_lists_of_people(left: Sequence[Rij], right: Sequence[Rij]) -> bool:
    """Tell whether two lists of people stand beside each other, each under a label of its own or with names of its own.

    A table of names with their bodies has a label on one side only, and no names in its second column.
    """
    sides = [[" ".join(word.tekst for word in row) for row in side] for side in (left, right)]
    if not all(len(texts) >= _MIN_REGELS and _are_names(texts) for texts in sides):
        return False
    labelled = [any(is_deelnemerkop(text) for text in texts) for texts in sides]
    shown = sum(bool(_PERSOON.search(text)) for text in sides[1])
    return all(labelled) or (labelled[0] and shown >= len(sides[1]) / 2)


def _are_names(texts: Sequence[str]) -> bool:
    short = (text for text in texts if len(text) <= m.LANGSTE_NAAMREGEL)
    fits = [text for text in short if not text.endswith((".", ";")) and not _MIDDEN_IN_ZIN.match(text)]
    return len(fits) >= m.NAMEN_IN_KOLOM * len(texts)


def _is_full(left: Sequence[Rij], goot: float) -> bool:
    """Tell whether a left column has a line that fills it: a column of labels has none."""
    edge = min(row[0].links for row in left)
    return max(row[-1].rechts for row in left) - edge >= (goot - edge) * VOLLE_REGEL


def _is_running(side: Sequence[Rij], zetting: _Zetting) -> bool:
    """Tell whether these lines are running text: dense, and with sentences that go on from line to line."""
    density = len(side) * zetting.pitch / (side[0][0].y - side[-1][0].y + zetting.pitch)
    texts = [" ".join(word.tekst for word in row) for row in side]
    goes_on = [goes_on_in(before, text) for before, text in pairwise(texts)]
    wordy = sum(map(len, side)) >= _WOORDEN * len(side)
    return wordy and density >= _DICHTHEID and sum(goes_on) >= max(1, _LOPEND * len(goes_on))


def goes_on_in(before: str, text: str) -> bool:
    """Tell whether a line goes on with the sentence of the line before it; a list of names does not."""
    return bool(_MIDDEN_IN_ZIN.match(text)) and before[-1:] not in ".!?:;"


def _stand_side_by_side(left: Sequence[Rij], right: Sequence[Rij], zetting: _Zetting) -> bool:
    """Tell whether what begins on one side always begins beside something on the other: rows of a table."""
    starts = [_paragraph_starts(side, zetting) for side in (left, right)]
    fewer, more = sorted(starts, key=len)
    return len(fewer) >= 2 and all(
        any(abs(y - other) <= zetting.pitch * ZELFDE_HOOGTE for other in more) for y in fewer
    )


def _paragraph_starts(side: Sequence[Rij], zetting: _Zetting) -> list[float]:
    return [b[0].y for a, b in pairwise(side) if a[0].y - b[0].y > zetting.pitch * _WIT]


def _strook(deel: _Deel, zetting: _Zetting, bekend: Sequence[float]) -> Strook:
    """Make the part of a page from its rows; each side may hold columns of its own."""
    rows, goot = deel.rows, deel.goot
    goten = sorted([goot, *(further for side in _sides(rows, goot) for further in _further(side, zetting, bekend))])
    columns: list[list[Pdfwoord]] = [[] for _ in range(len(goten) + 1)]
    for row in rows:
        for word in row:
            columns[bisect_right(goten, word.links)].append(word)
    links = tuple(min(word.links for word in column) for column in columns)
    breedtes = tuple(max(word.rechts for word in column) - x for column, x in zip(columns, links, strict=True))
    margin = zetting.pitch * HALVE_REGEL
    lists = _are_lists_of_people(*_sides(rows, goot))
    top, bottom = max(word.y for word in rows[0]) + margin, min(word.y for word in rows[-1]) - margin
    return Strook(top, bottom, tuple(goten), links, breedtes, not lists)


def _further(side: Sequence[Rij], zetting: _Zetting, bekend: Sequence[float]) -> list[float]:
    """Return the places of white space that part this side into columns over all of its height."""
    for goot in sorted(_candidates(side, bekend), key=lambda goot: not _is_known(goot, bekend)):
        runs = list(_runs(side, goot))
        if len(runs) == 1 and _has_kolommen(side, goot, zetting, _is_known(goot, bekend)):
            left, right = _sides(side, goot)
            return sorted([*_further(left, zetting, bekend), goot, *_further(right, zetting, bekend)])
    return []
