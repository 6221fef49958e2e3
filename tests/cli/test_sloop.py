"""A small part of ``make sloop``: acts of several steps, broken off in every way at a few places."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).parents[2]


@pytest.mark.parametrize("daad", ["vaststellen", "verplaatsen", "intrekken", "voorstellen"])
def test_an_act_that_is_broken_off_and_given_again_ends_as_if_nothing_happened(daad):
    command = [sys.executable, str(REPO / "scripts/sloop.py"), "--daad", daad, "--hoogstens", "3"]
    done = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    assert (done.returncode, "0 differences" in done.stdout) == (0, True), done.stdout + done.stderr
    assert f"{daad}: " in done.stdout
