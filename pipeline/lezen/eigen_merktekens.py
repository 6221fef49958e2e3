"""``[A]`` and ``[B]`` in the text of a form, and rows without a number in its lists: which are one and the same.

A row belongs to a marker only where most of its words stand in the sentence of the marker or the title of its item.
Where that is not so, both are kept: an action too many is seen on the list, one that was taken for another is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.lezen import maten as m
from pipeline.model import Actiepunt, Besluit

T = TypeVar("T", Actiepunt, Besluit)

_WOORD = re.compile(r"[^\W_]{3,}")
_LEEG = frozenset("aan bij dat deze die dit een het met naar nog over van voor wordt worden maken maakt zal".split())
_STAM = 4


def join_rows(rows: Sequence[T], marked: Sequence[tuple[T, str]]) -> tuple[T, ...]:
    """Put the rows of a list and the markers of the text together, each thing once.

    A marker comes with the title of its item. First what has a number, then the markers that wait for one in the
    order of the text, each as its row where it has one, then the rows that stand on their own.
    """
    numbered: list[T] = [row for row in rows if row.label]
    known = {row.label for row in numbered}
    new: dict[str, T] = {found.label: found for found, _ in marked if found.label and found.label not in known}
    left: list[T] = [row for row in rows if not row.label]
    loose: list[T] = [_take_row(found, title, left) for found, title in marked if not found.label]
    return tuple(numbered + list(new.values()) + loose + left)


def _take_row(found: T, title: str, left: list[T]) -> T:
    """Return the row that says the same as a marked sentence, taken from those that are left; else the marker."""
    sentence = (found.bron.zin or "") if found.bron else ""
    scored = [(_share(_said(row), f"{title} {sentence}"), -index) for index, row in enumerate(left)]
    best = max(scored, default=(0.0, 0))
    if best[0] <= m.ZELFDE_WOORDEN:
        return found
    row = left.pop(-best[1])
    return replace(row, agendapunt=row.agendapunt or found.agendapunt, bron=found.bron)


def _share(text: str, sentence: str) -> float:
    """Return which part of the words of a text stand in a sentence, in whatever form, from 0 to 1."""
    wanted, there = set(_words(text)), set(_words(sentence))
    return sum(_is_in(word, there) for word in wanted) / len(wanted) if wanted else 0.0


def _said(thing: Actiepunt | Besluit) -> str:
    return thing.tekst if isinstance(thing, Besluit) else thing.actie


def _words(text: str) -> Iterator[str]:
    return (word for word in _WOORD.findall(text.casefold()) if word not in _LEEG)


def _is_in(word: str, others: Iterable[str]) -> bool:
    """Tell whether a word stands among others, or one that begins alike: ``rondsturen`` and ``rond``."""
    return any(word == other or (len(other) >= _STAM and word.startswith(other[:_STAM])) for other in others)
