"""Commands that are cut off, given twice at once, or meet somebody who saves: nothing is lost and nothing is double."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from vergaderreeks import EERSTE_DAG, write_reeks

REPO = Path(__file__).parents[2]
# The command, ended by the system at the n-th rename of a file.
BREEKT_AF = """
import os, sys
from pipeline.cli import main
seen = 0
def hook(event, args):
    global seen
    if event == "os.rename":
        seen += 1
        if seen == int(sys.argv[1]):
            os._exit(9)
sys.addaudithook(hook)
main(sys.argv[2:])
"""
VASTSTELLEN = ("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG)
GEWIJZIGD = """vaststelling:
  verslag: 09-01-2026
  wijzigingen:
    - {punt: 1, oud: er 200 plekken zijn, nieuw: er 250 plekken zijn, door: dhr. Testman}
"""


@pytest.fixture
def reeks(tmp_path: Path) -> Path:
    return write_reeks(tmp_path / "werkmap", GEWIJZIGD)


def break_off(root: Path, rename: int, opdracht: tuple[str, ...] = VASTSTELLEN) -> None:
    words = ("-C", str(root), *opdracht)
    assert subprocess.run([sys.executable, "-c", BREEKT_AF, str(rename), *words], check=False).returncode == 9


def names(root: Path) -> set[str]:
    return {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}


def test_adoption_that_was_cut_off_is_told_and_the_same_command_finishes_it(regietafel, reeks):
    break_off(reeks, 2)
    shown = regietafel("status", werkmap=reeks)
    assert "De opdracht vaststellen van" in shown.scherm
    assert "niet afgemaakt" in shown.scherm
    done = regietafel(*VASTSTELLEN, werkmap=reeks)
    assert done.code == 0, done.fout
    assert "was niet afgemaakt. Dat is teruggezet." in done.fout
    folder = reeks / "verslagen/rt" / EERSTE_DAG
    assert "er 250 plekken zijn" in " ".join((folder / "verslag.md").read_text().split())
    assert (folder / f"{EERSTE_DAG} Vastgesteld verslag RT.pdf").is_file()
    assert len(list(folder.glob("logboek/*-vastgesteld*.yaml"))) == 1
    assert "niet afgemaakt" not in regietafel("status", werkmap=reeks).scherm


def test_what_another_computer_left_half_done_is_told_and_put_back_when_asked(regietafel, reeks, monkeypatch):
    before = names(reeks)
    break_off(reeks, 2)
    monkeypatch.setattr("platform.node", lambda: "een-andere-computer")
    told = regietafel("controleer", werkmap=reeks)
    assert "[half-af-elders]" in told.scherm
    done = regietafel("controleer", "--herstel", werkmap=reeks)
    assert "Dat is teruggezet." in done.scherm
    assert names(reeks) == before


def test_adoption_given_twice_at_once_adopts_once(reeks):
    command = [sys.executable, "-m", "pipeline", "-C", str(reeks), *VASTSTELLEN]
    both = [subprocess.Popen(command, cwd=REPO, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)]
    said = [process.communicate()[0].decode() for process in both]
    assert sum("Geschreven" in text for text in said) == 1, said
    events = list((reeks / "verslagen/rt" / EERSTE_DAG).glob("logboek/*-vastgesteld*.yaml"))
    assert len(events) == 1


def test_a_file_that_is_open_stops_an_adoption_and_nothing_of_it_stays(regietafel, reeks):
    folder = reeks / "verslagen/rt" / EERSTE_DAG
    before = names(reeks)
    busy = folder / f".~lock.{EERSTE_DAG} Vastgesteld verslag RT.docx#"
    busy.write_text("")
    stopped = regietafel(*VASTSTELLEN, werkmap=reeks)
    assert stopped.code == 1
    assert "Er is niets geschreven." in stopped.fout
    assert names(reeks) - before == {busy.relative_to(reeks).as_posix()}
    busy.unlink()
    assert regietafel(*VASTSTELLEN, werkmap=reeks).code == 0


def test_a_paragraph_that_is_saved_while_the_minutes_are_numbered_is_kept(voorbeeld):
    folder = voorbeeld / "verslagen/prt/2026-03-13"
    for path in folder.glob("logboek/*"):
        path.unlink()
    record = folder / "verslag.md"
    text = record.read_text(encoding="utf-8").replace("status: vastgesteld", "status: concept")
    record.write_text(text, encoding="utf-8")
    saved = text
    for keer in range(6):
        saved = saved.replace("## 6. Rondvraag", f"Alinea {keer} erbij [A].\n\n## 6. Rondvraag")
        command = [sys.executable, "-m", "pipeline", "-C", str(voorbeeld), "verslag", "prt", "2026-03-13"]
        timer = threading.Timer(0.25 + 0.1 * keer, lambda words=saved: record.write_text(words, encoding="utf-8"))
        timer.start()
        subprocess.run(command, cwd=REPO, capture_output=True, check=False)
        timer.join()
        saved = record.read_text(encoding="utf-8")
        assert f"Alinea {keer} erbij" in saved


@pytest.mark.parametrize(
    "words", [("verslag", "prt", "2026-03-13"), ("agenda", "prt", "2026-04-24"), ("akkoord", "prt")]
)
def test_a_werkmap_of_a_newer_program_is_looked_at_and_never_written(regietafel, voorbeeld, words):
    path = voorbeeld / "regietafel.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("versie: 1", "versie: 2"), encoding="utf-8")
    before = {p: p.read_bytes() for p in voorbeeld.rglob("*") if p.is_file()}
    refused = regietafel(*words, werkmap=voorbeeld)
    assert (refused.code in (1, 2), "[werkmap-nieuwer]" in refused.scherm) == (True, True)
    assert {p: p.read_bytes() for p in voorbeeld.rglob("*") if p.is_file()} == before
    looked = regietafel("status", werkmap=voorbeeld)
    assert "13 maart 2026" in looked.uit
    assert "[werkmap-nieuwer]" in looked.scherm


def test_a_werkmap_without_a_version_is_of_the_first(regietafel, voorbeeld):
    path = voorbeeld / "regietafel.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("versie: 1", ""), encoding="utf-8")
    assert regietafel("agenda", "prt", "2026-04-24", werkmap=voorbeeld).code == 0


def test_of_a_folder_that_is_taken_over_what_was_done_stays_when_a_later_file_is_cut_off(regietafel, reeks):
    archief = reeks.parent / "archief"
    archief.mkdir()
    for dag in (7, 14):
        text = f"Verslag Regietafel Voorbeeld {dag} november 2025\n\nAanwezig: dhr. Testman\n\n1. Opening\nWelkom.\n"
        (archief / f"{dag}.txt").write_text(text)
    overnemen = ("lees", str(archief), "--neem-over", "--tafel", "rt")
    break_off(reeks, 5, overnemen)
    regietafel("actielijst", "rt", werkmap=reeks)
    folders = reeks / "verslagen/rt"
    assert (folders / "2025-11-07/verslag.md").is_file()
    assert not (folders / "2025-11-14").exists()
    done = regietafel(*overnemen, werkmap=reeks)
    assert "7.txt: al overgenomen" in done.uit
    assert "14.txt: overgenomen" in done.uit
