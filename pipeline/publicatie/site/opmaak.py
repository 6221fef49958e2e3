"""Running text of a record as the templates print it: nested lists, tables, and pieces of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.markering import Stuk, split_inline
from pipeline.markering.inline import plain_text
from pipeline.model import Alinea, Blok, Tabel

_KOP_LENGTE = 100


@dataclass(frozen=True, slots=True)
class Tekstalinea:
    """A paragraph; ``is_kop`` where all of it is bold: that is how a writer makes a heading within an item."""

    tekst: str
    is_kop: bool = False
    soort: str = field(default="alinea", init=False)


@dataclass(frozen=True, slots=True)
class Lijstitem:
    """An item of a list, with the lists under it; ``nummer`` is what stood before it, if anything."""

    tekst: str
    nummer: str = ""
    onder: tuple[Weblijst, ...] = ()


@dataclass(frozen=True, slots=True)
class Weblijst:
    """A list, numbered or not."""

    genummerd: bool
    items: tuple[Lijstitem, ...]
    soort: str = field(default="lijst", init=False)

    @property
    def type(self) -> str:
        """The kind of numbering as HTML names it."""
        first = self.items[0].nummer[:1]
        return "a" if first.isalpha() and first.islower() else "A" if first.isalpha() else "1"


@dataclass(frozen=True, slots=True)
class Gegevenstabel:
    """A table: its header, and its rows."""

    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    soort: str = field(default="tabel", init=False)


Onderdeel = Tekstalinea | Weblijst | Gegevenstabel


def nest_blokken(blokken: Sequence[Blok]) -> tuple[Onderdeel, ...]:
    """Turn the flat blocks of a record into paragraphs, nested lists and tables, in the same order."""
    found: list[Onderdeel] = []
    position = 0
    while position < len(blokken):
        blok = blokken[position]
        if isinstance(blok, Tabel):
            found += [Gegevenstabel(blok.rijen[0], blok.rijen[1:])] if blok.rijen else []
            position += 1
        elif blok.soort == "alinea":
            found.append(Tekstalinea(blok.tekst, _is_kop(blok.tekst)))
            position += 1
        else:
            run = list(_take_list(blokken[position:]))
            found += _nest(run)
            position += len(run)
    return tuple(found)


def _take_list(blokken: Sequence[Blok]) -> Iterator[Alinea]:
    for blok in blokken:
        if isinstance(blok, Tabel) or blok.soort == "alinea":
            return
        yield blok


def _nest(items: Sequence[Alinea]) -> list[Weblijst]:
    """Make lists of one level: what is deeper hangs under the item before it."""
    lists: list[Weblijst] = []
    level = items[0].niveau if items else 0
    position = 0
    while position < len(items):
        item = items[position]
        end = position + 1
        while end < len(items) and items[end].niveau > level:
            end += 1
        entry = Lijstitem(item.tekst, item.nummer, tuple(_nest(items[position + 1 : end])))
        numbered = item.soort == "nummering"
        if lists and lists[-1].genummerd == numbered:
            lists[-1] = Weblijst(numbered, (*lists[-1].items, entry))
        else:
            lists.append(Weblijst(numbered, (entry,)))
        level, position = min(level, item.niveau), end
    return lists


def volgnummer(nummer: str) -> int | None:
    """Return the ordinal a printed number stands for: 3 for ``3.`` and for ``c.``; None where there is none."""
    word = re.sub(r"\W", "", nummer)
    if word.isdigit():
        return int(word)
    return ord(word.lower()) - ord("a") + 1 if len(word) == 1 and word.isascii() and word.isalpha() else None


def _is_kop(tekst: str) -> bool:
    pieces = [p for p in split_inline(tekst) if p.tekst.strip()]
    words = plain_text(tekst)
    return bool(pieces) and len(words) <= _KOP_LENGTE and all(p.vet and p.markering is None for p in pieces)


def stukken_van(tekst: str) -> tuple[Stuk, ...]:
    """Cut a line into plain, bold and marked pieces."""
    return split_inline(tekst)
