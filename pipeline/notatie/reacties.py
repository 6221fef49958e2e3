"""Reactions to circulated minutes: ``reacties.yaml`` beside the record."""

from __future__ import annotations

from pipeline.model import Melding, Reactie
from pipeline.notatie.lezer import read_record
from pipeline.notatie.tekst import Brontekst
from pipeline.notatie.velden import REACTIES
from pipeline.notatie.yaml_lezen import read_yaml
from pipeline.notatie.yaml_schrijven import Waarde, compact, format_dag


def parse_reacties(bron: Brontekst) -> tuple[tuple[Reactie, ...], tuple[Melding, ...]]:
    """Read what came in, in the order of the file: that is how the reactions are counted."""
    values, lezer = read_record(bron, read_yaml(bron.tekst, bron.bestand), REACTIES)
    found = tuple(
        Reactie(v["wie"], v["soort"], v["punt"], v["oud"], v["nieuw"], v["antwoord"] or None, v["reden"],
                v["ontvangen"], v["bestand"], v.bron_van("wie"))
        for v in values["reacties"]
        if v["wie"] and v["soort"]
    )  # fmt: skip
    return found, lezer.gemeld


def format_reactie(reactie: Reactie) -> dict[str, Waarde]:
    """Write one reaction."""
    return compact(
        wie=reactie.wie,
        soort=reactie.soort,
        punt=reactie.punt,
        oud=reactie.oud,
        nieuw=reactie.nieuw,
        antwoord=reactie.antwoord or "",
        reden=reactie.reden,
        ontvangen=format_dag(reactie.ontvangen),
        bestand=reactie.bestand,
    )
