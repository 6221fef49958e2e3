"""One worksheet in and out: rows of values, within bounds, and never a formula."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

MAX_BYTES = 5 * 1024 * 1024
MAX_UITGEPAKT = 50 * 1024 * 1024
MAX_RIJEN, MAX_KOLOMMEN = 5_000, 60
Celwaarde = str | date | int | None


class OnleesbaarWerkblad(Exception):
    """The bytes are no worksheet we read; the text says in Dutch why."""


def read_rijen(data: bytes) -> list[list[Celwaarde]]:
    """Read the first worksheet, row by row; a formula counts as the value it had when the file was saved."""
    from openpyxl import load_workbook

    _check_pakket(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=MAX_RIJEN + 1, max_col=MAX_KOLOMMEN, values_only=True)
        found = [[_read_cel(value) for value in row] for row in rows]
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise OnleesbaarWerkblad("het bestand is beschadigd of geen Excel-bestand (.xlsx)") from error
    if len(found) > MAX_RIJEN:
        raise OnleesbaarWerkblad(f"het heeft meer dan {MAX_RIJEN} rijen")
    return found


def _check_pakket(data: bytes) -> None:
    """Refuse what is too large once unpacked, and XML that declares entities."""
    if len(data) > MAX_BYTES:
        raise OnleesbaarWerkblad("het bestand is te groot")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > MAX_UITGEPAKT:
                raise OnleesbaarWerkblad("het bestand is te groot")
            for part in package.infolist():
                if part.filename.endswith((".xml", ".rels")) and b"<!" in package.read(part)[:4096].split(b"?>", 1)[-1]:
                    raise OnleesbaarWerkblad("het bevat iets wat in een Excel-bestand niet hoort")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise OnleesbaarWerkblad("het is geen Excel-bestand (.xlsx)") from error


def _read_cel(value: Any) -> Celwaarde:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or value is None:
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def write_rijen(titel: str, koppen: Sequence[str], rijen: Iterable[Sequence[Celwaarde]], merk: str = "") -> bytes:
    """Write a worksheet with a header that stays in view, filters, and columns as wide as what is in them.

    ``merk`` is printed on top of every page.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = titel[:31]
    for column, kop in enumerate(koppen, 1):
        sheet.cell(1, column, kop).font = Font(bold=True)
    widths = [len(kop) for kop in koppen]
    for number, rij in enumerate(rijen, 2):
        for column, value in enumerate(rij, 1):
            _write_cel(sheet.cell(number, column), value)
            widths[column - 1] = max(widths[column - 1], min(len(str(value or "")), 60))
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width + 3
    sheet.freeze_panes = "A2"
    sheet.oddHeader.center.text = merk or None
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write_cel(cell: Any, value: Celwaarde) -> None:
    """Write a value; a text that begins like a formula stays a text, in this file and in what is made of it."""
    if value in (None, ""):
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "dd-mm-yyyy"
    elif isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value[0] in "=+-@\t\r"
