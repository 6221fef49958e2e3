"""Common first names: they tell a person from a thing where there is no list of participants."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load_voornamen() -> frozenset[str]:
    """Return common first names in small letters."""
    text = (files("pipeline.wie") / "data" / "voornamen.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
