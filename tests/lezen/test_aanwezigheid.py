"""Who was there, in every way of writing it: nobody who was present is recorded as absent."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lezen import Lezing, lees

GEVALLEN = Path(__file__).parents[3] / "shared" / "gevallen" / "07-aanwezig-en-afwezig-op-een-regel"
BEIDEN, WEG = {"mw. Toets", "dhr. De Proef"}, {"dhr. Staal"}


def gelezen(*regels: str) -> Lezing:
    lines = "\n".join(regels)
    text = f"Verslag PRT 3 juni 2026\n\n{lines}\n\n1. Opening\nNiets.\n\n2. Zwembad\nHet blijft open.\n"
    return lees(text.encode(), "verslag.txt")


def wie(lezing: Lezing, aanwezig: bool) -> set[str]:
    assert lezing.verslag is not None
    return {d.naam or "" for d in lezing.verslag.deelnemers if d.aanwezig is aanwezig}


@pytest.mark.parametrize(
    "regel",
    [
        "Aanwezig: mw. Toets en dhr. De Proef, afwezig: dhr. Staal",
        "Aanwezig: mw. Toets, dhr. De Proef Afwezig m.k.: dhr. Staal",
        "Aanwezig: mw. Toets, dhr. De Proef; m.k.: dhr. Staal",
        "Aanwezig: mw. Toets, dhr. De Proef; verhinderd dhr. Staal",
        "Aanwezig: mw. Toets, dhr. De Proef - afwezig: dhr. Staal",
        "Aanwezig: mw. Toets, dhr. De Proef (afwezig: dhr. Staal)",
        "Afwezig: dhr. Staal (m.k.), aanwezig: mw. Toets, dhr. De Proef",
        "Aanwezig zijn mw. Toets, dhr. De Proef. Afwezig met kennisgeving is dhr. Staal.",
        "Aanwezig: mw. Toets, dhr. De Proef, dhr. Staal (ziek)",
        "Aanwezig: mw. Toets, dhr. De Proef, dhr. Staal (met kennisgeving)",
        "Aanwezig: mw. Toets, dhr. De Proef, dhr. Staal (vakantie)",
        "Aanwezig: mw. Toets, dhr. De Proef, dhr. Staal m.k.",
    ],
)
def test_present_and_absent_may_stand_on_one_line(regel):
    read = gelezen(regel)
    assert (wie(read, True), wie(read, False)) == (BEIDEN, WEG)


@pytest.mark.parametrize(
    "label", ["Afgemeld", "Met kennisgeving", "M.k.", "Ziek", "Vakantie", "Excuus", "Verhinderd", "Afwezig / afgemeld"]
)
def test_a_label_below_the_list_says_who_was_not_there(label):
    read = gelezen("Aanwezig: mw. Toets, dhr. De Proef", f"{label}: dhr. Staal")
    assert (wie(read, True), wie(read, False)) == (BEIDEN, WEG)


@pytest.mark.parametrize(
    ("regel", "bericht"),
    [
        ("Aanwezig: mw. Toets, dhr. De Proef, afwezig: dhr. Staal", False),
        ("Aanwezig: mw. Toets, dhr. De Proef\nAfwezig zonder kennisgeving: dhr. Staal", False),
        ("Aanwezig: mw. Toets, dhr. De Proef, dhr. Staal (niet aanwezig)", False),
        ("Aanwezig: mw. Toets, dhr. De Proef, dhr. Staal [afwezig]", False),
        ("Aanwezig: mw. Toets, dhr. De Proef. Afwezig is dhr. Staal.", False),
        ("Aanwezig: mw. Toets, dhr. De Proef\nAfwezig (m.k.): dhr. Staal", True),
        ("Aanwezig: mw. Toets, dhr. De Proef\nAfwezig: dhr. Staal (m.k.)", True),
        ("Aanwezig: mw. Toets, dhr. De Proef\nBericht van verhindering: dhr. Staal", True),
        ("Aanwezig: mw. Toets, dhr. De Proef, dhr. Staal (ziek)", True),
        ("Aanwezig: mw. Toets, dhr. De Proef, dhr. Staal [afwezig m.k.]", True),
        ("Aanwezig: mw. Toets, dhr. De Proef. Dhr. Staal heeft zich afgemeld.", True),
        ("Aanwezig: mw. Toets, dhr. De Proef. Verhinderd is dhr. Staal.", True),
        ("Aanwezig: mw. Toets, dhr. De Proef, dhr. Staal [afgemeld]", True),
    ],
)
def test_who_sent_word_is_told_from_who_just_was_not_there(regel, bericht):
    verslag = gelezen(*regel.split("\n")).verslag
    assert verslag is not None
    said = {(d.naam or "").casefold(): (d.aanwezig, d.afgemeld) for d in verslag.deelnemers}
    assert said == {"mw. toets": (True, False), "dhr. de proef": (True, False), "dhr. staal": (False, bericht)}


@pytest.mark.parametrize("label", ["Online", "Later", "Via Teams", "Gedeeltelijk"])
def test_a_label_of_how_somebody_was_there_is_kept(label):
    read = gelezen("Aanwezig: mw. Toets, dhr. De Proef", f"{label}: dhr. Staal")
    assert wie(read, True) == BEIDEN | WEG
    assert read.verslag is not None
    assert next(d.rol for d in read.verslag.deelnemers if d.naam == "dhr. Staal") == label.lower()


@pytest.mark.parametrize("gezegd", ["afwezig bij punt 2", "niet bij punt 2"])
def test_who_is_away_for_one_item_is_present(gezegd):
    read = gelezen(f"Aanwezig: mw. Toets, dhr. De Proef ({gezegd})")
    assert wie(read, True) == BEIDEN
    assert read.verslag is not None
    proef = read.verslag.deelnemers[1]
    assert (proef.rol, proef.vanaf_punt, proef.tot_punt) == ("niet bij punt 2", "", "")


@pytest.mark.parametrize(
    "zin",
    [
        "Aanwezig: Jan Toets en Anna Proef. Piet Staal had zich afgemeld.",
        "Aanwezig: Jan Toets en Anna Proef. Piet Staal is afwezig.",
        "Jan Toets en Anna Proef zijn aanwezig, Piet Staal heeft zich afgemeld.",
    ],
)
def test_a_sentence_says_who_was_not_there(zin):
    read = gelezen(zin)
    assert (wie(read, True), wie(read, False)) == ({"Jan Toets", "Anna Proef"}, {"Piet Staal"})


def test_people_below_each_other_are_people_of_their_own():
    read = gelezen("Aanwezig:", "mw. Toets", "dhr. De Proef", "Afwezig:", "dhr. Staal")
    assert (wie(read, True), wie(read, False)) == (BEIDEN, WEG)


def test_one_label_for_both_makes_nobody_absent_and_is_asked():
    read = gelezen("Aanwezig / afwezig: mw. Toets, dhr. De Proef / dhr. Staal")
    assert wie(read, False) == set()
    assert any("Wie was er wel en wie niet" in m.tekst for m in read.meldingen)


def test_first_names_and_surnames_may_stand_in_columns():
    table = "| Voornaam | Achternaam | Organisatie |\n| --- | --- | --- |\n"
    text = (
        "# Verslag 3 juni 2026\n\n## Aanwezigen\n\n"
        f"{table}| Jan | van der Proef | Kadaster |\n| Anna | Toets | Water |\n\n"
        f"## Afwezig / Afgemeld\n\n{table}| Piet | Staal | Water |\n\n## Zwembad\n\nOpen.\n\n## Kermis\n\nDicht.\n"
    )
    read = lees(text.encode(), "verslag.md")
    assert (wie(read, True), wie(read, False)) == ({"Jan van der Proef", "Anna Toets"}, {"Piet Staal"})


def test_a_body_may_stand_behind_a_bar_or_a_dash():
    read = gelezen("Aanwezig:", "- Jan van der Proef | Kadaster", "- Anna Toets - Water")
    assert read.verslag is not None
    assert {(d.naam, d.organisatie) for d in read.verslag.deelnemers} == {
        ("Jan van der Proef", "Kadaster"),
        ("Anna Toets", "Water"),
    }


def test_teams_below_the_list_are_groups():
    text = (
        "# Verslag 3 juni 2026\n\n## Aanwezigen tijdens het gesprek\n\n### Team Noord\n\n- Jan Proef\n\n"
        "### Team Zuid\n\n- Anna Toets\n\n## Zwembad\n\nOpen.\n\n## Kermis\n\nDicht.\n"
    )
    read = lees(text.encode(), "verslag.md").verslag
    assert read is not None
    assert [(d.naam, d.groep) for d in read.deelnemers] == [("Jan Proef", "Team Noord"), ("Anna Toets", "Team Zuid")]


NAMEN = ("mw. Toets", "dhr. De Proef", "Jan Jansen", "A. de Wit", "Anna Groen", "mevr. Blauw")
LABELS = ("afwezig", "Afwezig m.k.", "m.k.", "met kennisgeving", "afgemeld", "verhinderd", "ziek", "vakantie", "excuus")
TUSSEN = (", ", "; ", ". ", " ", "\n", " - ", " | ", " / ")


@given(
    st.permutations(NAMEN),
    st.integers(1, 5),
    st.sampled_from(LABELS),
    st.sampled_from(TUSSEN),
    st.sampled_from((", ", "; ", " en ")),
)
def test_whoever_was_present_is_never_recorded_as_absent(namen, aantal, label, tussen, teken):
    here, away = namen[:aantal], namen[aantal:]
    read = gelezen(f"Aanwezig: {teken.join(here)}{tussen}{label}: {teken.join(away)}")
    recorded = " ".join(wie(read, False))
    assert not [naam for naam in here if naam in recorded]
    everybody = " ".join(wie(read, False) | wie(read, True))
    assert not [naam for naam in namen if naam not in everybody]


@pytest.mark.shared
@pytest.mark.parametrize("bestand", ["b.txt", "c.txt", "verslag.txt"])
def test_the_small_inputs_are_read_as_is_expected_of_them(bestand):
    read = lees((GEVALLEN / bestand).read_bytes(), bestand)
    assert (wie(read, True), wie(read, False)) == (BEIDEN, WEG)
