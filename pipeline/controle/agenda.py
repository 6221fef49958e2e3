"""Checks of the minutes against the agenda and its papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from pipeline.controle.dossier import Dossier
from pipeline.markering.namen import fold_naam
from pipeline.model import Agendapunt, Melding, VerslagPunt, melding

_ZELFDE_TITEL = 85  # of 100: what a typing error or a left out word leaves of a title
_NUMMER = re.compile(r"\W*$")


def check_punten_op_agenda(dossier: Dossier) -> Iterator[Melding]:
    """Report an item of the minutes that is not on the agenda, by number or title."""
    if dossier.verslag is None or dossier.vergadering is None or not dossier.vergadering.agendapunten:
        return
    titles = [punt.titel for punt in dossier.vergadering.agendapunten]
    for punt in dossier.verslag.punten:
        if not any(is_same_item(punt, item) for item in dossier.vergadering.agendapunten):
            nearest = process.extractOne(punt.titel, titles, score_cutoff=60)
            help_text = f"Lijkt op het agendapunt: {nearest[0]}." if nearest else ""
            yield melding(
                "punt-niet-op-agenda", f"Het punt {punt.titel} staat niet op de agenda.", punt.bron, help_text
            )


def is_same_item(punt: VerslagPunt, item: Agendapunt) -> bool:
    """Tell whether a section of the minutes is about an item: its number, or its title save a slip."""
    number = _NUMMER.sub("", punt.nummer).casefold()
    if number and number == _NUMMER.sub("", item.nummer).casefold():
        return True
    return fuzz.ratio(fold_naam(punt.titel), fold_naam(item.titel)) >= _ZELFDE_TITEL


def check_bijlagen_aanwezig(dossier: Dossier) -> Iterator[Melding]:
    """Report a paper on the agenda whose file is not in the folder."""
    present = {name.casefold() for name in dossier.bijlagen}
    for item in dossier.vergadering.agendapunten if dossier.vergadering else ():
        for bijlage in item.bijlagen:
            if bijlage.bestand and bijlage.bestand.casefold() not in present:
                text = f"De bijlage {bijlage.bestand} staat op de agenda, maar niet in de map bijlagen."
                yield melding("bijlage-ontbreekt", text, bijlage.bron or item.bron)
