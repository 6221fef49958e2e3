"""Spreadsheets come on lying pages, as wide as they are, and what is too small to read is named."""

from __future__ import annotations

import io

import openpyxl
import pytest
from luisteraar import convert_unguarded
from openpyxl.utils import get_column_letter
from pypdf import PdfReader

from pipeline.bundel import measure_letter
from pipeline.omzetter import convert, find_omzetter


def make_boek(columns: int, rows: int = 30) -> bytes:
    book = openpyxl.Workbook()
    for row in range(1, rows + 1):
        book.active.append([f"kolom {column} rij {row}" for column in range(1, columns + 1)])
    for column in range(1, columns + 1):
        book.active.column_dimensions[get_column_letter(column)].width = 16
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    omzetter = find_omzetter()
    assert omzetter
    boek = make_boek(12)
    books = {"smal.xlsx": make_boek(3), "breed.xlsx": boek, "te-breed.xlsx": make_boek(60)}
    books["oud.xls"] = convert_unguarded({"breed.xlsx": boek}, "xls")["breed.xlsx"]
    books["open.ods"] = convert_unguarded({"breed.xlsx": boek}, "ods")["breed.xlsx"]
    return convert(omzetter, list(books.items()))[0]


@pytest.mark.parametrize("name", ["smal.xlsx", "breed.xlsx", "oud.xls", "open.ods"])
def test_all_columns_are_on_one_lying_page(pdfs, name):
    pages = PdfReader(io.BytesIO(pdfs[name])).pages
    assert len(pages) == 1
    assert pages[0].mediabox.width > pages[0].mediabox.height
    last = 3 if name == "smal.xlsx" else 12
    assert f"kolom {last} rij 30" in " ".join(pages[0].extract_text().split())


def test_letters_are_measured_as_they_stand_on_the_page(pdfs):
    assert measure_letter(pdfs["smal.xlsx"]) == pytest.approx(11, abs=0.1)
    assert measure_letter(pdfs["breed.xlsx"]) > 6
    assert 0 < measure_letter(pdfs["te-breed.xlsx"]) < 6
