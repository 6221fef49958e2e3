"""The deadlines around a meeting, counted as the governancekader means them.

Governancekader 3.3: agenda and papers go out "uiterlijk een week voorafgaand" to the meeting, the conceptverslag
within two weeks after it. Both are counted in whole days, so that a meeting on Friday the 23rd has its papers
sent on Friday the 16th at the latest, whatever the hour, and a clock that is put forward changes nothing. A
holiday does not move the rule: it moves the day on which somebody is there to do it, always to an earlier one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.model import Tafel
from pipeline.planning.dagen import find_feestdag, last_werkdag

HERINNER_DAGEN = 14  # a fortnight before the next meeting owners hear what is still open
SAMENSTEL_DAGEN = 21  # from three weeks before a meeting its agenda is composed


@dataclass(frozen=True, slots=True)
class Termijndag:
    """The last day something is in time (``uiterlijk``), and the last working day up to it (``werkdag``)."""

    uiterlijk: date

    @property
    def werkdag(self) -> date:
        """The day to do it at the latest, when nobody works on the last one."""
        return last_werkdag(self.uiterlijk)

    @property
    def reden(self) -> str:
        """Why the working day is another: the name of the holiday, or ``weekend``; empty where it is not."""
        if self.werkdag == self.uiterlijk:
            return ""
        return find_feestdag(self.uiterlijk) or "weekend"

    def dagen(self, op: date) -> int:
        """The days left on ``op``; 0 on the last day, negative when late."""
        return (self.uiterlijk - op).days

    def is_te_laat(self, op: date) -> bool:
        """Tell whether the last day has passed."""
        return op > self.uiterlijk


def agenda_termijn(tafel: Tafel, datum: date) -> Termijndag:
    """By when agenda and papers are sent."""
    return Termijndag(tafel.agenda_uiterlijk(datum))


def samenstel_termijn(tafel: Tafel, datum: date) -> Termijndag:
    """By when the agenda is composed and agreed to: the day before it is sent at the latest."""
    return Termijndag(tafel.agenda_uiterlijk(datum) - timedelta(days=1))


def verslag_termijn(tafel: Tafel, datum: date) -> Termijndag:
    """By when the conceptverslag is sent."""
    return Termijndag(tafel.verslag_uiterlijk(datum))


def herinner_dag(datum: date) -> date:
    """The day on which owners are reminded of their open actions."""
    return last_werkdag(datum - timedelta(days=HERINNER_DAGEN))
