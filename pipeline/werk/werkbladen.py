"""A worksheet in the place a user names; one that stands there is somebody's, and stays."""

from __future__ import annotations

from pathlib import Path

from pipeline.model import melding
from pipeline.werk.opdracht import Opdracht
from pipeline.werkmap import FileBusyError, exists, write_atomic


def place_werkblad(opdracht: Opdracht, naar: Path, content: bytes) -> Path:
    """Write a worksheet and return where it stands; where that cannot be, the call ends here."""
    path = naar if naar.suffix.lower() == ".xlsx" else naar.with_name(naar.name + ".xlsx")
    if exists(path):
        opdracht.stop(melding("bestand-bestaat", f"{path} bestaat al. Er is niets geschreven."))
    try:
        write_atomic(path, content)
    except (FileBusyError, OSError):
        opdracht.stop(melding("in-gebruik", f"{path} kan niet worden geschreven."))
    return path
