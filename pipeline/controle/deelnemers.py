"""Checks on who was there."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.controle.dossier import Dossier
from pipeline.model import Melding, melding


def check_afwezigen(dossier: Dossier) -> Iterator[Melding]:
    """Report an absentee of the minutes who is in no list."""
    verslag = dossier.verslag
    for naam in verslag.afwezig if verslag else ():
        known = any(d.heet(naam) for d in dossier.deelnemers) or dossier.namen.zoek(naam)
        if verslag and naam.strip() and not known:
            text = f"{naam} staat bij afwezig, maar niet in de lijst van deelnemers of leden."
            yield melding("persoon-onbekend", text, verslag.bron, _nearest(dossier, naam))


def _nearest(dossier: Dossier, naam: str) -> str:
    found = dossier.namen.dichtstbij(naam) or dossier.leden.dichtstbij(naam)
    return f"Bedoelt u {found[0].naam}?" if found else ""
