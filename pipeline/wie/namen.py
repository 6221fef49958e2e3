"""Names of people in running text: the forms a name takes, who is meant, and who was nearly meant.

A name in a list (``dhr. W. van Dijk``) comes back in the text in other forms: ``de heer Van Dijk``,
``Willem van Dijk``, ``Van Dijk``, ``WvD``. Everything is compared folded: without capitals, accents,
apostrophes and hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Literal, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.model import Deelnemer, Persoon
from pipeline.wie.lexicon import AANHEF, AMBTEN, DAMES, HEREN
from pipeline.wie.personen import parse_persoon
from pipeline.wie.vormen import Vorm, make_vormen, naamvormen
from pipeline.wie.woorden import fold_aaneen, fold_naam, fold_woord

Aanspreking = Literal["heer", "mevrouw"]
T = TypeVar("T")

# What stands before a name: titles and offices, and initials.
_TITELS = "|".join(sorted(AANHEF | AMBTEN, key=len, reverse=True))
_AANLOOP = re.compile(rf"\A@?(?:(?:de\s+)?(?:{_TITELS})\b\.?\s+)*(?:\w\.\s*)*", re.IGNORECASE)
_HEER = re.compile(rf"\b(?:{'|'.join(HEREN)})\b", re.IGNORECASE)
_MEVROUW = re.compile(rf"\b(?:{'|'.join(DAMES)})\b", re.IGNORECASE)


def parse_aanspreking(tekst: str) -> Aanspreking | None:
    """Read a title as a way of addressing; an academic title, ``m/v`` or nothing gives None."""
    if _MEVROUW.search(tekst) or tekst.casefold().endswith("dames"):
        return "mevrouw"
    if _HEER.search(tekst) or tekst.casefold().endswith("heren"):
        return "heer"
    return None


def surname_of(persoon: Persoon) -> str:
    """Return the surname as it stands after a title: ``Van Dijk``."""
    name = f"{persoon.tussenvoegsel} {persoon.achternaam}".strip()
    return name[:1].upper() + name[1:]


def is_wellicht_dezelfde(een: Persoon, ander: Persoon) -> bool:
    """Tell whether two names can be one person's: the same surname, and no other initial or way of addressing."""
    if fold_aaneen(een.familienaam) != fold_aaneen(ander.familienaam):
        return False
    initials = {fold_woord(p.voorletters)[:1] for p in (een, ander)} - {""}
    titles = {parse_aanspreking(p.aanhef) for p in (een, ander)} - {None}
    return len(initials) < 2 and len(titles) < 2


def allowed_edits(naam: str) -> int:
    """Return how many slips leave a name recognisable: none in ``Bos``, two in ``Bonenkamp``."""
    return 0 if len(naam) < 4 else 1 if len(naam) < 8 else 2


@dataclass(frozen=True)
class Namenindex(Generic[T]):
    """Who is meant by a name: ``dragers`` are the people known, each with what the caller wants back.

    ``lang`` is from how many letters a part of a name is also recognised within one edit; ``lichamen`` are the folded
    names of the bodies they speak for.
    """

    dragers: tuple[tuple[Persoon, T], ...]
    lang: int = 6
    lichamen: frozenset[str] = frozenset()

    @cached_property
    def delen(self) -> dict[str, list[Vorm[T]]]:
        """The parts of the names, folded and put together; initials by how they are written."""
        index: dict[str, list[Vorm[T]]] = {}
        for persoon, drager in self.dragers:
            for vorm in make_vormen(persoon, drager):
                index.setdefault(vorm.tekst, []).append(vorm)
        return index

    def paraaf(self, tekst: str) -> tuple[Vorm[T], ...]:
        """Return whose initials these are, as written: ``WvD``."""
        return tuple(vorm for vorm in self.delen.get(tekst, ()) if vorm.soort == "voorletters")

    @cached_property
    def stammen(self) -> frozenset[str]:
        """What the parts, and their genitives, begin with: other letters need no looking up."""
        return frozenset(f"{form}s"[:end] for form in self.delen for end in range(1, len(form) + 2))

    @cached_property
    def langste(self) -> int:
        """How many words the longest part has."""
        return max((len(vorm.grenzen) + 1 for forms in self.delen.values() for vorm in forms), default=1)

    @cached_property
    def _buren(self) -> dict[str, set[str]]:
        """The long surnames by themselves and with a letter left out."""
        near: dict[str, set[str]] = {}
        for letters, forms in self.delen.items():
            if len(letters) >= self.lang and any(v.soort in ("familienaam", "achternaam") for v in forms):
                for key in (letters, *_without_one(letters)):
                    near.setdefault(key, set()).add(letters)
        return near

    def exact(self, letters: str) -> list[Vorm[T]]:
        """Return the parts these letters are, or are in the genitive."""
        found = self.delen.get(letters)
        if found:
            return found
        return self.delen.get(letters[:-1], []) if letters.endswith("s") and len(letters) > 3 else []

    def bijna(self, letters: str) -> list[Vorm[T]]:
        """Return the long parts within one edit: a letter more, less, other, or two swapped."""
        if not self.lang - 1 <= len(letters) <= self._langste_deel + 1:
            return []
        if (found := self._gezocht.get(letters)) is None:
            near = {form for key in (letters, *_without_one(letters)) for form in self._buren.get(key, ())}
            close = sorted(form for form in near if OSA.distance(letters, form, score_cutoff=1) <= 1)
            found = self._gezocht[letters] = [vorm for form in close for vorm in self.delen[form]]
        return found

    @cached_property
    def _langste_deel(self) -> int:
        """How many letters the longest part has: what is longer by two is near to none of them."""
        return max(map(len, self.delen), default=0)

    @cached_property
    def _gezocht(self) -> dict[str, list[Vorm[T]]]:
        """What was near to what was asked before: texts have the same words over and over."""
        return {}

    @cached_property
    def _bij_vorm(self) -> dict[str, tuple[T, ...]]:
        index: dict[str, tuple[T, ...]] = {}
        for persoon, drager in self.dragers:
            for form in naamvormen(persoon):
                index[form] = (*index.get(form, ()), drager)
        return index

    @cached_property
    def _familienamen(self) -> dict[str, Vorm[T]]:
        """The surnames with their prefix in full."""
        forms = (vorm for found in self.delen.values() for vorm in found)
        return {vorm.tekst: vorm for vorm in forms if vorm.tekst == fold_aaneen(vorm.persoon.familienaam)}

    def __bool__(self) -> bool:
        """Tell whether anybody is known at all."""
        return bool(self.dragers)

    def kent(self, naam: str) -> bool:
        """Tell whether this is how one of them is called, or a body, by itself or behind a title or initials."""
        forms = (fold_naam(naam), fold_naam(_AANLOOP.sub("", naam, count=1)))
        return any(form in self._bij_vorm or form in self.lichamen for form in forms)

    def zoek(self, naam: str) -> tuple[T, ...]:
        """Return those a name means, title or not; empty for a stranger, several where it is ambiguous."""
        if found := self._van(naam):
            return found
        # The list may have only a surname where the text has a first name too, and the reverse.
        persoon = parse_persoon(naam)
        return self._van(persoon.familienaam) if persoon else ()

    def _van(self, naam: str) -> tuple[T, ...]:
        found = self._bij_vorm.get(fold_naam(naam))
        return found or tuple(vorm.van for vorm in self.paraaf(naam.strip().upper()))

    def dichtstbij(self, naam: str, hoogstens: int = 2) -> tuple[Persoon, T] | None:
        """Return who was probably meant by a name that is on no list: within ``hoogstens`` typing errors.

        A short name allows fewer. A missing prefix (``Kampen`` for ``Van Kampen``) or space is always seen. What can
        be the surname is the whole name, or the part behind a first name.
        """
        persoon = parse_persoon(naam)
        readings = (f"{persoon.voorletters} {persoon.familienaam}", persoon.familienaam) if persoon else ()
        for family in (key for key in dict.fromkeys(map(fold_aaneen, readings)) if len(key) > 2):
            bare = [v for v in self.delen.get(family, ()) if v.soort == "achternaam" and v.persoon.tussenvoegsel]
            if bare and len(family) > 3:
                return bare[-1].persoon, bare[-1].van
            cutoff = min(hoogstens, allowed_edits(family))
            near = process.extractOne(family, self._familienamen.keys(), scorer=OSA.distance, score_cutoff=cutoff)
            if near:
                return self._familienamen[near[0]].persoon, self._familienamen[near[0]].van
        return None


Deelnemerindex = Namenindex[Deelnemer]


def index_deelnemers(deelnemers: Iterable[Deelnemer], lang: int = 6) -> Deelnemerindex:
    """Make the index of the people of a meeting, with the bodies they speak for."""
    people = tuple(deelnemers)
    bodies = (fold_naam(name) for d in people for name in (*d.organisatie.split(","), d.groep))
    return Namenindex(tuple((d.persoon, d) for d in people if d.persoon), lang, frozenset(bodies) - {""})


def _without_one(letters: str) -> Iterator[str]:
    return (letters[:n] + letters[n + 1 :] for n in range(len(letters)))
