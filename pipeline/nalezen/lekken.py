"""Looking in files for what their readers may read nowhere: which words, in which file, on which page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.nalezen.geheimen import ZINSDEEL, Geheimen, Vindbaar
from pipeline.nalezen.uitlezen import OnleesbaarBestand, Tekstplek, read_teksten
from pipeline.nalezen.uitlezen_pdf import read_bladzijden
from pipeline.nalezen.woorden import find_getallen, plain, split_woorden


@dataclass(frozen=True, slots=True)
class Lek:
    """Words that may not be there: the file, the place in it (a page), and the words as they were found."""

    bestand: str
    plek: str
    woorden: str


@dataclass
class Nalezer:
    """Reads files for some readers; ``vrij`` are words that were released for them.

    ``gevoelig`` finds the words that are guarded as names are, also where a paper that these readers get has them.
    """

    geheimen: Geheimen
    vrij: Iterable[str] = ()
    gevoelig: re.Pattern[str] | None = None
    _vrij: Vindbaar = field(init=False)

    def __post_init__(self) -> None:
        """Take what was released apart as any text: a longer passage releases what is in it, and nothing else."""
        self._vrij = Vindbaar()
        for words in self.vrij:
            self._vrij.add(words)

    def read(self, bestanden: Mapping[str, bytes]) -> Iterator[Lek]:
        """Give the first thing in each place of each file that may not be there; OnleesbaarBestand likewise."""
        for name, content in bestanden.items():
            if not self.geheimen and self.gevoelig is None:
                return
            yield from self.read_plekken(name, _places(name, content))

    def read_plekken(self, naam: str, plekken: Iterable[Tekstplek]) -> Iterator[Lek]:
        """Give what may not be there in places that were read already."""
        for place in plekken:
            # The name of a part within a file begins with that of the file, which is looked at by itself.
            found = self.find(place.tekst.removeprefix(f"{naam}/"))
            if found and not (place.is_ruw and " " not in found):  # a word in bytes proves nothing
                yield Lek(naam, place.plek, found)

    def find(self, tekst: str) -> str:
        """Return the first words in a text that may not be there; empty where there are none."""
        words = split_woorden(tekst)
        for found in (
            *self._gevoelig(tekst),
            *self._names(words),
            *self._numbers(tekst),
            *self._files(tekst),
            *self._runs(words),
        ):
            if not self._is_released(found):
                return found
        return ""

    def _is_released(self, found: str) -> bool:
        run = tuple(found.split(" "))
        return any(found in kind for kind in (self._vrij.woorden, self._vrij.getallen, self._vrij.bestanden)) or (
            run in self._vrij.zinsdelen
        )

    def _gevoelig(self, tekst: str) -> Iterator[str]:
        matches = self.gevoelig.finditer(tekst) if self.gevoelig else ()
        released = [" ".join(split_woorden(words)) for words in self.vrij]
        for match in matches:
            if not any(" ".join(split_woorden(match.group())) in words for words in released):
                yield " ".join(match.group().split())

    def _names(self, words: list[str]) -> Iterator[str]:
        yield from (word for word in dict.fromkeys(words) if word in self.geheimen.namen)

    def _numbers(self, tekst: str) -> Iterator[str]:
        if self.geheimen.getallen:
            yield from sorted(find_getallen(tekst) & self.geheimen.getallen)

    def _files(self, tekst: str) -> Iterator[str]:
        folded = plain(tekst).casefold()
        yield from (name for name in self.geheimen.bestanden if name in folded)

    def _runs(self, words: list[str]) -> Iterator[str]:
        secret = self.geheimen.zinsdelen
        for length in range(ZINSDEEL, 2, -1):
            for run in zip(*(words[n:] for n in range(length)), strict=False):
                if run in secret:
                    yield " ".join(run)


def _places(naam: str, inhoud: bytes) -> Iterator[Tekstplek]:
    if inhoud.startswith(b"%PDF-"):
        yield Tekstplek(f"{naam}: bestandsnaam", naam)
        yield from read_bladzijden(naam, inhoud, read_teksten)
    else:
        yield from read_teksten(naam, inhoud)


__all__ = ["Lek", "Nalezer", "OnleesbaarBestand"]
