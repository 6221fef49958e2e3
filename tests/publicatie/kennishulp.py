"""A made-up circle of people: some may be named in public, some may not."""

from __future__ import annotations

from pipeline.model import NaamBesluit, Openbaarheidsregels, Persoon
from pipeline.publicatie.bekenden import Bekende
from pipeline.publicatie.namenkennis import Namenkennis, collect_eigen, collect_woorden

PROZA = (
    "op de lange termijn vraagt de vergadering naar het bos en de planning van de opvang; de dijk en het dijkgebied "
    "zijn besproken, de notitie volgt"
)


def bekende(naam: str, openbaar: str = "nee", functie: str = "", bij: str = "COA") -> Bekende:
    """``aanhef|voornaam|tussenvoegsel|achternaam`` as a known person."""
    return Bekende(Persoon(*naam.split("|")), openbaar, "test", functie, (bij,))


MENSEN = (
    bekende("mw.|Annebel||Voorbeeldsma", "functie", "de regiomanager (COA)"),
    bekende("dhr.|J.|de|Lange"),
    bekende("dhr.|||Bos"),
    bekende("mw.||van|Dijk"),
    bekende("dhr.||van|Dijk", "naam", bij="Provincie Voorbeeld"),
    bekende("dhr.|||Testman", "naam", bij="Voorbeeldstad"),
    bekende("mw.|Kim|van der|Proefveld-Quast"),
)


def kennis(*namen: NaamBesluit, aanduiding: str = "[geanonimiseerd]") -> Namenkennis:
    return Namenkennis(
        MENSEN,
        Openbaarheidsregels(aanduiding=aanduiding),
        namen,
        woorden=collect_woorden([PROZA]),
        eigen=collect_eigen(["COA", "Voorbeeldstad", "Provincie Voorbeeld", "AenM"]),
        afkortingen=collect_eigen(["COA", "PRT"]),
        adressen=frozenset({"secretariaat@voorbeeld.example"}),
    )
