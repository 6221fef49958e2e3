"""The record of a meeting before anybody wrote in it: everything the agenda knows."""

from __future__ import annotations

from pipeline.model import Deelnemer, Reeks, Vergadering, Verslag, VerslagPunt
from pipeline.wie.personen import parse_deelnemer


def begin_verslag(reeks: Reeks, vergadering: Vergadering) -> Verslag:
    """Return the record to begin from: the participants as lines, and an empty section for every item."""
    return Verslag(
        reeks.tafel.id,
        vergadering.datum,
        tijd=vergadering.tijd,
        locatie=vergadering.locatie,
        kanttekening=vergadering.kanttekening,
        deelnemers=_as_lines(reeks.verwachte_deelnemers(vergadering.datum)),
        punten=tuple(VerslagPunt(p.titel, p.nummer, vertrouwelijk=p.vertrouwelijk) for p in vergadering.agendapunten),
    )


def _as_lines(deelnemers: tuple[Deelnemer, ...]) -> tuple[Deelnemer, ...]:
    """Return them by group and as a line of the record shows them, so that the record stands on its own."""
    groups = list(dict.fromkeys(d.groep for d in deelnemers))
    by_group = sorted(deelnemers, key=lambda d: groups.index(d.groep))
    return tuple(parse_deelnemer(d.regel, d.groep) or d for d in by_group)
