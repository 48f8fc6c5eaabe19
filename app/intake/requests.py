"""What a person asks for when handing files in, and its check against indicators and units."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from app.errors import NotOwnUnit, UsageError
from app.framework.keys import SlotKey
from app.framework.lookup import parse_method
from app.framework.schema import EvidencePoint, Framework
from app.guessing.dates import EARLIEST_YEAR, find_any, only_day
from app.guessing.numbers import number_of_line
from app.guessing.plain_text import clean, plain
from app.intake.errors import DateNotUnderstood, UnitRequired
from app.workspace.registry import Registry
from models.vocabulary import VerificationMethod


@dataclass(frozen=True, slots=True)
class Target:
    """Where files are to be placed, as a person names it: 60, 材料查证, 县司法局, 2."""

    indicator: str
    method: str
    unit: str | None = None
    point: int | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What a person states about an item; a stated field is no guess. None leaves it to guess."""

    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    doc_date: str | None = None


@dataclass(frozen=True, slots=True)
class AttachRequest:
    """Files, folders and archives to be taken in for one place.

    Attributes:
        paths: files, folders (with all that is in them) and archives (which are expanded).
        target: where they belong.
        description: stated for each of them; several files get their number behind the title.
        expand: False keeps archives as the files that they are.
        again: also adds what lies at the place already, which else is only told.
        cleared: why files that may bear a mark of state secrecy are none; "" if nobody said so.
            It is kept in the log. A certain mark is refused all the same.
    """

    paths: tuple[Path, ...]
    target: Target
    description: Description = field(default_factory=Description)
    expand: bool = True
    again: bool = False
    cleared: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A target that was found to exist."""

    indicator: str
    method: VerificationMethod
    point: int | None
    unit_id: str
    unit: str
    since_year: int | None

    @property
    def slot(self) -> SlotKey:
        """The slot that the place lies in."""
        return SlotKey(self.indicator, self.method, self.unit_id)


def resolve(
    target: Target, framework: Framework, registry: Registry, own_unit: str | None
) -> Place:
    """Check a target against the indicator set and the units.

    Args:
        target: what was asked for.
        framework: the workspace's indicator set.
        registry: its units.
        own_unit: the unit whose workspace it is; None in the office's.

    Raises:
        IndicatorUnknown, MethodUnknown, MethodNotRequired, PointUnknown: no such place.
        UnitUnknown: no unit is called so.
        UnitRequired: no unit was named and several answer for the indicator.
        NotOwnUnit: another unit was named in a unit's workspace.
    """
    indicator = framework.indicator(target.indicator)
    method = parse_method(target.method)
    task = indicator.task(method)
    point = indicator.point(method, target.point) if target.point is not None else None
    name = target.unit or own_unit or _only_unit(indicator.code, registry)
    unit = registry.unit(name)
    if own_unit is not None and unit.name != own_unit:
        raise NotOwnUnit(unit.name, own_unit)
    number = point.number if point else None
    return Place(
        indicator.code, method, number, unit.id, unit.name, _first_year(task.points, number)
    )


def first_year_asked(
    framework: Framework, indicator: str, method: VerificationMethod, point: int | None
) -> int | None:
    """The first year that evidence at a place may be from; None if any will do.

    A place that the indicator set no longer has asks for nothing.
    """
    try:
        task = framework.indicator(indicator).task(method)
    except UsageError:
        return None
    return _first_year(task.points, point)


def _first_year(points: Iterable[EvidencePoint], number: int | None) -> int | None:
    """Without a point, only what every dated point would refuse is certainly too old."""
    years = [
        point.since_year
        for point in points
        if point.since_year is not None and number in {None, point.number}
    ]
    return min(years, default=None)


def _only_unit(code: str, registry: Registry) -> str:
    units = tuple(part.unit for part in registry.responsible.get(code, ()))
    if len(units) != 1:
        raise UnitRequired(code, units)
    return units[0]


def normalised(description: Description, today: date) -> Description:
    """A description in the forms that are stored: official number, ISO date, single spaces.

    Raises:
        DateNotUnderstood: the date is none, or lies in the future.
    """
    number = description.doc_number
    return Description(
        title=clean(description.title) or None if description.title is not None else None,
        doc_number=(number_of_line(number) or clean(number)) if number is not None else None,
        issuer=clean(description.issuer) if description.issuer is not None else None,
        doc_date=(
            stated_date(description.doc_date, today) if description.doc_date is not None else None
        ),
    )


#: Days since the end of 1899, as tables count them; from 1990 on they have five digits.
_TABLES_BEGIN = date(1899, 12, 30)
_SERIAL_DAY = re.compile(r"([34567]\d{4})(?:\.\d+)?")
_YEAR_AND_MONTH = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])")


def stated_date(text: str, today: date) -> str:
    """A stated date as ISO, whole or partial; "" stays "". Raises ``DateNotUnderstood``.

    Whatever documents write is understood, and besides what tables make of it: 44295, 2021-4,
    202104, 2021/4/9 0:00:00.
    """
    folded = plain(text).strip()
    if not folded:
        return ""
    serial = _SERIAL_DAY.fullmatch(folded)
    if serial:
        day = _TABLES_BEGIN + timedelta(days=int(serial[1]))
        if day <= today and day.year >= EARLIEST_YEAR:
            return day.isoformat()
        raise DateNotUnderstood(text)
    whole = only_day(folded, today)
    if whole:
        return whole
    found = find_any(_YEAR_AND_MONTH.sub(r"\1-\2", folded) if folded.isdigit() else folded, today)
    if found is None or found.start != 0 or found.end < len(folded.rstrip(" .日号月年度份")):
        raise DateNotUnderstood(text)
    return found.iso


def numbered(description: Description, position: int, count: int) -> Description:
    """The description of one of ``count`` files that were described together."""
    if description.title is None or count < 2:
        return description
    title = f"{description.title}（{position}）"
    return Description(title, description.doc_number, description.issuer, description.doc_date)
