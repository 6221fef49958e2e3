"""What the minutes say is confidential: the whole of them, an item, or an action or decision of their lists.

What words say so is a question for ``markering.vertrouwelijkheid``; here is where they are looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from pipeline.lezen.punten import Sectie
from pipeline.lezen.regels import KOPNUMMER
from pipeline.markering.vertrouwelijkheid import (
    Oordeel,
    is_merkregel,
    opens_besloten_deel,
    opens_openbaar_deel,
    read_alinea,
    read_kop,
    read_opschrift,
    split_eigen_merk,
)
from pipeline.model import Actiepunt, Besluit, Bron, Ernst, Melding, VerslagPunt, Voortgang, melding
from pipeline.model.document import Bronblok, Document, Tabelblok, Tekstblok

T = TypeVar("T", Actiepunt, Besluit, Voortgang)
_MEER = ("embargo", "leden", " tot ")
_ZWAARTE: dict[Oordeel, int] = {"": 0, "vraag": 1, "ja": 2}


def without_label_headings(document: Document) -> Document:
    """Take a bold ``Vertrouwelijk`` right under a heading for the label of it that it is, not for an item."""
    blocks = document.blokken
    kept = [*blocks[:1], *(_as_label(before, blok) for before, blok in pairwise(blocks))]
    return replace(document, blokken=tuple(kept))


def _as_label(before: Bronblok, blok: Bronblok) -> Bronblok:
    headings = [b for b in (before, blok) if isinstance(b, Tekstblok) and b.soort == "kop"]
    if len(headings) < 2 or not isinstance(blok, Tekstblok) or blok.nummer:
        return blok
    is_label = is_merkregel(blok.tekst) and not opens_besloten_deel(blok.tekst)
    return replace(blok, soort="alinea", niveau=0) if is_label else blok


def oordeel_document(document: Document, begin: int, deelnemerblokken: frozenset[int]) -> Oordeel:
    """Tell whether the head of the minutes, or the top or bottom of their pages, says it of the whole."""
    head = (b for index, b in enumerate(document.blokken[:begin]) if index not in deelnemerblokken)
    lines = (*document.kopteksten, *document.voetteksten, *(line for blok in head for line in _lines(blok)))
    return _heaviest(read_opschrift(line) for line in lines)


def _lines(blok: Bronblok) -> Iterator[str]:
    if isinstance(blok, Tekstblok):
        yield from blok.tekst.split("\n")
        return
    for row in blok.rijen:
        cells = [" ".join(cel.tekst.split()) for cel in row if cel.tekst.strip() and not cel.vervolg]
        # a label and its value stand beside each other: "Vertrouwelijk | nee" is one line
        yield ": ".join(cells)
        yield from cells[1:]


def oordeel_secties(secties: Sequence[Sectie], geheel: Oordeel) -> tuple[Oordeel, ...]:
    """Tell of every item what it says of itself, or the closed part of the meeting it stands in.

    Items below the heading of that part are in it; of items beside it, that is asked.
    """
    found: list[Oordeel] = []
    closed: int | None = None  # the level of the heading that opened it
    for sectie in secties:
        title, level = (sectie.kop.tekst, sectie.kop.niveau) if sectie.kop else ("", 0)
        if closed is not None and (opens_openbaar_deel(title) or level < closed):
            closed = None
        within: Oordeel = "" if closed is None else "ja" if level > closed else "vraag"
        found.append(_heaviest((geheel, within, _oordeel_sectie(sectie))))
        if opens_besloten_deel(title):
            closed = level
    return tuple(found)


def _oordeel_sectie(sectie: Sectie) -> Oordeel:
    if sectie.kop is None:
        return _heaviest(_oordeel_blok(blok) for blok in sectie.blokken)
    return oordeel_blokken(sectie.kop.tekst, sectie.kop.nummer, sectie.blokken)


def oordeel_blokken(titel: str, nummer: str, blokken: Iterable[Bronblok]) -> Oordeel:
    """Tell what a heading and what stands under it say; what the notation itself says in a heading settles it."""
    if own := split_eigen_merk(titel):
        return own.oordeel
    return _heaviest((read_kop(titel, nummer).oordeel, *(_oordeel_blok(blok) for blok in blokken)))


def _oordeel_blok(blok: Bronblok) -> Oordeel:
    if isinstance(blok, Tabelblok):
        # a row may be, and the rest of the table not: somebody has to say
        marked = any(read_alinea(cel.tekst) == "ja" for row in blok.rijen[1:] for cel in row)
        return "vraag" if marked else ""
    return read_kop(blok.tekst, blok.nummer).oordeel if blok.soort == "kop" else read_alinea(blok.tekst)


def _heaviest(said: Iterable[Oordeel]) -> Oordeel:
    return max(said, key=lambda one: _ZWAARTE[one], default="")


def with_oordeel(punt: VerslagPunt, oordeel: Oordeel) -> VerslagPunt:
    """Return the item with what was said of it: its title without the mark, and without a number behind that."""
    merk, number = read_kop(punt.titel, punt.nummer), punt.nummer
    title = merk.titel if merk.titel and (merk.oordeel == "ja" or split_eigen_merk(punt.titel)) else punt.titel
    behind = KOPNUMMER.match(title) if not number and title != punt.titel else None
    if behind:
        title, number = title[behind.end() :], behind["nummer"].rstrip(".)")
    return replace(
        punt, titel=title, nummer=number, vertrouwelijk=oordeel != "", vertrouwelijk_vraag=oordeel == "vraag"
    )


def with_punten(
    dingen: Iterable[T], punten: Iterable[VerslagPunt], secties: Iterable[Sectie], geheel: Oordeel
) -> tuple[T, ...]:
    """Return actions or decisions; those of a confidential item, or a list whose heading says so, are confidential."""
    secret = {key for p in punten if p.vertrouwelijk for key in (p.nummer, p.titel) if key}
    secret |= {s.naam for s in secties if s.kop and not s.is_punt and read_kop(s.kop.tekst).is_vertrouwelijk}
    return tuple(
        replace(d, vertrouwelijk=True)
        if geheel or d.agendapunt in secret or read_kop(d.agendapunt).titel in secret
        else d
        for d in dingen
    )


def tell_meer(secties: Iterable[Sectie], document: Document) -> tuple[Melding, ...]:
    """Tell what a mark in a heading says beyond that it is confidential: until when, for whom."""
    found: list[Melding] = []
    for sectie in secties:
        merk = read_kop(sectie.kop.tekst, sectie.kop.nummer) if sectie.kop else None
        if merk and merk.oordeel == "ja" and any(word in merk.merk.casefold() for word in _MEER):
            text = f"{merk.titel}: in het stuk staat {merk.merk}. Het is overgenomen als vertrouwelijk."
            found.append(melding("vertrouwelijk-gelezen", text, document.bron(sectie.kop) if sectie.kop else None))
    return tuple(found)


def ask_vertrouwelijk(punten: Iterable[VerslagPunt], bestand: str) -> tuple[Melding, ...]:
    """Ask of every item that leaves it in doubt; in the record the question stands behind its heading."""
    return tuple(
        melding(
            "vertrouwelijk-vraag",
            f"Is dit punt vertrouwelijk? {f'{p.nummer}. {p.titel}' if p.nummer else p.titel}",
            p.bron or Bron(bestand),
            ernst=Ernst.WAARSCHUWING,
        )
        for p in punten
        if p.vertrouwelijk_vraag
    )
