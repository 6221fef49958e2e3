"""What a file calls on or runs, as it was found and taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# What a person clicks on may stay; everything else that leads out of the file may not.
_SCHEMA = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)
_IN_TEKST = re.compile(r"(?:https?|ftps?|sftp|smb|dav|davs|file|vnd\.sun\.star\.[a-z]+|cmis|gopher|ldap|mhtml):|\\\\",
                       re.IGNORECASE)  # fmt: skip

SJABLOON = "een sjabloon"


@dataclass(frozen=True, slots=True)
class Vondst:
    """Something that was taken out: ``wat`` in Dutch, where it stood, and the address it called on."""

    wat: str
    plaats: str = ""
    adres: str = ""
    is_script: bool = False


class NietOnschadelijk(ValueError):
    """A file that cannot be made harmless; the message says why, in Dutch."""


class Beschadigd(NietOnschadelijk):
    """A file that is broken: nobody can open it."""


def leads_out(doel: str) -> bool:
    """Tell whether a target lies outside the file: an address, a share on the network, a place on a disk."""
    doel = "".join(c for c in doel if c > " ")
    return (bool(_SCHEMA.match(doel)) and not doel.lower().startswith("data:")) or doel.startswith(("\\\\", "//"))


def names_address(tekst: str) -> bool:
    """Tell whether an address stands somewhere in a text."""
    return _IN_TEKST.search(tekst) is not None


def shorten(adres: str) -> str:
    """Return an address as a Melding shows it: on one line, and not too long."""
    adres = " ".join(adres.split())
    return adres if len(adres) <= 80 else f"{adres[:79]}…"


def unique(vondsten: Iterable[Vondst]) -> tuple[Vondst, ...]:
    """Return each find once, in the order in which they were found."""
    return tuple(dict.fromkeys(vondsten))
