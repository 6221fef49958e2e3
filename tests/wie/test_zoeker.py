"""The one search for known people: how far a mention goes, who it can be, and what speaks for it."""

from __future__ import annotations

import pytest

from pipeline.wie.namen import Namenindex, index_deelnemers
from pipeline.wie.personen import parse_deelnemer, parse_persoon
from pipeline.wie.woorden import split_woorden
from pipeline.wie.zoeker import Noeming, Zoeker

LIJST = ("Willem van der Schets", "dhr. Toonbeeld", "mw. Toonbeeld", "Ad Voorbeeldsma", "Kim Test - de Proef")


def zoeker(tekst: str) -> Zoeker[str]:
    index = Namenindex(tuple((parse_persoon(regel), regel) for regel in LIJST))
    return Zoeker(tekst, split_woorden(tekst), index)


def longest(tekst: str) -> Noeming[str]:
    return max(zoeker(tekst).find(), key=lambda n: n.eind - n.begin)


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Daarna sprak mevrouw Toonbeeld.", "mevrouw Toonbeeld"),
        ("Dit doet Ad Voorbeeldsma.", "Ad Voorbeeldsma"),
        ("Met dank aan Xandri Quorsz. Willem van der Schets zwijgt.", "Willem van der Schets"),
        ("Kim Test - de Proef belt.", "Kim Test - de Proef"),
        ("Willem van der Schets - Toonbeeld", "Willem van der Schets"),
        ("de heer van der\nSchets", "de heer van der\nSchets"),
        # Who is called so by nobody on the list may be somebody else: the whole is one mention.
        ("Xandrianna Willem van der Schets", "Xandrianna Willem van der Schets"),
    ],
)
def test_a_mention_goes_as_far_as_the_name(tekst, gevonden):
    assert longest(tekst).tekst == gevonden


def test_a_title_tells_two_people_of_one_name_apart():
    assert longest("mw. Toonbeeld").wie == ("mw. Toonbeeld",)
    assert len(longest("Toonbeeld").wie) == 2


@pytest.mark.parametrize(
    ("tekst", "gronden"),
    [
        ("mw. Toonbeeld", {"titel"}),
        ("Willem van der Schets", {"voornaam"}),
        ("Xandri van der Schets", {"voornaam", "anders"}),
        ("pre-Toonbeeld", {"streepje"}),
        ("toonbeeld@voorbeeld.example", {"technisch"}),
    ],
)
def test_what_speaks_for_a_mention_is_told(tekst, gronden):
    assert longest(tekst).gronden == gronden


def test_an_unknown_first_name_leaves_the_known_name_to_be_read_alone():
    read = {n.tekst for n in zoeker("Xandri Willem van der Schets").find()}
    assert {"Xandri Willem van der Schets", "Willem van der Schets"} <= read


def test_a_name_is_found_in_a_longer_word_and_with_spaces_between_its_letters():
    found = {n.tekst: n.gronden for n in zoeker("notitie_voorbeeldsma2.pdf en V o o r b e e l d s m a").find_verstopt()}
    assert found == {"voorbeeldsma2": {"in woord", "technisch"}, "V o o r b e e l d s m a": frozenset()}


@pytest.mark.parametrize(
    ("naam", "bekend"),
    [
        ("Willem", True),
        ("de heer Van der Schets", True),
        ("wethouder Toonbeeld", True),
        ("W. van der Schets", True),
        ("@willem", True),
        ("Willem vd S", True),
        ("COA", True),
        ("provincie nepland", True),
        ("Schets", False),
        ("Xandri van der Schets", False),
        ("De", False),
        ("", False),
    ],
)
def test_the_index_knows_people_and_bodies_by_what_they_are_called(naam, bekend):
    lines = ("Willem van der Schets (COA)", "dhr. Toonbeeld (Provincie Nepland)", "Dirk Evers")
    assert index_deelnemers(parse_deelnemer(line) for line in lines).kent(naam) is bekend
