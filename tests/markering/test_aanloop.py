"""The words that lead in a term: what belongs to it, and what is left outside."""

from datetime import date

import pytest

from pipeline.markering.tijdwoorden import find_termijn

VERGADERING = date(2026, 2, 3)


def read(zin: str) -> str:
    return find_termijn(zin, VERGADERING).tekst


@pytest.mark.parametrize(
    "termijn",
    [
        "uiterlijk volgende week",
        "volgende week",
        "eind mei",
        "vóór 1 mei",
        "voor de zomer",
        "na de zomer",
        "in het najaar",
        "in de loop van mei",
        "voor de volgende vergadering",
        "tijdens het volgende overleg",
        "in het tweede kwartaal",
        "tegen het einde van het jaar",
        "aan het eind van de maand",
        "nog voor de zomervakantie",
        "uiterlijk in september",
        "met ingang van 1 juli",
        "in de eerste week van juni",
        "uiterlijk de 12e",
        "vóór het weekend",
        "morgenochtend",
        "dit voorjaar",
        "voor 23/3",
        "in de vergadering van juni",
        "voor de raadsvergadering van 12 mei",
        "een week voor de vergadering",
        "na ontvangst van de brief",
    ],
)
@pytest.mark.parametrize("zin", ["Jan stuurt het {}.", "Jan maakt de notitie {} af.", "Jan zet dit {} op papier."])
def test_a_term_keeps_its_own_words_and_no_others(termijn: str, zin: str) -> None:
    assert read(zin.format(termijn)) == termijn


@pytest.mark.parametrize("termijn", ["de volgende keer", "de komende weken", "het komende jaar"])
def test_an_article_that_fits_the_term_stays_and_a_second_one_does_not(termijn: str) -> None:
    assert read(f"Jan stuurt het {termijn}.") == termijn


@pytest.mark.parametrize(
    ("termijn", "dag"),
    [
        ("uiterlijk de 12e", date(2026, 2, 12)),
        ("uiterlijk de 1e", date(2026, 3, 1)),
        ("voor 23/3", date(2026, 3, 23)),
        ("vóór het weekend", date(2026, 2, 6)),
        ("in de eerste week van juni", date(2026, 6, 7)),
        ("volgende week vrijdag", date(2026, 2, 13)),
        ("vanmiddag", date(2026, 2, 3)),
        ("morgenochtend", date(2026, 2, 4)),
        ("aan het eind van de maand", date(2026, 2, 28)),
        ("in de vergadering van juni", date(2026, 6, 30)),
    ],
)
def test_a_term_is_read_as_the_last_day_it_allows(termijn: str, dag: date) -> None:
    assert find_termijn(f"Jan stuurt dit {termijn}.", VERGADERING).datum == dag


def test_the_time_somebody_gets_is_a_term() -> None:
    found = find_termijn("De leden krijgen twee weken de tijd om te reageren.", VERGADERING)
    assert (found.tekst, found.datum) == ("twee weken", date(2026, 2, 17))


def test_a_fraction_is_no_day_of_the_year() -> None:
    assert read("Jan vraagt of 2/3 van de leden instemt.") == ""


def test_the_date_of_the_minutes_that_are_spoken_of_is_no_term() -> None:
    assert read("Jan past het verslag van de vergadering van 3 mei aan.") == ""
