"""Times of day as Dutch minutes write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from pipeline.markering.datums import parse_datum
from pipeline.model import Tijdvak

_KLOK = r"(?:(?<=\D)|^)(?P<u{n}>[01]?\d|2[0-4])(?:[:.](?P<m{n}>[0-5]\d))?(?!\d)"
_UUR = r"\s*(?:uur|u\.?|h)?\s*"
_TIJDVAK = re.compile(
    _KLOK.format(n=1) + _UUR + r"(?:(?:-|–|—|tot(?:\s+en\s+met)?|t/m)\s*" + _KLOK.format(n=2) + _UUR + r")?",
    re.IGNORECASE,
)
# ``2026-03-01 09.00``, ``1 maart 2026 om 9 uur``: a day, and perhaps a time of day.
_MOMENT = re.compile(r"(?P<dag>.+?)(?:[\sT,]+(?:om\s+)?(?P<tijd>\d{1,2}(?:[.:]\d\d(?:\s*uur)?|\s*uur)))?")


def parse_tijdvak(tekst: str) -> Tijdvak | None:
    """Read ``9:30 - 11:00``, ``9.30 tot 11.00 uur`` or ``14 uur``; None where there is no time in it.

    The end may lie before the beginning: that is for the caller to report.
    """
    match = _TIJDVAK.fullmatch(re.sub(r"^\s*(?:van|om|vanaf)\s+", "", tekst.strip(), flags=re.IGNORECASE))
    if match is None:
        return None
    start, end = _clock(match["u1"], match["m1"]), _clock(match["u2"], match["m2"])
    return Tijdvak(start, end) if start else None


def find_tijdvak(tekst: str) -> Tijdvak | None:
    """Find the first time with minutes or with ``uur`` in running text, such as the head of minutes."""
    for match in _TIJDVAK.finditer(tekst):
        if match["m1"] or "uur" in match.group().lower():
            return parse_tijdvak(match.group())
    return None


def parse_moment(tekst: str, bij: date | None = None) -> datetime | None:
    """Read until when something holds; a day without a time ends with it. None where there is no such moment.

    ``bij`` is the day of the meeting, which a day without a year is nearest to.
    """
    written = _MOMENT.fullmatch(tekst.strip())
    day = parse_datum(written["dag"], bij, "dichtbij").datum if written else None
    if written is None or day is None:
        return None
    if not written["tijd"]:
        return datetime.combine(day + timedelta(days=1), time())
    clock = parse_tijdvak(written["tijd"])
    return datetime.combine(day, clock.begin) if clock else None


def _clock(hour: str | None, minute: str | None) -> time | None:
    return time(int(hour) % 24, int(minute or 0)) if hour else None
