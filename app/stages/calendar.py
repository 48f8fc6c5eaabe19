"""The dates of the work for a calendar. Pure."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.stages.schedule import Schedule


class EntryKind(StrEnum):
    """What a day is marked for."""

    DEADLINE = "deadline"
    MILESTONE = "milestone"
    RECTIFICATION = "rectification"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Something that is due on a day; ``key`` names it the same however its day moves."""

    day: date
    kind: EntryKind
    key: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day in a month's sheet; days of the months before and after fill up its weeks."""

    day: date
    inside: bool
    entries: tuple[CalendarEntry, ...]


def entries_of(schedule: Schedule, more: Iterable[CalendarEntry] = ()) -> tuple[CalendarEntry, ...]:
    """Every dated thing of the stages, and ``more`` (deadlines of 整改), by day."""
    found = list(more)
    for stage in schedule.stages:
        if stage.deadline is not None:
            found.append(
                CalendarEntry(
                    stage.deadline,
                    EntryKind.DEADLINE,
                    f"stage-{stage.number}",
                    f"{stage.name}截止",
                    stage.description,
                )
            )
        found += [
            CalendarEntry(
                milestone.day,
                EntryKind.MILESTONE,
                f"stage-{stage.number}-{place}",
                milestone.text,
                f"{stage.name}阶段",
            )
            for place, milestone in enumerate(stage.milestones, 1)
        ]
    return tuple(sorted(found, key=lambda e: (e.day, e.kind.value, e.key)))


def month_sheet(
    year: int, month: int, entries: Iterable[CalendarEntry]
) -> tuple[tuple[DayCell, ...], ...]:
    """The weeks of a month, Monday first, each day with what is due on it."""
    by_day: dict[date, list[CalendarEntry]] = {}
    for entry in entries:
        by_day.setdefault(entry.day, []).append(entry)
    weeks = calendar.Calendar(calendar.MONDAY).monthdatescalendar(year, month)
    return tuple(
        tuple(DayCell(day, day.month == month, tuple(by_day.get(day, ()))) for day in week)
        for week in weeks
    )
