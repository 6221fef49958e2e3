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

from pipeline.model import TUSSENVOEGSELS, Deelnemer, Persoon
from pipeline.wie.lexicon import AANHEF, AMBTEN, DAMES, HEREN
from pipeline.wie.personen import parse_persoon
from pipeline.wie.vormen import Vorm, initialen, make_vormen, naamvormen
from pipeline.wie.woorden import fold_naam, fold_woord

Aanspreking = Literal["heer", "mevrouw"]
T = TypeVar("T")

_TITELS = AANHEF | AMBTEN
_VOORLETTERS = re.compile(r"(?:\w\.)+")
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
    name = " ".join(part for part in (persoon.tussenvoegsel, persoon.achternaam) if part)
    return name[:1].upper() + name[1:]


def allowed_edits(naam: str) -> int:
    """Return how many slips leave a name recognisable: none in ``Bos``, two in ``Bonenkamp``."""
    length = len(naam)
    if length < 4:
        return 0
    return 1 if length < 8 else 2


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
        if len(letters) < self.lang - 1:
            return []
        if (found := self._gezocht.get(letters)) is None:
            near = {form for key in (letters, *_without_one(letters)) for form in self._buren.get(key, ())}
            close = sorted(form for form in near if OSA.distance(letters, form, score_cutoff=1) <= 1)
            found = self._gezocht[letters] = [vorm for form in close for vorm in self.delen[form]]
        return found

    @cached_property
    def _gezocht(self) -> dict[str, list[Vorm[T]]]:
        """What was near to what was asked before: texts have the same words over and over."""
        return {}

    @cached_property
    def _bij_vorm(self) -> dict[str, tuple[T, ...]]:
        return _group((form, drager) for persoon, drager in self.dragers for form in naamvormen(persoon))

    @cached_property
    def _bij_initialen(self) -> dict[str, tuple[T, ...]]:
        return _group((form, drager) for persoon, drager in self.dragers for form in initialen(persoon))

    @cached_property
    def _volledig(self) -> tuple[tuple[str, T], ...]:
        names = ((f"{p.voorletters} {p.tussenvoegsel} {p.achternaam}", d) for p, d in self.dragers)
        return tuple((fold_naam(name), drager) for name, drager in names)

    @cached_property
    def _op_familienaam(self) -> dict[str, tuple[Persoon, T]]:
        return {fold_naam(p.familienaam).replace(" ", ""): (p, d) for p, d in self.dragers if p.achternaam}

    def __bool__(self) -> bool:
        """Tell whether anybody is known at all."""
        return bool(self.dragers)

    def kent(self, naam: str) -> bool:
        """Tell whether this is how one of them is called, or a body, by itself or behind a title or initials."""
        words = naam.lstrip("@").split()
        while len(words) > 1 and not self._is_vorm(words) and _is_aanloop(words):
            words.pop(0)
        return self._is_vorm(words)

    def _is_vorm(self, words: list[str]) -> bool:
        folded = fold_naam(" ".join(words))
        return folded in self._bij_vorm or folded in self.lichamen

    def zoek(self, naam: str) -> tuple[T, ...]:
        """Return those a name means, title or not; empty for a stranger, several where it is ambiguous."""
        folded = fold_naam(naam)
        if found := self._bij_vorm.get(folded) or self._bij_initialen.get(folded):
            return found
        persoon = parse_persoon(naam)
        if persoon is None:
            return ()
        # The list may have only a surname where the text has a first name too, and the reverse.
        family = fold_naam(persoon.familienaam)
        return self._bij_vorm.get(family) or self._met_einde(family)

    def _met_einde(self, family: str) -> tuple[T, ...]:
        """Find ``De Boer`` in ``Jan Willem de Boer``; without its prefix it is another name."""
        if not family:
            return ()
        return tuple(
            drager
            for name, drager in self._volledig
            if name.endswith(" " + family) and name[: -len(family)].split()[-1] not in TUSSENVOEGSELS and name != family
        )

    def dichtstbij(self, naam: str, hoogstens: int = 2) -> tuple[Persoon, T] | None:
        """Return who was probably meant by a name that is on no list: within ``hoogstens`` typing errors.

        A short name allows fewer. A missing prefix (``Kampen`` for ``Van Kampen``) or space is always seen.
        """
        for family in _surname_readings(naam):
            if bare := self._zonder_voorvoegsel.get(family):
                return bare
            options = self._op_familienaam
            cutoff = min(hoogstens, allowed_edits(family))
            found = process.extractOne(family, options.keys(), scorer=OSA.distance, score_cutoff=cutoff)
            if found:
                return options[found[0]]
        return None

    @cached_property
    def _zonder_voorvoegsel(self) -> dict[str, tuple[Persoon, T]]:
        return {
            fold_naam(p.achternaam).replace(" ", ""): (p, d)
            for p, d in self.dragers
            if p.tussenvoegsel and len(p.achternaam) > 3
        }


Deelnemerindex = Namenindex[Deelnemer]


def index_deelnemers(deelnemers: Iterable[Deelnemer], lang: int = 6) -> Deelnemerindex:
    """Make the index of the people of a meeting, with the bodies they speak for."""
    people = tuple(deelnemers)
    bodies = (fold_naam(name) for d in people for name in (*d.organisatie.split(","), d.groep))
    return Namenindex(tuple((d.persoon, d) for d in people if d.persoon), lang, frozenset(bodies) - {""})


def _is_aanloop(words: list[str]) -> bool:
    """Tell whether the first of these words is a title, the article before one, or initials."""
    first, second = (fold_woord(word) for word in words[:2])
    return first in _TITELS or (first == "de" and second in _TITELS) or _VOORLETTERS.fullmatch(words[0]) is not None


def _group(vormen: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    index: dict[str, tuple[T, ...]] = {}
    for form, drager in vormen:
        index[form] = (*index.get(form, ()), drager)
    return index


def _without_one(letters: str) -> Iterator[str]:
    return (letters[:n] + letters[n + 1 :] for n in range(len(letters)))


def _surname_readings(naam: str) -> Iterator[str]:
    """Yield what the surname can be, without spaces: the whole name, or the part behind a first name."""
    persoon = parse_persoon(naam)
    if persoon is None:
        return
    readings = (f"{persoon.voorletters} {persoon.familienaam}", persoon.familienaam)
    yield from (key for key in dict.fromkeys(fold_naam(r).replace(" ", "") for r in readings) if len(key) > 2)
