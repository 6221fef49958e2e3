"""What pdfplumber sees on a PDF page: ruled tables, and where words begin and end. Only loaded where it is needed."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.lezen.maten import PAST_NOG
from pipeline.lezen.pdf_breuken import is_doorgebroken
from pipeline.lezen.pdf_kolommen import Pdfwoord
from pipeline.lezen.regels import Leesregel, is_afgebroken, join_regels
from pipeline.model.document import Cel, Tabelblok

if TYPE_CHECKING:
    from pdfplumber.page import Page

_LIJNEN = re.compile(rb"(?<=[\s\d])(?:re|l)(?=\s)")
_MIN_LIJNEN = 4
_MAX_TABELLEN = 40
_REGELHOOGTE = 12
_SPELING = 2  # points: as far as the columns of one table may lie apart on two pages


@dataclass(frozen=True, slots=True)
class Raster:
    """The grid of a ruled table: the left edge of each column, the columns with text, and the text of every cell."""

    kolommen: tuple[float, ...]
    gebruikt: tuple[int, ...]
    cellen: tuple[tuple[str, ...], ...]

    def is_as(self, other: Raster) -> bool:
        """Tell whether the columns stand in the same places."""
        same = len(self.kolommen) == len(other.kolommen)
        return same and all(abs(a - b) < _SPELING for a, b in zip(self.kolommen, other.kolommen, strict=True))


@dataclass(frozen=True, slots=True)
class GevondenTabel:
    """A table with its box on the page, in points from the lower left.

    ``raster`` is its grid as ruled: where each column begins, which of them ``tabel`` has, and all cells as they
    stand. A rest of a row at the top of a page is no table (``tabel`` is empty) but for the grid it goes on with.
    """

    tabel: Tabelblok
    links: float
    rechts: float
    boven: float
    onder: float
    raster: Raster | None = None

    def go_on_from(self, above: GevondenTabel) -> GevondenTabel | None:
        """Return this as the rest of the table at the foot of the page before; None where its grid is another."""
        if self.raster is None or above.raster is None or not self.raster.is_as(above.raster):
            return None
        rows = _cells(self.raster.cellen, above.raster.gebruikt)
        return replace(self, tabel=Tabelblok(rows), raster=replace(self.raster, gebruikt=above.raster.gebruikt))

    def omvat(self, x: float, y: float, grootte: float) -> bool:
        """Tell whether a piece of text that begins at this point stands in the table."""
        return self.links - 2 <= x <= self.rechts + 2 and self.onder - 2 <= y + grootte / 3 <= self.boven + 2


def has_lijnen(drawing: bytes) -> bool:
    """Tell whether a page is drawn with enough lines or boxes to hold a table."""
    return len(_LIJNEN.findall(drawing)) >= _MIN_LIJNEN


@dataclass(frozen=True, slots=True)
class Lijn:
    """A rule across the page, at this height."""

    y: float
    links: float
    rechts: float


@dataclass(frozen=True, slots=True)
class Beeld:
    """What pdfplumber sees on a page: ruled tables, rules across, and all words with their edges."""

    tabellen: tuple[GevondenTabel, ...] = ()
    lijnen: tuple[Lijn, ...] = ()
    woorden: tuple[Pdfwoord, ...] = ()

    def outside(self, tabellen: Sequence[GevondenTabel]) -> tuple[Pdfwoord, ...]:
        """Return the words outside these tables; each table stands among them as lines without text."""
        words = [w for w in self.woorden if not any(t.omvat(w.links, w.y, 0) for t in tabellen)]
        for table in tabellen:
            steps = range(int((table.boven - table.onder) / _REGELHOOGTE) + 1)
            words += [Pdfwoord(table.links, table.rechts, table.boven - i * _REGELHOOGTE, 10, "") for i in steps]
        return tuple(words)


def look(data: bytes, index: int, tabellen: bool, woorden: bool) -> Beeld:
    """Look at one page, for its tables and for its words; nothing where pdfplumber cannot make anything of it."""
    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data), pages=[index + 1]) as document:
            page = document.pages[0]
            tables = _tables(page) if tabellen else ()
            return Beeld(tables, _lines(page), _words(page)) if woorden else Beeld(tables)
    except Exception:  # a page it cannot read is still read as lines
        return Beeld()


def _tables(page: Page) -> tuple[GevondenTabel, ...]:
    found = []
    for table in page.find_tables()[:_MAX_TABELLEN]:
        left, top, right, bottom = table.bbox
        grid = _raster(table.extract(), sorted({cell[0] for cell in table.cells}))
        rows = _rows(grid)
        if rows or len(grid.kolommen) > 1:
            found.append(GevondenTabel(Tabelblok(rows), left, right, page.height - top, page.height - bottom, grid))
    return tuple(found)


def _raster(extracted: list[list[str | None]], edges: Sequence[float]) -> Raster:
    cells = tuple(tuple((cell or "").strip() for cell in row) for row in extracted)
    filled = tuple(c for c in range(max(map(len, cells), default=0)) if any(row[c] for row in cells if c < len(row)))
    return Raster(tuple(edges), filled, cells)


def _lines(page: Page) -> tuple[Lijn, ...]:
    across = [edge for edge in page.edges if edge["orientation"] == "h"]
    return tuple(Lijn(page.height - edge["top"], edge["x0"], edge["x1"]) for edge in across)


def _words(page: Page) -> tuple[Pdfwoord, ...]:
    return tuple(
        Pdfwoord(
            links=word["x0"],
            rechts=word["x1"],
            y=page.height - (word["top"] + word["bottom"]) / 2,
            grootte=word["size"],
            tekst=word["text"],
            vet="bold" in word["fontname"].lower(),
        )
        for word in page.extract_words(extra_attrs=["size", "fontname"])
    )


def _rows(raster: Raster) -> tuple[tuple[Cel, ...], ...]:
    """Keep what is a table: two columns with text at least, empty rows and columns left out."""
    if len(raster.gebruikt) < 2 or not any(sum(bool(cell) for cell in row) >= 2 for row in raster.cellen):
        return ()
    return _cells(raster.cellen, raster.gebruikt)


def _cells(cells: Sequence[Sequence[str]], columns: Sequence[int]) -> tuple[tuple[Cel, ...], ...]:
    rows = [[row[c] if c < len(row) else "" for c in columns] for row in cells if any(row)]
    widths = [max((len(line) for row in rows for line in row[c].split("\n")), default=0) for c in range(len(columns))]
    return tuple(tuple(Cel(unwrap(cell, widths[c])) for c, cell in enumerate(row)) for row in rows)


def unwrap(cell: str, width: int) -> str:
    """Join the lines of a cell that were broken because the column was full, within a word too; other ends stay."""
    parts: list[list[Leesregel]] = []
    before = ""
    for text in filter(None, (line.strip() for line in cell.split("\n"))):
        if parts and is_doorgebroken(before, text, width):
            parts[-1][-1] = Leesregel(parts[-1][-1].tekst + text, 0)
        elif parts and not _was_ended(before, text, width):
            parts[-1].append(Leesregel(text, 0))
        else:
            parts.append([Leesregel(text, 0)])
        before = text
    return "\n".join(join_regels(part, frozenset())[0] for part in parts)


def _was_ended(line: str, following: str, width: int) -> bool:
    """Tell whether somebody ended this line: the next word would still have fitted on it."""
    if following[:1].islower() or following[:1] in "([" or is_afgebroken(line):
        return False
    return len(line) + 1 + len(following.split(" ", 1)[0]) <= width * PAST_NOG
