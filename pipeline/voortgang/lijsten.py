"""The action list for a purpose: before a meeting, after it, or on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from pipeline.model import Actielijst, ActielijstRegel, Melding, Reeks, Tafel, melding
from pipeline.voortgang.acties import Gemeld, fold_acties
from pipeline.voortgang.stand import Peil

Uitkomst = tuple[Actielijst, tuple[Melding, ...]]


def acties_voor(reeks: Reeks, datum: date, op: date) -> Uitkomst:
    """The open actions that stand on the agenda of a meeting, with what was reported since the last one.

    What rests until after the meeting does not stand there.

    ``op`` is the day the paper is made or sent: it says which terms have passed, and which end before the meeting.
    """
    reported = _reported(reeks, datum)
    lijst, found = fold_acties(reeks, datum - timedelta(days=1), reported, Peil(op, datum))
    of_earlier = {item.bron for day, item in reported if day != datum}
    meldingen = tuple(m for m in found if m.bron is None or m.bron not in of_earlier)
    return _with_dubbelen(replace(lijst, regels=tuple(r for r in lijst.open if not r.rust)), meldingen)


def acties_na(reeks: Reeks, datum: date, op: date) -> Uitkomst:
    """The list that goes with the minutes of a meeting: what is open, and what the meeting changed.

    ``op`` is the day the paper is made or sent: it says which terms have passed.
    """
    coming = reeks.volgende(datum)
    reported = _reported(reeks, datum) + (_reported(reeks, coming) if coming else ())
    lijst, found = fold_acties(reeks, datum, reported, Peil(op))
    of_agendas = {item.bron for _, item in reported}
    meldingen = tuple(m for m in found if m.bron is None or m.bron not in of_agendas)
    regels = tuple(r for r in lijst.regels if r in lijst.open or r.geschiedenis[-1].datum == datum)
    return _with_dubbelen(replace(lijst, regels=regels), meldingen)


def acties_op(reeks: Reeks, op: date) -> Uitkomst:
    """Every action as it stands on a day, with what was reported for the meeting to come."""
    recorded = reeks.verslagen_tot(op)
    coming = reeks.volgende(recorded[-1].datum) if recorded else None
    return fold_acties(reeks, op, _reported(reeks, coming) if coming else ())


def select_acties(
    lijst: Actielijst,
    *,
    alleen_open: bool = False,
    te_laat: bool = False,
    van: str | None = None,
    tafel: Tafel | None = None,
) -> Actielijst:
    """Keep the rows asked for; ``van`` is (part of) the name of an owner, or a member of ``tafel`` however called."""
    wanted = (van or "").casefold().strip()
    meant = tafel.find_leden(wanted) if tafel else ()

    def is_owner(owner: str) -> bool:
        if wanted in owner.casefold():
            return True
        return tafel is not None and len(meant) == 1 and tafel.find_leden(owner) == meant

    def is_asked(regel: ActielijstRegel) -> bool:
        return (
            (not alleen_open or (regel.status == "open" and regel.telt_mee))
            and (not te_laat or regel.te_laat)
            and any(map(is_owner, (regel.actiehouder, *regel.actiehouders)))
        )

    return replace(lijst, regels=tuple(r for r in lijst.regels if is_asked(r)))


def _reported(reeks: Reeks, datum: date) -> tuple[Gemeld, ...]:
    """What stands under ``terugkoppeling`` for a meeting, and for the one before it, whose minutes may be silent."""
    days = [day for day in (reeks.vorige(datum), datum) if day is not None]
    agendas = [(day, reeks.vergadering(day)) for day in days]
    return tuple((day, item) for day, agenda in agendas if agenda for item in agenda.terugkoppeling)


def _with_dubbelen(lijst: Actielijst, meldingen: tuple[Melding, ...]) -> Uitkomst:
    """Say which rows probably stand in a list twice: both stay there until a person has confirmed it."""
    there = {regel.kenmerk for regel in lijst.regels}
    doubles = [r for r in lijst.regels if r.status == "open" and r.vermoedelijk in there]
    if not doubles:
        return lijst, meldingen
    pairs = ", ".join(f"{r.kenmerk.verwijzing} en {r.vermoedelijk.verwijzing}" for r in doubles if r.vermoedelijk)
    day = doubles[-1].kenmerk.datum.isoformat()
    hulp = f"Bevestig of weiger dat met: regietafel voorstellen {lijst.tafel} {day}"
    text = f"Deze acties zijn vermoedelijk dezelfde en staan er daarom nog twee keer: {pairs}."
    return lijst, (*meldingen, melding("koppeling-onbevestigd", text, hulp=hulp))
