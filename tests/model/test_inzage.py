"""What is confidential, and for whom: whatever says so, it is the same everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from pipeline.model import (
    ANDEREN,
    PUBLIEK,
    SECRETARIAAT,
    Actiepunt,
    Agendapunt,
    Alinea,
    Besluit,
    Bijlage,
    Embargo,
    Gebeurtenis,
    GelegdeKoppeling,
    Inzage,
    Kenmerk,
    Koppeling,
    Reeks,
    Register,
    Tafel,
    Tekstwijziging,
    Terugkoppeling,
    Vergadering,
    Verslag,
    VerslagPunt,
    Voortgang,
    reeks_voor,
)

DAG, LATER = date(2026, 1, 23), date(2026, 3, 6)
NU = datetime(2026, 1, 16, 12)
OPENING, GEBOUW = Agendapunt("1", "Opening"), Agendapunt("2", "Gebouw", toelichting="De Kerkstraat.")
GEHEIM = replace(GEBOUW, vertrouwelijk=True)
KOP = VerslagPunt("Gebouw", "2", (Alinea("De Kerkstraat is besproken."),))


def make_reeks(*punten: Agendapunt, verslag: Verslag | None = None, later: Verslag | None = None, **rest) -> Reeks:
    meetings = (Vergadering("prt", DAG, agendapunten=punten), Vergadering("prt", LATER))
    return Reeks(Tafel("prt", "PRT"), meetings, tuple(v for v in (verslag, later) if v), **rest)


def shown(reeks: Reeks, kring=ANDEREN, nu: datetime = NU) -> str:
    """Everything these readers have, as text."""
    return repr(reeks_voor(Inzage(reeks, nu), kring))


@pytest.mark.parametrize(
    ("agenda", "kop"),
    [
        (GEHEIM, KOP),  # only the agenda says so
        (GEHEIM, replace(KOP, nummer="3", titel="**gebouw**")),  # known by its title
        (GEHEIM, replace(KOP, titel="Huisvesting")),  # known by its number
        (GEBOUW, replace(KOP, vertrouwelijk=True)),  # only the minutes say so
        (GEHEIM, replace(KOP, nummer="2.1", titel="Kosten")),  # a part of it
        (GEHEIM, replace(KOP, nummer="2a", titel="Kosten")),
    ],
)
@pytest.mark.parametrize("kring", [ANDEREN, PUBLIEK])
def test_what_the_agenda_or_the_minutes_call_confidential_is_so_in_both(agenda, kop, kring):
    reeks = make_reeks(OPENING, agenda, verslag=Verslag("prt", DAG, punten=(VerslagPunt("Opening", "1"), kop)))
    assert "Kerkstraat" not in shown(reeks, kring)
    assert "Opening" in shown(reeks, kring)
    assert "Kerkstraat" in shown(reeks, SECRETARIAAT)


def test_an_item_that_came_between_is_no_part_of_the_one_before():
    own = replace(KOP, nummer="2a", titel="Kosten")
    reeks = make_reeks(GEHEIM, Agendapunt("2a", "Kosten"), verslag=Verslag("prt", DAG, punten=(own,)))
    assert "Kerkstraat is besproken" in shown(reeks)


@pytest.mark.parametrize("agendapunt", ["2", "2.", "Gebouw", "2. Gebouw", "3"])
@pytest.mark.parametrize("waar", ["verslag", "register"])
def test_what_was_made_under_a_confidential_item_is_confidential(agendapunt, waar):
    kop = replace(KOP, nummer="3")  # the minutes number it otherwise
    action, decision = Actiepunt("A1", "Bel de notaris", agendapunt=agendapunt), Besluit("B1", "Kopen", agendapunt)
    rows = {"actiepunten": (action,), "besluiten": (decision,)}
    verslag = Verslag("prt", DAG, punten=(kop,), **(rows if waar == "verslag" else {}))
    registers = {DAG: Register("prt", DAG, **rows)} if waar == "register" else {}
    text = shown(make_reeks(GEHEIM, verslag=verslag, registers=registers))
    assert "notaris" not in text
    assert "Kopen" not in text


def test_what_later_minutes_say_of_a_confidential_action_is_confidential():
    action = Kenmerk("prt", DAG, "A1")
    later = Verslag("prt", LATER, voortgang=(Voortgang(action, toelichting="De notaris wil meer."),))
    verslag = Verslag("prt", DAG, punten=(KOP,), actiepunten=(Actiepunt("A1", "Bel", agendapunt="2"),))
    assert "notaris" not in shown(make_reeks(GEHEIM, verslag=verslag, later=later))


def test_news_told_under_a_confidential_item_is_confidential_and_the_action_is_not():
    action = Kenmerk("prt", DAG, "A1")
    verslag = Verslag("prt", DAG, actiepunten=(Actiepunt("A1", "Een overzicht maken"),))
    later = Verslag("prt", LATER, punten=(VerslagPunt("Onderhandeling", "4", vertrouwelijk=True),),
                    voortgang=(Voortgang(action, toelichting="De notaris wil meer.", agendapunt="4"),))  # fmt: skip
    text = shown(make_reeks(OPENING, verslag=verslag, later=later))
    assert "notaris" not in text
    assert "Een overzicht maken" in text


def test_an_action_of_which_only_a_confidential_row_is_there_is_confidential():
    older = Kenmerk("prt", date(2025, 11, 1), "A7")
    first = Voortgang(older, "De notaris bellen", agendapunt="2")
    later = Verslag("prt", LATER, voortgang=(Voortgang(older, "De notaris bellen"),))
    reeks = make_reeks(GEHEIM, verslag=Verslag("prt", DAG, punten=(KOP,), voortgang=(first,)), later=later)
    assert "notaris" not in shown(reeks)


@pytest.mark.parametrize("bevestigd", [True, False])
def test_an_action_that_repeats_a_confidential_one_is_confidential(bevestigd):
    verslag = Verslag("prt", DAG, actiepunten=(Actiepunt("A1", "Bel", vertrouwelijk=True),))
    later = Verslag("prt", LATER, actiepunten=(Actiepunt("A4", "Bel de notaris"),))
    link = Koppeling("zelfde_als", Kenmerk("prt", DAG, "A1"))
    laid = GelegdeKoppeling(Kenmerk("prt", LATER, "A4"), link, bevestigd)
    registers = {LATER: Register("prt", LATER, koppelingen=(laid,))}
    assert "notaris" not in shown(make_reeks(OPENING, verslag=verslag, later=later, registers=registers))


def test_a_link_that_fell_away_hides_nothing():
    verslag = Verslag("prt", DAG, actiepunten=(Actiepunt("A1", "De notaris bellen", vertrouwelijk=True),))
    later = Verslag("prt", LATER, actiepunten=(Actiepunt("A4", "Een overzicht maken"),))
    link = Koppeling("zelfde_als", Kenmerk("prt", DAG, "A1"), "De notaris bellen", "De notaris bellen")
    laid = GelegdeKoppeling(Kenmerk("prt", LATER, "A4"), link)
    registers = {LATER: Register("prt", LATER, koppelingen=(laid,))}
    text = shown(make_reeks(OPENING, verslag=verslag, later=later, registers=registers))
    assert "Een overzicht maken" in text
    assert "notaris" not in text


def test_a_report_on_a_confidential_action_is_not_told():
    verslag = Verslag("prt", DAG, actiepunten=(Actiepunt("A1", "Bel", vertrouwelijk=True),))
    said = tuple(Terugkoppeling(r, toelichting=f"De notaris {n}") for n, r in enumerate(
        ("A1 (23-01-2026)", "prt/2026-01-23/A1", "A1 van 23 januari 2026")))  # fmt: skip
    other = Terugkoppeling("A1 (17-12-2025)", toelichting="Van een ander")
    reeks = make_reeks(OPENING, verslag=verslag)
    coming = replace(reeks.vergaderingen[1], terugkoppeling=(*said, other))
    text = shown(replace(reeks, vergaderingen=(reeks.vergaderingen[0], coming)))
    assert "notaris" not in text
    assert "Van een ander" in text


def test_others_see_the_public_title_and_the_public_sees_no_item_at_all():
    agenda = replace(GEHEIM, titel="Verkoop Kerkstraat", openbare_titel="Grondzaken")
    kop = replace(KOP, titel="Verkoop Kerkstraat", nummer="5")
    reeks = make_reeks(agenda, verslag=Verslag("prt", DAG, punten=(kop,)))
    opened = reeks_voor(Inzage(reeks, NU), ANDEREN)
    assert [opened.vergaderingen[0].agendapunten[0].titel, opened.verslagen[0].punten[0].titel] == ["Grondzaken"] * 2
    assert "Grondzaken" not in shown(reeks, PUBLIEK)
    assert "Vertrouwelijk punt" in shown(make_reeks(GEHEIM))


def test_a_confidential_paper_is_named_by_its_public_title_and_kept_back():
    paper = Bijlage("Taxatie Kerkstraat", "taxatie-kerkstraat.pdf", vertrouwelijk=True, nummer="1a")
    reeks = make_reeks(replace(OPENING, bijlagen=(paper,)))
    assert "Vertrouwelijk stuk" in shown(reeks)
    assert "kerkstraat" not in shown(reeks).casefold()
    assert "Vertrouwelijk stuk" not in shown(reeks, PUBLIEK)


def test_an_embargo_ends_at_its_moment():
    item = replace(GEBOUW, embargo=Embargo(datetime(2026, 3, 1, 9)))
    reeks = make_reeks(item)
    assert "Kerkstraat" not in shown(reeks, PUBLIEK, datetime(2026, 3, 1, 8, 59))
    assert "Kerkstraat" in shown(reeks, PUBLIEK, datetime(2026, 3, 1, 9))


def test_an_embargo_without_a_moment_holds():
    assert "Kerkstraat" not in shown(make_reeks(replace(GEBOUW, embargo=Embargo())), nu=datetime(2099, 1, 1))


def test_a_correction_in_a_confidential_item_stays_there():
    change = Tekstwijziging("2", "Kerkstraat 1", "Kerkstraat 2")
    log = {DAG: (Gebeurtenis("gerectificeerd", LATER, "het adres in de Kerkstraat", wijzigingen=(change,)),)}
    reeks = make_reeks(GEHEIM, verslag=Verslag("prt", DAG, punten=(KOP,)), logboeken=log)
    assert "Kerkstraat" not in shown(reeks)


def test_who_may_see_all_of_it_finds_everything_marked():
    reeks = make_reeks(GEHEIM, verslag=Verslag("prt", DAG, punten=(KOP,), besluiten=(Besluit("B1", "Kopen", "2"),)))
    full = reeks_voor(Inzage(reeks, NU), SECRETARIAAT)
    assert full.verslagen[0].punten[0].vertrouwelijk
    assert full.verslagen[0].besluiten[0].vertrouwelijk
