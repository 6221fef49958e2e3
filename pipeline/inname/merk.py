"""The mark a generated Word file carries of the record it was made from."""

from __future__ import annotations

import hashlib

from pipeline.model import Verslag
from pipeline.notatie import write_verslag


def record_merk(verslag: Verslag | None) -> str:
    """Return a hash of what a record says, whatever its layout; empty where there is no record."""
    if verslag is None:
        return ""
    return hashlib.sha256(write_verslag(verslag).encode("utf-8", "backslashreplace")).hexdigest()[:32]
