"""An .ics file (RFC 5545) of whole-day entries, for calendars on phones and PCs."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from app.stages.calendar import CalendarEntry

#: How many days before an entry a calendar reminds of it.
REMINDERS = (7, 1)
#: Bytes in a line, its end not counted (RFC 5545, 3.1).
LINE_LIMIT = 75

_NAMESPACE = uuid.UUID("0191a7c4-6c1e-7b5a-9d3e-6a7561ee7a02")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar_file(
    entries: Iterable[CalendarEntry], owner: str, name: str, written_at: datetime
) -> bytes:
    """Write the entries as a calendar.

    ``owner`` (the workspace's id) and an entry's key make its UID, so that a file that is imported
    again moves an entry instead of adding another.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Juanzong//Juanzong//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for entry in entries:
        lines += _event(entry, owner, written_at.astimezone(UTC))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode("utf-8")


def _event(entry: CalendarEntry, owner: str, written_at: datetime) -> Iterator[str]:
    stamp = written_at.strftime("%Y%m%dT%H%M%SZ")
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid.uuid5(_NAMESPACE, f'{owner}/{entry.key}')}"
    yield f"DTSTAMP:{stamp}"
    # A calendar takes the entry of the higher number, so a later file corrects an earlier one.
    yield f"SEQUENCE:{int(written_at.timestamp()) // 60}"
    yield f"DTSTART;VALUE=DATE:{_day(entry.day)}"
    yield f"DTEND;VALUE=DATE:{_day(entry.day + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    if entry.detail:
        yield f"DESCRIPTION:{_escaped(entry.detail)}"
    yield "TRANSP:TRANSPARENT"
    for days in REMINDERS:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_escaped(entry.title)}"
        yield f"TRIGGER:-P{days}D"
        yield "END:VALARM"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(text: str) -> str:
    printable = "".join(c for c in text if c == "\n" or c.isprintable())
    return printable.translate(_ESCAPES)


def _folded(line: str) -> Iterator[str]:
    """Cut a line between characters, never inside one; what follows begins with a space."""
    part, size = "", 0
    for char in line:
        width = len(char.encode("utf-8"))
        if size + width > LINE_LIMIT:
            yield part
            part, size = " ", 1
        part += char
        size += width
    yield part
