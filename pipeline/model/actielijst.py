"""The action list and the list of decisions: what folding the records of a Tafel gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.model.actie import ActieStatus, Besluit, Herhaling, Kenmerk, Koppeling
from pipeline.model.tijd import Termijn
from pipeline.model.vergadering import Terugkoppeling


@dataclass(frozen=True, slots=True)
class Stap:
    """What one meeting did to an action; ``datum`` is the meeting, the rest as it stood after it."""

    datum: date
    status: ActieStatus
    termijn: Termijn
    actiehouder: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class ActielijstRegel:
    """One action as it stands: the sum of everything the records said of it, oldest Stap first.

    ``verschoven`` counts how often the term moved. ``te_laat`` and ``loopt_af`` are what
    ``voortgang.find_termijnstand`` says of its term. ``gemeld`` is what was reported since the last meeting and
    does not count yet. ``vermoedelijk`` is the action this row probably repeats, while a person has yet to confirm
    it: that changes nothing in a list, and is for the screen. An action of before ``acties_vanaf`` of the Tafel
    does not count (``telt_mee`` False). ``rust`` says that ``vanaf`` is still to come on the day the list is for.
    """

    kenmerk: Kenmerk
    actie: str
    actiehouder: str
    actiehouders: tuple[str, ...]
    termijn: Termijn
    status: ActieStatus
    toelichting: str
    agendapunt: str
    vertrouwelijk: bool
    verschoven: int
    te_laat: bool
    geschiedenis: tuple[Stap, ...]
    koppelingen: tuple[Koppeling, ...] = ()
    gemeld: Terugkoppeling | None = None
    vermoedelijk: Kenmerk | None = None
    telt_mee: bool = True
    loopt_af: bool = False
    vanaf: date | None = None
    herhaalt: Herhaling | None = None
    rust: bool = False

    def status_op(self, dag: date | None) -> ActieStatus:
        """Return how the meeting of a day left the action: what recurs is open again after it was done there."""
        return next((stap.status for stap in reversed(self.geschiedenis) if stap.datum == dag), self.status)


@dataclass(frozen=True, slots=True)
class Actielijst:
    """All actions of a Tafel as they stand on a day, in order of meeting and label."""

    tafel: str
    op: date
    regels: tuple[ActielijstRegel, ...] = ()

    @property
    def open(self) -> tuple[ActielijstRegel, ...]:
        """The actions that come back on the next agenda; one that is probably a double too: better twice than gone."""
        return tuple(r for r in self.regels if r.status == "open" and r.telt_mee)

    @property
    def geteld(self) -> tuple[ActielijstRegel, ...]:
        """The open actions as they are counted: what probably is a double of another counts with that other."""
        return tuple(r for r in self.open if r.vermoedelijk is None)


@dataclass(frozen=True, slots=True)
class BesluitenlijstRegel:
    """One decision with the identity it keeps."""

    kenmerk: Kenmerk
    besluit: Besluit


@dataclass(frozen=True, slots=True)
class Besluitenlijst:
    """All decisions of a Tafel, oldest first."""

    tafel: str
    regels: tuple[BesluitenlijstRegel, ...] = ()
