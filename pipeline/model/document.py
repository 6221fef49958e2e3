"""A document as somebody sent it: its text in blocks, each with its place, before anyone says what it means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pipeline.model.bron import Bron, BronSoort

TekstblokSoort = Literal["kop", "alinea", "lijstitem", "voetnoot"]
WijzigingSoort = Literal["ingevoegd", "verwijderd", "gewijzigd", "verplaatst", "opmaak", "opmerking"]


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a stretch of a block came from: from ``vanaf`` in its text on, it is ``begin`` in unit ``nummer``.

    A unit is a line, a Word paragraph or a page; a paragraph joined from five lines has five of these.
    """

    vanaf: int
    nummer: int
    begin: int = 0


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """A heading, paragraph, list item or footnote; its text has no line ends but those the writer put there.

    ``niveau`` counts from 0 for a list item and from 1 for a heading; ``nummer`` is the number as it is shown
    (``1.``, ``a.``), also where Word made it; ``vet`` says that the whole of it is bold, ``vette`` which stretches
    are; ``marge`` is what stands beside it in the margin, such as who acts, and ``naast`` the stretch of the text it
    stands beside, where that is not the end of it; ``bladwijzers`` are the hidden
    bookmarks we gave it ourselves.
    """

    tekst: str
    soort: TekstblokSoort = "alinea"
    niveau: int = 0
    nummer: str = ""
    vet: bool = False
    plekken: tuple[Plek, ...] = field(default=(), compare=False)
    marge: str = ""
    naast: tuple[int, int] | None = field(default=None, compare=False)
    vette: tuple[tuple[int, int], ...] = field(default=(), compare=False)
    bladwijzers: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Cel:
    """A table cell; ``vervolg`` marks one that is part of the merged cell above it, whose text it repeats.

    ``doorgehaald`` marks one of a row that is struck through as a whole, as people do with what is finished;
    ``kleur`` is the colour it was filled with by hand, as six hexadecimal digits.
    """

    tekst: str = ""
    vervolg: bool = False
    doorgehaald: bool = False
    kleur: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Tabelblok:
    """A table: rows of cells, all equally long. ``plekken`` has one Plek per row, ``bladwijzers`` our bookmarks.

    ``los`` says that the file itself makes it a table of its own, rather than lines that look like one: what
    precedes it is then no earlier part of it.
    """

    rijen: tuple[tuple[Cel, ...], ...]
    plekken: tuple[Plek, ...] = field(default=(), compare=False)
    bladwijzers: tuple[tuple[str, ...], ...] = field(default=(), compare=False)
    los: bool = field(default=False, compare=False)


Bronblok = Tekstblok | Tabelblok


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file in reading order.

    ``soort`` says in which units its places count; ``kopteksten`` and ``voetteksten`` are what stood at the
    top and bottom of the pages, once each, and are not part of ``blokken``.
    """

    bestand: str
    soort: BronSoort = "regel"
    blokken: tuple[Bronblok, ...] = ()
    kopteksten: tuple[str, ...] = ()
    voetteksten: tuple[str, ...] = ()

    def bron(self, blok: Bronblok, begin: int = 0, eind: int | None = None, zin: str | None = None) -> Bron:
        """Return the place of ``blok.tekst[begin:eind]``; of a table: of its row number ``begin``."""
        if isinstance(blok, Tabelblok):
            plek = blok.plekken[min(begin, len(blok.plekken) - 1)] if blok.plekken else None
            return Bron(self.bestand, self.soort, plek.nummer if plek else None, zin=zin)
        end = len(blok.tekst) if eind is None else eind
        start = _locate(blok.plekken, begin)
        if start is None:
            return Bron(self.bestand, self.soort, zin=zin)
        stop = _locate(blok.plekken, max(begin, end - 1))
        first = begin - start.vanaf + start.begin
        same_unit = stop is not None and stop.nummer == start.nummer
        last = end - stop.vanaf + stop.begin if stop is not None and same_unit else None
        return Bron(self.bestand, self.soort, start.nummer, first, last, zin)


def _locate(plekken: tuple[Plek, ...], offset: int) -> Plek | None:
    """Find the stretch an offset lies in."""
    index = bisect_right([plek.vanaf for plek in plekken], offset) - 1
    return plekken[max(index, 0)] if plekken else None


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One tracked change in a Word file: by whom, when, what it was and what it became.

    ``punt`` is the heading it stands under; ``datum`` is None where Word recorded none.
    """

    auteur: str
    soort: WijzigingSoort
    oud: str = ""
    nieuw: str = ""
    datum: date | None = None
    punt: str = ""
    bron: Bron | None = field(default=None, compare=False)


def iter_tekst(document: Document) -> Iterator[str]:
    """Give every piece of text of a document, cells included, in reading order."""
    for blok in document.blokken:
        if isinstance(blok, Tekstblok):
            yield blok.tekst
        else:
            yield from (cel.tekst for rij in blok.rijen for cel in rij if not cel.vervolg)
