"""Papers that call on a server call on nobody: they are cleaned, and LibreOffice has no way out."""

from __future__ import annotations

import io

import openpyxl
import pytest
from lokstukken import make_lokstukken
from luisteraar import Luisteraar, convert_unguarded, listen
from papieren import make_docx, make_odt, make_xlsx
from pypdf import PdfReader

from pipeline.model import Ernst
from pipeline.omzetter import convert, find_omzetter
from pipeline.onschadelijk import disarm

OUD = {"doc": (".docx", ".odt", ".rtf"), "xls": (".xlsx", ".ods"), "ppt": (".pptx",)}


@pytest.fixture(scope="module")
def oor():
    with listen() as luisteraar:
        yield luisteraar


@pytest.fixture(scope="module")
def lokstukken(oor: Luisteraar) -> dict[str, bytes]:
    """Everything that calls, the old binary kinds made of the new ones among them."""
    new = make_lokstukken(oor.adres)
    old = {
        f"{name.replace('.', '-')}.{naar}": content
        for naar, kinds in OUD.items()
        for name, content in convert_unguarded({n: c for n, c in new.items() if n.endswith(kinds)}, naar).items()
    }
    oor.heard()
    return new | old


def test_libreoffice_calls_on_the_server_when_it_is_left_alone(oor, lokstukken):
    convert_unguarded(lokstukken)
    heard = oor.heard()
    assert {"docx-beeld", "docx-als-koppeling", "odt-beeld", "odt-object", "pptx-beeld", "xlsx-beeld"} <= heard
    for suffix in (".doc", ".xls", ".ppt"):
        convert_unguarded({n: c for n, c in lokstukken.items() if n.endswith(suffix)})
        assert oor.heard(), suffix


def test_nothing_is_heard_from_what_we_convert(oor, lokstukken):
    omzetter = find_omzetter()
    assert omzetter
    pdfs, _ = convert(omzetter, list(lokstukken.items()))
    assert len(pdfs) == len(lokstukken)
    assert oor.heard() == set()


def test_nothing_is_heard_from_a_cleaned_file_though_libreoffice_may_do_what_it_likes(oor, lokstukken):
    cleaned = {name: disarm(content, name).inhoud for name, content in lokstukken.items()}
    assert None not in cleaned.values()
    pdfs = convert_unguarded(cleaned)
    assert len(pdfs) == len(lokstukken)
    assert oor.heard() == set()
    plan = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdfs["beeld.docx"])).pages)
    assert "De tekst van dit stuk." in plan


def test_what_was_taken_out_is_named_with_file_place_and_address(oor):
    for name, content in make_lokstukken(oor.adres).items():
        found = disarm(content, name).meldingen
        assert [m for m in found if m.code == "verwijzing-naar-buiten" and name in m.tekst], name
    told = disarm(make_lokstukken(oor.adres)["boek.xlsx"], "boek.xlsx").meldingen
    assert any("cel B2" in m.tekst and f"{oor.adres}/xlsx-functie" in m.tekst for m in told)


@pytest.mark.parametrize("make", [make_docx, make_xlsx, make_odt], ids=["docx", "xlsx", "odt"])
def test_a_paper_that_calls_on_nobody_is_left_as_it_is_and_nothing_is_said(make):
    assert disarm(make("Plan"), f"plan.{make.__name__[-4:].strip('_')}").meldingen == ()


def test_a_cell_that_reached_outside_keeps_what_it_showed():
    book = openpyxl.Workbook()
    book.active["A1"] = '=WEBSERVICE("https://elders.example/")'
    book.active["A2"] = '=HYPERLINK("https://elders.example/","klik")'
    buffer = io.BytesIO()
    book.save(buffer)
    made = disarm(buffer.getvalue(), "boek.xlsx").inhoud
    assert made
    sheet = openpyxl.load_workbook(io.BytesIO(made)).active
    assert sheet["A1"].value is None
    assert sheet["A2"].value.startswith("=HYPERLINK")


@pytest.mark.parametrize(
    "data", [b"<html><img src='http://elders.example/'></html>", b"MIME-Version: 1.0\r\nContent-Type: multipart"]
)
def test_a_page_of_the_web_under_the_name_of_a_word_file_is_refused(data):
    made = disarm(data, "brief.doc")
    assert made.inhoud is None
    assert [(m.code, m.ernst) for m in made.meldingen] == [("stuk-onveilig", Ernst.FOUT)]
    assert "brief.doc" in made.meldingen[0].tekst
