"""Checks on actions: who, by when, numbered how, and what became of the older ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pipeline.controle.dossier import Dossier
from pipeline.controle.houders import Houders
from pipeline.markering import find_markeringen
from pipeline.model import Actiepunt, Kenmerk, Melding, Voortgang, melding


def check_actiehouders(dossier: Dossier) -> Iterator[Melding]:
    """Report an owner who is in no list of this table or meeting."""
    houders = Houders.of(dossier)
    records: tuple[Actiepunt | Voortgang, ...] = (*dossier.actiepunten, *dossier.voortgang)
    for punt in records:
        for naam in punt.actiehouders or ((punt.actiehouder,) if punt.actiehouder else ()):
            if not houders.kent(naam):
                text = f"De actiehouder {naam} staat in geen enkele lijst van deze tafel of vergadering."
                nearest = houders.dichtstbij(naam)
                yield melding(
                    "actiehouder-onbekend", text, punt.bron, f"Bedoelt u {nearest}?" if nearest else ""
                )


def check_verwijzingen(dossier: Dossier) -> Iterator[Melding]:
    """Report a marker that refers to an action or decision of an older meeting which does not exist."""
    if not dossier.is_eigen:
        return
    known = set(_alle_kenmerken(dossier))
    for passage in dossier.passages:
        for found in find_markeringen(passage.tekst, dossier.datum) if "[" in passage.tekst else ():
            if found.datum and Kenmerk(dossier.tafel.id, found.datum, found.label) not in known:
                what = "De actie" if found.soort == "actie" else "Het besluit"
                place = passage.plek(found.begin, found.eind)
                yield melding("actie-bestaat-niet", f"{what} {found.tekst} bestaat niet.", place)


def _alle_kenmerken(dossier: Dossier) -> Iterator[Kenmerk]:
    """Yield the identity of everything ever recorded, also of what was later joined with another."""
    for verslag in dossier.reeks.verslagen:
        register = dossier.reeks.registers.get(verslag.datum)
        for record in (verslag, register) if register else (verslag,):
            labels = (punt.label for punt in record.actiepunten), (b.label for b in record.besluiten)
            for label in chain(*labels):
                yield Kenmerk(dossier.tafel.id, verslag.datum, label)
