"""The checks that compare files: names, owners and items against the lists of table and agenda."""

from __future__ import annotations

from datetime import date

from pipeline.controle import build_dossier, controleer
from pipeline.markering import parse_deelnemer
from pipeline.model import (
    Actiepunt,
    Agendapunt,
    Alinea,
    Bijlage,
    Bron,
    Negering,
    Reeks,
    Register,
    Tafel,
    Vergadering,
    Verslag,
    VerslagPunt,
)

DAG = date(2026, 1, 23)
PLEK = Bron("verslag.md", "regel", 12)
DEELNEMERS = tuple(parse_deelnemer(r) for r in ("dhr. Voorbeeld (Voorbeeldstad)", "mw. De Proef (Testdam)"))


def _codes(
    verslag: Verslag, vergadering: Vergadering | None = None, register: Register | None = None, **rest
):
    tafel = Tafel("vt", "Voorbeeldtafel", actiehouders=("de regio's",), bron=Bron("tafel.yaml"))
    reeks = Reeks(
        tafel, (vergadering,) if vergadering else (), (verslag,), {DAG: register} if register else {}
    )
    return {(m.code, m.aanvaard) for m in controleer(build_dossier(reeks, DAG, DAG, **rest))}


def test_an_absentee_on_no_list_is_reported_and_one_on_the_list_is_not():
    meeting = Vergadering("vt", DAG, deelnemers=DEELNEMERS)
    assert ("persoon-onbekend", None) in _codes(Verslag("vt", DAG, afwezig=("dhr. Niemand",)), meeting)
    assert ("persoon-onbekend", None) not in _codes(Verslag("vt", DAG, afwezig=("mw. De Proef",)), meeting)


def test_an_owner_may_be_a_person_a_body_or_a_named_group_and_nothing_else():
    def codes(owner: str):
        action = Actiepunt("A1", "doen", owner, (owner,), bron=PLEK)
        return _codes(Verslag("vt", DAG, deelnemers=DEELNEMERS, actiepunten=(action,)))

    for owner in ("dhr. Voorbeeld", "De Proef", "Testdam", "de regio's", "Voorbeeldtafel", "de voorzitter"):
        assert ("actiehouder-onbekend", None) not in codes(owner), owner
    assert ("actiehouder-onbekend", None) in codes("Niemandsland")


def test_an_item_that_is_not_on_the_agenda_is_reported():
    meeting = Vergadering("vt", DAG, agendapunten=(Agendapunt("1", "Opening"), Agendapunt("2", "Rondvraag")))
    assert ("punt-niet-op-agenda", None) in _codes(
        Verslag("vt", DAG, punten=(VerslagPunt("Verrassing"),)), meeting
    )
    for title, number in (("Opening", ""), ("opening.", ""), ("Iets anders", "2")):
        minutes = Verslag("vt", DAG, punten=(VerslagPunt(title, number),))
        assert ("punt-niet-op-agenda", None) not in _codes(minutes, meeting), title


def test_a_reference_to_an_action_that_was_never_made_is_reported():
    text = Alinea("Zie [A2 (17-12-2025)].", bron=PLEK)
    assert ("actie-bestaat-niet", None) in _codes(
        Verslag("vt", DAG, punten=(VerslagPunt("Opening", blokken=(text,)),))
    )


def test_a_paper_on_the_agenda_must_be_in_the_folder():
    paper = Agendapunt("1", "Opening", bijlagen=(Bijlage("Notitie", "Notitie.pdf"),))
    meeting = Vergadering("vt", DAG, agendapunten=(paper,))
    assert ("bijlage-ontbreekt", None) in _codes(Verslag("vt", DAG), meeting)
    assert ("bijlage-ontbreekt", None) not in _codes(Verslag("vt", DAG), meeting, bijlagen=("notitie.pdf",))


def test_an_accepted_finding_stays_with_its_reason():
    minutes = Verslag("vt", DAG, deelnemers=DEELNEMERS, afwezig=("dhr. Niemand",))
    register = Register(
        "vt", DAG, negeringen=(Negering("persoon-onbekend", "DHR Niemand", "komt volgende keer"),)
    )
    assert ("persoon-onbekend", "komt volgende keer") in _codes(minutes, None, register)
