"""What a template can say, of whatever kind it is: its words, with an explanation and an example of each."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from pipeline.model.melding import Melding


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


def sjabloonwoord(uitleg: str, default: Any = "") -> Any:
    """Declare a field of a dataclass of words: what it is, in Dutch, and what it is when there is nothing to say."""
    return field(default=default, metadata={"uitleg": uitleg})


def beschrijf(
    naam: str, voorbeeld: Any, gebruikt: Container[str], meldingen: tuple[Melding, ...]
) -> SjabloonBeschrijving:
    """Describe a template, given an example of its words and the names of those it uses."""
    words = list_woorden(voorbeeld)
    used = tuple(word for word in words if word.pad in gebruikt)
    unused = tuple(word for word in words if word.pad not in gebruikt)
    return SjabloonBeschrijving(naam, used, unused, meldingen)


def list_woorden(voorbeeld: Any, prefix: str = "") -> tuple[SjabloonWoord, ...]:
    """Return every word that a template can use, from a dataclass of words in which no list is empty."""
    words: list[SjabloonWoord] = []
    for spec in fields(voorbeeld):
        value, path = getattr(voorbeeld, spec.name), prefix + spec.name
        is_list = type(value) is tuple  # running text is a tuple of a kind of its own: it is printed as it is
        example = "" if is_list or is_dataclass(value) else _show(value)
        words.append(SjabloonWoord(path, spec.metadata["uitleg"], example, is_list))
        inner = value[0] if is_list and value else value
        if is_dataclass(inner):
            words += list_woorden(inner, f"{path}.")
    return tuple(words)


def _show(value: object) -> str:
    return ("ja" if value else "nee") if isinstance(value, bool) else str(value)
