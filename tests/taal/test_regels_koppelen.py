"""From one meeting to the next: what is the same action, what changed in it, and what is never merged silently."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.model import (
    Actielijst,
    ActielijstRegel,
    Actiepunt,
    ActieStatus,
    Alinea,
    Bron,
    Kenmerk,
    Stap,
    Termijn,
    Verslag,
    VerslagPunt,
    Voortgang,
)
from pipeline.taal import (
    build_nlp,
    find_verdwenen,
    koppel_acties,
    koppel_tekst,
    to_voorstel,
    zoek_mededelingen,
)

VORIGE = date(2025, 12, 17)
GEEN_TERMIJN = Termijn()


def row(
    label: str, actie: str, houder: str = "Jan", status: ActieStatus = "open", termijn: Termijn = GEEN_TERMIJN
) -> ActielijstRegel:
    step = Stap(VORIGE, status, termijn, houder)
    return ActielijstRegel(
        Kenmerk("prt", VORIGE, label), actie, houder, (houder,), termijn, status, "", "", False, 0, False, (step,)
    )


def listing(*rows: ActielijstRegel) -> Actielijst:
    return Actielijst("prt", date(2026, 1, 23), rows)


OUDE = listing(
    row("0305/02", "Navraag doen of er subsidie voor de molen is", "Mia"),
    row("0305/03", "Wijzigingsvoorstel over de kapvergunning indienen", "Kees"),
    row("A1", "Procedure voor het vaststellen van de richtlijn beschrijven", "Jan en Piet"),
)


def test_the_same_number_and_words_are_the_same_action_without_asking() -> None:
    (link,) = koppel_acties([Actiepunt("0305/02", "Navraag doen of er subsidie voor de molen is", "Mia")], OUDE)
    assert link.regel.kenmerk.label == "0305/02" and link.zeker


def test_a_reprinted_row_without_number_is_the_same_action() -> None:
    new = Actiepunt("", "Procedure voor het vaststellen van de richtlijn beschrijven", "Jan en Piet")
    (link,) = koppel_acties([new], OUDE)
    assert link.regel.kenmerk.label == "A1" and link.zeker


def test_a_typing_error_does_not_hide_the_same_action() -> None:
    (link,) = koppel_acties([Actiepunt("", "Wijzigingsvorstel over de kapvergunning indienen", "Kees")], OUDE)
    assert link.regel.kenmerk.label == "0305/03"


def test_other_words_for_the_same_are_a_question_and_no_fact() -> None:
    (link,) = koppel_acties([Actiepunt("", "Voorstel voor wijziging kapvergunning opstellen", "Kees")], OUDE)
    assert link.regel.kenmerk.label == "0305/03" and not link.zeker
    assert link.koppeling.soort == "zelfde_als"


def test_the_same_local_number_with_other_words_is_another_action() -> None:
    assert koppel_acties([Actiepunt("A1", "Stoelen kopen voor de kantine", "Jan")], OUDE) == ()


def test_two_numbers_of_one_series_are_two_actions_however_alike() -> None:
    new = Actiepunt("0305/09", "Navraag doen of er subsidie voor de molen is", "Mia")
    assert all(link.regel.kenmerk.label != "0305/02" for link in koppel_acties([new], OUDE))


def test_another_owner_is_seen_as_a_change_and_asked_about() -> None:
    (link,) = koppel_acties([Actiepunt("", "Wijzigingsvoorstel over de kapvergunning indienen", "Mia")], OUDE)
    assert link.voortgang.actiehouder == "Mia" and not link.zeker
    assert "andere actiehouder" in link.reden


def test_a_moved_term_and_a_closing_are_seen_as_progress() -> None:
    old = listing(row("A3", "Folder over de markt drukken", termijn=Termijn("eind mei", date(2026, 5, 31))))
    new = Actiepunt(
        "A3", "Folder over de markt drukken", "Jan", termijn=Termijn("eind juni", date(2026, 6, 30)), status="afgerond"
    )
    (link,) = koppel_acties([new], old)
    assert link.voortgang.termijn == Termijn("eind juni", date(2026, 6, 30))
    assert link.voortgang.status == "afgerond"


def test_what_is_unchanged_stays_empty() -> None:
    (link,) = koppel_acties([Actiepunt("0305/02", "Navraag doen of er subsidie voor de molen is", "Mia")], OUDE)
    assert link.voortgang == Voortgang(Kenmerk("prt", VORIGE, "0305/02"))


def test_every_older_action_is_used_once() -> None:
    twice = [Actiepunt("", "Wijzigingsvoorstel over de kapvergunning indienen", "Kees") for _ in range(2)]
    assert len(koppel_acties(twice, OUDE)) == 1


def test_an_action_that_vanishes_is_reported_and_a_closed_one_is_not() -> None:
    old = listing(row("A1", "Folder drukken"), row("A2", "Zaal huren", status="afgerond"))
    assert [r.kenmerk.label for r in find_verdwenen([], old, koppel_acties([], old))] == ["A1"]


def test_a_link_becomes_a_proposal_that_names_the_older_action() -> None:
    new = Actiepunt("", "Voorstel voor wijziging kapvergunning opstellen", "Kees", bron=Bron("v.md", nummer=4))
    (link,) = koppel_acties([new], OUDE)
    proposal = to_voorstel(link)
    assert proposal.soort == "voortgang" and proposal.vermoedelijk == Kenmerk("prt", VORIGE, "0305/03")
    assert proposal.bron == Bron("v.md", nummer=4)


def say(*sentences: str, titel: str = "Terugkoppeling") -> Verslag:
    blocks = tuple(Alinea(s, bron=Bron("v.md", nummer=i)) for i, s in enumerate(sentences, 1))
    return Verslag("prt", date(2026, 1, 23), punten=(VerslagPunt(titel, "1", blocks),))


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Kees heeft het voorstel over de kapvergunning ingediend, de wijziging ligt nu ter inzage.", "0305/03"),
        ("Mia heeft gebeld over de subsidie voor de molen.", "0305/02"),
    ],
)
def test_prose_that_reports_on_an_action_is_linked_to_it_as_a_question(sentence: str, label: str) -> None:
    said = zoek_mededelingen(say("Er is koffie.", sentence, "De zaal is warm."), build_nlp())
    found = {link.regel.kenmerk.label: link for _, link in koppel_tekst(said, OUDE)}
    assert label in found and not found[label].zeker


def test_prose_that_only_shares_a_word_is_not_linked() -> None:
    said = zoek_mededelingen(
        say("De molen is vorige eeuw gebouwd.", "De voorzitter opent de vergadering."), build_nlp()
    )
    assert koppel_tekst(said, OUDE) == ()


def test_a_number_in_the_text_or_in_a_link_recognises_the_action() -> None:
    old = listing(row("Issue 70", "Map splitsen"))
    said = zoek_mededelingen(say("We gaan dit doen, zie https://example.org/issues/70."), build_nlp())
    (pair,) = koppel_tekst(said, old)
    assert pair[1].regel.kenmerk.label == "Issue 70"
