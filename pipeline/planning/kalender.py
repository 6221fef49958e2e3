"""Calendar files (RFC 5545) that Outlook and Google keep up with: stable UIDs, SEQUENCE, cancellations.

A calendar is written from the meetings and from the file that stood there before: that file knows which UIDs
were given out and with which SEQUENCE, so nothing else has to be remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pipeline.model import Bron, Melding, Tijdvak, melding

TIJDZONE = "Europe/Amsterdam"
_PRODID = "-//regietafel//kalender//NL"
_VEVENT = re.compile(rb"BEGIN:VEVENT.*?END:VEVENT", re.DOTALL)
_UID, _SEQUENCE = re.compile(rb"^UID:(.*?)\r?$", re.MULTILINE), re.compile(rb"^SEQUENCE:(\d+)", re.MULTILINE)
_MAX_AFSPRAKEN = 10_000
# The rules for the clock in force since 1996. Outlook wants them as rules, not as a list of days.
_VTIMEZONE = b"""BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
# What makes an event another one for who has it in a calendar.
_INHOUD = ("summary", "location", "description", "dtstart", "dtend", "status")


@dataclass(frozen=True, slots=True)
class Afspraak:
    """One entry of a calendar. Without ``tijd`` it lasts the whole day and keeps nobody from anything.

    ``sleutel`` is its identity, for ever; ``volgnummer`` the SEQUENCE it has at least.
    """

    sleutel: str
    titel: str
    datum: date
    tijd: Tijdvak | None = None
    plaats: str = ""
    tekst: str = ""
    volgnummer: int = 0
    afgelast: bool = False


def write_kalender(
    naam: str, domein: str, afspraken: Iterable[Afspraak], op: date, vorige: bytes | None = None, bestand: str = ""
) -> tuple[bytes | None, tuple[Melding, ...]]:
    """Write a calendar as bytes, given the one that stood there before (``vorige``).

    What changed gets a higher SEQUENCE; what is no longer there is cancelled. An old calendar that cannot be
    read is not replaced: the UIDs in it would be lost.
    """
    old: Mapping[str, Any] = {}
    if vorige is not None:
        found = _read_events(vorige)
        if found is None:
            tekst = f"De agenda {bestand} kan niet worden gelezen en is niet vervangen."
            hulp = "Zet het bestand weg en geef de opdracht opnieuw; stuur daarna de hele agenda opnieuw rond."
            return None, (melding("bestand-onleesbaar", tekst, Bron(bestand), hulp),)
        old = found
    events = [_write_event(a, domein, op, old.get(a.sleutel)) for a in afspraken]
    kept = {_key(event) for event in events}
    events += [_cancel(event, op) for key, event in old.items() if key not in kept]
    return _calendar(naam, events), ()


def _calendar(naam: str, events: list[Any]) -> bytes:
    from icalendar import Calendar, Timezone

    calendar = Calendar()
    for name, value in (
        ("prodid", _PRODID),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("x-wr-calname", naam),
        ("x-wr-timezone", TIJDZONE),
    ):
        calendar.add(name, value)
    calendar.add_component(Timezone.from_ical(_VTIMEZONE))
    for event in sorted(events, key=lambda e: (str(e.decoded("dtstart")), str(e["uid"]))):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _write_event(afspraak: Afspraak, domein: str, op: date, old: Any | None) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", str(old["uid"]) if old is not None else f"{afspraak.sleutel}@{domein}")
    event.add("summary", afspraak.titel)
    _add_times(event, afspraak)
    for name, value in (("location", afspraak.plaats), ("description", afspraak.tekst)):
        if value:
            event.add(name, value)
    event.add("status", "CANCELLED" if afspraak.afgelast else "CONFIRMED")
    event.add("transp", "OPAQUE" if afspraak.tijd and not afspraak.afgelast else "TRANSPARENT")
    return _stamp(event, old, op, afspraak.volgnummer)


def _add_times(event: Any, afspraak: Afspraak) -> None:
    tijd = afspraak.tijd
    if tijd is None:
        event.add("dtstart", afspraak.datum)
        event.add("dtend", afspraak.datum + timedelta(days=1))
        return
    event.add("dtstart", _moment(afspraak.datum, tijd.begin))
    if tijd.eind:
        event.add("dtend", _moment(afspraak.datum, tijd.eind))


def _moment(datum: date, tijd: time) -> datetime:
    return datetime.combine(datum, tijd, ZoneInfo(TIJDZONE))


def _stamp(event: Any, old: Any | None, op: date, minimum: int) -> Any:
    """Number the version: as it was where nothing changed, and one higher where something did."""
    same = old is not None and all(_text(event, name) == _text(old, name) for name in _INHOUD)
    before = _sequence(old) if old is not None else -1
    sequence = max(before if same else before + 1, minimum)
    unchanged = old is not None and same and sequence == before
    stamp = old.decoded("dtstamp") if unchanged and old is not None and "dtstamp" in old else _midnight(op)
    event.add("sequence", sequence)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    return event


def _cancel(old: Any, op: date) -> Any:
    """Call off an event that is no longer there; one that was called off before stays as it is."""
    if _text(old, "status") == "CANCELLED":
        return old
    event = old.copy()
    for name in ("status", "transp", "sequence", "dtstamp", "last-modified"):
        event.pop(name, None)
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    return _stamp(event, old, op, 0)


def _midnight(dag: date) -> datetime:
    return datetime.combine(dag, time(), UTC)


def _text(event: Any, name: str) -> str:
    if name not in event:
        return ""
    return str(event.decoded(name)) if name.startswith("dt") else str(event[name])


def _sequence(event: Any) -> int:
    return int(event.get("sequence", 0))


def _key(event: Any) -> str:
    return str(event["uid"]).rpartition("@")[0]


def _read_events(data: bytes) -> dict[str, Any] | None:
    """Read the events of a calendar by the key in their UID; None where it is no calendar."""
    from icalendar import Calendar

    try:
        events = list(Calendar.from_ical(data).walk("VEVENT"))
        if len(events) > _MAX_AFSPRAKEN:
            return None
        for event in events:  # dates are read when asked for: a bad one has to show here
            event.decoded("dtstart"), _sequence(event), str(event["uid"])
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        return None
    return {_key(event): event for event in events}


def raise_sequence(oud: bytes, nu: bytes) -> bytes:
    """Return an older calendar with what is otherwise in the present one numbered higher: a SEQUENCE never falls."""
    present = {_find(_UID, block): block for block in _VEVENT.findall(nu)}

    def number(match: re.Match[bytes]) -> bytes:
        block = match[0]
        now = present.get(_find(_UID, block))
        if now is None or now == block:
            return block
        higher = 1 + max(int(_find(_SEQUENCE, found) or 0) for found in (block, now))
        return _SEQUENCE.sub(b"SEQUENCE:%d" % higher, block)

    return _VEVENT.sub(number, oud)


def _find(pattern: re.Pattern[bytes], block: bytes) -> bytes:
    found = pattern.search(block.replace(b"\r\n ", b""))
    return found[1] if found else b""


def pick_afspraak(kalender: bytes, sleutel: str) -> bytes | None:
    """Return a calendar with only this entry, as it stands in the whole one; None where it is not there."""
    from icalendar import Calendar

    calendar = Calendar.from_ical(kalender)
    events = [event for event in calendar.walk("VEVENT") if _key(event) == sleutel]
    if not events:
        return None
    calendar.subcomponents = [part for part in calendar.subcomponents if part.name == "VTIMEZONE"] + events
    return bytes(calendar.to_ical())


def with_unique_keys(afspraken: Iterable[Afspraak]) -> tuple[Afspraak, ...]:
    """Give entries that would have the same key one each: what was there first keeps it.

    A meeting that was moved keeps the key of its first date; a later one planned on that date gets another.
    """
    given: set[str] = set()
    keyed: dict[int, Afspraak] = {}
    entries = list(afspraken)
    for index in sorted(range(len(entries)), key=lambda i: (-entries[i].volgnummer, i)):
        key, count = entries[index].sleutel, 1
        while key in given:
            count += 1
            key = f"{entries[index].sleutel}-{count}"
        given.add(key)
        keyed[index] = replace(entries[index], sleutel=key)
    return tuple(keyed[index] for index in range(len(entries)))
