"""Check on tables: totals that are not the sum of what stands above or before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from pipeline.controle.dossier import Dossier
from pipeline.controle.passage import row_bron
from pipeline.model import Melding, Tabel, melding

_TOTAAL = re.compile(r"^\W*(?:eind)?totaal\b|^\W*som\b", re.IGNORECASE)
_SUBTOTAAL = re.compile(r"^\W*(?:sub|tussen)totaal\b", re.IGNORECASE)
_GETAL = re.compile(r"^[€\s]*(?P<min>[-–])?\s*(?P<heel>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<deel>\d{1,2}|-))?\s*-?$")

Rij = tuple[str, ...]


def check_totalen(dossier: Dossier) -> Iterator[Melding]:
    """Report a total, in the last rows or the last column of a table, that is not the sum."""
    for tabel in _tabellen(dossier):
        for rij, titel, written, actual in (*_wrong_rows(tabel), *_wrong_columns(tabel)):
            what = f" van {titel}" if titel else ""
            text = f"Het totaal{what} is {_write(written)}, maar de som is {_write(actual)}."
            yield melding("totaal-anders", text, row_bron(tabel, rij))


_Fout = tuple[int, str, Decimal, Decimal]


def _tabellen(dossier: Dossier) -> Iterator[Tabel]:
    if dossier.verslag is not None:
        for blokken in (dossier.verslag.inleiding, *(punt.blokken for punt in dossier.verslag.punten)):
            yield from (blok for blok in blokken if isinstance(blok, Tabel) and len(blok.rijen) > 2)


def _wrong_rows(tabel: Tabel) -> Iterator[_Fout]:
    """Add up the columns: a subtotal counts what follows the one before it, a total everything but those."""
    header, *body = tabel.rijen
    for column in range(1, len(header)):
        total, part, count = Decimal(0), Decimal(0), 0
        for number, row in enumerate(body, 1):
            value = _read(row[column])
            is_total, is_sub = bool(_TOTAAL.match(row[0])), bool(_SUBTOTAAL.match(row[0]))
            if value is None and row[column].strip(" -–"):
                break  # words in a column: not figures to add up
            if is_total or is_sub:
                actual = part if is_sub else total
                if value is not None and count > 1 and value != actual:
                    yield number, header[column], value, actual
                part = Decimal(0)
            elif value is not None:
                total, part, count = total + value, part + value, count + 1


def _wrong_columns(tabel: Tabel) -> Iterator[_Fout]:
    """Add up the rows of a table whose last column is headed as the total."""
    header, *body = tabel.rijen
    if not _TOTAAL.match(header[-1]) or len(header) < 4:
        return
    for number, row in enumerate(body, 1):
        values, total = [_read(cell) for cell in row[1:-1]], _read(row[-1])
        figures = [value for value in values if value is not None]
        if total is not None and len(figures) > 1 and sum(figures) != total:
            yield number, row[0], total, sum(figures, Decimal(0))


def _read(cell: str) -> Decimal | None:
    """Read ``1.250``, ``€ 1.250,50`` or ``-3``; percentages and words are no figures to add up."""
    match = _GETAL.match(cell.replace("**", "").strip())
    if match is None:
        return None
    decimals = (match["deel"] or "0").replace("-", "0")
    try:
        value = Decimal(f"{match['heel'].replace('.', '')}.{decimals}")
    except InvalidOperation:
        return None
    return -value if match["min"] else value


def _write(value: Decimal) -> str:
    whole = f"{value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return whole.removesuffix(",00")
