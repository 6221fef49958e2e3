"""The commands, run on a copy of the worked example."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import docx
import pytest
from ziphulp import parts, zipped


def text_of(path):
    """All text of a Word file, tables included."""
    document = docx.Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


def test_a_new_werkmap_makes_an_agenda_at_once(regietafel, tmp_path):
    made = regietafel("--op", "2026-01-05", "nieuw", tmp_path / "Mijn werkmap")
    assert made.code == 0
    assert "Volgende stap: regietafel -C" in made.uit
    done = regietafel("--op", "2026-01-05", "agenda", werkmap=tmp_path / "Mijn werkmap")
    assert (done.code, done.fout) == (0, "")
    assert "Geschreven: agenda/prt/2026-01-30/2026-01-30 Agenda PRT.docx" in done.uit
    text = text_of(tmp_path / "Mijn werkmap/agenda/prt/2026-01-30/2026-01-30 Agenda PRT.docx")
    assert "Planning van het komende jaar" in text


def test_a_folder_with_files_in_it_does_not_become_a_werkmap(regietafel, tmp_path):
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.docx").write_bytes(b"")
    assert regietafel("nieuw", tmp_path / "vol").code == 2
    assert [p.name for p in (tmp_path / "vol").iterdir()] == ["brief.docx"]


def test_from_the_first_meeting_to_its_list_without_touching_a_setting(regietafel, tmp_path):
    werkmap = tmp_path / "w"
    regietafel("--op", "2026-01-05", "nieuw", werkmap)
    begun = regietafel("--op", "2026-02-01", "verslag", werkmap=werkmap)
    record = werkmap / "verslagen/prt/2026-01-30/verslag.md"
    assert "Geschreven: verslagen/prt/2026-01-30/verslag.md" in begun.uit
    text = record.read_text(encoding="utf-8")
    assert "mw. Van Noord (Noordstad)" in text
    assert "Planning van het komende jaar" in text
    said = "De secretaris maakt een schema [A]. De voorzitter licht de leden in [A]."
    rows = (
        "| A | Schema maken | secretaris | volgende vergadering | | |\n"
        "| A | Leden inlichten | voorzitter | 1 maart 2026 | | |\n"
    )
    text = text.replace("## 3. Stand van zaken opvang\n", f"## 3. Stand van zaken opvang\n\n{said}\n")
    record.write_text(
        text.replace("|---|---|---|---|---|---|\n", f"|---|---|---|---|---|---|\n{rows}"), encoding="utf-8"
    )
    done = regietafel("--op", "2026-02-01", "verslag", werkmap=werkmap)
    assert (done.code, done.fout) == (0, "")
    assert "Genummerd in verslagen/prt/2026-01-30/verslag.md: A1, A2" in done.uit
    numbered = record.read_text(encoding="utf-8")
    assert "schema [A1]. De voorzitter licht de leden in [A2]." in numbered
    assert "| A2 | Leden inlichten |" in numbered
    assert "[A1]" in text_of(werkmap / "verslagen/prt/2026-01-30/2026-01-30 Conceptverslag PRT.docx")
    listed = regietafel("--op", "2026-02-01", "actielijst", werkmap=werkmap)
    assert "Geschreven: verslagen/prt/2026-01-30/2026-01-30 Actielijst PRT.docx" in listed.uit


def test_open_actions_come_back_on_the_next_agenda_by_themselves(regietafel, voorbeeld):
    regietafel("agenda", "prt", "2026-03-13", werkmap=voorbeeld)
    text = text_of(voorbeeld / "agenda/prt/2026-03-13/2026-03-13 Agenda PRT.docx")
    assert "A1 (23-01-2026)" in text
    assert "noodpakketten" in text


def test_the_same_command_again_writes_nothing_new(regietafel, voorbeeld):
    first = regietafel("verslag", "prt", "2026-01-23", werkmap=voorbeeld)
    path = voorbeeld / "verslagen/prt/2026-01-23/2026-01-23 Vastgesteld verslag PRT.docx"
    before = path.stat().st_mtime_ns, path.read_bytes()
    second = regietafel("verslag", "prt", "2026-01-23", werkmap=voorbeeld)
    assert "Geschreven:" in first.uit
    assert "Al bijgewerkt:" in second.uit
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before


def test_a_file_a_cloud_drive_packed_anew_is_not_rewritten(regietafel, voorbeeld):
    regietafel("verslag", "prt", "2026-01-23", werkmap=voorbeeld)
    path = voorbeeld / "verslagen/prt/2026-01-23/2026-01-23 Vastgesteld verslag PRT.docx"
    backwards = dict(reversed(parts(path.read_bytes()).items()))
    path.write_bytes(zipped(backwards, zipfile.ZIP_STORED))
    before = path.read_bytes()
    assert "Al bijgewerkt:" in regietafel("verslag", "prt", "2026-01-23", werkmap=voorbeeld).uit
    assert path.read_bytes() == before


def change_by_hand(path):
    document = docx.Document(path)
    document.add_paragraph("Met de hand erbij gezet.")
    document.save(path)


def test_a_word_file_changed_by_hand_is_left_alone(regietafel, voorbeeld):
    regietafel("verslag", "prt", "2026-01-23", werkmap=voorbeeld)
    path = voorbeeld / "verslagen/prt/2026-01-23/2026-01-23 Vastgesteld verslag PRT.docx"
    change_by_hand(path)
    refused = regietafel("verslag", "prt", "2026-01-23", werkmap=voorbeeld)
    assert refused.code == 1
    assert "word-gewijzigd" in refused.fout
    assert "--ernaast" in refused.fout
    assert "Met de hand erbij gezet." in text_of(path)
    beside = regietafel("verslag", "prt", "2026-01-23", "--ernaast", werkmap=voorbeeld)
    assert "2026-01-23 Vastgesteld verslag PRT (nieuw).docx" in beside.uit
    assert "Met de hand erbij gezet." in text_of(path)


def test_what_is_overwritten_on_request_goes_to_oud_first(regietafel, voorbeeld):
    regietafel("verslag", "prt", "2026-01-23", werkmap=voorbeeld)
    path = voorbeeld / "verslagen/prt/2026-01-23/2026-01-23 Vastgesteld verslag PRT.docx"
    change_by_hand(path)
    done = regietafel("verslag", "prt", "2026-01-23", "--overschrijf", werkmap=voorbeeld)
    assert done.code == 0
    assert "Het oude bestand is bewaard als: verslagen/prt/2026-01-23/oud/" in done.uit
    (kept,) = (path.parent / "oud").iterdir()
    assert "Met de hand erbij gezet." in text_of(kept)
    assert "Met de hand erbij gezet." not in text_of(path)


def test_a_file_that_is_open_in_word_gives_a_melding(regietafel, voorbeeld):
    regietafel("agenda", "prt", "2026-03-13", werkmap=voorbeeld)
    folder = voorbeeld / "agenda/prt/2026-03-13"
    agenda = folder / "agenda.yaml"
    agenda.write_text(agenda.read_text(encoding="utf-8").replace("Haarlem", "Hoorn"), encoding="utf-8")
    (folder / "~$26-03-13 Agenda PRT.docx").write_bytes(b"")
    busy = regietafel("agenda", "prt", "2026-03-13", werkmap=voorbeeld)
    assert busy.code == 1
    assert "in-gebruik" in busy.fout


def test_an_own_template_wins_and_that_of_the_table_wins_over_it(regietafel, voorbeeld, tmp_path):
    def make_template(path, words):
        path.parent.mkdir(parents=True, exist_ok=True)
        document = docx.Document()
        document.add_paragraph(words + " van {{ datum }}")
        document.save(path)

    agenda = voorbeeld / "agenda/prt/2026-03-13/2026-03-13 Agenda PRT.docx"
    make_template(voorbeeld / "templates/agenda.docx", "Eigen agenda")
    regietafel("agenda", "prt", "2026-03-13", werkmap=voorbeeld)
    assert "Eigen agenda van 13 maart 2026" in text_of(agenda)
    make_template(voorbeeld / "templates/prt/agenda.docx", "Agenda van deze tafel")
    regietafel("agenda", "prt", "2026-03-13", werkmap=voorbeeld)
    assert "Agenda van deze tafel van 13 maart 2026" in text_of(agenda)


def test_a_mistake_in_the_record_is_said_with_its_line_and_nothing_is_written(regietafel, voorbeeld):
    agenda = voorbeeld / "agenda/prt/2026-03-13/agenda.yaml"
    agenda.write_text("agendapunten:\n  - titel: Opening\n    doell: bespreking\n", encoding="utf-8")
    stopped = regietafel("agenda", "prt", "2026-03-13", werkmap=voorbeeld)
    assert stopped.code == 1
    assert "agenda/prt/2026-03-13/agenda.yaml, regel 3" in stopped.fout
    assert "doel" in stopped.fout
    assert not list(agenda.parent.glob("*.docx"))


def test_a_mistake_in_a_template_names_the_template_and_the_word_meant(regietafel, voorbeeld):
    (voorbeeld / "templates").mkdir()
    document = docx.Document()
    document.add_paragraph("Plaats: {{ locatei }}")
    document.save(voorbeeld / "templates/agenda.docx")
    stopped = regietafel("agenda", "prt", "2026-03-13", werkmap=voorbeeld)
    assert stopped.code == 1
    assert "templates/agenda.docx" in stopped.fout
    assert "sjabloon-variabele" in stopped.fout
    assert "locatie" in stopped.fout
    shown = regietafel("sjablonen", werkmap=voorbeeld)
    assert shown.code == 1
    assert "sjabloon-variabele" in shown.fout


def test_sjablonen_lists_what_a_template_uses_and_could_use(regietafel, voorbeeld):
    done = regietafel("sjablonen", "--json", werkmap=voorbeeld)
    verslag = next(s for s in done.json["sjablonen"] if s["sjabloon"].startswith("verslag.docx"))
    used = {word["naam"] for word in verslag["gebruikt"]}
    assert "datum" in used
    assert all(word["uitleg"] for word in verslag["gebruikt"] + verslag["beschikbaar"])
    assert done.code == 0


def test_sjablonen_lists_the_texts_of_the_mails_as_well(regietafel, voorbeeld):
    own = voorbeeld / "templates/prt/mail/nazending.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Onderwerp: Nazending {{ datum }}\n\n{% for stuk in nieuw %}{{ stuk.titel }}{% endfor %}\n", "utf-8")
    done = regietafel("sjablonen", "prt", "--json", werkmap=voorbeeld)
    shown = {s["sjabloon"]: s for s in done.json["sjablonen"] if "mail/" in s["sjabloon"]}
    assert list(shown) == [
        "mail/agenda.txt (meegeleverd)",
        "templates/prt/mail/nazending.txt",
        "mail/verslag.txt (meegeleverd)",
        "mail/actielijst.txt (meegeleverd)",
    ]
    late = shown["templates/prt/mail/nazending.txt"]
    assert [word["naam"] for word in late["gebruikt"]] == ["datum", "nieuw", "nieuw.titel"]
    assert "stukken.titel" in {word["naam"] for word in late["beschikbaar"]}
    assert all(word["uitleg"] for word in late["gebruikt"] + late["beschikbaar"])
    assert (done.code, done.json["meldingen"]) == (0, [])


def test_a_mistake_in_the_text_of_a_mail_is_found_without_sending(regietafel, voorbeeld):
    own = voorbeeld / "templates/mail/agenda.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Onderwerp: Agenda {{ datmu }}\n", encoding="utf-8")
    done = regietafel("sjablonen", "prt", werkmap=voorbeeld)
    assert done.code == 1
    assert "templates/mail/agenda.txt" in done.fout
    assert "sjabloon-variabele" in done.fout
    own.write_text("Onderwerp: Agenda {% if %}\n", encoding="utf-8")
    assert "sjabloon-opdracht" in regietafel("sjablonen", "prt", werkmap=voorbeeld).fout


def test_acties_json_is_the_object_of_the_design(regietafel, voorbeeld):
    done = regietafel("--op", "2026-05-01", "acties", "prt", "--json", werkmap=voorbeeld).json
    assert set(done) == {"acties", "meldingen"}
    actie = next(a for a in done["acties"] if a["id"] == "prt/2026-01-23/A2")
    fields = "id label datum actie actiehouder termijn status verschoven te_laat geschiedenis"
    assert set(fields.split()) <= set(actie)
    assert {"datum", "status", "termijn", "actiehouder", "toelichting"} <= set(actie["geschiedenis"][0])
    assert (actie["label"], actie["datum"], actie["verschoven"]) == ("A2", "2026-01-23", 2)


def test_acties_are_chosen_by_owner_state_and_lateness(regietafel, voorbeeld):
    def labels(*options):
        done = regietafel("--op", "2026-05-30", "acties", *options, "--json", werkmap=voorbeeld)
        return {a["id"] for a in done.json["acties"]}

    everything = labels()
    assert labels("--open") < everything
    assert labels("--te-laat") == {"prt/2026-04-24/A2"}
    assert labels("--van", "coa") == {"prt/2026-01-23/A1", "prt/2026-01-23/A3"}


def test_the_list_of_an_earlier_day_does_not_know_what_came_later(regietafel, voorbeeld):
    done = regietafel("acties", "prt", "2026-01-23", "--json", werkmap=voorbeeld).json
    assert [a["id"] for a in done["acties"]] == [f"prt/2026-01-23/A{n}" for n in (1, 2, 3)]
    assert {a["status"] for a in done["acties"]} == {"open"}


def test_status_says_what_is_missing_and_what_to_type(regietafel, voorbeeld):
    done = regietafel("--op", "2026-05-01", "status", werkmap=voorbeeld)
    assert "24 april 2026" in done.uit
    assert "Volgende stap: regietafel verslag prt" in done.uit
    found = regietafel("--op", "2026-05-01", "status", "--json", werkmap=voorbeeld).json
    assert found["tafels"][0]["tafel"] == "prt"


def test_no_command_is_status(regietafel, voorbeeld):
    assert "24 april 2026" in regietafel("--op", "2026-05-01", werkmap=voorbeeld).uit


def test_controleer_names_everything_and_counts_it(regietafel, voorbeeld):
    fine = regietafel("controleer", werkmap=voorbeeld)
    assert fine.code == 0
    record = voorbeeld / "verslagen/prt/2026-04-24/verslag.md"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("A2 (23-01-2026)", "A9 (23-01-2026)"), encoding="utf-8")
    wrong = regietafel("controleer", "--json", werkmap=voorbeeld)
    assert wrong.code == 1
    assert "actie-bestaat-niet" in {m["code"] for m in wrong.json["meldingen"]}
    place = next(m["bron"] for m in wrong.json["meldingen"] if m["code"] == "actie-bestaat-niet")
    assert place["bestand"] == "verslagen/prt/2026-04-24/verslag.md"
    assert "A9" in record.read_text(encoding="utf-8").splitlines()[place["nummer"] - 1]


@pytest.mark.parametrize(
    ("woorden", "uitleg"),
    [
        (("agende",), "de opdracht agende bestaat niet; bedoelt u agenda?"),
        (("agenda", "--pfd"), "de optie --pfd bestaat niet; bedoelt u --pdf?"),
        (("agenda", "prt", "2026-01-23", "extra"), "dit is te veel: extra"),
        (("agenda", "rrt"), "Er is geen tafel rrt"),
        (("agenda", "2027-01-01"), "Er is geen vergadering van prt op 2027-01-01"),
        (("agenda", "31-02-2026"), "De datum 31-02-2026 bestaat niet"),
        (("--op", "ooit", "status"), "ooit is geen datum"),
        (("nieuw",), "er ontbreekt iets: MAP"),
    ],
)
def test_wrong_usage_is_explained_in_dutch_with_exit_code_2(regietafel, voorbeeld, woorden, uitleg):
    wrong = regietafel(*woorden, werkmap=voorbeeld)
    assert wrong.code == 2
    assert uitleg in wrong.fout
    assert wrong.uit == ""


def test_outside_a_werkmap_the_command_says_what_to_do(regietafel, tmp_path):
    wrong = regietafel("status", werkmap=tmp_path)
    assert wrong.code == 2
    assert "regietafel nieuw MAP" in wrong.fout


def test_a_table_must_be_named_where_there_are_two(regietafel, voorbeeld):
    organisatie = voorbeeld / "regietafel.yaml"
    organisatie.write_text(organisatie.read_text(encoding="utf-8").replace("tafel: prt ", "#"), encoding="utf-8")
    wrong = regietafel("agenda", werkmap=voorbeeld)
    assert wrong.code == 2
    assert "ambtelijke-prt, prt, rrt-kennemerland" in wrong.fout


def test_the_usual_table_need_not_be_named(regietafel, voorbeeld):
    assert "agenda/prt/2026-04-24" in regietafel("--op", "2026-04-20", "agenda", werkmap=voorbeeld).uit
    done = regietafel("--op", "2026-04-20", "agenda", "rrt-kennemerland", werkmap=voorbeeld)
    assert "2026-05-19 Agenda RRT Kennemerland.docx" in done.uit


def test_a_pdf_is_made_beside_the_word_file(regietafel, voorbeeld):
    done = regietafel("actielijst", "prt", "2026-04-24", "--pdf", werkmap=voorbeeld)
    assert done.code == 0
    made = voorbeeld / "verslagen/prt/2026-04-24/2026-04-24 Actielijst PRT.pdf"
    text = subprocess.run(["pdftotext", str(made), "-"], capture_output=True, text=True, check=True).stdout
    assert "Actielijst" in text


def test_without_libreoffice_there_is_a_word_file_and_a_word_about_it(regietafel, voorbeeld, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    done = regietafel("actielijst", "prt", "2026-04-24", "--pdf", werkmap=voorbeeld)
    assert done.code == 0
    assert "geen-omzetter" in done.fout
    assert (voorbeeld / "verslagen/prt/2026-04-24/2026-04-24 Actielijst PRT.docx").is_file()


def test_the_numbers_do_not_change_any_other_byte(regietafel, voorbeeld):
    record = voorbeeld / "verslagen/prt/2026-04-24/verslag.md"
    text = record.read_bytes().replace(b"\n## 2.", b"\nLos  eindje [A].  \n\n## 2.", 1)
    before = b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n")
    assert b"[A]." in before
    record.write_bytes(before)
    regietafel("verslag", "prt", "2026-04-24", werkmap=voorbeeld)
    assert record.read_bytes() == before.replace(b"[A].", b"[A3].")


def test_circulated_minutes_are_not_numbered_anymore(regietafel, voorbeeld):
    record = voorbeeld / "verslagen/prt/2026-01-23/verslag.md"
    before = record.read_bytes().replace(b"\n## 2.", b"\nLos eindje [A].\n\n## 2.", 1)
    record.write_bytes(before)
    regietafel("verslag", "prt", "2026-01-23", werkmap=voorbeeld)
    assert record.read_bytes() == before


def test_it_runs_as_a_program_and_prints_utf8_everywhere(voorbeeld):
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "-C", str(voorbeeld), "acties", "--json"],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "utf-8", "PATH": "", "LANG": "C"},
    )
    assert done.returncode == 0
    assert "Eén overzicht" in done.stdout.decode("utf-8")


def test_every_word_file_is_a_sound_package(regietafel, voorbeeld):
    for command in ("agenda", "verslag", "actielijst", "besluitenlijst"):
        regietafel(command, "prt", "2026-03-13", werkmap=voorbeeld)
    made = list(voorbeeld.rglob("*.docx"))
    assert len(made) == 4
    for path in made:
        with zipfile.ZipFile(path) as package:
            assert package.testzip() is None
            assert len(package.namelist()) == len(set(package.namelist()))


def test_a_mistake_of_ours_is_said_in_dutch_and_kept_in_a_file(regietafel, voorbeeld, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "staat"))
    monkeypatch.setattr("pipeline.voortgang.acties_op", lambda *_: 1 / 0)
    broken = regietafel("acties", "prt", werkmap=voorbeeld)
    assert broken.code == 2
    assert "Traceback" not in broken.uit + broken.fout
    assert "programmafout" in broken.fout
    (report,) = (tmp_path / "staat").rglob("storing *.txt")
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_a_folder_nobody_may_write_in_is_said_without_a_traceback(regietafel, tmp_path):
    (tmp_path / "bestand").write_bytes(b"")
    refused = regietafel("nieuw", tmp_path / "bestand" / "werkmap")
    assert refused.code == 2
    assert "Traceback" not in refused.fout
    assert "bestand-onleesbaar" in refused.fout


def test_a_werkmap_another_command_holds_is_left_alone(regietafel, voorbeeld, monkeypatch):
    from pipeline.werkmap import lock

    monkeypatch.setattr("pipeline.werkmap.opslag._WACHTTIJD", 0.1)
    with lock(voorbeeld):
        busy = regietafel("agenda", "prt", "2026-03-13", werkmap=voorbeeld)
    assert busy.code == 1
    assert "in-gebruik" in busy.fout
