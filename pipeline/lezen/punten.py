"""Which part of the minutes is about which agenda item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.lezen.regels import KOPNUMMER
from pipeline.lezen.woorden import is_actiekop, is_besluitkop, is_deelnemerkop, is_lijstkop, is_niets
from pipeline.model.document import Bronblok, Document, Plek, Tekstblok

_ROMEINS = re.compile(r"(?P<nummer>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})\.)\s+(?=[A-ZÀ-Þ])")
_GEMARKEERD = re.compile(r"(?:ACTIE|A[ck]tie(?:punt)?\s*(?=[:–-]))(?![\w/])\W*\w")
_INHOUD = re.compile(r"(?:inhoud(?:sopgave)?|agenda|onderwerpen?|samenvatting)\s*:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sectie:
    """A heading with the blocks under it; ``is_punt`` tells whether it is an agenda item.

    ``kop`` is None for what stands before the first heading; ``eerste`` is the number of its first block; ``binnen`` is
    the name of the item in which a mere line opened this section: ``Acties:``.
    """

    kop: Tekstblok | None
    blokken: tuple[Bronblok, ...]
    eerste: int
    is_punt: bool = False
    binnen: str = ""

    @property
    def naam(self) -> str:
        """The number or else the title: how an action names the item it belongs to."""
        if self.binnen:
            return self.binnen
        return "" if self.kop is None else self.kop.nummer.rstrip(".)") or self.kop.tekst.strip()


def with_getypte_nummers(document: Document) -> Document:
    """Take a number that somebody typed off the text of a heading: ``1. Opening`` becomes number and title.

    Roman numbers count where the first two of them stand before headings: else ``I.`` is somebody's initial.
    """
    headings = [blok.tekst for blok in document.blokken if isinstance(blok, Tekstblok) and blok.soort == "kop"]
    roman = all(any(text.startswith(first) for text in headings) for first in ("I. ", "II. "))
    patterns = (KOPNUMMER, _ROMEINS) if roman else (KOPNUMMER,)
    return replace(document, blokken=tuple(_with_number(blok, patterns) for blok in document.blokken))


def without_marked_headings(document: Document) -> Document:
    """Take a bold line that opens with a marker for a paragraph: ``ACTIE Jan belt de aannemer``."""
    return replace(document, blokken=tuple(_unless_marked(blok) for blok in document.blokken))


def _unless_marked(blok: Bronblok) -> Bronblok:
    if not isinstance(blok, Tekstblok) or blok.soort != "kop" or not _GEMARKEERD.match(blok.tekst):
        return blok
    return blok if is_lijstkop(blok.tekst) else replace(blok, soort="alinea", niveau=0)


def _with_number(blok: Bronblok, patterns: Sequence[re.Pattern[str]]) -> Bronblok:
    if not isinstance(blok, Tekstblok) or blok.soort != "kop" or blok.nummer:
        return blok
    match = next((match for pattern in patterns if (match := pattern.match(blok.tekst))), None)
    if match is None or not blok.tekst[match.end() : match.end() + 1].isupper():
        return blok
    cut = match.end()
    plekken = tuple(Plek(max(p.vanaf - cut, 0), p.nummer, p.begin + (cut if p.vanaf == 0 else 0)) for p in blok.plekken)
    return replace(blok, tekst=blok.tekst[cut:], nummer=match["nummer"], plekken=plekken, vette=())


def split_secties(document: Document, begin: int, deelnemerblokken: frozenset[int]) -> tuple[Sectie, ...]:
    """Cut the blocks after the head into sections, one for each heading of the level of agenda items."""
    level = _item_level(document.blokken[begin:])
    sections: list[Sectie] = []
    heading: Tekstblok | None = None
    blocks: list[Bronblok] = []
    first = begin
    for index in range(begin, len(document.blokken)):
        blok = document.blokken[index]
        if isinstance(blok, Tekstblok) and _opens_section(blok, level):
            sections.append(_section(heading, blocks, first, sections))
            heading, blocks, first = blok, [], index + 1
        elif index not in deelnemerblokken:
            blocks.append(blok)
    sections.append(_section(heading, blocks, first, sections))
    return tuple(s for s in sections if s.kop is not None or s.blokken)


def _section(heading: Tekstblok | None, blocks: list[Bronblok], first: int, before: Sequence[Sectie]) -> Sectie:
    """Make a section. A list of actions, decisions or people is an item only if it holds more than that list."""
    is_item = heading is not None and not _INHOUD.fullmatch(heading.tekst.strip())
    if heading is not None and is_lijstkop(heading.tekst):
        prose = (b for b in blocks if isinstance(b, Tekstblok) and b.soort == "alinea" and not is_niets(b.tekst))
        enough = 0 if heading.nummer else 120
        is_item = any(len(b.tekst) > enough for b in prose) and not is_deelnemerkop(heading.tekst)
    within = heading is not None and heading.soort != "kop" and heading.tekst.strip().endswith(":") and before
    return Sectie(heading, tuple(blocks), first, is_item, before[-1].naam if within else "")


def _opens_section(blok: Tekstblok, level: int) -> bool:
    if blok.soort == "kop":
        is_list = is_actiekop(blok.tekst) or is_besluitkop(blok.tekst)
        return blok.niveau <= level or (is_list and "." not in blok.nummer.rstrip("."))
    text = blok.tekst.strip()
    return (
        blok.soort == "alinea"
        and len(text) < 60
        and "\t" not in text
        and (is_actiekop(text) or is_besluitkop(text))
        and _bare(text)
    )


def _bare(text: str) -> bool:
    """A paragraph is only a heading of a list when nothing follows its words, or a colon."""
    return not text.endswith(".") and text[:1].isupper()


def _outside_lists(headings: list[Tekstblok]) -> Iterator[Tekstblok]:
    """Give the headings that are not those of a list, nor stand within one (actions grouped by person)."""
    list_level: int | None = None
    for heading in headings:
        if is_lijstkop(heading.tekst):
            list_level = heading.niveau
        elif list_level is None or heading.niveau <= list_level:
            list_level = None
            yield heading


def _item_level(blokken: tuple[Bronblok, ...]) -> int:
    """Return the level of the headings of agenda items: the numbered ones, else the highest that recurs."""
    headings = [b for b in blokken if isinstance(b, Tekstblok) and b.soort == "kop"]
    items = list(_outside_lists(headings))
    numbered = Counter(b.niveau for b in items if re.fullmatch(r"\d{1,2}[a-z]?[.)]?", b.nummer))
    if numbered and max(numbered.values()) >= 2:
        return min(level for level, count in numbered.items() if count >= 2)
    levels = Counter(b.niveau for b in items)
    return min((level for level, count in levels.items() if count >= 2), default=max(levels, default=6))
