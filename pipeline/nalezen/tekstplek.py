"""A piece of text with where it was found in a file, and what can be read in bytes of no known form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_LEESBAAR = re.compile(rb"[\x20-\x7e\x80-\xff]{4,}")
_UTF16 = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){4,}")
_UTF16_BE = re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]){4,}")


class OnleesbaarBestand(ValueError):
    """A file, or a part of it, cannot be read; the message says which, in Dutch."""


@dataclass(frozen=True, slots=True)
class Tekstplek:
    """A piece of text with where it was found.

    ``is_auteur`` marks a field that holds who made it; ``is_ruw`` text that is no prose: code, or bytes.
    """

    plek: str
    tekst: str
    is_auteur: bool = False
    is_ruw: bool = False


# Reads what is packed in another file: its name, its bytes, and how deep it lies.
Uitlezer = Callable[[str, bytes, int], Iterator[Tekstplek]]


def read_ruw(naam: str, inhoud: bytes) -> Iterator[Tekstplek]:
    """Give what can be read in bytes of no known form: UTF-8 or Latin-1, and UTF-16."""
    for match in _LEESBAAR.finditer(inhoud):
        piece = match.group()
        try:
            yield Tekstplek(naam, piece.decode("utf-8"), is_ruw=True)
        except UnicodeDecodeError:
            yield Tekstplek(naam, piece.decode("latin-1"), is_ruw=True)
    for pattern, codec in ((_UTF16, "utf-16-le"), (_UTF16_BE, "utf-16-be")):
        for match in pattern.finditer(inhoud):
            yield Tekstplek(naam, match.group().decode(codec, "replace"), is_ruw=True)
