"""A term in a document: the day first, one way for all, and what was written behind it where that says more."""

from datetime import date

import pytest

from pipeline.markering import parse_termijn
from pipeline.markering.inline import bind_markeringen, loosen_markeringen
from pipeline.markering.termijnvorm import read_getoonde_termijn, show_termijn

VERGADERING, VOLGENDE = date(2026, 3, 13), date(2026, 4, 24)


@pytest.mark.parametrize(
    ("geschreven", "getoond"),
    [
        ("5 juni", "5 juni 2026"),
        ("05-06-2026", "5 juni 2026"),
        ("vrijdag 5 juni a.s.", "5 juni 2026"),
        ("uiterlijk 5 juni 2026", "5 juni 2026"),
        ("vóór 1 mei", "vóór 1 mei 2026"),
        ("vóór de zomer", "30 juni 2026 (vóór de zomer)"),
        ("volgende vergadering", "24 april 2026 (volgende vergadering)"),
        ("30 juni (notitie), 15 juli (besluit)", "30 juni 2026 (notitie), 15 juli (besluit)"),
        ("op de PRT van 5 juni", "5 juni 2026 (op de PRT van 5 juni)"),
        ("z.s.m.", "z.s.m."),
        ("", ""),
    ],
)
def test_a_term_is_shown_as_its_day_and_read_back_as_the_same_term(geschreven, getoond):
    termijn = parse_termijn(geschreven, VERGADERING, VOLGENDE)
    assert show_termijn(termijn) == getoond
    read = read_getoonde_termijn(getoond, VERGADERING, VOLGENDE)
    assert (show_termijn(read), read.datum) == (getoond, termijn.datum)


def test_words_that_say_more_come_back_as_they_were_written():
    assert read_getoonde_termijn("30 juni 2026 (vóór de zomer)", VERGADERING).tekst == "vóór de zomer"


def test_a_day_that_was_changed_in_word_is_not_lost_to_the_words_behind_it():
    read = read_getoonde_termijn("15 juli 2026 (vóór de zomer)", VERGADERING)
    assert (read.datum, read.tekst) == (date(2026, 7, 15), "15 juli 2026 (vóór de zomer)")


@pytest.mark.parametrize(
    "tekst", ["Het COA maakt een lijst [A1].", "Zie **[A2 (17-12-2025)]** en [B].", "[A] voorop", "x [y] z"]
)
def test_a_marker_is_bound_to_the_word_before_it_and_loosened_to_what_was_written(tekst):
    assert " [A" not in bind_markeringen(tekst)
    assert " [B" not in bind_markeringen(tekst)
    assert loosen_markeringen(bind_markeringen(tekst)) == tekst
