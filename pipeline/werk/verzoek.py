"""What is asked of the werk: an act with its arguments, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Verzoek:
    """A request; ``daad`` is the name of the act it asks for, as in the table of acts."""

    daad: ClassVar[str]


@dataclass(frozen=True, slots=True)
class OverVergadering(Verzoek):
    """A request about a meeting: either may be left out where the werkmap says which is meant."""

    tafel: str | None = None
    datum: date | None = None
