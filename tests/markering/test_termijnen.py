"""Terms, read relative to the meeting of Friday 23 January 2026; the next one is on 13 March."""

from datetime import date

import pytest

from pipeline.markering import find_termijnen, parse_termijn
from pipeline.markering.termijnen import is_onmogelijke_termijn

VERGADERING, VOLGENDE = date(2026, 1, 23), date(2026, 3, 13)


@pytest.mark.parametrize(
    ("geschreven", "dag"),
    [
        ("vóór 1 maart", "2026-03-01"),
        ("1 maart 2027", "2027-03-01"),
        ("uiterlijk 15-02-2026", "2026-02-15"),
        ("eind mei", "2026-05-31"),
        ("eind december", "2026-12-31"),
        ("begin januari", "2027-01-10"),
        ("uiterlijk medio april", "2026-04-15"),
        ("half juni", "2026-06-15"),
        ("in mei", "2026-05-31"),
        ("februari 2027", "2027-02-28"),
        ("volgende vergadering", "2026-03-13"),
        ("de volgende PRT-vergadering", "2026-03-13"),
        ("volgende keer", "2026-03-13"),
        ("eerstvolgende bijeenkomst", "2026-03-13"),
        ("komende stuurgroep", "2026-03-13"),
        ("in het voorjaar", "2026-05-31"),
        ("najaar 2026", "2026-11-30"),
        ("voor de zomer", "2026-06-30"),
        ("Q1", "2026-03-31"),
        ("Q4 2025", "2025-12-31"),
        ("eerste kwartaal", "2026-03-31"),
        ("derde kwartaal 2027", "2027-09-30"),
        ("eerste helft van 2026", "2026-06-30"),
        ("week 12", "2026-03-20"),
        ("week 2", "2027-01-15"),
        ("binnen twee weken", "2026-02-06"),
        ("binnen 10 dagen", "2026-02-02"),
        ("over een maand", "2026-02-23"),
        ("binnen 3 werkdagen", "2026-01-28"),
        ("volgende week", "2026-01-30"),
        ("deze maand", "2026-01-31"),
        ("dit kwartaal", "2026-03-31"),
        ("eind van het jaar", "2026-12-31"),
        ("eind 2027", "2027-12-31"),
        ("voor kerst", "2026-12-25"),
        ("komende woensdag", "2026-01-28"),
        ("woensdag 3 juni", "2026-06-03"),
        ("morgen", "2026-01-24"),
        ("2027", "2027-12-31"),
    ],
)
def test_a_term_in_words_gets_its_last_day(geschreven, dag):
    assert parse_termijn(geschreven, VERGADERING, VOLGENDE).datum == date.fromisoformat(dag)


@pytest.mark.parametrize("geschreven", ["?", "z.s.m.", "doorlopend", "n.t.b.", "Komende weken", "na publicatie", "-"])
def test_a_term_without_a_date_keeps_its_words_and_gets_none(geschreven):
    termijn = parse_termijn(geschreven, VERGADERING, VOLGENDE)
    assert (termijn.tekst, termijn.datum) == (geschreven, None)


def test_the_next_meeting_has_no_date_while_none_is_planned():
    assert parse_termijn("volgende vergadering", VERGADERING).datum is None


def test_a_term_never_lies_before_its_meeting_when_the_year_is_left_out():
    for maand in ("januari", "februari", "juni", "december"):
        assert parse_termijn(f"eind {maand}", VERGADERING).datum >= VERGADERING


def test_terms_in_a_sentence_are_found_with_their_words():
    zin = "De secretaris zoekt dit vóór 1 maart uit en komt er in de volgende vergadering op terug."
    found = find_termijnen(zin, VERGADERING, VOLGENDE)
    assert [zin[f.begin : f.eind] for f in found] == ["vóór 1 maart", "volgende vergadering"]


def test_a_day_that_does_not_exist_is_no_term():
    assert parse_termijn("31 februari", VERGADERING).datum is None
    assert is_onmogelijke_termijn("31 februari")
    assert not is_onmogelijke_termijn("28 februari")


def test_a_term_can_be_read_without_knowing_the_meeting():
    assert parse_termijn("1 maart 2026").datum == date(2026, 3, 1)
    assert parse_termijn("eind mei").datum is None
