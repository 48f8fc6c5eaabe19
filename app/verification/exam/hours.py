"""The hours of each person (学时): what a year asks for, and what is missing. Pure but for reading.

The ledger is the register ``personal_hours``, one row for each person and training; a county may
change it like any other register. Its columns ``name``, ``department`` and ``hours`` are read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.framework.schema import Framework
from app.framework.values import Comparator
from app.verification.material_check.registers.judging import Judged

LEDGER = "personal_hours"
_UNIT = "学时"


@dataclass(frozen=True, slots=True)
class PersonHours:
    """Somebody's hours in a year, and how many are missing."""

    year: int
    name: str
    department: str
    trainings: int
    hours: Decimal
    missing: Decimal


@dataclass(frozen=True, slots=True)
class YearHours:
    """A year in numbers: how many people, how many have enough, the fewest hours."""

    year: int
    people: int
    enough: int
    least: Decimal


def asked_hours(framework: Framework, indicator: str) -> Decimal | None:
    """How many hours a year an indicator asks for, in the wording of the set; None if it does not.

    Of several thresholds the highest counts.
    """
    found = [
        Decimal(str(threshold.value))
        for threshold in framework.indicator(indicator).thresholds
        if _UNIT in threshold.unit and threshold.comparator is Comparator.AT_LEAST
    ]
    return max(found, default=None)


def hours_of(rows: Iterable[Judged], needed: Decimal) -> tuple[PersonHours, ...]:
    """Each person's hours by year, those who lack most first. Rows with faults do not count."""
    found: dict[tuple[int, str, str], list[Decimal]] = {}
    for row in rows:
        if row.faults or not row.year:
            continue
        key = (row.year, row.cells.get("name", ""), row.cells.get("department", ""))
        found.setdefault(key, []).append(Decimal(row.cells.get("hours", "0")))
    lines = [
        PersonHours(
            *key, len(hours), sum(hours, Decimal()), max(needed - sum(hours, Decimal()), Decimal())
        )
        for key, hours in found.items()
    ]
    return tuple(sorted(lines, key=lambda p: (-p.year, -p.missing, p.department, p.name)))


def years_of(people: Sequence[PersonHours]) -> tuple[YearHours, ...]:
    """Each year in numbers, the last first."""
    years = sorted({person.year for person in people}, reverse=True)
    return tuple(_year(year, [p for p in people if p.year == year]) for year in years)


def _year(year: int, people: Sequence[PersonHours]) -> YearHours:
    enough = sum(not person.missing for person in people)
    return YearHours(year, len(people), enough, min(person.hours for person in people))
