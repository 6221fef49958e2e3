"""The next free number of an action or decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Reeks, Verslag

_LABEL = re.compile(r"([A-Z])(\d+)")


def next_nummer(reeks: Reeks, verslag: Verslag, letter: str = "A") -> int:
    """Return the first number no action (``A``) or decision (``B``) has had.

    It counts within the meeting, or through all meetings of a Tafel that numbers ``doorlopend``; a gap is not
    filled, since a number is never used again.
    """
    others = [v for v in reeks.verslagen if v.datum != verslag.datum]
    records = [verslag, *others] if reeks.tafel.nummering == "doorlopend" else [verslag]
    matches = (_LABEL.fullmatch(label) for record in records for label in _labels(reeks, record))
    return max((int(m[2]) for m in matches if m and m[1] == letter), default=0) + 1


def _labels(reeks: Reeks, verslag: Verslag) -> Iterator[str]:
    register = reeks.registers.get(verslag.datum)
    for record in (verslag, register) if register else (verslag,):
        yield from (punt.label for punt in record.actiepunten)
        yield from (besluit.label for besluit in record.besluiten)
