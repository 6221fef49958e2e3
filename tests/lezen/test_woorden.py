"""The headings by which minutes name their own parts."""

import pytest

from pipeline.lezen.woorden import is_actiekop, is_afwezigkop, is_besluitkop, is_deelnemerkop, is_niets


@pytest.mark.parametrize(
    "kop",
    [
        "Actiepunten",
        "ACTIELIJST",
        "Acties:",
        "Actielijst PRT 23 januari 2026",
        "Actielijst (bijgewerkt)",
        "Actie- en besluitenlijst",
        "Besluiten- en actielijst",
        "Afspraken en acties",
        "Openstaande actiepunten",
        "Lijst met actiepunten",
        "Actiepunten vorige vergadering",
        "Acties uit dit overleg",
        "Bijlage 1: Actielijst",
        "Huiswerk volgende keer",
        "To do",
    ],
)
def test_a_heading_of_actions_is_known(kop):
    assert is_actiekop(kop)


@pytest.mark.parametrize(
    "kop",
    [
        "Verslag en actiepunten vorige keer",
        "Actiepunten zijn besproken",
        "Actief grondbeleid",
        "Activiteiten in de zomer",
        "Reacties",
        "Vaststelling verslag",
        "Stand van zaken woningen en actie verplaatsing bewoners",
        "",
    ],
)
def test_a_heading_about_something_else_is_not(kop):
    assert not is_actiekop(kop)


@pytest.mark.parametrize("kop", ["Besluitenlijst", "Besluiten", "Genomen besluiten:", "Besluiten van 3 mei"])
def test_a_heading_of_decisions_is_known(kop):
    assert is_besluitkop(kop)


@pytest.mark.parametrize(
    ("kop", "afwezig"),
    [
        ("Aanwezig", False),
        ("Aanwezigen:", False),
        ("Deelnemers", False),
        ("Aan- en afwezigen", False),
        ("Afwezig (met berichtgeving):", True),
        ("Afwezig m.k.", True),
        ("Afgemeld", True),
        ("Bericht van verhindering", True),
    ],
)
def test_a_heading_of_people_is_known_and_whether_they_were_there(kop, afwezig):
    assert is_deelnemerkop(kop)
    assert is_afwezigkop(kop) is afwezig


@pytest.mark.parametrize("tekst", ["geen", "Geen.", "-", "n.v.t.", "niets genoteerd.", "Geen actiepunten", "nihil"])
def test_nothing_is_said_in_many_ways(tekst):
    assert is_niets(tekst)


@pytest.mark.parametrize("tekst", ["Jan belt", "Niet vergeten te bellen", "De lijst is leeg"])
def test_something_is_not_nothing(tekst):
    assert not is_niets(tekst)
