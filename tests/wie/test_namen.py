"""The names people go by in running text."""

from __future__ import annotations

import pytest

from pipeline.wie.namen import Namenindex, find_noemingen
from pipeline.wie.personen import parse_persoon
from pipeline.wie.woorden import fold_naam

LIJST = (
    "dhr. Van Voorbeeld",
    "mw. De Proef",
    "dhr. Groot Toonbeeld",
    "Jan Willem de Model",
    "mw. A. Müller-Staal",
    "Willem van der Schets",
)


@pytest.fixture
def index() -> Namenindex[str]:
    return Namenindex(tuple((parse_persoon(regel), regel) for regel in LIJST))


@pytest.mark.parametrize(
    ("geschreven", "bedoeld"),
    [
        ("Van Voorbeeld", "dhr. Van Voorbeeld"),
        ("de heer van Voorbeeld", "dhr. Van Voorbeeld"),
        ("K. van Voorbeeld", "dhr. Van Voorbeeld"),
        ("Groot Toonbeeld", "dhr. Groot Toonbeeld"),
        ("De Model", "Jan Willem de Model"),
        ("Muller-Staal", "mw. A. Müller-Staal"),
        ("mevrouw Müller", "mw. A. Müller-Staal"),
        ("WvdS", "Willem van der Schets"),
        ("Willem", "Willem van der Schets"),
        ("Willem vd S", "Willem van der Schets"),
        ("Willem vd Schets", "Willem van der Schets"),
    ],
)
def test_a_name_is_known_in_all_its_forms(index, geschreven, bedoeld):
    assert index.zoek(geschreven) == (bedoeld,)


@pytest.mark.parametrize("geschreven", ["Voorbeeld", "Van Voorbeelt", "Toonbeelden", "Vreemdeling", "", "?"])
def test_a_name_that_is_not_written_in_full_is_not_known(index, geschreven):
    assert index.zoek(geschreven) == ()


@pytest.mark.parametrize(
    ("geschreven", "bedoeld"),
    [
        ("Van Voorbeelt", "dhr. Van Voorbeeld"),
        ("Voorbeeld", "dhr. Van Voorbeeld"),
        ("Groottoonbeeld", "dhr. Groot Toonbeeld"),
        ("Groot Tonbeelt", "dhr. Groot Toonbeeld"),
        ("De Preof", "mw. De Proef"),
    ],
)
def test_a_slip_of_the_pen_is_recognised(index, geschreven, bedoeld):
    assert index.dichtstbij(geschreven)[1] == bedoeld


@pytest.mark.parametrize("geschreven", ["Vreemdeling", "De Boom", "Bos", "COA", ""])
def test_another_name_is_not_taken_for_a_slip(index, geschreven):
    assert index.dichtstbij(geschreven) is None


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("De heer Van Voorbeeld vraagt iets.", [("heer", "Van Voorbeeld")]),
        ("Mevrouw De Proef (Testdam) en dhr. Groot Toonbeeld.", [("mevrouw", "De Proef"), ("heer", "Groot Toonbeeld")]),
        ("De heren Van Voorbeeld en De Model.", [("heer", "Van Voorbeeld"), ("heer", "De Model")]),
        ("de heer J. van Voorbeeld COA", [("heer", "J. van Voorbeeld")]),
        ("mw. 't Staal-de Proef stemt in", [("mevrouw", "'t Staal-de Proef")]),
        ("De heer  (COA) antwoordt. Mevrouw antwoordt. De beheer Jansen.", []),
    ],
)  # fmt: skip
def test_people_are_found_by_their_titles(tekst, namen):
    assert [(n.aanspreking, n.naam) for n in find_noemingen(tekst)] == namen


def test_a_place_is_the_place_of_the_name_in_the_text():
    tekst = "Daarna vraagt mevrouw De Proef iets."
    (noeming,) = find_noemingen(tekst)
    assert tekst[noeming.begin : noeming.eind] == "De Proef"


def test_a_surname_is_found_without_a_title_and_only_with_its_prefix(index):
    tekst = "Van Voorbeeld knikt. Een Voorbeeld niet. Ook Groot  Toonbeeld en Voorbeelden niet."
    assert [tekst[b:e] for b, e, _ in index.find(tekst)] == ["Van Voorbeeld", "Groot  Toonbeeld"]


def test_two_people_of_one_name_are_both_meant():
    index = Namenindex(((parse_persoon("dhr. Dubbel"), 1), (parse_persoon("mw. Dubbel"), 2)))
    assert index.zoek("Dubbel") == (1, 2)


def test_folding_leaves_letters_and_spaces():
    assert fold_naam("  D’Ancona–Müller, ’t  Hart ") == "dancona muller t hart"
