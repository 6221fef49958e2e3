"""What the next agenda says of the minutes that are to be adopted: the changes asked for, at the item about them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pipeline.markering.datums import format_datum
from pipeline.markering.inline import plain_text
from pipeline.model import Agendapunt, Reactie, Reeks, Tekstwijziging, Vergadering, Verslag
from pipeline.vaststelling.verschil import describe_wijziging

_VASTSTELPUNT = re.compile(
    r"\bverslag\b.*\b(?:vorig\w*|vaststell\w*|vastgesteld|van \d)|\b(?:vorig\w*|vaststell\w*)\b.*\bverslag\b",
    re.IGNORECASE | re.DOTALL,
)


def with_wijzigingen(
    vergadering: Vergadering, reeks: Reeks, reacties: tuple[Reactie, ...], verslag: date
) -> Vergadering:
    """Return the meeting with the changes that are taken over, at its item on the minutes of ``verslag``.

    ``reeks`` is the series as the readers may have it: a change of words they can't read is left out.
    """
    seen = reeks.verslag(verslag)
    changes = [r.wijziging for r in reacties if r.antwoord == "overnemen" and r.wijziging is not None]
    shown = [change for change in changes if seen is not None and _is_seen(seen, change)]
    at = next((n for n, punt in enumerate(vergadering.agendapunten) if _adopts(punt)), None)
    if not shown or at is None:
        return vergadering
    lines = [f"Voorgestelde wijzigingen in het verslag van {format_datum(verslag)}:", *map(_describe, shown)]
    punt = vergadering.agendapunten[at]
    told = replace(punt, toelichting="\n".join((*punt.toelichting.splitlines(), *lines)))
    return replace(vergadering, agendapunten=tuple(
        told if n == at else other for n, other in enumerate(vergadering.agendapunten)
    ))  # fmt: skip


def find_te_bespreken(reeks: Reeks, datum: date) -> date | None:
    """Return the last meeting before this one whose minutes went round and wait for adoption."""
    waiting = (d for d in reeks.data if d < datum and reeks.is_rondgezonden(d) and not reeks.is_vastgesteld(d))
    return max(waiting, default=None)


def _adopts(punt: Agendapunt) -> bool:
    return _VASTSTELPUNT.search(f"{punt.titel} {punt.toelichting}") is not None


def _is_seen(verslag: Verslag, wijziging: Tekstwijziging) -> bool:
    """Tell whether these readers have the old words: what is confidential is not in their minutes."""
    texts = [p.titel for p in verslag.punten]
    texts += [plain_text(b.tekst) for p in verslag.punten for b in p.blokken if hasattr(b, "tekst")]
    texts += [a.actie for a in verslag.actiepunten] + [b.tekst for b in verslag.besluiten]
    old = " ".join(plain_text(wijziging.oud).split())
    return any(old in " ".join(text.split()) for text in texts)


def _describe(wijziging: Tekstwijziging) -> str:
    found = describe_wijziging(wijziging)
    if not found.nieuw:
        return f"{found.kop}: “{found.oud}” vervalt."
    return f"{found.kop}: “{found.oud}” wordt “{found.nieuw}”."
