"""The styles of a Word file, found by the name a user sees."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.word.ooxml import Element, make, parse, qn
from pipeline.word.pakket import Pakket


@dataclass(frozen=True, slots=True)
class Stijlen:
    """The styles part of one document, which is not changed while it is asked."""

    wortel: Element
    _op_naam: dict[tuple[str, str], Element] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look the styles up by type and name once; of two with one name the first counts."""
        found: dict[tuple[str, str], Element] = {}
        for style in self.wortel.iter(qn("w:style")):
            name = style.find(qn("w:name"))
            if name is not None:
                found.setdefault((style.get(qn("w:type"), ""), name.get(qn("w:val"), "").casefold()), style)
        object.__setattr__(self, "_op_naam", found)

    def id(self, naam: str, soort: str = "paragraph") -> str:
        """Return the id of a style by its name (case does not count), empty when there is none."""
        style = self.find(naam, soort)
        return style.get(qn("w:styleId"), "") if style is not None else ""

    def find(self, naam: str, soort: str = "paragraph") -> Element | None:
        """Return the style element with this name and type."""
        return self._op_naam.get((soort, naam.casefold()))

    def lijst_nummer(self, naam: str) -> str:
        """Return the numId that a list style carries, empty when it has none."""
        style = self.find(naam)
        num = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") if style is not None else None
        return num.get(qn("w:val"), "") if num is not None else ""


def open_stijlen(pakket: Pakket) -> Stijlen:
    """Open the styles of a document; one without has none."""
    deel = pakket.doel(pakket.hoofddeel, "styles")
    return Stijlen(parse(pakket.delen[deel]) if deel else make("w:styles"))
