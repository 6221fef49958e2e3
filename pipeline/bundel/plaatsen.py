"""Where on the agenda its lines stand: of each item, and of each paper under it.

The agenda is Word's or LibreOffice's work, and may have been edited by hand; so its lines are found by their
text. White space does not count, since a title may run over two lines.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import pdfplumber

from pipeline.bundel.stukken import Bundel

_ERVOOR_LANG = 20  # letters: "Bijlage 12: " and a quotation mark or two
_MAX_PAGINAS = 40
_ERVOOR = re.compile(r"bijlage\w{0,8}:?$")
_RUIMTE = 1.5  # points around a line, so that it is easily clicked

Rechthoek = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Bladplaats:
    """A stretch of text on a page (counted from 0): a rectangle per line, in points from the bottom left."""

    pagina: int
    vakken: tuple[Rechthoek, ...]

    @property
    def boven(self) -> float:
        """The top of it."""
        return max(vak[3] for vak in self.vakken)


@dataclass(frozen=True, slots=True)
class _Teken:
    letter: str
    pagina: int
    vak: Rechthoek


@dataclass(frozen=True, slots=True)
class Agendaplaatsen:
    """The lines of an agenda: of items by number, of papers by number."""

    punten: dict[str, Bladplaats]
    stukken: dict[str, Bladplaats]


def find_plaatsen(bundel: Bundel) -> Agendaplaatsen:
    """Find the lines; what is not found has no entry."""
    signs = tuple(_read(bundel.agenda))
    text = "".join(sign.letter for sign in signs)
    points = dict(_find_punten(bundel, text))
    papers: dict[str, Bladplaats] = {}
    for number, _ in bundel.punten:
        begin = points.get(number, (0, 0))[1]
        later = [place[0] for place in points.values() if place[0] > begin]
        for paper in (s for s in bundel.stukken if s.punt == number):
            found = _find_paper(text, _fold(paper.titel), begin, min(later, default=len(text)))
            if found:
                papers[paper.nummer] = _place(signs[found[0] : found[1]])
                begin = found[1]
    return Agendaplaatsen({n: _place(signs[a:b]) for n, (a, b) in points.items()}, papers)


def _find_punten(bundel: Bundel, text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Find the titles in order; a number right before a title makes sure."""
    cursor = 0
    for number, title in bundel.punten:
        wanted = _fold(title)
        at = text.find(_fold(number) + wanted, cursor)
        begin = at + len(_fold(number)) if at >= 0 else text.find(wanted, cursor)
        if wanted and begin >= 0:
            cursor = begin + len(wanted)
            yield number, (begin, cursor)


def _find_paper(text: str, wanted: str, begin: int, end: int) -> tuple[int, int] | None:
    """Find a title among the lines of an item, preferably behind the word Bijlage."""
    if not wanted:
        return None
    hits = [m.start() for m in re.finditer(re.escape(wanted), text[begin:end])]
    named = [hit for hit in hits if _ERVOOR.search(text[max(begin, begin + hit - _ERVOOR_LANG) : begin + hit])]
    chosen = next(iter(named or hits), None)
    return None if chosen is None else (begin + chosen, begin + chosen + len(wanted))


def _fold(tekst: str) -> str:
    return "".join(unicodedata.normalize("NFKC", tekst).casefold().split())


def _read(pdf: bytes) -> Iterator[_Teken]:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for number, page in enumerate(document.pages[:_MAX_PAGINAS]):
            x0, y0, _, y1 = page.bbox[0], 0.0, 0.0, float(page.height)
            for char in page.chars:
                box = (char["x0"] - x0, y1 - char["bottom"] - y0, char["x1"] - x0, y1 - char["top"] - y0)
                for letter in _fold(char["text"]):
                    yield _Teken(letter, number, box)
            page.close()


def _place(signs: Iterable[_Teken]) -> Bladplaats:
    """Join the letters of one line to one rectangle; what runs on on the next page counts to here."""
    signs = list(signs)
    first = [s for s in signs if s.pagina == signs[0].pagina]
    lines = [list(group) for _, group in groupby(first, key=lambda s: round(s.vak[1]))]
    return Bladplaats(signs[0].pagina, tuple(_around([s.vak for s in line]) for line in lines))


def _around(boxes: list[Rechthoek]) -> Rechthoek:
    left, low, right, high = zip(*boxes, strict=True)
    return min(left) - _RUIMTE, min(low) - _RUIMTE, max(right) + _RUIMTE, max(high) + _RUIMTE
