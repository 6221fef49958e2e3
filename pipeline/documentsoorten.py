"""The document types: one entry in one tuple each. How to add one: docs/uitbreiden.md.

What fills a document stands in the room ``documenten`` and is named here, so that the help page, which lists the types
that have a command of their own, loads nothing of that room.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.documenten.stukken import Stukken
    from pipeline.documenten.woorden import Woorden


class Moment(StrEnum):
    """When a document is made, and with that of which meeting and where it stands."""

    ERVOOR = "ervoor"  # of the first meeting to come, in its folder in agenda
    VOORUIT = "vooruit"  # ahead from the first meeting to come, over the meetings after it
    ERNA = "erna"  # of the last minutes, in their folder in verslagen


@dataclass(frozen=True, slots=True)
class DocumentSoort:
    """A document type: its name on the command line, its template, its file names, and what fills it.

    ``vuller`` is the function of ``documenten.bouw`` that makes its words.

    ``bestandsnaam`` is the pattern of its file name, with ``{datum}``, ``{jaar}``, ``{versie}`` and ``{tafel}``.
    A type with an ``uitleg`` (one line of help) has a command of its own, with ``hulp`` and ``voorbeelden`` on its help
    page; there it stands behind the command ``na``. ``vervolg`` says what to do with the document, and ``toont`` is the
    part of Stukken it shows, where that is one list. One that ``is_voor_voorzitter`` goes to nobody else.
    """

    naam: str
    sjabloon: str
    bestandsnaam: str
    vuller: str
    moment: Moment = Moment.ERNA
    uitleg: str = ""
    hulp: str = ""
    voorbeelden: tuple[str, ...] = ()
    na: str = "verslag"
    vervolg: str = "lees het document na in Word."
    toont: str = ""
    is_voor_voorzitter: bool = False

    def bouw(self, stukken: Stukken) -> Woorden:
        """Make the words of the document."""
        found: Woorden = getattr(import_module("pipeline.documenten.bouw"), self.vuller)(stukken)
        return found

    def noem_bestand(self, stukken: Stukken) -> str:
        """Return the name a person would give the file: ``2026-01-23 Conceptverslag PRT.docx``."""
        datum = stukken.datum.isoformat() if stukken.datum else ""
        adopted = stukken.verslag is not None and stukken.verslag.status == "vastgesteld"
        name = self.bestandsnaam.format(
            datum=datum,
            jaar=stukken.jaar or "",
            versie="Vastgesteld verslag" if adopted else "Conceptverslag",
            tafel=stukken.tafel.kort,
        )
        return _without_forbidden(name)


DOCUMENTSOORTEN: tuple[DocumentSoort, ...] = (
    DocumentSoort("agenda", "agenda.docx", "{datum} Agenda {tafel}.docx", "bouw_agenda"),
    DocumentSoort("verslag", "verslag.docx", "{datum} {versie} {tafel}.docx", "bouw_verslag"),
    DocumentSoort(
        "aantekenformulier", "aantekenformulier.docx", "{datum} Aantekeningen {tafel}.docx", "bouw_aantekenformulier"
    ),
    DocumentSoort(
        "annotatie",
        "annotatie.docx",
        "{datum} Annotatie {tafel}.docx",
        "bouw_annotatie",
        moment=Moment.ERVOOR,
        uitleg="Maak de annotatie voor de voorzitter als Word-bestand.",
        hulp="""Maak de annotatie: per punt wat de voorzitter kan zeggen en voorstellen.

Zij is voor de voorzitter alleen, en gaat met geen mail en geen bundel mee.""",
        voorbeelden=("regietafel annotatie", "regietafel annotatie prt 2026-01-23"),
        na="agenda",
        vervolg="lees de annotatie na in Word en geef haar zelf aan de voorzitter.",
        is_voor_voorzitter=True,
    ),
    DocumentSoort(
        "oplegger",
        "oplegger.docx",
        "{datum} Opleggers {tafel}.docx",
        "bouw_oplegger",
        moment=Moment.ERVOOR,
        uitleg="Maak de opleggers bij de agendapunten als Word-bestand.",
        hulp="Maak bij elk punt met een oplegger in agenda.yaml een bladzijde: aanleiding, gevraagd en vervolg.",
        voorbeelden=("regietafel oplegger",),
        na="agenda",
        vervolg="lees de opleggers na in Word.",
        toont="vergadering",
    ),
    DocumentSoort(
        "termijnagenda",
        "termijnagenda.docx",
        "{datum} Termijnagenda {tafel}.docx",
        "bouw_termijnagenda",
        moment=Moment.VOORUIT,
        uitleg="Maak de termijnagenda als Word-bestand.",
        hulp="""Maak een overzicht van wat komt, op een bladzijde.

Erop staan de volgende vier vergaderingen, de wetscyclus, uitgestelde en aangemelde punten, en acties die aflopen.""",
        voorbeelden=("regietafel termijnagenda",),
        na="planning",
        vervolg="lees de termijnagenda na in Word.",
    ),
    DocumentSoort(
        "actielijst",
        "actielijst.docx",
        "{datum} Actielijst {tafel}.docx",
        "bouw_actielijst",
        uitleg="Maak de actielijst als Word-bestand.",
        hulp="""Maak de actielijst: wat openstaat, en wat in de laatste vergadering is veranderd.

Zonder DATUM: de lijst na het laatste verslag. Welke termijn verstreken is, geldt voor de dag van vandaag.""",
        voorbeelden=("regietafel actielijst", "regietafel actielijst prt 2026-01-23"),
        na="intrekken",
        vervolg="lees de lijst na in Word en stuur haar met het verslag mee.",
        toont="actielijst",
    ),
    DocumentSoort(
        "besluitenlijst",
        "besluitenlijst.docx",
        "{datum} Besluitenlijst {tafel}.docx",
        "bouw_besluitenlijst",
        uitleg="Maak de besluitenlijst als Word-bestand.",
        hulp="""Maak de lijst van alle besluiten tot en met een vergadering.

Zonder DATUM: tot en met het laatste verslag.""",
        voorbeelden=("regietafel besluitenlijst",),
        na="actielijst",
        vervolg="lees de lijst na in Word.",
        toont="besluitenlijst",
    ),
    DocumentSoort(
        "reactieoverzicht",
        "reactieoverzicht.docx",
        "{datum} Overzicht van reacties {tafel}.docx",
        "bouw_reactieoverzicht",
    ),
    DocumentSoort("vergaderschema", "vergaderschema.docx", "{jaar} Vergaderschema {tafel}.docx", "bouw_vergaderschema"),
)


def find_soort(naam: str) -> DocumentSoort:
    """Return the document type with this name; an unknown one is a KeyError."""
    return {soort.naam: soort for soort in DOCUMENTSOORTEN}[naam]


def _without_forbidden(name: str) -> str:
    """Replace what Windows does not allow in a file name, and what would leave the folder."""
    return "".join("-" if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in name).strip(" .")
