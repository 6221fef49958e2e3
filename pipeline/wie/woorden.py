"""Text as words that can be compared: without capitals, accents, apostrophes and hidden characters.

Every word keeps its place in the original, so that what is found can be replaced there. The one tokenizer of
names: entities (``H&#101;ij``), ligatures, soft hyphens and the apostrophe of ``'t`` belong to the word.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Characters that a reader does not see, or sees as part of the word: accents, apostrophes, soft hyphens, joiners.
_IN_WOORD = "['’‘`´\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f]"
# The apostrophe of 't, 's and d' belongs to the word; before another word it is a quotation mark.
_WOORD = re.compile(rf"(?:(?<!\w)['’‘`´](?=[tsnTSN]\b))?[^\W_]{_IN_WOORD}*(?:[^\W_]{_IN_WOORD}*)*")
_ENTITEIT = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,12});")
_LIGATUREN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "þ": "th"})
_MET_APOSTROF = re.compile(r"(?:[dlDL]?['’‘`´])[^\W\d_a-zß-öø-ÿ]")
_STREEPJES = "-‐‑‒–\u00ad"
# Between two words of one name: white space, also a line end; or a hyphen, also at the end of a line.
_WIT = re.compile(r"(?:\s|&nbsp;|&#160;|&#[xX][aA]0;)+\Z")
_AFGEBROKEN = re.compile(rf"[{_STREEPJES}]\s*\Z")


class Woord(NamedTuple):
    """A word: how it compares (``vorm``), as it is written (``tekst``), and its place."""

    vorm: str
    tekst: str
    begin: int
    eind: int

    @property
    def is_hoofdletter(self) -> bool:
        """Tell whether it begins with a capital, also behind an apostrophe: ``'T``, ``d'Hondt``, ``l'Ecluse``."""
        first = self.tekst[:1]
        return first.isupper() or (first in "dl'’‘`´" and _MET_APOSTROF.match(self.tekst) is not None)

    @property
    def is_kapitaal(self) -> bool:
        """Tell whether it stands in capitals, two or more."""
        return self.tekst.isupper() and len(self.vorm) > 1


@lru_cache(maxsize=65536)
def fold_woord(tekst: str) -> str:
    """Write a word so that it can be compared."""
    decomposed = unicodedata.normalize("NFKD", tekst)
    return "".join(c for c in decomposed.casefold() if c.isalnum()).translate(_LIGATUREN)


def split_woorden(tekst: str) -> list[Woord]:
    """Cut a text in words; an entity is read as the character it stands for."""
    if "&" in tekst and _ENTITEIT.search(tekst):
        return _split_with_entities(tekst)
    found = []
    for match in _WOORD.finditer(tekst):
        written = match.group()
        found.append(Woord(fold_woord(written), written, *match.span()))
    return [woord for woord in found if woord.vorm]


@lru_cache(maxsize=16384)
def fold_naam(tekst: str) -> str:
    """Write a name so that it can be compared: its words folded, one space between them."""
    return " ".join(woord.vorm for woord in split_woorden(tekst))


def fold_aaneen(tekst: str) -> str:
    """Write a name so that spaces and hyphens in it make no difference."""
    return fold_naam(tekst).replace(" ", "")


def _split_with_entities(tekst: str) -> list[Woord]:
    """Cut a text in words as a browser would show them, each at its place in the original."""
    shown: list[str] = []
    places: list[int] = []  # of every character that is shown: where it was written
    position = 0
    for match in _ENTITEIT.finditer(tekst):
        shown.extend(tekst[position : match.start()])
        places.extend(range(position, match.start()))
        for character in html.unescape(match.group()):
            shown.append(character)
            places.append(match.start())
        position = match.end()
    shown.extend(tekst[position:])
    places.extend((*range(position, len(tekst)), len(tekst)))
    words = split_woorden("".join(shown).replace("&", " "))
    return [Woord(w.vorm, w.tekst, places[w.begin], places[w.eind]) for w in words]


def is_wit(tussen: str) -> bool:
    """Tell whether what stands between two words is white space and nothing else."""
    return tussen == " " or _WIT.match(tussen) is not None


def is_afgebroken(tussen: str) -> bool:
    """Tell whether two words stand together by a hyphen, perhaps at the end of a line."""
    return tussen != " " and _AFGEBROKEN.match(tussen) is not None


def is_zinsbegin(tekst: str, begin: int) -> bool:
    """Tell whether a word at this place opens a sentence, a line or a quotation, so that its capital says nothing."""
    before = tekst[:begin].rstrip(" \t\u00a0*_#•-–—|\"“”„'‘’([")
    return not before or (before[-1] in ".!?:\n\r" and not _is_voorletter(before))


def _is_voorletter(before: str) -> bool:
    """Tell whether a full stop is that of an initial or a title: ``dhr.``, ``J.``."""
    last = re.search(r"([^\W\d_]+)\.\Z", before)
    return last is not None and (len(last[1]) == 1 or last[1].casefold() in _AFKORTINGEN)


# Abbreviations of titles: behind their full stop no sentence begins.
_AFKORTINGEN = frozenset({"dhr", "mw", "mevr", "drs", "dr", "ir", "ing", "mr", "prof", "hr", "bc"})
