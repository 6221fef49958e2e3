"""What minutes say of older actions, held against the actions there are: none of it may get lost."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from pipeline.model import Actielijst, Actiepunt, Bron, Kenmerk, Melding, Verslag, Voortgang, melding


def settle_voortgang(gelezen: Verslag, stand: Actielijst, bestand: str) -> tuple[Verslag, tuple[Melding, ...]]:
    """Return the minutes with progress only of actions that exist before this meeting, and what is to be told.

    A row about an action no record has becomes an action of this meeting; a mere mention stays in the text.
    """
    known = {regel.kenmerk for regel in stand.regels}
    kept: list[Voortgang] = []
    made: list[Actiepunt] = []
    meldingen: list[Melding] = []
    for said in gelezen.voortgang:
        older = _find(replace(said.verwijst_naar, tafel=stand.tafel), known)
        if older is not None:
            kept.append(replace(said, verwijst_naar=older))
        elif said.actie:
            made.append(_als_actie(said))
            text = f"{said.verwijst_naar.verwijzing} ({said.actie[:60]}) staat in geen eerder verslag van deze werkmap."
            meldingen.append(melding("oudere-actie-onbekend", text, said.bron or Bron(bestand)))
    verslag = replace(gelezen, voortgang=tuple(kept), actiepunten=(*made, *gelezen.actiepunten))
    return verslag, tuple(meldingen)


def _find(kenmerk: Kenmerk, known: Set[Kenmerk]) -> Kenmerk | None:
    """Return the action that is meant: by its day, or as the only one with this number where numbers run on."""
    if kenmerk in known:
        return kenmerk
    same = [k for k in known if k.label == kenmerk.label and k.datum < kenmerk.datum]
    return same[0] if len(same) == 1 else None


def _als_actie(said: Voortgang) -> Actiepunt:
    return Actiepunt(
        said.verwijst_naar.label,
        said.actie,
        said.actiehouder,
        said.actiehouders,
        said.termijn,
        said.status,
        said.toelichting,
        said.agendapunt,
        vertrouwelijk=said.vertrouwelijk,
        soort="tabel",
        zekerheid=said.zekerheid,
        bron=said.bron,
    )
