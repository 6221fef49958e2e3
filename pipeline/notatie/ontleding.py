"""verslag.md taken apart: front matter, sections, and every marker with its place. No meaning yet.

Reading (``verslag``) and editing in place (``bijwerken``) both start here, so that they see the same markers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from pipeline.markering import Markering, find_markeringen
from pipeline.markering.vertrouwelijkheid import Kopmerk, read_alinea, read_kop, read_opschrift, split_eigen_merk
from pipeline.model import VerslagPunt
from pipeline.notatie.blokken import Kop, RuwBlok, TabelBlok, TekstBlok, split_blokken
from pipeline.notatie.lijsten import LIJSTEN, Lijstsoort, lijst_of
from pipeline.notatie.tekst import Tekstregel, iter_regels
from pipeline.notatie.titelmerk import format_onder_embargo

MAX_MARKERINGEN = 1000  # more than any minutes have; beyond it a file is not read any further
_STREPEN = re.compile(r"---[ \t]*")
_NUMMER = re.compile(r"(?P<nummer>[0-9]{1,3}(?:\.[0-9]{1,3})*[a-z]?)\.[ \t]+(?P<titel>[^ \t].*)")
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
    """What stands under one heading (None before the first), and what the heading says.

    ``vraag`` says that nobody knows for certain whether it is confidential; until somebody says so, it is.
    ``merk`` is what the heading says of it; before the first heading ``vraag`` says that a paragraph says so.
    """

    kop: Kop | None
    titel: str
    nummer: str
    vertrouwelijk: bool
    lijst: Lijstsoort | None
    blokken: tuple[RuwBlok, ...]
    vraag: bool = False
    merk: Kopmerk = Kopmerk("")

    @property
    def naam(self) -> str:
        """How an action says under which item it was made: the number, or else the title."""
        return self.nummer or self.titel


@dataclass(frozen=True, slots=True)
class Ontleedplek:
    """A piece of running text in a section; ``delen`` are the (offset, line, column) its lines begin at."""

    tekst: str
    delen: tuple[tuple[int, int, int], ...]
    sectie: Sectie

    def locate(self, positie: int) -> tuple[int, int]:
        """Return the line of an offset in the text, and the column in that line."""
        index = bisect_right(self.delen, positie, key=lambda deel: deel[0]) - 1
        offset, regel, kolom = self.delen[index]
        return regel, kolom + positie - offset


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """A marker with the line and column where it begins."""

    markering: Markering
    plek: Ontleedplek
    regel: int
    kolom: int


@dataclass(frozen=True, slots=True)
class Ontleding:
    """The whole text in parts; ``regels`` are all its lines, front matter included."""

    regels: tuple[Tekstregel, ...]
    voorblok: Voorblok | None
    secties: tuple[Sectie, ...]


def ontleed(tekst: str) -> Ontleding:
    """Take a text apart. Never fails: what has no front matter is all body."""
    regels = tuple(iter_regels(tekst))
    voorblok = find_voorblok(regels)
    body = regels[voorblok.eind :] if voorblok else regels
    return Ontleding(regels, voorblok, tuple(_secties(split_blokken(body))))


def find_voorblok(regels: Sequence[Tekstregel]) -> Voorblok | None:
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
    found = (
        Vindplaats(markering, plek, *plek.locate(markering.begin))
        for sectie in secties
        if sectie.lijst is None
        for plek in _tekstplekken(sectie)
        if "[" in plek.tekst
        for markering in find_markeringen(plek.tekst, bij)
    )
    return tuple(islice(found, MAX_MARKERINGEN))


def format_kop(punt: VerslagPunt, titel: str, teksten: Iterable[str] = ()) -> str:
    """Write the text of the heading of an item, with this title, so that it is read back as the same.

    Where the title, or one of the paragraphs under it (``teksten``), says that it is confidential and it is not,
    ``(openbaar)`` stands behind it.
    """
    text, nummer = titel, punt.nummer
    if not nummer and _ONTSNAPPEN.match(titel):
        text = "\\" + titel
    if punt.vertrouwelijk:
        text += " (vertrouwelijk?)" if punt.vertrouwelijk_vraag else " (vertrouwelijk)"
    elif punt.embargo:
        text += f" ({format_onder_embargo(punt.embargo)})"
    elif split_eigen_merk(titel) or read_kop(titel, nummer).is_vertrouwelijk or says_vertrouwelijk(teksten):
        text += " (openbaar)"
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
        return Sectie(None, "", "", False, None, tuple(blokken), any(find_geheim_bovenaan(blokken)))
    number, merk = _read_kop(kop.tekst)
    if not merk.is_vertrouwelijk and split_eigen_merk(kop.tekst) is None and says_vertrouwelijk(_teksten(blokken)):
        merk = replace(merk, oordeel="vraag")
    text, asked = merk.titel, merk.oordeel == "vraag"
    escaped = not number and _ONTSNAPT.match(text) is not None
    listed = None if number or escaped else lijst_of(text)
    # a list has no moment from which it is free: its rows are confidential or not
    secret = merk.is_vertrouwelijk and (listed is not None or merk.embargo is None)
    return Sectie(kop, text[1:] if escaped else text, number, secret, listed, tuple(blokken), asked, merk)


def says_vertrouwelijk(teksten: Iterable[str]) -> bool:
    """Tell whether a paragraph says that its item is confidential: where the heading is silent, that is a question."""
    return any(read_alinea(text) for text in teksten)


def find_geheim_bovenaan(blokken: Iterable[RuwBlok]) -> Iterator[tuple[int, str]]:
    """Give what says above the first heading that something is confidential, with its line: of what, it cannot say."""
    for blok in blokken:
        if isinstance(blok, TekstBlok):
            lines = [(fragment.regel, fragment.tekst) for fragment in blok.fragmenten]
            told = [pair for pair in lines if _says_bovenaan(pair[1])]
            whole = [(lines[0][0], blok.tekst)] if not told and _says_bovenaan(blok.tekst) else []
            yield from told or whole
        elif isinstance(blok, TabelBlok):
            cells = ((rij.regel.nummer, cel.tekst) for rij in blok.rijen for cel in rij.cellen)
            yield from (pair for pair in cells if _says_bovenaan(pair[1]))


def _says_bovenaan(tekst: str) -> bool:
    return read_alinea(tekst) != "" or read_opschrift(tekst) == "ja"


def _teksten(blokken: Iterable[RuwBlok]) -> Iterator[str]:
    return (blok.tekst for blok in blokken if isinstance(blok, TekstBlok))


def _read_kop(tekst: str) -> tuple[str, Kopmerk]:
    """Return the number, and the title with what it says; a mark may stand before the number."""
    numbered = _NUMMER.fullmatch(tekst)
    if numbered:
        return numbered["nummer"], read_kop(numbered["titel"], numbered["nummer"])
    merk = read_kop(tekst)
    numbered = _NUMMER.fullmatch(merk.titel) if merk.titel != tekst else None
    return (numbered["nummer"], replace(merk, titel=numbered["titel"])) if numbered else ("", merk)


def _tekstplekken(sectie: Sectie) -> Iterator[Ontleedplek]:
    kop = sectie.kop
    if kop is not None:
        yield Ontleedplek(kop.tekst, ((0, kop.regel, kop.kolom),), sectie)
    for blok in sectie.blokken:
        if isinstance(blok, TekstBlok):
            yield Ontleedplek(blok.tekst, blok.delen, sectie)
        elif isinstance(blok, TabelBlok):
            for rij in blok.rijen:
                for cel in rij.cellen:
                    yield Ontleedplek(cel.tekst, ((0, rij.regel.nummer, cel.begin),), sectie)
