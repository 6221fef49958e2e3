"""Text that stands under no agenda item: before the first, or beside a list of actions, decisions or contents.

A record has room for items and lists alone. What such a part says and no list took in goes with the item before
it, under its heading, and else above the first item: nothing somebody wrote is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.lezen.punten import Leessectie
from pipeline.lezen.woorden import is_koplabel, is_niets
from pipeline.model import Actiepunt, Besluit, Voortgang
from pipeline.model.document import Bronblok, Cel, Tabelblok

Ding = Actiepunt | Besluit | Voortgang

_WOORD = re.compile(r"[^\W_]{2,}")
# Labels and small words of a list, which the record says in its own way: "Deadline: 1 maart".
_SPELING = 2


def place_overig(
    secties: Iterable[Leessectie], dingen: Iterable[Ding]
) -> tuple[tuple[Bronblok, ...], tuple[Leessectie, ...]]:
    """Return what stands above the first item, and the items with what else there was behind them.

    ``dingen`` are the actions, decisions and progress that were read, which say what the lists say.
    """
    sections = tuple(secties)
    known = frozenset(word for text in (*_texts(dingen), *_titles(sections)) for word in _words(text))
    above: list[Bronblok] = []
    items: list[Leessectie] = []
    for section in sections:
        if section.is_punt:
            items.append(section)
            continue
        rest = tuple(_rest(section, known))
        if rest and items:
            items[-1] = replace(items[-1], blokken=(*items[-1].blokken, *rest))
        else:
            above.extend(rest)
    return tuple(above), tuple(items)


def has_rest(secties: Iterable[Leessectie], punten: Sequence[Leessectie], *, ook_tekst: bool) -> tuple[bool, ...]:
    """Tell of every item whether a row that no list took in was put under it; with ``ook_tekst`` a line counts too."""
    own = [section for section in secties if section.is_punt]
    added = [item.blokken[len(section.blokken) :] for section, item in zip(own, punten, strict=True)]
    return tuple(any(isinstance(b, Tabelblok) or (ook_tekst and b.soort != "kop") for b in rest) for rest in added)


def _rest(section: Leessectie, known: frozenset[str]) -> Iterator[Bronblok]:
    """Give the heading and the blocks of a section that say what nothing else says."""
    kept = [_without_known(blok, known) for blok in section.blokken if not _is_known(blok, known)]
    if kept and section.kop is not None:
        yield section.kop
    yield from kept


def _is_known(blok: Bronblok, known: frozenset[str]) -> bool:
    if isinstance(blok, Tabelblok):
        header, *rows = blok.rijen or ((),)
        return all(_says_nothing_new(cel.tekst, known) for cel in header) and all(_is_known_row(r, known) for r in rows)
    if blok.soort == "kop" or is_niets(blok.tekst) or is_koplabel(blok.tekst):
        return True
    return _says_nothing_new(blok.tekst, known) and _repeats(blok.tekst, known)


def _is_known_row(row: Sequence[Cel], known: frozenset[str]) -> bool:
    """Tell whether a row says again what a list took in; a row of other words is no spelling of it."""
    cells = [cel.tekst for cel in row if cel.tekst.strip()]
    return not cells or (all(_says_nothing_new(t, known) for t in cells) and any(_repeats(t, known) for t in cells))


def _repeats(text: str, known: frozenset[str]) -> bool:
    words = _words(text)
    return not words or any(word in known for word in words)


def _without_known(blok: Bronblok, known: frozenset[str]) -> Bronblok:
    """Leave of a table only its header and the rows that say what no list took in."""
    if not isinstance(blok, Tabelblok):
        return blok
    kept = [index for index, row in enumerate(blok.rijen) if index == 0 or not _is_known_row(row, known)]
    places = tuple(blok.plekken[min(index, len(blok.plekken) - 1)] for index in kept) if blok.plekken else ()
    return replace(blok, rijen=tuple(blok.rijen[index] for index in kept), plekken=places)


def _says_nothing_new(text: str, known: frozenset[str]) -> bool:
    new = [word for word in _words(text) if word not in known]
    return len(new) <= _SPELING or is_koplabel(text)


def _texts(dingen: Iterable[Ding]) -> Iterator[str]:
    for ding in dingen:
        yield (ding.bron.zin or "") if ding.bron else ""
        if isinstance(ding, Besluit):
            yield ding.tekst
        else:
            yield from (ding.actie, ding.actiehouder, ding.termijn.tekst, ding.toelichting)


def _titles(secties: Iterable[Leessectie]) -> Iterator[str]:
    return (section.kop.tekst for section in secties if section.kop is not None and section.is_punt)


def _words(text: str) -> list[str]:
    return _WOORD.findall(text.casefold())
