"""The words of a template: what ``{{ ... }}`` can print, under the names of the model.

Every class is one thing a template can name; ``UITLEG`` says in Dutch what its fields are.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.documenten.waarde import Blokken
from pipeline.model.sjabloon import sjabloonwoord as woord


@dataclass(frozen=True, slots=True)
class OrganisatieWoorden:
    """The organisation behind the secretariat."""

    naam: str = woord("naam van de organisatie")
    afzender: str = woord("wie de stukken verstuurt")
    email: str = woord("e-mailadres van het secretariaat")
    website: str = woord("waar de verslagen worden geplaatst")
    uitgever: str = woord("wie de stukken uitgeeft")


@dataclass(frozen=True, slots=True)
class TafelWoorden:
    """The body that meets."""

    naam: str = woord("volle naam van de tafel")
    korte_naam: str = woord("korte naam, zoals PRT")
    voorzitter: str = woord("de voorzitter")
    secretaris: str = woord("de secretaris")
    contact: str = woord("contactadres van de tafel")


@dataclass(frozen=True, slots=True)
class DeelnemerWoorden:
    """A person at the meeting."""

    regel: str = woord("de hele regel: naam, wat tussen haakjes hoort en [afwezig] of [afgemeld]")
    naam: str = woord("naam")
    organisatie: str = woord("gemeente of organisatie waarvoor iemand spreekt")
    rol: str = woord("rol, zoals voorzitter")
    hoedanigheid: str = woord("lid, agendalid of toehoorder")
    vervangt: str = woord("wie iemand vervangt")
    tussen_haakjes: str = woord("organisatie, rol en hoedanigheid achter elkaar")
    aanwezig: bool = woord("of iemand er was", True)
    afgemeld: bool = woord("of wie er niet was zich had afgemeld", False)
    vanaf_punt: str = woord("agendapunt vanaf waar iemand er was")
    tot_punt: str = woord("agendapunt tot waar iemand er was")


@dataclass(frozen=True, slots=True)
class GroepWoorden:
    """The participants under one heading."""

    naam: str = woord("naam van de groep, zoals de regio")
    deelnemers: tuple[DeelnemerWoorden, ...] = woord("de deelnemers van deze groep", ())


@dataclass(frozen=True, slots=True)
class BijlageWoorden:
    """A paper with an agenda item."""

    nummer: str = woord("nummer van de bijlage, zoals 3a")
    titel: str = woord("titel van de bijlage")
    bestand: str = woord("naam van het bestand")
    vertrouwelijk: bool = woord("of de bijlage vertrouwelijk is", False)
    tafelstuk: bool = woord("of de bijlage ter tafel wordt uitgereikt", False)


@dataclass(frozen=True, slots=True)
class AgendapuntWoorden:
    """An item of the agenda."""

    nummer: str = woord("nummer op de agenda")
    titel: str = woord("onderwerp")
    doel: str = woord("doel, zoals ter bespreking")
    duur: str = woord("duur in minuten")
    begin: str = woord("hoe laat het punt begint, als de tafel dat op de agenda wil")
    spreker: str = woord("wie het punt inleidt")
    toelichting: str = woord("toelichting")
    bijlagen: tuple[BijlageWoorden, ...] = woord("de stukken bij dit punt", ())
    vertrouwelijk: bool = woord("of het punt vertrouwelijk is", False)
    hamerstuk: bool = woord("of het punt een hamerstuk is", False)
    conclusie: str = woord("de conclusie die de voorzitter kan voorstellen, op de annotatie")
    spreekpunten: Blokken = woord("wat de voorzitter kan zeggen; zet dit alleen in een alinea", Blokken())
    vragen: Blokken = woord("vragen die te verwachten zijn; zet dit alleen in een alinea", Blokken())
    aanleiding: str = woord("waarom het punt op de agenda staat, op de oplegger")
    gevraagd: str = woord("wat er van de tafel wordt gevraagd, op de oplegger")
    vervolg: str = woord("wat er na de vergadering gebeurt, op de oplegger")
    notitie: str = woord("wat de agenda bij het punt zegt, op het formulier voor aantekeningen")


@dataclass(frozen=True, slots=True)
class BesluitWoorden:
    """A row of the list of decisions."""

    nr: str = woord("nummer, met datum als het besluit van een eerdere vergadering is")
    tekst: str = woord("het besluit")
    datum: str = woord("datum van de vergadering")
    agendapunt: str = woord("agendapunt waarbij het is genomen")
    bij: str = woord("agendapunt, als geen nummer in de tekst dat al laat zien")
    vertrouwelijk: bool = woord("of het besluit vertrouwelijk is", False)


@dataclass(frozen=True, slots=True)
class PuntWoorden:
    """A section of the minutes."""

    nummer: str = woord("nummer op de agenda")
    titel: str = woord("onderwerp")
    blokken: Blokken = woord("de tekst, met opsommingen en tabellen; zet dit alleen in een alinea", Blokken())
    besluiten: tuple[BesluitWoorden, ...] = woord("de besluiten die bij dit punt zijn genomen", ())
    vertrouwelijk: bool = woord("of het punt vertrouwelijk is", False)


@dataclass(frozen=True, slots=True)
class ActieWoorden:
    """A row of the action list."""

    nr: str = woord("nummer, met datum als de actie van een eerdere vergadering is")
    actie: str = woord("wat er moet gebeuren")
    actiehouder: str = woord("wie het doet")
    termijn: str = woord("wanneer het klaar is")
    status: str = woord("open, afgerond of vervallen")
    sinds: str = woord("datum van de vergadering waarin de actie is gemaakt")
    verschoven: str = woord("hoe vaak de termijn is verschoven; leeg als dat niet is gebeurd")
    te_laat: bool = woord("of de termijn verstreken is op de dag dat het document wordt gemaakt", False)
    termijnstand: str = woord("termijn verstreken, loopt af vóór de vergadering, rust tot of komt terug; anders leeg")
    toelichting: str = woord("laatste toelichting")
    gemeld: str = woord("wat sinds de vorige vergadering is gemeld en nog niet telt")
    verband: str = woord("gesplitst uit, samengevoegd met of zelfde als")
    agendapunt: str = woord("agendapunt waarbij de actie is afgesproken")
    bij: str = woord("agendapunt, als geen nummer in de tekst dat al laat zien")
    vertrouwelijk: bool = woord("of de actie vertrouwelijk is", False)


@dataclass(frozen=True, slots=True)
class VergaderingWoorden:
    """A row of the schedule of a year."""

    datum: str = woord("datum van de vergadering")
    weekdag: str = woord("dag van de week")
    tijd: str = woord("tijd")
    locatie: str = woord("plaats")
    agenda_uiterlijk: str = woord("dag waarop de agenda uiterlijk rondgaat")
    verslag_uiterlijk: str = woord("dag waarop het conceptverslag uiterlijk rondgaat")
    opmerking: str = woord("verplaatst van een andere datum, of afgelast en waarom")


@dataclass(frozen=True, slots=True)
class MijlpaalWoorden:
    """A date of the law cycle."""

    datum: str = woord("datum")
    naam: str = woord("wat er dan is")


@dataclass(frozen=True, slots=True)
class AanmeldingWoorden:
    """A subject that waits for an agenda."""

    wat: str = woord("het onderwerp")
    wie: str = woord("wie het heeft aangemeld")
    wanneer: str = woord("de vergadering waarheen het is doorgeschoven")
    toelichting: str = woord("toelichting")


@dataclass(frozen=True, slots=True)
class ReactieWoorden:
    """A reaction to circulated minutes."""

    nr: str = woord("nummer van de reactie")
    punt: str = woord("agendapunt")
    wie: str = woord("van wie de reactie is")
    nu: str = woord("de woorden zoals ze er staan")
    voorstel: str = woord("de woorden die worden voorgesteld, of de opmerking")
    antwoord: str = woord("wat het secretariaat voorstelt: overnemen, bespreken, niet overnemen, of nog niets")
    reden: str = woord("waarom de reactie niet wordt overgenomen")


@dataclass(frozen=True, slots=True)
class Woorden:
    """Everything a template can name. What a document does not have is empty."""

    organisatie: OrganisatieWoorden = woord("de organisatie", OrganisatieWoorden())
    tafel: TafelWoorden = woord("de tafel", TafelWoorden())
    soort: str = woord("wat dit document is: Agenda, Verslag, Actielijst, Besluitenlijst of Vergaderschema")
    titel: str = woord("titel van het document")
    stand: str = woord("wat voor stuk dit is: Concept, Vastgesteld op ..., of van een agenda Gewijzigd op ...")
    zaaknummer: str = woord("nummer van de zaak in het archief")
    reacties: str = woord("dag waarop reacties op een conceptverslag uiterlijk binnen zijn")
    weekdag: str = woord("dag van de week van de vergadering")
    datum: str = woord("datum van de vergadering")
    tijd: str = woord("tijd van de vergadering")
    locatie: str = woord("plaats van de vergadering")
    volgende: str = woord("dag en datum van de volgende vergadering")
    versie: str = woord("Conceptversie of Vastgestelde versie")
    contact: str = woord("contactadres")
    kanttekening: str = woord("opmerking onder de kop")
    groepen: tuple[GroepWoorden, ...] = woord("de deelnemers, per groep", ())
    kloktijden: bool = woord("of de agenda bij elk punt zegt hoe laat het begint", False)
    agendapunten: tuple[AgendapuntWoorden, ...] = woord("de punten van de agenda", ())
    hamerstukken: tuple[AgendapuntWoorden, ...] = woord("de punten van de agenda die hamerstuk zijn", ())
    inleiding: Blokken = woord("tekst boven het eerste punt van het verslag", Blokken())
    punten: tuple[PuntWoorden, ...] = woord("de punten van het verslag", ())
    acties: tuple[ActieWoorden, ...] = woord("de acties van dit document", ())
    afgehandeld: tuple[ActieWoorden, ...] = woord("acties die de laatste vergadering heeft afgesloten", ())
    besluiten: tuple[BesluitWoorden, ...] = woord("de besluiten van dit document", ())
    besluiten_los: tuple[BesluitWoorden, ...] = woord("de besluiten van een verslag die bij geen punt horen", ())
    reactielijst: tuple[ReactieWoorden, ...] = woord("de reacties op een rondgezonden verslag", ())
    aanmeldingen: tuple[AanmeldingWoorden, ...] = woord("uitgestelde en aangemelde onderwerpen", ())
    jaar: str = woord("jaar van het vergaderschema")
    vergaderingen: tuple[VergaderingWoorden, ...] = woord("de vergaderingen van een jaar", ())
    mijlpalen: tuple[MijlpaalWoorden, ...] = woord("de datums van de wetscyclus in een jaar", ())


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
    "AanmeldingWoorden",
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
    "ReactieWoorden",
    "TafelWoorden",
    "VergaderingWoorden",
    "Woorden",
]
