"""Words that are guarded as names are: addresses, parcels, companies, amounts.

They are in no public edition, and until their end date not in what goes to readers without rights either. Whatever
text they stand in, they are taken out of the records before anything is made of those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from pipeline.model.bron import Bron

T = TypeVar("T")
ONTHOUDEN = "[niet openbaar]"
# What a record is found by, and the words of our own: nothing anybody reads stands there.
_GEEN_TEKST = frozenset({"id", "tafel", "label", "lid", "bestand", "openbaar", "soort", "status", "punt", "bron"})


@dataclass(frozen=True, slots=True)
class Gevoelig:
    """Words that not everybody may read, why, and up to and including which day (None: for good)."""

    tekst: str
    reden: str = ""
    tot: date | None = None
    bron: Bron | None = field(default=None, compare=False)

    def geldt_op(self, dag: date) -> bool:
        """Tell whether it holds on that day for readers without rights; for the public it always does."""
        return self.tot is None or dag <= self.tot


def find_gevoelig(teksten: Iterable[str]) -> re.Pattern[str] | None:
    """Return how to find these words: in any case, over any white space; None where there are none."""
    words = sorted({" ".join(t.split()) for t in teksten} - {""}, key=len, reverse=True)
    whole = "|".join(r"\s+".join(map(re.escape, text.split())) for text in words)
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)", re.IGNORECASE) if words else None


def dek_gevoelig_af(waarde: T, patroon: re.Pattern[str] | None) -> T:
    """Return a value without these words, in whatever field they stand."""
    if patroon is None:
        return waarde
    covered: T = _cover(waarde, patroon)
    return covered


def _cover(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(ONTHOUDEN, value)
    if isinstance(value, tuple):
        return tuple(_cover(part, pattern) for part in value)
    if isinstance(value, Gevoelig | Bron) or not is_dataclass(value) or isinstance(value, type):
        return value
    parts = ((f.name, getattr(value, f.name)) for f in fields(value) if f.init and f.name not in _GEEN_TEKST)
    changed = {name: new for name, old in parts if (new := _cover(old, pattern)) != old}
    return replace(value, **changed) if changed else value
