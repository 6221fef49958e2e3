"""The document types: one entry in one tuple each. How to add one: docs/uitbreiden.md."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.documenten.bouw import (
    bouw_aantekenformulier,
    bouw_actielijst,
    bouw_agenda,
    bouw_besluitenlijst,
    bouw_vergaderschema,
    bouw_verslag,
)
from pipeline.documenten.stukken import Stukken
from pipeline.documenten.woorden import Woorden


@dataclass(frozen=True, slots=True)
class DocumentSoort:
    """A document type: its name on the command line, its template, its file names, and what fills it.

    ``bestandsnaam`` is the pattern of its file name, with ``{datum}``, ``{jaar}``, ``{versie}`` and ``{tafel}``.
    """

    naam: str
    sjabloon: str
    bestandsnaam: str
    bouw: Callable[[Stukken], Woorden]

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
    DocumentSoort("agenda", "agenda.docx", "{datum} Agenda {tafel}.docx", bouw_agenda),
    DocumentSoort("verslag", "verslag.docx", "{datum} {versie} {tafel}.docx", bouw_verslag),
    DocumentSoort(
        "aantekenformulier", "aantekenformulier.docx", "{datum} Aantekeningen {tafel}.docx", bouw_aantekenformulier
    ),
    DocumentSoort("actielijst", "actielijst.docx", "{datum} Actielijst {tafel}.docx", bouw_actielijst),
    DocumentSoort("besluitenlijst", "besluitenlijst.docx", "{datum} Besluitenlijst {tafel}.docx", bouw_besluitenlijst),
    DocumentSoort("vergaderschema", "vergaderschema.docx", "{jaar} Vergaderschema {tafel}.docx", bouw_vergaderschema),
)


def find_soort(naam: str) -> DocumentSoort:
    """Return the document type with this name; an unknown one is a KeyError."""
    return {soort.naam: soort for soort in DOCUMENTSOORTEN}[naam]


def _without_forbidden(name: str) -> str:
    """Replace what Windows does not allow in a file name, and what would leave the folder."""
    return "".join("-" if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in name).strip(" .")
