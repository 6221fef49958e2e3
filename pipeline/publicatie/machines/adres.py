"""Moments and identities as machines want them."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

TIJDZONE = ZoneInfo("Europe/Amsterdam")


def moment(datum: date, tijd: time = time()) -> str:
    """Return a moment with its distance to UTC: ``2026-01-23T09:30:00+01:00``."""
    return datetime.combine(datum, tijd, TIJDZONE).isoformat()


def kenmerk(url: str) -> str:
    """Return an identity of 36 characters that follows from the address, and so never changes."""
    return str(uuid5(NAMESPACE_URL, url))


def kort_in(tekst: str, lengte: int) -> str:
    """Cut a text at a word where a standard allows no more."""
    if len(tekst) <= lengte:
        return tekst
    head = tekst[: lengte - 1].rsplit(" ", 1)[0] or tekst[: lengte - 1]
    return f"{head.rstrip(' ,;:')}…"
