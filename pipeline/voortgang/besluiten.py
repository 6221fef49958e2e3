"""The list of decisions, folded from the records in the same way as the actions."""

from __future__ import annotations

from datetime import date

from pipeline.model import (
    Besluitenlijst,
    BesluitenlijstRegel,
    Kenmerk,
    Melding,
    Reeks,
    melding,
)


def fold_besluiten(reeks: Reeks, op: date) -> tuple[Besluitenlijst, tuple[Melding, ...]]:
    """Fold the records of a Reeks up to and including ``op`` into its list of decisions, oldest first."""
    regels: dict[Kenmerk, BesluitenlijstRegel] = {}
    meldingen = []
    for verslag in reeks.verslagen_tot(op):
        register = reeks.registers.get(verslag.datum)
        for besluit in verslag.besluiten + (register.besluiten if register else ()):
            kenmerk = Kenmerk(reeks.tafel.id, verslag.datum, besluit.label)
            if kenmerk in regels:
                tekst = f"In het verslag van {verslag.datum:%d-%m-%Y} staat {besluit.label} twee keer."
                meldingen.append(melding("label-dubbel", tekst, besluit.bron))
            else:
                regels[kenmerk] = BesluitenlijstRegel(kenmerk, besluit)
    return Besluitenlijst(reeks.tafel.id, tuple(regels.values())), tuple(meldingen)
