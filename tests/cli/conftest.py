"""Running commands as a user would."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli import main


@dataclass
class Afloop:
    """How a command ended: its exit code, what it printed, and what it complained of."""

    code: int
    uit: str
    fout: str

    @property
    def json(self) -> dict:
        return json.loads(self.uit)


@pytest.fixture
def regietafel(capsys):
    """Run a command in a werkmap."""

    def run(*words: str, werkmap: Path | None = None) -> Afloop:
        capsys.readouterr()
        where = ["-C", str(werkmap)] if werkmap else []
        with pytest.raises(SystemExit) as stop:
            main([*where, *map(str, words)])
        captured = capsys.readouterr()
        return Afloop(stop.value.code, captured.out, captured.err)

    return run
