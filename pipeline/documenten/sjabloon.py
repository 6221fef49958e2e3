"""A template as it lies there: its parts, their paragraphs, and the tags in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Bron, Melding, melding
from pipeline.word.ooxml import Element, OngeldigeXml, iter_own, parse, qn
from pipeline.word.pakket import OnleesbaarPakket, Pakket, open_pakket

_RELATED = {
    "header": "koptekst",
    "footer": "voettekst",
    "footnotes": "voetnoten",
    "endnotes": "eindnoten",
    "comments": "opmerkingen",
}
_PROPERTIES = ("core-properties", "extended-properties", "custom-properties")

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%[-+]?\s*(?:(?P<bereik>tr|tc|p|r)\s+)?(?P<woord>\w+)\s*(?P<rest>.*?)[-+]?%\}", re.DOTALL)
_PRINT = re.compile(r"\{\{[-+]?(?P<bereik>tr|tc|p|r)?(?(bereik)\s)(?P<rest>.*?)[-+]?\}\}", re.DOTALL)
# Word's AutoCorrect makes these of plain quotes and spaces while somebody types a tag.
_AUTOCORRECT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a template. ``soort`` is ``druk``, ``opdracht`` or ``commentaar``.

    ``woord`` is the first word of an opdracht (``for``); ``rest`` the expression, with plain quotes;
    ``bereik`` is docxtpl's prefix (``p``, ``tr``): what disappears together with the tag.
    """

    soort: str
    woord: str
    rest: str
    bereik: str
    tekst: str


@dataclass(frozen=True, slots=True)
class TagAlinea:
    """A paragraph of a template, or one property; ``nummer`` counts the paragraphs of its part from 1."""

    nummer: int
    tekst: str
    element: Element

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The complete tags in this paragraph, in order."""
        return tuple(parse_tag(found.group()) for found in TAG.finditer(self.tekst))

    @property
    def rest(self) -> str:
        """The text of the paragraph without its complete tags."""
        return TAG.sub("", self.tekst)


@dataclass(frozen=True, slots=True)
class Sjabloondeel:
    """A part of a template that may hold tags. ``plek`` says in Dutch where that is, empty for the text."""

    naam: str
    plek: str
    wortel: Element

    @property
    def is_eigenschappen(self) -> bool:
        """Whether this part holds document properties and no paragraphs."""
        return self.plek == "eigenschappen"

    def alineas(self) -> Iterator[TagAlinea]:
        """Yield the paragraphs of the part in order; a part with properties has one per property."""
        if self.is_eigenschappen:
            leaves = (e for e in self.wortel.iter() if isinstance(e.tag, str) and len(e) == 0 and e.text)
            for number, element in enumerate(leaves, 1):
                yield TagAlinea(number, element.text or "", element)
            return
        for number, paragraph in enumerate(self.wortel.iter(qn("w:p")), 1):
            text = "".join(t.text or "" for t in iter_own(paragraph, "w:t"))
            yield TagAlinea(number, text, paragraph)


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template that could be opened: its name, its package, and the parts that may hold tags."""

    naam: str
    pakket: Pakket
    delen: tuple[Sjabloondeel, ...]

    def bron(self, alinea: TagAlinea) -> Bron:
        """The place of a paragraph, as a Melding gives it."""
        return Bron(self.naam, "alinea", alinea.nummer, zin=" ".join(alinea.tekst.split()))


def open_sjabloon(data: bytes, naam: str) -> tuple[Sjabloon | None, tuple[Melding, ...]]:
    """Open a template from bytes; what is no Word file, or too large, is a Melding ``sjabloon-onleesbaar``."""
    try:
        pakket = open_pakket(data)
        delen = tuple(Sjabloondeel(name, plek, parse(pakket.delen[name])) for name, plek in _find_delen(pakket))
    except (OnleesbaarPakket, OngeldigeXml) as error:
        reden = str(error) if isinstance(error, OnleesbaarPakket) else "een onderdeel ervan is beschadigd"
        tekst = f"Het sjabloon {naam} kan niet worden gelezen: {reden}."
        return None, (melding("sjabloon-onleesbaar", tekst, Bron(naam)),)
    return Sjabloon(naam, pakket, delen), ()


def _find_delen(pakket: Pakket) -> Iterator[tuple[str, str]]:
    seen = {pakket.hoofddeel}
    yield pakket.hoofddeel, ""
    related = [(r, _RELATED.get(r.kort)) for r in pakket.relaties(pakket.hoofddeel)]
    related += [(r, "eigenschappen" if r.kort in _PROPERTIES else None) for r in pakket.relaties("")]
    for relatie, plek in related:
        if plek and not relatie.extern and relatie.doel in pakket.delen and relatie.doel not in seen:
            seen.add(relatie.doel)
            yield relatie.doel, plek


def parse_tag(tekst: str) -> Tag:
    """Read one complete tag."""
    plain = tekst.translate(_AUTOCORRECT)
    if found := _PRINT.fullmatch(plain):
        return Tag("druk", "", found["rest"].strip(), found["bereik"] or "", tekst)
    if found := _STATEMENT.fullmatch(plain):
        return Tag("opdracht", found["woord"], found["rest"].strip(), found["bereik"] or "", tekst)
    return Tag("commentaar" if tekst.startswith("{#") else "opdracht", "", "", "", tekst)


def straighten(deel: Sjabloondeel) -> None:
    """Undo AutoCorrect inside the tags of a part, also in a tag that is cut into runs."""
    for paragraph in deel.wortel.iter(qn("w:p")):
        pieces = list(iter_own(paragraph, "w:t"))
        text = "".join(piece.text or "" for piece in pieces)
        plain = TAG.sub(lambda found: found.group().translate(_AUTOCORRECT), text)
        if plain != text:
            position = 0
            for piece in pieces:
                length = len(piece.text or "")
                piece.text = plain[position : position + length]
                position += length
