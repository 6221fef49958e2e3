"""What no record keeps of a Word file: pictures, italics, markings, words that are hidden or struck through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.model import Bron, Melding, melding
from pipeline.word.lezer_tekst import Alineatekst

_MAX_GETOOND, _MAX_WOORDEN = 12, 80
_Stukken = list[tuple[str, int]]


@dataclass(slots=True)
class NietOver:
    """What was met while a file was read, each with the number of its paragraph."""

    doorgehaald: _Stukken = field(default_factory=list)
    cursief: _Stukken = field(default_factory=list)
    gemarkeerd: _Stukken = field(default_factory=list)
    verborgen: _Stukken = field(default_factory=list)
    beelden: _Stukken = field(default_factory=list)
    _laatste: str = ""

    def note(self, alinea: Alineatekst, nummer: int) -> None:
        """Take in a paragraph; a picture is known by the words it stands with, or else those before it."""
        for kept, text in ((self.doorgehaald, alinea.doorgehaald), (self.cursief, alinea.cursief),
                           (self.gemarkeerd, alinea.gemarkeerd), (self.verborgen, alinea.verborgen)):  # fmt: skip
            if text:
                kept.append((text, nummer))
        self._laatste = alinea.tekst.strip() or self._laatste
        self.beelden.extend([(self._laatste, nummer)] * alinea.beelden)

    def tell(self, bestand: str) -> Iterator[Melding]:
        """Name all of it, a Melding for each kind at the place of the first."""
        if self.doorgehaald:
            text = f"In {bestand} is tekst doorgehaald: {_show(self.doorgehaald)}."
            yield melding("doorgehaald", text, _place(bestand, self.doorgehaald))
        if self.verborgen:
            text = f"In {bestand} staat verborgen tekst: {_show(self.verborgen)}. Die komt niet in het verslag."
            yield melding("verborgen-niet-over", text, _place(bestand, self.verborgen))
        if self.beelden:
            many = f"staan {len(self.beelden)} afbeeldingen" if len(self.beelden) > 1 else "staat een afbeelding"
            where = f", bij {_show(self.beelden)}" if any(words for words, _ in self.beelden) else ""
            text = f"In {bestand} {many}{where}. Die komen niet in het verslag."
            yield melding("afbeelding-niet-over", text, _place(bestand, self.beelden))
        for kind, stukken in (("gemarkeerd", self.gemarkeerd), ("cursief", self.cursief)):
            if stukken:
                text = f"In {bestand} is tekst {kind}: {_show(stukken)}. De woorden komen over, die opmaak niet."
                yield melding("opmaak-niet-over", text, _place(bestand, stukken))


def _place(bestand: str, stukken: _Stukken) -> Bron:
    return Bron(bestand, "alinea", stukken[0][1])


def _show(stukken: Sequence[tuple[str, int]]) -> str:
    shown = "; ".join(f"“{_shorten(text)}”" for text, _ in stukken[:_MAX_GETOOND])
    more = len(stukken) - _MAX_GETOOND
    return f"{shown} en nog {more} keer" if more > 0 else shown


def _shorten(tekst: str) -> str:
    return tekst if len(tekst) <= _MAX_WOORDEN else f"{tekst[:_MAX_WOORDEN]}…"
