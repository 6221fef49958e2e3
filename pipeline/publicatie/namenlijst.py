"""The forms in which a text can name a known person, ready to be looked up word by word.

Words are put together before they are compared (``vandijk``), so that a space, a hyphen or the end of a line
between the parts of a name makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.distance import OSA

from pipeline.model import Persoon
from pipeline.publicatie.bekenden import Bekende
from pipeline.wie.woorden import fold_woord, split_woorden

Soort = Literal["familienaam", "achternaam", "deel", "voornaam", "voorletters"]
LANG = 6  # letters from which a name is also recognised within one edit
_VAN = {"van": ("v",), "der": ("d",), "de": ("d",), "den": ("d",)}


@dataclass(frozen=True, slots=True)
class Vorm:
    """One form of a name: whose, of which kind, and after which letters a space may stand in it."""

    van: Bekende
    soort: Soort
    tekst: str
    grenzen: frozenset[int] = frozenset()


@dataclass
class Namenlijst:
    """All forms of all known people; ``voorletters`` go by how they are written, the rest folded."""

    vormen: dict[str, list[Vorm]] = field(default_factory=dict)
    voorletters: dict[str, list[Vorm]] = field(default_factory=dict)
    _buren: dict[str, set[str]] = field(default_factory=dict)
    langste: int = 1

    @classmethod
    def of(cls, bekenden: Iterable[Bekende]) -> Namenlijst:
        """Make the list."""
        lijst = cls()
        for bekende in bekenden:
            for vorm in _vormen(bekende):
                lijst._add(vorm)
        return lijst

    def _add(self, vorm: Vorm) -> None:
        table = self.voorletters if vorm.soort == "voorletters" else self.vormen
        table.setdefault(vorm.tekst, []).append(vorm)
        if vorm.soort in ("familienaam", "achternaam") and len(vorm.tekst) >= LANG:
            for near in (vorm.tekst, *_without_one(vorm.tekst)):
                self._buren.setdefault(near, set()).add(vorm.tekst)
        self.langste = max(self.langste, len(vorm.grenzen) + 1)

    def exact(self, letters: str) -> list[Vorm]:
        """Return the forms these letters are, or are in the genitive."""
        found = self.vormen.get(letters)
        if found:
            return found
        return self.vormen.get(letters[:-1], []) if letters.endswith("s") and len(letters) > 3 else []

    def bijna(self, letters: str) -> list[Vorm]:
        """Return the forms of six letters or more within one edit: a letter more, less, other, or two swapped."""
        if len(letters) < LANG - 1:
            return []
        near = {form for key in (letters, *_without_one(letters)) for form in self._buren.get(key, ())}
        close = sorted(form for form in near if OSA.distance(letters, form, score_cutoff=1) <= 1)
        return [vorm for form in close for vorm in self.vormen[form]]


def _without_one(letters: str) -> Iterator[str]:
    return (letters[:n] + letters[n + 1 :] for n in range(len(letters)))


def _vormen(bekende: Bekende) -> Iterator[Vorm]:
    persoon = bekende.persoon
    last = [w.vorm for w in split_woorden(persoon.achternaam)]
    if not last:
        return
    yield Vorm(bekende, "achternaam", *_joined(last))
    for prefix in _prefixes(persoon):
        yield Vorm(bekende, "familienaam", *_joined([*prefix, *last]))
    parts = [fold_woord(part) for part in re.split("[-‐‑]", persoon.achternaam)]
    for part in parts if len(parts) > 1 else ():
        if len(part) >= 4:
            yield Vorm(bekende, "deel", part)
    for first in voornamen(persoon):
        yield Vorm(bekende, "voornaam", first)
    for letters in _paraaf(persoon):
        yield Vorm(bekende, "voorletters", letters)


def _joined(words: list[str]) -> tuple[str, frozenset[int]]:
    """Put words together, with the places where one ends."""
    ends, position = [], 0
    for word in words[:-1]:
        position += len(word)
        ends.append(position)
    return "".join(words), frozenset(ends)


def _prefixes(persoon: Persoon) -> Iterator[list[str]]:
    """Give the prefix whole, and short: ``v.d.``, ``vd``."""
    words = [w.vorm for w in split_woorden(persoon.tussenvoegsel)]
    if words:
        yield words
    if words and all(word in _VAN for word in words):
        yield [_VAN[word][0] for word in words]
        if len(words) > 1:
            yield [words[0], _VAN[words[1]][0]]


def voornamen(persoon: Persoon) -> tuple[str, ...]:
    """Return the first names, folded; initials are none."""
    written = persoon.voorletters
    if "." in written or len(written) < 3:
        return ()
    return tuple(w.vorm for w in split_woorden(written) if len(w.vorm) > 2)


def _paraaf(persoon: Persoon) -> Iterator[str]:
    """Give the initials somebody signs with, in capitals as they are written: ``WvD``, ``WVD``, ``WD``."""
    own = "".join(w.tekst[:1].upper() for w in split_woorden(persoon.voorletters))
    prefix = "".join(w.tekst[:1].lower() for w in split_woorden(persoon.tussenvoegsel))
    last = persoon.achternaam[:1].upper()
    if own and last:
        yield from dict.fromkeys((own + prefix + last, own + prefix.upper() + last, own + last))
