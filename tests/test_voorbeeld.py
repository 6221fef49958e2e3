"""The worked example of the repository: it reads without a word, and its actions tell the intended story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.controle import build_dossier, controleer
from pipeline.model import Actielijst, ActielijstRegel, Deelnemer, Reeks
from pipeline.voortgang import acties_na, acties_voor, fold_acties, fold_besluiten
from pipeline.werkmap import Inhoud, load

ROOT = Path(__file__).resolve().parent.parent
JANUARI, MAART, APRIL = date(2026, 1, 23), date(2026, 3, 13), date(2026, 4, 24)
JUNI = date(2026, 6, 5)


@pytest.fixture(scope="module")
def inhoud() -> Inhoud:
    return load(ROOT)


@pytest.fixture(scope="module")
def prt(inhoud: Inhoud) -> Reeks:
    reeks = inhoud.reeks("prt")
    assert reeks is not None
    return reeks


def after(reeks: Reeks, datum: date) -> dict[str, ActielijstRegel]:
    """The actions as they stand after a meeting, by label and day: ``A1 23-01``."""
    lijst, meldingen = fold_acties(reeks, datum)
    assert meldingen == ()
    return by_label(lijst)


def by_label(lijst: Actielijst) -> dict[str, ActielijstRegel]:
    return {f"{r.kenmerk.label} {r.kenmerk.datum:%d-%m}": r for r in lijst.regels}


def test_the_example_reads_without_any_melding(inhoud: Inhoud) -> None:
    assert [(m.code, str(m.bron), m.tekst) for m in inhoud.meldingen] == []


def test_the_checks_find_nothing_but_what_the_register_accepts(prt: Reeks) -> None:
    found = [m for datum in prt.data for m in controleer(build_dossier(prt, datum, op=datum))]
    assert [m.tekst for m in found if m.aanvaard is None] == []
    assert {m.code for m in found} == {"actie-zonder-actiehouder", "actie-zonder-termijn"}


def test_there_are_three_meetings_about_six_weeks_apart_each_with_agenda_and_minutes(prt: Reeks) -> None:
    assert [v.datum for v in prt.vergaderingen] == [JANUARI, MAART, APRIL]
    assert [v.datum for v in prt.verslagen] == [JANUARI, MAART, APRIL]
    assert [v.status for v in prt.verslagen] == ["vastgesteld", "vastgesteld", "concept"]


def test_every_section_of_the_minutes_is_an_item_of_the_agenda(prt: Reeks) -> None:
    for datum in prt.data:
        vergadering, verslag = prt.vergadering(datum), prt.verslag(datum)
        assert vergadering and verslag
        assert [(p.nummer, p.titel) for p in verslag.punten] == [(p.nummer, p.titel) for p in vergadering.agendapunten]
        assert len(verslag.punten) == 6


# The real meeting, by the published minutes


def test_the_real_meeting_has_eighteen_participants_of_whom_four_were_absent(prt: Reeks) -> None:
    deelnemers = prt.deelnemers(JANUARI)
    assert len(deelnemers) == 18
    absent = [(d.groep, d.naam) for d in deelnemers if not d.aanwezig]
    assert absent == [
        ("Gooi en Vechtstreek", "dhr. Ter Heegde"),
        ("Noord-Holland Noord", "dhr. Verbruggen"),
        ("Ministeries", "vertegenwoordiger"),
        ("COA", "vertegenwoordiger bestuur"),
    ]


def test_the_agenda_of_the_real_meeting_expects_whom_its_minutes_name(prt: Reeks) -> None:
    before_minutes = replace(prt, verslagen=())
    expected = {(d.groep, d.naam, d.aanwezig) for d in before_minutes.deelnemers(JANUARI)}
    assert expected == {(d.groep, d.naam, d.aanwezig) for d in prt.deelnemers(JANUARI)}


def test_the_real_meeting_gave_three_actions_and_invents_no_owner_or_term(prt: Reeks) -> None:
    found = after(prt, JANUARI)
    assert [(k, r.actiehouder, r.termijn.tekst, r.status) for k, r in found.items()] == [
        ("A1 23-01", "", "", "open"),
        ("A2 23-01", "", "na publicatie van de capaciteitsraming", "open"),
        ("A3 23-01", "COA", "", "open"),
    ]
    assert [r.agendapunt for r in found.values()] == ["2", "3", "6"]


def test_civil_servants_and_staff_are_named_by_function_only(prt: Reeks) -> None:
    for datum in prt.data:
        officials = [d for d in prt.deelnemers(datum) if d.groep in ("Ministeries", "COA")]
        assert len(officials) == 5
        assert all(d.naam and d.naam.startswith(("vertegenwoordiger", "regiomanager")) for d in officials)


# The two made-up meetings


def test_the_made_up_meetings_say_so_on_agenda_and_minutes(prt: Reeks) -> None:
    for datum in (MAART, APRIL):
        vergadering, verslag = prt.vergadering(datum), prt.verslag(datum)
        assert vergadering and vergadering.kanttekening.startswith("Verzonnen voorbeeld: ")
        assert verslag and verslag.kanttekening.startswith("Verzonnen voorbeeld: ")


def test_the_made_up_meetings_name_no_person(prt: Reeks) -> None:
    assert all(is_seat(d) for datum in (MAART, APRIL) for d in prt.deelnemers(datum))
    surnames = {lid.persoon.achternaam for lid in prt.tafel.leden if lid.persoon.achternaam}
    assert len(surnames) == 13
    for path in (p for day in ("2026-03-13", "2026-04-24") for p in ROOT.glob(f"*/prt/{day}/*.*")):
        text = path.read_text(encoding="utf-8") if path.suffix in (".md", ".yaml") else ""
        assert not re.search(r"\b(dhr|mw|de heer|mevrouw)\b", text), path
        assert not re.search(rf"\b({'|'.join(surnames)})\b", text), path


def is_seat(deelnemer: Deelnemer) -> bool:
    return bool(deelnemer.persoon and not deelnemer.persoon.aanhef and not deelnemer.persoon.voorletters)


def test_a_member_who_cannot_come_is_replaced_and_one_leaves_early(prt: Reeks) -> None:
    deelnemers = prt.deelnemers(APRIL)
    assert [(d.naam, d.vervangt) for d in deelnemers if d.vervangt] == [
        ("lid RRT Kennemerland", "voorzitter RRT Kennemerland")
    ]
    assert [(d.naam, d.tot_punt) for d in deelnemers if d.tot_punt] == [("voorzitter RRT Zaanstreek-Waterland", "4")]


# The story of the actions


def test_one_action_is_closed_in_the_second_meeting(prt: Reeks) -> None:
    assert after(prt, JANUARI)["A3 23-01"].status == "open"
    assert after(prt, MAART)["A3 23-01"].status == "afgerond"
    assert after(prt, APRIL)["A3 23-01"].status == "afgerond"


def test_one_action_has_its_term_moved_twice(prt: Reeks) -> None:
    stages = [after(prt, datum)["A2 23-01"] for datum in (JANUARI, MAART, APRIL)]
    assert [r.verschoven for r in stages] == [0, 1, 2]
    assert [r.termijn.datum for r in stages] == [None, APRIL, JUNI]
    assert [r.status for r in stages] == ["open", "open", "open"]


def test_one_action_is_dropped_with_a_reason(prt: Reeks) -> None:
    assert after(prt, MAART)["A3 13-03"].status == "open"
    dropped = after(prt, APRIL)["A3 13-03"]
    assert (dropped.status, dropped.toelichting) == ("vervallen", "Het onderwerp wordt landelijk opgepakt.")


def test_one_action_stays_open_though_the_third_list_does_not_name_it(prt: Reeks) -> None:
    regel = after(prt, APRIL)["A1 23-01"]
    assert (regel.status, regel.termijn.datum, regel.actiehouder) == ("open", JUNI, "COA")
    assert [stap.datum for stap in regel.geschiedenis] == [JANUARI, MAART]


def test_one_action_changes_owner_and_keeps_its_term(prt: Reeks) -> None:
    before, now = after(prt, MAART)["A2 13-03"], after(prt, APRIL)["A2 13-03"]
    assert (before.actiehouder, now.actiehouder) == ("ministerie van AenM", "PRT-secretariaat")
    assert before.termijn == now.termijn
    assert now.verschoven == 0


def test_one_action_is_split_and_both_parts_go_on(prt: Reeks) -> None:
    found = after(prt, APRIL)
    part, whole = found["A1 24-04"], found["A1 13-03"]
    assert [(k.soort, k.met) for k in part.koppelingen] == [("gesplitst_uit", whole.kenmerk)]
    assert (part.status, whole.status) == ("open", "open")


def test_a_term_in_words_gets_the_day_of_the_next_meeting(prt: Reeks) -> None:
    assert after(prt, MAART)["A3 13-03"].termijn.datum == APRIL


def test_after_each_meeting_the_open_actions_are_these(prt: Reeks) -> None:
    open_after = {
        datum: [k for k, r in after(prt, datum).items() if r.status == "open"] for datum in (JANUARI, MAART, APRIL)
    }
    assert open_after == {
        JANUARI: ["A1 23-01", "A2 23-01", "A3 23-01"],
        MAART: ["A1 23-01", "A2 23-01", "A1 13-03", "A2 13-03", "A3 13-03"],
        APRIL: ["A1 23-01", "A2 23-01", "A1 13-03", "A2 13-03", "A1 24-04", "A2 24-04"],
    }


def test_the_next_agenda_shows_the_open_actions_with_what_was_reported(prt: Reeks) -> None:
    lijst, meldingen = acties_voor(prt, APRIL, APRIL)
    assert meldingen == ()
    assert {k: r.gemeld.status for k, r in by_label(lijst).items() if r.gemeld} == {
        "A2 23-01": "open",
        "A2 13-03": "open",
        "A3 13-03": "vervallen",
    }
    assert len(lijst.regels) == 5


def test_the_list_with_the_minutes_shows_what_the_meeting_closed(prt: Reeks) -> None:
    lijst, _ = acties_na(prt, APRIL, APRIL)
    assert [k for k, r in by_label(lijst).items() if r.status != "open"] == ["A3 13-03"]


def test_the_decisions_add_up_over_the_meetings(prt: Reeks) -> None:
    lijst, meldingen = fold_besluiten(prt, APRIL)
    assert meldingen == ()
    assert [str(r.kenmerk).removeprefix("prt/") for r in lijst.regels] == [
        "2026-01-23/B1",
        *("2026-03-13/B1", "2026-03-13/B2"),
        *("2026-04-24/B1", "2026-04-24/B2", "2026-04-24/B3"),
    ]


# Our own words

RUN = 8  # so many words in a row are a copy; names and titles are shorter


@pytest.mark.shared
@pytest.mark.parametrize("bron", ["verslag-prt-2026-01-23.txt", "governancekader-asiel-nh.txt"])
def test_no_sentence_of_the_source_stands_in_the_example(bron: str) -> None:
    source = words((ROOT.parent / "shared" / "bronnen" / bron).read_text(encoding="utf-8"))
    known = set(runs(source))
    assert len(known) > 1000
    copied = [f"{path.name}: {' '.join(run)}" for path, line in lines() for run in runs(line) if run in known]
    assert copied == []


def lines() -> Iterator[tuple[Path, list[str]]]:
    """Every line of the example: a paragraph, a list item or a participant is one line."""
    paths = [ROOT / "regietafel.yaml", *ROOT.glob("agenda/**/*.yaml"), *ROOT.glob("verslagen/**/*.[my]*")]
    assert len(paths) == 15
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield path, words(line)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"-\s*\n\s*", "", text).casefold())


def runs(text: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(text[i : i + RUN]) for i in range(len(text) - RUN + 1))
