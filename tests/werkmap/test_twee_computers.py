"""Two computers on one synced folder: who is at work is seen, and what both did is found afterwards."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from vergaderreeks import EERSTE_DAG, write_reeks

from pipeline.werkmap import find_gebruik, show_gebruik, sweep_gebruik


def signs(root: Path) -> list[Path]:
    return sorted((root / ".regietafel").glob("gebruik *.json"))


def wait_for_sign(root: Path) -> Path:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if signs(root):
            return signs(root)[0]
        time.sleep(0.02)
    raise AssertionError("no sign of life was given")


def give_sign(root: Path, datum: str, elders: str = "LAPTOP-2", sinds: timedelta = timedelta()) -> Path:
    """A sign as another computer gives it: a real one, with another name and moment in it."""
    with show_gebruik(root, "verzend", "rt", datum, kort=0):
        path = wait_for_sign(root)
        time.sleep(0.1)
        said = json.loads(path.read_text())
    seen = (datetime.now(UTC) - sinds).isoformat()
    other = root / ".regietafel" / "gebruik LAPTOP-2 0a1b2c3d.json"
    other.parent.mkdir(exist_ok=True)
    other.write_text(json.dumps(said | {"computer": elders, "wie": "janna", "gezien": seen}))
    return other


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_reeks(tmp_path / "werkmap", "vaststelling: 09-01-2026\n")


def test_who_is_at_work_elsewhere_is_told_and_holds_nothing_up(regietafel, root):
    give_sign(root, EERSTE_DAG)
    done = regietafel("--op", "2026-01-12", "verslag", "rt", EERSTE_DAG, werkmap=root)
    assert done.code == 0
    assert "In gebruik door janna (LAPTOP-2, " in done.fout
    assert f"uur): verzend rt {EERSTE_DAG}." in done.fout
    assert "In gebruik door janna" in regietafel("status", werkmap=root).scherm


def test_another_meeting_is_another_matter(regietafel, root):
    give_sign(root, "2026-02-20")
    done = regietafel("--op", "2026-01-12", "verslag", "rt", EERSTE_DAG, werkmap=root)
    assert "In gebruik door" not in done.fout


def test_a_sign_that_nobody_renews_counts_for_nothing_after_a_few_minutes(root):
    give_sign(root, EERSTE_DAG, sinds=timedelta(minutes=4))
    assert [g.computer for g in find_gebruik(root)] == ["LAPTOP-2"]
    give_sign(root, EERSTE_DAG, sinds=timedelta(minutes=6))
    assert find_gebruik(root) == ()


def test_what_is_no_sign_of_ours_is_passed_over(root):
    path = give_sign(root, EERSTE_DAG)
    for wrong in ("", "[]", '{"wie": 1}', "x" * 10_000):
        path.write_text(wrong)
        assert find_gebruik(root) == ()


def test_an_act_leaves_no_sign_behind_and_a_short_one_gives_none(regietafel, root):
    with show_gebruik(root, "verslag", "rt", EERSTE_DAG, kort=0):
        wait_for_sign(root)
    assert signs(root) == []
    regietafel("--op", "2026-01-12", "verslag", "rt", EERSTE_DAG, werkmap=root)
    assert not (root / ".regietafel").exists()


def test_the_sign_of_an_act_that_was_killed_is_swept_by_the_next(root):
    code = "import sys, time, pathlib; from pipeline.werkmap import show_gebruik\n"
    code += "with show_gebruik(pathlib.Path(sys.argv[1]), 'verslag', 'rt', '', kort=0): time.sleep(60)"
    busy = subprocess.Popen([sys.executable, "-c", code, str(root)])
    try:
        wait_for_sign(root)
        time.sleep(0.2)
        sweep_gebruik(root)
        assert len(signs(root)) == 1, "one that is at work keeps its sign"
    finally:
        busy.kill()
        busy.wait()
    sweep_gebruik(root)
    assert signs(root) == []


def merge(van: Path, naar: Path) -> None:
    """Bring what is new over, as a sync client does: of two that differ both stay."""
    for path in (p for p in van.rglob("*") if p.is_file()):
        target = naar / path.relative_to(van)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_file() and target.read_bytes() != path.read_bytes():
            target = target.with_name(f"{target.stem}-LAPTOP2{target.suffix}")
        shutil.copy2(path, target)


def test_what_two_computers_did_before_they_saw_each_other_is_found_and_nothing_is_lost(regietafel, root, tmp_path):
    other = tmp_path / "elders"
    shutil.copytree(root, other)
    regietafel("--op", "2026-02-21", "vaststellen", "rt", EERSTE_DAG, werkmap=root)
    regietafel("--op", "2026-02-23", "vaststellen", "rt", EERSTE_DAG, "--schriftelijk", werkmap=other)
    merge(other, root)
    assert len(list(root.glob(f"verslagen/rt/{EERSTE_DAG}/logboek/*vastgesteld*"))) == 2
    told = regietafel("--op", "2026-02-24", "controleer", "rt", EERSTE_DAG, werkmap=root)
    assert "[dubbel-gedaan]" in told.fout
    assert "2 keer staat in het logboek dat het verslag is vastgesteld" in told.fout


def test_a_record_that_both_changed_stays_in_two_files_and_is_named(regietafel, root, tmp_path):
    other = tmp_path / "elders"
    shutil.copytree(root, other)
    minutes = f"verslagen/rt/{EERSTE_DAG}/verslag.md"
    for place, words in ((root, "Hier bijgeschreven."), (other, "Elders bijgeschreven.")):
        path = place / minutes
        path.write_text(f"{path.read_text()}\n{words}\n")
    merge(other, root)
    told = regietafel("controleer", "rt", EERSTE_DAG, werkmap=root)
    assert "[conflictkopie]" in told.fout
    assert "verslag-LAPTOP2.md" in told.fout
    assert "Elders bijgeschreven." in (root / minutes).with_name("verslag-LAPTOP2.md").read_text()
