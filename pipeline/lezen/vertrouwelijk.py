"""What the minutes say is confidential: the whole of them, an item, or an action or decision of their lists.

What words say so is a question for ``markering.vertrouwelijkheid``; here is where they are looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TypeVar

from pipeline.lezen.actielijst import is_vertrouwelijke_rij
from pipeline.lezen.punten import Leessectie
from pipeline.lezen.regels import KOPNUMMER
from pipeline.markering import format_datum
from pipeline.markering.tijden import parse_moment
from pipeline.markering.vertrouwelijkheid import (
    Kopmerk,
    Oordeel,
    is_merkregel,
    opens_besloten_deel,
    opens_openbaar_deel,
    read_alinea,
    read_kop,
    read_opschrift,
    split_eigen_merk,
)
from pipeline.model import Actiepunt, Besluit, Bron, Embargo, Ernst, Melding, VerslagPunt, Voortgang, melding
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


def oordeel_secties(
    secties: Sequence[Leessectie], geheel: Oordeel, *, alleen_eronder: bool = False
) -> tuple[Oordeel, ...]:
    """Tell of every item what it says of itself, or the closed part of the meeting it stands in.

    Items below the heading of that part are in it; of items beside it, that is asked. With ``alleen_eronder`` what
    the headings themselves say does not count.
    """
    found: list[Oordeel] = []
    closed: int | None = None  # the level of the heading that opened it
    for sectie in secties:
        title, level = (sectie.kop.tekst, sectie.kop.niveau) if sectie.kop else ("", 0)
        if closed is not None and (opens_openbaar_deel(title) or level < closed):
            closed = None
        within: Oordeel = "" if closed is None else "ja" if level > closed else "vraag"
        own = _oordeel_blokken(sectie.blokken) if alleen_eronder else _oordeel_sectie(sectie)
        found.append(_heaviest((geheel, within, own)))
        if opens_besloten_deel(title):
            closed = level
    return tuple(found)


def _oordeel_sectie(sectie: Leessectie) -> Oordeel:
    if sectie.kop is None:
        return _oordeel_blokken(sectie.blokken)
    return oordeel_blokken(sectie.kop.tekst, sectie.kop.nummer, sectie.blokken)


def oordeel_blokken(titel: str, nummer: str, blokken: Iterable[Bronblok]) -> Oordeel:
    """Tell what a heading and what stands under it say; what the notation itself says in a heading settles it."""
    if own := split_eigen_merk(titel):
        return own.oordeel
    return _heaviest((read_kop(titel, nummer).oordeel, *(_oordeel_blok(blok) for blok in blokken)))


def _oordeel_blokken(blokken: Iterable[Bronblok]) -> Oordeel:
    return _heaviest(_oordeel_blok(blok) for blok in blokken)


def _oordeel_blok(blok: Bronblok) -> Oordeel:
    if isinstance(blok, Tabelblok):
        # a row may be, and the rest of the table not: somebody has to say
        marked = any(read_alinea(cel.tekst) == "ja" for row in blok.rijen[1:] for cel in row)
        said = any(is_vertrouwelijke_rij(blok, index) for index in range(1, len(blok.rijen)))
        return "vraag" if marked or said else ""
    return read_kop(blok.tekst, blok.nummer).oordeel if blok.soort == "kop" else read_alinea(blok.tekst)


def _heaviest(said: Iterable[Oordeel]) -> Oordeel:
    return max(said, key=lambda one: _ZWAARTE[one], default="")


def with_embargo(
    punten: Iterable[VerslagPunt], secties: Sequence[Leessectie], geheel: Oordeel, datum: date | None
) -> tuple[VerslagPunt, ...]:
    """Give an item until when it is confidential, where its heading says so and nothing else says that it is."""
    without = oordeel_secties(secties, geheel, alleen_eronder=True)
    return tuple(
        punt if said else _with_embargo(punt, sectie, datum)
        for punt, sectie, said in zip(punten, secties, without, strict=True)
    )


def _with_embargo(punt: VerslagPunt, sectie: Leessectie, datum: date | None) -> VerslagPunt:
    merk = read_kop(sectie.kop.tekst, sectie.kop.nummer) if sectie.kop else None
    if merk is None or merk.embargo is None:
        return punt
    return replace(punt, vertrouwelijk=False, embargo=Embargo(parse_moment(merk.embargo, datum)))


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
    dingen: Iterable[T], punten: Iterable[VerslagPunt], secties: Iterable[Leessectie], geheel: Oordeel
) -> tuple[T, ...]:
    """Return actions or decisions; those of a confidential item, or a list whose heading says so, are confidential.

    A list is no item: what only it names belongs to none.
    """
    points, secties = tuple(punten), tuple(secties)
    secret = {key for p in points if p.vertrouwelijk for key in (p.nummer, p.titel) if key}
    # what is under an embargo follows its item, by the name that item has without its mark
    later = {p.titel for p in points if p.embargo}
    secret |= {s.naam for s in secties if s.kop and not s.is_punt and read_kop(s.kop.tekst).is_vertrouwelijk}
    lists = {s.naam for s in secties if not s.is_punt and not s.binnen} - {
        n for p in points for n in (p.nummer, p.titel)
    }
    placed = (_with_punt(d, secret, later, bool(geheel)) for d in dingen)
    return tuple(replace(d, agendapunt="") if d.agendapunt in lists else d for d in placed)


def with_rest(oordelen: Iterable[Oordeel], rest: Iterable[bool]) -> tuple[Oordeel, ...]:
    """Ask of the items under which something stands that may come from a confidential row."""
    return tuple(_heaviest((said, "vraag" if more else "")) for said, more in zip(oordelen, rest, strict=True))


def _with_punt(ding: T, geheim: set[str], later: set[str], geheel: bool) -> T:
    title = read_kop(ding.agendapunt).titel
    if geheel or ding.agendapunt in geheim or title in geheim:
        return replace(ding, vertrouwelijk=True)
    return replace(ding, agendapunt=title) if title in later else ding


def tell_meer(secties: Iterable[Leessectie], document: Document, datum: date | None) -> tuple[Melding, ...]:
    """Tell what a mark in a heading says beyond that it is confidential: until when, for whom."""
    found: list[Melding] = []
    for sectie in secties:
        merk = read_kop(sectie.kop.tekst, sectie.kop.nummer) if sectie.kop else None
        if merk and merk.oordeel == "ja" and any(word in merk.merk.casefold() for word in _MEER):
            text = f"{merk.titel}: in het stuk staat {merk.merk}. {_tell_gevolg(merk, datum)}"
            found.append(melding("vertrouwelijk-gelezen", text, document.bron(sectie.kop) if sectie.kop else None))
    return tuple(found)


def _tell_gevolg(merk: Kopmerk, datum: date | None) -> str:
    if merk.embargo is None:
        return "Het is overgenomen als vertrouwelijk."
    until = parse_moment(merk.embargo, datum)
    if until is None:
        return "Er staat geen moment bij waarop het embargo eindigt. Tot u dat zegt, is het vertrouwelijk."
    return f"Het is vertrouwelijk tot {format_datum(until.date())} {until.hour}.{until:%M} uur."


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
