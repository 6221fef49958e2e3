"""Which part of the minutes is about which agenda item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.lezen import maten as m
from pipeline.lezen.regels import KOPNUMMER
from pipeline.lezen.woorden import (
    is_actiekop,
    is_agendakop,
    is_besluitkop,
    is_deelnemerkop,
    is_lijstkop,
    is_niets,
    is_raamkop,
)
from pipeline.markering.houders import is_alleen_houders
from pipeline.model.document import Bronblok, Document, Plek, Tekstblok

_ROMEINS = re.compile(r"(?P<nummer>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})\.)\s+(?=[A-ZÀ-Þ])")
_GEMARKEERD = re.compile(r"(?:ACTIE|A[ck]tie(?:punt)?\s*(?=[:–-]))(?![\w/])\W*\w")
_ENKEL_NUMMER = re.compile(r"\d{1,2}[a-z]?[.):]?")
# What closes a meeting is an item, also where it stands outside the frame of the others.
_SLOT = re.compile(
    r"\W*(?:opening|mededelingen|rondvraag|w\.?v\.?t\.?t\.?k|wat verder|sluiting|afsluiting|vaststell"
    r"|volgend\w* (?:overleg|vergadering))",
    re.IGNORECASE,
)
_INHOUD = re.compile(r"(?:inhoud(?:sopgave)?|agenda|onderwerpen?|samenvatting)\s*:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leessectie:
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


def find_begin(blokken: Sequence[Bronblok], hoofd: int, begin: int) -> int:
    """Return where the items begin: behind the head and the people, but not behind an agenda that stands above them."""
    agenda = (
        index
        for index in range(hoofd, min(begin, len(blokken) - 1))
        if isinstance(blok := blokken[index], Tekstblok) and blok.soort == "kop" and is_agendakop(blok.tekst)
    )
    found = next(agenda, begin)
    following = blokken[found + 1] if found < begin else None
    return found if isinstance(following, Tekstblok) and following.soort == "kop" else begin


def split_secties(document: Document, begin: int, deelnemerblokken: frozenset[int]) -> tuple[Leessectie, ...]:
    """Cut the blocks after the head into sections, one for each heading of the level of agenda items."""
    raam = _find_raam(document.blokken, begin)
    level = _item_level(document.blokken[raam.begin if raam else begin : raam.eind if raam else None])
    sections: list[Leessectie] = []
    heading: Tekstblok | None = None
    blocks: list[Bronblok] = []
    first = begin
    for index in range(begin, len(document.blokken)):
        blok = document.blokken[index]
        if isinstance(blok, Tekstblok) and _opens_section(blok, level):
            sections.append(_section(heading, blocks, first, sections, raam))
            heading, blocks, first = blok, [], index + 1
        elif index not in deelnemerblokken:
            blocks.append(blok)
    sections.append(_section(heading, blocks, first, sections, raam))
    return tuple(s for s in sections if s.kop is not None or s.blokken)


def _section(
    heading: Tekstblok | None, blocks: list[Bronblok], first: int, before: Sequence[Leessectie], raam: Raam | None
) -> Leessectie:
    """Make a section. A list of actions, decisions or people is an item only if it holds more than that list."""
    is_item = heading is not None and not _INHOUD.fullmatch(heading.tekst.strip())
    if heading is not None and is_lijstkop(heading.tekst):
        is_item = _holds_more(heading, blocks) and heading.soort == "kop" and not is_deelnemerkop(heading.tekst)
    if heading is not None and is_item and raam is not None:
        is_item = raam.holds(first - 1) or bool(_SLOT.match(heading.tekst)) or is_raamkop(heading.tekst)
    if heading is not None and is_raamkop(heading.tekst):
        is_item = is_item and any(isinstance(b, Tekstblok) and not is_niets(b.tekst) for b in blocks)
        is_item = is_item and (raam is None or not (first == raam.begin or is_agendakop(heading.tekst)))
    within = heading is not None and heading.soort != "kop" and heading.tekst.strip().endswith(":") and before
    return Leessectie(heading, tuple(blocks), first, is_item, before[-1].naam if within else "")


def _holds_more(heading: Tekstblok, blocks: Sequence[Bronblok]) -> bool:
    """Tell whether more than a list stands under its heading: prose, or headings of subjects and not of owners."""
    texts = [b for b in blocks if isinstance(b, Tekstblok) and not is_niets(b.tekst)]
    enough = 0 if heading.nummer else 120
    subjects = [b for b in texts if b.soort == "kop" and not is_alleen_houders(b.tekst)]
    return len(subjects) >= 2 or any(b.soort == "alinea" and len(b.tekst) > enough for b in texts)


@dataclass(frozen=True, slots=True)
class Raam:
    """Where the items stand that one heading frames: the blocks from ``begin`` up to ``eind``."""

    begin: int
    eind: int

    def holds(self, index: int) -> bool:
        """Tell whether a block stands within the frame."""
        return self.begin <= index < self.eind


def _find_raam(blokken: Sequence[Bronblok], begin: int) -> Raam | None:
    """Return what a heading such as ``Verslag`` frames: more headings than come after it at its own level."""
    headings = [(i, b) for i, b in enumerate(blokken) if i >= begin and isinstance(b, Tekstblok) and b.soort == "kop"]
    found: list[tuple[int, Raam]] = []
    for position, (index, blok) in enumerate(headings):
        if not is_raamkop(blok.tekst):
            continue
        later = headings[position + 1 :]
        end = next((i for i, other in later if other.niveau <= blok.niveau), len(blokken))
        inside = [other for i, other in later if i < end and not is_lijstkop(other.tekst)]
        after = [
            other
            for i, other in later
            if i >= end and other.niveau <= blok.niveau and not is_lijstkop(other.tekst) and not is_raamkop(other.tekst)
        ]
        if len(inside) >= 2 and len(inside) > len(after):
            found.append((len(inside), Raam(index + 1, end)))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _opens_section(blok: Tekstblok, level: int) -> bool:
    if blok.soort == "kop":
        is_list = is_actiekop(blok.tekst) or is_besluitkop(blok.tekst)
        return blok.niveau <= level or (is_list and "." not in blok.nummer.rstrip("."))
    text = blok.tekst.strip()
    return (
        blok.soort == "alinea"
        and len(text) < m.LANGSTE_LIJSTKOP
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


def _item_level(blokken: Sequence[Bronblok]) -> int:
    """Return the level of the headings of agenda items: the numbered ones, else the highest that recurs."""
    headings = [b for b in blokken if isinstance(b, Tekstblok) and b.soort == "kop"]
    items = list(_outside_lists(headings))
    levels = Counter(b.niveau for b in items)
    numbered = Counter(b.niveau for b in headings if _ENKEL_NUMMER.fullmatch(b.nummer))
    counted = sorted(level for level, count in numbered.items() if count >= 2 and _is_numbered(items, level))
    if counted and not (above := _level_above(headings, levels, counted[0])):
        return counted[0]
    if counted and above:
        return above
    return min((level for level, count in levels.items() if count >= 2), default=max(levels, default=6))


def _is_numbered(items: Sequence[Tekstblok], level: int) -> bool:
    return any(b.niveau == level and _ENKEL_NUMMER.fullmatch(b.nummer) for b in items)


def _level_above(headings: Sequence[Tekstblok], levels: Counter[int], numbered: int) -> int:
    """Return the level of the items where the numbers only count within one of three or more of them, else 0."""
    parents: list[tuple[int, Tekstblok | None]] = []
    parent: tuple[int, Tekstblok | None] = (-1, None)
    for place, heading in enumerate(headings):
        if heading.niveau < numbered:
            parent = (place, heading)
        elif heading.niveau == numbered and _ENKEL_NUMMER.fullmatch(heading.nummer):
            parents.append(parent)
    first = parents[0][1] if parents else None
    alone = len({place for place, _ in parents}) == 1
    if first is None or not alone or levels[first.niveau] < 3 or is_raamkop(first.tekst):
        return 0
    return first.niveau
