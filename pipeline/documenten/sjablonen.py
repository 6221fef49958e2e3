"""Templates: where the packaged ones are, and what a template uses and could use."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from pipeline.documenten.keuring import Keuring
from pipeline.documenten.sjabloon import open_sjabloon
from pipeline.documenten.voorbeeld import VOORBEELD_WOORDEN
from pipeline.documenten.waarde import Blokken
from pipeline.model import Melding


@dataclass(frozen=True, slots=True)
class SjabloonWoord:
    """A word a template can print.

    ``pad`` is its name, with the list it comes from: ``punten.titel``. ``is_lijst`` words are for
    ``{% for %}``; ``voorbeeld`` is what it prints for a made-up meeting.
    """

    pad: str
    uitleg: str
    voorbeeld: str
    is_lijst: bool = False


@dataclass(frozen=True, slots=True)
class SjabloonBeschrijving:
    """What one template uses, what it could use, and what is wrong with it."""

    naam: str
    gebruikt: tuple[SjabloonWoord, ...]
    beschikbaar: tuple[SjabloonWoord, ...]
    meldingen: tuple[Melding, ...]


def packaged_sjabloon(naam: str) -> bytes:
    """Return a template that comes with the program; an unknown name is a FileNotFoundError."""
    packaged = resources.files("pipeline") / "templates" / naam
    if packaged.is_file():
        return packaged.read_bytes()
    return (Path(__file__).parents[2] / "templates" / naam).read_bytes()


def beschrijf_sjabloon(data: bytes, naam: str) -> SjabloonBeschrijving:
    """Say what a template uses and could use, with example values, and everything that is wrong with it."""
    words = _all_words("", VOORBEELD_WOORDEN)
    sjabloon, meldingen = open_sjabloon(data, naam)
    if sjabloon is None:
        return SjabloonBeschrijving(naam, (), words, meldingen)
    keuring = Keuring(sjabloon, VOORBEELD_WOORDEN).run()
    used = tuple(word for word in words if word.pad in keuring.gebruikt)
    unused = tuple(word for word in words if word.pad not in keuring.gebruikt)
    return SjabloonBeschrijving(naam, used, unused, tuple(keuring.meldingen))


def _all_words(prefix: str, woorden: Any) -> tuple[SjabloonWoord, ...]:
    words: list[SjabloonWoord] = []
    for spec in fields(woorden):
        value, path = getattr(woorden, spec.name), prefix + spec.name
        is_list = isinstance(value, tuple) and not isinstance(value, Blokken)
        example = "" if is_list or is_dataclass(value) else _show(value)
        words.append(SjabloonWoord(path, spec.metadata["uitleg"], example, is_list))
        inner = value[0] if is_list and value else value
        if is_dataclass(inner):
            words += _all_words(f"{path}.", inner)
    return tuple(words)


def _show(value: object) -> str:
    return ("ja" if value else "nee") if isinstance(value, bool) else str(value)
