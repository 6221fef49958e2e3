"""Names in lists of participants and action lists; all of them made up."""

import pytest

from pipeline.markering import parse_bericht, parse_status, parse_tijdvak
from pipeline.wie.personen import parse_deelnemer, parse_persoon, split_actiehouders


def test_a_participant_line_is_read_in_its_parts():
    deelnemer = parse_deelnemer("dhr. Ter Proef (Voorbeeldstad, wethouder) [afwezig]", "Regio Noord")
    assert deelnemer.naam == "dhr. Ter Proef"
    assert (deelnemer.persoon.tussenvoegsel, deelnemer.persoon.achternaam) == ("ter", "Proef")
    assert (deelnemer.groep, deelnemer.organisatie, deelnemer.rol) == (
        "Regio Noord",
        "Voorbeeldstad",
        "wethouder",
    )
    assert not deelnemer.aanwezig


@pytest.mark.parametrize(
    "geschreven",
    ["mw. Proef, afwezig m.k.", "mw. Proef (afgemeld)", "mw. Proef [afwezig]", "mw. Proef (afwezig)"],
)
def test_absence_is_read_in_its_usual_forms(geschreven):
    deelnemer = parse_deelnemer(geschreven)
    assert (deelnemer.naam, deelnemer.aanwezig) == ("mw. Proef", False)


def test_a_capacity_is_no_organisation():
    deelnemer = parse_deelnemer("mw. Proef (agendalid)")
    assert (deelnemer.hoedanigheid, deelnemer.organisatie, deelnemer.rol) == ("agendalid", "", "")


def test_a_blanked_name_leaves_a_participant_without_name():
    deelnemer = parse_deelnemer("(ABC)")
    assert (deelnemer.naam, deelnemer.organisatie) == (None, "ABC")


def test_an_empty_line_is_nobody():
    assert parse_deelnemer("  ") is None


@pytest.mark.parametrize(
    ("geschreven", "delen"),
    [
        ("dhr. J.P. van der Proef", ("dhr.", "J.P.", "van der", "Proef")),
        ("mevrouw De Proef-Voorbeeld", ("mevrouw", "", "de", "Proef-Voorbeeld")),
        ("de heer Groot Proef", ("de heer", "", "", "Groot Proef")),
        ("Sanne van der Proef", ("", "Sanne", "van der", "Proef")),
        ("Proef", ("", "", "", "Proef")),
        ("drs. mr. A. Proef", ("drs. mr.", "A.", "", "Proef")),
    ],
)
def test_a_name_is_taken_apart(geschreven, delen):
    persoon = parse_persoon(geschreven)
    assert (persoon.aanhef, persoon.voorletters, persoon.tussenvoegsel, persoon.achternaam) == delen
    assert persoon.naam == geschreven


@pytest.mark.parametrize(
    ("geschreven", "namen"),
    [
        ("Jan/Piet", ("Jan", "Piet")),
        ("COA en provincie", ("COA", "provincie")),
        ("COA, secretaris; AenM", ("COA", "secretaris", "AenM")),
        ("Zaanstreek-Waterland", ("Zaanstreek-Waterland",)),
        ("?", ()),
        ("", ()),
    ],
)
def test_owners_are_told_apart(geschreven, namen):
    assert split_actiehouders(geschreven) == namen


def test_a_known_name_with_and_in_it_stays_whole():
    assert split_actiehouders("Wonen en Ruimte", frozenset({"Wonen en Ruimte"})) == ("Wonen en Ruimte",)


@pytest.mark.parametrize(
    ("geschreven", "status"),
    [
        ("open", "open"),
        ("Open, (wacht op stuk)", "open"),
        ("loopt nog", "open"),
        ("nog niet afgerond", "open"),
        ("niet gereed", "open"),
        ("deels afgerond", "open"),
        ("afgerond", "afgerond"),
        ("is afgehandeld", "afgerond"),
        ("Gesloten (check)", "afgerond"),
        ("Gereed", "afgerond"),
        ("X", "afgerond"),
        ("✓", "afgerond"),
        ("vervallen", "vervallen"),
        ("niet meer nodig", "vervallen"),
        ("", None),
        ("paars", None),
    ],
)
def test_a_state_is_read_as_people_write_it(geschreven, status):
    assert parse_status(geschreven) == status


@pytest.mark.parametrize(
    "geschreven",
    ["9:30 - 11:00", "9.30 tot 11.00 uur", "09:30–11:00", "van 9:30 uur tot 11:00 uur", "9.30-11 uur"],
)
def test_a_time_of_day_is_read_in_any_usual_form(geschreven):
    assert str(parse_tijdvak(geschreven)) == "9:30 tot 11:00 uur"


@pytest.mark.parametrize("geschreven", ["", "ochtend", "25:00", "9:75", "9:30 - straks"])
def test_what_is_no_time_of_day_is_none(geschreven):
    assert parse_tijdvak(geschreven) is None


@pytest.mark.parametrize(
    ("geschreven", "status"),
    [
        ("Afgerond, de brief is verstuurd", "afgerond"),
        ("De brief is verstuurd; afgerond", "afgerond"),
        ("Verstuurd op 3 december. Kan van de lijst.", "afgerond"),
        ("Is niet meer nodig", "vervallen"),
        ("Niet langer aan de orde, vervallen", "vervallen"),
        ("Besproken, nog niet afgerond", None),
        ("Half klaar, afgerond in maart", None),
        ("Mw. De Proef belt de gemeente", None),
        ("", None),
    ],
)
def test_a_note_on_an_action_says_how_it_stands_at_its_beginning_or_its_end(geschreven, status):
    assert parse_bericht(geschreven) == status
