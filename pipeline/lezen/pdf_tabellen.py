"""What pdfplumber sees on a PDF page: ruled tables, and where words begin and end. Only loaded where it is needed."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.lezen.pdf_kolommen import Woord
from pipeline.lezen.regels import Regel, is_afgebroken, join_regels
from pipeline.model.document import Cel, Tabelblok

if TYPE_CHECKING:
    from pdfplumber.page import Page

_LIJNEN = re.compile(rb"(?<=[\s\d])(?:re|l)(?=\s)")
_MIN_LIJNEN = 4
_MAX_TABELLEN = 40
_REGELHOOGTE = 12


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


def look(data: bytes, index: int, tabellen: bool, woorden: bool) -> tuple[tuple[Gevonden, ...], tuple[Woord, ...]]:
    """Read the ruled tables of one page and the words outside them, each where it is asked for.

    A table is among the words too, as lines without text. None of either where pdfplumber cannot make anything of it.
    """
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as document:
            page = document.pages[0]
            tables = _tables(page) if tabellen else ()
            return tables, _words(page, tables) if woorden else ()
    except Exception:  # a page it cannot read is still read as lines
        return (), ()


def _tables(page: Page) -> tuple[Gevonden, ...]:
    found = []
    for table in page.find_tables()[:_MAX_TABELLEN]:
        left, top, right, bottom = table.bbox
        if rows := _rows(table.extract()):
            found.append(Gevonden(Tabelblok(rows), left, right, page.height - top, page.height - bottom))
    return tuple(found)


def _words(page: Page, tables: Sequence[Gevonden]) -> tuple[Woord, ...]:
    words = []
    for word in page.extract_words(extra_attrs=["size", "fontname"]):
        y, bold = page.height - (word["top"] + word["bottom"]) / 2, "bold" in word["fontname"].lower()
        if not any(t.links <= word["x0"] <= t.rechts and t.onder <= y <= t.boven for t in tables):
            words.append(Woord(word["x0"], word["x1"], y, word["size"], word["text"], bold))
    for table in tables:
        steps = range(int((table.boven - table.onder) / _REGELHOOGTE) + 1)
        words += [Woord(table.links, table.rechts, table.boven - i * _REGELHOOGTE, 10, "") for i in steps]
    return tuple(words)


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
