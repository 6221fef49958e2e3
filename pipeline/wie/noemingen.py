"""Everybody a text names: those who are known by a form of their name, and strangers behind a title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from pipeline.model import TUSSENVOEGSELS
from pipeline.wie.lexicon import AANHEF, BESTUURSAMBTEN
from pipeline.wie.namen import Namenindex
from pipeline.wie.onbekenden import Omgeving
from pipeline.wie.woorden import Woord, split_woorden
from pipeline.wie.zoeker import Noeming, Zoeker

T = TypeVar("T")
TITELS = (AANHEF - {"mv"}) | BESTUURSAMBTEN
_PREFIX = "(?:(?:" + "|".join(sorted(map(re.escape, TUSSENVOEGSELS), key=len, reverse=True)) + r")\b\s*)"
# A word of a surname has a capital and a small letter: this keeps COA and VRO out.
_WOORD = r"(?:[A-ZÀ-Þ](?=[\w'’-]*[a-zß-ÿ])[\w'’]*(?:-(?:[a-z]{2,4}\s)?[\w'’]+)*)"
_VOORLETTERS = r"(?:(?:[A-Z][a-z]{0,2}\.\s?)+\s*)?"
_KORTE_NAAM = re.compile(rf"{_VOORLETTERS}(?i:{_PREFIX}){{0,3}}{_WOORD}(?:\s+{_WOORD})*")
_VERVOLG = re.compile(rf"\s+(?:v[ao]n|de|den|der|te[nr]?)(?:\s+de[nr]?)?\s+{_WOORD}")
_VOLGENDE = re.compile(r"(?:\s*,\s*|\s+en\s+)(?:\([^()]*\)\s*)?")
_ACHTER_TITEL = re.compile(r"\.?\s+\Z")


def find_noemingen(
    tekst: str, index: Namenindex[T] | None = None, omgeving: Omgeving | None = None
) -> tuple[Noeming[T], ...]:
    """Find who is named in a text, in order and without overlap: behind a title anybody, elsewhere those of the index.

    Behind a title only as much as the index knows is the name: ``Bos`` of ``de heer Bos van Haarlem``.
    """
    words = split_woorden(tekst)
    known: Namenindex[T] = Namenindex(()) if index is None else index
    found = list(_titled(tekst, words, known))
    if known:
        found += (n for n in Zoeker(tekst, words, known, omgeving or Omgeving()).find() if _is_written_as_name(n))
    return tuple(sorted(_without_overlap(sorted(found, key=_rank)), key=lambda n: n.begin))


def _is_written_as_name(noeming: Noeming[T]) -> bool:
    """Tell whether a bare name has a capital, and is no part of an address or of another name."""
    return not noeming.gronden & {"technisch", "streepje"} and not noeming.naam.islower()


def _rank(noeming: Noeming[T]) -> tuple[int, bool, bool, bool, int]:
    """Order the readings of one place: a title before a bare name, a surname before a first name, the surer first."""
    titled = 1 if not noeming.is_gelezen else 0 if noeming.wie or noeming.aanspreking else 2
    has_prefix, has_surname = "familienaam" in noeming.soorten, "achternaam" in noeming.soorten
    return titled, not (has_prefix or has_surname), noeming.is_bijna, not has_prefix, noeming.begin - noeming.eind


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
        begin = woorden[first - has_article].begin
        place = woorden[last + 1].begin
        slips = 1 if woord.vorm in BESTUURSAMBTEN else 2
        while (noeming := _read_naam(tekst, begin, place, index, slips)) is not None:
            yield replace(noeming, aanhef=tekst[woord.begin : woorden[last].eind])
            following = _VOLGENDE.match(tekst, noeming.eind)
            if following is None or woord.vorm not in ("heren", "dames"):
                break
            begin = place = following.end()


def _is_title(tekst: str, woorden: list[Woord], index: int) -> bool:
    """Tell whether a word stands before another as a title does: with a space, perhaps behind a full stop."""
    return _ACHTER_TITEL.match(tekst, woorden[index].eind, woorden[index + 1].begin) is not None


def _read_naam(tekst: str, begin: int, plaats: int, index: Namenindex[T], slips: int) -> Noeming[T] | None:
    """Read the name at a place behind a title, and find out whose it is, or nearly is."""
    short = _KORTE_NAAM.match(tekst, plaats)
    if short is None:
        return None
    longer = _VERVOLG.match(tekst, short.end())
    ends = ([longer.end()] if longer else []) + [short.end()]
    named: Noeming[T] = Noeming(begin, begin, "", gronden=frozenset({"titel"}), is_gelezen=True)
    options = [replace(named, eind=end, tekst=tekst[begin:end], naam=tekst[plaats:end]) for end in ends]
    for option in options:
        if people := index.zoek(option.naam):
            return replace(option, wie=people)
    for option in options:
        if near := index.dichtstbij(option.naam, slips):
            return replace(option, wie=(near[1],), is_bijna=True)
    return options[-1]
