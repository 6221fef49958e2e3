"""The head of a document says what it is: draft or adopted and where, changed since it went out, when what begins."""

from dataclasses import replace
from datetime import date, time

import pytest
from docx_hulp import all_text

from pipeline.documenten import Stukken, find_soort, packaged_sjabloon, render, voorbeeld_stukken
from pipeline.model import Agendapunt, Tijdvak, Vaststelmoment

DAG = date(2026, 3, 20)


def shown(naam: str, stukken: Stukken) -> list[str]:
    soort = find_soort(naam)
    data, meldingen = render(soort, stukken, packaged_sjabloon(soort.sjabloon), soort.sjabloon)
    assert data is not None, meldingen
    return all_text(data)


def adopted(moment: Vaststelmoment | None) -> Stukken:
    stukken = voorbeeld_stukken()
    return replace(stukken, verslag=replace(stukken.verslag, status="vastgesteld"), vaststelmoment=moment)


def test_a_draft_says_so_and_until_when_reactions_are_welcome():
    line = "Concept. Reacties graag uiterlijk vrijdag 24 april 2026 naar secretariaat@voorbeeld.example."
    assert line in shown("verslag", voorbeeld_stukken())


def test_a_table_sets_the_days_for_reactions_itself():
    stukken = voorbeeld_stukken()
    stukken = replace(stukken, tafel=replace(stukken.tafel, reactie_dagen=10))
    assert any("uiterlijk dinsdag 21 april 2026" in line for line in shown("verslag", stukken))


@pytest.mark.parametrize("volgende", [None, date(2026, 4, 3)], ids=["not known", "before the draft can be answered"])
def test_without_a_next_meeting_that_leaves_time_no_day_for_reactions_is_made_up(volgende):
    assert "Concept" in shown("verslag", replace(voorbeeld_stukken(), volgende=volgende))


@pytest.mark.parametrize(
    ("moment", "zegt"),
    [
        (Vaststelmoment(date(2026, 5, 1), "vergadering van 1 mei 2026"),
         "Vastgesteld op 1 mei 2026 in de vergadering van de PRT"),
        (Vaststelmoment(date(2026, 5, 4), "vergadering van 1 mei 2026"),
         "Vastgesteld op 4 mei 2026 in de vergadering van 1 mei 2026"),
        (Vaststelmoment(date(2026, 4, 3), "schriftelijk"), "Vastgesteld op 3 april 2026, schriftelijk"),
        (None, "Vastgesteld"),
    ],
)  # fmt: skip
def test_adopted_minutes_say_when_and_where_as_far_as_that_is_known(moment, zegt):
    lines = shown("verslag", adopted(moment))
    assert zegt in lines
    assert not any("Reacties" in line for line in lines)


def test_dates_have_their_weekday():
    lines = shown("verslag", voorbeeld_stukken())
    assert {"vrijdag 20 maart 2026", "vrijdag 1 mei 2026"} <= set(lines)


def agenda_met_tijden(*duur: int | None, kloktijden: bool = True) -> list[str]:
    stukken = voorbeeld_stukken()
    punten = tuple(Agendapunt(str(n), f"Punt {n}", duur=minuten) for n, minuten in enumerate(duur, 1))
    vergadering = replace(stukken.vergadering, tijd=Tijdvak(time(9, 30)), agendapunten=punten)
    return shown(
        "agenda", replace(stukken, vergadering=vergadering, tafel=replace(stukken.tafel, kloktijden=kloktijden))
    )


def times(lines: list[str]) -> list[str]:
    """The times behind the items, without that of the meeting in the head."""
    return [line for line in lines[lines.index("Onderwerpen") :] if line.endswith(" uur")]


def test_an_agenda_says_of_each_item_when_it_begins_where_the_table_wants_that():
    lines = agenda_met_tijden(10, 45, 5)
    assert times(lines) == ["9:30 uur", "9:40 uur", "10:25 uur"]
    assert lines.count("Tijd") == 2  # in the head, and above the column


def test_behind_an_item_without_a_duration_no_time_is_made_up():
    assert times(agenda_met_tijden(10, None, 5)) == ["9:30 uur", "9:40 uur"]


def test_an_agenda_keeps_to_durations_where_the_table_does_not_ask_for_times():
    lines = agenda_met_tijden(10, 45, kloktijden=False)
    assert "Duur" in lines
    assert "9:40 uur" not in lines


def test_an_agenda_that_changed_after_it_went_out_says_on_which_day():
    assert "Gewijzigd op 18 maart 2026" in shown("agenda", replace(voorbeeld_stukken(), gewijzigd=date(2026, 3, 18)))
    assert not any("Gewijzigd" in line for line in shown("agenda", voorbeeld_stukken()))


def test_a_decision_stands_where_its_item_ends_and_the_others_in_a_table():
    stukken = voorbeeld_stukken()
    besluit = stukken.verslag.besluiten[0]
    los = replace(besluit, label="B2", tekst="Los besluit.", agendapunt="")
    lines = shown("verslag", replace(stukken, verslag=replace(stukken.verslag, besluiten=(besluit, los))))
    opening = lines.index("De voorzitter opent.")
    assert lines[opening + 1] == "Besluit B1: De tafel stelt het verslag van 6 februari 2026 vast."
    assert lines[lines.index("Besluiten") :][1:5] == ["Nr", "Besluit", "B2", "Los besluit."]
