"""The books of the fold: whatever the records say, everything in them is accounted for once, and no action is gone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import (
    Actiepunt,
    Alinea,
    GelegdeKoppeling,
    Kenmerk,
    Koppeling,
    Reeks,
    Register,
    Tafel,
    Verslag,
    VerslagPunt,
    Voortgang,
)
from pipeline.voortgang import find_onverwerkt, fold_acties, tel_in, verantwoord

TAFEL = Tafel("prt", "Proeftafel")
DAGEN = (date(2026, 1, 23), date(2026, 3, 13), date(2026, 4, 24))
EIND = date(2026, 6, 1)

labels = st.sampled_from(["A1", "A2", "A3"])
teksten = st.sampled_from(["Overzicht maken", "Overzicht máken", "Brief over de kosten sturen", "Zaal zoeken", ""])
statussen = st.sampled_from([None, "open", "afgerond", "vervallen"])
kenmerken = st.builds(Kenmerk, st.just("prt"), st.sampled_from(DAGEN), labels)
soorten = st.sampled_from(["zelfde_als", "samengevoegd_met", "gesplitst_uit"])
koppelingen = st.builds(Koppeling, soorten, kenmerken, teksten, teksten)
acties = st.builds(
    Actiepunt, labels, teksten, status=statussen, koppelingen=st.lists(koppelingen, max_size=1).map(tuple)
)
nieuws = st.builds(
    Voortgang, kenmerken, teksten, status=statussen, koppelingen=st.lists(koppelingen, max_size=1).map(tuple)
)
markeringen = st.sampled_from(["[A1]", "[A2 (23-01-2026)]", "[A3 (13-03-2026)]", "[A]", "[A1 (31-02-2026)]", "niets"])
gelegd = st.builds(GelegdeKoppeling, kenmerken, koppelingen, st.booleans())


def lists(of: st.SearchStrategy, size: int) -> st.SearchStrategy:
    return st.lists(of, max_size=size).map(tuple)


@st.composite
def reeksen(draw: st.DrawFn) -> Reeks:
    verslagen, registers = [], {}
    for dag in DAGEN:
        tekst = " ".join(draw(st.lists(markeringen, max_size=3)))
        if draw(st.booleans()) or dag == DAGEN[0]:
            punt = VerslagPunt("Punt", "1", (Alinea(tekst),))
            verslagen.append(Verslag("prt", dag, punten=(punt,), actiepunten=draw(lists(acties, 3)),
                                     voortgang=draw(lists(nieuws, 2))))  # fmt: skip
        if draw(st.booleans()):
            registers[dag] = Register("prt", dag, draw(lists(acties, 1)), draw(lists(nieuws, 1)),
                                      koppelingen=draw(lists(gelegd, 2)))  # fmt: skip
    return Reeks(TAFEL, (), tuple(verslagen), registers)


@given(reeksen())
def test_everything_in_the_records_is_accounted_for_once_and_no_action_is_gone(reeks):
    lijst, _ = fold_acties(reeks, EIND)
    posten = verantwoord(reeks, EIND)
    assert Counter(post.sleutel for post in posten) == tel_in(reeks, EIND)
    status = {regel.kenmerk: regel.status for regel in lijst.regels}
    for post in posten:
        if post.soort != "actie":
            continue
        if post.uitkomst in ("zelfde_als", "samengevoegd_met"):
            assert post.bij in status
        else:
            assert status[post.bij or post.wat] == post.uitkomst


@given(reeksen())
def test_whoever_follows_a_merge_comes_to_an_action_that_was_not_merged_away(reeks):
    merged = {post.wat: post.bij for post in verantwoord(reeks, EIND) if post.uitkomst == "samengevoegd_met"}
    for start in merged:
        seen, here = set(), start
        while here in merged:
            assert here not in seen
            seen.add(here)
            here = merged[here]


@given(reeksen())
def test_a_link_nobody_confirmed_changes_nothing_in_the_list(reeks):
    confirmed = {
        dag: replace(register, koppelingen=tuple(k for k in register.koppelingen if k.bevestigd))
        for dag, register in reeks.registers.items()
    }
    with_links, _ = fold_acties(reeks, EIND)
    without, _ = fold_acties(replace(reeks, registers=confirmed), EIND)
    assert [replace(r, vermoedelijk=None) for r in with_links.regels] == list(without.regels)


# What the books say, case by case

JANUARI, MAART, APRIL = DAGEN


def boek(*verslagen: Verslag, **registers: Register) -> dict[str, tuple[str, str]]:
    reeks = Reeks(TAFEL, (), verslagen, {r.datum: r for r in registers.values()})
    return {
        f"{p.soort} {p.wat.verwijzing}": (p.uitkomst, (p.bij or p.uit).verwijzing if p.bij or p.uit else "")
        for p in verantwoord(reeks, EIND)
    }


def op(datum: date, *punten: Actiepunt, voortgang: tuple[Voortgang, ...] = ()) -> Verslag:
    return Verslag("prt", datum, actiepunten=punten, voortgang=voortgang)


def link(soort: str, label: str = "A1", datum: date = JANUARI, **woorden: str) -> tuple[Koppeling, ...]:
    return (Koppeling(soort, Kenmerk("prt", datum, label), **woorden),)


@pytest.mark.parametrize(
    ("punt", "uitkomst"),
    [
        (Actiepunt("A1", "Zaal zoeken"), ("open", "")),
        (Actiepunt("A1", "Zaal zoeken", status="afgerond"), ("afgerond", "")),
        (Actiepunt("A1", "Zaal zoeken", status="vervallen"), ("vervallen", "")),
        (Actiepunt("A1", "Zaal zoeken", koppelingen=link("zelfde_als")), ("zelfde_als", "A1 (23-01-2026)")),
        (Actiepunt("A1", "Zaal zoeken", koppelingen=link("samengevoegd_met")), ("samengevoegd_met", "A1 (23-01-2026)")),
        (Actiepunt("A1", "Zaal zoeken", koppelingen=link("gesplitst_uit")), ("open", "A1 (23-01-2026)")),
        (Actiepunt("A1", "Zaal zoeken", koppelingen=link("zelfde_als", tekst_met="Brief sturen")), ("open", "")),
    ],
)
def test_an_action_is_in_the_list_or_lives_on_in_another(punt, uitkomst):
    assert boek(op(JANUARI, Actiepunt("A1", "Zaal zoeken")), op(MAART, punt))["actie A1 (13-03-2026)"] == uitkomst


def test_two_actions_that_are_merged_with_each_other_do_not_both_vanish():
    first, second = Kenmerk("prt", JANUARI, "A1"), Kenmerk("prt", JANUARI, "A2")
    said = (
        Voortgang(first, koppelingen=link("samengevoegd_met", "A2")),
        Voortgang(second, koppelingen=link("samengevoegd_met", "A1")),
    )
    made = op(JANUARI, Actiepunt("A1", "Zaal zoeken"), Actiepunt("A2", "Zaal vinden"))
    books = boek(made, op(MAART, voortgang=said))
    assert [books[f"actie A{n} (23-01-2026)"][0] for n in (1, 2)] == ["samengevoegd_met", "open"]


def test_a_label_given_out_twice_hides_neither_action():
    reeks = Reeks(TAFEL, (), (op(JANUARI, Actiepunt("A1", "Zaal zoeken"), Actiepunt("A1", "Brief over geld")),))
    lijst, meldingen = fold_acties(reeks, EIND)
    assert [r.actie for r in lijst.open] == ["Zaal zoeken", "Brief over geld"]
    assert [m.code for m in meldingen] == ["label-dubbel"]


def test_a_row_about_an_action_whose_record_is_not_there_stays_in_the_list():
    said = Voortgang(Kenmerk("prt", JANUARI, "A4"), "Zaal zoeken", "COA")
    lijst, meldingen = fold_acties(Reeks(TAFEL, (), (op(MAART, voortgang=(said,)),)), EIND)
    assert [(r.kenmerk.verwijzing, r.actie, r.actiehouder) for r in lijst.open] == [
        ("A4 (23-01-2026)", "Zaal zoeken", "COA")
    ]
    assert [m.code for m in meldingen] == ["actie-bestaat-niet"]


def test_a_register_without_its_minutes_is_read():
    register = Register("prt", MAART, (Actiepunt("A4", "Zaal zoeken"),))
    assert boek(r=register)["actie A4 (13-03-2026)"] == ("open", "")


def test_what_nothing_was_done_with_is_named():
    verslag = Verslag("prt", MAART, punten=(VerslagPunt("Punt", "1", (Alinea("Iets [A9 (23-01-2026)]."),)),))
    reeks = Reeks(TAFEL, (), (verslag,))
    assert [k.verwijzing for _, _, k in find_onverwerkt(reeks, EIND, verantwoord(reeks, EIND))] == ["A9 (23-01-2026)"]
    assert find_onverwerkt(reeks, EIND, ()) == ((MAART, "markering", Kenmerk("prt", JANUARI, "A9")),)


def test_a_link_holds_while_an_action_is_known_by_the_words_it_ever_had():
    words = {"tekst": "Zaal zoeken", "tekst_met": "Zaal zoeken"}
    again = Actiepunt("A1", "Zaal zoeken")
    reworded = Voortgang(Kenmerk("prt", JANUARI, "A1"), "Een zaal huren in Proefdam")
    laid = GelegdeKoppeling(Kenmerk("prt", MAART, "A1"), link("zelfde_als", **words)[0])
    register = Register("prt", MAART, koppelingen=(laid,))
    books = boek(op(JANUARI, again), op(MAART, again, voortgang=(reworded,)), r=register)
    assert books["koppeling A1 (13-03-2026)"][0] == "gelegd"
    assert books["actie A1 (13-03-2026)"] == ("zelfde_als", "A1 (23-01-2026)")


def test_a_link_in_a_row_falls_away_when_its_number_belongs_to_another_action():
    punt = Actiepunt("A1", "Zaal huren", koppelingen=link("zelfde_als", tekst_met="Zaal zoeken"))
    reeks = Reeks(TAFEL, (), (op(JANUARI, Actiepunt("A1", "Brief over geld")), op(MAART, punt)))
    lijst, (found,) = fold_acties(reeks, EIND)
    assert [r.actie for r in lijst.open] == ["Brief over geld", "Zaal huren"]
    assert (found.code, "‘Zaal zoeken’ was" in found.tekst) == ("koppeling-vervallen", True)


def test_a_link_laid_twice_makes_one_action_and_no_fuss():
    punt = Actiepunt("A1", "Zaal zoeken", koppelingen=link("zelfde_als"))
    laid = GelegdeKoppeling(Kenmerk("prt", MAART, "A1"), link("zelfde_als")[0])
    reeks = Reeks(TAFEL, (), (op(JANUARI, Actiepunt("A1", "Zaal zoeken")), op(MAART, punt)),
                  {MAART: Register("prt", MAART, koppelingen=(laid, laid))})  # fmt: skip
    lijst, meldingen = fold_acties(reeks, EIND)
    assert (len(lijst.regels), meldingen) == (1, ())
