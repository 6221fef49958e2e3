"""Dates as Dutch minutes write them, in words and in figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from babel.dates import format_date, get_day_names, get_month_names

# Where a year is missing: the next such day, the last such day, or the one nearest to the reference date.
Richting = Literal["vooruit", "terug", "dichtbij"]

MAANDEN = tuple(get_month_names("wide", locale="nl").values())
WEEKDAGEN = tuple(naam for _, naam in sorted(get_day_names("wide", locale="nl").items()))
_KORT = {naam: nummer for nummer, naam in get_month_names("abbreviated", locale="nl").items()}
_OOK_KORT = {"febr": 2, "mar": 3, "sept": 9}  # people write these too
_MAAND_NUMMERS = {naam: nummer for nummer, naam in enumerate(MAANDEN, 1)} | _KORT | _OOK_KORT

MAAND_PATROON = "(?:" + "|".join(sorted(_MAAND_NUMMERS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAG_PATROON = r"(?:(?:ma|di|wo|do|vr|za|zo)\.?|" + "|".join(WEEKDAGEN) + ")"
_JAAR = r"(?:\d{4}|['’‘]?\d{2})(?!\d)"
_DATUM = re.compile(
    rf"(?<![\w/-])(?:{_WEEKDAG_PATROON},?\s+)?"
    rf"(?:(?P<iso>(?P<j1>\d{{4}})-(?P<m1>\d{{1,2}})-(?P<d1>\d{{1,2}}))"
    rf"|(?P<d2>\d{{1,2}})(?:e|ste|de)?\s+(?P<m2>{MAAND_PATROON})(?:,?\s+(?P<j2>{_JAAR})(?![:.]\d|\s*uur))?"
    rf"|(?P<d3>\d{{1,2}})(?P<s>[-/.])(?P<m3>\d{{1,2}}|{MAAND_PATROON})(?P=s)(?P<j3>{_JAAR})"
    rf"|(?P<d4>\d{{1,2}})-(?P<m4>\d{{1,2}}|{MAAND_PATROON})(?![-\d]))(?!\w)",
    re.IGNORECASE,
)

_MET_WEEKDAG = re.compile(rf"(?P<dag>{'|'.join(WEEKDAGEN)}|(?:ma|di|wo|do|vr|za|zo)\b)\.?,?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DatumLezing:
    """A date found in a text: where it stands, and the day it names.

    ``datum`` None with ``onmogelijk`` True: it is written as a date but there is no such day (30 februari);
    ``datum`` None without: it cannot be read as a date, or it lacks a year and there was nothing to infer
    it from. ``zonder_jaar`` tells that the year was inferred.
    """

    tekst: str
    begin: int
    eind: int
    datum: date | None
    onmogelijk: bool = False
    zonder_jaar: bool = False


def format_datum(dag: date) -> str:
    """Write a date as minutes do: ``23 januari 2026``."""
    return str(format_date(dag, "d MMMM y", locale="nl"))


def format_weekdag(dag: date) -> str:
    """Write a day with its name: ``vrijdag 23 januari 2026``."""
    return f"{WEEKDAGEN[dag.weekday()]} {format_datum(dag)}"


def parse_datum(tekst: str, bij: date | None = None, richting: Richting = "vooruit") -> DatumLezing:
    """Read a text that should be one date and nothing else; see DatumLezing for what can go wrong."""
    stripped = tekst.strip().rstrip(".")
    match = _DATUM.fullmatch(stripped)
    if match is None:
        return DatumLezing(tekst, 0, len(tekst), None)
    return _read(match, bij, richting)


def find_datums(tekst: str, bij: date | None = None, richting: Richting = "vooruit") -> tuple[DatumLezing, ...]:
    """Find every date in running text, in order."""
    return tuple(_read(match, bij, richting) for match in _DATUM.finditer(tekst))


def maand_nummer(naam: str) -> int | None:
    """Return 1 to 12 for the name or abbreviation of a month, None for anything else."""
    return _MAAND_NUMMERS.get(naam.lower().rstrip("."))


def _read(match: re.Match[str], bij: date | None, richting: Richting) -> DatumLezing:
    form = next(n for n in "1234" if match[f"d{n}"])
    day, month = int(match[f"d{form}"]), _month(match[f"m{form}"])
    year = None if form == "4" else match[f"j{form}"]
    found = match.group(), match.start(), match.end()
    if month is None or not _exists_in_some_year(day, month):
        return DatumLezing(*found, None, onmogelijk=True, zonder_jaar=year is None)
    if year is None:
        return DatumLezing(*found, infer_jaar(day, month, bij, richting), zonder_jaar=True)
    try:
        return DatumLezing(*found, date(_full_year(year), month, day))
    except ValueError:
        return DatumLezing(*found, None, onmogelijk=True)


def _month(written: str) -> int | None:
    if written.isdigit():
        return int(written) if 1 <= int(written) <= 12 else None
    return maand_nummer(written)


def _full_year(written: str) -> int:
    year = int(written.lstrip("'’‘"))
    return year if year >= 100 else 2000 + year


@cache
def _exists_in_some_year(day: int, month: int) -> bool:
    try:
        date(2024, month, day)  # a leap year
    except ValueError:
        return False
    return True


def infer_jaar(day: int, month: int, bij: date | None, richting: Richting) -> date | None:
    """Return the day in the year that fits ``richting`` seen from ``bij``; None where that can't be told."""
    if bij is None:
        return None
    options = [d for d in (_day(bij.year + shift, month, day) for shift in range(-4, 5)) if d]
    if richting == "vooruit":
        options = [d for d in options if d >= bij]
    elif richting == "terug":
        options = [d for d in options if d <= bij]
    return min(options, key=lambda d: abs((d - bij).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def has_weekdag_van(lezing: DatumLezing) -> bool:
    """Tell whether the weekday written before a date is its own; True where none is written.

    A date without a year may be of the year before or after the one that was inferred.
    """
    match = _MET_WEEKDAG.match(lezing.tekst)
    if match is None or lezing.datum is None:
        return True
    shifts = (-1, 0, 1) if lezing.zonder_jaar else (0,)
    days = (_day(lezing.datum.year + shift, lezing.datum.month, lezing.datum.day) for shift in shifts)
    return any(day and WEEKDAGEN[day.weekday()].startswith(match["dag"].lower()) for day in days)
