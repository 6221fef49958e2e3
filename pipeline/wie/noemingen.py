"""Everybody a text names: those who are known by a form of their name, and strangers behind a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pipeline.wie.lexicon import AANHEF, BESTUURSAMBTEN, VOORVOEGSEL_PATROON
from pipeline.wie.namen import Namenindex
from pipeline.wie.onbekenden import find_met_voorvoegsel
from pipeline.wie.woorden import Woord, fold_woord, is_wit, split_woorden
from pipeline.wie.woordenboek import is_plaats, is_voornaam
from pipeline.wie.zoeker import Grond, Noeming, Zoeker

T = TypeVar("T")
TITELS = (AANHEF - {"mv"}) | BESTUURSAMBTEN
_PREFIX = re.compile(rf"(?:{VOORVOEGSEL_PATROON})(?:(?<=['’‘.])|\b)\s*")
# A word of a surname has a capital and a small letter: this keeps COA and VRO out.
_WOORD = r"(?:[^\W\d_a-zß-öø-ÿ](?=[\w'’-]*[a-zß-ÿ])[\w'’]*(?:-(?:[a-z]{2,4}\s)?[\w'’]+)*)"
_VOORLETTERS = r"(?:(?:[A-Z][a-z]{0,2}\.\s?)+\s*)?"
_KORTE_NAAM = re.compile(rf"{_VOORLETTERS}(?i:{_PREFIX.pattern}){{0,3}}{_WOORD}(?:\s+{_WOORD})*")
_VERVOLG = re.compile(rf"\s+(?:v[ao]n|de|den|der|te[nr]?)(?:\s+de[nr]?)?\s+{_WOORD}")
_VOLGENDE = re.compile(r"(?:\s*,\s*|\s+en\s+)(?:\([^()]*\)\s*)?")
# Behind an office these begin no name: "de minister voor Wonen".
_VOORZETSELS = frozenset("aan voor in op bij uit over onder tot te".split())


def find_noemingen(tekst: str, index: Namenindex[T]) -> tuple[Noeming[T], ...]:
    """Find who is named in a text, in order and without overlap: behind a title anybody, elsewhere those of the index.

    Behind a title only as much as the index knows is the name: ``Bos`` of ``de heer Bos van Haarlem``.
    """
    words = split_woorden(tekst)
    known = Zoeker(tekst, words, index).find() if index else ()
    found = (*_titled(tekst, words, index), *(noeming for noeming in known if _is_written_as_name(noeming)))
    return tuple(sorted(_without_overlap(sorted(found, key=_rank)), key=lambda n: n.begin))


def _is_written_as_name(noeming: Noeming[T]) -> bool:
    """Tell whether a bare name has a capital or a title, and is no part of an address or of another name."""
    has_capital = "titel" in noeming.gronden or not noeming.naam.islower()
    return has_capital and not noeming.gronden & {"technisch", "streepje"}


def _rank(noeming: Noeming[T]) -> tuple[int, bool, bool, bool, bool, int]:
    """Order the readings of one place: a title before a bare name, a surname before a first name, the surer first."""
    titled = 1 if "titel" not in noeming.gronden else 0 if noeming.wie or noeming.aanspreking else 2
    has_prefix, has_surname = "familienaam" in noeming.soorten, "achternaam" in noeming.soorten
    has_none, fits = not (has_prefix or has_surname), "anders" not in noeming.gronden
    is_sure = fits if has_none else fits and "voornaam" in noeming.gronden
    return titled, has_none, noeming.is_bijna, not has_prefix, not is_sure, noeming.begin - noeming.eind


def _without_overlap(found: Iterable[Noeming[T]]) -> Iterator[Noeming[T]]:
    """Keep the first of those that overlap."""
    taken: set[int] = set()
    for noeming in found:
        places = range(noeming.begin, noeming.eind)
        if taken.isdisjoint(places):
            taken.update(places)
            yield noeming


def _titled(tekst: str, woorden: list[Woord], index: Namenindex[T]) -> Iterator[Noeming[T]]:
    """Find the names behind a title; ``de heren Bos en De Lange`` gives two."""
    last = -1
    for first, woord in enumerate(woorden):
        if first <= last or woord.vorm not in TITELS or tekst[woord.begin - 1 : woord.begin] == "-":
            continue
        last = first
        while last + 1 < len(woorden) and woorden[last + 1].vorm in TITELS and _is_title(tekst, woorden, last):
            last += 1
        if last + 1 == len(woorden) or not _is_title(tekst, woorden, last):
            continue
        has_article = first > 0 and woorden[first - 1].vorm == "de"
        begin, place = woorden[first - has_article].begin, woorden[last + 1].begin
        read = _Noeminglezing(tekst, index, tekst[woord.begin : place].strip(), woord.vorm in BESTUURSAMBTEN)
        while (noeming := read.naam(begin, place)) is not None:
            yield noeming
            following = _VOLGENDE.match(tekst, noeming.eind)
            if following is None or woord.vorm not in ("heren", "dames"):
                break
            begin = place = following.end()


def _is_title(tekst: str, woorden: list[Woord], index: int) -> bool:
    """Tell whether a word stands before another as a title does: with a space, an abbreviation with a full stop."""
    between = tekst[woorden[index].eind : woorden[index + 1].begin]
    return is_wit(between.removeprefix(".")) and (between[:1] != "." or woorden[index].vorm not in BESTUURSAMBTEN)


@dataclass(frozen=True, slots=True)
class _Noeminglezing(Generic[T]):
    """The reading of what stands behind one title."""

    tekst: str
    index: Namenindex[T]
    aanhef: str
    is_ambt: bool

    def naam(self, begin: int, plaats: int) -> Noeming[T] | None:
        """Read the name at a place, and find out whose it is, or nearly is."""
        options = [self._make(begin, plaats, end) for end in self._ends(plaats)]
        for option in options:
            known = self.index.zoek(option.naam)
            if not known and self.is_ambt:  # "de wethouder van Voorbeeldstad", who is listed by that place
                known = self.index.zoek(option.naam.removeprefix("van "))
            if known:
                return replace(option, wie=known, geheel=known)
        for option in options:
            if near := self.index.dichtstbij(option.naam, 1 if self.is_ambt else 2):
                return replace(option, wie=(near[1],), is_bijna=True)
        is_name = bool(options) and not (self.is_ambt and options[-1].naam.split(" ", maxsplit=1)[0] in _VOORZETSELS)
        return options[-1] if is_name else None

    def _ends(self, plaats: int) -> list[int]:
        """Return where the name can end that begins at a place, the furthest first."""
        short = _KORTE_NAAM.match(self.tekst, plaats)
        longer = _VERVOLG.match(self.tekst, short.end()) if short else None
        if short is None or (longer is None and _PREFIX.match(self.tekst, short.end() + 1)):
            whole = dict(find_met_voorvoegsel(self.tekst)).get(plaats)  # "mw. van voorbeeld", "Jet op den Akker"
            return [whole] if whole else [short.end()] if short else []
        if longer is None:
            return [short.end()]
        goes_on = " " not in short.group() and _goes_on(short.group(), longer.group().split()[-1])
        return [longer.end()] if goes_on else [longer.end(), short.end()]

    def _make(self, begin: int, plaats: int, eind: int) -> Noeming[T]:
        text, gronden = self.tekst[begin:eind], frozenset[Grond]({"titel"})
        return Noeming(begin, eind, text, self.aanhef, self.tekst[plaats:eind], gronden=gronden, is_gelezen=True)


def _goes_on(naam: str, vervolg: str) -> bool:
    """Tell whether the prefix behind a name goes on with it: ``Anneke van Voorbeeld``, not ``Bos van Haarlem``."""
    return is_voornaam(fold_woord(naam)) or not is_plaats(fold_woord(vervolg))
