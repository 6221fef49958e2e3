"""What is known when a text is read for names: the people, the decisions, and the words that are no names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.model import NaamBesluit, Openbaarheidsregels, find_gevoelig
from pipeline.publicatie.bekenden import Bekende
from pipeline.wie import woordenboek
from pipeline.wie.lexicon import AANHEF, AMBTEN
from pipeline.wie.namen import Namenindex
from pipeline.wie.onbekenden import Omgeving
from pipeline.wie.woorden import fold_aaneen, fold_woord, split_woorden


@dataclass(frozen=True)
class Namenkennis:
    """The people and words around one publication.

    ``woorden`` are folded words that the records also write in small letters; ``eigen`` the names of bodies and
    places from the records; ``afkortingen`` are never initials of a person, ``letterwoorden`` things where they stand
    in capitals; ``adressen`` are the e-mail addresses and servers that may be seen; ``namen`` are the decisions of
    ``namen.yaml``; ``lichamen`` are the names of bodies, in which no surname is looked for (``Regio Noord``, of a
    table with a mw. Van Noord).
    """

    bekenden: tuple[Bekende, ...]
    regels: Openbaarheidsregels = Openbaarheidsregels()
    namen: tuple[NaamBesluit, ...] = ()
    woorden: frozenset[str] = frozenset()
    eigen: frozenset[str] = frozenset()
    afkortingen: frozenset[str] = frozenset()
    letterwoorden: frozenset[str] = frozenset()
    adressen: frozenset[str] = field(default=frozenset())
    lichamen: frozenset[str] = field(default=frozenset())
    gevoelig: tuple[str, ...] = ()

    @cached_property
    def _gevoelige_woorden(self) -> re.Pattern[str] | None:
        return find_gevoelig(self.gevoelig)

    def find_gevoelige_woorden(self, tekst: str) -> tuple[tuple[int, int], ...]:
        """Find the words that are guarded as names are."""
        return tuple(m.span() for m in self._gevoelige_woorden.finditer(tekst)) if self._gevoelige_woorden else ()

    @cached_property
    def index(self) -> Namenindex[Bekende]:
        """All known people by name."""
        return Namenindex(tuple((bekende.persoon, bekende) for bekende in self.bekenden))

    @cached_property
    def _eigen_naam(self) -> re.Pattern[str] | None:
        names = [r"\s+".join(map(re.escape, name.split())) for name in self.lichamen if " " in name]
        places = [f"(?i:{re.escape(adres)})" for adres in self.adressen]
        whole = sorted((*names, *places), key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(whole)})(?![\w-])") if whole else None

    def find_eigen_namen(self, tekst: str) -> tuple[tuple[int, int], ...]:
        """Find where a body of the table is named in full, or its own address stands."""
        return tuple(m.span() for m in self._eigen_naam.finditer(tekst)) if self._eigen_naam else ()

    @cached_property
    def besluiten(self) -> dict[str, tuple[NaamBesluit, ...]]:
        """The decisions by the folded name."""
        found: dict[str, tuple[NaamBesluit, ...]] = {}
        for besluit in self.namen:
            key = fold_aaneen(besluit.naam)
            found[key] = (*found.get(key, ()), besluit)
        return found

    def find_besluit(self, naam: str, tekst: str) -> NaamBesluit | None:
        """Return what was decided about a name where it stands in this text: first for the sentence, then for all."""
        options = self.besluiten.get(fold_aaneen(naam), ())
        if not options:
            return None
        folded = " ".join(tekst.split()).casefold()
        exact = (b for b in options if b.zin and " ".join(b.zin.split()).casefold() in folded)
        return next(exact, None) or next((b for b in options if not b.zin), None)

    @cached_property
    def omgeving(self) -> Omgeving:
        """What the records know besides people."""
        return Omgeving(self.woorden, self.eigen, self.afkortingen, self.letterwoorden)


def namen_van(bekenden: Iterable[Bekende]) -> frozenset[str]:
    """Return the words these people are called by, folded: wherever they stand, they are no proof of a plain word."""
    parts = (part for b in bekenden for part in (b.persoon.voorletters, b.persoon.achternaam))
    return frozenset(w.vorm for part in parts for w in split_woorden(part) if len(w.vorm) > 2)


_TECHNISCH = re.compile(r"\S*[@/\\_]\S*|\S+\.\w{2,5}(?=[\s.,;:)\]]|\Z)")  # addresses, links and names of files
_KLEIN = re.compile(r"(?<![\w'’-])[a-zà-ÿ][\wà-ÿ'’]*")
# Behind a title or an office a small letter is a slip, and no proof of a plain word: "mw. jansen".
_ACHTER_TITEL = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(AANHEF | AMBTEN))})\b\.?\s+(?:[\w'’]{{1,4}}\s+){{0,3}}[\w'’]+", re.IGNORECASE
)


def collect_woorden(teksten: Iterable[str]) -> frozenset[str]:
    """Collect the words these texts write in small letters, addresses, names of files and names of people left out."""
    plain = (_ACHTER_TITEL.sub(" ", _TECHNISCH.sub(" ", tekst)) for tekst in teksten)
    found = {fold_woord(match.group()) for tekst in plain for match in _KLEIN.finditer(tekst)}
    return frozenset(word for word in found if woordenboek.lijkt_woord(word))


# What only a thing has before or behind it: "het Digilab", "een BOMOS", "SHACL-regels", "RRT's".
_ALS_DING = re.compile(
    r"(?<![\w'’-])(?:het|een|dit|ons|geen)\s+(?P<ding>[A-ZÀ-Þ][^\W\d_]{2,})(?![\w'’-])"
    r"|(?<![\w'’-])(?:de|deze|het|een|via|in|conform|binnen)\s+(?P<letters>[A-Z]{2,6})(?![\w'’-])"
    r"|(?<![\w'’-])(?P<kop>[A-Z]{2,8})(?:-[a-zà-ÿ]{3,}|['’]s\b)"
)
# Capitals that people may be called too, where no person stands: "het KING", "een SLA", "ISA-programma", "SLA's".
_ALS_LETTERWOORD = re.compile(
    r"(?<![\w'’-])(?:het|een|dit|ons|geen)\s+(?P<ding>[A-Z]{2,6})(?![\w'’-])"
    r"|(?<![\w'’-])(?P<kop>[A-Z]{2,6})(?:-[a-zà-ÿ]{3,}|['’]s\b)"
)
_VAN_VOOR = re.compile(r"\b(?:van|in|aan|bij|op|uit|over|onder|voor|tot)\s+\Z", re.IGNORECASE)


def collect_dingen(teksten: Iterable[str]) -> frozenset[str]:
    """Collect the words with a capital that these texts use as things; a name of a person is none of them.

    Behind ``het`` and ``een`` no person stands, save in ``van het Voorbeeld``; letters behind an article, or before
    a hyphen and a small letter, are an abbreviation.
    """
    found: set[str] = set()
    for tekst in teksten:
        for match in _ALS_DING.finditer(tekst):
            word = fold_woord(match["ding"] or match["letters"] or match["kop"])
            behind_prefix = match["ding"] and _VAN_VOOR.search(tekst, max(0, match.start() - 8), match.start())
            if not behind_prefix and not woordenboek.is_persoonsnaam(word):
                found.add(word)
    return frozenset(found)


def collect_letterwoorden(teksten: Iterable[str]) -> frozenset[str]:
    """Collect the short words in capitals that these texts use as things, also where people are called so: ``ISA``."""
    found: set[str] = set()
    for tekst in teksten:
        for match in _ALS_LETTERWOORD.finditer(tekst):
            behind_prefix = match["ding"] and _VAN_VOOR.search(tekst, max(0, match.start() - 8), match.start())
            if not behind_prefix:
                found.add(fold_woord(match["ding"] or match["kop"]))
    return frozenset(found)


def collect_eigen(teksten: Iterable[str]) -> frozenset[str]:
    """Collect the words in names of bodies and places."""
    return frozenset(w.vorm for tekst in teksten for w in split_woorden(tekst) if len(w.vorm) > 1)
