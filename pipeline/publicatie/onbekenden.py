"""Words that look like the name of a person and are on no list: default deny begins here.

Better to ask once too often than to let a name out: what is no name is said once, in ``namen.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.publicatie.kring import Kring
from pipeline.publicatie.tekens import Woord, is_afgebroken, is_wit, is_zinsbegin
from pipeline.publicatie.woorden import AANHEF, DAMES, FUNCTIES_VOOR_NAAM, HEREN, SPREEKWERKWOORDEN, WOORDNAMEN

_VOORVOEGSEL = frozenset("van de der den het t ten ter te von du la le d vd el al ben s".split())
_INITIALEN = re.compile(r"\.\s?\Z|\.-?\Z")
_MEERVOUD = re.compile(r"[A-ZÀ-Þ]{2,}['’]?(?:s|er|ers|en)")
_VOLGT = re.compile(r"\s*(?:\(|,|:|/|&|\ben\b|\Z)")


def find_onbekenden(
    tekst: str, woorden: Sequence[Woord], kring: Kring, bezet: Sequence[tuple[int, int]], is_eigenaar: bool = False
) -> Iterator[tuple[int, int]]:
    """Find what looks like a name outside the places that are taken (``bezet``), as (begin, end)."""
    free = [w for w in woorden if not any(b < w.eind and w.begin < e for b, e in bezet)]
    numbers = {id(w): n for n, w in enumerate(woorden)}
    reader = _Lezing(tekst, tuple(woorden), kring, is_eigenaar, frozenset(numbers[id(w)] for w in free))
    index = 0
    while index < len(woorden):
        end = reader.name_at(index)
        if end is None:
            index += 1
            continue
        yield woorden[reader.start_of(index)].begin, woorden[end].eind
        index = end + 1


@dataclass(frozen=True, slots=True)
class _Lezing:
    """One text while it is read; ``vrij`` are the numbers of the words that belong to no known name."""

    tekst: str
    woorden: tuple[Woord, ...]
    kring: Kring
    is_eigenaar: bool
    vrij: frozenset[int]

    def name_at(self, index: int) -> int | None:
        """Return the last word of the name whose first capital stands here; None where there is no name."""
        if index not in self.vrij or not (self._is_naamwoord(index) or self._is_paraaf(index)):
            return None
        if self._is_paraaf(index):
            return index
        if not (self._after_title(index) or self._after_initials(index) or self._is_strange(index)):
            return None
        end = index
        while (following := self._next_part(end)) is not None:
            end = following
        return end

    def start_of(self, index: int) -> int:
        """Go left over the prefix and the initials that belong to the name."""
        start = place = index
        while place > 0 and place - 1 in self.vrij:
            woord, between = self.woorden[place - 1], self._between(place - 1)
            initial = bool(_INITIALEN.match(between)) and len(woord.vorm) <= 2 and woord.is_hoofdletter
            if not initial and not (is_wit(between) and woord.vorm in _VOORVOEGSEL):
                break
            place -= 1
            capital = woord.is_hoofdletter and not self._opens(place)
            if initial or capital or self._has_title(place):
                start = place
        return start

    def _between(self, index: int) -> str:
        return self.tekst[self.woorden[index].eind : self.woorden[index + 1].begin]

    def _opens(self, index: int) -> bool:
        return is_zinsbegin(self.tekst, self.woorden[index].begin)

    def _is_naamwoord(self, index: int) -> bool:
        """Tell whether a word has the look of a name: a capital and small letters, or all capitals behind a title."""
        woord = self.woorden[index]
        if not woord.is_hoofdletter or any(c.isdigit() for c in woord.tekst) or woord.vorm in AANHEF:
            return False
        if _MEERVOUD.fullmatch(woord.tekst) or self.tekst.startswith("://", woord.eind):
            return False  # RRT's; the https of a link
        mixed = any(c.islower() for c in woord.tekst) and len(woord.vorm) > 1
        if (
            mixed
            and sum(c.isupper() for c in woord.tekst) > 1
            and not re.search(r"['’-]|^(?:Mc|Mac|De|Van|La)", woord.tekst)
        ):
            return self._has_title(index)  # AenM, PowerPoint
        return mixed or (len(woord.vorm) > 1 and (self._has_title(index) or self._after_initials(index)))

    def _is_paraaf(self, index: int) -> bool:
        """Tell whether somebody nobody knows may be signed here by initials: only where a name is expected."""
        woord = self.woorden[index]
        initials = re.fullmatch(r"[A-ZÀ-Þ][a-z]{0,2}[A-ZÀ-Þ]{1,2}", woord.tekst) is not None
        known = woord.vorm in self.kring.afkortingen or self.kring.is_woord(woord.vorm)
        return self.is_eigenaar and initials and not known and not self._is_compound(index)

    def _has_title(self, index: int) -> bool:
        """Tell whether a title stands before this word, over prefixes and initials."""
        while index > 0:
            woord, between = self.woorden[index - 1], self._between(index - 1)
            if not (is_wit(between) or _INITIALEN.match(between)):
                return False
            if woord.vorm in HEREN | DAMES or (woord.vorm in AANHEF and len(woord.vorm) > 1):
                return True
            short = len(woord.vorm) <= 2 and woord.is_hoofdletter and bool(_INITIALEN.match(between))
            if woord.vorm not in _VOORVOEGSEL and not short:
                return False
            index -= 1
        return False

    def _after_title(self, index: int) -> bool:
        return self._has_title(index) or self._after_function(index)

    def _after_function(self, index: int) -> bool:
        """Tell whether a function stands before it: ``wethouder Voorbeeld``; not ``wethouder Wonen``."""
        woord = self.woorden[index]
        place = index
        while place > 0 and self.woorden[place - 1].vorm in _VOORVOEGSEL and is_wit(self._between(place - 1)):
            place -= 1
        capital = place < index and self.woorden[place].is_hoofdletter
        known = self.kring.is_woord(woord.vorm) and woord.vorm not in WOORDNAMEN
        if (known or self.kring.is_gewoon(woord.vorm)) and not capital:
            return False
        if not place or not re.fullmatch(r"\s*:?\s*", self._between(place - 1)):
            return False
        return self.woorden[place - 1].vorm in FUNCTIES_VOOR_NAAM

    def _after_initials(self, index: int) -> bool:
        """Tell whether initials stand before it: ``J. Voorbeeld``, ``J.P. de Voorbeeld``."""
        place = index
        while place > 0 and self.woorden[place - 1].vorm in _VOORVOEGSEL and is_wit(self._between(place - 1)):
            place -= 1
        if not place:
            return False
        before = self.woorden[place - 1]
        return len(before.vorm) == 1 and before.is_hoofdletter and bool(_INITIALEN.match(self._between(place - 1)))

    def _is_strange(self, index: int) -> bool:
        """Tell whether a word with a capital is neither the head of a sentence nor a word we know."""
        woord = self.woorden[index]
        if self.kring.is_gewoon(woord.vorm) or self._is_compound(index):
            return False
        if not self._opens(index) or self.is_eigenaar:
            return not self.kring.is_woord(woord.vorm) or woord.vorm in WOORDNAMEN
        return self._opens_with_name(index)

    def _is_compound(self, index: int) -> bool:
        """Tell whether a word is part of a known compound: ``COA-locatie``, ``Oekraïne-opvang``."""
        neighbours = []
        if index and is_afgebroken(self._between(index - 1)):
            neighbours.append(self.woorden[index - 1])
        if index + 1 < len(self.woorden) and is_afgebroken(self._between(index)):
            neighbours.append(self.woorden[index + 1])
        return any(self.kring.is_woord(w.vorm) or w.tekst.isupper() for w in neighbours)

    def _opens_with_name(self, index: int) -> bool:
        """Tell whether the first word of a sentence acts as a person does: ``Voorbeeld vraagt``."""
        woord = self.woorden[index]
        known = self.kring.is_woord(woord.vorm)
        if known and woord.vorm not in WOORDNAMEN:
            return False
        following = self.woorden[index + 1] if index + 1 < len(self.woorden) else None
        if following is None or not is_wit(self._between(index)):
            alone = _VOLGT.match(self.tekst, woord.eind) is not None
            return alone and not known
        if following.vorm in SPREEKWERKWOORDEN:
            return True
        name_follows = following.is_hoofdletter or following.vorm in _VOORVOEGSEL
        return name_follows and self._next_part(index) is not None and not known

    def _next_part(self, index: int) -> int | None:
        """Return the next word with a capital of the same name, over a prefix: ``Jan`` van der ``Voorbeeld``."""
        place = index + 1
        while place < len(self.woorden) and _is_joint(self._between(place - 1)):
            woord = self.woorden[place]
            if woord.vorm in _VOORVOEGSEL and place - index <= 3 and not woord.is_hoofdletter:
                place += 1
                continue
            stranger = not self.kring.is_woord(woord.vorm) or woord.vorm in WOORDNAMEN
            prefix = woord.vorm in _VOORVOEGSEL and place - index <= 3
            if prefix:
                place += 1
                continue
            if place in self.vrij and woord.is_hoofdletter and stranger and any(c.islower() for c in woord.tekst):
                return place
            return None
        return None


def _is_joint(between: str) -> bool:
    return is_wit(between) or is_afgebroken(between)
