"""Pieces of text on a PDF page -> lines from top to bottom, and columns that stand beside each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.lezen import maten as m
from pipeline.lezen.kolomverslag import is_margekop
from pipeline.lezen.maten import BREDE_RUIMTE, BREDE_RUIMTE_VAN_REGEL, KLEINSTE_LETTER, WIT, ZELFDE_HOOGTE, ZONDER_WIT
from pipeline.lezen.pdf_kolommen import Pdfwoord, Strook, build_rijen, goes_on_in
from pipeline.lezen.pdf_tabellen import GevondenTabel, unwrap
from pipeline.lezen.regels import Leesregel
from pipeline.lezen.woorden import is_label
from pipeline.markering.houders import is_alleen_houders
from pipeline.model.document import Cel, Tabelblok

# Widths of letters as part of the size of the type, for the usual sans-serif; good to about a tenth.
_SMAL, _BREED = frozenset("iljtfrI.,:;'|!()[] ‘’-"), frozenset("mwMWOQGDCNHU@%—")
_GEWOON = 0.53
# White space before a margin, in points.
_MARGEWIT = 15.0
_VASTE_BREEDTE = ("mono", "courier", "consol")
# How much wider or narrower than those some families are.
_LETTERS = (
    (("narrow", "condensed"), 0.82),
    (("verdana", "dejavu", "tahoma", "lucida"), 1.14),
    (("times", "garamond", "cambria", "calibri", "carlito"), 0.92),
)


@dataclass(frozen=True, slots=True)
class Pdffragment:
    """A piece of text as drawn: where it begins (points, from the lower left), its size, and the words.

    ``volgorde`` is its place in the order of drawing; ``rechts`` is where it ends, where that is known.
    """

    x: float
    y: float
    grootte: float
    vet: bool
    tekst: str
    letter: str = ""
    volgorde: int = 0
    rechts: float | None = None

    @property
    def eind(self) -> float:
        """Where it ends, about."""
        return self.x + self.breedte if self.rechts is None else self.rechts

    @property
    def breedte(self) -> float:
        """How wide it is, about."""
        if any(name in self.letter for name in _VASTE_BREEDTE):
            return self.grootte * m.VASTE_LETTER * len(self.tekst)
        factor = next((f for names, f in _LETTERS if any(n in self.letter for n in names)), 1.0)
        bold = 1.07 if self.vet else 1.0
        return self.grootte * factor * bold * sum(_width(char) for char in self.tekst)


def _width(char: str) -> float:
    if char in _SMAL:
        return 0.31
    if char in _BREED:
        return 0.78
    return 0.65 if char.isupper() else _GEWOON


def build_regels(
    fragments: Sequence[Pdffragment],
    tabellen: Sequence[GevondenTabel],
    stroken: Sequence[Strook] = (),
    marge: float | None = None,
) -> list[Leesregel | GevondenTabel]:
    """Return the lines of a page in reading order, each table where it stands; its words are not lines too.

    ``stroken`` are the parts of the page that are read column by column; ``marge`` is where the margin on the right
    begins: what stands there belongs to the line beside it.
    """
    free = [f for f in fragments if not any(t.omvat(f.x, f.y, f.grootte) for t in tabellen)]
    beside = [f for f in free if marge is not None and f.x >= marge and not any(s.omvat(f.y) for s in stroken)]
    vakken = _vakken([f for f in free if f not in beside], tabellen, stroken)
    items = [item for vak in vakken for item in _build_vak(vak, _margin_lines(beside))]
    return items


def may_have_marge(fragments: Sequence[Pdffragment]) -> bool:
    """Tell whether names stand at the end of lines, well apart from what precedes them: at least two."""
    ends = [line[-2:] for line in _lines(fragments) if len(line) > 1]
    apart = [last for before, last in ends if last.x - before.eind > _MARGEWIT]
    return sum(is_alleen_houders(last.tekst) for last in apart) >= 2


def _margin_lines(fragments: Sequence[Pdffragment]) -> list[tuple[float, str]]:
    """Return the lines in the margin: at what height, and what they say; the header of the margin says nothing."""
    lines = [(line[0].y, " ".join(f.tekst.strip() for f in line)) for line in _lines(fragments)]
    return [(y, text) for y, text in lines if not is_margekop(text)]


@dataclass(slots=True)
class _Vak:
    """A part of a page that is read by itself: a column, or the whole width between two parts with columns.

    ``links`` and ``breedte`` are those of the column, in points; 0 for the whole width. For a list, whose lines stand
    by themselves, ``breedte`` is 0.
    """

    fragmenten: list[Pdffragment]
    tabellen: list[GevondenTabel]
    links: float = 0
    breedte: float = 0


def _vakken(
    fragments: Sequence[Pdffragment], tabellen: Sequence[GevondenTabel], stroken: Sequence[Strook]
) -> list[_Vak]:
    """Divide a page into the parts that are read one after the other."""
    whole = [_Vak([], []) for _ in range(len(stroken) + 1)]
    columns = [
        [_Vak([], [], left, wide if s.lopend else 0) for left, wide in zip(s.links, s.breedtes, strict=True)]
        for s in stroken
    ]

    def vak_at(x: float, y: float) -> _Vak:
        for strook, beside in zip(stroken, columns, strict=True):
            if strook.omvat(y):
                return beside[strook.column(x)]
        return whole[sum(strook.onder > y for strook in stroken)]

    for fragment in fragments:
        vak_at(fragment.x, fragment.y + fragment.grootte / 3).fragmenten.append(fragment)
    for table in tabellen:
        vak_at(table.links, (table.boven + table.onder) / 2).tabellen.append(table)
    return [vak for above, beside in zip(whole, [*columns, []], strict=True) for vak in (above, *beside)]


def _build_vak(vak: _Vak, margin: Sequence[tuple[float, str]]) -> Iterator[Leesregel | GevondenTabel]:
    lines = _lines(vak.fragmenten)
    pitch = _usual_pitch(lines)
    items: list[tuple[float, Leesregel | GevondenTabel]] = [(t.boven, t) for t in vak.tabellen]
    above: float | None = None
    for line in lines:
        y, size = line[0].y, max(f.grootte for f in line)
        edge = max((t.onder for t in vak.tabellen if t.boven > y), default=None)
        near = [v for v in (above, edge) if v is not None]
        space = not near or min(near) - y > max(pitch, size * ZONDER_WIT) * WIT
        beside = " ".join(text for at, text in margin if abs(at - y) <= pitch / 2)
        items.append((y, replace(_in_column(_regel(line, space), vak, above is None), marge=beside)))
        above = y
    items.sort(key=lambda item: -item[0])
    return _join_columns([item for _, item in items])


def _in_column(regel: Leesregel, vak: _Vak, first: bool) -> Leesregel:
    """Let a line in a column count its edges from where the column begins, and know how wide that is."""
    if not vak.links:
        return regel
    unit = max(regel.grootte * _GEWOON, 1.0)
    left = vak.links / unit
    return replace(
        regel, links=regel.links - left, rechts=regel.rechts - left, breedte=vak.breedte / unit, bovenaan=first
    )


def with_ends(fragments: Sequence[Pdffragment], words: Sequence[Pdfwoord]) -> tuple[Pdffragment, ...]:
    """Give each piece of text the place where it ends, from the words that stand on its line."""
    rows = build_rijen(words)
    heights = [-row[0].y for row in rows]
    found = []
    for line in _lines(fragments):
        middle = line[0].y + line[0].grootte / 3
        at = bisect_left(heights, -middle - line[0].grootte * ZELFDE_HOOGTE)
        near = [
            w for row in rows[at : at + 2] if abs(row[0].y - middle) <= line[0].grootte * ZELFDE_HOOGTE for w in row
        ]
        for part, following in zip(line, (*line[1:], None), strict=True):
            stop = following.x - 1 if following is not None else float("inf")
            ends = [w.rechts for w in near if part.x - 1 <= w.links < stop]
            found.append(replace(part, rechts=max(ends)) if ends else part)
    return tuple(sorted(found, key=lambda f: f.volgorde))


def lines_of(fragments: Sequence[Pdffragment]) -> list[str]:
    """Return the text of each line that stands on its own, whatever gaps are in it."""
    return [" ".join(f.tekst.strip() for f in line) for line in _lines(fragments)]


def _lines(fragments: Sequence[Pdffragment]) -> list[list[Pdffragment]]:
    """Group fragments that stand on one line, top to bottom and left to right."""
    lines: list[list[Pdffragment]] = []
    for fragment in sorted(fragments, key=lambda f: (-f.y, f.x)):
        if lines and abs(lines[-1][0].y - fragment.y) <= max(fragment.grootte, KLEINSTE_LETTER) * ZELFDE_HOOGTE:
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return [sorted(line, key=lambda f: f.x) for line in lines]


def _usual_pitch(lines: Sequence[Sequence[Pdffragment]]) -> float:
    gaps = sorted(round(a[0].y - b[0].y, 1) for a, b in pairwise(lines))
    usual = [gap for gap in gaps if gap > m.KLEINSTE_AFSTAND]
    return usual[len(usual) // 3] if usual else m.ONBEKENDE_AFSTAND


def _regel(line: Sequence[Pdffragment], space: bool) -> Leesregel:
    """Make one line of its fragments; a wide gap, or three spaces, parts two columns."""
    size = max(f.grootte for f in line)
    unit = max(size * _GEWOON, 1.0)
    pieces = [(x / unit, re.sub(r" {2,}", " ", text).strip()) for x, text in _pieces(line, size)]
    text = "\t".join(piece for _, piece in pieces)
    words = [f for f in line if re.search(r"\w", f.tekst)]
    letters = sum(len(f.tekst) for f in words)
    bold = letters > 0 and sum(len(f.tekst) for f in words if f.vet) >= m.VET_DEEL * letters
    left, right = pieces[0][0], pieces[-1][0] + len(pieces[-1][1])
    columns = tuple(x for x, _ in pieces) if len(pieces) > 1 else ()
    return Leesregel(text, 0, 0, left, right, space, bold, size, kolommen=columns)


def _pieces(line: Sequence[Pdffragment], size: float) -> list[tuple[float, str]]:
    """Return the columns of a line: where each begins, and its text."""
    pieces: list[tuple[float, str]] = []
    end: float | None = None
    before = -1
    for part in (part for fragment in line for part in _at_spaces(fragment)):
        gap = part.x - end if end is not None else 0.0
        wide = gap > size * BREDE_RUIMTE and gap > ((end or 0.0) - line[0].x) * BREDE_RUIMTE_VAN_REGEL
        labelled = len(pieces) == 1 and gap > size and is_label(pieces[0][1])
        wide = (wide or labelled) and not part.tekst.lstrip().startswith(":")
        if not pieces or wide:
            pieces.append((part.x, part.tekst))
        else:
            # of pieces drawn one after the other pypdf knows whether a space parts them; our widths are estimates
            wit = 1.0 if part.volgorde == before + 1 else 0.25
            space = " " if gap > size * wit and not pieces[-1][1].endswith(" ") else ""
            pieces[-1] = (pieces[-1][0], f"{pieces[-1][1]}{space}{part.tekst}")
        end, before = max(end or 0.0, part.eind), part.volgorde
    return pieces


def _at_spaces(fragment: Pdffragment) -> Iterator[Pdffragment]:
    """Split a fragment where somebody put five spaces or more, as in text of one fixed width."""
    if "     " not in fragment.tekst:
        yield fragment
        return
    for match in re.finditer(r"\S+(?: {1,4}\S+)* *", fragment.tekst):
        before = replace(fragment, tekst=fragment.tekst[: match.start()])
        yield replace(fragment, x=fragment.x + before.breedte, tekst=match.group().rstrip(), rechts=None)


def _join_columns(items: Sequence[Leesregel | GevondenTabel]) -> Iterator[Leesregel | GevondenTabel]:
    """Turn lines of two or more columns that follow each other into a table without rules."""
    run: list[Leesregel] = []
    for item in items:
        if isinstance(item, Leesregel) and _fits(run, item):
            run.append(item)
            continue
        yield from _as_table(run)
        run = [item] if isinstance(item, Leesregel) else []
        if not isinstance(item, Leesregel):
            yield item
    yield from _as_table(run)


def _fits(run: list[Leesregel], item: Leesregel) -> bool:
    """Tell whether a line goes on with the columns of the lines before it."""
    if not run or not run[0].kolommen:
        return False
    columns = run[0].kolommen
    starts = item.kolommen or (item.links,)
    if not all(min(abs(start - column) for column in columns) <= 2 for start in starts):
        return False
    if item.kolommen:
        return True
    in_first = item.rechts < columns[1] and goes_on_in(run[-1].tekst.split("\t")[0], item.tekst)
    return (starts[0] > columns[0] + 2 or in_first) and not item.ruimte


def _as_table(run: list[Leesregel]) -> Iterator[Leesregel | GevondenTabel]:
    """Give a table of two rows at least, or the lines as they are."""
    if sum(bool(regel.kolommen) for regel in run) < 2:
        yield from run
        return
    columns = run[0].kolommen
    rows: list[list[str]] = []
    for regel in run:
        row = [""] * len(columns)
        for start, text in zip(regel.kolommen or (regel.links,), regel.tekst.split("\t"), strict=False):
            place = min(range(len(columns)), key=lambda c: abs(columns[c] - start))
            row[place] = f"{row[place]} {text}".strip()
        if rows and not regel.ruimte and (not row[0] or goes_on_in(rows[-1][0], row[0])):
            rows[-1] = [f"{a}\n{b}".strip() if b else a for a, b in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
    widths = [max(len(line) for row in rows for line in row[c].split("\n")) for c in range(len(columns))]
    cells = tuple(tuple(Cel(unwrap(cell, widths[c])) for c, cell in enumerate(row)) for row in rows)
    yield GevondenTabel(Tabelblok(cells), 0, 0, 0, 0)
