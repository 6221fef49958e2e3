"""A new werkmap: one table, the templates, and a first meeting to try things on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

from pipeline.werkmap.opslag import make_dir, write_atomic
from pipeline.werkmap.paden import AANGEMELD, AGENDA, ORGANISATIE, TAFEL, Paden
from pipeline.werkmap.schijf import exists

_TAFEL = "prt"
_VRIJDAG = 4
# What opens the werkmap with a double click: status, and a menu with the next steps.
_WINDOWS, _MACOS = "Start regietafel.cmd", "Start regietafel.command"
_AANLOOP = timedelta(days=21)  # the first meeting lies far enough ahead for its papers to go out in time


def create_werkmap(root: Path, sjablonen: Mapping[str, bytes], op: date) -> tuple[Path, ...]:
    """Write a new werkmap at ``root`` and return its files; files that are there already stay as they are.

    ``sjablonen`` are the packaged templates by file name; ``op`` is today: the first meeting comes after it.
    """
    paden = Paden(root)
    datum = first_meeting(op)
    content = {
        paden.organisatie: _starter(ORGANISATIE),
        paden.tafel(_TAFEL): _starter(TAFEL),
        paden.agenda(_TAFEL, datum): _starter(AGENDA),
        paden.aangemeld(_TAFEL): _starter(AANGEMELD),
        root / "LEESMIJ.txt": _starter("LEESMIJ.txt"),
        root / _WINDOWS: _starter(_WINDOWS).replace(b"\n", b"\r\n"),
        root / _MACOS: _starter(_MACOS),
    } | {root / "templates" / name: data for name, data in sjablonen.items()}
    written = tuple(path for path, data in content.items() if not exists(path) and write_atomic(path, data))
    for folder in (paden.bijlagen(_TAFEL, datum), root / "verslagen" / _TAFEL):
        make_dir(folder)
    return written


def first_meeting(op: date) -> date:
    """Return the first Friday at least three weeks from ``op``."""
    day = op + _AANLOOP
    return day + timedelta(days=(_VRIJDAG - day.weekday()) % 7)


def _starter(naam: str) -> bytes:
    return files("pipeline.werkmap").joinpath("starter", naam).read_bytes()
