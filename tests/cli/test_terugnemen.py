"""Word leads until circulation: what was edited there comes back, and nothing is overwritten."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import pytest
from PIL import Image
from word_hulp import edit, fill_row, heading, lose_bladwijzers, save_as, table_with

from pipeline.werkmap import load

DATUM = date(2026, 3, 13)
FOLDER = "verslagen/prt/2026-03-13"


@pytest.fixture
def concept(regietafel, voorbeeld: Path) -> Path:
    """A conceptverslag in Word, made from the record."""
    record = voorbeeld / FOLDER / "verslag.md"
    record.write_text(
        record.read_text(encoding="utf-8").replace("status: vastgesteld", "status: concept"), encoding="utf-8"
    )
    for path in (voorbeeld / FOLDER).glob("logboek/*"):
        path.unlink()
    done = regietafel("verslag", "prt", "2026-03-13", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    return voorbeeld / FOLDER / "2026-03-13 Conceptverslag PRT.docx"


def verslag_of(werkmap: Path):
    return load(werkmap).reeks("prt").verslag(DATUM)


def record_of(werkmap: Path) -> Path:
    return werkmap / FOLDER / "verslag.md"


def test_text_that_was_changed_in_word_comes_into_the_record(regietafel, voorbeeld, concept):
    before = verslag_of(voorbeeld)
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    assert "Veranderd: 1. Opening en mededelingen." in done.uit
    after = verslag_of(voorbeeld)
    assert "De agenda is akkoord." in after.punten[0].blokken[0].tekst
    assert after.punten[1:] == before.punten[1:]
    assert (after.actiepunten, after.voortgang, after.besluiten) == (
        before.actiepunten,
        before.voortgang,
        before.besluiten,
    )
    assert after.afwezig == before.afwezig


def test_what_was_added_to_an_item_that_the_agenda_calls_confidential_comes_back(regietafel, voorbeeld, concept):
    agenda = voorbeeld / "agenda/prt/2026-03-13/agenda.yaml"
    secret = "titel: Inschrijving van nareizigers\n    vertrouwelijk: ja"
    agenda.write_text(
        agenda.read_text(encoding="utf-8").replace("titel: Inschrijving van nareizigers", secret), encoding="utf-8"
    )
    assert regietafel("verslag", "prt", "2026-03-13", werkmap=voorbeeld).code == 0
    edit(concept, ("De notitie wordt op 24 april besproken.", "De notitie gaat ook naar de RRT's."))
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    after = verslag_of(voorbeeld)
    assert "De notitie gaat ook naar de RRT's." in after.punten[4].blokken[0].tekst
    assert after.punten[4].vertrouwelijk
    assert [a.label for a in after.actiepunten if a.vertrouwelijk] == ["A3"]


def test_an_item_that_was_changed_in_word_under_an_embargo_is_free_when_that_is_over(regietafel, voorbeeld, concept):
    agenda = voorbeeld / "agenda/prt/2026-03-13/agenda.yaml"
    later = "titel: Inschrijving van nareizigers\n    embargo: 2099-01-01 09.00"
    text = agenda.read_text(encoding="utf-8").replace("titel: Inschrijving van nareizigers", later)
    agenda.write_text(text, encoding="utf-8")
    assert regietafel("verslag", "prt", "2026-03-13", werkmap=voorbeeld).code == 0
    edit(concept, ("De notitie wordt op 24 april besproken.", "De notitie gaat ook naar de RRT's."))
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    after = verslag_of(voorbeeld)
    assert "De notitie gaat ook naar de RRT's." in after.punten[4].blokken[0].tekst
    assert not after.punten[4].vertrouwelijk
    assert [a.label for a in after.actiepunten if a.vertrouwelijk] == []
    agenda.write_text(text.replace("2099-01-01", "2026-03-20"), encoding="utf-8")
    (action,) = (a for a in after.actiepunten if a.label == "A3")
    listed = regietafel("acties", "prt", "2026-03-13", "--voor", "toehoorders", "--json", werkmap=voorbeeld)
    assert action.actie in listed.uit, listed.uit + listed.fout


def paste_picture(path: Path, under: str) -> None:
    """Paste a picture under a paragraph, as somebody does in Word."""
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "navy").save(picture, "PNG")
    picture.seek(0)
    document = docx.Document(str(path))
    paragraph = next(p for p in document.paragraphs if under in p.text)
    paragraph.add_run().add_picture(picture)
    document.save(str(path))


def test_a_picture_that_was_pasted_is_named_and_not_printed_over(regietafel, voorbeeld, concept):
    paste_picture(concept, "De notitie wordt op 24 april besproken.")
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    assert "staat een afbeelding, bij “" in done.fout
    again = regietafel("verslag", "prt", "2026-03-13", werkmap=voorbeeld)
    assert again.code == 1
    assert "afbeelding-alleen-in-word" in again.fout
    assert len(docx.Document(str(concept)).inline_shapes) == 1
    beside = regietafel("verslag", "prt", "2026-03-13", "--ernaast", werkmap=voorbeeld)
    assert beside.code == 0, beside.fout
    assert len(docx.Document(str(concept)).inline_shapes) == 1


def test_a_file_without_pictures_italics_or_markings_names_none(regietafel, voorbeeld, concept):
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert "niet-over" not in done.fout


def test_a_file_that_lost_our_bookmarks_gives_what_was_changed_and_no_more(regietafel, voorbeeld, concept):
    before = record_of(voorbeeld).read_text(encoding="utf-8")
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    lose_bladwijzers(concept)
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    changed = before.replace("De agenda wordt niet gewijzigd.", "De agenda is akkoord.")
    assert record_of(voorbeeld).read_text(encoding="utf-8") == changed


def test_a_file_saved_by_another_program_is_read_back_as_well(regietafel, voorbeeld, concept, tmp_path):
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    saved = save_as(concept, "odt", tmp_path / "lo")
    done = regietafel("lees", saved, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    assert "Veranderd: 1. Opening en mededelingen." in done.uit
    again = regietafel("lees", saved, "--neem-over", werkmap=voorbeeld)
    assert "niets nieuws" in again.uit


def test_the_record_as_it_was_is_kept(regietafel, voorbeeld, concept):
    before = record_of(voorbeeld).read_bytes()
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    (kept,) = (voorbeeld / FOLDER / "oud").glob("verslag *.md")
    assert kept.read_bytes() == before


def type_in_record(werkmap: Path, *changes: tuple[str, str]) -> str:
    """Type in the record as a person would, without changing what it says."""
    path = record_of(werkmap)
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8", newline="")
    return text


def test_remarks_and_layout_in_the_record_stay_as_they_were_typed(regietafel, voorbeeld, concept):
    typed = type_in_record(
        voorbeeld,
        ("locatie: Provinciehuis, Haarlem\n", "locatie:  'Provinciehuis, Haarlem'   # zaal 2\n"),
        ("afwezig: [vv-gv, coa-bestuur]\n", "# afgemeld per mail\nafwezig: [vv-gv, coa-bestuur]\n"),
        ("Het COA geeft een toelichting", "Het COA geeft\neen toelichting"),
        ("| A2 | Bijeenkomst voor", "|A2|Bijeenkomst voor"),
    )
    edit(
        concept,
        ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."),
        ("Notitie schrijven over de inschrijving", "Nota schrijven over de inschrijving"),
    )
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    assert record_of(voorbeeld).read_text(encoding="utf-8") == typed.replace(
        "De agenda wordt niet gewijzigd.", "De agenda is akkoord."
    ).replace("Notitie schrijven over de inschrijving", "Nota schrijven over de inschrijving")


def test_a_record_typed_on_windows_keeps_its_line_ends_and_its_encoding(regietafel, voorbeeld, concept):
    record = record_of(voorbeeld)
    typed = record.read_text(encoding="utf-8").replace("\n", "\r\n")
    record.write_bytes(b"\xef\xbb\xbf" + typed.encode())
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    changed = typed.replace("De agenda wordt niet gewijzigd.", "De agenda is akkoord.")
    assert record.read_bytes() == b"\xef\xbb\xbf" + changed.encode()


def test_who_was_absent_after_all_is_written_on_his_line(regietafel, voorbeeld, concept):
    people = "deelnemers:\n  COA:\n    - regiomanager   # nieuw\n    - vertegenwoordiger vastgoed\n"
    type_in_record(voorbeeld, ("afwezig: [vv-gv, coa-bestuur]\n", people))
    concept.unlink()
    regietafel("verslag", "prt", "2026-03-13", werkmap=voorbeeld)
    edit(concept, ("vertegenwoordiger vastgoed", "vertegenwoordiger vastgoed [afwezig]"))
    before = record_of(voorbeeld).read_text(encoding="utf-8")
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert "Veranderd: Deelnemers." in done.uit
    assert record_of(voorbeeld).read_text(encoding="utf-8") == before.replace("vastgoed\n", "vastgoed [afwezig]\n")


def test_a_file_nobody_touched_changes_nothing(regietafel, voorbeeld, concept):
    before = record_of(voorbeeld).read_bytes()
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert "niets nieuws" in done.uit
    assert record_of(voorbeeld).read_bytes() == before


def test_rows_markers_and_items_typed_in_word_are_taken(regietafel, voorbeeld, concept):
    document = docx.Document(str(concept))
    at = document.paragraphs[heading(document, "Doelgroepflexibele regeling") + 1]
    at.add_run(" Het COA levert voor 1 juni 2026 een overzicht aan [A].")
    new = document.paragraphs[heading(document, "Rondvraag en sluiting")]
    extra = document.add_paragraph("7.\tExtra punt", "Heading 1")
    new._p.addprevious(extra._p)
    text = document.add_paragraph("Hier is nog iets besproken.")
    new._p.addprevious(text._p)
    table = table_with(document, "Nr", "Actie", "Actiehouder", "Termijn", "Status")
    fill_row(table.add_row(), "", "Zaal reserveren voor september", "PRT-secretariaat", "1 juli 2026", "open")
    document.save(str(concept))
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    verslag = verslag_of(voorbeeld)
    found = {a.label: a for a in verslag.actiepunten}
    assert (found["A5"].actie, found["A5"].actiehouder) == ("Zaal reserveren voor september", "PRT-secretariaat")
    assert "levert voor 1 juni 2026 een overzicht aan" in found["A4"].actie
    assert "[A4]" in verslag.punten[3].blokken[0].tekst
    assert [p.titel for p in verslag.punten][5:] == ["Extra punt", "Rondvraag en sluiting"]


def test_progress_on_an_older_action_is_what_was_changed_in_its_row(regietafel, voorbeeld, concept):
    before = {v.verwijst_naar.label: v for v in verslag_of(voorbeeld).voortgang}
    edit(concept, ("Antwoord is per e-mail aan de leden gestuurd.", "Het antwoord staat in de mail van 2 maart."))
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert "Veranderd: Voortgang A3 (23-01-2026)." in done.uit
    after = {v.verwijst_naar.label: v for v in verslag_of(voorbeeld).voortgang}
    assert (after["A3"].status, after["A3"].toelichting) == ("afgerond", "Het antwoord staat in de mail van 2 maart.")
    assert (after["A1"], after["A2"]) == (before["A1"], before["A2"])


def test_that_a_recurring_action_was_done_stays_when_its_row_is_changed_in_word(regietafel, voorbeeld, concept):
    first = voorbeeld / "verslagen/prt/2026-01-23/verslag.md"
    old = "| Nr | Actie | Actiehouder | Termijn | Status | Toelichting |\n|---|---|---|---|---|---|\n"
    text = first.read_text(encoding="utf-8").replace(old, old.replace("Toelichting |\n", "Toelichting | Herhaalt |\n"))
    row = next(line for line in text.splitlines() if line.startswith("| A3 |"))
    text = text.replace("|---|---|---|---|---|---|\n", "|---|---|---|---|---|---|---|\n", 1)
    first.write_text(text.replace(row, row.rstrip("| ") + " | | elke vergadering |"), encoding="utf-8")
    assert regietafel("verslag", "prt", "2026-03-13", werkmap=voorbeeld).code == 0
    edit(concept, ("Antwoord is per e-mail aan de leden gestuurd.", "Het antwoord staat in de mail van 2 maart."))
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    after = {v.verwijst_naar.label: v for v in verslag_of(voorbeeld).voortgang}
    assert (after["A3"].status, after["A3"].toelichting) == ("afgerond", "Het antwoord staat in de mail van 2 maart.")


def test_after_reading_back_the_word_file_can_be_made_anew(regietafel, voorbeeld, concept):
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    refused = regietafel("verslag", "prt", "2026-03-13", werkmap=voorbeeld)
    assert "[word-gewijzigd]" in refused.fout
    regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    done = regietafel("verslag", "prt", "2026-03-13", werkmap=voorbeeld)
    assert (done.code, done.fout) == (0, "")
    assert "De agenda is akkoord." in "\n".join(p.text for p in docx.Document(str(concept)).paragraphs)


# Both changed


@pytest.fixture
def beide(voorbeeld, concept) -> Path:
    """The record and the Word file, both changed at item 1; only Word at item 6."""
    record = record_of(voorbeeld)
    text = record.read_text(encoding="utf-8").replace(
        "De agenda wordt niet gewijzigd.", "De agenda blijft zoals hij is."
    )
    record.write_text(text, encoding="utf-8")
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    return concept


def test_where_both_changed_nothing_is_written_and_both_are_shown(regietafel, voorbeeld, beide):
    before = record_of(voorbeeld).read_bytes()
    done = regietafel("lees", beide, "--neem-over", werkmap=voorbeeld)
    assert done.code == 1
    assert "[keuze-nodig]" in done.fout
    assert "zoals hij is." in done.uit
    assert "De agenda is akkoord." in done.uit.replace("\n", " ") or "akkoord." in done.uit
    assert record_of(voorbeeld).read_bytes() == before


@pytest.mark.parametrize(("keuze", "tekst"), [("1=word", "is akkoord."), ("1=record", "blijft zoals hij is.")])
def test_she_chooses_per_item(regietafel, voorbeeld, beide, keuze, tekst):
    done = regietafel("lees", beide, "--neem-over", "--kies", keuze, werkmap=voorbeeld)
    assert done.code == 0, done.fout
    assert f"De agenda {tekst}" in verslag_of(voorbeeld).punten[0].blokken[0].tekst


def test_a_choice_can_count_for_all(regietafel, voorbeeld, beide):
    assert regietafel("lees", beide, "--neem-over", "--kies", "word", werkmap=voorbeeld).code == 0
    assert "De agenda is akkoord." in verslag_of(voorbeeld).punten[0].blokken[0].tekst


def test_after_a_first_reading_back_each_side_keeps_what_it_changed(regietafel, voorbeeld, concept):
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    record = record_of(voorbeeld)
    record.write_text(
        record.read_text(encoding="utf-8").replace("De voorzitter bedankt de aanwezigen", "De voorzitter dankt allen"),
        encoding="utf-8",
    )
    edit(concept, ("De agenda is akkoord.", "De agenda is ongewijzigd akkoord."))
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    verslag = verslag_of(voorbeeld)
    assert "De agenda is ongewijzigd akkoord." in verslag.punten[0].blokken[0].tekst
    assert "De voorzitter dankt allen" in verslag.punten[5].blokken[-1].tekst


def test_minutes_that_went_round_are_not_changed_any_more(regietafel, voorbeeld, concept):
    folder = voorbeeld / FOLDER / "logboek"
    folder.mkdir(exist_ok=True)
    (folder / "2026-03-20-rondgezonden.yaml").write_text("soort: rondgezonden\nop: 2026-03-20\n", encoding="utf-8")
    before = record_of(voorbeeld).read_bytes()
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    done = regietafel("lees", concept, "--neem-over", werkmap=voorbeeld)
    assert (done.code, "[verslag-bevroren]" in done.fout) == (1, True)
    assert record_of(voorbeeld).read_bytes() == before


def test_a_copy_that_lies_elsewhere_knows_its_own_meeting(regietafel, voorbeeld, concept, tmp_path):
    edit(concept, ("De agenda wordt niet gewijzigd.", "De agenda is akkoord."))
    elsewhere = tmp_path / "van collega.docx"
    elsewhere.write_bytes(concept.read_bytes())
    assert regietafel("lees", elsewhere, "--neem-over", werkmap=voorbeeld).code == 0
    assert "De agenda is akkoord." in verslag_of(voorbeeld).punten[0].blokken[0].tekst


def test_wrong_choices_are_explained(regietafel, voorbeeld, concept):
    done = regietafel("lees", concept, "--neem-over", "--kies", "3=links", werkmap=voorbeeld)
    assert done.code == 2
    assert "kies record of word" in done.fout


# With somebody at the screen


def type_at_screen(werkmap: Path, answers: str, *words: str) -> tuple[int, str]:
    """Run a command in a terminal, type the answers, and return its exit code and what was on the screen."""
    main, screen = pty.openpty()
    command = [sys.executable, "-m", "pipeline", "-C", str(werkmap), *words]
    environment = {**os.environ, "COLUMNS": "120", "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        command, stdin=screen, stdout=screen, stderr=screen, env=environment, cwd=Path(__file__).parents[2]
    )
    os.close(screen)
    os.write(main, answers.encode())
    shown = bytearray()
    try:
        while chunk := os.read(main, 4096):
            shown += chunk
    except OSError:  # the end of a terminal
        pass
    os.close(main)
    return process.wait(timeout=60), shown.decode(errors="replace")


def test_at_the_screen_she_is_asked_per_item(voorbeeld, beide):
    code, shown = type_at_screen(voorbeeld, "word\n", "lees", str(beide), "--neem-over")
    assert (code, "Welke wordt het" in shown) == (0, True)
    assert "De agenda is akkoord." in verslag_of(voorbeeld).punten[0].blokken[0].tekst


def test_at_the_screen_the_table_is_asked_for(voorbeeld, tmp_path):
    path = tmp_path / "verslag.txt"
    path.write_text(
        "Verslag Overleg Onbekend\nDatum: 12 mei 2025\n\n1. Opening\nDe voorzitter opent.\n", encoding="utf-8"
    )
    code, shown = type_at_screen(voorbeeld, "prt\n", "lees", str(path), "--neem-over")
    assert (code, "van welke tafel is dit verslag?" in shown) == (0, True)
    assert (voorbeeld / "verslagen/prt/2025-05-12/verslag.md").is_file()
