"""Every page is looked at: realistic meetings on paper, as LibreOffice sets them, measured page by page."""

from __future__ import annotations

import io
import re

import pytest
from blad import Stuk, zet_om
from docx import Document
from vergaderingen import actielijst, agenda, besluitenlijst, verslag
from ziphulp import parts

from pipeline.documenten import DOCUMENTSOORTEN, Stukken, find_soort, packaged_sjabloon, render
from pipeline.model import has_fouten

# Agendas by items, people and open actions; minutes by items, blocks in each, people and actions; lists by rows.
AGENDAS = {
    f"agenda-{punten}-{mensen}-{acties}": (punten, mensen, acties)
    for punten, mensen, acties in (
        (5, 8, 0), (5, 8, 1), (5, 25, 12), (5, 60, 1), (7, 25, 0), (8, 25, 3), (10, 8, 0), (10, 25, 12),
        (10, 60, 0), (10, 60, 5), (13, 25, 2), (25, 8, 1), (25, 25, 0), (25, 60, 12),
    )
}  # fmt: skip
VERSLAGEN = {
    "verslag-2": (4, 1, 8, 2), "verslag-3-60": (5, 1, 60, 0), "verslag-8": (8, 4, 25, 12),
    "verslag-8-geen-acties": (8, 4, 25, 0), "verslag-20": (15, 6, 60, 30),
}  # fmt: skip
ACTIELIJSTEN = {f"actielijst-{n}": n for n in (1, 5, 8, 12, 13, 60, 61, 200)}
BESLUITENLIJSTEN = {f"besluitenlijst-{n}": n for n in (1, 24, 40)}
ALLE = [*AGENDAS, *VERSLAGEN, *ACTIELIJSTEN, *BESLUITENLIJSTEN]
# A font, and those that take exactly as much room: what is set in one falls on the same pages in the other.
GELIJKE_LETTERS = {
    "Calibri": {"Calibri", "Carlito"},
    "Cambria": {"Cambria", "Caladea"},
    "Arial": {"Arial", "LiberationSans"},
}


def _maak(naam: str, stukken: Stukken) -> bytes:
    soort = find_soort(naam)
    data, meldingen = render(soort, stukken, packaged_sjabloon(soort.sjabloon), soort.sjabloon)
    assert data is not None
    assert not has_fouten(meldingen)
    return data


@pytest.fixture(scope="module")
def op_papier(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stuk]:
    """All of them, converted in one run."""
    bestanden = {naam: _maak("agenda", agenda(*maten)) for naam, maten in AGENDAS.items()}
    bestanden |= {naam: _maak("verslag", verslag(*maten)) for naam, maten in VERSLAGEN.items()}
    bestanden |= {naam: _maak("actielijst", actielijst(rijen)) for naam, rijen in ACTIELIJSTEN.items()}
    bestanden |= {naam: _maak("besluitenlijst", besluitenlijst(rijen)) for naam, rijen in BESLUITENLIJSTEN.items()}
    return zet_om(bestanden, tmp_path_factory.mktemp("bladen"))


@pytest.fixture(params=ALLE)
def stuk(request: pytest.FixtureRequest, op_papier: dict[str, Stuk]) -> Stuk:
    return op_papier[request.param]


def test_no_page_before_the_last_is_less_than_half_full(stuk):
    assert [round(blad.vulling, 2) for blad in stuk.bladen[:-1] if blad.vulling < 0.5] == []


def test_the_last_page_has_more_than_two_lines(stuk):
    assert len(stuk.bladen[-1].regels) > 2


def test_no_heading_header_row_or_announcement_stands_alone_at_the_foot(stuk):
    last = [blad.regels[-1] for blad in stuk.bladen if blad.regels]
    assert [
        regel.tekst for regel in last if regel.is_kop or regel.tekst.endswith(":") or regel.tekst == "Bespreking"
    ] == []


def test_no_page_begins_with_the_header_row_of_a_table_of_which_nothing_follows(stuk):
    assert [blad.regels[-1].tekst for blad in stuk.bladen if all(regel.is_kop for regel in blad.regels)] == []


def _bladen_met(stuk: Stuk, patroon: str) -> list[int]:
    return [n for n, blad in enumerate(stuk.bladen) for _ in re.findall(patroon, blad.tekst)]


@pytest.mark.parametrize("naam", AGENDAS)
def test_no_item_of_an_agenda_is_cut_in_two(naam, op_papier):
    stuk = op_papier[naam]
    for n in range(1, AGENDAS[naam][0] + 1):
        begin = _bladen_met(stuk, rf"Onderwerp {n}:")
        assert len(begin) == 1
        assert _bladen_met(stuk, rf"stuk {n}b") == begin


@pytest.mark.parametrize("naam", [naam for naam, maten in AGENDAS.items() if maten[2]] + [*ACTIELIJSTEN])
def test_no_row_of_an_action_is_cut_in_two(naam, op_papier):
    stuk = op_papier[naam]
    for n in range(1, (AGENDAS[naam][2] if naam in AGENDAS else ACTIELIJSTEN[naam]) + 1):
        begin = _bladen_met(stuk, rf"Actie {n}:")
        assert len(begin) == 1
        assert _bladen_met(stuk, rf"\be{n}\.") == begin


@pytest.mark.parametrize("naam", AGENDAS)
def test_the_participants_of_an_agenda_stand_together(naam, op_papier):
    stuk = op_papier[naam]
    places = {page for n in range(1, AGENDAS[naam][1] + 1) for page in _bladen_met(stuk, rf"\(Gemeente {n}[,)]")}
    assert _bladen_met(stuk, r"\bDeelnemers\b") == list(places)


def _letters_van_sjablonen() -> set[str]:
    """The fonts that the packaged templates name, in styles and in the text."""
    content = b"".join(c for soort in DOCUMENTSOORTEN for c in parts(packaged_sjabloon(soort.sjabloon)).values())
    return {name.decode() for name in re.findall(rb'w:(?:ascii|hAnsi)="([^"]+)"', content)}


def test_the_fonts_of_the_templates_are_there_or_ones_that_take_the_same_room(stuk):
    assert stuk.letters <= {letter for name in _letters_van_sjablonen() for letter in GELIJKE_LETTERS[name]}


def test_no_marker_stands_alone_at_the_begin_of_a_line(stuk):
    lines = [regel.tekst for blad in stuk.bladen for regel in blad.regels]
    assert [line for line in lines if re.match(r"\[[AB]\d*\]", line)] == []


@pytest.mark.parametrize("naam", ["agenda", "verslag", "actielijst"])
def test_a_list_of_actions_gives_the_action_eight_centimetres_and_has_no_column_that_is_nearly_empty(naam):
    document = Document(io.BytesIO(packaged_sjabloon(find_soort(naam).sjabloon)))
    tables = [table for table in document.tables if table.rows[0].cells[1].text == "Actie"]
    assert tables
    for table in tables:
        assert table.columns[1].width.cm >= 7.99
        assert {cell.text for cell in table.rows[0].cells} <= {"Nr", "Actie", "Actiehouder", "Termijn", "Status"}
