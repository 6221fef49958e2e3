"""Owner and term behind the task, columns with more than one day, and lists of actions that stand by themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lezen_bouw import cell, make_docx, p, row, table

from pipeline.lezen import lees
from pipeline.model import Actiepunt

GEVALLEN = Path(__file__).parents[3] / "shared" / "gevallen"
JUNI = date(2026, 6, 15)


def acties(data: bytes, naam: str) -> tuple[Actiepunt, ...]:
    found = lees(data, naam).verslag
    assert found is not None
    return found.actiepunten


@pytest.mark.parametrize(
    ("regel", "taak", "houder", "termijn"),
    [
        ("Actie: notitie rondsturen (mw. Toets, 15 juni 2026)", "notitie rondsturen", "mw. Toets", JUNI),
        ("ACTIE: brief sturen (Toets, 15-6-2026)", "brief sturen", "Toets", JUNI),
        ("Actie: kaart maken, mw. Toets", "kaart maken", "mw. Toets", None),
        ("To do: zaal reserveren (Toets)", "zaal reserveren", "Toets", None),
        ("Actie: een kaart van de kermis (bijlage 2) maken", "een kaart van de kermis (bijlage 2) maken", "", None),
    ],
)
def test_owner_and_term_may_stand_behind_the_task(regel, taak, houder, termijn):
    text = f"Verslag PRT 3 juni 2026\n\nAanwezig: mw. Toets, dhr. De Proef\n\n1. Opening\nBesproken.\n{regel}\n"
    (action,) = acties(text.encode(), "verslag.txt")
    assert (action.actie, action.actiehouder, action.termijn.datum) == (taak, houder, termijn)


def in_table(*koppen: str, cellen: tuple[str, ...]) -> Actiepunt:
    body = p("Verslag PRT 3 juni 2026") + p("Actielijst")
    body += table(row(*(cell(p(k)) for k in koppen)), row(*(cell(p(c)) for c in cellen)))
    (action,) = acties(make_docx(body), "verslag.docx")
    return action


@pytest.mark.parametrize(
    ("koppen", "cellen"),
    [
        (
            ("Nr", "Datum overleg", "Actie", "Wie", "Gereed"),
            ("1", "3 juni 2026", "Notitie schrijven", "mw. Toets", "15 juni 2026"),
        ),
        (
            ("Nr", "Datum actie", "Actie", "Wie", "Deadline"),
            ("1", "3 juni 2026", "Notitie schrijven", "mw. Toets", "15 juni 2026"),
        ),
        (
            ("Nr", "Actie", "Wie", "Klaar", "Datum besluit"),
            ("1", "Notitie schrijven", "mw. Toets", "15-6-2026", "3-6-2026"),
        ),
    ],
)
def test_of_two_days_the_term_is_the_one_that_says_so(koppen, cellen):
    action = in_table(*koppen, cellen=cellen)
    assert (action.actie, action.actiehouder, action.termijn.datum) == ("Notitie schrijven", "mw. Toets", JUNI)


@pytest.mark.parametrize("kop", ["To do", "Te doen", "Wat?", "Opdracht", "Afspraak", "Taak"])
def test_a_column_of_tasks_goes_by_many_names(kop):
    action = in_table("Nr", kop, "Wie", "Deadline", cellen=("1", "Notitie schrijven", "mw. Toets", "15 juni 2026"))
    assert (action.actie, action.actiehouder) == ("Notitie schrijven", "mw. Toets")


@pytest.mark.parametrize(
    "boven",
    [
        ("Actielijst PRT 3 juni 2026",),
        ("Actielijst PRT d.d. 3 juni 2026",),
        ("Actielijst PRT", "Vergadering van 3 juni 2026"),
    ],
)
def test_a_list_by_itself_says_its_date_above_the_table(boven):
    rows = row(*(cell(p(k)) for k in ("Nr", "Actie", "Wie", "Termijn")))
    rows += row(*(cell(p(c)) for c in ("1", "Notitie schrijven", "mw. Toets", "15 juni 2026")))
    read = lees(make_docx("".join(p(line) for line in boven) + table(rows)), "lijst.docx")
    assert read.datum == date(2026, 6, 3)


@pytest.mark.shared
@pytest.mark.parametrize("naam", ["gereed.docx", "datum-actie.docx"])
def test_the_small_tables_with_two_days_are_read(naam):
    path = GEVALLEN / "08-tabel-met-twee-datums" / naam
    assert [(a.actie, a.termijn.datum) for a in acties(path.read_bytes(), naam)] == [("Notitie schrijven", JUNI)]


@pytest.mark.shared
@pytest.mark.parametrize("naam", ["0.docx", "1.docx", "2.docx"])
def test_the_small_lists_by_themselves_have_a_date(naam):
    path = GEVALLEN / "11-losse-actielijst" / naam
    assert lees(path.read_bytes(), naam).datum == date(2026, 6, 3)
