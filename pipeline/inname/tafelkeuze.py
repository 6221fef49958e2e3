"""Which Tafel minutes are of, by the name in their heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    """Weigh how well a heading names a table: the more words the better, and best where no word is missing."""
    names = (_words(name) for name in (tafel.naam, tafel.korte_naam, tafel.id) if name)
    return max((_fit(_words(naam), name) for name in names), default=0)


def _fit(heading: tuple[str, ...], name: tuple[str, ...]) -> int:
    said, wanted = set(_spell_out(heading, name)), set(name)
    if wanted and wanted <= said:
        return 2 * len(wanted)
    return 2 * len(said) - 1 if len(said) > 1 and said <= wanted else 0


def _spell_out(heading: tuple[str, ...], name: tuple[str, ...]) -> Iterator[str]:
    """Give the words of a heading, initials as the words of the name they stand for: ``NH``, Noord-Holland."""
    for word in heading:
        length = len(word)
        runs = (name[i : i + length] for i in range(len(name) - length + 1)) if length > 1 else ()
        yield from next((run for run in runs if "".join(w[0] for w in run) == word), (word,))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[^\W_]+", text.casefold()) if word not in _STIL)
