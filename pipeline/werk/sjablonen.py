"""What the templates name, and what they could name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from pipeline.werk.opdracht import Opdracht
from pipeline.werk.uitkomst import Uitkomst
from pipeline.werk.verzoek import Verzoek

if TYPE_CHECKING:
    from pipeline.model.sjabloon import SjabloonBeschrijving


@dataclass(frozen=True, slots=True)
class ToonSjablonen(Verzoek):
    """The templates of one table, or of all."""

    daad: ClassVar[str] = "toon_sjablonen"
    tafel: str | None = None


def toon_sjablonen(opdracht: Opdracht, verzoek: ToonSjablonen) -> Uitkomst:
    """Describe every template in use, each once: first those of Word, then those of mails. Nothing is written."""
    from pipeline.documenten import DOCUMENTSOORTEN, beschrijf_sjabloon, packaged_sjabloon
    from pipeline.rondzending import MAILSJABLONEN
    from pipeline.werkmap import is_file, read_bytes

    paden, tafel = opdracht.inhoud.paden, verzoek.tafel
    tables = [opdracht.reeks(tafel).tafel.id] if tafel else [r.tafel.id for r in opdracht.inhoud.reeksen] or [""]
    found: dict[str, SjabloonBeschrijving] = {}
    every = [(soort.sjabloon, beschrijf_sjabloon) for soort in DOCUMENTSOORTEN]
    every += [(naam, _describe_mail) for naam in MAILSJABLONEN]
    for sjabloon, describe in every:
        for table in tables:
            own = next((p for p in paden.sjablonen(table, sjabloon) if is_file(p) and paden.is_inside(p)), None)
            naam = paden.show(own) if own else f"{sjabloon} (meegeleverd)"
            if naam not in found:
                found[naam] = describe(read_bytes(own) if own else packaged_sjabloon(sjabloon), naam)
    meldingen = tuple(m for beschrijving in found.values() for m in beschrijving.meldingen)
    return Uitkomst(meldingen=meldingen, gegevens=tuple(found.values()))


def _describe_mail(data: bytes, naam: str) -> SjabloonBeschrijving:
    from pipeline.notatie import read_brontekst
    from pipeline.rondzending import beschrijf_mailsjabloon

    bron, found = read_brontekst(data, naam)
    beschrijving = beschrijf_mailsjabloon(bron.tekst, naam)
    return replace(beschrijving, meldingen=found + beschrijving.meldingen)
