"""What people write to say that something is confidential, and what only looks like it."""

from __future__ import annotations

import pytest

from pipeline.markering.vertrouwelijkheid import is_merkregel, read_alinea, read_kop, read_opschrift, read_regel

MERKEN = (
    "vertrouwelijk",
    "geheim",
    "niet openbaar",
    "niet-openbaar",
    "onder embargo",
    "alleen voor leden",
    "besloten deel",
    "besloten",
    "strikt vertrouwelijk",
    "onder embargo tot 1 mei 2026",
    "NIET OPENBAAR",
)
VORMEN = (
    "Gebouw ({})",
    "Gebouw [{}]",
    "({}) Gebouw",
    "[{}] Gebouw",
    "Gebouw - {}",
    "Gebouw – {}",
    "Gebouw — {}",
    "Gebouw: {}",
)


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize("merk", MERKEN)
def test_a_mark_behind_or_in_brackets_is_taken_off_the_heading(vorm: str, merk: str):
    for written in (merk, merk.capitalize(), merk.upper()):
        found = read_kop(vorm.format(written), "2")
        assert (found.titel, found.oordeel) == ("Gebouw", "ja"), written


@pytest.mark.parametrize("merk", [m for m in MERKEN if m != "besloten"])
@pytest.mark.parametrize("vorm", ["{}: Gebouw", "{} - Gebouw", "{} – Gebouw"])
def test_a_mark_before_the_heading_is_taken_off(vorm: str, merk: str):
    assert (read_kop(vorm.format(merk)).titel, read_kop(vorm.format(merk)).oordeel) == ("Gebouw", "ja")


@pytest.mark.parametrize(
    "kop",
    [
        "Besloten: de tafel stemt in met het voorstel",
        "Besloten",
        "Besloten:",
        "Er is besloten",
        "Wat er is besloten over de opvang",
        "Vertrouwelijkheid van stukken",
        "Geheimhouding",
        "Gebouw (niet vertrouwelijk)",
        "Gebouw (niet langer geheim)",
        "Vertrouwenspersoon",
        "Ledenvergadering",
        "Openbare orde",
        "Besluit om deel te nemen: besloten deel te nemen",
    ],
)
def test_a_verb_a_subject_or_a_denial_is_no_mark(kop: str):
    found = read_kop(kop)
    assert (found.titel, found.oordeel) == (kop, "")


@pytest.mark.parametrize(
    "kop",
    [
        "Vertrouwelijke mededelingen",
        "Gebouw vertrouwelijk",
        "Gebouw (deels vertrouwelijk)",
        "Besloten - Gebouw",
        "Begroting (bijlage 2 vertrouwelijk)",
        "Verslag besloten vergadering",
    ],
)
def test_what_is_not_certain_is_a_question_and_keeps_its_title(kop: str):
    assert (read_kop(kop).titel, read_kop(kop).oordeel) == (kop, "vraag")


@pytest.mark.parametrize(
    ("kop", "titel", "oordeel"),
    [
        ("Gebouw (Vertrouwelijk)", "Gebouw", "ja"),
        ("Gebouw (vertrouwelijk\\)", "Gebouw", "ja"),
        ("Gebouw (vertrouwelijk?)", "Gebouw", "vraag"),
        ("Vertrouwelijk overleg (openbaar)", "Vertrouwelijk overleg", ""),
        ("Gebouw (geheim) (vertrouwelijk)", "Gebouw (geheim)", "ja"),
    ],
)
def test_what_the_notation_writes_itself_settles_it(kop: str, titel: str, oordeel: str):
    assert (read_kop(kop).titel, read_kop(kop).oordeel) == (titel, oordeel)


@pytest.mark.parametrize(
    "regel",
    [
        "Vertrouwelijk",
        "Status: vertrouwelijk",
        "[GEHEIM]",
        "(besloten)",
        "NIET OPENBAAR",
        "Openbaar: nee",
        "Vertrouwelijk: ja",
        "Alleen voor leden.",
        "**Vertrouwelijk**",
        "Onder embargo tot 1 mei 2026",
        "Classificatie - geheim",
        "Let op: vertrouwelijk",
        "Status: besloten",
        "V E R T R O U W E L I J K",
        "Niet\u2011openbaar",
    ],
)
def test_a_line_or_label_of_its_own_is_a_mark(regel: str):
    assert is_merkregel(regel)
    assert read_alinea(regel) == "ja"


@pytest.mark.parametrize(
    "tekst",
    [
        "Dit punt is vertrouwelijk.",
        "Dit agendapunt wordt in beslotenheid behandeld.",
        "In besloten deel is gesproken over de prijs.",
        "Dit onderwerp blijft geheim.",
        "Vertrouwelijk: de prijs is 2 miljoen.",
        "De prijs is 2 miljoen (vertrouwelijk).",
        "Op dit punt rust geheimhouding.",
        "Vertrouwelijk De prijs is 2 miljoen.",
        "Status: geheim De prijs is 2 miljoen.",
    ],
)
def test_a_set_phrase_counts(tekst: str):
    assert read_alinea(tekst) == "ja"


@pytest.mark.parametrize(
    "tekst",
    [
        "Besloten: de tafel stemt in.",
        "Besloten wordt om door te gaan.",
        "Er is besloten dat het gebouw wordt gekocht.",
        "Besloten",
        "De tafel heeft besloten deel te nemen aan de proef.",
        "Er is toegang tot vertrouwelijke gegevens.",
        "Dit punt is niet vertrouwelijk.",
        "Het stuk is vertrouwelijk.",
        "De leden zijn akkoord.",
        "Vertrouwelijk: nee",
        "De wethouder licht toe wat in het besloten deel van de raad is gezegd.",
        "Of dit punt vertrouwelijk is, wordt nagegaan.",
    ],
)
def test_other_running_text_does_not(tekst: str):
    assert read_alinea(tekst) == ""


def test_a_row_of_a_list_may_be_marked_and_a_task_about_something_confidential_is_not():
    assert read_regel("prijs opvragen (vertrouwelijk)").titel == "prijs opvragen"
    assert read_regel("[GEHEIM] prijs opvragen").is_vertrouwelijk
    assert read_regel("Vertrouwelijk: prijs opvragen").titel == "prijs opvragen"
    assert not read_regel("vertrouwelijke stukken ophalen").is_vertrouwelijk
    assert not read_regel("Besloten: prijs opvragen").is_vertrouwelijk


def test_a_line_above_the_minutes_may_say_it_of_all_of_them():
    assert read_opschrift("VERTROUWELIJK") == "ja"
    assert read_opschrift("Verslag Regietafel (vertrouwelijk)") == "ja"
    assert read_opschrift("Dit verslag is vertrouwelijk en alleen bestemd voor de leden.") == "ja"
    assert read_opschrift("Verslag besloten vergadering Regietafel") == "vraag"
    assert read_opschrift("Verslag Regietafel") == ""


@pytest.mark.parametrize(
    "stuk", ["vertrouwelijk ", "(vertrouwelijk ", "besloten, ", "- geheim - ", "\\", "dit is nog "]
)
def test_no_text_is_made_slow_by_it(stuk: str):
    """Twenty thousand characters of what begins like a mark: patterns that try every split would hang here."""
    text = stuk * (20_000 // len(stuk)) + "vertrouwelijk x"
    assert read_kop(text).titel
    assert read_alinea(text) in ("", "ja", "vraag")
    assert read_regel(text).titel
