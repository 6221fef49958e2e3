"""How one action stands while the records are being read, and how a record moves it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pipeline.model import (
    ActielijstRegel,
    Actiepunt,
    ActieStatus,
    Herhaling,
    Kenmerk,
    Koppeling,
    Stap,
    Termijn,
    Terugkoppeling,
    Voortgang,
    is_zelfde_tekst,
)

TermijnStand = Literal["loopt", "loopt_af", "verstreken"]


@dataclass(frozen=True, slots=True)
class Peil:
    """The day a paper is made or sent, and the meeting it is for where that is still to come."""

    op: date
    vergadering: date | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """An action after the records read so far; each record gives a new Stand."""

    kenmerk: Kenmerk
    actiepunt: Actiepunt
    actie: str
    status: ActieStatus
    termijn: Termijn
    actiehouder: str
    actiehouders: tuple[str, ...]
    toelichting: str
    stappen: tuple[Stap, ...]
    verschoven: int = 0
    koppelingen: tuple[Koppeling, ...] = ()
    vermoedelijk: Kenmerk | None = None
    teksten: tuple[str, ...] = ()
    vanaf: date | None = None
    herhaalt: Herhaling | None = None

    def heet(self, tekst: str) -> bool:
        """Tell whether these are its words, or were once; an action without words is not known by them."""
        return any(is_zelfde_tekst(tekst, known) for known in self.teksten)


def start(kenmerk: Kenmerk, punt: Actiepunt) -> Stand:
    """Begin an action with the record that made it; no state means open."""
    status = punt.status or _merged(punt.koppelingen) or "open"
    first = Stap(kenmerk.datum, status, punt.termijn, punt.actiehouder, punt.toelichting)
    made = Stand(
        kenmerk,
        punt,
        punt.actie,
        status,
        punt.termijn,
        punt.actiehouder,
        punt.actiehouders,
        punt.toelichting,
        (first,),
        koppelingen=punt.koppelingen,
        teksten=(punt.actie,),
        vanaf=punt.vanaf,
        herhaalt=punt.herhaalt,
    )
    return _begin_again(made, kenmerk.datum)


def advance(stand: Stand, datum: date, voortgang: Voortgang) -> Stand:
    """Apply what the meeting of ``datum`` said, new words for the action included; what it left empty stays."""
    termijn = voortgang.termijn or stand.termijn
    status = voortgang.status or _merged(voortgang.koppelingen) or stand.status
    owner_given = bool(voortgang.actiehouder)
    moved = replace(
        stand,
        actie=voortgang.actie or stand.actie,
        status=status,
        termijn=termijn,
        actiehouder=voortgang.actiehouder if owner_given else stand.actiehouder,
        actiehouders=voortgang.actiehouders if owner_given else stand.actiehouders,
        toelichting=voortgang.toelichting or stand.toelichting,
        verschoven=stand.verschoven + _has_moved(stand.termijn, termijn),
        koppelingen=stand.koppelingen + voortgang.koppelingen,
        teksten=(*stand.teksten, *([voortgang.actie] if voortgang.actie else ())),
        vanaf=voortgang.vanaf or stand.vanaf,
        herhaalt=voortgang.herhaalt or stand.herhaalt,
    )
    step = Stap(datum, status, termijn, moved.actiehouder, voortgang.toelichting)
    return _begin_again(replace(moved, stappen=(*stand.stappen, step)), datum)


def _begin_again(stand: Stand, datum: date) -> Stand:
    """Open a recurring action again that this meeting finished, without its term; a quarterly one rests till the next.

    Its history says that it was finished; what is dropped (*vervallen*) does not come back.
    """
    if stand.herhaalt is None or stand.status != "afgerond":
        return stand
    rests_until = next_kwartaal(datum) if stand.herhaalt == "elk kwartaal" else None
    return replace(stand, status="open", termijn=Termijn(), vanaf=rests_until)


def next_kwartaal(dag: date) -> date:
    """Return the first day of the quarter after a day."""
    month = (dag.month - 1) // 3 * 3 + 4
    return date(dag.year + month // 13, (month - 1) % 12 + 1, 1)


def _merged(koppelingen: tuple[Koppeling, ...]) -> ActieStatus | None:
    """An action that was merged with another lives on in that other one."""
    return "vervallen" if any(k.soort == "samengevoegd_met" for k in koppelingen) else None


def _has_moved(before: Termijn, after: Termijn) -> bool:
    """Tell whether a term was postponed (or brought forward); a first term is not a move."""
    if not before or not after:
        return False
    if before.datum and after.datum:
        return before.datum != after.datum
    return before.tekst.casefold() != after.tekst.casefold()


def find_termijnstand(
    status: ActieStatus,
    termijn: Termijn,
    gemeld: Terugkoppeling | None,
    op: date,
    vergadering: date | None = None,
) -> TermijnStand:
    """Say how it stands with the term of an action on the day a paper is made or sent; never the meeting's day.

    A term runs to the end of its day. ``loopt_af`` is one that ends before the ``vergadering`` the paper is for.
    Whoever reported an action done is not late: that it stays open is for the meeting to change.
    """
    is_gemeld = gemeld is not None and gemeld.status in ("afgerond", "vervallen")
    if status != "open" or is_gemeld or termijn.datum is None:
        return "loopt"
    if termijn.datum < op:
        return "verstreken"
    return "loopt_af" if vergadering is not None and termijn.datum < vergadering else "loopt"


def to_regel(
    stand: Stand, peil: Peil, gemeld: Terugkoppeling | None = None, telt_vanaf: date | None = None
) -> ActielijstRegel:
    """Close the books: the action as it stands on a day."""
    rests = stand.status == "open" and stand.vanaf is not None and stand.vanaf > (peil.vergadering or peil.op)
    term = find_termijnstand(stand.status, stand.termijn, gemeld, peil.op, peil.vergadering)
    term = "loopt" if rests else term
    return ActielijstRegel(
        kenmerk=stand.kenmerk,
        actie=stand.actie,
        actiehouder=stand.actiehouder,
        actiehouders=stand.actiehouders,
        termijn=stand.termijn,
        status=stand.status,
        toelichting=stand.toelichting,
        agendapunt=stand.actiepunt.agendapunt,
        vertrouwelijk=stand.actiepunt.vertrouwelijk,
        verschoven=stand.verschoven,
        te_laat=term == "verstreken",
        geschiedenis=stand.stappen,
        koppelingen=tuple(Koppeling(k.soort, k.met) for k in stand.koppelingen),
        gemeld=gemeld,
        vermoedelijk=stand.vermoedelijk,
        telt_mee=telt_vanaf is None or stand.kenmerk.datum >= telt_vanaf,
        loopt_af=term == "loopt_af",
        vanaf=stand.vanaf,
        herhaalt=stand.herhaalt,
        rust=rests,
    )
