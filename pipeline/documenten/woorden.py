"""The words of a template: what ``{{ ... }}`` can print, under the names of the model.

Every class is one thing a template can name; ``UITLEG`` says in Dutch what its fields are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipeline.documenten.waarde import Blokken


def _woord(uitleg: str, default: Any = "") -> Any:
    return field(default=default, metadata={"uitleg": uitleg})


@dataclass(frozen=True, slots=True)
class OrganisatieWoorden:
    """The organisation behind the secretariat."""

    naam: str = _woord("naam van de organisatie")
    afzender: str = _woord("wie de stukken verstuurt")
    email: str = _woord("e-mailadres van het secretariaat")
    website: str = _woord("waar de verslagen worden geplaatst")
    uitgever: str = _woord("wie de stukken uitgeeft")


@dataclass(frozen=True, slots=True)
class TafelWoorden:
    """The body that meets."""

    naam: str = _woord("volle naam van de tafel")
    korte_naam: str = _woord("korte naam, zoals PRT")
    voorzitter: str = _woord("de voorzitter")
    secretaris: str = _woord("de secretaris")
    contact: str = _woord("contactadres van de tafel")


@dataclass(frozen=True, slots=True)
class DeelnemerWoorden:
    """A person at the meeting."""

    regel: str = _woord("de hele regel: naam, wat tussen haakjes hoort en [afwezig]")
    naam: str = _woord("naam")
    organisatie: str = _woord("gemeente of organisatie waarvoor iemand spreekt")
    rol: str = _woord("rol, zoals voorzitter")
    hoedanigheid: str = _woord("lid, agendalid of toehoorder")
    vervangt: str = _woord("wie iemand vervangt")
    tussen_haakjes: str = _woord("organisatie, rol en hoedanigheid achter elkaar")
    aanwezig: bool = _woord("of iemand er was", True)
    vanaf_punt: str = _woord("agendapunt vanaf waar iemand er was")
    tot_punt: str = _woord("agendapunt tot waar iemand er was")


@dataclass(frozen=True, slots=True)
class GroepWoorden:
    """The participants under one heading."""

    naam: str = _woord("naam van de groep, zoals de regio")
    deelnemers: tuple[DeelnemerWoorden, ...] = _woord("de deelnemers van deze groep", ())


@dataclass(frozen=True, slots=True)
class BijlageWoorden:
    """A paper with an agenda item."""

    nummer: str = _woord("nummer van de bijlage, zoals 3a")
    titel: str = _woord("titel van de bijlage")
    bestand: str = _woord("naam van het bestand")
    vertrouwelijk: bool = _woord("of de bijlage vertrouwelijk is", False)


@dataclass(frozen=True, slots=True)
class AgendapuntWoorden:
    """An item of the agenda."""

    nummer: str = _woord("nummer op de agenda")
    titel: str = _woord("onderwerp")
    doel: str = _woord("doel, zoals ter bespreking")
    duur: str = _woord("duur in minuten")
    spreker: str = _woord("wie het punt inleidt")
    toelichting: str = _woord("toelichting")
    bijlagen: tuple[BijlageWoorden, ...] = _woord("de stukken bij dit punt", ())
    vertrouwelijk: bool = _woord("of het punt vertrouwelijk is", False)
    notitie: str = _woord("wat de agenda bij het punt zegt, op het formulier voor aantekeningen")


@dataclass(frozen=True, slots=True)
class PuntWoorden:
    """A section of the minutes."""

    nummer: str = _woord("nummer op de agenda")
    titel: str = _woord("onderwerp")
    blokken: Blokken = _woord("de tekst, met opsommingen en tabellen; zet dit alleen in een alinea", Blokken())
    vertrouwelijk: bool = _woord("of het punt vertrouwelijk is", False)


@dataclass(frozen=True, slots=True)
class ActieWoorden:
    """A row of the action list."""

    nr: str = _woord("nummer, met datum als de actie van een eerdere vergadering is")
    actie: str = _woord("wat er moet gebeuren")
    actiehouder: str = _woord("wie het doet")
    termijn: str = _woord("wanneer het klaar is")
    status: str = _woord("open, afgerond of vervallen")
    sinds: str = _woord("datum van de vergadering waarin de actie is gemaakt")
    verschoven: str = _woord("hoe vaak de termijn is verschoven; leeg als dat niet is gebeurd")
    te_laat: bool = _woord("of de termijn voorbij is", False)
    toelichting: str = _woord("laatste toelichting")
    gemeld: str = _woord("wat sinds de vorige vergadering is gemeld en nog niet telt")
    verband: str = _woord("gesplitst uit, samengevoegd met of vermoedelijk dezelfde als")
    agendapunt: str = _woord("agendapunt waarbij de actie is afgesproken")
    bij: str = _woord("agendapunt, als geen nummer in de tekst dat al laat zien")
    vertrouwelijk: bool = _woord("of de actie vertrouwelijk is", False)


@dataclass(frozen=True, slots=True)
class BesluitWoorden:
    """A row of the list of decisions."""

    nr: str = _woord("nummer, met datum als het besluit van een eerdere vergadering is")
    tekst: str = _woord("het besluit")
    datum: str = _woord("datum van de vergadering")
    agendapunt: str = _woord("agendapunt waarbij het is genomen")
    bij: str = _woord("agendapunt, als geen nummer in de tekst dat al laat zien")
    vertrouwelijk: bool = _woord("of het besluit vertrouwelijk is", False)


@dataclass(frozen=True, slots=True)
class VergaderingWoorden:
    """A row of the schedule of a year."""

    datum: str = _woord("datum van de vergadering")
    weekdag: str = _woord("dag van de week")
    tijd: str = _woord("tijd")
    locatie: str = _woord("plaats")
    agenda_uiterlijk: str = _woord("dag waarop de agenda uiterlijk rondgaat")
    verslag_uiterlijk: str = _woord("dag waarop het conceptverslag uiterlijk rondgaat")
    opmerking: str = _woord("verplaatst van een andere datum, of afgelast en waarom")


@dataclass(frozen=True, slots=True)
class MijlpaalWoorden:
    """A date of the law cycle."""

    datum: str = _woord("datum")
    naam: str = _woord("wat er dan is")


@dataclass(frozen=True, slots=True)
class Woorden:
    """Everything a template can name. What a document does not have is empty."""

    organisatie: OrganisatieWoorden = _woord("de organisatie", OrganisatieWoorden())
    tafel: TafelWoorden = _woord("de tafel", TafelWoorden())
    soort: str = _woord("wat dit document is: Agenda, Verslag, Actielijst, Besluitenlijst of Vergaderschema")
    titel: str = _woord("titel van het document")
    datum: str = _woord("datum van de vergadering")
    tijd: str = _woord("tijd van de vergadering")
    locatie: str = _woord("plaats van de vergadering")
    volgende: str = _woord("datum van de volgende vergadering")
    versie: str = _woord("Conceptversie of Vastgestelde versie")
    contact: str = _woord("contactadres")
    kanttekening: str = _woord("opmerking onder de kop")
    groepen: tuple[GroepWoorden, ...] = _woord("de deelnemers, per groep", ())
    agendapunten: tuple[AgendapuntWoorden, ...] = _woord("de punten van de agenda", ())
    inleiding: Blokken = _woord("tekst boven het eerste punt van het verslag", Blokken())
    punten: tuple[PuntWoorden, ...] = _woord("de punten van het verslag", ())
    acties: tuple[ActieWoorden, ...] = _woord("de acties van dit document", ())
    afgehandeld: tuple[ActieWoorden, ...] = _woord("acties die de laatste vergadering heeft afgesloten", ())
    besluiten: tuple[BesluitWoorden, ...] = _woord("de besluiten van dit document", ())
    jaar: str = _woord("jaar van het vergaderschema")
    vergaderingen: tuple[VergaderingWoorden, ...] = _woord("de vergaderingen van een jaar", ())
    mijlpalen: tuple[MijlpaalWoorden, ...] = _woord("de datums van de wetscyclus in een jaar", ())


@dataclass(frozen=True, slots=True)
class LusWoorden:
    """What ``loop`` knows inside ``{% for %}``."""

    index: int = 1
    index0: int = 0
    revindex: int = 1
    revindex0: int = 0
    first: bool = True
    last: bool = True
    length: int = 1


__all__ = [
    "ActieWoorden",
    "AgendapuntWoorden",
    "BesluitWoorden",
    "BijlageWoorden",
    "DeelnemerWoorden",
    "GroepWoorden",
    "LusWoorden",
    "MijlpaalWoorden",
    "OrganisatieWoorden",
    "PuntWoorden",
    "TafelWoorden",
    "VergaderingWoorden",
    "Woorden",
]
