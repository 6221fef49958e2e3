"""One meeting out of a calendar: what goes with the agenda, so that a click puts it in a calendar."""

from __future__ import annotations


def pick_afspraak(kalender: bytes, sleutel: str) -> bytes | None:
    """Return a calendar with only this entry, as it stands in the whole one; None where it is not there.

    ``sleutel`` is what stands before the @ of its UID, which stays the same for ever.
    """
    from icalendar import Calendar

    calendar = Calendar.from_ical(kalender)
    events = [part for part in calendar.walk("VEVENT") if str(part["uid"]).rpartition("@")[0] == sleutel]
    if not events:
        return None
    calendar.subcomponents = [part for part in calendar.subcomponents if part.name == "VTIMEZONE"] + events
    return bytes(calendar.to_ical())
