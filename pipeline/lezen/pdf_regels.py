"""Pieces of text on a PDF page -> lines from top to bottom, and columns that stand beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.lezen.pdf_tabellen import Gevonden
from pipeline.lezen.regels import Regel
from pipeline.model.document import Cel, Tabelblok

# Widths of letters as part of the size of the type, for the usual sans-serif; good to about a tenth.
_SMAL, _BREED = frozenset("iljtfrI.,:;'|!()[] ‘’-"), frozenset("mwMWOQGDCNHU@%—")
_GEWOON = 0.53
# How much wider or narrower than those some families are.
_LETTERS = (
    (("narrow", "condensed"), 0.82),
    (("verdana", "dejavu", "tahoma", "lucida"), 1.14),
    (("times", "garamond", "cambria", "calibri", "carlito"), 0.92),
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text as drawn: where it begins (points, from the lower left), its size, and the words."""

    x: float
    y: float
    grootte: float
    vet: bool
    tekst: str
    letter: str = ""

    @property
    def eind(self) -> float:
        """Where it ends, about."""
        factor = next((f for names, f in _LETTERS if any(n in self.letter for n in names)), 1.0)
        bold = 1.07 if self.vet else 1.0
        return self.x + self.grootte * factor * bold * sum(_width(char) for char in self.tekst)


def _width(char: str) -> float:
    if char in _SMAL:
        return 0.31
    if char in _BREED:
        return 0.78
    return 0.65 if char.isupper() else _GEWOON


def build_regels(fragments: Sequence[Fragment], tabellen: Sequence[Gevonden]) -> list[Regel | Gevonden]:
    """Return the lines of a page in reading order, each table where it stands; its words are not lines too."""
    free = [f for f in fragments if not any(t.omvat(f.x, f.y, f.grootte) for t in tabellen)]
    lines = _lines(free)
    pitch = _usual_pitch(lines)
    items: list[tuple[float, Regel | Gevonden]] = [(t.boven, t) for t in tabellen]
    above: float | None = None
    for line in lines:
        y, size = line[0].y, max(f.grootte for f in line)
        edge = max((t.onder for t in tabellen if t.boven > y), default=None)
        near = [v for v in (above, edge) if v is not None]
        space = not near or min(near) - y > max(pitch, size * 1.1) * 1.32
        items.append((y, _regel(line, space)))
        above = y
    items.sort(key=lambda item: -item[0])
    return list(_join_columns([item for _, item in items]))


def _lines(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Group fragments that stand on one line, top to bottom and left to right."""
    lines: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (-f.y, f.x)):
        if lines and abs(lines[-1][0].y - fragment.y) <= max(fragment.grootte, 4) * 0.35:
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return [sorted(line, key=lambda f: f.x) for line in lines]


def _usual_pitch(lines: Sequence[Sequence[Fragment]]) -> float:
    gaps = sorted(round(a[0].y - b[0].y, 1) for a, b in pairwise(lines))
    usual = [gap for gap in gaps if gap > 4]
    return usual[len(usual) // 3] if usual else 12.0


def _regel(line: Sequence[Fragment], space: bool) -> Regel:
    """Make one line of its fragments; a wide gap between two becomes a tab."""
    size = max(f.grootte for f in line)
    unit = max(size * _GEWOON, 1.0)
    text = ""
    end: float | None = None
    for fragment in line:
        if end is not None:
            gap = fragment.x - end
            if gap > size * 2.5 and gap > (end - line[0].x) * 0.12 and not fragment.tekst.startswith(" "):
                text = text.rstrip() + "\t"
            elif gap > size * 0.25 and not text.endswith((" ", "\t")):
                text += " "
        text += fragment.tekst
        end = max(end or 0.0, fragment.eind)
    words = [f for f in line if re.search(r"\w", f.tekst)]
    letters = sum(len(f.tekst) for f in words)
    bold = letters > 0 and sum(len(f.tekst) for f in words if f.vet) >= 0.8 * letters
    clean = re.sub(r" {2,}", " ", text).strip()
    left = line[0].x / unit
    return Regel(clean, 0, 0, left, left + len(clean), space, bold, size)


def _join_columns(items: Sequence[Regel | Gevonden]) -> Iterator[Regel | Gevonden]:
    """Turn lines of two or more columns that follow each other into a table without rules."""
    run: list[Regel] = []
    for item in items:
        if isinstance(item, Regel) and "\t" in item.tekst:
            run.append(item)
            continue
        yield from _as_table(run)
        run = []
        yield item
    yield from _as_table(run)


def _as_table(run: list[Regel]) -> Iterator[Regel | Gevonden]:
    widths = {regel.tekst.count("\t") for regel in run}
    if len(run) < 3 or len(widths) != 1:
        yield from run
        return
    rows = tuple(tuple(Cel(part.strip()) for part in regel.tekst.split("\t")) for regel in run)
    yield Gevonden(Tabelblok(rows), 0, 0, 0, 0)
