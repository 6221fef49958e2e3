"""The action list and the list of decisions: what folding the records of a Tafel gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.model.actie import ActieStatus, Besluit, Kenmerk, Koppeling
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

    ``verschoven`` counts how often the term moved, ``te_laat`` is True for an open action whose term has
    passed, ``gemeld`` is what was reported since the last meeting and does not count yet. ``vermoedelijk``
    is the action this row probably repeats, while a person has yet to confirm it; such a row, and one before
    ``acties_vanaf`` of the Tafel, does not count (``telt_mee`` False).
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


@dataclass(frozen=True, slots=True)
class Actielijst:
    """All actions of a Tafel as they stand on a day, in order of meeting and label."""

    tafel: str
    op: date
    regels: tuple[ActielijstRegel, ...] = ()

    @property
    def open(self) -> tuple[ActielijstRegel, ...]:
        """The actions that come back on the next agenda; an unconfirmed double is not counted twice."""
        return tuple(r for r in self.regels if r.status == "open" and r.telt_mee)


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
