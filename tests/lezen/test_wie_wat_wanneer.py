"""Who does what by when, in the order and with the signs that people use."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.lezen import lees

KOP = "Verslag PRT 3 juni 2026\n\nAanwezig: mw. Toets, dhr. De Proef, Anna Staal, Bram Hout\n\n1. Opening\nBesproken.\n"
TAAK, JUNI = "notitie rondsturen", date(2026, 6, 15)


def acties(regel: str) -> list[tuple[str, str, date | None]]:
    found = lees(f"{KOP}{regel}\n".encode(), "verslag.txt").verslag
    assert found is not None
    return [(a.actie, a.actiehouder, a.termijn.datum) for a in found.actiepunten]


@pytest.mark.parametrize(
    ("regel", "houder", "termijn"),
    [
        ("Actie: notitie rondsturen / mw. Toets / 15 juni", "mw. Toets", JUNI),
        ("Actie: notitie rondsturen. Door: mw. Toets. Gereed: 15 juni", "mw. Toets", JUNI),
        ("Actie: notitie rondsturen (actiehouder: Bram; termijn: 15 juni)", "Bram", JUNI),
        ("Actie: notitie rondsturen (Bram, uiterlijk 15 juni a.s.)", "Bram", JUNI),
        ("Actie: notitie rondsturen (o.a. Bram)", "Bram", None),
        ("Actie: notitie rondsturen (Bram & Anna)", "Bram & Anna", None),
        ("Actie: notitie rondsturen (Bram + Anna, 15 juni)", "Bram + Anna", JUNI),
        ("Actie notitie rondsturen mw. Toets", "mw. Toets", None),
        ("Actie mw. Toets notitie rondsturen", "mw. Toets", None),
        ("AP: notitie rondsturen (Bram)", "Bram", None),
        ("AP Bram: notitie rondsturen", "Bram", None),
        ("A.P. notitie rondsturen (Bram)", "Bram", None),
        ("-> notitie rondsturen (Bram)", "Bram", None),
        ("=> Bram: notitie rondsturen", "Bram", None),
        ("Vervolgactie: notitie rondsturen - Bram", "Bram", None),
        ("Te doen: notitie rondsturen (Bram)", "Bram", None),
        ("Toezegging Bram: notitie rondsturen", "Bram", None),
        ("Actienemer: Bram. Actie: notitie rondsturen.", "Bram", None),
        ("Trekker: Bram; actie: notitie rondsturen; deadline: 15 juni", "Bram", JUNI),
        ("Wie: Bram Wat: notitie rondsturen Wanneer: 15 juni", "Bram", JUNI),
        ("Actie: Wie? Bram. Wat? notitie rondsturen. Wanneer? 15 juni.", "Bram", JUNI),
        ("Actie: notitie rondsturen - wie: Bram - wanneer: 15 juni", "Bram", JUNI),
        ("Bram Hout (actie): notitie rondsturen", "Bram Hout", None),
        ("Actie: notitie rondsturen door Bram", "Bram", None),
        ("Actie: notitie rondsturen, door Bram Hout.", "Bram Hout", None),
        ("Actie: notitie rondsturen door mw. Toets vóór 15 juni", "mw. Toets", JUNI),
        ("Actie (door Bram): notitie rondsturen", "Bram", None),
        ("Actie: notitie rondsturen [Bram]", "Bram", None),
        ("A.P.: Bram notitie rondsturen", "Bram", None),
    ],
)
def test_the_task_comes_out_clean_with_its_owner_and_term(regel, houder, termijn):
    assert acties(regel) == [(TAAK, houder, termijn)]


@pytest.mark.parametrize(
    ("regel", "taak", "houder"),
    [
        ("Actie: de brief door Bram laten tekenen", "de brief door Bram laten tekenen", ""),
        ("Actie: nota maken door het land", "nota maken door het land", ""),
        ("Actie: Bram stuurt de notitie rond", "Bram stuurt de notitie rond", "Bram"),
        ("Actie: Bram en zijn buren bellen", "Bram en zijn buren bellen", "Bram"),
    ],
)
def test_a_name_that_the_task_needs_stays_in_it(regel, taak, houder):
    assert [(task, owner) for task, owner, _ in acties(regel)] == [(taak, houder)]


@pytest.mark.parametrize(
    "regel", ["Wie: Bram. Klaar: nee.", "Wanneer: 15 juni. Locatie: zaal 2.", "Wie wat wil, belt."]
)
def test_labels_without_a_task_are_no_action(regel):
    assert acties(regel) == []


def test_a_next_action_in_words_is_one():
    assert acties("Vervolgactie om de notitie rond te sturen (Bram).") == [("de notitie rond te sturen", "Bram", None)]


@pytest.mark.parametrize("antwoord", ["Ja.", "Dat is goed.", "Prima. Akkoord."])
def test_a_marker_behind_an_assent_belongs_to_what_was_asked(antwoord):
    ((task, owner, _),) = acties(f"Wil iemand dat uitzoeken? {antwoord} (Actie: Anna)")
    assert (task, owner) == ("Wil iemand dat uitzoeken?", "Anna")


@pytest.mark.parametrize(
    "regel",
    [
        "Actiepunten (O=open, G=gesloten):",
        "Hal 3 -> hal 4",
        "Te doen is er genoeg.",
        "De a.p. van vorige keer is klaar.",
    ],
)
def test_a_legend_and_an_arrow_between_things_are_no_actions(regel):
    assert acties(regel) == []


def test_whether_it_was_done_may_stand_behind_the_owner():
    found = lees(f"{KOP}\n2. Acties\n- Lijst bijwerken (Bram, gereed)\n".encode(), "verslag.md").verslag
    assert found is not None
    assert [(a.actie, a.actiehouder, a.status) for a in found.actiepunten] == [("Lijst bijwerken", "Bram", "afgerond")]
