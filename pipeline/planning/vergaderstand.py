"""Where a meeting stands: what exists, what is missing, and what to do next.

The deadlines are those of the governancekader (3.3): agenda and papers at the latest a week before the meeting,
the conceptverslag within two weeks after it; a Tafel may set its own in ``tafel.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.model import Reeks

# The files in the folders of a meeting: those of its agenda, those of its minutes.
Bestanden = Callable[[date], tuple[frozenset[str], frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Stap:
    """Something that is still to be done: what, by when (None: no rule), and the command for it."""

    wat: str
    opdracht: str
    uiterlijk: date | None = None

    def is_te_laat(self, op: date) -> bool:
        """Tell whether the day has passed."""
        return self.uiterlijk is not None and op > self.uiterlijk


@dataclass(frozen=True, slots=True)
class Vergaderstand:
    """What there is of one meeting. ``verslag`` is its state, None without minutes."""

    tafel: str
    datum: date
    heeft_agenda: bool
    heeft_agenda_word: bool
    verslag: str | None
    heeft_verslag_word: bool
    mist: tuple[Stap, ...]


def vergaderstanden(reeks: Reeks, op: date, bestanden: Bestanden) -> tuple[Vergaderstand, ...]:
    """Say where every meeting of a series stands on the day ``op``, in date order."""
    return tuple(_stand(reeks, datum, op, *bestanden(datum)) for datum in reeks.data)


def _stand(reeks: Reeks, datum: date, op: date, agenda: frozenset[str], minutes: frozenset[str]) -> Vergaderstand:
    verslag = reeks.verslag(datum)
    stand = Vergaderstand(
        tafel=reeks.tafel.id,
        datum=datum,
        heeft_agenda=reeks.vergadering(datum) is not None,
        heeft_agenda_word=_has_word(agenda, "agenda"),
        verslag=verslag.status if verslag else None,
        heeft_verslag_word=_has_word(minutes, "verslag"),
        mist=(),
    )
    return replace(stand, mist=_before(reeks, stand) if datum > op else _after(reeks, stand, op))


def _has_word(files: frozenset[str], what: str) -> bool:
    return any(what in name.lower() for name in files if name.endswith(".docx"))


def _before(reeks: Reeks, stand: Vergaderstand) -> tuple[Stap, ...]:
    """What is to be done before a meeting."""
    deadline = stand.datum - timedelta(days=reeks.tafel.agenda_dagen)
    if not stand.heeft_agenda:
        return (Stap("agenda.yaml", f"maak agenda/{stand.tafel}/{stand.datum}/agenda.yaml", deadline),)
    if not stand.heeft_agenda_word:
        return (Stap("de agenda in Word", f"regietafel agenda {stand.tafel} {stand.datum}", deadline),)
    return ()


def _after(reeks: Reeks, stand: Vergaderstand, op: date) -> tuple[Stap, ...]:
    """What is to be done after a meeting."""
    deadline = stand.datum + timedelta(days=reeks.tafel.verslag_dagen)
    command = f"regietafel verslag {stand.tafel} {stand.datum}"
    if stand.verslag is None:
        return (Stap("verslag.md", command, deadline),)
    if not stand.heeft_verslag_word:
        return (Stap("het verslag in Word", command, None if stand.verslag == "vastgesteld" else deadline),)
    following = reeks.volgende(stand.datum)
    if stand.verslag == "concept" and following is not None and following <= op:
        return (Stap("vaststelling", f"zet status: vastgesteld in verslagen/{stand.tafel}/{stand.datum}/verslag.md"),)
    return ()
