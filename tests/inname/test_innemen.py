"""What was read elsewhere becomes a record: nothing lost, nothing read as something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.inname import Lezingen, kies_tafel, prepare, record_merk, rewrite, vergelijk, voeg_samen, without_kop
from pipeline.inname.aanvaarden import insert_marker
from pipeline.model import (
    Actiepunt,
    Alinea,
    Besluit,
    Bron,
    Deelnemer,
    Persoon,
    Tabel,
    Tafel,
    Termijn,
    Tijdvak,
    Verslag,
    VerslagPunt,
)
from pipeline.notatie import make_brontekst, write_verslag
from pipeline.wie.personen import parse_deelnemer

DATUM = date(2026, 5, 12)
TAFEL = Tafel("wv", "Werkgroep Voorbeeld", "WV")


def gelezen(*acties: Actiepunt, tekst: str = "Er is gesproken.", **rest) -> Verslag:
    punten = (VerslagPunt("Opening", "1", (Alinea(tekst),)),)
    return replace(Verslag("Iets anders", DATUM, punten=punten, actiepunten=acties), **rest)


def labels(verslag: Verslag) -> list[str]:
    return [a.label for a in verslag.actiepunten]


# Labels


@pytest.mark.parametrize(
    ("written", "label"),
    [("A3", "A3"), ("a3", "A3"), ("1104/02", "1104-02"), ("issue 48", "issue-48"), ("7", "7"), ("AP-2.1", "AP-2.1")],
)
def test_a_number_that_can_stay_stays(written, label):
    ready = prepare(gelezen(Actiepunt(written, "Iets doen")), TAFEL, DATUM)
    assert labels(ready.verslag) == [label]


@pytest.mark.parametrize("written", ["", "geen", "(nog)", "nummer zonder cijfer", "x" * 40 + "1", "٣"])
def test_what_is_no_number_gives_way_to_the_next_free_one(written):
    ready = prepare(gelezen(Actiepunt("A4", "Eerst"), Actiepunt(written, "Dan")), TAFEL, DATUM)
    assert labels(ready.verslag) == ["A4", "A5"]
    assert written in ready.verslag.actiepunten[1].toelichting


def test_a_number_that_comes_twice_is_given_once():
    ready = prepare(gelezen(Actiepunt("3", "Een"), Actiepunt("3", "Twee")), TAFEL, DATUM)
    assert labels(ready.verslag) == ["3", "A1"]
    assert ready.verslag.actiepunten[1].toelichting == "nummer in het stuk: 3"


def test_numbers_begin_above_those_of_the_series():
    assert labels(prepare(gelezen(Actiepunt("", "Iets")), TAFEL, DATUM, (12, 1)).verslag) == ["A12"]


# Text that would mean something else in a record


def test_a_marker_of_an_action_that_was_not_made_here_loses_its_brackets():
    ready = prepare(gelezen(tekst="Van de vorige keer is [A7] afgerond."), TAFEL, DATUM)
    assert ready.verslag.punten[0].blokken[0].tekst == "Van de vorige keer is (A7) afgerond."
    assert ready.verslag.actiepunten == ()


def test_a_reference_to_an_older_action_stays():
    text = "De actie [A7 (17-12-2025)] loopt nog."
    assert prepare(gelezen(tekst=text), TAFEL, DATUM).verslag.punten[0].blokken[0].tekst == text


def test_a_term_that_does_not_exist_goes_to_the_note():
    ready = prepare(gelezen(Actiepunt("A1", "Iets", termijn=Termijn("31 juni"))), TAFEL, DATUM)
    (actie,) = ready.verslag.actiepunten
    assert (bool(actie.termijn), actie.toelichting) == (False, "termijn in het stuk: 31 juni")


def test_a_term_that_would_be_read_as_another_day_becomes_its_day():
    ready = prepare(gelezen(Actiepunt("A1", "Iets", termijn=Termijn("12 juli", date(2024, 7, 12)))), TAFEL, DATUM)
    assert ready.verslag.actiepunten[0].termijn.datum == date(2024, 7, 12)


@pytest.mark.parametrize("tekst", ["## Kop", "- streep", "1. nummer", "| pijp |", "\\- streep", "**vet", "---"])
def test_text_that_looks_like_markup_stays_text(tekst):
    ready = prepare(gelezen(tekst=tekst), TAFEL, DATUM)
    assert not ready.meldingen
    assert ready.verslag.punten[0].blokken == (Alinea(tekst),)


@pytest.mark.parametrize("titel", ["Actielijst", "Besluitenlijst", "3. Punt", "Punt (vertrouwelijk)", ""])
def test_a_heading_that_looks_like_something_else_stays_a_heading(titel):
    ready = prepare(gelezen(punten=(VerslagPunt(titel, "", (Alinea("Tekst."),)),)), TAFEL, DATUM)
    assert not ready.meldingen
    assert [p.titel for p in ready.verslag.punten] == [titel or "Zonder titel"]
    assert not ready.verslag.punten[0].vertrouwelijk


_TEKST = st.text(max_size=60)
_ACTIES = st.lists(st.builds(Actiepunt, label=_TEKST, actie=_TEKST, actiehouder=_TEKST, toelichting=_TEKST), max_size=5)
_BLOKKEN = st.lists(
    st.one_of(
        st.builds(
            Alinea,
            tekst=_TEKST,
            soort=st.sampled_from(["alinea", "opsomming", "nummering"]),
            niveau=st.integers(0, 4),
            nummer=st.sampled_from(["", "1", "a", "3.", "iv"]),
        ),
        st.builds(Tabel, rijen=st.tuples(st.tuples(_TEKST, _TEKST), st.tuples(_TEKST, _TEKST))),
    ),
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(acties=_ACTIES, blokken=_BLOKKEN, titel=_TEKST, nummer=st.sampled_from(["", "1", "2a", "IV", "x y"]))
def test_whatever_was_read_no_action_gets_lost_and_every_label_is_there_once(acties, blokken, titel, nummer):
    verslag = gelezen(*acties, punten=(VerslagPunt(titel, nummer, tuple(blokken)),))
    ready = prepare(verslag, TAFEL, DATUM)
    refused = any(m.ernst == "fout" for m in ready.meldingen)
    own = labels(ready.verslag)
    assert refused or (len(own) >= len(acties) and len(own) == len(set(own)))


# Which table


@pytest.mark.parametrize(
    ("heading", "tafel"),
    [
        ("Provinciale Regietafel Asiel Voorbeeld", "prt"),
        ("PRT", "prt"),
        ("Ambtelijke PRT", "aprt"),
        ("Kerngroep Water", None),
        ("", None),
    ],
)
def test_the_table_is_told_by_its_name(heading, tafel):
    tafels = (Tafel("prt", "Provinciale Regietafel Asiel Voorbeeld", "PRT"), Tafel("aprt", "Ambtelijke PRT", "aPRT"))
    found = kies_tafel(heading, tafels)
    assert (found.id if found else None) == tafel


@pytest.mark.parametrize(
    ("heading", "tafel"),
    [
        ("Provinciale Regietafel Asiel Nieuw-Voorbeeldland", "prt"),
        ("Provinciale Regietafel Asiel NV", "prt"),
        ("Ambtelijke Provinciale Regietafel Asiel NV", "aprt"),
        ("Regietafel Asiel", None),
    ],
)
def test_of_two_tables_the_one_whose_whole_name_is_there_is_meant_and_initials_count_as_words(heading, tafel):
    name = "Provinciale Regietafel Asiel Nieuw-Voorbeeldland"
    found = kies_tafel(heading, (Tafel("prt", name), Tafel("aprt", f"Ambtelijke {name}")))
    assert (found.id if found else None) == tafel


# The heading of what was taken over


def kept_of(*lines: str | tuple[tuple[str, ...], ...]) -> list[object]:
    """What stays of these lines and tables above the items, beside the fields of a plainly made-up record."""
    people = (
        parse_deelnemer("mw. De Proef (wethouder)", "Voorbeeldstad"),
        parse_deelnemer("dhr. Voorbeeld", "Toetsdorp"),
    )
    blocks = tuple(Alinea(line) if isinstance(line, str) else Tabel(line) for line in lines)
    read = Verslag("wv", DATUM, tijd=Tijdvak(time(9, 30), time(11, 0)), locatie="Raadhuis", deelnemers=people)
    left = without_kop(replace(read, inleiding=blocks), TAFEL, "").inleiding
    return [b.tekst if isinstance(b, Alinea) else b.rijen for b in left]


@pytest.mark.parametrize(
    "line",
    [
        "**Verslag Werkgroep Voorbeeld, dinsdag 12 mei 2026**",
        "Datum: 12-5-2026",
        "Tijd: 9.30 - 11.00 uur",
        "Locatie: Raadhuis",
        "Aanwezig: mevrouw De Proef (wethouder, Voorbeeldstad) en dhr. Voorbeeld",
        "Pagina 1 van 4",
    ],
)
def test_what_the_fields_of_a_record_say_is_not_said_once_more_above_its_items(line):
    assert kept_of(line) == []


def test_what_no_field_says_stays_line_by_line_and_cell_by_cell():
    assert kept_of("Notulist: mw. Schrijver", "Aanwezig: mw. De Proef en dhr. Onbekend") == [
        "Notulist: mw. Schrijver",
        "Aanwezig: mw. De Proef en dhr. Onbekend",
    ]
    assert kept_of("Datum en tijd\nKenmerk: 12/34") == ["Kenmerk: 12/34"]
    assert kept_of((("Locatie", "Raadhuis"), ("Kenmerk 12/34", "mw. De Proef"))) == ["Kenmerk 12/34"]
    figures = (("Gemeente", "Plekken"), ("Proefdam", "12"))
    assert kept_of(figures) == [figures]


# Three readings


def met(tekst: str, **rest) -> Verslag:
    return replace(gelezen(tekst=tekst), tafel="wv", **rest)


def test_what_only_word_changed_comes_from_word():
    samen = voeg_samen(Lezingen(met("oud"), met("nieuw"), met("oud")))
    assert (samen.verslag, samen.botsingen) == (met("nieuw"), ())


def test_what_only_the_record_changed_stays():
    samen = voeg_samen(Lezingen(met("nieuw"), met("oud"), met("oud")))
    assert (samen.verslag, samen.overgenomen, samen.botsingen) == (met("nieuw"), (), ())


def test_what_both_changed_waits_for_a_choice_and_the_rest_is_taken():
    tijd = Tijdvak(time(9, 30))
    lezingen = Lezingen(met("record"), met("word", tijd=tijd), met("oud"))
    samen = voeg_samen(lezingen)
    assert [b.sleutel for b in samen.botsingen] == ["punt:1"]
    assert samen.verslag == met("record", tijd=tijd)
    assert voeg_samen(lezingen, {"1": "word"}).verslag == met("word", tijd=tijd)
    assert voeg_samen(lezingen, {"": "record"}).verslag == met("record", tijd=tijd)


def test_when_it_is_not_known_who_changed_it_every_difference_waits():
    samen = voeg_samen(Lezingen(met("nieuw"), met("oud"), met("nieuw"), basis_bekend=False))
    assert [b.sleutel for b in samen.botsingen] == ["punt:1"]


def test_what_the_record_knows_of_people_beside_their_line_stays():
    known = Deelnemer(Persoon(weergave="mw. De Proef"), "Groep", lid="proef", openbaar="functie")
    plain = replace(known, lid="", openbaar="")
    lezingen = Lezingen(
        met("x", deelnemers=(known,)),
        met("x", deelnemers=(replace(plain, aanwezig=False),)),
        met("x", deelnemers=(plain,)),
    )
    assert voeg_samen(lezingen).verslag.deelnemers == (replace(known, aanwezig=False),)


def test_the_mark_of_a_record_is_of_what_it_says():
    assert record_merk(met("x")) == record_merk(replace(met("x"), bron=Bron("ergens")))
    assert record_merk(met("x")) != record_merk(met("y"))
    assert record_merk(None) == ""


def test_differences_are_named_in_the_order_of_the_document():
    old = met("x", besluiten=(Besluit("B1", "Zo is het."),))
    new = met("y", locatie="Raadhuis", besluiten=(Besluit("B1", "Zo blijft het."),))
    assert [v.titel for v in vergelijk(old, new)] == ["Locatie", "1. Opening", "Besluit B1"]


# A marker in the text


@pytest.mark.parametrize(
    ("tekst", "zin", "result"),
    [
        ("Jan zoekt het uit.", "Jan zoekt het uit.", "Jan zoekt het uit [A1]."),
        ("- Jan **zoekt** het uit. En nu?", "Jan zoekt het uit.", "- Jan **zoekt** het uit [A1]. En nu?"),
        ("Eerst dit.\nJan zoekt\nhet uit", "Jan zoekt het uit", "Eerst dit.\nJan zoekt\nhet uit [A1]"),
        ("**Jan zoekt het uit.**", "Jan zoekt het uit.", "**Jan zoekt het uit [A1].**"),
    ],
)
def test_a_marker_comes_at_the_end_of_its_sentence(tekst, zin, result):
    assert insert_marker(tekst, zin, "A1") == result


def test_a_sentence_that_is_not_there_is_not_marked():
    with pytest.raises(ValueError, match="does not stand"):
        insert_marker("Iets anders.", "Jan zoekt het uit.", "A1")


# Writing a record again


def test_a_record_whose_layout_is_broken_is_written_as_a_whole():
    typed = make_brontekst("---\ntafel: wv\nlocatie: [Raadhuis\n---\n\n## 1. Opening\n\nTekst.\n", "verslag.md")
    nieuw = gelezen(tafel="wv", locatie="Stadhuis")
    new = rewrite(typed, nieuw, TAFEL, "verslag.md")
    assert (new.meldingen, new.tekst.tekst) == ((), write_verslag(nieuw))


def test_mistakes_that_were_in_a_record_do_not_stop_what_is_new():
    typed = make_brontekst("---\ntafel: wv\nkamer: 3\ntijd: straks\n---\n\n## 1. Opening\n\nTekst.\n", "verslag.md")
    new = rewrite(typed, gelezen(tafel="wv", locatie="Stadhuis"), TAFEL, "verslag.md")
    assert new.meldingen == ()
    assert new.tekst.tekst == (
        "---\ntafel: wv\nkamer: 3\ntijd: straks\nlocatie: Stadhuis\n---\n\n## 1. Opening\n\nEr is gesproken.\n"
    )


def test_a_record_that_would_be_read_otherwise_is_not_to_be_written():
    too_deep = VerslagPunt("Opening", "1", (Alinea("Te diep.", niveau=3),))
    new = rewrite(None, gelezen(tafel="wv", punten=(too_deep,)), TAFEL, "verslag.md")
    assert [m.code for m in new.meldingen] == ["inname-onvolledig"]
    assert new.meldingen[0].tekst == (
        "Dit kan zo niet in het verslag staan. 1. Opening: '1. Opening       Te diep.' zou "
        "'1. Opening Te diep.' worden. Er is niets geschreven."
    )
