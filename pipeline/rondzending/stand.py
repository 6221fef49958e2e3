"""How far a mailing is: who has it, who has not, and of whom nobody knows. The logboek is the only memory.

A message leaves three kinds of events: that it was begun, and then that it was sent or not. One that was begun
and has no end may have arrived: the connection, or the computer, stopped at the wrong moment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pipeline.model import Gebeurtenis, Verzending, VerzondenStuk


@dataclass(frozen=True, slots=True)
class Zendingstand:
    """What the logboek says of one mailing (``agenda``, ``verslag``, ``actielijst``) of a meeting.

    ``ontvangen`` are the papers each address has had, by address in small letters; an address that got a
    message without papers is there too. ``onzeker`` are the messages of which the end is not known, ``eerste``
    is the day the first message went out.
    """

    ontvangen: dict[str, tuple[VerzondenStuk, ...]]
    onzeker: tuple[Verzending, ...]
    eerste: date | None

    def heeft(self, email: str) -> bool:
        """Tell whether this address got the mailing."""
        return email.casefold() in self.ontvangen


def read_stand(logboek: Iterable[Gebeurtenis], zending: str) -> Zendingstand:
    """Read how far a mailing is from the events of a meeting."""
    events = [(g, g.verzending) for g in logboek if g.verzending and g.verzending.zending == zending]
    ended = {v.bericht for g, v in events if g.soort in ("verzonden", "niet_verzonden") and v.bericht}
    got: dict[str, tuple[VerzondenStuk, ...]] = {}
    sent = [(g, v) for g, v in events if g.soort == "verzonden"]
    for _, verzending in sent:
        for email in verzending.aan:
            got[email.casefold()] = (*got.get(email.casefold(), ()), *verzending.stukken)
    uncertain = tuple(v for g, v in events if g.soort == "verzending_begonnen" and v.bericht not in ended)
    return Zendingstand(got, uncertain, min((g.op for g, _ in sent), default=None))


def find_nieuw(stukken: Iterable[VerzondenStuk], ontvangen: Iterable[VerzondenStuk]) -> tuple[VerzondenStuk, ...]:
    """Return the papers somebody has not had, in this version."""
    had = {(s.naam, s.vingerafdruk) for s in ontvangen}
    return tuple(s for s in stukken if (s.naam, s.vingerafdruk) not in had)
