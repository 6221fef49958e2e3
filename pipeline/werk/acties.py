"""The actions of a table as they stand: on a screen, or in a worksheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from pipeline.model import (
    SECRETARIAAT,
    Actielijst,
    ActieStatus,
    Bron,
    Lezerskring,
    Melding,
    Reeks,
    Voortgang,
    lezerskring_van,
    melding,
)
from pipeline.werk.opdracht import Opdracht, VerkeerdVerzoek
from pipeline.werk.uitkomst import Geschreven, Uitkomst
from pipeline.werk.verzoek import OverVergadering, Verzoek


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


@dataclass(frozen=True, slots=True)
class WijzigActie(Verzoek):
    """News of an action (``kenmerk``: ``prt/2026-01-23/A1``), told with the last minutes; what is empty stays."""

    daad: ClassVar[str] = "wijzig_actie"
    kenmerk: str = ""
    status: ActieStatus | None = None
    termijn: str = ""
    actiehouder: str = ""
    toelichting: str = ""


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


def wijzig_actie(opdracht: Opdracht, verzoek: WijzigActie) -> Uitkomst:
    """Write news of an action: as a row in minutes that are a draft, else into their register. History stays."""
    from pipeline.inname.aanvaarden import add_voortgang
    from pipeline.markering.termijnen import parse_termijn
    from pipeline.notatie import read_brontekst
    from pipeline.voortgang import acties_op
    from pipeline.werkmap import rewrite

    tafel, _, _ = verzoek.kenmerk.partition("/")
    reeks = opdracht.reeks(tafel)
    known = {str(regel.kenmerk): regel.kenmerk for regel in acties_op(reeks, opdracht.op)[0].regels}
    kenmerk = known.get(verzoek.kenmerk)
    if kenmerk is None:
        raise VerkeerdVerzoek(f"er is geen actie {verzoek.kenmerk} in {tafel}.")
    if not (verzoek.status or verzoek.termijn or verzoek.actiehouder or verzoek.toelichting):
        raise VerkeerdVerzoek(
            "zeg wat er met de actie is: een status, een termijn, een actiehouder of een toelichting."
        )
    datum = reeks.verslagen_tot(opdracht.op)[-1].datum
    in_register = reeks.is_rondgezonden(datum) or datum == kenmerk.datum
    paden = opdracht.inhoud.paden
    path = (paden.register if in_register else paden.verslag)(tafel, datum)
    said = Voortgang(kenmerk, "", verzoek.actiehouder, (), parse_termijn(verzoek.termijn, datum), verzoek.status,
                     verzoek.toelichting)  # fmt: skip

    def tell(content: bytes) -> bytes:
        bron, _ = read_brontekst(content, opdracht.show(path))
        return bron.with_tekst(add_voortgang(bron.tekst, said, in_register)).to_bytes()

    try:
        rewrite(path, tell)
    except ValueError:
        shown = opdracht.show(path)
        opdracht.stop(
            melding("voorstel-niet-verwerkt", f"De wijziging kan niet worden verwerkt in {shown}.", Bron(shown))
        )
    return Uitkomst((Geschreven(opdracht.show(path)),))


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
