"""Text as words that can be compared: without capitals, accents, apostrophes and hidden characters.

Every word keeps its place in the original, so that what is found can be replaced there.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Characters that a reader does not see, or sees as part of the word: accents, apostrophes, soft hyphens, joiners.
_IN_WOORD = "['’‘`´\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f]"
_WOORD = re.compile(rf"[^\W_]{_IN_WOORD}*(?:[^\W_]{_IN_WOORD}*)*")
_LIGATUREN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "þ": "th"})
_STREEPJES = "-‐‑‒–\u00ad"
# Between two words of one name: white space, also a line end; or a hyphen, also at the end of a line.
_WIT = re.compile(r"[\s\u00a0]+\Z")
_AFGEBROKEN = re.compile(rf"[{_STREEPJES}]\s*\Z")


@dataclass(frozen=True, slots=True)
class Woord:
    """A word: how it compares (``vorm``), as it is written (``tekst``), and its place."""

    vorm: str
    tekst: str
    begin: int
    eind: int

    @property
    def is_hoofdletter(self) -> bool:
        """Tell whether it begins with a capital."""
        return self.tekst[:1].isupper()


@lru_cache(maxsize=65536)
def fold_woord(tekst: str) -> str:
    """Write a word so that it can be compared."""
    decomposed = unicodedata.normalize("NFKD", tekst)
    return "".join(c for c in decomposed.casefold() if c.isalnum()).translate(_LIGATUREN)


def split_woorden(tekst: str) -> list[Woord]:
    """Cut a text in words."""
    found = []
    for match in _WOORD.finditer(tekst):
        written = match.group()
        found.append(Woord(fold_woord(written), written, *match.span()))
    return [woord for woord in found if woord.vorm]


def is_wit(tussen: str) -> bool:
    """Tell whether what stands between two words is white space and nothing else."""
    return _WIT.match(tussen) is not None


def is_afgebroken(tussen: str) -> bool:
    """Tell whether two words stand together by a hyphen, perhaps at the end of a line."""
    return _AFGEBROKEN.match(tussen) is not None


def is_zinsbegin(tekst: str, begin: int) -> bool:
    """Tell whether a word at this place opens a sentence, a line or a quotation, so that its capital says nothing."""
    before = tekst[:begin].rstrip(" \t\u00a0*_#•-–—|\"“”„'‘’([")
    return not before or (before[-1] in ".!?:\n\r" and not _is_voorletter(before))


def _is_voorletter(before: str) -> bool:
    """Tell whether a full stop is that of an initial or a title: ``dhr.``, ``J.``."""
    last = re.search(r"([^\W\d_]+)\.\Z", before)
    return last is not None and (len(last[1]) == 1 or last[1].casefold() in _AFKORTINGEN)


_AFKORTINGEN = frozenset({"dhr", "mw", "mevr", "drs", "dr", "ir", "ing", "mr", "prof", "hr", "bc"})
