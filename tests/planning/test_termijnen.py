"""Deadlines are counted in whole days, as the governancekader means them (3.3)."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from pipeline.model import MijlpaalDatum, Tafel
from pipeline.planning import agenda_termijn, find_feestdag, find_mijlpalen, herinner_dag, verslag_termijn

TAFEL = Tafel("prt", "Proeftafel")


def test_papers_are_in_time_a_week_before_and_late_the_day_after() -> None:
    termijn = agenda_termijn(TAFEL, date(2026, 1, 23))
    assert termijn.uiterlijk == date(2026, 1, 16)
    assert [termijn.is_te_laat(date(2026, 1, day)) for day in (15, 16, 17)] == [False, False, True]
    assert [termijn.dagen(date(2026, 1, day)) for day in (15, 16, 17)] == [1, 0, -1]


def test_minutes_are_in_time_up_to_and_including_the_fourteenth_day() -> None:
    termijn = verslag_termijn(TAFEL, date(2026, 1, 23))
    assert termijn.uiterlijk == date(2026, 2, 6)
    assert [termijn.is_te_laat(date(2026, 2, day)) for day in (6, 7)] == [False, True]


@pytest.mark.parametrize("vergadering", [date(2026, 3, 30), date(2026, 10, 26)], ids=["spring", "autumn"])
def test_a_clock_that_is_moved_in_between_changes_nothing(vergadering: date) -> None:
    termijn = agenda_termijn(TAFEL, vergadering)
    assert (vergadering - termijn.uiterlijk).days == 7
    assert termijn.uiterlijk.weekday() == vergadering.weekday()


def test_the_end_of_a_year_lies_in_between_like_any_other_day() -> None:
    assert agenda_termijn(TAFEL, date(2027, 1, 5)).uiterlijk == date(2026, 12, 29)
    assert verslag_termijn(TAFEL, date(2026, 12, 22)).uiterlijk == date(2027, 1, 5)
    assert agenda_termijn(TAFEL, date(2028, 3, 7)).uiterlijk == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("vergadering", "uiterlijk", "werkdag", "reden"),
    [
        (date(2026, 4, 10), date(2026, 4, 3), date(2026, 4, 2), "Goede vrijdag"),
        (date(2026, 4, 13), date(2026, 4, 6), date(2026, 4, 2), "Tweede paasdag"),
        (date(2027, 1, 8), date(2027, 1, 1), date(2026, 12, 31), "Nieuwjaarsdag"),
        (date(2026, 5, 4), date(2026, 4, 27), date(2026, 4, 24), "Koningsdag"),
    ],
)
def test_a_holiday_on_the_last_day_moves_the_work_and_not_the_rule(vergadering, uiterlijk, werkdag, reden) -> None:
    termijn = agenda_termijn(TAFEL, vergadering)
    assert (termijn.uiterlijk, termijn.werkdag, termijn.reden) == (uiterlijk, werkdag, reden)
    assert not termijn.is_te_laat(uiterlijk)


def test_minutes_due_on_a_holiday_are_made_before_it_and_not_after() -> None:
    termijn = verslag_termijn(TAFEL, date(2026, 4, 30))
    assert (termijn.uiterlijk, termijn.werkdag) == (date(2026, 5, 14), date(2026, 5, 13))


def test_a_weekend_counts_like_a_holiday() -> None:
    termijn = agenda_termijn(Tafel("rrt", "Proef", agenda_dagen=5), date(2026, 1, 22))
    assert (termijn.uiterlijk, termijn.werkdag, termijn.reden) == (date(2026, 1, 17), date(2026, 1, 16), "weekend")


def test_a_table_has_its_own_deadlines() -> None:
    tafel = Tafel("rrt", "Proef", agenda_dagen=10, verslag_dagen=5)
    assert agenda_termijn(tafel, date(2026, 1, 23)).uiterlijk == date(2026, 1, 13)
    assert verslag_termijn(tafel, date(2026, 1, 23)).uiterlijk == date(2026, 1, 28)


def test_owners_are_reminded_a_fortnight_before_on_a_working_day() -> None:
    assert herinner_dag(date(2026, 6, 5)) == date(2026, 5, 22)
    assert herinner_dag(date(2026, 5, 11)) == date(2026, 4, 24)  # Koningsdag on the Monday


# the law cycle


def test_the_law_cycle_takes_two_years_from_an_even_one() -> None:
    def days(jaar: int) -> list[tuple[str, date]]:
        return [(m.soort, m.datum) for m in find_mijlpalen(jaar)]

    assert days(2024) == [
        ("capaciteitsraming", date(2024, 2, 1)),
        ("provinciaal_verslag", date(2024, 11, 1)),
        ("verdeelbesluit", date(2024, 12, 31)),
    ]
    assert days(2025) == [("realisatie", date(2025, 7, 1))]
    assert days(2028)[0] == ("capaciteitsraming", date(2028, 2, 1))


def test_the_dates_of_2026_replace_those_of_the_law_for_that_cycle_only() -> None:
    own = (
        MijlpaalDatum("capaciteitsraming", date(2026, 2, 27), 2026),
        MijlpaalDatum("provinciaal_verslag", date(2026, 12, 1), 2026),
    )
    found = [(m.datum, m.is_afwijkend) for m in find_mijlpalen(2026, own)]
    assert found == [(date(2026, 2, 27), True), (date(2026, 12, 1), True), (date(2026, 12, 31), False)]
    assert not any(m.is_afwijkend for m in find_mijlpalen(2028, own))


def test_a_milestone_that_slips_into_the_next_year_is_found_there() -> None:
    own = (MijlpaalDatum("verdeelbesluit", date(2027, 1, 15), 2026),)
    assert "verdeelbesluit" not in {m.soort for m in find_mijlpalen(2026, own)}
    assert [m.soort for m in find_mijlpalen(2027, own)] == ["verdeelbesluit", "realisatie"]


def test_liberation_day_is_a_holiday_every_year_and_not_every_fifth() -> None:
    assert [find_feestdag(date(jaar, 5, 5)) for jaar in (2025, 2026, 2027)] == ["Bevrijdingsdag"] * 3
    assert find_feestdag(date(2026, 5, 6)) == ""


def test_the_holidays_are_those_of_the_calendar_of_the_netherlands_as_the_library_gives_it():
    jaren = range(2020, 2041)
    calendar = holidays.country_holidays("NL", years=jaren, language="nl", categories=("public", "optional"))
    days = [date(jaar, 1, 1) + timedelta(days=n) for jaar in jaren for n in range(365)]
    assert [find_feestdag(dag) for dag in days] == [calendar.get(dag, "") for dag in days]
