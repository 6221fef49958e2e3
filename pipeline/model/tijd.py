"""Times of day and terms, as written and as read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """The time of day of a meeting, Europe/Amsterdam; ``eind`` may be unknown."""

    begin: time
    eind: time | None = None

    def __str__(self) -> str:
        """Return the time as Dutch minutes write it: ``9:30 tot 11:00 uur``."""
        start = _clock(self.begin)
        return f"{start} tot {_clock(self.eind)} uur" if self.eind else f"{start} uur"


def _clock(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02d}"


@dataclass(frozen=True, slots=True)
class Termijn:
    """By when something is done: the words as written, and the last day they allow where that is known."""

    tekst: str = ""
    datum: date | None = None

    def __bool__(self) -> bool:
        """Tell whether there is a term at all."""
        return bool(self.tekst or self.datum)


@dataclass(frozen=True, slots=True)
class Embargo:
    """Confidential until a moment, and free from then on; without ``tot`` nobody has said until when, so still."""

    tot: datetime | None = None

    def geldt_op(self, moment: datetime) -> bool:
        """Tell whether it holds at a moment, Dutch time both."""
        return self.tot is None or moment < self.tot
