"""Markers as minutes of any body write them, and what only looks like one."""

import pytest

from pipeline.markering.houders import read_houders
from pipeline.markering.tijdwoorden import find_termijn, is_alleen_termijn
from pipeline.markering.vreemd import find_vreemd
from pipeline.wie.namen import index_deelnemers
from pipeline.wie.personen import parse_deelnemer

NAMEN = index_deelnemers(
    [parse_deelnemer("Jan de Voorbeeld (JV)"), parse_deelnemer("mw. P. Proef (gemeente Voorbeeldstad)")]
)


@pytest.mark.parametrize(
    ("tekst", "plaats", "houder"),
    [
        ("De tekst wordt aangepast [A1].", "ervoor", ""),
        ("Het COA bespreekt dit intern (actiepunt).", "ervoor", ""),
        ("De brief gaat uit. ACTIE: Jan.", "ervoor", "Jan"),
        ("De brief gaat uit. Actie: secretaris", "ervoor", "secretaris"),
        ("De brief gaat uit. Actie: bestuur, vóór 1 mei.", "ervoor", "bestuur"),
        ("De brief gaat uit. Actiepunt Linda.", "ervoor", "Linda"),
        ("De brief gaat uit. Actie JV en PP.", "ervoor", "JV en PP"),
        ("De brief gaat uit (Actie: Jan/Piet).", "ervoor", "Jan/Piet"),
        ("De brief gaat uit <actiepunt Jan de V>. Daarna niets.", "ervoor", "Jan de V"),
        ("De brief gaat uit, actie: dhr. Proef", "ervoor", "dhr. Proef"),
        ("De brief gaat uit – actie Jan, uiterlijk 1 mei", "ervoor", "Jan"),
        (">> actie Maria, z.s.m.", "ervoor", "Maria"),
        ("(A: Jan)", "erachter", "Jan"),
        ("Actie Jan: belt de leverancier.", "erachter", "Jan"),
        ("Actie: Jan: belt de leverancier.", "erachter", "Jan"),
        ("Actie (Jan): de leverancier bellen.", "erachter", "Jan"),
        ("Actie 12 – Jan: de leverancier bellen.", "erachter", "Jan"),
        ("Aktie: de leverancier bellen.", "erachter", ""),
        ("<Actiepunt Jan>: de leverancier bellen.", "erachter", "Jan"),
        ("<actiepunt> Mevrouw Proef als lid voordragen.", "erachter", ""),
        ("AP3 Jan: de leverancier bellen.", "erachter", "Jan"),
        ("TODO @Tom: kleuren aanpassen", "erachter", "Tom"),
    ],
)
def test_a_marker_says_where_its_action_stands_and_who_owns_it(tekst, plaats, houder):
    (marker,) = [m for m in find_vreemd(tekst, NAMEN) if m.soort == "actie"]
    assert (marker.plaats, marker.houder.lstrip("@")) == (plaats, houder)


def test_a_marker_may_hold_the_action_itself():
    (marker,) = find_vreemd("Dit blijft liggen <Actiepunt Jan de V, plannen van een dagdeel> en komt terug.")
    assert (marker.houder, marker.tekst) == ("Jan de V", "plannen van een dagdeel")


@pytest.mark.parametrize(("tekst", "label"), [("Actie 2026-03: bellen.", "2026-03"), ("Actie 12: bellen.", "12")])
def test_a_marker_may_have_a_number(tekst, label):
    assert find_vreemd(tekst)[0].label == label


@pytest.mark.parametrize(
    "tekst",
    [
        "ACTIE zie punt 4",
        "Actie: zie actielijst",
        "Actiepunten: geen",
        "Actie: geen.",
        "Actie: -",
        "De actiepunten uit het vorige verslag zijn afgerond.",
        "Actie 12 is afgehandeld.",
        "AP02: Wij gebruiken open standaarden.",
        "Volgens AP02 moeten we open standaarden gebruiken.",
        "(zie actielijst)",
        "(actie afgerond)",
        "De bijplaatsactie loopt goed.",
        "Actie Schone Kust is een succes.",
        "Besluitvorming volgt later.",
        "De vergadering is afwezig [afwezig].",
        "Het formaat is A4 (A4).",
    ],
)
def test_pointers_states_and_headings_are_no_markers(tekst):
    assert find_vreemd(tekst, NAMEN) == ()


def test_words_may_mark_an_action_too():
    assert find_vreemd("Dit wordt als actiepunt opgenomen.")[0].plaats == "ervoor"


def test_a_decision_is_marked_by_its_word_or_label():
    assert [m.soort for m in find_vreemd("Besluit: het voorstel is aangenomen.")] == ["besluit"]
    assert [m.soort for m in find_vreemd("Het voorstel is aangenomen [B2].")] == ["besluit"]


@pytest.mark.parametrize(
    "tekst", ["Jan/Piet", "de secretaris", "TK en EK", "dhr. De Proef", "J. van der Voorbeeld", "COA, provincie", "….?"]
)
def test_owners_are_read_whole(tekst):
    assert read_houders(f"{tekst}: bellen").tekst == tekst


@pytest.mark.parametrize("tekst", ["Er wordt gebeld", "Maken van een plan", "bellen met Jan", "Graag voor mei"])
def test_a_capital_alone_makes_no_owner(tekst):
    assert read_houders(tekst) is None


@pytest.mark.parametrize(
    "tekst", ["uiterlijk 1 mei", "z.s.m.", "vóór 1 mei 2026", "volgende vergadering", "Q1", "eind mei"]
)
def test_a_term_alone_is_a_term(tekst):
    assert is_alleen_termijn(tekst)


@pytest.mark.parametrize("tekst", ["Jan", "bellen voor 1 mei", "", "de provincie", "1 mei Jan"])
def test_what_holds_more_than_a_term_is_none(tekst):
    assert not is_alleen_termijn(tekst)


def test_the_date_of_a_document_is_no_term():
    assert not find_termijn("Jan beantwoordt de brief van 3 mei 2026")
    assert find_termijn("Na vaststelling worden de stukken verzonden").tekst == "Na vaststelling"
