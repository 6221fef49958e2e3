"""The list of a site's own files, kept in the site itself: what is not on it, this program does not touch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

INHOUDSLIJST = "regietafel-site.json"
_MAX_BESTANDEN = 200_000


@dataclass(frozen=True, slots=True)
class Inhoudslijst:
    """Every file of a site with its SHA-256, and the folders of what was taken back."""

    bestanden: Mapping[str, str] = field(default_factory=dict)
    ingetrokken: tuple[str, ...] = ()


def list_inhoud(bestanden: Mapping[str, bytes], ingetrokken: tuple[str, ...] = ()) -> Inhoudslijst:
    """Make the list of files in memory."""
    return Inhoudslijst({p: hashlib.sha256(c).hexdigest() for p, c in sorted(bestanden.items())}, ingetrokken)


def write_inhoudslijst(lijst: Inhoudslijst) -> bytes:
    """Write the list as JSON, the same way each time."""
    value = {"schema": 1, "bestanden": dict(sorted(lijst.bestanden.items())), "ingetrokken": sorted(lijst.ingetrokken)}
    return (json.dumps(value, indent=1) + "\n").encode()


def read_inhoudslijst(data: bytes | None) -> Inhoudslijst | None:
    """Read a list; None where there is none or it is not ours. A path that leaves the site makes it not ours."""
    try:
        value = json.loads(data or b"")
        files, withdrawn = value["bestanden"], tuple(value.get("ingetrokken", ()))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not isinstance(files, dict) or len(files) > _MAX_BESTANDEN:
        return None
    sound = all(isinstance(hash_, str) and is_inside(path) for path, hash_ in files.items())
    if not sound or not all(isinstance(path, str) and is_inside(path) for path in withdrawn):
        return None
    return Inhoudslijst(files, withdrawn)


def is_inside(pad: str) -> bool:
    """Tell whether a path stays within the site, on every system."""
    parts = PurePosixPath(pad).parts
    return bool(parts) and not pad.startswith("/") and ".." not in parts and not set(pad) & set("\\:\0")
