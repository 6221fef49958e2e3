"""The dossier of a meeting: what a registry takes in, with a table that says what each file is."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import pytest
from vergaderreeks import EERSTE_DAG, write_reeks

DOSSIER = ("--op", "2026-02-25", "dossier", "rt", EERSTE_DAG)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_reeks(tmp_path / "werkmap", "vaststelling: 9 januari 2026\n")
    agenda = root / f"agenda/rt/{EERSTE_DAG}/agenda.yaml"
    agenda.parent.mkdir(parents=True)
    agenda.write_text("zaaknummer: Z-12\nagendapunten:\n  - {titel: Opening, bijlagen: [plan.pdf]}\n  - Opvang\n")
    (agenda.parent / "bijlagen").mkdir()
    (agenda.parent / "bijlagen/plan.pdf").write_bytes(b"%PDF-1.4 plan")
    return root


def table(folder: Path) -> list[dict[str, str]]:
    text = (folder / "metagegevens.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_the_dossier_holds_every_file_as_it_is_and_says_what_it_is(regietafel, root):
    regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    done = regietafel(*DOSSIER, werkmap=root)
    assert done.code == 0, done.fout
    folder = root / "dossiers/rt" / EERSTE_DAG
    rows = table(folder)
    assert {r["soort"] for r in rows} >= {"agenda", "stuk", "vastgesteld", "verslag", "logboek"}
    for row in rows:
        content = (folder / row["bestand"]).read_bytes()
        assert (row["sha256"], row["bytes"]) == (hashlib.sha256(content).hexdigest(), str(len(content)))
        assert (row["zaaknummer"], row["vergadering"]) == ("Z-12", EERSTE_DAG)
    assert {r["versie"] for r in rows if r["soort"] == "vastgesteld"} == {"vastgesteld"}
    assert any(r["bestand"].endswith("Vastgesteld verslag RT.pdf") for r in rows)


def test_before_the_adoption_it_is_a_draft_and_not_complete(regietafel, root):
    done = regietafel(*DOSSIER, werkmap=root)
    assert "[dossier-onvolledig]" in done.fout
    rows = table(root / "dossiers/rt" / EERSTE_DAG)
    assert {r["versie"] for r in rows if r["soort"] == "verslag"} == {"concept, intern"}
    assert "vastgesteld" not in {r["soort"] for r in rows}


def test_a_folder_with_files_of_somebody_else_is_left_alone(regietafel, root, tmp_path):
    taken = tmp_path / "archief"
    taken.mkdir()
    (taken / "brief.txt").write_text("van iemand anders")
    done = regietafel(*DOSSIER, "--naar", taken, werkmap=root)
    assert done.code == 2
    assert [p.name for p in taken.iterdir()] == ["brief.txt"]
    own = tmp_path / "leeg"
    assert regietafel(*DOSSIER, "--naar", own, werkmap=root).code == 0
    assert (own / "metagegevens.csv").is_file()


def test_the_case_number_stands_in_the_head_and_the_properties(regietafel, root):
    import docx

    regietafel("--op", "2026-01-02", "agenda", "rt", EERSTE_DAG, werkmap=root)
    made = docx.Document(str(next((root / f"agenda/rt/{EERSTE_DAG}").glob("*genda RT.docx"))))
    cells = [c.text for t in made.tables for r in t.rows for c in r.cells]
    assert cells[cells.index("Zaaknummer") + 1] == "Z-12"
    assert made.core_properties.subject.endswith(", zaaknummer Z-12")


def test_a_meeting_with_something_confidential_says_so_of_its_files(regietafel, root):
    regietafel(*DOSSIER, werkmap=root)
    assert {r["vertrouwelijk"] for r in table(root / "dossiers/rt" / EERSTE_DAG)} == {"nee"}
    agenda = root / f"agenda/rt/{EERSTE_DAG}/agenda.yaml"
    agenda.write_text(agenda.read_text().replace("- Opvang", "- {titel: Opvang, vertrouwelijk: ja}"))
    regietafel(*DOSSIER, werkmap=root)
    assert {r["vertrouwelijk"] for r in table(root / "dossiers/rt" / EERSTE_DAG)} == {"mogelijk"}
