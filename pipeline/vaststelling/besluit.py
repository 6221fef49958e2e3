"""What was decided about minutes: adopted at a meeting, adopted in writing, or rectified."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.markering import format_datum
from pipeline.model import Melding, Reeks, Tekstwijziging, Vaststelling, melding

SCHRIFTELIJK = "schriftelijk"


@dataclass(frozen=True, slots=True)
class Vaststelbesluit:
    """A decision about the minutes of ``datum``: on which day (``op``), where, why, and what changes by it."""

    soort: Literal["vastgesteld", "gerectificeerd"]
    datum: date
    op: date
    waar: str
    reden: str = ""
    wijzigingen: tuple[Tekstwijziging, ...] = ()


def find_te_vaststellen(reeks: Reeks, op: date) -> date | None:
    """Return the oldest minutes a later meeting says are adopted and that are not yet, else the oldest circulated."""
    waiting = [v.datum for v in reeks.verslagen_tot(op) if not reeks.is_vastgesteld(v.datum)]
    said = [d for d in waiting if reeks.vaststelling(d) is not None]
    circulated = [d for d in waiting if reeks.gebeurtenis(d, "rondgezonden") is not None]
    return next(iter((*said, *circulated, *waiting[-1:])), None)


def find_vaststelling(
    reeks: Reeks, datum: date, tijdens: date | None = None
) -> tuple[Vaststelbesluit | None, tuple[Melding, ...]]:
    """Find the decision in the minutes of a later meeting; ``tijdens`` is one whose minutes don't say so (yet)."""
    problem = _check(reeks, datum)
    if problem is not None:
        return None, (problem,)
    said = reeks.vaststelling(datum)
    if said is None and tijdens is not None and datum < tijdens:
        said = tijdens, Vaststelling(datum)
    if said is None:
        return None, (_not_discussed(reeks, datum),)
    meeting, vaststelling = said
    where = f"vergadering van {format_datum(meeting)}"
    return Vaststelbesluit("vastgesteld", datum, meeting, where, wijzigingen=vaststelling.wijzigingen), ()


def find_schriftelijk(
    reeks: Reeks, datum: date, op: date, toelichting: str = ""
) -> tuple[Vaststelbesluit | None, tuple[Melding, ...]]:
    """Make the decision taken in writing on the day ``op``; its changes stand in ``register.yaml``."""
    problem = _check(reeks, datum)
    if problem is not None:
        return None, (problem,)
    sent = reeks.gebeurtenis(datum, "rondgezonden")
    if sent is not None and op < sent.op:
        text = f"Op {format_datum(op)} was het verslag nog niet rondgezonden; dat was op {format_datum(sent.op)}."
        return None, (melding("niet-rondgezonden", text, sent.bron, "Verbeter de datum."),)
    register = reeks.registers.get(datum)
    changes = register.wijzigingen if register else ()
    return Vaststelbesluit("vastgesteld", datum, op, SCHRIFTELIJK, toelichting, changes), ()


def find_rectificaties(reeks: Reeks, datum: date) -> tuple[tuple[Vaststelbesluit, ...], tuple[Melding, ...]]:
    """Find the corrections in ``register.yaml`` that have not been carried out, oldest first."""
    if not reeks.is_vastgesteld(datum):
        text = f"Het verslag van {format_datum(datum)} is nog niet vastgesteld; een rectificatie kan nog niet."
        return (), (melding("geen-rectificatie", text, hulp="Stel het eerst vast, met de wijziging erbij."),)
    register = reeks.registers.get(datum)
    done = {(r.op, r.reden) for r in reeks.rectificaties(datum)}
    wanted = [r for r in (register.rectificaties if register else ()) if (r.op, r.reden) not in done]
    if not wanted:
        return (), (melding("geen-rectificatie", bron=register.bron if register else None),)
    decisions = (
        Vaststelbesluit("gerectificeerd", datum, r.op, SCHRIFTELIJK, r.reden, r.wijzigingen)
        for r in sorted(wanted, key=lambda r: r.op)
    )
    return tuple(decisions), ()


def _check(reeks: Reeks, datum: date) -> Melding | None:
    """Tell why minutes cannot be adopted at all."""
    verslag = reeks.verslag(datum)
    unrecorded = reeks.gebeurtenis(datum, "rondgezonden") and not reeks.gebeurtenis(datum, "vastgesteld")
    if reeks.is_vastgesteld(datum) and not unrecorded:  # adopted here, and broken off before it was recorded
        return melding("al-vastgesteld", _adopted(reeks, datum), verslag.bron if verslag else None)
    if reeks.gebeurtenis(datum, "rondgezonden") is None:
        text = f"Het verslag van {format_datum(datum)} is niet rondgezonden en kan daarom niet worden vastgesteld."
        return melding("niet-rondgezonden", text, verslag.bron if verslag else None)
    return None


def _adopted(reeks: Reeks, datum: date) -> str:
    event = reeks.gebeurtenis(datum, "vastgesteld")
    day = f" op {format_datum(event.op)} ({event.waar})" if event else ""
    return f"Het verslag van {format_datum(datum)} is al vastgesteld{day}. De tekst ligt vast."


def _not_discussed(reeks: Reeks, datum: date) -> Melding:
    later = [v for v in reeks.verslagen if v.datum > datum]
    text = f"In geen later verslag staat dat het verslag van {format_datum(datum)} is vastgesteld."
    if not later:
        return melding(
            "niet-besproken",
            text,
            hulp="Noem met --tijdens de vergadering die het vaststelde, of gebruik --schriftelijk.",
        )
    first = min(later, key=lambda v: v.datum)
    help_text = f"Zet bovenaan dat verslag: vaststelling: {datum:%d-%m-%Y}. Of gebruik --tijdens {first.datum}."
    return melding("niet-besproken", text, first.bron, help_text)
