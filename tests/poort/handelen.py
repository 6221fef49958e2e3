"""Gives the commands of the whole cycle, as a secretary would, and gathers what left the house."""

from __future__ import annotations

import contextlib
import io
from dataclasses import dataclass, field
from pathlib import Path

from atomen import Geheim
from geval import Zitting

from pipeline.cli import main


@dataclass(frozen=True)
class Uiting:
    """A file that left: by which way out, for whom (empty: everybody), and what was planted by then."""

    uitweg: str
    naam: str
    inhoud: bytes
    lijst: str
    tafel: str
    datum: str
    geplant: tuple[Geheim, ...]


@dataclass
class Secretariaat:
    """Somebody who gives commands in a werkmap."""

    root: Path
    omzetter: str
    geplant: list[Geheim] = field(default_factory=list)
    uitingen: list[Uiting] = field(default_factory=list)
    mislukt: list[str] = field(default_factory=list)
    scherm: str = ""
    uitvoer: str = ""

    def doe(self, op: str, *words: str, mag_stoppen: bool = False) -> int:
        """Give a command on this day; one that should not stop, and does, is kept with what was on the screen."""
        out, err = io.StringIO(), io.StringIO()
        code = 0
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main(["-C", str(self.root), "--op", op, *words])
            except SystemExit as stop:
                code = int(stop.code or 0)
        self.uitvoer = out.getvalue()
        self.scherm = self.uitvoer + err.getvalue()
        if code and not mag_stoppen:
            self.mislukt.append(f"regietafel --op {op} {' '.join(words)}: {code}\n{self.scherm}")
        return code

    def uit(self, uitweg: str, zitting: Zitting, naam: str) -> None:
        """Keep what the last command printed."""
        self.uitingen.append(Uiting(uitweg, naam, self.uitvoer.encode(), "secretariaat", zitting.tafel, zitting.datum,
                                    tuple(self.geplant)))  # fmt: skip

    def neem(self, uitweg: str, zitting: Zitting, pattern: str, lijst: str = "") -> list[Path]:
        """Gather files that left."""
        found = sorted(p for p in self.root.glob(pattern) if p.is_file())
        for path in found:
            name = path.relative_to(self.root).as_posix()
            self.uitingen.append(Uiting(uitweg, name, path.read_bytes(), lijst, zitting.tafel, zitting.datum,
                                        tuple(self.geplant)))  # fmt: skip
        return found
