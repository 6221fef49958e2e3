"""Columns in plain text: a table somebody lined up with spaces or tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.lezen.regels import Leesregel
from pipeline.lezen.tabelkoppen import is_koprij
from pipeline.model.document import Cel, Plek, Tabelblok

_STUK = re.compile(r"\S+(?:\s\S+)*")
_MIN_KOLOMMEN = 2


def join_kolommen(regels: Sequence[Leesregel], lines: Sequence[str]) -> list[Leesregel | Tabelblok]:
    """Turn a header of columns with the lines under it into a table; ``lines`` are the lines as written.

    Only a line that reads as the header of a list of actions or decisions begins one: two columns of running
    text also look like a table. It ends at white space of two lines, or at a line that fits no column.
    """
    items: list[Leesregel | Tabelblok] = []
    index = 0
    while index < len(regels):
        table, used = _table(regels, index, lines)
        items.append(table if table is not None else regels[index])
        index += used if table is not None else 1
    return items


def _pieces(line: str) -> list[tuple[int, str]]:
    """Return the texts of a line that are two spaces or a tab apart, with where they begin."""
    expanded = line.expandtabs(8)
    return [(m.start(), m.group()) for m in _STUK.finditer(expanded)]


def _table(regels: Sequence[Leesregel], index: int, lines: Sequence[str]) -> tuple[Tabelblok | None, int]:
    """Read the table whose header is the line at ``index``, and how many lines it takes; (None, 1) without one."""
    header = _pieces(lines[regels[index].nummer - 1])
    if len(header) < _MIN_KOLOMMEN or not is_koprij([text for _, text in header]):
        return None, 1
    starts = [start for start, _ in header]
    rows, plekken = [[text for _, text in header]], [Plek(0, regels[index].nummer)]
    used = 1
    for position in range(index + 1, len(regels)):
        regel = regels[position]
        pieces = _pieces(lines[regel.nummer - 1])
        if len(pieces) == 1 and (regel.ruimte or pieces[0][0] < starts[0] + 2) and len(rows) > 1:
            break
        _add_row(rows, plekken, pieces, starts, regel)
        used += 1
    return (_as_block(rows, plekken), used) if len(rows) > 1 else (None, 1)


def _add_row(
    rows: list[list[str]], plekken: list[Plek], pieces: list[tuple[int, str]], starts: list[int], regel: Leesregel
) -> None:
    """Put the pieces of a line in their columns; a line without a first column goes on with the row above."""
    row = [""] * len(starts)
    exact = len(pieces) == len(starts)
    for position, (start, text) in enumerate(pieces):
        column = position if exact else _nearest(start, starts)
        row[column] = f"{row[column]} {text}".strip()
    if not row[0] and len(rows) > 1 and not regel.ruimte:
        rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], row, strict=True)]
        return
    rows.append(row)
    plekken.append(Plek(0, regel.nummer))


def _nearest(start: int, starts: list[int]) -> int:
    return min(range(len(starts)), key=lambda column: abs(starts[column] - start))


def _as_block(rows: list[list[str]], plekken: list[Plek]) -> Tabelblok:
    return Tabelblok(tuple(tuple(Cel(text) for text in row) for row in rows), tuple(plekken))
