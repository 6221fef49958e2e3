"""Where a meeting stands, on any day, and what to do next."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.cli.tonen import write_opdracht
from pipeline.model import Gebeurtenis, Reeks, Tafel, Vergadering, Verslag
from pipeline.planning import Vergaderstand, vergaderstanden
from pipeline.planning.vergaderstand import STADIA
from pipeline.werk.status import next_step

DAG, VOLGENDE = date(2026, 6, 5), date(2026, 7, 17)
TAFEL = Tafel("prt", "Proeftafel")
AGENDA = "2026-06-05 Agenda PRT.docx"
VERSLAG = "2026-06-05 Conceptverslag PRT.docx"


def stand(
    op: date,
    *events: tuple[str, date],
    verslag: str = "",
    files: tuple[str, ...] = (),
    **rest: object,
) -> Vergaderstand:
    minutes = (Verslag("prt", DAG, verslag),) if verslag else ()  # type: ignore[arg-type]
    log = {DAG: tuple(Gebeurtenis(soort, day) for soort, day in events)}
    reeks = Reeks(TAFEL, (Vergadering("prt", DAG, **rest), Vergadering("prt", VOLGENDE)), minutes, logboeken=log)  # type: ignore[arg-type]
    return vergaderstanden(reeks, op, lambda _: (frozenset(files), frozenset(files)))[0]


@pytest.mark.parametrize(
    ("op", "events", "verslag", "files", "stadium", "opdracht", "uiterlijk"),
    [
        (date(2026, 5, 1), (), "", (), "gepland", "agenda", date(2026, 5, 28)),
        (date(2026, 5, 1), (), "", (AGENDA,), "conceptagenda", "akkoord", date(2026, 5, 28)),
        (date(2026, 5, 25), (("akkoord_voorzitter", date(2026, 5, 20)),), "", (AGENDA,), "akkoord_voorzitter",
         "verzend agenda", date(2026, 5, 29)),
        (date(2026, 6, 1), (("agenda_rondgezonden", date(2026, 5, 28)),), "", (AGENDA,), "agenda_rondgezonden",
         "verslag", date(2026, 6, 5)),
        (date(2026, 6, 6), (), "", (AGENDA,), "gehouden", "verslag", date(2026, 6, 19)),
        (date(2026, 6, 6), (), "concept", (VERSLAG,), "gehouden", "verzend verslag", date(2026, 6, 19)),
        (date(2026, 6, 16), (("rondgezonden", date(2026, 6, 15)),), "concept", (VERSLAG,),
         "conceptverslag_rondgezonden", "vaststellen", VOLGENDE),
        (date(2026, 7, 18), (), "vastgesteld", (VERSLAG,), "vastgesteld", "publiceer", None),
    ],
)  # fmt: skip
def test_each_link_of_the_chain_names_the_next_command_and_its_day(
    op, events, verslag, files, stadium, opdracht, uiterlijk
) -> None:
    found = stand(op, *events, verslag=verslag, files=files)
    assert found.stadium.naam == stadium
    assert found.stap is not None
    vervolg = next_step(found)
    assert write_opdracht(vervolg.daad, vervolg.argumenten) == f"regietafel {opdracht} prt 2026-06-05"
    assert found.stap.uiterlijk == uiterlijk


def test_a_published_meeting_has_nothing_left_to_do() -> None:
    found = stand(date(2026, 8, 1), ("gepubliceerd", date(2026, 7, 30)), verslag="vastgesteld")
    assert (found.stadium.naam, found.stap) == ("gepubliceerd", None)


def test_the_chain_has_eight_links_in_order() -> None:
    assert [s.naam for s in stand(DAG).stadia] == list(STADIA)
    assert len(STADIA) == 8


def test_what_happened_after_the_day_asked_for_has_not_happened_yet() -> None:
    sent = ("agenda_rondgezonden", date(2026, 5, 28))
    assert stand(date(2026, 5, 27), sent).stadium.naam == "gepland"
    assert stand(date(2026, 5, 28), sent).stadium.naam == "agenda_rondgezonden"


def test_minutes_that_were_withdrawn_have_to_go_out_again() -> None:
    events = (("agenda_rondgezonden", date(2026, 5, 28)), ("rondgezonden", date(2026, 6, 10)),
              ("ingetrokken", date(2026, 6, 11)))  # fmt: skip
    found = stand(date(2026, 6, 12), *events, verslag="concept", files=(VERSLAG,))
    assert found.stadium.naam == "gehouden"
    assert found.stap and found.stap.wat == "conceptverslag rondzenden"


def test_a_meeting_that_was_called_off_asks_for_nothing() -> None:
    found = stand(date(2026, 6, 30), afgelast="te weinig onderwerpen")
    assert (found.stap, found.afgelast) == (None, "te weinig onderwerpen")
    assert found.stadium.naam == "gepland"


def test_being_late_shows_the_day_after_and_not_on_the_day() -> None:
    agreed = ("akkoord_voorzitter", date(2026, 5, 20))
    on_the_day, after = stand(date(2026, 5, 29), agreed).stap, stand(date(2026, 5, 30), agreed).stap
    assert on_the_day and not on_the_day.is_te_laat(date(2026, 5, 29))
    assert after and after.is_te_laat(date(2026, 5, 30))


def test_a_meeting_called_off_is_not_the_next_one() -> None:
    off = Vergadering("prt", VOLGENDE, afgelast="storm")
    reeks = Reeks(TAFEL, (Vergadering("prt", DAG), off, Vergadering("prt", date(2026, 8, 28))))
    assert reeks.volgende(DAG) == date(2026, 8, 28)
    assert reeks.vorige(date(2026, 8, 28)) == DAG
    assert VOLGENDE in reeks.data
