"""Terms as people write them, read as the last day they allow.

A term is read relative to the meeting it was agreed in, and lies on or after it. What has no date of its own
(``z.s.m.``, ``?``) keeps its words and gets none. The choices that are ours: ``vóór 1 maart`` is read as
1 March itself, ``begin`` a month as the 10th, ``medio`` and ``half`` as the 15th, a week as its Friday,
a season as its last (meteorological) month.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.markering.datums import MAAND_PATROON, WEEKDAGEN, find_datums, infer_jaar, maand_nummer
from pipeline.model import Termijn


@dataclass(frozen=True, slots=True)
class Samenhang:
    """What a term is relative to: the meeting, and the one after it where that is known."""

    vergadering: date | None
    volgende: date | None = None


@dataclass(frozen=True, slots=True)
class GevondenTermijn:
    """A term in running text, with its place; ``onmogelijk`` when it names a day that does not exist."""

    termijn: Termijn
    begin: int
    eind: int
    onmogelijk: bool = False


_Lezer = Callable[[re.Match[str], date, Samenhang], date | None]

_TELWOORDEN = {"een": 1, "één": 1, "'n": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7}
_TELWOORDEN |= {
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "veertien": 14,
    "enkele": 3,
    "paar": 3,
}
_GETAL = r"(?P<getal>\d{1,3}|" + "|".join(_TELWOORDEN) + ")"
_RANGTELWOORDEN = {"eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4}
_RANG = "(?P<rang>" + "|".join(_RANGTELWOORDEN) + ")"
_JAAR = r"(?:(?:\s+(?:van\s+|in\s+)?|[-/])(?P<jaar>20\d\d))?"
_SEIZOENEN = {"voorjaar": 5, "lente": 5, "zomer": 8, "najaar": 11, "herfst": 11, "winter": 2}
_SEIZOEN = "(?P<seizoen>voorjaar|lente|zomer|najaar|herfst|winter)"
_BIJEENKOMST = (
    r"(?:[\w-]*(?:vergadering|overleg|bijeenkomst|sessie|keer|tafel|werkgroep|stuurgroep|meeting|regietafel)|PRT|RRT"
    r"|(?-i:[A-Z]{2,6}\b))"
)


_ERVOOR = re.compile(r"(?<!\w)(?:(?:uiterlijk|v[óo]{1,2}r|per|na|ná|rond|tot)\s+(?:de\s+|het\s+)?)+$", re.IGNORECASE)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _end_of_month_after(month: int, meeting: date, year: str | None = None) -> date:
    if year:
        return _month_end(int(year), month)
    this_year = _month_end(meeting.year, month)
    return this_year if this_year >= meeting else _month_end(meeting.year + 1, month)


def _add_months(day: date, count: int) -> date:
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _read_part_of_month(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    month = maand_nummer(match["maand"])
    if month is None:
        return None
    part = (match["deel"] or "eind").lower()
    day = {"begin": 10, "medio": 15, "half": 15, "midden": 15}.get(part)
    if day is None:
        return _end_of_month_after(month, meeting, match["jaar"])
    return date(int(match["jaar"]), month, day) if match["jaar"] else infer_jaar(day, month, meeting, "vooruit")


def _read_quarter(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    quarter = int(match["q"]) if match["q"] else _RANGTELWOORDEN[match["rang"].lower()]
    return _end_of_month_after(quarter * 3, meeting, match["jaar"])


def _read_half_year(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    half = _RANGTELWOORDEN[match["rang"].lower()]
    return _end_of_month_after(half * 6, meeting, match["jaar"]) if half <= 2 else None


def _read_week(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    week = int(match["week"])
    years = (int(match["jaar"]),) if match["jaar"] else (meeting.year, meeting.year + 1)
    for year in years:
        try:
            friday = date.fromisocalendar(year, week, 5)
        except ValueError:
            continue
        if match["jaar"] or friday >= meeting:
            return friday
    return None


def _read_span(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    written = match["getal"].lower()
    count = int(written) if written.isdigit() else _TELWOORDEN[written]
    unit = match["eenheid"].lower()
    if unit.startswith("maand"):
        return _add_months(meeting, count)
    if unit.startswith(("jaar", "jaren")):
        return _add_months(meeting, 12 * count)
    if unit.startswith("werkdag"):
        return _add_working_days(meeting, count)
    return meeting + timedelta(days=count * (7 if unit.startswith("we") else 1))


def _add_working_days(day: date, count: int) -> date:
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _read_next_meeting(_: re.Match[str], __: date, samenhang: Samenhang) -> date | None:
    return samenhang.volgende


def _read_season(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    season = match["seizoen"].lower()
    if match["ervoor"] and season == "zomer":
        return _end_of_month_after(6, meeting, match["jaar"])
    return _end_of_month_after(_SEIZOENEN[season], meeting, match["jaar"])


def _read_calendar(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    shift = 0 if match["welke"].lower() in ("deze", "dit", "lopende", "de", "het") else 1
    unit = match["wat"].lower()
    if unit == "week":
        return meeting + timedelta(days=4 - meeting.weekday() + 7 * shift)
    if unit == "maand":
        later = _add_months(meeting.replace(day=1), shift)
        return _month_end(later.year, later.month)
    if unit == "kwartaal":
        later = _add_months(meeting.replace(day=1), 3 * shift)
        return _month_end(later.year, (later.month + 2) // 3 * 3)
    return date(meeting.year + shift, 12, 31)


def _read_no_day(_: re.Match[str], __: date, ___: Samenhang) -> date | None:
    return None


def _read_year_end(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    return date(int(match["jaar"]) if match["jaar"] else meeting.year, 12, 31)


def _read_week_of_month(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    month = maand_nummer(match["maand"])
    rank = _RANGTELWOORDEN.get(match["rang"].lower())
    if month is None or rank is None:
        return None if month is None else _end_of_month_after(month, meeting, match["jaar"])
    day = 7 * rank
    return date(int(match["jaar"]), month, day) if match["jaar"] else infer_jaar(day, month, meeting, "vooruit")


def _read_day_of_month(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    for months in range(13):
        month = _add_months(meeting.replace(day=1), months)
        day = _add_days_within(month, int(match["dag"]))
        if day is not None and day >= meeting:
            return day
    return None


def _add_days_within(month: date, number: int) -> date | None:
    try:
        return month.replace(day=number)
    except ValueError:
        return None


def _read_day_and_month(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    return infer_jaar(int(match["dag"]), int(match["maand"]), meeting, "vooruit")


def _read_weekend(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    return meeting + timedelta(days=(4 if match["ervoor"] else 6) - meeting.weekday())


def _read_weekday_of_week(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    shift = 7 if match["welke"].lower() == "volgende" else 0
    return meeting + timedelta(days=WEEKDAGEN.index(match["weekdag"].lower()) - meeting.weekday() + shift)


def _read_weekday(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    ahead = (WEEKDAGEN.index(match["weekdag"].lower()) - meeting.weekday()) % 7 or 7
    return meeting + timedelta(days=ahead)


def _read_soon(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    when = match["wanneer"].lower()
    return meeting + timedelta(days=2 if when == "overmorgen" else 1 if when.startswith("morgen") else 0)


def _read_christmas(match: re.Match[str], meeting: date, _: Samenhang) -> date | None:
    return infer_jaar(25, 12, meeting, "vooruit")


# The first pattern that matches at a place wins; one entry for each way of saying it.
_LEZERS: tuple[tuple[re.Pattern[str], _Lezer], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), reader)
    for pattern, reader in (
        (
            rf"\b(?P<deel>begin|medio|half|midden|eind(?:e)?|ultimo)\s+(?:van\s+)?(?P<maand>{MAAND_PATROON}){_JAAR}",
            _read_part_of_month,
        ),
        (rf"\b(?:Q|K)(?P<q>[1-4])(?:\b|(?=-)){_JAAR}(?P<rang>)?", _read_quarter),
        (rf"\b{_RANG}\s+kwartaal{_JAAR}(?P<q>)?", _read_quarter),
        (rf"\b{_RANG}\s+(?:halfjaar|helft(?:\s+van\s+(?:het\s+jaar|20\d\d))?){_JAAR}", _read_half_year),
        (
            rf"\b(?:de\s+)?(?P<rang>{'|'.join(_RANGTELWOORDEN)}|laatste)\s+week\s+van\s+(?P<maand>{MAAND_PATROON}){_JAAR}",
            _read_week_of_month,
        ),
        (rf"\b(?P<welke>deze|volgende)\s+week\s+(?P<weekdag>{'|'.join(WEEKDAGEN)})\b", _read_weekday_of_week),
        (
            r"\b(?:uiterlijk|(?:op|v[óo]{1,2}r|per|t/m)(?=\s+de\s+\d+e(?!\w|\s+[a-z])))\s+de\s+(?P<dag>[12]?\d|3[01])e"
            r"(?!\w)",
            _read_day_of_month,
        ),
        (
            r"\b(?:uiterlijk|op|v[óo]{1,2}r|per|t/m|tot)\s+(?P<dag>[12]?\d|3[01])/(?P<maand>1[0-2]|0?[1-9])(?![\d/])",
            _read_day_and_month,
        ),
        (r"\b(?:(?P<ervoor>v[óo]{1,2}r)|in|na)\s+het\s+weekend\b", _read_weekend),
        (rf"\bweek\s+(?P<week>\d{{1,2}})(?!\d){_JAAR}", _read_week),
        (rf"\b{_GETAL}\s+(?P<eenheid>weken|week|maand(?:en)?|dagen)(?=\s+de\s+tijd\b)", _read_span),
        (
            rf"\b(?:binnen|over|na|in|nog)\s+(?:de\s+)?(?:een\s+)?{_GETAL}\s+"
            r"(?P<eenheid>dag(?:en)?|werkdag(?:en)?|weken|week|maand(?:en)?|jaar)\b",
            _read_span,
        ),
        (
            rf"\b(?:eerst)?volgende?\s+{_BIJEENKOMST}|\b(?:komende|aanstaande)\s+{_BIJEENKOMST}",
            _read_next_meeting,
        ),
        (
            rf"\b(?P<ervoor>v[óo]{{1,2}}r\s+(?:de\s+)?)?(?:(?:dit|deze|komende?|aankomende?)\s+)?{_SEIZOEN}(?:vakantie|reces)?\b{_JAAR}",
            _read_season,
        ),
        (
            r"\b(?P<welke>deze|dit|lopende|volgende?|komende?|aanstaande)\s+(?P<wat>week|maand|kwartaal|jaar)\b",
            _read_calendar,
        ),
        (r"\b(?:de\s+)?komende\s+(?:dagen|weken|maanden|periode|tijd)\b", _read_no_day),
        (
            r"\b(?:einde?\s+van)\s+(?P<welke>de|deze|dit|het)\s+(?P<wat>week|maand|kwartaal)\b",
            _read_calendar,
        ),
        (
            r"\b(?:einde?|ultimo)\s+(?:(?:van\s+)?(?:het|dit|dit)\s+)?(?:jaar|(?P<jaar>20\d\d))\b",
            _read_year_end,
        ),
        (r"\b(?:v[óo]{1,2}r|met|rond)\s+(?:de\s+)?kerst(?:mis|vakantie|reces)?\b", _read_christmas),
        (
            rf"\b(?:(?:aanstaande|komende|uiterlijk|volgende)\s+)?(?P<weekdag>{'|'.join(WEEKDAGEN)})\b",
            _read_weekday,
        ),
        (
            r"\b(?P<wanneer>vandaag|morgen(?:ochtend|middag|avond)?|overmorgen|vanmiddag|vanavond)\b(?!-)",
            _read_soon,
        ),
        (
            rf"(?<![\d\w.-])(?P<deel>)(?!(?-i:Jan)\b(?!\.))(?P<maand>{MAAND_PATROON})(?!\s+\w+\.?\s*\(){_JAAR}",
            _read_part_of_month,
        ),
    )
)


# Without one of these there is no term in a text; most sentences have none.
_AANLEIDING = re.compile(
    r"\d|\b(?:jan|feb|maart|mar|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|[qk][1-4]|week|weken|maand|kwartaal|jaar|jaren|helft"
    r"|halfjaar|voorjaar|lente|zomer|najaar|herfst|winter|kerst|(?:eerst)?volgend|komende|aanstaande|vandaag|vanmiddag"
    r"|vanavond|weekend|morgen|overmorgen|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:werk)?dag|eind|ultimo|periode"
    r"|tijd)",
    re.IGNORECASE,
)


def parse_termijn(tekst: str, vergadering: date | None = None, volgende: date | None = None) -> Termijn:
    """Read what stands in a term column; the words always stay, the date may be None."""
    text = tekst.strip()
    if re.fullmatch(r"20\d\d", text):
        return Termijn(text, date(int(text), 12, 31))
    found = find_termijnen(text, vergadering, volgende)
    return Termijn(text, found[0].termijn.datum if found else None)


def is_onmogelijke_termijn(tekst: str) -> bool:
    """Tell whether the term names a day that does not exist, such as ``31 februari``."""
    return any(found.onmogelijk for found in find_datums(tekst))


def find_termijnen(
    tekst: str, vergadering: date | None = None, volgende: date | None = None
) -> tuple[GevondenTermijn, ...]:
    """Find the terms in running text, in order and without overlap; a full date beats other readings."""
    if not _AANLEIDING.search(tekst):
        return ()
    samenhang = Samenhang(vergadering, volgende)
    found = [
        GevondenTermijn(Termijn(d.tekst, d.datum), d.begin, d.eind, d.onmogelijk)
        for d in find_datums(tekst, vergadering)
    ]
    for pattern, reader in _LEZERS:
        for match in pattern.finditer(tekst):
            if match.group().strip() and not any(f.begin < match.end() and match.start() < f.eind for f in found):
                found.append(_found(match, reader, samenhang))
    return tuple(sorted((_widen(f, tekst) for f in found), key=lambda f: f.begin))


def _widen(found: GevondenTermijn, tekst: str) -> GevondenTermijn:
    """Take in the words before it that belong to a term: *uiterlijk*, *vóór*, *na de*."""
    match = _ERVOOR.search(tekst, 0, found.begin)
    if match is None:
        return found
    words = tekst[match.start() : found.eind]
    return replace(found, termijn=Termijn(words, found.termijn.datum), begin=match.start())


def _found(match: re.Match[str], reader: _Lezer, samenhang: Samenhang) -> GevondenTermijn:
    day = None
    if samenhang.vergadering is not None or samenhang.volgende is not None:
        day = reader(match, samenhang.vergadering or date.min, samenhang) if _can_read(reader, samenhang) else None
    return GevondenTermijn(Termijn(match.group(), day), match.start(), match.end())


def _can_read(reader: _Lezer, samenhang: Samenhang) -> bool:
    """Only the next meeting can be read without knowing this one."""
    return samenhang.vergadering is not None or reader is _read_next_meeting
