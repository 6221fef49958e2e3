"""A change as words on a screen: the passage as it was and as it becomes, cut to what is needed to see it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Tekstwijziging

_OMRINGD = 4  # words of context on either side of what changes
_TEKENS = "…"


@dataclass(frozen=True, slots=True)
class Tekstverschil:
    """One change: a heading that says where and by whom, the old words and the new."""

    kop: str
    oud: str
    nieuw: str


def describe_wijziging(wijziging: Tekstwijziging) -> Tekstverschil:
    """Describe a change; words that stay at either end are cut down to a few."""
    old, new = wijziging.oud.split(), wijziging.nieuw.split()
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    place = wijziging.punt if not wijziging.punt[:1].isdigit() else f"Punt {wijziging.punt}"
    asked = f", op verzoek van {wijziging.door}" if wijziging.door else ""
    return Tekstverschil(f"{place}{asked}", _cut(old, start, tail), _cut(new, start, tail))


def _cut(words: list[str], start: int, tail: int) -> str:
    first, last = max(0, start - _OMRINGD), min(len(words), len(words) - tail + _OMRINGD)
    before, after = [_TEKENS] if first else [], [_TEKENS] if last < len(words) else []
    return " ".join((*before, *words[first:last], *after))
