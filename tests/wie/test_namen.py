"""The names people go by in running text."""

from __future__ import annotations

import pytest

from pipeline.wie.namen import Namenindex
from pipeline.wie.noemingen import find_noemingen
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
    assert [(n.aanspreking, n.naam) for n in find_noemingen(tekst, Namenindex(()))] == namen


def test_a_place_is_the_place_of_the_name_in_the_text():
    tekst = "Daarna vraagt mevrouw De Proef iets."
    (noeming,) = find_noemingen(tekst, Namenindex(()))
    assert tekst[noeming.begin : noeming.eind] == noeming.tekst == "mevrouw De Proef"


def test_a_surname_is_found_without_a_title_and_tells_whether_its_prefix_stands_there(index):
    tekst = "Van Voorbeeld knikt. Een Voorbeeld niet. Ook Groot  Toonbeeld en Voorbeelden niet."
    found = [(n.tekst, "familienaam" in n.soorten) for n in find_noemingen(tekst, index)]
    assert found == [("Van Voorbeeld", True), ("Voorbeeld", False), ("Groot  Toonbeeld", False)]


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Wethouder Van Voorbeeld en de wethouder van Toondam.", [("Van Voorbeeld", 1), ("van Toondam", 0)]),
        ("De heer Van Voorbeeld van Testdam.", [("Van Voorbeeld", 1)]),
        ("Xandri van Voorbeeld en Willem.", [("Xandri van Voorbeeld", 1), ("Willem", 1)]),
        ("Toe aan Willem. Van Voorbeelt knikt.", [("Willem", 1), ("Van Voorbeelt", 1)]),
        ("Zie willem@voorbeeld.example, Nep-de Proef en de proef.", []),
    ],
)
def test_everybody_is_found_once_and_as_far_as_the_name_goes(index, tekst, gevonden):
    assert [(n.naam, len(n.wie)) for n in find_noemingen(tekst, index)] == gevonden


def test_a_mention_tells_its_parts_and_how_near_it_is(index):
    (noeming,) = find_noemingen("Daarna sprak mevrouw A. Muller-Stael.", index)
    assert (noeming.aanspreking, noeming.delen.voorletters, noeming.delen.achternaam) == (
        "mevrouw",
        "A.",
        "Muller-Stael",
    )
    assert noeming.is_bijna and noeming.wie == ("mw. A. Müller-Staal",)


def test_two_people_of_one_name_are_both_meant():
    index = Namenindex(((parse_persoon("dhr. Dubbel"), 1), (parse_persoon("mw. Dubbel"), 2)))
    assert index.zoek("Dubbel") == (1, 2)


def test_folding_leaves_letters_and_spaces():
    assert fold_naam("  D’Ancona–Müller, ’t  Hart ") == "dancona muller t hart"
