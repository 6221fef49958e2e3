"""The forms in which a text can name a person, word by word and as a whole.

Words are put together before they are compared (``vandijk``), so that a space, a hyphen or the end of a line
between the parts of a name makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Literal, TypeVar

from pipeline.model import Persoon
from pipeline.wie.lexicon import VOORVOEGSELS
from pipeline.wie.woorden import fold_naam, fold_woord, split_woorden

Soort = Literal["familienaam", "achternaam", "deel", "voornaam", "voorletters"]
T = TypeVar("T")
_VAN = {"van": ("v",), "der": ("d",), "de": ("d",), "den": ("d",)}
_VD = ("van de", "van der", "van den")


@dataclass(frozen=True, slots=True)
class Vorm(Generic[T]):
    """One form of a name: whose, of which kind, and after which letters a space may stand in it."""

    van: T
    persoon: Persoon
    soort: Soort
    tekst: str
    grenzen: frozenset[int] = frozenset()


def make_vormen(persoon: Persoon, van: T) -> Iterator[Vorm[T]]:
    """Give the parts by which a text is searched for somebody; initials as they are written, the rest folded."""
    last = [w.vorm for w in split_woorden(persoon.achternaam)]
    if not last:
        return
    yield Vorm(van, persoon, "achternaam", *_joined(last))
    for prefix in _prefixes(persoon):
        yield Vorm(van, persoon, "familienaam", *_joined([*prefix, *last]))
    parts = [fold_woord(part) for part in re.split("[-‐‑]", persoon.achternaam)]
    for part in parts if len(parts) > 1 else ():
        if len(part) >= 4:
            yield Vorm(van, persoon, "deel", part)
    for first in voornamen(persoon):
        yield Vorm(van, persoon, "voornaam", first)
    for letters in _paraaf(persoon):
        yield Vorm(van, persoon, "voorletters", letters)


def _joined(words: list[str]) -> tuple[str, frozenset[int]]:
    """Put words together, with the places where one ends."""
    ends, position = [], 0
    for word in words[:-1]:
        position += len(word)
        ends.append(position)
    return "".join(words), frozenset(ends)


def _prefixes(persoon: Persoon) -> Iterator[list[str]]:
    """Give the prefix whole, and short: ``v.d.``, ``vd``."""
    words = list(voorvoegsels(persoon.tussenvoegsel))
    if words:
        yield words
    if words and all(word in _VAN for word in words):
        yield [_VAN[word][0] for word in words]
        if len(words) > 1:
            yield [words[0], _VAN[words[1]][0]]


@lru_cache(maxsize=256)
def voorvoegsels(tussenvoegsel: str) -> tuple[str, ...]:
    """Return the words of a prefix, folded."""
    return tuple(w.vorm for w in split_woorden(tussenvoegsel))


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


def naamvormen(persoon: Persoon) -> frozenset[str]:
    """Return the folded forms in which a text can mean this person and nobody else by that form.

    The surname with its prefix, with initials or first name, the first name alone, and ``Willem vd P``; the bare
    surname without its prefix is not one of them, but ``De Boer`` of ``Jan Willem de Boer`` is.
    """
    first, last = persoon.voorletters, persoon.achternaam
    forms = {persoon.familienaam, persoon.weergave, f"{first} {persoon.familienaam}"}
    if len(first) > 2 and "." not in first:
        forms |= {first, f"{first} {last[:1]}"}
    if persoon.tussenvoegsel in _VD:
        forms |= {f"{name} vd {short}" for name in ("", first) for short in (last, last[:1])}
    if "-" in last:
        forms.add(f"{persoon.tussenvoegsel} {last.split('-')[0]}")
    words = fold_naam(f"{first} {persoon.familienaam}").split()
    forms |= {" ".join(words[n:]) for n in range(1, len(words)) if words[n - 1] not in VOORVOEGSELS}
    return frozenset(form for form in map(fold_naam, forms) if len(form) > 1)
