"""What the logboek says was made public and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pipeline.model import Gebeurtenis, Reeks
from pipeline.publicatie.editie import Intrekking


def find_intrekkingen(reeksen: Iterable[Reeks]) -> tuple[Intrekking, ...]:
    """Return what was taken back and not published again since, oldest meeting first."""
    found = [
        Intrekking(reeks.tafel.id, datum, event.op, event.toelichting, event.stuk)
        for reeks in reeksen
        for datum, events in sorted(reeks.logboeken.items())
        for event in _standing(events)
    ]
    return tuple(found)


def _standing(events: Iterable[Gebeurtenis]) -> list[Gebeurtenis]:
    """The withdrawals after the last publication; events of one day count in the order they were read."""
    standing: dict[str, Gebeurtenis] = {}
    for event in sorted(events, key=lambda e: e.op):
        if event.soort == "gepubliceerd":
            standing.pop(event.stuk, None)
        elif event.soort == "ingetrokken":
            standing[event.stuk] = event
    return list(standing.values())


def gepubliceerd_op(reeks: Reeks, datum: date) -> date | None:
    """Return the day the minutes of a meeting were last made public; None where they never were."""
    days = [e.op for e in reeks.logboeken.get(datum, ()) if e.soort == "gepubliceerd" and not e.stuk]
    return max(days, default=None)
