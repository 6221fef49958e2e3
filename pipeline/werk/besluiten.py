"""The decisions of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pipeline.model import SECRETARIAAT, Lezerskring
from pipeline.werk.opdracht import Opdracht, pick_verslag
from pipeline.werk.uitkomst import Uitkomst
from pipeline.werk.verzoek import OverVergadering


@dataclass(frozen=True, slots=True)
class ToonBesluiten(OverVergadering):
    """The decisions up to a meeting, else up to the last minutes, as these readers may have them."""

    daad: ClassVar[str] = "toon_besluiten"
    kring: Lezerskring = SECRETARIAAT


def toon_besluiten(opdracht: Opdracht, verzoek: ToonBesluiten) -> Uitkomst:
    """Return the Besluitenlijst. Nothing is written."""
    from pipeline.voortgang import fold_besluiten

    reeks = opdracht.reeks(verzoek.tafel)
    datum = pick_verslag(opdracht, reeks, verzoek.datum)
    lijst, found = fold_besluiten(opdracht.reeks_voor(reeks, verzoek.kring), datum)
    return Uitkomst(meldingen=(*opdracht.inhoud.meldingen, *found), gegevens=lijst)
