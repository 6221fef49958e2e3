"""The styles of a Word file, found by the name a user sees."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.word.ooxml import Element, make, parse, qn
from pipeline.word.pakket import Pakket


@dataclass(frozen=True, slots=True)
class Stijlen:
    """The styles part of one document."""

    wortel: Element

    def id(self, naam: str, soort: str = "paragraph") -> str:
        """Return the id of a style by its name (case does not count), empty when there is none."""
        style = self.find(naam, soort)
        return style.get(qn("w:styleId"), "") if style is not None else ""

    def find(self, naam: str, soort: str = "paragraph") -> Element | None:
        """Return the style element with this name and type."""
        for style in self.wortel.iter(qn("w:style")):
            name = style.find(qn("w:name"))
            if (
                name is not None
                and style.get(qn("w:type")) == soort
                and name.get(qn("w:val"), "").casefold() == naam.casefold()
            ):
                return style
        return None

    def lijst_nummer(self, naam: str) -> str:
        """Return the numId that a list style carries, empty when it has none."""
        style = self.find(naam)
        num = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") if style is not None else None
        return num.get(qn("w:val"), "") if num is not None else ""


def open_stijlen(pakket: Pakket) -> Stijlen:
    """Open the styles of a document; one without has none."""
    deel = pakket.doel(pakket.hoofddeel, "styles")
    return Stijlen(parse(pakket.delen[deel]) if deel else make("w:styles"))
