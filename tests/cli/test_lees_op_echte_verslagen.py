"""What ``regietafel lees --json`` finds in real minutes does not get worse than what has landed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPO = Path(__file__).parents[2]
SHARED = REPO.parent / "shared"

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module", params=["corpus", "bronnen"])
def score(request):
    command = f"{sys.executable} -m pipeline lees --json"
    program = SHARED / "corpus" / "score.py"
    call = [sys.executable, program, SHARED / request.param / "gold.jsonl", SHARED / request.param]
    run = subprocess.run([*call, "--command", command, "--json"], capture_output=True, text=True, check=True, cwd=REPO)
    return json.loads(run.stdout)


def test_every_file_is_read_and_marked_and_unmarked_actions_are_found(score):
    def share(of: str) -> float:
        right, asked = map(int, score["right"][of].split("/"))
        return right / asked if asked else 1.0

    assert score["failed"] == []
    assert score["marked"]["f1"] >= 0.98
    assert score["implicit"]["f1"] >= 0.85
    assert share("owner") >= 0.95
    assert share("due") >= 0.90
    assert share("label") >= 0.95
