"""One file of the logboek <-> Gebeurtenis."""

from __future__ import annotations

from functools import lru_cache

from pipeline.model import Gebeurtenis, Melding, Verzending, VerzondenStuk, Vrijgave
from pipeline.notatie.lezer import Waarden, read_record
from pipeline.notatie.tekst import Brontekst
from pipeline.notatie.vaststelling import format_wijzigingen, read_wijzigingen
from pipeline.notatie.velden import GEBEURTENIS
from pipeline.notatie.yaml_lezen import read_yaml
from pipeline.notatie.yaml_schrijven import Waarde, compact, format_dag, write_yaml


# An event is written once and never changes, and there are many: one that was read is not read again.
@lru_cache(maxsize=4096)
def parse_gebeurtenis(bron: Brontekst) -> tuple[Gebeurtenis | None, tuple[Melding, ...]]:
    """Read one event; None where its kind or its day is missing or cannot be read."""
    boom = read_yaml(bron.tekst, bron.bestand)
    values, lezer = read_record(bron, boom, GEBEURTENIS)
    if not values["soort"] or values["op"] is None:
        return None, lezer.gemeld
    event = Gebeurtenis(
        values["soort"],
        values["op"],
        values["toelichting"],
        values["vingerafdruk"],
        values["punten"],
        _verzending(values["verzending"]),
        values["vingerafdruk_voor"],
        values["waar"],
        read_wijzigingen(values["wijzigingen"]),
        values["stuk"],
        _vrijgave(values["vrijgave"]),
        values.bron,
    )
    return event, lezer.gemeld


def _verzending(values: Waarden | None) -> Verzending | None:
    if values is None or not values["zending"]:
        return None
    return Verzending(
        values["zending"],
        values["lijst"],
        values["aan"],
        values["bericht"],
        tuple(VerzondenStuk(v["nummer"], v["naam"], v["vingerafdruk"]) for v in values["stukken"]),
        values["bestanden"],
    )


def _vrijgave(values: Waarden | None) -> Vrijgave | None:
    return Vrijgave(values["lijst"], values["woorden"]) if values and values["woorden"] else None


def write_gebeurtenis(gebeurtenis: Gebeurtenis) -> str:
    """Write one event."""
    return write_yaml(
        compact(
            soort=gebeurtenis.soort,
            op=format_dag(gebeurtenis.op),
            waar=gebeurtenis.waar,
            stuk=gebeurtenis.stuk,
            toelichting=gebeurtenis.toelichting,
            vingerafdruk_voor=gebeurtenis.vingerafdruk_voor,
            vingerafdruk=gebeurtenis.vingerafdruk,
            wijzigingen=format_wijzigingen(gebeurtenis.wijzigingen),
            punten=gebeurtenis.punten,
            vrijgave=_format_vrijgave(gebeurtenis.vrijgave) if gebeurtenis.vrijgave else None,
            verzending=_format_verzending(gebeurtenis.verzending) if gebeurtenis.verzending else None,
        )
    )


def _format_vrijgave(vrijgave: Vrijgave) -> dict[str, Waarde]:
    return compact(lijst=vrijgave.lijst, woorden=vrijgave.woorden)


def _format_verzending(verzending: Verzending) -> dict[str, Waarde]:
    return compact(
        zending=verzending.zending,
        lijst=verzending.lijst,
        aan=verzending.aan,
        bericht=verzending.bericht,
        stukken=[compact(nummer=s.nummer, naam=s.naam, vingerafdruk=s.vingerafdruk) for s in verzending.stukken],
        bestanden=verzending.bestanden,
    )
