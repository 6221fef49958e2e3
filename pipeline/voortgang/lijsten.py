"""The action list for a purpose: before a meeting, after it, or on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from pipeline.model import Actielijst, ActielijstRegel, Melding, Reeks, Terugkoppeling
from pipeline.voortgang.acties import fold_acties

Uitkomst = tuple[Actielijst, tuple[Melding, ...]]


def acties_voor(reeks: Reeks, datum: date) -> Uitkomst:
    """The open actions that stand on the agenda of a meeting, with what was reported since the last one."""
    vergadering = reeks.vergadering(datum)
    reported = vergadering.terugkoppeling if vergadering else ()
    lijst, meldingen = fold_acties(reeks, datum - timedelta(days=1), reported, peildatum=datum)
    return replace(lijst, regels=lijst.open), meldingen


def acties_na(reeks: Reeks, datum: date, peildatum: date | None = None) -> Uitkomst:
    """The list that goes with the minutes of a meeting: what is open, and what the meeting changed.

    What is late is told by ``peildatum``, the day of the meeting unless given.
    """
    lijst, meldingen = fold_acties(reeks, datum, peildatum=peildatum)
    regels = tuple(r for r in lijst.regels if r in lijst.open or r.geschiedenis[-1].datum == datum)
    return replace(lijst, regels=regels), meldingen


def acties_op(reeks: Reeks, op: date) -> Uitkomst:
    """Every action as it stands on a day, with what was reported for the meeting to come."""
    return fold_acties(reeks, op, _reported(reeks, op))


def select_acties(
    lijst: Actielijst, *, alleen_open: bool = False, te_laat: bool = False, van: str | None = None
) -> Actielijst:
    """Keep the rows asked for; ``van`` is (part of) the name of an owner."""
    wanted = (van or "").casefold().strip()

    def is_asked(regel: ActielijstRegel) -> bool:
        return (
            (not alleen_open or (regel.status == "open" and regel.telt_mee))
            and (not te_laat or regel.te_laat)
            and any(wanted in owner.casefold() for owner in (regel.actiehouder, *regel.actiehouders))
        )

    return replace(lijst, regels=tuple(r for r in lijst.regels if is_asked(r)))


def _reported(reeks: Reeks, op: date) -> tuple[Terugkoppeling, ...]:
    """What stands under ``terugkoppeling`` for the meeting after the last one with minutes."""
    recorded = reeks.verslagen_tot(op)
    coming = reeks.volgende(recorded[-1].datum) if recorded else None
    vergadering = reeks.vergadering(coming) if coming else None
    return vergadering.terugkoppeling if vergadering else ()
