"""The action list as a fold: each test is a few minutes in text, and what the list says after them."""

from dataclasses import replace
from datetime import date
from textwrap import dedent

import pytest

from pipeline import notatie
from pipeline.model import (
    Actiepunt,
    Ernst,
    GelegdeKoppeling,
    Kenmerk,
    Koppeling,
    Reeks,
    Register,
    Tafel,
    Terugkoppeling,
    Vergadering,
)
from pipeline.voortgang import (
    acties_na,
    acties_op,
    acties_voor,
    fold_acties,
    fold_besluiten,
    next_nummer,
    select_acties,
)

TAFEL = Tafel("prt", "Proeftafel")
JANUARI, MAART, APRIL = date(2026, 1, 23), date(2026, 3, 13), date(2026, 4, 24)
KOP = "| Nr | Actie | Actiehouder | Termijn | Status | Toelichting |\n|---|---|---|---|---|---|\n"


def verslag(datum, *rijen, tekst="", tafel=TAFEL):
    """Read minutes with these rows in their action list."""
    bron = notatie.make_brontekst(
        f"---\ntafel: {tafel.id}\ndatum: {datum:%d-%m-%Y}\n---\n"
        f"## 1. Punt\n\n{tekst}\n\n## Actielijst\n\n{KOP}" + "".join(f"| {rij} |\n" for rij in rijen),
        "verslag.md",
    )
    record, meldingen = notatie.parse_verslag(bron, tafel, datum)
    assert not [m for m in meldingen if m.ernst is Ernst.FOUT], meldingen
    return record


def reeks(*verslagen, tafel=TAFEL, registers=None, vergaderingen=()):
    return Reeks(tafel, tuple(vergaderingen), tuple(verslagen), registers or {})


def stand(lijst, kenmerk):
    return next(r for r in lijst.regels if str(r.kenmerk) == kenmerk)


def test_an_action_is_known_by_table_meeting_and_label():
    lijst, meldingen = fold_acties(reeks(verslag(JANUARI, "A1 | iets doen | COA | 1 maart 2026 | open |")), APRIL)
    assert [str(r.kenmerk) for r in lijst.regels] == ["prt/2026-01-23/A1"]
    assert not meldingen


def test_the_same_label_in_two_meetings_is_two_actions():
    records = (verslag(JANUARI, "A1 | eerste | COA | | |"), verslag(MAART, "A1 | tweede | COA | | |"))
    lijst, _ = fold_acties(reeks(*records), APRIL)
    assert [r.actie for r in lijst.regels] == ["eerste", "tweede"]


def test_absence_never_closes_an_action():
    records = (verslag(JANUARI, "A1 | iets doen | COA | | open |"), verslag(MAART), verslag(APRIL))
    lijst, _ = fold_acties(reeks(*records), APRIL)
    assert [r.status for r in lijst.open] == ["open"]


def test_a_later_meeting_closes_an_action_and_leaves_the_rest_as_it_was():
    records = (
        verslag(JANUARI, "A1 | iets doen | COA | 1 maart 2026 | open |"),
        verslag(MAART, "A1 (23-01-2026) | | | | afgerond | gemeld in de vergadering"),
    )
    lijst, _ = fold_acties(reeks(*records), APRIL)
    regel = stand(lijst, "prt/2026-01-23/A1")
    assert (regel.status, regel.actie, regel.actiehouder) == ("afgerond", "iets doen", "COA")
    assert [(s.datum, s.status, s.toelichting) for s in regel.geschiedenis] == [
        (JANUARI, "open", ""),
        (MAART, "afgerond", "gemeld in de vergadering"),
    ]
    assert not lijst.open


def test_every_move_of_a_term_counts_and_a_first_term_does_not():
    records = (
        verslag(JANUARI, "A1 | iets doen | COA | | open |"),
        verslag(MAART, "A1 (23-01-2026) | | | 1 april 2026 | |"),
        verslag(APRIL, "A1 (23-01-2026) | | | 1 mei 2026 | |"),
        verslag(date(2026, 6, 5), "A1 (23-01-2026) | | | 1 mei 2026 | |"),
        verslag(date(2026, 7, 3), "A1 (23-01-2026) | | | 1 september 2026 | |"),
    )
    lijst, _ = fold_acties(reeks(*records), date(2026, 8, 1))
    regel = lijst.regels[0]
    assert (regel.verschoven, regel.termijn.datum) == (2, date(2026, 9, 1))


def test_an_action_is_late_from_the_day_after_its_term_while_it_is_open():
    record = verslag(
        JANUARI,
        "A1 | iets doen | COA | 1 maart 2026 | open |",
        "A2 | klaar | COA | 1 maart 2026 | afgerond |",
    )
    on_the_day, _ = fold_acties(reeks(record), date(2026, 3, 1))
    day_after, _ = fold_acties(reeks(record), date(2026, 3, 2))
    assert [r.te_laat for r in on_the_day.regels] == [False, False]
    assert [r.te_laat for r in day_after.regels] == [True, False]


def test_a_new_owner_takes_over_and_the_old_one_stays_in_the_history():
    records = (
        verslag(JANUARI, "A1 | iets doen | COA | | open |"),
        verslag(MAART, "A1 (23-01-2026) | | provincie | | |"),
    )
    regel = fold_acties(reeks(*records), APRIL)[0].regels[0]
    assert regel.actiehouder == "provincie"
    assert [s.actiehouder for s in regel.geschiedenis] == ["COA", "provincie"]


def test_the_next_meeting_as_term_is_read_from_the_series():
    planned = Vergadering("prt", MAART)
    record = verslag(JANUARI, "A1 | iets doen | COA | volgende vergadering | open |")
    regel = fold_acties(reeks(record, vergaderingen=[planned]), JANUARI)[0].regels[0]
    assert (regel.termijn.tekst, regel.termijn.datum) == ("volgende vergadering", MAART)


def test_a_reference_to_an_action_that_does_not_exist_names_the_nearest():
    records = (
        verslag(JANUARI, "A1 | iets doen | COA | | |"),
        verslag(MAART, "A1 (17-12-2025) | | | | afgerond |"),
    )
    lijst, (melding,) = fold_acties(reeks(*records), APRIL)
    assert (melding.code, melding.bron.bestand) == ("actie-bestaat-niet", "verslag.md")
    assert "A1 (23-01-2026)" in melding.tekst
    assert lijst.regels[0].status == "open"


def test_a_split_action_knows_where_it_came_from_and_the_old_one_stays_open():
    records = (
        verslag(JANUARI, "A1 | twee dingen doen | COA | | open |"),
        verslag(MAART, "A1 | het tweede ding | provincie | | open | gesplitst uit A1 (23-01-2026)"),
    )
    lijst, _ = fold_acties(reeks(*records), APRIL)
    new = stand(lijst, "prt/2026-03-13/A1")
    assert new.koppelingen == (Koppeling("gesplitst_uit", Kenmerk("prt", JANUARI, "A1")),)
    assert len(lijst.open) == 2


def test_a_merged_action_lives_on_in_the_other():
    records = (
        verslag(JANUARI, "A1 | dit | COA | | open |", "A2 | dat | COA | | open |"),
        verslag(MAART, "A2 (23-01-2026) | | | | samengevoegd met A1 (23-01-2026) |"),
    )
    lijst, _ = fold_acties(reeks(*records), APRIL)
    assert [str(r.kenmerk) for r in lijst.open] == ["prt/2026-01-23/A1"]
    assert stand(lijst, "prt/2026-01-23/A2").koppelingen[0].soort == "samengevoegd_met"


def gelegd(bevestigd):
    link = GelegdeKoppeling(
        Kenmerk("prt", MAART, "A1"), Koppeling("zelfde_als", Kenmerk("prt", JANUARI, "A1")), bevestigd
    )
    return {MAART: Register("prt", MAART, koppelingen=(link,))}


REPRINT = (
    ("A1 | iets doen | COA | | open |",),
    ("A1 | iets doen | COA | 1 mei 2026 | afgerond |",),
)


def test_a_reprinted_row_that_is_linked_counts_as_progress():
    records = (verslag(JANUARI, *REPRINT[0]), verslag(MAART, *REPRINT[1]))
    lijst, meldingen = fold_acties(reeks(*records, registers=gelegd(True)), APRIL)
    (regel,) = lijst.regels
    assert (str(regel.kenmerk), regel.status, len(regel.geschiedenis)) == ("prt/2026-01-23/A1", "afgerond", 2)
    assert not meldingen


def test_a_link_that_waits_for_a_person_takes_no_action_from_a_list_and_is_not_counted_twice():
    records = (verslag(JANUARI, *REPRINT[0]), verslag(MAART, "A1 | iets doen | COA | | open |"))
    lijst, _ = fold_acties(reeks(*records, registers=gelegd(False)), APRIL)
    assert [str(r.kenmerk) for r in lijst.open] == ["prt/2026-01-23/A1", "prt/2026-03-13/A1"]
    assert [str(r.kenmerk) for r in lijst.geteld] == ["prt/2026-01-23/A1"]
    assert str(stand(lijst, "prt/2026-03-13/A1").vermoedelijk) == "prt/2026-01-23/A1"


@pytest.mark.parametrize("collect", [acties_na, lambda reeks, _, op: acties_voor(reeks, APRIL, op)])
def test_a_list_that_leaves_the_house_has_both_and_says_so_to_the_secretary(collect):
    records = (verslag(JANUARI, *REPRINT[0]), verslag(MAART, "A1 | iets doen | COA | | open |"))
    without, _ = collect(reeks(*records), MAART, MAART)
    lijst, (found,) = collect(reeks(*records, registers=gelegd(False)), MAART, MAART)
    assert [replace(r, vermoedelijk=None) for r in lijst.regels] == list(without.regels)
    assert (found.code, "A1 (13-03-2026) en A1 (23-01-2026)" in found.tekst) == ("koppeling-onbevestigd", True)


def test_links_in_a_circle_are_reported_and_lose_nothing():
    forth = GelegdeKoppeling(Kenmerk("prt", MAART, "A1"), Koppeling("zelfde_als", Kenmerk("prt", JANUARI, "A1")))
    back = GelegdeKoppeling(Kenmerk("prt", JANUARI, "A1"), Koppeling("zelfde_als", Kenmerk("prt", MAART, "A1")))
    records = (verslag(JANUARI, *REPRINT[0]), verslag(MAART, *REPRINT[0]))
    registers = {MAART: Register("prt", MAART, koppelingen=(forth, back))}
    lijst, meldingen = fold_acties(reeks(*records, registers=registers), APRIL)
    assert [m.code for m in meldingen] == ["koppeling-kringloop"]
    assert len(lijst.regels) == 1


def test_open_actions_from_before_the_table_starts_to_count_do_not_fill_the_list():
    tafel = Tafel("prt", "Proeftafel", acties_vanaf="2026-03-01")
    records = (verslag(JANUARI, "A1 | oud | COA | | open |"), verslag(MAART, "A1 | nieuw | COA | | open |"))
    lijst, _ = fold_acties(reeks(*records, tafel=tafel), APRIL)
    assert len(lijst.regels) == 2
    assert [r.actie for r in lijst.open] == ["nieuw"]


def test_what_was_reported_between_meetings_is_shown_and_does_not_count():
    report = Terugkoppeling("A1 (23-01-2026)", "afgerond", toelichting="per mail gemeld")
    coming = Vergadering("prt", MAART, terugkoppeling=(report,))
    series = reeks(verslag(JANUARI, "A1 | iets doen | COA | | open |"), vergaderingen=[coming])
    (regel,) = acties_voor(series, MAART, MAART)[0].regels
    assert (regel.status, regel.gemeld) == ("open", report)
    assert acties_op(series, date(2026, 3, 1))[0].regels[0].gemeld == report


def test_a_report_about_an_unknown_action_is_a_melding():
    coming = Vergadering("prt", MAART, terugkoppeling=(Terugkoppeling("A9 (23-01-2026)", "afgerond"),))
    series = reeks(verslag(JANUARI, "A1 | iets doen | COA | | open |"), vergaderingen=[coming])
    assert [m.code for m in acties_voor(series, MAART, MAART)[1]] == ["actie-bestaat-niet"]


def test_the_list_with_the_minutes_has_what_is_open_and_what_this_meeting_changed():
    records = (
        verslag(
            JANUARI,
            "A1 | dicht in maart | COA | | open |",
            "A2 | blijft | COA | | open |",
            "A3 | al klaar | COA | | afgerond |",
        ),
        verslag(MAART, "A1 (23-01-2026) | | | | afgerond |"),
    )
    lijst, _ = acties_na(reeks(*records), MAART, MAART)
    assert [r.actie for r in lijst.regels] == ["dicht in maart", "blijft"]


def test_the_list_of_a_day_does_not_know_later_minutes():
    records = (
        verslag(JANUARI, "A1 | iets | COA | | open |"),
        verslag(MAART, "A1 (23-01-2026) | | | | afgerond |"),
    )
    assert fold_acties(reeks(*records), date(2026, 2, 1))[0].regels[0].status == "open"


def test_rows_are_selected_by_owner_state_and_lateness():
    record = verslag(
        JANUARI,
        "A1 | een | COA/provincie | 1 februari 2026 | open |",
        "A2 | twee | provincie | | afgerond |",
        "A3 | drie | | | open |",
    )
    lijst, _ = fold_acties(reeks(record), MAART)
    assert [r.kenmerk.label for r in select_acties(lijst, van="coa").regels] == ["A1"]
    assert [r.kenmerk.label for r in select_acties(lijst, alleen_open=True).regels] == ["A1", "A3"]
    assert [r.kenmerk.label for r in select_acties(lijst, te_laat=True).regels] == ["A1"]


@pytest.mark.parametrize(("nummering", "volgend"), [("vergadering", 5), ("doorlopend", 8)])
def test_the_next_number_was_never_used(nummering, volgend):
    tafel = Tafel("prt", "Proeftafel", nummering=nummering)
    records = (verslag(JANUARI, "A7 | een | | | |", tafel=tafel), verslag(MAART, tafel=tafel))
    late = {MAART: Register("prt", MAART, actiepunten=(Actiepunt("A4", "later aanvaard"),))}
    assert next_nummer(reeks(*records, tafel=tafel, registers=late), MAART) == volgend


def test_the_fold_gives_the_same_list_in_whatever_order_files_are_found():
    records = (
        verslag(JANUARI, "A1 | iets | COA | | |"),
        verslag(MAART, "A1 (23-01-2026) | | | | afgerond |"),
    )
    assert fold_acties(reeks(*records), APRIL) == fold_acties(reeks(*reversed(records)), APRIL)


def test_decisions_fold_into_a_list_oldest_first():
    text = dedent("""\
        ---
        tafel: prt
        datum: {}
        ---
        ## 1. Punt

        Zo besloten [B1].

        ## Besluitenlijst

        | Nr | Besluit |
        |---|---|
        | B1 | {} |
        """)
    records = []
    for day, words in ((MAART, "tweede besluit"), (JANUARI, "eerste besluit")):
        bron = notatie.make_brontekst(text.format(f"{day:%d-%m-%Y}", words), "verslag.md")
        records.append(notatie.parse_verslag(bron, TAFEL, day)[0])
    lijst, meldingen = fold_besluiten(reeks(*records), APRIL)
    assert [(str(r.kenmerk), r.besluit.tekst) for r in lijst.regels] == [
        ("prt/2026-01-23/B1", "eerste besluit"),
        ("prt/2026-03-13/B1", "tweede besluit"),
    ]
    assert not meldingen


RUSTKOP = "| Nr | Actie | Actiehouder | Status | Vanaf | Herhaalt |\n|---|---|---|---|---|---|\n"


def met_rust(datum, *rijen):
    """Read minutes of which the list says from when an action counts, and how often it comes back."""
    text = f"---\ntafel: prt\ndatum: {datum:%d-%m-%Y}\n---\n## Actielijst\n\n{RUSTKOP}"
    bron = notatie.make_brontekst(text + "".join(f"| {rij} |\n" for rij in rijen), "verslag.md")
    return notatie.parse_verslag(bron, TAFEL, datum)


def test_a_resting_action_stands_on_no_agenda_before_its_day_and_stays_open():
    record, _ = met_rust(JANUARI, "A1 | Evalueren | COA | open | 1 april 2026 |", "A2 | Bellen | COA | open | |")
    series = reeks(record, vergaderingen=(Vergadering("prt", MAART), Vergadering("prt", APRIL)))
    assert [r.actie for r in acties_voor(series, MAART, MAART)[0].regels] == ["Bellen"]
    assert [r.actie for r in acties_voor(series, APRIL, APRIL)[0].regels] == ["Evalueren", "Bellen"]
    after = stand(acties_na(series, JANUARI, JANUARI)[0], "prt/2026-01-23/A1")
    assert (after.status, after.rust, after.te_laat) == ("open", True, False)


def test_a_later_meeting_puts_an_action_to_rest():
    first, _ = met_rust(JANUARI, "A1 | Evalueren | COA | open | |")
    second, _ = met_rust(MAART, "A1 (23-01-2026) | | | | 1 juli 2026 |")
    series = reeks(first, second, vergaderingen=(Vergadering("prt", APRIL),))
    assert acties_voor(series, APRIL, APRIL)[0].regels == ()
    assert stand(acties_op(series, APRIL)[0], "prt/2026-01-23/A1").vanaf == date(2026, 7, 1)


def test_what_recurs_every_meeting_is_open_again_once_it_was_done():
    first, _ = met_rust(JANUARI, "A1 | Cijfers sturen | COA | open | | elke vergadering")
    second, _ = met_rust(MAART, "A1 (23-01-2026) | | | afgerond | |")
    lijst, _ = acties_voor(reeks(first, second, vergaderingen=(Vergadering("prt", APRIL),)), APRIL, APRIL)
    (row,) = lijst.regels
    assert (row.status, [s.status for s in row.geschiedenis]) == ("open", ["open", "afgerond"])


def test_what_recurs_every_quarter_rests_until_the_next_one():
    first, _ = met_rust(JANUARI, "A1 | Cijfers sturen | COA | open | | elk kwartaal")
    second, _ = met_rust(MAART, "A1 (23-01-2026) | | | afgerond | |")
    row = stand(acties_op(reeks(first, second), MAART)[0], "prt/2026-01-23/A1")
    assert (row.status, row.rust, row.vanaf, row.termijn.tekst) == ("open", True, date(2026, 4, 1), "")


def test_what_recurs_ends_when_it_is_dropped():
    first, _ = met_rust(JANUARI, "A1 | Cijfers sturen | COA | open | | elke vergadering")
    second, _ = met_rust(MAART, "A1 (23-01-2026) | | | vervallen | |")
    assert acties_voor(reeks(first, second, vergaderingen=(Vergadering("prt", APRIL),)), APRIL, APRIL)[0].regels == ()


@pytest.mark.parametrize(("rij", "woorden"), [("zodra het kan |", "zodra het kan"), ("| elke week", "elke week")])
def test_a_day_or_a_recurrence_nobody_can_read_is_told(rij, woorden):
    _, meldingen = met_rust(JANUARI, f"A1 | Bellen | COA | open | {rij}")
    (told,) = [m for m in meldingen if m.code == "tabel-onleesbaar"]
    assert woorden in told.tekst


def test_the_meeting_that_finished_what_recurs_keeps_saying_so():
    first, _ = met_rust(JANUARI, "A1 | Cijfers sturen | COA | open | | elke vergadering")
    second, _ = met_rust(MAART, "A1 (23-01-2026) | | | afgerond | |")
    row = stand(acties_na(reeks(first, second), MAART, MAART)[0], "prt/2026-01-23/A1")
    assert (row.status, row.status_op(JANUARI), row.status_op(MAART)) == ("open", "open", "afgerond")
