"""Somebody who gives commands in a werkmap, as a user would, and sees how they end."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.werkmap import Inhoud, load


@dataclass(frozen=True)
class Afloop:
    """How a command ended: its exit code, what it printed, and what it complained of."""

    code: int
    uit: str
    fout: str

    @property
    def scherm(self) -> str:
        """All that is on the screen."""
        return self.uit + self.fout

    @property
    def json(self) -> Any:
        return json.loads(self.uit)


def run_opdracht(capsys: pytest.CaptureFixture[str], *words: object) -> Afloop:
    """Give a command."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as stop:
        main([*map(str, words)])
    captured = capsys.readouterr()
    return Afloop(int(stop.value.code or 0), captured.out, captured.err)


@dataclass
class Werkmap:
    """A werkmap on disk, and the commands somebody gives in it on the day ``op``."""

    root: Path
    capsys: pytest.CaptureFixture[str]
    op: str
    scherm: str = field(default="", init=False)

    def write(self, name: str, content: str | bytes = "") -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text, f"{old} not in {name}"
        self.write(name, text.replace(old, new))

    def run(self, *words: object, op: str = "") -> Afloop:
        """Give a command; what is on the screen after it is in ``scherm`` too."""
        afloop = run_opdracht(self.capsys, "-C", self.root, "--op", op or self.op, *words)
        self.scherm = afloop.scherm
        return afloop

    def load(self) -> Inhoud:
        return load(self.root)

    def files(self, pattern: str) -> list[Path]:
        return sorted(p for p in self.root.glob(pattern) if p.is_file())

    def snapshot(self) -> dict[str, bytes]:
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in self.files("**/*")}
