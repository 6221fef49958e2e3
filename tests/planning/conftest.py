"""A werkmap of three tables with plainly made-up names."""

from __future__ import annotations

from pathlib import Path

import pytest
from opdrachten import Werkmap
from planhulp import PRT, REGIETAFEL, RRT


@pytest.fixture
def werkmap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Werkmap:
    made = Werkmap(tmp_path / "werkmap", capsys, op="2026-11-20")
    made.write("regietafel.yaml", REGIETAFEL)
    made.write("agenda/prt/tafel.yaml", PRT)
    made.write("agenda/rrt/tafel.yaml", RRT)
    return made
