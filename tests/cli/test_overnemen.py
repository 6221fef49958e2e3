"""Taking minutes over into the werkmap, and the note-taking form."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest
from word_hulp import fill_row, table_with, tick, type_under

from pipeline.inname import only_changes, prepare, vergelijk
from pipeline.lezen import lees
from pipeline.model import has_fouten
from pipeline.omzetter import convert, find_omzetter
from pipeline.voortgang import fold_acties
from pipeline.werkmap import load

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
VERSLAG = """Verslag Werkgroep Voorbeeld
Datum: 12 mei 2026
Locatie: Raadhuis, Voorbeeldstad
Aanwezig: dhr. Voorbeeld (Voorbeeldstad), mw. De Proef (Toetsdorp)
Afwezig: mw. Toets (Toetsdorp)

1. Opening
De voorzitter opent de vergadering.

2. Stand van zaken
De gemeenten leveren cijfers aan.
Actie: mw. De Proef stuurt het overzicht rond voor 1 juni.

Actielijst
Nr | Actie | Wie | Termijn
"""


def write_docx(path: Path, titel: str = "Verslag Werkgroep Voorbeeld", datum: str = "12 mei 2026") -> Path:
    """Minutes as somebody else would type them in Word."""
    document = docx.Document()
    document.add_heading(titel, 0)
    document.add_paragraph(f"Datum: {datum}")
    document.add_paragraph("Aanwezig: dhr. Voorbeeld (Voorbeeldstad), mw. De Proef (Toetsdorp)")
    document.add_paragraph("Afwezig: mw. Toets (Toetsdorp)")
    for kop, tekst in (("1. Opening", "De voorzitter opent."), ("2. Cijfers", "De gemeenten leveren cijfers aan.")):
        document.add_heading(kop, 1)
        document.add_paragraph(tekst)
    document.add_heading("Actielijst", 1)
    rows = [
        ("Nr", "Actie", "Actiehouder", "Termijn", "Status"),
        ("1104/02", "Cijfers opvragen bij de gemeenten", "mw. De Proef", "1 juni 2026", "open"),
        ("1104/02", "Overzicht maken van de locaties", "dhr. Voorbeeld", "", ""),
        ("", "Een datum zoeken", "", "31 juni", ""),
    ]
    table = document.add_table(0, 5)
    for row in rows:
        fill_row(table.add_row(), *row)
    document.save(str(path))
    return path


@pytest.fixture
def werkgroep(voorbeeld: Path) -> Path:
    """The example with a second table."""
    folder = voorbeeld / "agenda" / "werkgroep"
    folder.mkdir()
    (folder / "tafel.yaml").write_text("naam: Werkgroep Voorbeeld\nkorte_naam: WV\n", encoding="utf-8")
    return voorbeeld


def record_of(werkmap: Path, tafel: str, datum: str) -> str:
    return (werkmap / "verslagen" / tafel / datum / "verslag.md").read_text(encoding="utf-8")


def verslag_of(werkmap: Path, tafel: str, datum: date):
    inhoud = load(werkmap)
    reeks = inhoud.reeks(tafel)
    fouten = [m for m in inhoud.meldingen if m.ernst == "fout" and m.bron and f"{tafel}/{datum}" in m.bron.bestand]
    assert not fouten
    return reeks.verslag(datum)


def test_foreign_minutes_become_an_agenda_a_record_and_a_copy_beside_it(regietafel, werkgroep, tmp_path):
    done = regietafel("lees", write_docx(tmp_path / "stuk.docx"), "--neem-over", werkmap=werkgroep)
    assert done.code == 0, done.fout
    folder = werkgroep / "verslagen/werkgroep/2026-05-12"
    assert (folder / "bron" / "stuk.docx").read_bytes() == (tmp_path / "stuk.docx").read_bytes()
    assert "Opening" in (werkgroep / "agenda/werkgroep/2026-05-12/agenda.yaml").read_text(encoding="utf-8")
    verslag = verslag_of(werkgroep, "werkgroep", date(2026, 5, 12))
    assert [p.titel for p in verslag.punten] == ["Opening", "Cijfers"]
    assert {d.naam: d.aanwezig for d in verslag.deelnemers} == {
        "dhr. Voorbeeld": True,
        "mw. De Proef": True,
        "mw. Toets": False,
    }
    assert verslag.herkomst == "stuk.docx"


@pytest.mark.parametrize("soort", ["odt", "doc", "rtf"])
def test_minutes_saved_by_another_program_are_taken_over_as_the_word_file_is(regietafel, werkgroep, tmp_path, soort):
    word = write_docx(tmp_path / "stuk.docx")
    document = docx.Document(str(word))
    document.add_paragraph("Tot de volgende keer.")
    document.save(str(word))
    saved, _ = convert(find_omzetter(), [("stuk.docx", word.read_bytes())], soort)
    other = tmp_path / f"stuk.{soort}"
    other.write_bytes(saved["stuk.docx"])
    done = regietafel("lees", other, "--neem-over", werkmap=werkgroep)
    assert done.code == 0, done.fout
    folder = werkgroep / "verslagen/werkgroep/2026-05-12"
    assert (folder / "bron" / other.name).read_bytes() == other.read_bytes()
    taken = record_of(werkgroep, "werkgroep", "2026-05-12")
    shutil.rmtree(folder)
    regietafel("lees", word, "--neem-over", werkmap=werkgroep)
    assert taken == record_of(werkgroep, "werkgroep", "2026-05-12").replace("stuk.docx", other.name)


def test_a_table_with_standing_items_gets_only_the_items_that_were_discussed(regietafel, werkgroep, tmp_path):
    tafel = werkgroep / "agenda/werkgroep/tafel.yaml"
    standing = "vaste_punten:\n  - Vaststelling van de agenda\n  - {titel: Rondvraag en sluiting, plaats: eind}\n"
    tafel.write_text(tafel.read_text(encoding="utf-8") + standing, encoding="utf-8")
    regietafel("lees", write_docx(tmp_path / "stuk.docx"), "--neem-over", werkmap=werkgroep)
    vergadering = load(werkgroep).reeks("werkgroep").vergadering(date(2026, 5, 12))
    assert [(p.nummer, p.titel) for p in vergadering.agendapunten] == [("1", "Opening"), ("2", "Cijfers")]
    checked = regietafel("controleer", "werkgroep", "2026-05-12", "--json", werkmap=werkgroep)
    codes = {m["code"] for m in checked.json["meldingen"]}
    assert not codes & {"punt-niet-in-verslag", "punt-niet-op-agenda"}
    assert codes  # it did look: the minutes have an action without a term


def test_the_heading_of_minutes_of_others_stands_in_the_fields_and_not_once_more_as_text(
    regietafel, werkgroep, tmp_path
):
    regietafel("lees", write_docx(tmp_path / "verslag.docx"), "--neem-over", werkmap=werkgroep)
    found = verslag_of(werkgroep, "werkgroep", date(2026, 5, 12))
    assert len(found.deelnemers) == 3
    assert found.inleiding == ()


def test_a_label_that_cannot_stay_is_changed_and_kept_in_the_note(regietafel, werkgroep, tmp_path):
    done = regietafel("lees", write_docx(tmp_path / "stuk.docx"), "--neem-over", werkmap=werkgroep)
    assert "[nummer-aangepast]" in done.fout
    acties = verslag_of(werkgroep, "werkgroep", date(2026, 5, 12)).actiepunten
    assert [a.label for a in acties] == ["1104-02", "A1", "A2"]
    assert "nummer in het stuk: 1104/02" in acties[0].toelichting
    assert "nummer in het stuk: 1104/02" in acties[1].toelichting
    assert "termijn in het stuk: 31 juni" in acties[2].toelichting
    assert acties[2].status == "open"


def test_a_marker_typed_in_the_minutes_of_others_becomes_the_number_of_its_own_action(regietafel, werkgroep, tmp_path):
    path = write_docx(tmp_path / "stuk.docx")
    document = docx.Document(str(path))
    table = document.tables[0]
    heading = next(p for p in document.paragraphs if p.text == "2. Cijfers")
    heading._p.addprevious(table._tbl)
    target = next(p for p in document.paragraphs if p.text.startswith("De gemeenten"))
    target.text = "De gemeenten leveren cijfers aan. Mw. De Proef stuurt het overzicht rond [A]."
    document.save(str(path))
    done = regietafel("lees", path, "--neem-over", werkmap=werkgroep)
    assert done.code == 0, done.fout
    verslag = verslag_of(werkgroep, "werkgroep", date(2026, 5, 12))
    (marked,) = [a for a in verslag.actiepunten if "overzicht rond" in a.actie]
    assert f"stuurt het overzicht rond [{marked.label}]." in verslag.punten[1].blokken[0].tekst
    assert (marked.soort, marked.agendapunt) == ("expliciet", "2")
    assert len(verslag.actiepunten) == 4


def test_taking_over_again_changes_nothing(regietafel, werkgroep, tmp_path):
    path = write_docx(tmp_path / "stuk.docx")
    regietafel("lees", path, "--neem-over", werkmap=werkgroep)
    before = {p: p.read_bytes() for p in werkgroep.rglob("*") if p.is_file()}
    done = regietafel("lees", path, "--neem-over", werkmap=werkgroep)
    assert done.code == 0
    assert "niets nieuws" in done.uit
    assert {p: p.read_bytes() for p in werkgroep.rglob("*") if p.is_file()} == before


def test_a_record_that_is_there_is_compared_and_never_overwritten(regietafel, werkgroep, tmp_path):
    regietafel("lees", write_docx(tmp_path / "stuk.docx"), "--neem-over", werkmap=werkgroep)
    before = record_of(werkgroep, "werkgroep", "2026-05-12")
    other = write_docx(tmp_path / "anders.docx")
    document = docx.Document(str(other))
    document.paragraphs[5].text = "De voorzitter opent om negen uur."
    document.save(str(other))
    done = regietafel("lees", other, "--neem-over", werkmap=werkgroep)
    assert "[verslag-bestaat]" in done.fout
    assert "1. Opening" in done.fout
    assert "De voorzitter opent om negen uur." in done.uit
    assert record_of(werkgroep, "werkgroep", "2026-05-12") == before


def test_minutes_of_a_table_that_cannot_be_told_are_not_taken_over(regietafel, werkgroep, tmp_path):
    path = write_docx(tmp_path / "stuk.docx", "Verslag Kerngroep Onbekend")
    done = regietafel("lees", path, "--neem-over", werkmap=werkgroep)
    assert done.code == 1
    assert "[tafel-onduidelijk]" in done.fout
    assert not (werkgroep / "verslagen/werkgroep").exists()
    assert regietafel("lees", path, "--neem-over", "--tafel", "werkgroep", werkmap=werkgroep).code == 0


def test_a_date_that_is_nowhere_is_asked_for(regietafel, werkgroep, tmp_path):
    path = write_docx(tmp_path / "stuk.docx", datum="volgt")
    done = regietafel("lees", path, "--neem-over", werkmap=werkgroep)
    assert (done.code, "[datum-onbekend]" in done.fout) == (1, True)
    assert regietafel("lees", path, "--neem-over", "--datum", "12 mei 2026", werkmap=werkgroep).code == 0


def test_dates_in_text_and_folder_that_disagree_are_told(regietafel, werkgroep, tmp_path):
    folder = tmp_path / "2026-05-13"
    folder.mkdir()
    done = regietafel("lees", write_docx(folder / "stuk.docx"), "--neem-over", werkmap=werkgroep)
    assert "In de naam van de map staat 13-05-2026. Aangehouden is 12-05-2026. [datum-verschilt]" in done.fout


def test_a_folder_is_taken_over_past_a_bad_file_and_ends_with_a_sum(regietafel, werkgroep, tmp_path):
    archive = tmp_path / "archief"
    archive.mkdir()
    write_docx(archive / "een.docx")
    write_docx(archive / "twee.docx", datum="9 juni 2026")
    (archive / "kapot.docx").write_bytes(b"PK\x03\x04 dit is niets")
    done = regietafel("lees", archive, "--neem-over", werkmap=werkgroep)
    assert done.code == 1
    assert "3 bestanden: 1 niet te lezen, 2 overgenomen." in done.uit
    again = regietafel("lees", archive, "--neem-over", werkmap=werkgroep)
    assert "3 bestanden: 2 al overgenomen, 1 niet te lezen." in again.uit


def test_a_reprinted_row_is_linked_for_a_person_to_confirm_and_not_counted_twice(regietafel, werkgroep, tmp_path):
    for name, day in (("een", "12 mei 2026"), ("twee", "9 juni 2026")):
        regietafel("lees", write_docx(tmp_path / f"{name}.docx", datum=day), "--neem-over", werkmap=werkgroep)
    register = (werkgroep / "verslagen/werkgroep/2026-06-09/register.yaml").read_text(encoding="utf-8")
    assert register.count("bevestigd: nee") == 3
    lijst, _ = fold_acties(load(werkgroep).reeks("werkgroep"), date(2026, 6, 10))
    assert (len(lijst.open), len(lijst.geteld)) == (6, 3)


def test_the_json_says_what_became_of_each_file(regietafel, werkgroep, tmp_path):
    done = regietafel("lees", write_docx(tmp_path / "stuk.docx"), "--neem-over", "--json", werkmap=werkgroep)
    (found,) = done.json["bestanden"]
    assert (found["uitkomst"], found["tafel"], found["datum"]) == ("overgenomen", "werkgroep", "2026-05-12")
    assert "verslagen/werkgroep/2026-05-12/verslag.md" in found["geschreven"]


# From the record to Word and back


def read_back(werkmap: Path, path: Path, tafel: str, datum: date):
    """The record that the Word file of a meeting would make."""
    reeks = load(werkmap).reeks(tafel)
    stand, _ = fold_acties(reeks, datum - timedelta(days=1))
    gelezen = lees(path.read_bytes(), path.name)
    assert not has_fouten(gelezen.meldingen)
    verslag = replace(gelezen.verslag, tafel=tafel)
    return prepare(only_changes(verslag, stand), reeks.tafel, datum)


@pytest.mark.parametrize("datum", [date(2026, 1, 23), date(2026, 3, 13), date(2026, 4, 24)])
def test_a_record_comes_back_from_its_word_file_the_same(regietafel, voorbeeld, datum):
    regietafel("verslag", "prt", datum.isoformat(), werkmap=voorbeeld)
    (path,) = (voorbeeld / f"verslagen/prt/{datum}").glob("*erslag PRT.docx")
    terug = read_back(voorbeeld, path, "prt", datum)
    reeks = load(voorbeeld).reeks("prt")
    groups = list(dict.fromkeys(d.groep for d in reeks.deelnemers(datum)))
    people = sorted(reeks.deelnemers(datum), key=lambda d: groups.index(d.groep))
    record = replace(reeks.verslag(datum), deelnemers=tuple(people), afwezig=())
    assert [v for v in vergelijk(record, terug.verslag) if v.sleutel != "kop:tijd"] == []
    assert {a.label: a.agendapunt for a in terug.verslag.actiepunten} == {
        a.label: a.agendapunt for a in record.actiepunten
    }
    assert terug.verslag.status == record.status


@pytest.mark.shared
@pytest.mark.parametrize("reeks", ["stuurgroep-2023", "oauth-to-2024", "nlsbb-2025", "sbr-2022", "disgeo-imsor"])
def test_minutes_that_were_taken_over_come_back_from_word_the_same(regietafel, voorbeeld, reeks):
    folder = voorbeeld / "agenda" / "vreemd"
    folder.mkdir()
    (folder / "tafel.yaml").write_text("naam: Vreemd\n", encoding="utf-8")
    taken = regietafel("lees", CORPUS / reeks, "--neem-over", "--tafel", "vreemd", "--json", werkmap=voorbeeld)
    assert {f["uitkomst"] for f in taken.json["bestanden"]} == {"overgenomen"}
    for found in taken.json["bestanden"]:
        datum = date.fromisoformat(found["datum"])
        record = verslag_of(voorbeeld, "vreemd", datum)
        gelezen = lees((CORPUS / reeks / found["bestand"]).read_bytes(), found["bestand"]).verslag
        assert len(record.actiepunten) == len(gelezen.actiepunten)
        made = regietafel("verslag", "vreemd", found["datum"], "--json", werkmap=voorbeeld)
        terug = read_back(voorbeeld, voorbeeld / made.json["geschreven"][0]["bestand"], "vreemd", datum)
        assert vergelijk(record, terug.verslag) == ()


# The note-taking form

VERSLAG_MAP = "verslagen/prt/2026-04-24"


@pytest.fixture
def formulier(regietafel, voorbeeld: Path) -> Path:
    """The form for a meeting without minutes yet, as it comes out of the program."""
    shutil.rmtree(voorbeeld / VERSLAG_MAP)
    done = regietafel("--op", "2026-04-20", "verslag", "prt", "--leeg", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    return voorbeeld / VERSLAG_MAP / "2026-04-24 Aantekeningen PRT.docx"


def fill_in(path: Path) -> None:
    """Fill in the form as the secretary would during the meeting."""
    document = docx.Document(str(path))
    tick(document, "commissaris van de Koning", "☐ voorzitter RRT Kennemerland", "regiomanager")
    type_under(document, "Opening en mededelingen", "De voorzitter opent de vergadering.", "Er zijn geen mededelingen.")
    type_under(document, "Opvanglocaties die sluiten", "Het COA stuurt een lijst rond [A].", style="List Bullet")
    type_under(document, "Formats voor het provinciaal verslag", "De nieuwe planning is akkoord [B].")
    acties = table_with(document, "Nr", "Actie", "Actiehouder", "Termijn", "Voortgang")
    acties.rows[1].cells[4].paragraphs[0].add_run("afgerond")
    acties.rows[2].cells[4].paragraphs[0].add_run("loopt nog, wacht op de cijfers")
    nieuw = table_with(document, "Nr", "Actie", "Actiehouder", "Termijn")
    fill_row(nieuw.rows[1], "", "Lijst van locaties rondsturen", "COA", "1 juni 2026")
    fill_row(nieuw.rows[2], "", "Zaal zoeken voor de volgende vergadering", "PRT-secretariaat", "")
    fill_row(table_with(document, "Nr", "Besluit").rows[1], "", "De planning van de formats is vastgesteld.")
    document.save(str(path))


def check_filled_in(verslag) -> None:
    present = {d.regel for d in verslag.deelnemers if d.aanwezig}
    assert present == {"commissaris van de Koning (voorzitter)", "voorzitter RRT Kennemerland", "regiomanager"}
    assert len(verslag.deelnemers) > 10
    texts = {p.titel: [b.tekst for b in p.blokken] for p in verslag.punten}
    assert texts["Opening en mededelingen"] == ["De voorzitter opent de vergadering.", "Er zijn geen mededelingen."]
    assert texts["Opvanglocaties die sluiten"] == ["Het COA stuurt een lijst rond [A1]."]
    assert verslag.punten[1].blokken[0].soort == "opsomming"
    assert [(a.label, a.actie, a.actiehouder, a.termijn.tekst, a.agendapunt) for a in verslag.actiepunten] == [
        ("A1", "Lijst van locaties rondsturen", "COA", "1 juni 2026", "2"),
        ("A2", "Zaal zoeken voor de volgende vergadering", "PRT-secretariaat", "", ""),
    ]
    assert [(b.label, b.tekst) for b in verslag.besluiten] == [("B1", "De planning van de formats is vastgesteld.")]
    said = {v.verwijst_naar.verwijzing: (v.status, v.toelichting) for v in verslag.voortgang}
    assert said == {
        "A1 (23-01-2026)": ("afgerond", ""),
        "A2 (23-01-2026)": ("open", "loopt nog, wacht op de cijfers"),
    }


def test_a_form_that_was_filled_in_becomes_the_record(regietafel, voorbeeld, formulier):
    fill_in(formulier)
    done = regietafel("lees", formulier, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    check_filled_in(verslag_of(voorbeeld, "prt", date(2026, 4, 24)))


def test_a_form_saved_by_libreoffice_is_read_as_well(regietafel, voorbeeld, formulier, tmp_path):
    fill_in(formulier)
    profile = f"-env:UserInstallation=file://{tmp_path}/lo"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:Office Open XML Text", "--outdir"]
    subprocess.run([*command, str(tmp_path), str(formulier)], check=True, capture_output=True, timeout=120)
    done = regietafel("lees", tmp_path / formulier.name, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    check_filled_in(verslag_of(voorbeeld, "prt", date(2026, 4, 24)))


def test_a_form_nobody_wrote_on_gives_no_record(regietafel, voorbeeld, formulier):
    done = regietafel("lees", formulier, "--neem-over", werkmap=voorbeeld)
    assert "niets nieuws" in done.uit
    assert not (voorbeeld / VERSLAG_MAP / "verslag.md").exists()


def test_what_is_typed_on_a_form_later_is_added(regietafel, voorbeeld, formulier):
    fill_in(formulier)
    regietafel("lees", formulier, "--neem-over", werkmap=voorbeeld)
    document = docx.Document(str(formulier))
    type_under(document, "Rondvraag en sluiting", "Niemand heeft iets voor de rondvraag.")
    document.save(str(formulier))
    done = regietafel("lees", formulier, "--neem-over", werkmap=voorbeeld)
    assert done.code == 0, done.fout
    assert "Veranderd: 6. Rondvraag en sluiting." in done.uit
    verslag = verslag_of(voorbeeld, "prt", date(2026, 4, 24))
    assert verslag.punten[5].blokken[0].tekst == "Niemand heeft iets voor de rondvraag."
    assert len(verslag.actiepunten) == 2


def test_speaking_notes_are_not_minutes_until_somebody_types_in_them(regietafel, voorbeeld, formulier):
    document = docx.Document(str(formulier))
    note = next(p for p in document.paragraphs if p.text.startswith("Vaststelling van de agenda"))
    note.add_run(" De agenda is vastgesteld.")
    document.save(str(formulier))
    regietafel("lees", formulier, "--neem-over", werkmap=voorbeeld)
    verslag = verslag_of(voorbeeld, "prt", date(2026, 4, 24))
    assert "De agenda is vastgesteld." in verslag.punten[0].blokken[0].tekst
    assert verslag.punten[1].blokken == ()


def test_a_row_of_the_form_is_never_taken_for_another_action_that_was_marked_in_the_text(
    regietafel, voorbeeld, formulier
):
    document = docx.Document(str(formulier))
    type_under(document, "Opvanglocaties die sluiten", "Het COA stuurt een lijst rond [A].", "Wij gaan akkoord [B].")
    nieuw = table_with(document, "Nr", "Actie", "Actiehouder", "Termijn")
    fill_row(nieuw.rows[1], "", "Zaal huren", "PRT-secretariaat", "1 juni 2026")
    fill_row(nieuw.rows[2], "", "De lijst rondsturen", "COA", "1 mei 2026")
    fill_row(table_with(document, "Nr", "Besluit").rows[1], "", "De begroting is vastgesteld.")
    document.save(str(formulier))
    regietafel("lees", formulier, "--neem-over", werkmap=voorbeeld)
    verslag = verslag_of(voorbeeld, "prt", date(2026, 4, 24))
    assert [(a.label, a.actie, a.actiehouder) for a in verslag.actiepunten] == [
        ("A1", "De lijst rondsturen", "COA"),
        ("A2", "Zaal huren", "PRT-secretariaat"),
    ]
    assert [b.label for b in verslag.besluiten] == ["B1", "B2"]
    assert [b.tekst for b in verslag.punten[1].blokken] == [
        "Het COA stuurt een lijst rond [A1].",
        "Wij gaan akkoord [B1].",
    ]


def test_what_is_typed_behind_a_speaking_note_comes_without_the_note_and_equal_notes_are_all_notes(
    regietafel, voorbeeld
):
    shutil.rmtree(voorbeeld / VERSLAG_MAP)
    agenda = voorbeeld / "agenda/prt/2026-04-24/agenda.yaml"
    points = "agendapunten:\n" + "".join(f"  - {{titel: Onderwerp {n}, duur: 15}}\n" for n in ("een", "twee", "drie"))
    agenda.write_text(points, encoding="utf-8")
    regietafel("--op", "2026-04-20", "verslag", "prt", "--leeg", werkmap=voorbeeld)
    form = voorbeeld / VERSLAG_MAP / "2026-04-24 Aantekeningen PRT.docx"
    document = docx.Document(str(form))
    second = [p for p in document.paragraphs if p.text == "15 minuten"][1]
    second.add_run(" Hier is lang over gesproken.")
    document.save(str(form))
    regietafel("lees", form, "--neem-over", werkmap=voorbeeld)
    verslag = verslag_of(voorbeeld, "prt", date(2026, 4, 24))
    texts = {p.titel: [b.tekst for b in p.blokken] for p in verslag.punten}
    assert texts["Onderwerp een"] == texts["Onderwerp drie"] == []
    assert texts["Onderwerp twee"] == ["Hier is lang over gesproken."]


def test_a_file_is_found_from_where_the_user_stands_and_in_the_werkmap(regietafel, voorbeeld, monkeypatch):
    minutes = "# Verslag PRT\n\nDatum: 5 juni 2026\n\n## 1. Opening\n\nDe voorzitter opent.\n"
    (voorbeeld.parent / "buiten.md").write_text(minutes, encoding="utf-8")
    (voorbeeld / "binnen.md").write_text(minutes, encoding="utf-8")
    monkeypatch.chdir(voorbeeld.parent)
    for name in ("buiten.md", "binnen.md"):
        read = regietafel("lees", name, "--json", werkmap=voorbeeld.name)
        assert read.json["vergadering"]["datum"] == "2026-06-05"
    taken = regietafel("lees", "buiten.md", "--neem-over", "--tafel", "prt", werkmap=voorbeeld.name)
    assert taken.code == 0, taken.fout
    assert (voorbeeld / "verslagen/prt/2026-06-05/verslag.md").is_file()


def test_the_screen_says_who_was_there_and_nothing_it_does_not_know(regietafel, werkgroep, tmp_path):
    done = regietafel("lees", write_docx(tmp_path / "stuk.docx"), werkmap=werkgroep)
    assert "12 mei 2026\nDeelnemers: 2 aanwezig, 1 afwezig\n" in done.uit
    assert "  Toetsdorp: mw. De Proef (Toetsdorp); mw. Toets (Toetsdorp) [afwezig]\n" in done.uit
    assert "onbekend" not in done.uit
