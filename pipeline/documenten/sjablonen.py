"""Templates: where the packaged ones are, and what a template uses and could use."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from pipeline.documenten.keuring import Keuring
from pipeline.documenten.sjabloon import open_sjabloon
from pipeline.documenten.voorbeeld import VOORBEELD_WOORDEN
from pipeline.model.sjabloon import SjabloonBeschrijving, beschrijf


def packaged_sjabloon(naam: str) -> bytes:
    """Return a template that comes with the program; an unknown name is a FileNotFoundError."""
    packaged = resources.files("pipeline") / "templates" / naam
    if packaged.is_file():
        return packaged.read_bytes()
    return (Path(__file__).parents[2] / "templates" / naam).read_bytes()


def beschrijf_sjabloon(data: bytes, naam: str) -> SjabloonBeschrijving:
    """Say what a template uses and could use, with example values, and everything that is wrong with it."""
    sjabloon, meldingen = open_sjabloon(data, naam)
    if sjabloon is None:
        return beschrijf(naam, VOORBEELD_WOORDEN, (), meldingen)
    keuring = Keuring(sjabloon, VOORBEELD_WOORDEN).run()
    return beschrijf(naam, VOORBEELD_WOORDEN, keuring.gebruikt, keuring.bevindingen)
