"""The actions of a table as they stand: on a screen, or in a worksheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from pipeline.model import SECRETARIAAT, Actielijst, Lezerskring, Melding, Reeks, lezerskring_van, melding
from pipeline.werk.opdracht import Opdracht
from pipeline.werk.uitkomst import Geschreven, Uitkomst
from pipeline.werk.verzoek import OverVergadering


@dataclass(frozen=True, slots=True)
class Actiekeuze(OverVergadering):
    """Which actions: as they stood after a meeting or stand now, open or late ones, of one owner.

    ``voor`` is a distribution list: what its readers may not see is left out.
    """

    alleen_open: bool = False
    te_laat: bool = False
    van: str | None = None
    voor: str | None = None


@dataclass(frozen=True, slots=True)
class ToonActies(Actiekeuze):
    """The actions."""

    daad: ClassVar[str] = "toon_acties"


@dataclass(frozen=True, slots=True)
class SchrijfActies(Actiekeuze):
    """The actions, to a new worksheet (``naar``)."""

    daad: ClassVar[str] = "schrijf_acties"
    naar: Path = Path()


def toon_acties(opdracht: Opdracht, verzoek: ToonActies) -> Uitkomst:
    """Return the Actielijst asked for. Nothing is written."""
    _, lijst, meldingen = _select(opdracht, verzoek)
    return Uitkomst(meldingen=meldingen, gegevens=lijst)


def schrijf_acties(opdracht: Opdracht, verzoek: SchrijfActies) -> Uitkomst:
    """Write the actions asked for to a worksheet; one that stands there is somebody's, and stays."""
    from pipeline.werk.werkbladen import place_werkblad
    from pipeline.werkblad import write_acties

    reeks, lijst, meldingen = _select(opdracht, verzoek)
    path = place_werkblad(opdracht, verzoek.naar, write_acties(f"Acties {reeks.tafel.kort}", lijst))
    return Uitkomst((Geschreven(str(path)),), meldingen)


def _select(opdracht: Opdracht, verzoek: Actiekeuze) -> tuple[Reeks, Actielijst, tuple[Melding, ...]]:
    from pipeline.voortgang import acties_op, select_acties

    reeks = opdracht.reeks(verzoek.tafel)
    kring = _find_kring(opdracht, reeks, verzoek.voor) if verzoek.voor else SECRETARIAAT
    day = verzoek.datum or opdracht.op
    lijst, found = acties_op(opdracht.reeks_voor(reeks, kring), day)[0], acties_op(reeks, day)[1]
    selected = select_acties(lijst, alleen_open=verzoek.alleen_open, te_laat=verzoek.te_laat, van=verzoek.van,
                             tafel=reeks.tafel)  # fmt: skip
    return reeks, selected, (*opdracht.inhoud.meldingen, *found)


def _find_kring(opdracht: Opdracht, reeks: Reeks, lijstnaam: str) -> Lezerskring:
    """Return the readers of a list; one that is not there ends the call."""
    from pipeline.rondzending import STANDAARD

    lists = reeks.tafel.verzendlijsten or STANDAARD
    found = next((lijst for lijst in lists if lijst.naam.casefold() == lijstnaam.casefold()), None)
    if found is None:
        names = ", ".join(lijst.naam for lijst in lists)
        opdracht.stop(melding("lijst-leeg", f"Er is geen verzendlijst {lijstnaam}. Wel: {names}."))
    return lezerskring_van(found)
