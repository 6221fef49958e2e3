"""What the next agenda says of the minutes that are to be adopted: the changes asked for, at the item about them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pipeline.markering.datums import format_datum
from pipeline.model import Agendapunt, Reeks, Tekstwijziging, Vergadering
from pipeline.vaststelling.verschil import describe_wijziging

_VASTSTELPUNT = re.compile(
    r"\bverslag\b.*\b(?:vorig\w*|vaststell\w*|vastgesteld|van \d)|\b(?:vorig\w*|vaststell\w*)\b.*\bverslag\b",
    re.IGNORECASE | re.DOTALL,
)


def with_wijzigingen(vergadering: Vergadering, reeks: Reeks, verslag: date) -> Vergadering:
    """Return the meeting with the changes that are taken over, at its item on the minutes of ``verslag``.

    ``reeks`` is the series as the readers may have it: what they may not read is not in its reactions.
    """
    asked = (r.wijziging for r in reeks.reacties.get(verslag, ()) if r.antwoord == "overnemen")
    shown = [wijziging for wijziging in asked if wijziging is not None]
    at = _find_vaststelpunt(vergadering.agendapunten, verslag)
    if not shown or at is None:
        return vergadering
    lines = [f"Voorgestelde wijzigingen in het verslag van {format_datum(verslag)}:", *map(_describe, shown)]
    points = list(vergadering.agendapunten)
    points[at] = replace(points[at], toelichting="\n".join((*points[at].toelichting.splitlines(), *lines)))
    return replace(vergadering, agendapunten=tuple(points))


def find_te_bespreken(reeks: Reeks, datum: date) -> date | None:
    """Return the last meeting before this one whose minutes went round and wait for adoption."""
    waiting = (d for d in reeks.data if d < datum and reeks.is_rondgezonden(d) and not reeks.is_vastgesteld(d))
    return max(waiting, default=None)


def _find_vaststelpunt(punten: tuple[Agendapunt, ...], verslag: date) -> int | None:
    """Return where these minutes are adopted: the item that has them as its paper, else the one that says so."""
    with_paper = (n for n, punt in enumerate(punten) if any(b.verslag_van == verslag for b in punt.bijlagen))
    by_words = (n for n, punt in enumerate(punten) if _VASTSTELPUNT.search(f"{punt.titel} {punt.toelichting}"))
    return next(with_paper, next(by_words, None))


def _describe(wijziging: Tekstwijziging) -> str:
    found = describe_wijziging(wijziging)
    if not found.nieuw:
        return f"{found.kop}: “{found.oud}” vervalt."
    return f"{found.kop}: “{found.oud}” wordt “{found.nieuw}”."
