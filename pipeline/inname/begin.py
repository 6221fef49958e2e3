"""The record of a meeting before anybody wrote in it: everything the agenda knows."""

from __future__ import annotations

from pipeline.model import Agendapunt, Alinea, Deelnemer, Reeks, Vergadering, Verslag, VerslagPunt
from pipeline.wie.personen import parse_deelnemer


def begin_verslag(reeks: Reeks, vergadering: Vergadering) -> Verslag:
    """Return the record to begin from: the participants as lines, and a section for every item.

    It is empty, save for what the agenda tells already: a hamerstuk is minuted as decided, a tafelstuk as handed out.
    """
    return Verslag(
        reeks.tafel.id,
        vergadering.datum,
        tijd=vergadering.tijd,
        locatie=vergadering.locatie,
        kanttekening=vergadering.kanttekening,
        deelnemers=_as_lines(reeks.verwachte_deelnemers(vergadering.datum)),
        punten=tuple(
            VerslagPunt(p.titel, p.nummer, _known_text(p), vertrouwelijk=p.vertrouwelijk)
            for p in vergadering.agendapunten
        ),
    )


def _known_text(punt: Agendapunt) -> tuple[Alinea, ...]:
    papers = (Alinea(f"Ter tafel uitgereikt: {b.titel}.") for b in punt.bijlagen if b.tafelstuk)
    return (*papers, *([Alinea("Conform.")] if punt.hamerstuk else ()))


def _as_lines(deelnemers: tuple[Deelnemer, ...]) -> tuple[Deelnemer, ...]:
    """Return them by group and as a line of the record shows them, so that the record stands on its own."""
    groups = list(dict.fromkeys(d.groep for d in deelnemers))
    by_group = sorted(deelnemers, key=lambda d: groups.index(d.groep))
    return tuple(parse_deelnemer(d.regel, d.groep) or d for d in by_group)
