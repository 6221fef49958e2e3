"""The next free number of an action or decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.model import Reeks, Register, Verslag

_LABEL = re.compile(r"([A-Z])(\d+)")


def next_nummer(reeks: Reeks, datum: date, letter: str = "A") -> int:
    """Return the first number free for the minutes of ``datum``, apart from those they use themselves.

    That is 1, above what the register has given out; for a Tafel that numbers ``doorlopend`` also above the
    actions (``A``) or decisions (``B``) of every other meeting. A gap is not filled: a number is never used again.
    """
    matches = (_LABEL.fullmatch(label) for record in _others(reeks, datum) for label in _labels(record))
    return max((int(m[2]) for m in matches if m and m[1] == letter), default=0) + 1


def _others(reeks: Reeks, datum: date) -> Iterator[Verslag | Register]:
    through = reeks.tafel.nummering == "doorlopend"
    yield from (register for day, register in reeks.registers.items() if through or day == datum)
    yield from (verslag for verslag in reeks.verslagen if through and verslag.datum != datum)


def _labels(record: Verslag | Register) -> Iterator[str]:
    yield from (punt.label for punt in record.actiepunten)
    yield from (besluit.label for besluit in record.besluiten)
