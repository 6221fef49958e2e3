"""Adopting minutes as the secretariat does it: at the next meeting, in writing, and putting right what was wrong."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from vergaderreeks import EERSTE, EERSTE_DAG, TWEEDE_DAG, write_reeks

GEWIJZIGD = """vaststelling:
  verslag: 09-01-2026
  wijzigingen:
    - {punt: 1, oud: er 200 plekken zijn, nieuw: er 250 plekken zijn, door: dhr. Testman}
    - {punt: 2, oud: naar de planning, nieuw: naar de planning van 2026, door: mw. De Proef}
    - {punt: Actielijst, oud: Planning sturen, nieuw: De planning sturen, door: mw. De Proef}
"""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def folder_of(root: Path) -> Path:
    return root / "verslagen/rt" / EERSTE_DAG


def document_xml(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


def words_of(path: Path) -> str:
    return re.sub(r"<[^>]+>", "", document_xml(path).replace("</w:p>", "\n"))


def event_of(root: Path, soort: str) -> str:
    return next(folder_of(root).glob(f"logboek/*-{soort}*.yaml")).read_text()


def test_minutes_that_the_next_meeting_adopts_unchanged_become_final(regietafel, tmp_path):
    root = write_reeks(tmp_path, "vaststelling: 09-01-2026\n")
    done = regietafel("--op", "2026-02-21", "vaststellen", "rt", werkmap=root)
    assert done.code == 0, done.fout
    assert "Zonder wijzigingen." in done.uit
    text = (folder_of(root) / "verslag.md").read_text()
    assert "status: vastgesteld" in text
    assert text.replace("status: vastgesteld\n", "") == EERSTE
    assert {p.name for p in folder_of(root).glob("*Vastgesteld verslag RT*")} == {
        "2026-01-09 Vastgesteld verslag RT.docx",
        "2026-01-09 Vastgesteld verslag RT.pdf",
    }
    with zipfile.ZipFile(folder_of(root) / "2026-01-09 Vastgesteld verslag RT.docx") as archive:
        assert any("Vastgestelde versie" in archive.read(name).decode("latin-1") for name in archive.namelist())


def test_every_change_is_carried_out_in_its_place_and_shown(regietafel, tmp_path):
    root = write_reeks(tmp_path, GEWIJZIGD)
    done = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    assert done.code == 0, done.fout
    assert "Punt 1, op verzoek van dhr. Testman\n  - er 200 plekken zijn\n  + er 250 plekken zijn" in done.uit
    text = (folder_of(root) / "verslag.md").read_text()
    assert "er 250 plekken zijn." in " ".join(text.split())
    assert "| De planning sturen | mw. De Proef |" in text
    assert "er 250 plekken zijn." in words_of(folder_of(root) / "2026-01-09 Vastgesteld verslag RT.docx")


def test_the_logboek_says_what_was_circulated_what_was_adopted_when_and_where(regietafel, tmp_path):
    root = write_reeks(tmp_path, GEWIJZIGD)
    circulated = re.search(r"vingerafdruk: (\w+)", event_of(root, "rondgezonden"))[1]
    regietafel("--op", "2026-02-21", "vaststellen", "rt", werkmap=root)
    event = event_of(root, "vastgesteld")
    assert f"vingerafdruk_voor: {circulated}" in event
    assert "op: 2026-02-20\nwaar: vergadering van 20 februari 2026" in event
    assert "door: dhr. Testman" in event
    kept = folder_of(root) / "oud/verslag (zoals rondgezonden).md"
    assert kept.read_text() == EERSTE


def test_the_word_file_has_each_change_tracked_under_the_name_of_who_asked(regietafel, tmp_path):
    root = write_reeks(tmp_path, GEWIJZIGD)
    regietafel("--op", "2026-02-21", "vaststellen", "rt", werkmap=root)
    tracked = folder_of(root) / "2026-01-09 Wijzigingen bij vaststelling RT.docx"
    listed = regietafel("lees", tracked, "--wijzigingen", werkmap=root)
    assert "dhr. Testman" in listed.uit
    assert "200" in listed.uit
    assert "250" in listed.uit
    xml = document_xml(tracked)
    assert 'w:author="mw. De Proef" w:date="2026-02-20T00:00:00Z"' in xml
    assert re.search(r"<w:delText[^>]*>200</w:delText>", xml)


def test_refusing_all_tracked_changes_gives_the_circulated_text_and_accepting_them_the_adopted(regietafel, tmp_path):
    from lxml import etree

    root = write_reeks(tmp_path, GEWIJZIGD)
    regietafel("--op", "2026-01-17", "verslag", "rt", EERSTE_DAG, werkmap=root)
    before = words_of(folder_of(root) / "2026-01-09 Conceptverslag RT.docx")
    regietafel("--op", "2026-02-21", "vaststellen", "rt", werkmap=root)
    after = words_of(folder_of(root) / "2026-01-09 Vastgesteld verslag RT.docx")
    body = etree.fromstring(document_xml(folder_of(root) / "2026-01-09 Wijzigingen bij vaststelling RT.docx").encode())

    def read(without: str) -> str:
        paragraphs = []
        for p in body.iter(f"{W}p"):
            texts = p.iter(f"{W}t", f"{W}delText")
            kept = (t for t in texts if not any(a.tag == f"{W}{without}" for a in t.iterancestors()))
            paragraphs.append("".join(t.text or "" for t in kept))
        return "\n".join(paragraphs)

    def lines(text: str) -> list[str]:
        return [line.strip() for line in text.splitlines() if line.strip() and not is_stand(line)]

    def is_stand(line: str) -> bool:  # what the document is, which is no change of its text
        return "versie" in line or line.startswith(("Concept. ", "Vastgesteld op "))

    assert lines(read(without="ins")) == lines(before)
    assert lines(read(without="del")) == lines(after)


def test_where_the_adopted_document_was_changed_by_hand_nothing_is_adopted_until_she_says_what_to_do(
    regietafel, tmp_path
):
    root = write_reeks(tmp_path, "vaststelling: 09-01-2026\n")
    adopted = folder_of(root) / "2026-01-09 Vastgesteld verslag RT.docx"
    adopted.write_bytes(b"met de hand")
    refused = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    assert refused.code == 1
    assert "[word-gewijzigd]" in refused.fout
    assert (folder_of(root) / "verslag.md").read_text() == EERSTE
    again = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, "--overschrijf", werkmap=root)
    assert again.code == 0, again.fout
    assert "status: vastgesteld" in (folder_of(root) / "verslag.md").read_text()
    assert "Opening" in words_of(adopted)


def test_minutes_that_were_not_circulated_cannot_be_adopted(regietafel, tmp_path):
    root = write_reeks(tmp_path, "vaststelling: 09-01-2026\n", rondgezonden=False)
    done = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    assert done.code == 1
    assert "[niet-rondgezonden]" in done.fout
    assert "status" not in (folder_of(root) / "verslag.md").read_text()


def test_without_a_word_in_the_next_minutes_nothing_is_adopted(regietafel, tmp_path):
    root = write_reeks(tmp_path)
    done = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    assert done.code == 1
    assert "[niet-besproken]" in done.fout
    assert f"verslagen/rt/{TWEEDE_DAG}/verslag.md" in done.fout


@pytest.mark.parametrize(
    ("wijziging", "says"),
    [
        ("{punt: 1, oud: De heer Testman, nieuw: Hij}", "staan 2 keer"),
        ("{punt: 2, oud: iets dat er niet staat, nieuw: x}", "staan niet in punt 2"),
        ("{punt: 9, oud: Testman, nieuw: x}", "is er niet"),
        ("{punt: 1, oud: 20, nieuw: x}", "staan niet in punt 1"),
        ('{punt: 2, oud: "[A1]", nieuw: "[A2]"}', "nummers van de acties"),
        ("{punt: Actielijst, oud: A1, nieuw: A7}", "nummers van de acties"),
    ],
)
def test_a_change_that_cannot_be_carried_out_exactly_is_said_and_nothing_is_written(
    regietafel, tmp_path, wijziging, says
):
    root = write_reeks(tmp_path, f"vaststelling:\n  verslag: 09-01-2026\n  wijzigingen:\n    - {wijziging}\n")
    done = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    assert done.code == 1
    assert says in done.fout
    assert (folder_of(root) / "verslag.md").read_text() == EERSTE
    assert not list(folder_of(root).glob("logboek/*vastgesteld*"))


def test_a_trial_writes_nothing(regietafel, tmp_path):
    root = write_reeks(tmp_path, GEWIJZIGD)
    files = sorted(p for p in root.rglob("*"))
    done = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, "--proef", werkmap=root)
    assert done.code == 0
    assert "er 250 plekken zijn" in done.uit
    assert sorted(p for p in root.rglob("*")) == files


def test_adoption_in_writing_takes_the_changes_from_the_register(regietafel, tmp_path):
    root = write_reeks(tmp_path)
    register = "wijzigingen:\n  - {punt: 1, oud: 200 plekken, nieuw: 210 plekken, door: mw. De Proef}\n"
    (folder_of(root) / "register.yaml").write_text(register)
    done = regietafel(
        "--op", "2026-02-05", "vaststellen", "rt", EERSTE_DAG, "--schriftelijk", "--datum", "2026-02-03", werkmap=root
    )
    assert done.code == 0, done.fout
    assert "op: 2026-02-03\nwaar: schriftelijk" in event_of(root, "vastgesteld")
    assert "210 plekken" in (folder_of(root) / "verslag.md").read_text()


def test_adoption_in_writing_cannot_come_before_circulation(regietafel, tmp_path):
    root = write_reeks(tmp_path)
    done = regietafel("vaststellen", "rt", EERSTE_DAG, "--schriftelijk", "--datum", "2026-01-12", werkmap=root)
    assert done.code == 1
    assert "[niet-rondgezonden]" in done.fout


def test_an_edit_in_adopted_minutes_is_reported_and_nothing_is_made(regietafel, tmp_path):
    root = write_reeks(tmp_path, "vaststelling: 09-01-2026\n")
    regietafel("--op", "2026-02-21", "vaststellen", "rt", werkmap=root)
    path = folder_of(root) / "verslag.md"
    path.write_text(path.read_text().replace("200 plekken", "900 plekken"))
    checked = regietafel("controleer", "rt", EERSTE_DAG, werkmap=root)
    assert "[bevroren-gewijzigd]" in checked.fout
    assert "20 februari 2026 is vastgesteld" in checked.fout


def test_a_program_hears_too_that_minutes_were_adopted_already(regietafel, tmp_path):
    root = write_reeks(tmp_path, "vaststelling: 09-01-2026\n")
    regietafel("--op", "2026-02-21", "vaststellen", "rt", werkmap=root)
    again = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, "--json", werkmap=root)
    assert [m["code"] for m in json.loads(again.uit)["meldingen"]] == ["al-vastgesteld"]


def test_adopting_twice_says_so_and_changes_nothing(regietafel, tmp_path):
    root = write_reeks(tmp_path, "vaststelling: 09-01-2026\n")
    regietafel("--op", "2026-02-21", "vaststellen", "rt", werkmap=root)
    before = (folder_of(root) / "verslag.md").read_bytes()
    again = regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    assert "[al-vastgesteld]" in again.fout
    assert (folder_of(root) / "verslag.md").read_bytes() == before
    assert len(list(folder_of(root).glob("logboek/*vastgesteld*"))) == 1


def test_a_correction_after_adoption_stands_in_the_document_with_its_date_and_reason(regietafel, tmp_path):
    root = write_reeks(tmp_path, "vaststelling: 09-01-2026\n")
    regietafel("--op", "2026-02-21", "vaststellen", "rt", werkmap=root)
    register = (
        "rectificaties:\n  - datum: 2026-03-01\n    reden: Het aantal plekken was verkeerd overgenomen.\n"
        "    wijzigingen:\n      - {punt: 1, oud: 200 plekken, nieuw: 220 plekken}\n"
    )
    (folder_of(root) / "register.yaml").write_text(register)
    done = regietafel("--op", "2026-03-02", "vaststellen", "rt", EERSTE_DAG, "--rectificatie", werkmap=root)
    assert done.code == 0, done.fout
    words = words_of(folder_of(root) / "2026-01-09 Vastgesteld verslag RT.docx")
    assert "Rectificatie van 1 maart 2026 (punt 1): Het aantal plekken was verkeerd overgenomen." in words
    assert "220 plekken" in words
    assert "toelichting: Het aantal plekken was verkeerd overgenomen." in event_of(root, "gerectificeerd")
    checked = regietafel("controleer", "rt", EERSTE_DAG, werkmap=root)
    assert "[bevroren-gewijzigd]" not in checked.fout
    again = regietafel("--op", "2026-03-02", "vaststellen", "rt", EERSTE_DAG, "--rectificatie", werkmap=root)
    assert "[geen-rectificatie]" in again.fout


def test_old_words_are_found_over_a_line_end_and_around_bold(regietafel, tmp_path):
    lines = (
        "    - {punt: 1, oud: meldt dat er 200, nieuw: zegt dat er 200}\n"
        "    - {punt: 1, oud: heet iedereen welkom, nieuw: heet de leden welkom}\n"
    )
    root = write_reeks(tmp_path, f"vaststelling:\n  verslag: 09-01-2026\n  wijzigingen:\n{lines}")
    done = regietafel("--op", "2026-02-21", "vaststellen", "rt", werkmap=root)
    assert done.code == 0, done.fout
    text = " ".join((folder_of(root) / "verslag.md").read_text().split())
    assert "De heer Testman heet de leden welkom. De heer Testman zegt dat er 200 plekken zijn." in text
