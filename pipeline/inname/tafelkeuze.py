"""Which Tafel minutes are of, by the name in their heading."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.model import Tafel

_STIL = frozenset(("van", "de", "het", "een", "en", "voor", "vergadering", "overleg", "verslag"))


def kies_tafel(naam: str, tafels: Iterable[Tafel]) -> Tafel | None:
    """Return the one table whose name, short name or id the heading gives; None where it is not sure.

    Of two that both fit, such as PRT and ambtelijke PRT, the one whose name says more is meant.
    """
    scored = sorted(((_score(naam, tafel), tafel.id, tafel) for tafel in tafels), reverse=True, key=lambda s: s[:2])
    best = [item for item in scored if item[0] > 0]
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][2]


def _score(naam: str, tafel: Tafel) -> int:
    """Count the words of a name of the table that all stand in the heading."""
    heading = _words(naam)
    names = (_words(name) for name in (tafel.naam, tafel.korte_naam, tafel.id) if name)
    return max((len(name) for name in names if name and (name <= heading or (len(heading) > 1 and heading <= name))),
               default=0)  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.casefold())) - _STIL
