"""Events in the logboek of a meeting: one small file each, so that nobody's sync conflicts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.model import Gebeurtenis, Reeks
from pipeline.notatie import write_gebeurtenis
from pipeline.werk.opdracht import Opdracht
from pipeline.werkmap import exists, write_atomic


def record_gebeurtenis(opdracht: Opdracht, reeks: Reeks, datum: date, gebeurtenis: Gebeurtenis) -> Path:
    """Write an event under a name of its own: ``2026-02-03-rondgezonden.yaml``. It is never written over."""
    folder = opdracht.inhoud.paden.logboek(reeks.tafel.id, datum)
    stem, count = f"{gebeurtenis.op.isoformat()}-{gebeurtenis.soort}", 1
    path = folder / f"{stem}.yaml"
    while exists(path):
        count += 1
        path = folder / f"{stem}-{count}.yaml"
    write_atomic(path, write_gebeurtenis(gebeurtenis).encode())
    return path
