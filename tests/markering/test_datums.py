"""Dates as people write them."""

from datetime import date

import pytest

from pipeline.markering import find_datums, format_datum, parse_datum

VERGADERING = date(2026, 1, 23)


@pytest.mark.parametrize(
    "geschreven",
    [
        "23 januari 2026",
        "23 jan 2026",
        "23 jan. 2026",
        "vrijdag 23 januari 2026",
        "vr. 23 januari 2026",
        "23-01-2026",
        "23-1-2026",
        "23/01/26",
        "23.1.2026",
        "2026-01-23",
        "23 januari '26",
        "23 JANUARI 2026",
        "23-jan-2026",
    ],
)
def test_a_date_is_read_in_any_usual_form(geschreven):
    assert parse_datum(geschreven).datum == date(2026, 1, 23)


@pytest.mark.parametrize("geschreven", ["30 februari 2026", "31-04-2026", "2026-13-01", "29 februari 2025", "32 mei"])
def test_a_day_that_does_not_exist_is_told_from_one_that_cannot_be_read(geschreven):
    lezing = parse_datum(geschreven)
    assert lezing.datum is None
    assert lezing.onmogelijk


@pytest.mark.parametrize("geschreven", ["gisteren", "2026", "januari 2026", "", "23 januari of 24 januari 2026"])
def test_what_is_not_one_date_cannot_be_read(geschreven):
    lezing = parse_datum(geschreven)
    assert lezing.datum is None
    assert not lezing.onmogelijk


def test_a_missing_year_is_taken_from_the_meeting():
    assert parse_datum("17 december", VERGADERING, "terug").datum == date(2025, 12, 17)
    assert parse_datum("17 december", VERGADERING, "vooruit").datum == date(2026, 12, 17)
    assert parse_datum("17 december", VERGADERING, "dichtbij").datum == date(2025, 12, 17)
    assert parse_datum("29 februari", VERGADERING).datum == date(2028, 2, 29)
    assert parse_datum("17 december").datum is None


def test_dates_in_running_text_are_found_with_their_place():
    tekst = "Op 5 februari 2026 en uiterlijk 01-03-2026 (artikel 12-4)."
    found = find_datums(tekst)
    assert [tekst[d.begin : d.eind] for d in found][:2] == ["5 februari 2026", "01-03-2026"]


def test_a_time_behind_a_date_is_not_its_year():
    assert find_datums("op 3 oktober 14.00 uur", VERGADERING)[0].datum == date(2026, 10, 3)


def test_a_date_is_written_in_words():
    assert format_datum(date(2026, 3, 1)) == "1 maart 2026"
