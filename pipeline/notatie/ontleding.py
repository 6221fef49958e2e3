"""verslag.md taken apart: front matter, sections, and every marker with its place. No meaning yet.

Reading (``verslag``) and editing in place (``bijwerken``) both start here, so that they see the same markers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.markering import Markering, find_markeringen
from pipeline.notatie.blokken import Kop, RuwBlok, TabelBlok, TekstBlok, split_blokken
from pipeline.notatie.lijsten import LIJSTEN, Lijstsoort, lijst_of
from pipeline.notatie.tekst import Regel, iter_regels

_STREPEN = re.compile(r"---[ \t]*")
_NUMMER = re.compile(r"(?P<nummer>\d{1,3}(?:\.\d{1,3})*[a-z]?)\.[ \t]+(?P<titel>\S.*)")
_VERTROUWELIJK = re.compile(r"[ \t]*\(vertrouwelijk\)\Z", re.IGNORECASE)
_NIET_VERTROUWELIJK = re.compile(r"\(vertrouwelijk\\(?P<rest>\\*\))\Z", re.IGNORECASE)
_LIJSTTITELS = "|".join(soort.titel for soort in LIJSTEN)
_BIJZONDER = rf"(?:{_NUMMER.pattern.replace('?P<nummer>', '?:').replace('?P<titel>', '?:')}|(?:{_LIJSTTITELS})\Z)"
_ONTSNAPT = re.compile(rf"\\(?=\\*{_BIJZONDER})", re.IGNORECASE)
_ONTSNAPPEN = re.compile(rf"\\*{_BIJZONDER}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voorblok:
    """The front matter: its text, its lines from the first to the last ``---``, and whether it was closed."""

    tekst: str
    begin: int
    eind: int
    gesloten: bool

    @property
    def eerste_regel(self) -> int:
        """The number of the first line of its text."""
        return self.begin + 1


@dataclass(frozen=True, slots=True)
class Sectie:
    """What stands under one heading (None before the first), and what the heading says."""

    kop: Kop | None
    titel: str
    nummer: str
    vertrouwelijk: bool
    lijst: Lijstsoort | None
    blokken: tuple[RuwBlok, ...]

    @property
    def naam(self) -> str:
        """How an action says under which item it was made: the number, or else the title."""
        return self.nummer or self.titel


@dataclass(frozen=True, slots=True)
class Tekstplek:
    """A piece of running text in a section, and where an offset in it stands in the file (line, column)."""

    tekst: str
    locate: Callable[[int], tuple[int, int]]
    sectie: Sectie


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """A marker where it stands."""

    markering: Markering
    plek: Tekstplek

    @property
    def regel(self) -> int:
        """The number of its line."""
        return self.plek.locate(self.markering.begin)[0]

    @property
    def kolom(self) -> int:
        """The column in that line where it begins."""
        return self.plek.locate(self.markering.begin)[1]


@dataclass(frozen=True, slots=True)
class Ontleding:
    """The whole text in parts; ``regels`` are all its lines, front matter included."""

    regels: tuple[Regel, ...]
    voorblok: Voorblok | None
    secties: tuple[Sectie, ...]


def ontleed(tekst: str) -> Ontleding:
    """Take a text apart. Never fails: what has no front matter is all body."""
    regels = tuple(iter_regels(tekst))
    voorblok = find_voorblok(regels)
    body = regels[voorblok.eind :] if voorblok else regels
    return Ontleding(regels, voorblok, tuple(_secties(split_blokken(body))))


def find_voorblok(regels: Sequence[Regel]) -> Voorblok | None:
    """Find the front matter, which only empty lines may precede; unclosed it ends at the first heading."""
    first = next((n for n, regel in enumerate(regels) if regel.tekst.strip()), None)
    if first is None or not _STREPEN.fullmatch(regels[first].tekst):
        return None
    end, closed = first + 1, False
    for end in range(first + 1, len(regels)):
        closed = _STREPEN.fullmatch(regels[end].tekst) is not None
        if closed or regels[end].tekst.startswith("## "):
            break
    else:
        end = len(regels)
    text = "\n".join(regel.tekst for regel in regels[first + 1 : end])
    return Voorblok(text, first + 1, end + 1 if closed else end, closed)


def find_vindplaatsen(secties: Sequence[Sectie], bij: date | None = None) -> tuple[Vindplaats, ...]:
    """Find the markers in running text; what stands under a list heading marks nothing."""
    return tuple(
        Vindplaats(markering, plek)
        for sectie in secties
        if sectie.lijst is None
        for plek in _tekstplekken(sectie)
        if "[" in plek.tekst
        for markering in find_markeringen(plek.tekst, bij)
    )


def format_kop(titel: str, nummer: str = "", vertrouwelijk: bool = False) -> str:
    """Write the text of a heading so that it is read back as these three."""
    text = titel
    if not nummer and _ONTSNAPPEN.match(titel):
        text = "\\" + titel
    if vertrouwelijk:
        text += " (vertrouwelijk)"
    elif re.search(r"\(vertrouwelijk\\*\)\Z", titel, re.IGNORECASE):
        text = re.sub(r"(\\*\))\Z", r"\\\1", text)
    return f"{nummer}. {text}" if nummer else text


def _secties(blokken: Sequence[RuwBlok]) -> Iterator[Sectie]:
    heading: Kop | None = None
    gathered: list[RuwBlok] = []
    for blok in blokken:
        if isinstance(blok, Kop):
            yield _sectie(heading, gathered)
            heading, gathered = blok, []
        else:
            gathered.append(blok)
    yield _sectie(heading, gathered)


def _sectie(kop: Kop | None, blokken: list[RuwBlok]) -> Sectie:
    if kop is None:
        return Sectie(None, "", "", False, None, tuple(blokken))
    text, confidential = _VERTROUWELIJK.sub("", kop.tekst), bool(_VERTROUWELIJK.search(kop.tekst))
    if not confidential:
        text = _NIET_VERTROUWELIJK.sub(r"(vertrouwelijk\g<rest>", text)
    if match := _NUMMER.fullmatch(text):
        return Sectie(kop, match["titel"], match["nummer"], confidential, None, tuple(blokken))
    if _ONTSNAPT.match(text):
        return Sectie(kop, text[1:], "", confidential, None, tuple(blokken))
    return Sectie(kop, text, "", confidential, lijst_of(text), tuple(blokken))


def _tekstplekken(sectie: Sectie) -> Iterator[Tekstplek]:
    if sectie.kop is not None:
        yield Tekstplek(sectie.kop.tekst, _on_line(sectie.kop.regel, sectie.kop.kolom), sectie)
    for blok in sectie.blokken:
        if isinstance(blok, TekstBlok):
            yield Tekstplek(blok.tekst, blok.locate, sectie)
        elif isinstance(blok, TabelBlok):
            for rij in blok.rijen:
                for cel in rij.cellen:
                    yield Tekstplek(cel.tekst, _on_line(rij.regel.nummer, cel.begin), sectie)


def _on_line(regel: int, kolom: int) -> Callable[[int], tuple[int, int]]:
    return lambda position: (regel, kolom + position)
