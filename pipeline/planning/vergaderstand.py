"""Where a meeting stands: how far along the chain from planned to published, and what comes next.

The deadlines are those of the governancekader (3.3), see ``termijnen``; a Tafel may set its own in ``tafel.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from pipeline.model import Reeks
from pipeline.planning.termijnen import Termijndag, agenda_termijn, samenstel_termijn, verslag_termijn

# The files in the folders of a meeting: those of its agenda, those of its minutes.
Bestanden = Callable[[date], tuple[frozenset[str], frozenset[str]]]
StadiumNaam = Literal[
    "gepland",
    "conceptagenda",
    "akkoord_voorzitter",
    "agenda_rondgezonden",
    "gehouden",
    "conceptverslag_rondgezonden",
    "vastgesteld",
    "gepubliceerd",
]
STADIA: tuple[StadiumNaam, ...] = get_args(StadiumNaam)
# The event of the logboek that says a stadium was reached.
_GEBEURTENIS = {
    "akkoord_voorzitter": "akkoord_voorzitter",
    "agenda_rondgezonden": "agenda_rondgezonden",
    "conceptverslag_rondgezonden": "rondgezonden",
    "vastgesteld": "vastgesteld",
    "gepubliceerd": "gepubliceerd",
}


# What is to be done for a link of the chain. Minutes are first made, and then sent round.
Werkdoel = Literal[StadiumNaam, "conceptverslag"]


@dataclass(frozen=True, slots=True)
class Werkstap:
    """Something that is still to be done: what, in words; for which link (``doel``); and by when (None: no rule)."""

    wat: str
    doel: Werkdoel
    termijn: Termijndag | None = None

    @property
    def uiterlijk(self) -> date | None:
        """The last day it is in time."""
        return self.termijn.uiterlijk if self.termijn else None

    def is_te_laat(self, op: date) -> bool:
        """Tell whether the day has passed."""
        return self.termijn is not None and self.termijn.is_te_laat(op)


_TE_DOEN: dict[StadiumNaam, str] = {
    "conceptagenda": "conceptagenda maken",
    "akkoord_voorzitter": "akkoord voorzitter vragen",
    "agenda_rondgezonden": "agenda rondzenden",
    "gehouden": "vergaderen",
    "conceptverslag_rondgezonden": "conceptverslag rondzenden",
    "vastgesteld": "verslag vaststellen",
    "gepubliceerd": "verslag publiceren",
}


@dataclass(frozen=True, slots=True)
class Stadium:
    """One link of the chain: reached or not, on which day where that is known, and by when it had to be."""

    naam: StadiumNaam
    bereikt: bool
    op: date | None = None
    termijn: Termijndag | None = None

    @property
    def tekst(self) -> str:
        """The name as it is shown."""
        return self.naam.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Vergaderstand:
    """Where one meeting stands. ``verslag`` is the state of its minutes, None without; ``stap`` is what is next."""

    tafel: str
    datum: date
    heeft_agenda: bool
    heeft_agenda_word: bool
    verslag: str | None
    heeft_verslag_word: bool
    stadia: tuple[Stadium, ...]
    stap: Werkstap | None
    afgelast: str = ""

    @property
    def stadium(self) -> Stadium:
        """The last stadium that was reached."""
        return next(s for s in reversed(self.stadia) if s.bereikt)


def vergaderstanden(reeks: Reeks, op: date, bestanden: Bestanden) -> tuple[Vergaderstand, ...]:
    """Say where every meeting of a series stands on the day ``op``, in date order."""
    return tuple(_stand(reeks, datum, op, *bestanden(datum)) for datum in reeks.data)


def _stand(reeks: Reeks, datum: date, op: date, agenda: frozenset[str], minutes: frozenset[str]) -> Vergaderstand:
    verslag, vergadering = reeks.verslag(datum), reeks.vergadering(datum)
    has_agenda, has_minutes = _has_word(agenda, "agenda"), _has_word(minutes, "verslag")
    called_off = vergadering.afgelast if vergadering else ""
    stadia = _stadia(reeks, datum, op, has_agenda)
    return Vergaderstand(
        tafel=reeks.tafel.id,
        datum=datum,
        heeft_agenda=vergadering is not None,
        heeft_agenda_word=has_agenda,
        verslag=verslag.status if verslag else None,
        heeft_verslag_word=has_minutes,
        stadia=stadia,
        stap=None if called_off else _next_step(reeks, datum, stadia, has_minutes),
        afgelast=called_off,
    )


def _has_word(files: frozenset[str], what: str) -> bool:
    return any(what in name.lower() for name in files if name.endswith(".docx"))


def _stadia(reeks: Reeks, datum: date, op: date, has_agenda: bool) -> tuple[Stadium, ...]:
    """Return the chain; what lies before a link that was reached counts as reached."""
    days = {naam: _reached_on(reeks, datum, op, naam) for naam in STADIA}
    reached: set[StadiumNaam] = {naam for naam in STADIA if days[naam] is not None}
    reached.add("gepland")
    if has_agenda:
        reached.add("conceptagenda")
    if (verslag := reeks.verslag(datum)) and verslag.status == "vastgesteld":
        reached.add("vastgesteld")
    last = max(STADIA.index(naam) for naam in reached)
    return tuple(
        Stadium(naam, number <= last, days[naam], _termijn(reeks, datum, naam)) for number, naam in enumerate(STADIA)
    )


def _reached_on(reeks: Reeks, datum: date, op: date, naam: StadiumNaam) -> date | None:
    """Return the day a link was reached, by the logboek since the minutes were last withdrawn."""
    if naam == "gehouden":
        held = datum < op or (datum == op and reeks.verslag(datum) is not None)
        return datum if held and not reeks.is_afgelast(datum) else None
    events = [g for g in reeks.logboeken.get(datum, ()) if g.op <= op]
    withdrawn = max((g.op for g in events if g.soort == "ingetrokken"), default=date.min)
    since = date.min if naam in ("akkoord_voorzitter", "agenda_rondgezonden") else withdrawn
    return min((g.op for g in events if g.soort == _GEBEURTENIS.get(naam) and g.op >= since), default=None)


def _termijn(reeks: Reeks, datum: date, naam: StadiumNaam) -> Termijndag | None:
    tafel, following = reeks.tafel, reeks.volgende(datum)
    if naam in ("conceptagenda", "akkoord_voorzitter"):
        return samenstel_termijn(tafel, datum)
    if naam == "agenda_rondgezonden":
        return agenda_termijn(tafel, datum)
    if naam == "gehouden":
        return Termijndag(datum)
    if naam == "conceptverslag_rondgezonden":
        return verslag_termijn(tafel, datum)
    return Termijndag(following) if naam == "vastgesteld" and following else None


def _next_step(reeks: Reeks, datum: date, stadia: tuple[Stadium, ...], has_minutes: bool) -> Werkstap | None:
    link = next((s for s in stadia if not s.bereikt), None)
    if link is None:
        return None
    if link.naam == "conceptverslag_rondgezonden" and not has_minutes:
        what = "conceptverslag maken" if reeks.verslag(datum) is None else "conceptverslag in Word"
        return Werkstap(what, "conceptverslag", link.termijn)
    return Werkstap(_TE_DOEN[link.naam], link.naam, link.termijn)
