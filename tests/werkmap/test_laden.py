"""Reading a whole werkmap: what can be read is, and everything wrong is said in one run."""

from __future__ import annotations

import subprocess
from datetime import date

import pytest

from pipeline.model import Ernst
from pipeline.werkmap import create_werkmap, find_werkmap, load
from pipeline.werkmap.nieuw import first_meeting

JANUARI = date(2026, 1, 23)


def codes(werkmap):
    return [(m.code, m.bron.bestand, m.bron.nummer) for m in load(werkmap).meldingen]


def test_the_worked_example_is_read_without_a_word(voorbeeld):
    inhoud = load(voorbeeld)
    assert inhoud.meldingen == ()
    assert [v.datum.isoformat() for v in inhoud.reeks("prt").verslagen] == ["2026-01-23", "2026-03-13", "2026-04-24"]


def test_a_werkmap_is_found_from_any_folder_in_it(voorbeeld):
    assert find_werkmap(voorbeeld / "verslagen" / "prt" / "2026-01-23") == voorbeeld.resolve()
    assert find_werkmap(voorbeeld.parent) is None


@pytest.mark.parametrize(
    "naam",
    [
        "verslag-LAPTOP3.md",
        "verslag (1).md",
        "verslag - kopie.md",
        "verslag (conflicted copy 2026-02-01).md",
        "verslag.sync-conflict-20260201-101010-ABCDEF.md",
        "Verslag (Conflict van Bureau).md",
    ],
)
def test_a_conflict_copy_is_reported_and_never_counted(voorbeeld, naam):
    folder = voorbeeld / "verslagen" / "prt" / "2026-01-23"
    before = load(voorbeeld).reeks("prt")
    (folder / naam).write_bytes((folder / "verslag.md").read_bytes())
    inhoud = load(voorbeeld)
    assert [(m.code, m.bron.bestand) for m in inhoud.meldingen] == [
        ("conflictkopie", f"verslagen/prt/2026-01-23/{naam}")
    ]
    assert inhoud.reeks("prt") == before


@pytest.mark.parametrize("naam", ["2026-1-23", "2026-01-23 (1)", "2026-01-23 - kopie", "23-01-2026"])
def test_a_second_record_of_the_same_meeting_is_reported(voorbeeld, naam):
    folder = voorbeeld / "verslagen" / "prt"
    (folder / naam).mkdir()
    (folder / naam / "verslag.md").write_bytes((folder / "2026-01-23" / "verslag.md").read_bytes())
    assert [(m.code, m.ernst) for m in load(voorbeeld).meldingen] == [("dubbel-verslag", Ernst.FOUT)]


def test_a_folder_that_is_no_date_is_named(voorbeeld):
    (voorbeeld / "agenda" / "prt" / "losse stukken").mkdir()
    assert codes(voorbeeld) == [("map-naam", "agenda/prt/losse stukken", None)]


def test_a_table_without_its_file_is_named_and_the_others_are_read(voorbeeld):
    (voorbeeld / "agenda" / "rrt").mkdir()
    inhoud = load(voorbeeld)
    assert [(m.code, m.bron.bestand) for m in inhoud.meldingen] == [("bestand-onleesbaar", "agenda/rrt/tafel.yaml")]
    assert inhoud.reeks("prt").verslagen


def test_all_problems_in_all_files_are_said_in_one_run(voorbeeld):
    (voorbeeld / "regietafel.yaml").write_text("naam: X\nwebsit: y\n")
    agenda = voorbeeld / "agenda" / "prt" / "2026-03-13" / "agenda.yaml"
    agenda.write_text("tijd: 11:00 - 9:30\nagendapunten:\n  - titel: Opening\n    duurr: 5\n")
    (voorbeeld / "verslagen" / "prt" / "2026-04-24" / "verslag.md").write_text("## Opening\n")
    found = codes(voorbeeld)
    assert ("veld-onbekend", "regietafel.yaml", 2) in found
    assert ("eind-voor-begin", "agenda/prt/2026-03-13/agenda.yaml", 1) in found
    assert ("veld-onbekend", "agenda/prt/2026-03-13/agenda.yaml", 4) in found
    assert "geen-voorblok" in [code for code, _, _ in found]


def test_a_link_to_a_file_outside_the_werkmap_is_not_followed(voorbeeld):
    outside = voorbeeld.parent / "geheim.md"
    record = voorbeeld / "verslagen" / "prt" / "2026-04-24" / "verslag.md"
    outside.write_bytes(record.read_bytes())
    record.unlink()
    record.symlink_to(outside)
    inhoud = load(voorbeeld)
    assert [m.code for m in inhoud.meldingen] == ["buiten-werkmap"]
    assert inhoud.reeks("prt").verslag(date(2026, 4, 24)) is None


def test_minutes_that_changed_after_circulation_are_reported(voorbeeld):
    from pipeline.werkmap.schijf import fingerprint

    record = voorbeeld / "verslagen" / "prt" / "2026-04-24" / "verslag.md"
    log = record.parent / "logboek"
    log.mkdir()
    (log / "2026-05-01-rondgezonden.yaml").write_text(
        f"soort: rondgezonden\nop: 2026-05-01\nvingerafdruk: {fingerprint(record.read_bytes())}\n"
    )
    assert codes(voorbeeld) == []
    record.write_bytes(record.read_bytes() + b"\n")
    assert [code for code, _, _ in codes(voorbeeld)] == ["bevroren-gewijzigd"]


def test_one_table_can_be_read_alone(voorbeeld):
    (voorbeeld / "agenda" / "rrt").mkdir()
    assert [r.tafel.id for r in load(voorbeeld, "prt").reeksen] == ["prt"]


def test_a_new_werkmap_is_in_order(tmp_path):
    written = create_werkmap(tmp_path / "nieuw", {"agenda.docx": b"PK"}, JANUARI)
    inhoud = load(tmp_path / "nieuw")
    assert inhoud.meldingen == ()
    assert [v.datum for v in inhoud.reeks("prt").vergaderingen] == [first_meeting(JANUARI)]
    records = {"regietafel.yaml", "tafel.yaml", "agenda.yaml", "aangemeld.yaml"}
    starters = {"Start regietafel.cmd", "Start regietafel.command"}
    assert {p.name for p in written} == records | starters | {"LEESMIJ.txt", "agenda.docx"}


def test_a_new_werkmap_opens_with_a_double_click(tmp_path):
    create_werkmap(tmp_path, {}, JANUARI)
    windows = (tmp_path / "Start regietafel.cmd").read_bytes()
    assert b'cd /d "%~dp0"\r\n' in windows
    assert windows.count(b"\n") == windows.count(b"\r\n")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "regietafel"
    program.write_text('#!/bin/sh\necho "in $(pwd)"\n', encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        [tmp_path / "Start regietafel.command"],
        env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        cwd="/",
    )
    assert done.stdout == f"in {tmp_path}\n"


def test_the_first_meeting_leaves_time_to_send_the_papers():
    assert first_meeting(JANUARI) == date(2026, 2, 13)
    assert first_meeting(date(2026, 1, 24)) == date(2026, 2, 20)
