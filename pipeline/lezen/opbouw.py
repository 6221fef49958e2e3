"""Headings that nobody marked as one: numbered lines, numbered lists, a list under ``Verslag`` or ``Agenda``.

Every step turns a document into a document in which such a line is a heading, so that one place (``punten``) decides
what the agenda items are. Nothing is left out: what is taken off a heading stands as a paragraph below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.lezen import maten as m
from pipeline.lezen.sprekers import cut_plekken, without_sprekers
from pipeline.lezen.woorden import is_agendakop, is_label, is_lijstkop, is_raamkop
from pipeline.model.document import Bronblok, Document, Tekstblok

_REGELNUMMER = re.compile(r"(?:(?i:agendapunt|punt|ad)\s+)?(?P<nummer>\d{1,2}[a-z]?[.):]?)\s+(?=[^\W\d_])")
_EERSTE_ZIN = re.compile(r"(?<=[a-zà-þ)])\.\s+(?=[A-ZÀ-Þ])")
_STREEPJE = re.compile(r"[-–•*]\s")
_MAX_TITEL = 100
# "Definition of ready            done": what stands in a column of its own is no part of the title.
_KOLOM = re.compile(r"\s{3,}\S.*$")
# A line of a few words that begins with a capital and holds no mark of a sentence, a label or an address.
_KORTE_REGEL = re.compile(r"(?=.{3,60}$)(?:[A-ZÀ-Þ][\w'’-]*)(?:[ /&+-]+[\w'’()-]+){0,7}\??")
_LABELREGEL = re.compile(r"[A-Z][\w ]{2,25}:\s")


def with_koppen(document: Document) -> Document:
    """Make a heading of every line that stands for one; a document that has its headings stays as it is."""
    blocks = _nest_restarts(tuple(_unless_bullet(blok) for blok in document.blokken))
    blocks = _promote_lines(blocks)
    blocks = _promote_lists(blocks)
    blocks = _promote_agenda(blocks)
    blocks = _promote_short_lines(blocks)
    return replace(document, blokken=tuple(without_sprekers(blocks)))


def _unless_bullet(blok: Bronblok) -> Bronblok:
    """Take a bold line that begins with a bullet sign for a line of a list."""
    if not isinstance(blok, Tekstblok) or blok.soort != "kop" or blok.nummer or not _STREEPJE.match(blok.tekst):
        return blok
    return replace(blok, soort="alinea", niveau=0)


def _heading_numbers(blocks: Sequence[Bronblok]) -> list[tuple[int, int]]:
    """Give place and number of the headings with a single number: ``3.`` but not ``3.1``."""
    return [
        (index, int(blok.nummer.rstrip(".):")))
        for index, blok in enumerate(blocks)
        if isinstance(blok, Tekstblok) and blok.soort == "kop" and re.fullmatch(r"\d{1,2}[.):]?", blok.nummer)
    ]


def _nest_restarts(blocks: tuple[Bronblok, ...]) -> tuple[Bronblok, ...]:
    """Put a numbering that begins again within an item below it: 1, 2, 3, (1, 2), 4.

    The item ends where its numbering goes on: at the last heading that has the next number.
    """
    found = _heading_numbers(blocks)
    changed = list(blocks)
    position = 1
    while position < len(found):
        before, (index, number) = found[position - 1], found[position]
        outer, inner = blocks[before[0]], blocks[index]
        same = isinstance(outer, Tekstblok) and isinstance(inner, Tekstblok) and outer.niveau == inner.niveau
        resumes = [p for p in range(position + 1, len(found)) if found[p][1] in (before[1] + 1, before[1] + 2)]
        resumes = [p for p in resumes if found[p][1] == min(found[r][1] for r in resumes)]
        if number != 1 or not same or not resumes:
            position += 1
            continue
        for place in range(index, found[resumes[-1]][0]):
            blok = changed[place]
            if isinstance(blok, Tekstblok) and blok.soort == "kop":
                changed[place] = replace(blok, niveau=min(blok.niveau + 1, 9))
        position = resumes[-1] + 1
    return tuple(changed)


def _is_titel(text: str) -> bool:
    """Tell whether words can be the title of an item: short, no sentence, no address."""
    bare = text.strip()
    ended = bare.endswith((".", ";", ",", "!")) or bool(_EERSTE_ZIN.search(bare))
    return 2 <= len(bare) <= _MAX_TITEL and not ended and "http" not in bare


def _as_heading(blok: Tekstblok, level: int, number: str = "", cut: int = 0) -> Iterator[Tekstblok]:
    """Give the heading that a line is, and as a paragraph what stands behind its first sentence or in a column."""
    text = blok.tekst[cut:]
    end = next((m.start() for m in (_KOLOM.search(text.rstrip()), _EERSTE_ZIN.search(text)) if m), len(text))
    rest = text[end:].lstrip(" .\t")
    title = text[:end].strip().strip("_").rstrip(":").strip()
    yield replace(
        blok,
        tekst=title,
        soort="kop",
        niveau=level,
        nummer=number.rstrip(":") or blok.nummer,
        plekken=cut_plekken(blok, cut),
        vette=(),
    )
    if rest:
        start = blok.tekst.rindex(rest)
        yield Tekstblok(rest, plekken=cut_plekken(blok, start))


def _has_numbered_headings(blocks: Sequence[Bronblok]) -> bool:
    return len(_heading_numbers(blocks)) >= 2


def _promote_lines(blocks: tuple[Bronblok, ...]) -> tuple[Bronblok, ...]:
    """Take short numbered lines whose numbers go up for headings: ``1 Welkom`` … ``2 Voortgang`` with text between."""
    if _has_numbered_headings(blocks):
        return blocks
    numbered = _numbered_lines(blocks)
    # Lines right behind each other are a list: the agenda, or a list within the text.
    lines = {i: match for i, match in numbered.items() if i - 1 not in numbered and i + 1 not in numbered}
    if len(lines) < 2:
        return blocks
    changed: list[Bronblok] = []
    level = 2
    for index, blok in enumerate(blocks):
        match = lines.get(index)
        if match is None or not isinstance(blok, Tekstblok):
            level = blok.niveau if isinstance(blok, Tekstblok) and blok.soort == "kop" else level
            changed.append(blok)
        else:
            changed.extend(_as_heading(blok, level, match["nummer"], match.end()))
    return tuple(changed)


def _numbered_lines(blocks: Sequence[Bronblok]) -> dict[int, re.Match[str]]:
    """Return the lines that begin with a number one or two higher than the one before, the first with 1."""
    found: dict[int, re.Match[str]] = {}
    last = 0
    for index, blok in enumerate(blocks):
        plain = isinstance(blok, Tekstblok) and blok.soort == "alinea" and not blok.marge
        match = _REGELNUMMER.match(blok.tekst) if plain and isinstance(blok, Tekstblok) else None
        if match is None or not isinstance(blok, Tekstblok) or not _is_titel(blok.tekst[match.end() :]):
            continue
        number = int(re.sub(r"\D", "", match["nummer"]))
        if last < number <= last + 2 and (last or number == 1):
            found[index], last = match, number
    return found


def _promote_lists(blocks: tuple[Bronblok, ...]) -> tuple[Bronblok, ...]:
    """Take a list for headings where it frames the minutes: each line with its text below it.

    It stands under a heading such as ``Verslag`` that has no headings of its own, or the minutes have no headings at
    all and their list is numbered.
    """
    headings = [i for i, b in enumerate(blocks) if isinstance(b, Tekstblok) and b.soort == "kop"]
    topical = [i for i in headings if not is_lijstkop(_text(blocks[i])) and not is_raamkop(_text(blocks[i]))]
    changed = list(blocks)
    ranges: list[tuple[int, int, int, bool]] = []
    for index in headings:
        blok = blocks[index]
        assert isinstance(blok, Tekstblok)
        end = next((i for i in headings if i > index), len(blocks))
        deeper = end < len(blocks) and _level(blocks[end]) > blok.niveau
        if is_raamkop(blok.tekst) and not deeper:
            ranges.append((index + 1, end, blok.niveau + 1, False))
    if not ranges and all(i < 3 for i in topical) and not _has_numbered_headings(blocks):
        first = max((i + 1 for i in topical), default=0)
        ranges.append((first, next((i for i in headings if i >= first), len(blocks)), 2, True))
    for begin, end, level, numbered in reversed(ranges):
        items = _framing_items(blocks, begin, end, numbered)
        for index in reversed(items):
            blok = blocks[index]
            assert isinstance(blok, Tekstblok)
            changed[index : index + 1] = list(_as_heading(blok, level))
    return tuple(changed)


def _framing_items(blocks: Sequence[Bronblok], begin: int, end: int, numbered: bool) -> list[int]:
    """Return the outer list items that have text of their own below them, where at least half of them do."""
    outer = [
        i
        for i in range(begin, end)
        if isinstance(b := blocks[i], Tekstblok)
        and b.soort == "lijstitem"
        and b.niveau == 0
        and (bool(b.nummer) or not numbered)
    ]
    below = [i for i in outer if i + 1 < end and i + 1 not in outer and not _is_outer(blocks[i + 1])]
    titles = [i for i in outer if _is_titel(_EERSTE_ZIN.split(_text(blocks[i]))[0]) and _text(blocks[i])[-1:] != ":"]
    enough = len(outer) >= 2 and len(below) * 2 >= len(outer) and len(titles) == len(outer)
    return outer if enough else []


def _is_outer(blok: Bronblok) -> bool:
    return isinstance(blok, Tekstblok) and blok.soort != "kop" and blok.niveau == 0 and blok.soort == "lijstitem"


def _promote_agenda(blocks: tuple[Bronblok, ...]) -> tuple[Bronblok, ...]:
    """Take the agenda at the top for the items of minutes that have no headings of items of their own."""
    topical = [
        b
        for b in blocks
        if isinstance(b, Tekstblok) and b.soort == "kop" and not is_lijstkop(b.tekst) and not is_raamkop(b.tekst)
    ]
    start = next((i for i, b in enumerate(blocks[:60]) if _announces_agenda(b)), None)
    inside = [b for b in topical if start is not None and blocks.index(b) > start]
    if start is None or len(inside) > 0:
        return blocks
    end = _agenda_end(blocks, start + 1)
    if end - start - 1 < 2:
        return blocks
    heading = next((b for b in reversed(blocks[:start]) if isinstance(b, Tekstblok) and b.soort == "kop"), None)
    changed: list[Bronblok] = [*blocks[: start + 1]]
    for blok in blocks[start + 1 : end]:
        assert isinstance(blok, Tekstblok)
        match = _REGELNUMMER.match(blok.tekst) if blok.soort == "alinea" else None
        changed.extend(_as_heading(blok, 2, match["nummer"] if match else "", match.end() if match else 0))
    # The text below says nothing of which item it is about: it keeps a heading of its own.
    within = heading is not None and is_raamkop(heading.tekst) and not is_agendakop(heading.tekst)
    if within and heading is not None and end < len(blocks) and not _is_heading(blocks[end]):
        changed.append(replace(heading, niveau=2, nummer=""))
    return (*changed, *blocks[end:])


def _announces_agenda(blok: Bronblok) -> bool:
    return isinstance(blok, Tekstblok) and is_agendakop(blok.tekst)


def _agenda_end(blocks: Sequence[Bronblok], begin: int) -> int:
    """Return where the list of an agenda ends: at what is no item of it, or where another list begins."""
    index = begin
    numbered = index < len(blocks) and bool(getattr(blocks[index], "nummer", ""))
    while index < len(blocks):
        blok = blocks[index]
        if not isinstance(blok, Tekstblok) or blok.soort == "kop" or not _is_titel(blok.tekst):
            break
        in_list = blok.soort == "lijstitem" and bool(blok.nummer) == numbered
        if not in_list and not (numbered and _REGELNUMMER.match(blok.tekst)):
            break
        index += 1
    return index


def _promote_short_lines(blocks: tuple[Bronblok, ...]) -> tuple[Bronblok, ...]:
    """Take short lines that stand alone above their text for headings, in minutes that have no other headings."""
    topical = [b for b in blocks if _is_heading(b) and not is_lijstkop(_text(b)) and not is_raamkop(_text(b))]
    last = max(
        (i for i, b in enumerate(blocks[:8]) if _is_heading(b) or is_lijstkop(_text(b).split(":")[0])), default=0
    )
    found = [i for i in range(max(last + 1, 1), len(blocks) - 1) if _stands_alone(blocks, i)]
    if len(found) < 2 or len(topical) > 1 or _numbered_items(blocks):
        return blocks
    changed: list[Bronblok] = []
    for index, blok in enumerate(blocks):
        if index in found and isinstance(blok, Tekstblok):
            changed.extend(_as_heading(blok, 2))
        else:
            changed.append(blok)
    return tuple(changed)


def _numbered_items(blocks: Sequence[Bronblok]) -> bool:
    return any(isinstance(b, Tekstblok) and b.soort == "kop" and b.nummer for b in blocks)


def _stands_alone(blocks: Sequence[Bronblok], index: int) -> bool:
    """Tell whether a plain line of a few words stands between two texts that are sentences."""
    line, before, after = blocks[index], blocks[index - 1], blocks[index + 1]
    plain = isinstance(line, Tekstblok) and line.soort == "alinea" and not line.marge
    text = _text(line).strip()
    fits = _KORTE_REGEL.fullmatch(text) is not None and not is_label(text) and not is_lijstkop(text)
    return (
        plain
        and fits
        and _is_prose(after)
        and (_is_prose(before) or _is_heading(before) or index < m.DEELNEMERS_BINNEN)
    )


def _is_prose(blok: Bronblok) -> bool:
    text = _text(blok).strip()
    sentence = len(text) >= m.KORTSTE_ZIN or text.endswith((".", "!", "?"))
    return isinstance(blok, Tekstblok) and blok.soort != "kop" and sentence and not _LABELREGEL.match(text)


def _is_heading(blok: Bronblok) -> bool:
    return isinstance(blok, Tekstblok) and blok.soort == "kop"


def _text(blok: Bronblok) -> str:
    return blok.tekst if isinstance(blok, Tekstblok) else ""


def _level(blok: Bronblok) -> int:
    return blok.niveau if isinstance(blok, Tekstblok) else 0
