"""Lists in a Word file: bullets and numbers that Word itself counts.

A list style (``List Bullet``) names its numbering; where a document lacks the style, or the style its
numbering, one is added. Every numbered list is a ``w:num`` of its own, else Word would count on.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.word.ooxml import Element, add, make, parse, qn, serialize
from pipeline.word.pakket import Pakket
from pipeline.word.stijlen import Stijlen

_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_NUMBERING_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_BULLETS = ("•", "–", "▪")
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")
MAX_NIVEAU = 8
_STEP = 357


@dataclass(slots=True)
class Lijsten:
    """The numbering of one document; changed in place, written back by ``save``."""

    pakket: Pakket
    stijlen: Stijlen
    deel: str
    wortel: Element
    gewijzigd: bool = False
    _opsomming: str = ""

    def opsomming(self) -> str:
        """Return the numId for bullets."""
        if not self._opsomming:
            own = self.stijlen.lijst_nummer("List Bullet")
            self._opsomming = own or self._add_num(self._add_abstract("bullet"))
        return self._opsomming

    def nummering(self, begin: int = 1, niveau: int = 0) -> str:
        """Return the numId of a new numbered list that counts from ``begin`` at this level."""
        own = self.stijlen.lijst_nummer("List Number")
        abstract = self._abstract_of(own) if own else ""
        return self._add_num(abstract or self._add_abstract("decimal"), begin, niveau)

    def save(self) -> None:
        """Write the numbering back into the package, if a list was added."""
        if not self.gewijzigd:
            return
        if self.deel in self.pakket.delen:
            self.pakket.delen[self.deel] = serialize(self.wortel)
        else:
            main = self.pakket.hoofddeel
            self.pakket.add_deel(self.deel, serialize(self.wortel), _NUMBERING_TYPE, _NUMBERING_REL, main)

    def _abstract_of(self, num_id: str) -> str:
        for num in self.wortel.iter(qn("w:num")):
            if num.get(qn("w:numId")) == num_id:
                return str(num.find(qn("w:abstractNumId")).get(qn("w:val")))
        return ""

    def _add_num(self, abstract: str, begin: int | None = None, niveau: int = 0) -> str:
        self.gewijzigd = True
        taken = [int(n.get(qn("w:numId"), "0")) for n in self.wortel.iter(qn("w:num"))]
        num_id = str(max(taken, default=0) + 1)
        num = make("w:num", numId=num_id)
        add(num, "w:abstractNumId", val=abstract)
        if begin is not None:
            for level in range(MAX_NIVEAU + 1):
                override = add(num, "w:lvlOverride", ilvl=str(level))
                add(override, "w:startOverride", val=str(begin if level == niveau else 1))
        cleanup = self.wortel.find(qn("w:numIdMacAtCleanup"))
        if cleanup is None:
            self.wortel.append(num)
        else:
            cleanup.addprevious(num)
        return num_id

    def _add_abstract(self, soort: str) -> str:
        taken = [int(a.get(qn("w:abstractNumId"), "0")) for a in self.wortel.iter(qn("w:abstractNum"))]
        number = str(max(taken, default=-1) + 1)
        abstract = make_abstract(number, soort)
        first_num = self.wortel.find(qn("w:num"))
        if first_num is None:
            self.wortel.append(abstract)
        else:
            first_num.addprevious(abstract)
        return number


def make_abstract(nummer: str, soort: str, stijl: str = "") -> Element:
    """Make a list definition of nine levels; ``soort`` is ``bullet`` or ``decimal``, ``stijl`` a style id."""
    abstract = make("w:abstractNum", abstractNumId=nummer)
    add(abstract, "w:multiLevelType", val="multilevel")
    for level in range(MAX_NIVEAU + 1):
        lvl = add(abstract, "w:lvl", ilvl=str(level))
        add(lvl, "w:start", val="1")
        add(lvl, "w:numFmt", val="bullet" if soort == "bullet" else _FORMATS[level % 3])
        if stijl and level == 0:
            add(lvl, "w:pStyle", val=stijl)
        add(lvl, "w:lvlText", val=_BULLETS[level % 3] if soort == "bullet" else f"%{level + 1}.")
        add(lvl, "w:lvlJc", val="left")
        indent = add(lvl, "w:pPr")
        add(indent, "w:ind", left=str(_STEP * (level + 1)), hanging=str(_STEP))
    return abstract


def open_lijsten(pakket: Pakket, stijlen: Stijlen) -> Lijsten:
    """Open the numbering of a document; one that has none gets an empty one."""
    deel = pakket.doel(pakket.hoofddeel, "numbering")
    if deel:
        return Lijsten(pakket, stijlen, deel, parse(pakket.delen[deel]))
    return Lijsten(pakket, stijlen, "word/numbering.xml", make("w:numbering"))
