"""Running text of the minutes in pieces, each with its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from pipeline.markering.zinnen import Zin, split_zinnen
from pipeline.model import Alinea, Blok, Bron, Tabel, VerslagPunt

_MAX_OMGEVING = 500  # characters before and after the words in question


@dataclass(frozen=True, slots=True)
class Controlepassage:
    """A piece of running text of the minutes: a paragraph, a list item or a table cell.

    ``tekst`` has two spaces for every ``**``, so that places in it are places in the record.
    """

    tekst: str
    bron: Bron | None
    punt: VerslagPunt | None = None
    cel: bool = False

    def plek(self, begin: int, eind: int) -> Bron | None:
        """The place of a stretch of this text, with the sentence it stands in."""
        return replace(self.bron, zin=sentence_around(self.tekst, begin, eind)) if self.bron else None


def split_passages(blok: Blok, punt: VerslagPunt | None) -> Iterator[Controlepassage]:
    """Yield the passages of a block; a table gives one for each cell that is not empty."""
    if isinstance(blok, Alinea):
        yield Controlepassage(blok.tekst.replace("**", "  "), blok.bron, punt)
    elif isinstance(blok, Tabel):
        for number, row in enumerate(blok.rijen):
            yield from (Controlepassage(cell, row_bron(blok, number), punt, cel=True) for cell in row if cell)


def row_bron(tabel: Tabel, rij: int) -> Bron | None:
    """Return the place of a row; in a text file the line of dashes lies under the header."""
    bron = tabel.bron
    if bron is None or bron.nummer is None or bron.soort != "regel" or rij == 0:
        return bron
    return replace(bron, nummer=bron.nummer + rij + 1)


def sentence_around(tekst: str, begin: int, eind: int) -> str:
    """Return the sentence (or sentences) a stretch of text stands in, white space folded.

    Of what goes on and on without a full stop only the nearest part is shown.
    """
    zinnen = _zinnen(tekst)
    first = bisect_right(zinnen, begin, key=attrgetter("eind"))
    last = bisect_left(zinnen, eind, key=attrgetter("begin"))
    around = zinnen[first:last]
    start, stop = (around[0].begin, around[-1].eind) if around else (begin, eind)
    return " ".join(tekst[max(start, begin - _MAX_OMGEVING) : min(stop, eind + _MAX_OMGEVING)].split())


@lru_cache(maxsize=8)
def _zinnen(tekst: str) -> tuple[Zin, ...]:
    """Cut a paragraph once, however many findings there are in it."""
    return split_zinnen(tekst)
