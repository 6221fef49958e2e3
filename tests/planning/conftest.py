"""A werkmap of three tables with plainly made-up names, and commands run in it as a user would."""

from __future__ import annotations

from pathlib import Path

import pytest
from planhulp import PRT, REGIETAFEL, RRT, Werkmap


@pytest.fixture
def werkmap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Werkmap:
    made = Werkmap(tmp_path / "werkmap", capsys)
    made.write("regietafel.yaml", REGIETAFEL)
    made.write("agenda/prt/tafel.yaml", PRT)
    made.write("agenda/rrt/tafel.yaml", RRT)
    return made
