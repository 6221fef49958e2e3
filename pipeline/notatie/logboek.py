"""One file of the logboek <-> Gebeurtenis."""

from __future__ import annotations

from pipeline.model import Gebeurtenis, Melding
from pipeline.notatie.lezer import read_record
from pipeline.notatie.tekst import Brontekst
from pipeline.notatie.velden import GEBEURTENIS
from pipeline.notatie.yaml_lezen import read_yaml
from pipeline.notatie.yaml_schrijven import compact, format_dag, write_yaml


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
        values.bron,
    )
    return event, lezer.gemeld


def write_gebeurtenis(gebeurtenis: Gebeurtenis) -> str:
    """Write one event."""
    return write_yaml(
        compact(
            soort=gebeurtenis.soort,
            op=format_dag(gebeurtenis.op),
            toelichting=gebeurtenis.toelichting,
            vingerafdruk=gebeurtenis.vingerafdruk,
            punten=gebeurtenis.punten,
        )
    )
