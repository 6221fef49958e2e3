"""What some readers may read nowhere: all that the records and papers say, less what these readers may have of it.

Nothing here decides what is confidential: ``model.inzage`` does, and this compares its answers. What is left is
looked for in the files themselves, so that a way in which a text gets there by another road is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from pipeline.markering.datums import MAANDEN, WEEKDAGEN
from pipeline.model import SECRETARIAAT, Bron, Inzage, Lezerskring, Reeks, Register, reeks_voor
from pipeline.nalezen.woorden import find_getallen, plain, split_woorden
from pipeline.wie.woorden import fold_woord, is_zinsbegin
from pipeline.wie.woordenboek import is_straat, is_woord

# Six words in a row: fewer stand together in every set of minutes, more would miss half a sentence.
ZINSDEEL = 6
_KORTSTE = 3  # words of a title or a cell that is looked for as a whole
_KORTSTE_NAAM = 3
_HOOFDWOORD = re.compile(r"\b[^\W\d_][\w'’-]*")
_BESTAND = re.compile(r"[^\s/\\]+(?: [^\s/\\]+)*\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|jpe?g|png|txt)", re.IGNORECASE)
_EIGEN_BESTAND = re.compile(r"\d{4}-\d{2}-\d{2} ")  # our own documents begin with the date of their meeting
# What the program writes by itself around what a person wrote, in names of documents, heads and references.
_EIGEN_WOORDEN = frozenset(
    "agenda verslag conceptverslag concept vastgesteld vastgestelde actielijst besluitenlijst bundel bijlage punt "
    "actie besluit vertrouwelijk vertrouwelijke vergadering van de het een en op in pdf docx open afgerond "
    "vervallen".split()
) | {*MAANDEN, *WEEKDAGEN}
_NIET_UIT_RECORDS = (Bron,)
_NIET_GELEZEN = frozenset({"bron", "gevoelig", "id", "lid", "soort", "status"})


@dataclass(frozen=True, slots=True)
class Vindbaar:
    """What a text can be known by: runs of words, single words, sums, codes and addresses, and names of files."""

    zinsdelen: set[tuple[str, ...]] = field(default_factory=set)
    woorden: set[str] = field(default_factory=set)
    getallen: set[str] = field(default_factory=set)
    bestanden: set[str] = field(default_factory=set)

    def add(self, tekst: str) -> None:
        """Add a text."""
        words = split_woorden(tekst)
        self.woorden.update(words)
        self.getallen.update(find_getallen(tekst))
        self.bestanden.update(_bestanden(tekst))
        for length in range(_KORTSTE, ZINSDEEL + 1):
            self.zinsdelen.update(zip(*(words[n:] for n in range(length)), strict=False))


@dataclass(frozen=True, slots=True)
class Geheimen:
    """What may not be found: runs of words (of three to six), names, sums and addresses, and names of files."""

    zinsdelen: frozenset[tuple[str, ...]] = frozenset()
    namen: frozenset[str] = frozenset()
    getallen: frozenset[str] = frozenset()
    bestanden: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        return bool(self.zinsdelen or self.namen or self.getallen or self.bestanden)


def find_geheimen(
    inzages: Iterable[Inzage],
    kring: Lezerskring,
    open_teksten: Iterable[str] = (),
    geheime_teksten: Iterable[str] = (),
) -> Geheimen:
    """Return what these readers may read nowhere.

    ``open_teksten`` is what they read besides the records: their papers, the fixed words of the templates;
    ``geheime_teksten`` the papers they may not have.
    """
    every = tuple(inzages)
    known = Vindbaar()
    for text in {*open_teksten, *_texts_of(reeks_voor(inzage, kring) for inzage in every)}:
        known.add(text)
    full = _texts_of(reeks_voor(inzage, SECRETARIAAT) for inzage in every)
    secret = [*geheime_teksten, *full]
    runs = (part for text in secret for part in _zinsdelen(text))
    names = (name for text in secret for name in _namen(text))
    numbers = (number for text in secret for number in find_getallen(text))
    files = (name for text in full for name in _bestanden(text))
    return Geheimen(
        zinsdelen=frozenset(runs).difference(known.zinsdelen),
        namen=frozenset(names).difference(known.woorden),
        getallen=frozenset(numbers).difference(known.getallen),
        bestanden=frozenset(files).difference(known.bestanden),
    )


def _texts_of(reeksen: Iterable[Reeks]) -> list[str]:
    """Return every text in the records of these tables; what happened to them is not in the records."""
    found: dict[str, None] = {}
    for reeks in reeksen:
        parts: tuple[Any, ...] = (reeks.tafel, reeks.vergaderingen, reeks.verslagen, reeks.aanmeldingen)
        for part in (*parts, *(_said(register) for register in reeks.registers.values())):
            found.update(dict.fromkeys(_walk(part)))
    return list(found)


def _said(register: Register) -> tuple[Any, ...]:
    """Return what a register says of the meeting; what the secretariat notes for itself is in no document."""
    said = (register.actiepunten, register.voortgang, register.besluiten)
    return (*said, register.wijzigingen, register.rectificaties)


def _walk(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, tuple | list | frozenset):
        for part in value:
            yield from _walk(part)
    elif is_dataclass(value) and not isinstance(value, _NIET_UIT_RECORDS):
        for place in fields(value):
            if place.name not in _NIET_GELEZEN:
                yield from _walk(getattr(value, place.name))


def _zinsdelen(tekst: str) -> Iterator[tuple[str, ...]]:
    """Give the runs of six words of a text; a shorter text as a whole. One that says too little is left out."""
    for line in tekst.split("\n"):
        words = split_woorden(line)
        if _KORTSTE <= len(words) < ZINSDEEL and _says_something(words):
            yield tuple(words)
        runs = zip(*(words[n:] for n in range(ZINSDEEL)), strict=False)
        yield from (run for run in runs if _says_something(run))


def _says_something(woorden: Sequence[str]) -> bool:
    """Tell whether words say more than the program itself writes: dates, numbers of actions, names of documents."""
    telling = [w for w in woorden if w.isalpha() and w not in _EIGEN_WOORDEN]
    return len(telling) >= _KORTSTE


def _namen(tekst: str) -> Iterator[str]:
    """Give the words with a capital that are names: of people, streets, firms.

    Where every word has a capital, at the start of a sentence or of a cell, a common word is none.
    """
    text = plain(tekst)
    for match in _HOOFDWOORD.finditer(text):
        word = match.group()
        if word[0].isupper() and not (is_zinsbegin(text, match.start()) and _is_gewoon(fold_woord(word))):
            parts = split_woorden(word)
            yield from (part for part in parts if len(part) >= _KORTSTE_NAAM and part not in _EIGEN_WOORDEN)


def _is_gewoon(vorm: str) -> bool:
    return is_woord(vorm) and not is_straat(vorm)


def _bestanden(tekst: str) -> Iterator[str]:
    if _BESTAND.fullmatch(tekst.strip()) and not _EIGEN_BESTAND.match(tekst.strip()):
        yield tekst.strip().casefold()
