"""Ruled tables on a PDF page, read by pdfplumber: only loaded for a page that shows rules."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from pipeline.lezen.regels import Regel, is_afgebroken, join_regels
from pipeline.model.document import Cel, Tabelblok

_LIJNEN = re.compile(rb"(?<=[\s\d])(?:re|l)(?=\s)")
_MIN_LIJNEN = 4
_MAX_TABELLEN = 40


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A table with its box on the page, in points from the lower left."""

    tabel: Tabelblok
    links: float
    rechts: float
    boven: float
    onder: float

    def omvat(self, x: float, y: float, grootte: float) -> bool:
        """Tell whether a piece of text that begins at this point stands in the table."""
        return self.links - 2 <= x <= self.rechts + 2 and self.onder - 2 <= y + grootte / 3 <= self.boven + 2


def has_lijnen(drawing: bytes) -> bool:
    """Tell whether a page is drawn with enough lines or boxes to hold a table."""
    return len(_LIJNEN.findall(drawing)) >= _MIN_LIJNEN


def find_tabellen(data: bytes, index: int) -> tuple[Gevonden, ...]:
    """Read the ruled tables of one page; none where pdfplumber cannot make anything of it."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as document:
            page = document.pages[0]
            height = float(page.height)
            found = []
            for table in page.find_tables()[:_MAX_TABELLEN]:
                left, top, right, bottom = table.bbox
                if rows := _rows(table.extract()):
                    found.append(Gevonden(Tabelblok(rows), left, right, height - top, height - bottom))
            return tuple(found)
    except Exception:  # a page it cannot read is still read as lines
        return ()


def _rows(extracted: list[list[str | None]]) -> tuple[tuple[Cel, ...], ...]:
    """Keep what is a table: two columns with text at least, empty rows and columns left out."""
    filled = [[(cell or "").strip() for cell in row] for row in extracted]
    columns = [c for c in range(max(map(len, filled), default=0)) if any(row[c] for row in filled if c < len(row))]
    rows = [[row[c] if c < len(row) else "" for c in columns] for row in filled if any(row)]
    if len(columns) < 2 or not any(sum(bool(cell) for cell in row) >= 2 for row in rows):
        return ()
    widths = [max((len(line) for row in rows for line in row[c].split("\n")), default=0) for c in range(len(columns))]
    return tuple(tuple(Cel(unwrap(cell, widths[c])) for c, cell in enumerate(row)) for row in rows)


def unwrap(cell: str, width: int) -> str:
    """Join the lines of a cell that were broken because the column was full; other line ends stay."""
    parts: list[list[Regel]] = []
    for line in cell.split("\n"):
        text = line.strip()
        if parts and text and not _was_ended(parts[-1][-1].tekst, text, width):
            parts[-1].append(Regel(text, 0))
        elif text:
            parts.append([Regel(text, 0)])
    return "\n".join(join_regels(part, frozenset())[0] for part in parts)


def _was_ended(line: str, following: str, width: int) -> bool:
    """Tell whether somebody ended this line: the next word would still have fitted on it."""
    if following[:1].islower() or following[:1] in "([" or is_afgebroken(line):
        return False
    return len(line) + 1 + len(following.split(" ", 1)[0]) <= width * 0.95
