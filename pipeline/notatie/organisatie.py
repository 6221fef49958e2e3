"""``regietafel.yaml`` -> Organisatie."""

from __future__ import annotations

from pipeline.model import Melding, Organisatie
from pipeline.notatie.lezer import read_record
from pipeline.notatie.tekst import Brontekst
from pipeline.notatie.velden import ORGANISATIE
from pipeline.notatie.yaml_lezen import read_yaml


def parse_organisatie(bron: Brontekst) -> tuple[Organisatie, tuple[Melding, ...]]:
    """Read ``regietafel.yaml``."""
    boom = read_yaml(bron.tekst, bron.bestand)
    values, lezer = read_record(bron, boom, ORGANISATIE)
    texts = {name: values[name] for name in ORGANISATIE.namen}
    return Organisatie(**texts, bron=values.bron), lezer.gemeld
