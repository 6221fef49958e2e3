"""A werkmap with the worked example, and a real workbench that works in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

REPO = Path(__file__).parents[2]
OP = "2026-03-02"


@dataclass
class Bank:
    """A workbench that runs: its process, its start address, and the folder of its state."""

    proces: subprocess.Popen[str]
    begin: str
    map: Path
    thuis: Path

    @property
    def poort(self) -> int:
        return urlsplit(self.begin).port or 0

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.poort}"


def start(werkmap: Path, thuis: Path, *words: str) -> Bank:
    command = [sys.executable, "-m", "pipeline", "-C", str(werkmap), "--op", OP, "werkbank", "--geen-browser", *words]
    env = os.environ | {"XDG_STATE_HOME": str(thuis), "LOCALAPPDATA": str(thuis)}
    proces = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env, cwd=REPO)
    assert proces.stdout
    return Bank(proces, json.loads(proces.stdout.readline())["adres"], werkmap, thuis)


def copy_voorbeeld(to: Path) -> Path:
    to.mkdir(parents=True)
    for name in ("agenda", "verslagen", "templates"):
        shutil.copytree(REPO / name, to / name)
    shutil.copy(REPO / "regietafel.yaml", to)
    return to
