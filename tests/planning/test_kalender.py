"""Calendars that Outlook and Google keep up with: read back with the library, as those programs would."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar, Event

from pipeline.model import Lid, Persoon, Reeks, Tafel, Tijdvak, Vergadering
from pipeline.planning import (
    find_mijlpalen,
    kalender_domein,
    termijn_afspraken,
    vergader_afspraken,
    write_kalender,
)

TAFEL = Tafel("prt", "Proeftafel", "PRT", contact="secretariaat@voorbeeld.nl")
TIJD = Tijdvak(time(9, 30), time(11))
WINTER, ZOMER = date(2027, 1, 22), date(2027, 6, 18)
OP = date(2026, 11, 20)


def meeting(datum: date, **rest: object) -> Vergadering:
    return Vergadering("prt", datum, TIJD, "Provinciehuis; zaal 1, Voorbeeldstad", **rest)  # type: ignore[arg-type]


def write(*meetings: Vergadering, vorige: bytes | None = None, op: date = OP) -> bytes:
    content, meldingen = write_kalender("Proef", "voorbeeld.nl", vergader_afspraken(Reeks(TAFEL, meetings)), op, vorige)
    assert content is not None
    assert meldingen == ()
    return content


def read(content: bytes) -> dict[str, Event]:
    return {str(event["uid"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


def test_a_meeting_is_at_its_hour_in_amsterdam_in_winter_and_in_summer() -> None:
    events = read(write(meeting(WINTER), meeting(ZOMER)))
    winter, summer = events["prt-2027-01-22@voorbeeld.nl"], events["prt-2027-06-18@voorbeeld.nl"]
    assert winter.decoded("dtstart").astimezone(UTC) == datetime(2027, 1, 22, 8, 30, tzinfo=UTC)
    assert summer.decoded("dtstart").astimezone(UTC) == datetime(2027, 6, 18, 7, 30, tzinfo=UTC)
    assert summer.decoded("dtend").astimezone(UTC) == datetime(2027, 6, 18, 9, 0, tzinfo=UTC)


def test_the_time_zone_comes_with_its_rules() -> None:
    content = write(meeting(WINTER))
    assert b"DTSTART;TZID=Europe/Amsterdam:20270122T093000" in content
    text = content.decode()
    zone = text[text.index("BEGIN:VTIMEZONE") : text.index("END:VTIMEZONE")] + "END:VTIMEZONE\n"
    ours = tzical(io.StringIO(zone)).get("Europe/Amsterdam")  # reads the rules, and nothing else
    for number in range(3 * 365):
        noon = datetime.combine(date(2026, 1, 1) + timedelta(days=number), time(12))
        assert noon.replace(tzinfo=ours).utcoffset() == noon.replace(tzinfo=ZoneInfo("Europe/Amsterdam")).utcoffset()


def test_the_same_meetings_give_the_same_bytes_on_a_later_day() -> None:
    first = write(meeting(WINTER), meeting(ZOMER))
    assert write(meeting(WINTER), meeting(ZOMER), vorige=first, op=date(2027, 1, 2)) == first


def test_a_place_that_changes_is_a_new_version_of_that_meeting_only() -> None:
    first = write(meeting(WINTER), meeting(ZOMER))
    moved = Vergadering("prt", WINTER, TIJD, "Stadhuis")
    events = read(write(moved, meeting(ZOMER), vorige=first, op=date(2027, 1, 2)))
    assert [int(e["sequence"]) for e in events.values()] == [1, 0]
    changed = events["prt-2027-01-22@voorbeeld.nl"]
    assert changed["location"] == "Stadhuis"
    assert changed.decoded("dtstamp") == datetime(2027, 1, 2, tzinfo=UTC)


def test_a_meeting_that_is_moved_keeps_its_uid_and_gets_the_next_sequence() -> None:
    first = write(meeting(WINTER))
    moved = meeting(date(2027, 1, 29), verplaatst_van=(WINTER,))
    events = read(write(moved, vorige=first))
    (event,) = events.values()
    assert (str(event["uid"]), int(event["sequence"])) == ("prt-2027-01-22@voorbeeld.nl", 1)
    assert event.decoded("dtstart").date() == date(2027, 1, 29)
    assert "Verplaatst van vrijdag 22 januari 2027" in event["description"]


def test_a_meeting_moved_before_the_calendar_was_first_made_has_its_sequence_all_the_same() -> None:
    (event,) = read(write(meeting(ZOMER, verplaatst_van=(WINTER, date(2027, 2, 5))))).values()
    assert (str(event["uid"]), int(event["sequence"])) == ("prt-2027-01-22@voorbeeld.nl", 2)


def test_a_new_meeting_on_the_day_another_was_moved_from_is_another_meeting() -> None:
    first = write(meeting(WINTER))
    moved = meeting(date(2027, 1, 29), verplaatst_van=(WINTER,))
    events = read(write(meeting(WINTER), moved, vorige=first))
    assert events["prt-2027-01-22@voorbeeld.nl"].decoded("dtstart").date() == date(2027, 1, 29)
    assert events["prt-2027-01-22-2@voorbeeld.nl"].decoded("dtstart").date() == WINTER


def test_a_meeting_that_is_called_off_is_cancelled_with_the_reason() -> None:
    first = write(meeting(WINTER))
    (event,) = read(write(meeting(WINTER, afgelast="te weinig onderwerpen"), vorige=first)).values()
    assert (event["status"], int(event["sequence"])) == ("CANCELLED", 1)
    assert "te weinig onderwerpen" in event["description"]


def test_a_meeting_whose_folder_is_gone_is_cancelled_once() -> None:
    first = write(meeting(WINTER), meeting(ZOMER))
    second = write(meeting(ZOMER), vorige=first)
    gone = read(second)["prt-2027-01-22@voorbeeld.nl"]
    assert (gone["status"], int(gone["sequence"])) == ("CANCELLED", 1)
    assert write(meeting(ZOMER), vorige=second, op=date(2027, 1, 5)) == second
    back = read(write(meeting(WINTER), meeting(ZOMER), vorige=second))["prt-2027-01-22@voorbeeld.nl"]
    assert (back["status"], int(back["sequence"])) == ("CONFIRMED", 2)


def test_a_new_mail_domain_does_not_change_what_was_given_out() -> None:
    first = write(meeting(WINTER))
    content, _ = write_kalender("Proef", "anders.nl", vergader_afspraken(Reeks(TAFEL, (meeting(WINTER),))), OP, first)
    assert content == first


@pytest.mark.parametrize(
    ("email", "domein"),
    [("a@voorbeeld.nl", "voorbeeld.nl"), ("", "regietafel.invalid"), ("x@\r\nEVIL:1", "regietafel.invalid")],
)
def test_a_uid_is_of_the_organisation(email: str, domein: str) -> None:
    assert kalender_domein(email) == domein


@pytest.mark.parametrize("kapot", [b"", b"geen kalender", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", b"\xff\xfe\x00"])
def test_an_old_calendar_that_cannot_be_read_is_not_replaced(kapot: bytes) -> None:
    content, meldingen = write_kalender(
        "Proef", "voorbeeld.nl", vergader_afspraken(Reeks(TAFEL, (meeting(WINTER),))), OP, kapot, "Proef.ics"
    )
    if content is None:
        assert [m.code for m in meldingen] == ["bestand-onleesbaar"]
    else:
        assert len(read(content)) == 1


def test_whatever_is_typed_stays_in_its_field() -> None:
    place = "Zaal\r\nSTATUS:CANCELLED\nBEGIN:VALARM; \\ , é 🙂"
    (event,) = read(write(Vergadering("prt", WINTER, TIJD, place))).values()
    assert event["status"] == "CONFIRMED"
    assert "STATUS:CANCELLED" in event["location"]
    assert "🙂" in event["location"]


def test_no_line_is_longer_than_75_bytes_and_every_line_ends_as_the_rule_says() -> None:
    content = write(meeting(WINTER), Vergadering("prt", ZOMER, TIJD, "Zaal " + "é" * 200))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\n") == content.count(b"\r\n")


# the deadlines


def test_the_second_calendar_has_what_the_secretariat_must_do_on_working_days() -> None:
    reeks = Reeks(TAFEL, (meeting(date(2026, 4, 10)),))
    content, _ = write_kalender("Termijnen", "voorbeeld.nl", termijn_afspraken(reeks, find_mijlpalen(2027)), OP)
    assert content is not None
    events = read(content)
    days = {uid.split("@")[0].removeprefix("prt-2026-04-10-"): e.decoded("dtstart") for uid, e in events.items()}
    assert days == {
        "herinneren": date(2026, 3, 27),
        "samenstellen": date(2026, 4, 2),
        "agenda": date(2026, 4, 2),  # the last day itself is Good Friday
        "verslag": date(2026, 4, 24),
        "wetscyclus-2026-realisatie": date(2027, 7, 1),
    }
    assert (
        "De laatste dag is vrijdag 3 april 2026 (Goede vrijdag)."
        in events["prt-2026-04-10-agenda@voorbeeld.nl"]["description"]
    )
    assert all(event["transp"] == "TRANSPARENT" for event in events.values())


def test_a_meeting_that_was_called_off_has_no_deadlines() -> None:
    assert termijn_afspraken(Reeks(TAFEL, (meeting(WINTER, afgelast="storm"),))) == ()


def test_confidential_or_personal_data_of_members_is_in_no_calendar() -> None:
    member = Lid("proef", Persoon("mw.", "", "de", "Proef"), email="proef@voorbeeld.nl")
    reeks = Reeks(Tafel("prt", "Proeftafel", leden=(member,)), (meeting(WINTER),))
    content, _ = write_kalender("P", "voorbeeld.nl", (*vergader_afspraken(reeks), *termijn_afspraken(reeks)), OP)
    assert content is not None
    assert b"proef@" not in content
