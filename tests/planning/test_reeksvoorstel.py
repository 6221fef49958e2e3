"""A series for a year: about every six weeks, on free days, and each shift says why."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest

from pipeline.model import Tafel, Tijdvak, VrijePeriode
from pipeline.planning import Bezet, Jaarkader, Planregel, is_werkdag, propose_reeks

OCHTEND = Tijdvak(time(9, 30), time(11))
PRT = Tafel("prt", "Proeftafel", "PRT", weken=6, weekdag="vrijdag", tijd=OCHTEND)
RRT = Tafel("rrt", "Proef RRT", "RRT", weekdag="donderdag", tijd=OCHTEND, voedt="prt")
VORIGE = date(2026, 12, 11)


def plan(tafel: Tafel = PRT, jaar: int = 2027, **kader: object) -> tuple[Planregel, ...]:
    regels, meldingen = propose_reeks(tafel, jaar, Jaarkader(**kader))  # type: ignore[arg-type]
    assert meldingen == ()
    return regels


def days(regels: tuple[Planregel, ...]) -> list[date]:
    return [regel.datum for regel in regels]


def test_a_meeting_every_six_weeks_on_the_usual_weekday() -> None:
    regels = plan(bekend=(VORIGE,))
    assert regels[0].datum == date(2027, 1, 22)
    assert all(regel.datum.weekday() == 4 for regel in regels)
    assert {(b - a).days for a, b in pairwise(days(regels))} <= {35, 42, 49}
    assert len(regels) == 9


@pytest.mark.parametrize(
    ("gewoon", "reden"),
    [(date(2027, 3, 26), "26 maart 2027: Goede vrijdag"), (date(2027, 1, 1), "1 januari 2027: Nieuwjaarsdag")],
)
def test_the_reason_names_the_day_and_what_is_on_it(gewoon: date, reden: str) -> None:
    regels = plan(bekend=(gewoon - timedelta(weeks=12),))
    shifted = next(r for r in regels if r.gewoon == gewoon)
    assert shifted.redenen == (reden,)
    assert abs(shifted.datum - gewoon) == timedelta(weeks=1)


def test_a_shift_does_not_move_the_meetings_after_it() -> None:
    regels = plan(bekend=(date(2026, 11, 20),))
    moved = next(n for n, r in enumerate(regels) if r.gewoon == date(2027, 3, 26))
    assert regels[moved + 1].gewoon == date(2027, 5, 7)


def test_a_free_period_is_avoided_and_the_summer_does_not_crowd_two_meetings() -> None:
    recess = VrijePeriode("zomerreces", date(2027, 7, 10), date(2027, 8, 22))
    regels = plan(bekend=(VORIGE,), vrije_perioden=(recess,))
    assert not [d for d in days(regels) if recess.van <= d <= recess.tot]
    assert any("zomerreces (tot en met 22 augustus 2027)" in reden for r in regels for reden in r.redenen)
    assert min((b - a).days for a, b in pairwise(days(regels))) >= 28


def test_no_meeting_while_another_table_meets() -> None:
    other = Bezet("Ander overleg", date(2027, 1, 22), Tijdvak(time(10), time(12)))
    first = plan(bekend=(VORIGE,), bezet=(other,))[0]
    assert first.datum != date(2027, 1, 22)
    assert first.redenen == ("22 januari 2027: dan vergadert Ander overleg",)


def test_another_table_in_the_afternoon_is_no_clash() -> None:
    other = Bezet("Ander overleg", date(2027, 1, 22), Tijdvak(time(13), time(15)))
    assert plan(bekend=(VORIGE,), bezet=(other,))[0].datum == date(2027, 1, 22)


def test_planning_twice_proposes_nothing_new() -> None:
    recess = VrijePeriode("zomerreces", date(2027, 7, 10), date(2027, 8, 22))
    christmas = VrijePeriode("kerstreces", date(2027, 12, 20), date(2028, 1, 2))
    free = (recess, christmas)
    for earlier in (VORIGE + timedelta(weeks=n) for n in range(-6, 2)):
        first = plan(bekend=(earlier,), vrije_perioden=free)
        second = plan(bekend=(earlier, *days(first)), vrije_perioden=free)
        assert [(r.datum, r.redenen) for r in second] == [(r.datum, r.redenen) for r in first], earlier
        assert all(regel.bestaat for regel in second)


def test_what_was_planned_by_hand_stays_and_the_rhythm_goes_on_from_there() -> None:
    regels = plan(bekend=(VORIGE, date(2027, 2, 5)))
    assert (regels[0].datum, regels[0].bestaat) == (date(2027, 2, 5), True)
    assert regels[1].datum == date(2027, 3, 19)


def test_nothing_is_proposed_in_the_past() -> None:
    regels, _ = propose_reeks(PRT, 2027, Jaarkader(bekend=(VORIGE,)), vanaf=date(2027, 6, 1))
    assert regels
    assert all(regel.datum >= date(2027, 6, 1) for regel in regels)


def test_a_table_without_a_weekday_says_so() -> None:
    regels, meldingen = propose_reeks(Tafel("x", "Proef"), 2027, Jaarkader())
    assert (regels, [m.code for m in meldingen]) == ((), ["ritme-onbekend"])


def test_a_year_that_is_wholly_free_says_so_for_each_step() -> None:
    year = VrijePeriode("sabbatical", date(2027, 1, 1), date(2027, 12, 31))
    regels, meldingen = propose_reeks(PRT, 2027, Jaarkader((year,), bekend=(VORIGE,)))
    assert regels == ()
    assert {m.code for m in meldingen} == {"geen-vrije-dag"}


# before another table


def test_a_table_meets_before_every_meeting_of_the_one_it_prepares() -> None:
    gevoed = tuple(days(plan(bekend=(VORIGE,))))
    regels = plan(RRT, gevoed=gevoed)
    assert [regel.voor for regel in regels] == list(gevoed)
    for previous, regel in zip((date.min, *gevoed), regels, strict=False):
        assert previous <= regel.datum < regel.voor
        assert regel.datum.weekday() == 3
        assert (regel.voor - regel.datum).days >= 7  # so that its outcome is in the papers


def test_the_meeting_before_one_in_january_is_in_december() -> None:
    regels = plan(RRT, gevoed=(date(2027, 1, 8),))
    assert regels[0].datum == date(2026, 12, 24)


def test_a_preparing_meeting_on_a_holiday_moves_and_stays_before() -> None:
    first = plan(RRT, gevoed=(date(2027, 5, 21),))[0]
    assert first.gewoon == date(2027, 5, 6)
    assert first.redenen == ("6 mei 2027: Hemelvaartsdag",)
    assert first.datum < date(2027, 5, 21)


def test_with_every_weekday_taken_another_day_is_found_that_is_still_before() -> None:
    thursdays = tuple(Bezet("Ander", date(2026, 12, 17) + timedelta(weeks=n)) for n in range(6))
    first = plan(RRT, gevoed=(date(2027, 1, 22),), bezet=thursdays, bekend=(date(2026, 12, 10),))[-1]
    assert date(2026, 12, 10) < first.datum < date(2027, 1, 22)
    assert first.datum.weekday() != 3
    assert is_werkdag(first.datum)
    assert "dan vergadert Ander" in first.redenen[0]


@pytest.mark.parametrize("zaad", range(200))
def test_whatever_is_kept_free_no_meeting_is_on_it_and_none_crowd(zaad: int) -> None:
    chance = random.Random(zaad)
    first = date(2027, 1, 1)
    free = tuple(
        VrijePeriode("vrij", day, day + timedelta(days=chance.choice((2, 7, 14, 42))))
        for day in (first + timedelta(days=chance.randrange(365)) for _ in range(chance.randrange(6)))
    )
    weken = chance.choice((4, 6, 8))
    tafel = Tafel("x", "Proef", weken=weken, weekdag=chance.choice(("maandag", "donderdag", "vrijdag")))
    regels, _ = propose_reeks(tafel, 2027, Jaarkader(free, bekend=(first - timedelta(days=chance.randrange(1, 90)),)))
    assert all(is_werkdag(d) and not any(p.van <= d <= p.tot for p in free) for d in days(regels))
    assert all((b - a).days >= weken * 7 * 2 / 3 for a, b in pairwise(days(regels)))
    assert all(regel.redenen for regel in regels if regel.datum != regel.gewoon)


def test_a_meeting_too_late_for_the_papers_is_the_last_thing_to_try() -> None:
    tafel = replace(RRT, dagen_vooraf=8)
    taken = tuple(Bezet("Ander", day) for day in (date(2027, 1, 14), date(2027, 1, 7)))
    first = plan(tafel, gevoed=(date(2027, 1, 22),), bezet=taken)[0]
    assert first.datum == date(2026, 12, 31)  # three weeks ahead, and not the day before
