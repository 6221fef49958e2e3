"""What is confidential stays so on its way to another table, and back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pipeline.model import (
    ANDEREN,
    SECRETARIAAT,
    Aanmelding,
    Agendapunt,
    Besluit,
    Embargo,
    Inzage,
    Reeks,
    Tafel,
    VastPunt,
    Vergadering,
    Verslag,
    VerslagPunt,
    reeks_voor,
)
from pipeline.planning import find_wachtende, make_agendapunt, with_terugmelding

RRT_DAG, PRT_DAG, VOLGENDE = date(2026, 5, 22), date(2026, 6, 5), date(2026, 7, 3)
NU = datetime(2026, 6, 12, 12)
PRT = Tafel("prt", "PRT", "PRT")
RRT = Tafel("rrt", "RRT", "RRT", vaste_punten=(VastPunt("Acties", soort="acties"),))
UIT = "rrt/2026-05-22/1"


def make_rrt(punt: Agendapunt, *kop: VerslagPunt) -> Reeks:
    meetings = (Vergadering("rrt", RRT_DAG, agendapunten=(punt,)),
                Vergadering("rrt", VOLGENDE, agendapunten=(Agendapunt("1", "Acties"),)))  # fmt: skip
    return Reeks(RRT, meetings, (Verslag("rrt", RRT_DAG, punten=kop),))


@pytest.mark.parametrize(
    ("punt", "kop"),
    [
        (Agendapunt("1", "Kerkstraat", door_naar="prt", vertrouwelijk=True), ()),
        (Agendapunt("1", "Kerkstraat", door_naar="prt"), (VerslagPunt("Kerkstraat", "1", vertrouwelijk=True),)),
        (Agendapunt("1", "Kerkstraat", door_naar="prt", embargo=Embargo(datetime(2026, 7, 1, 9))), ()),
    ],
)
def test_what_is_confidential_for_whatever_reason_arrives_as_confidential(punt, kop):
    (waiting,) = find_wachtende(Reeks(PRT), [make_rrt(punt, *kop)], NU)
    assert make_agendapunt(waiting.aanmelding, PRT).vertrouwelijk


def test_the_public_title_goes_along():
    punt = Agendapunt("1", "Kerkstraat", door_naar="prt", vertrouwelijk=True, openbare_titel="Grondzaken")
    (waiting,) = find_wachtende(Reeks(PRT), [make_rrt(punt)], NU)
    assert make_agendapunt(waiting.aanmelding, PRT).openbare_titel == "Grondzaken"


def told(own: Reeks, there: Reeks) -> str:
    vergadering = own.vergadering(VOLGENDE)
    assert vergadering is not None
    return with_terugmelding(vergadering, own, [own, there], NU).agendapunten[0].toelichting


@pytest.mark.parametrize("geheim", [True, False])
def test_a_decision_that_only_the_agenda_there_calls_confidential_stays_there(geheim):
    there = Reeks(
        PRT,
        (Vergadering("prt", PRT_DAG, agendapunten=(Agendapunt("1", "Kerkstraat", vertrouwelijk=geheim),)),),
        (Verslag("prt", PRT_DAG, punten=(VerslagPunt("Kerkstraat", "1"),), besluiten=(Besluit("B1", "Kopen", "1"),)),),
        aanmeldingen=(Aanmelding("RRT", "Kerkstraat", besluit="opgenomen", vergadering=PRT_DAG, uit=UIT),),
    )
    text = told(make_rrt(Agendapunt("1", "Kerkstraat", door_naar="prt")), there)
    assert "op de agenda van 5 juni 2026" in text
    assert ("Kopen" in text) != geheim


def test_who_may_not_see_an_item_hears_not_that_it_was_passed_on():
    own = make_rrt(Agendapunt("1", "Kerkstraat", door_naar="prt", vertrouwelijk=True))
    inzage = Inzage(own, NU)
    assert "Kerkstraat" in told(reeks_voor(inzage, SECRETARIAAT), Reeks(PRT))
    assert told(reeks_voor(inzage, ANDEREN), Reeks(PRT)) == ""
