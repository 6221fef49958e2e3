"""Runs a case from its seed to its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from acties import geef_acties
from cyclus import loop_door
from gevaarlijk import Luisteraar
from geval import Geval, trek
from oordelen import Oordeel, oordeel
from oordelen_acties import oordeel_acties


@dataclass(frozen=True)
class Uitslag:
    """What a case was, what was found, and which commands stopped that should not have."""

    geval: Geval
    oordeel: Oordeel
    mislukt: list[str]
    atomen: int
    bestanden: int

    @property
    def fouten(self) -> list[str]:
        """Everything that is not as it should be, one a line."""
        return [*map(str, self.oordeel.bevindingen), *(f"COMMAND: {text}" for text in self.mislukt)]


def loop(zaad: int, folder: Path, omzetter: Path) -> Uitslag:
    """Draw a case, let the secretariat do everything, and judge what left."""
    geval = trek(zaad)
    geef_acties(geval)
    luisteraar = Luisteraar()
    secretariaat = loop_door(geval, folder / "werkmap", str(omzetter), luisteraar.adres)
    luisteraar.sluit()
    found = oordeel(geval, secretariaat.uitingen)
    if luisteraar.gehoord:
        found.meld("NETWERK", "brief.docx", f"the picture was fetched {luisteraar.gehoord} times")
    for waar, wat in oordeel_acties(geval, secretariaat.uitingen):
        found.meld("ACTIE", waar, wat)
    return Uitslag(geval, found, secretariaat.mislukt, len(secretariaat.geplant), len(secretariaat.uitingen))
