"""What is known when a text is read for names: the people, the decisions, and the words that are no names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.model import NaamBesluit, Openbaarheidsregels
from pipeline.publicatie.bekenden import Bekende
from pipeline.publicatie.namenlijst import Namenlijst
from pipeline.publicatie.tekens import fold_woord, split_woorden
from pipeline.publicatie.woorden import is_gewoon_woord


@dataclass(frozen=True)
class Kring:
    """The people and words around one publication.

    ``woorden`` are folded words that the records also write in small letters; ``eigen`` the names of bodies and
    places from the records; ``afkortingen`` are never initials of a person; ``adressen`` are the e-mail addresses
    that may be seen; ``namen`` are the decisions of ``namen.yaml``.
    """

    bekenden: tuple[Bekende, ...]
    regels: Openbaarheidsregels = Openbaarheidsregels()
    namen: tuple[NaamBesluit, ...] = ()
    woorden: frozenset[str] = frozenset()
    eigen: frozenset[str] = frozenset()
    afkortingen: frozenset[str] = frozenset()
    adressen: frozenset[str] = field(default=frozenset())

    @cached_property
    def lijst(self) -> Namenlijst:
        """The forms of all known people."""
        return Namenlijst.of(self.bekenden)

    @cached_property
    def besluiten(self) -> dict[str, tuple[NaamBesluit, ...]]:
        """The decisions by the folded name."""
        found: dict[str, tuple[NaamBesluit, ...]] = {}
        for besluit in self.namen:
            key = fold_naam(besluit.naam)
            found[key] = (*found.get(key, ()), besluit)
        return found

    def find_besluit(self, naam: str, tekst: str) -> NaamBesluit | None:
        """Return what was decided about a name where it stands in this text: first for the sentence, then for all."""
        options = self.besluiten.get(fold_naam(naam), ())
        folded = " ".join(tekst.split()).casefold()
        exact = (b for b in options if b.zin and " ".join(b.zin.split()).casefold() in folded)
        return next(exact, None) or next((b for b in options if not b.zin), None)

    def is_gewoon(self, vorm: str) -> bool:
        """Tell whether a folded word with a capital is known as no name."""
        return vorm in self.eigen or is_gewoon_woord(vorm)

    def is_woord(self, vorm: str) -> bool:
        """Tell whether a folded word is one that the records also write in small letters."""
        return vorm in self.woorden or self.is_gewoon(vorm)


def fold_naam(naam: str) -> str:
    """Write a name so that decisions about it are found again."""
    return "".join(w.vorm for w in split_woorden(naam))


def namen_van(bekenden: Iterable[Bekende]) -> frozenset[str]:
    """Return the words these people are called by, folded: wherever they stand, they are no proof of a plain word."""
    parts = (part for b in bekenden for part in (b.persoon.voorletters, b.persoon.achternaam))
    return frozenset(w.vorm for part in parts for w in split_woorden(part) if len(w.vorm) > 2)


_TECHNISCH = re.compile(r"\S*[@/\\_]\S*|\S+\.\w{2,5}(?=\s|\Z)")  # addresses, links and names of files
_KLEIN = re.compile(r"(?<![\w'’-])[a-zà-ÿ][\wà-ÿ'’]*")


def collect_woorden(teksten: Iterable[str]) -> frozenset[str]:
    """Collect the words these texts write in small letters, addresses and names of files left out."""
    plain = (_TECHNISCH.sub(" ", tekst) for tekst in teksten)
    return frozenset(fold_woord(match.group()) for tekst in plain for match in _KLEIN.finditer(tekst))


def collect_eigen(teksten: Iterable[str]) -> frozenset[str]:
    """Collect the words in names of bodies and places."""
    return frozenset(w.vorm for tekst in teksten for w in split_woorden(tekst) if len(w.vorm) > 1)
