"""What completeness is worked out from: frozen rows, read from the database before."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.framework.keys import TaskKey
from app.workspace.obligations import Owing

if TYPE_CHECKING:
    # Workers unpickle these rows, and would load pydantic for nothing.
    from app.framework.schema import Framework, Indicator
    from app.framework.values import EvidencePoint, Threshold


_SINCE = re.compile(r"((?:19|20)\d\d)\s*年?\s*以来")


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A verification task, its points, and every unit that answers for it (groups expanded).

    ``owing`` says which of the units owe the points, ``leads`` which lead the task; with None all
    of them owe.
    """

    indicator: str
    task_code: str
    method: str | None
    points: "tuple[EvidencePoint, ...]"
    units: tuple[str, ...]
    owing: Owing | None = None
    leads: frozenset[str] = frozenset()

    @property
    def key(self) -> TaskKey:
        """The task: ``60/material_check``."""
        return TaskKey(self.indicator, self.task_code)


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with its tasks; ``thresholds`` are those that stand in its statement only.

    ``category_path`` are the codes of the categories that it lies in, the first level first.
    ``since_year`` is the year that its statement begins with, else the first that a point names.
    """

    code: str
    kind: str
    category_path: tuple[str, ...]
    tasks: tuple[TaskRow, ...]
    thresholds: "tuple[Threshold, ...]" = ()
    since_year: int | None = None


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """An item at one of its places.

    Attributes:
        item: the id of the evidence item.
        indicator: the indicator's code.
        task_code: the task's code inside the indicator.
        point: the number of the point; None if the item lies at the task as a whole.
        unit: the unit whose evidence it is, written as in ``TaskRow.units``.
        title: the item's title.
        date: ISO, whole or cut short: "2021-04-09", "2021-04", "2021", "".
        blocked: a problem keeps the item's own pages out until somebody acts.
        file_name: what the item's file is called.
        years: the years that a person chose for it at this place; None: the other fields tell.
    """

    item: str
    indicator: str
    task_code: str
    point: int | None
    unit: str
    title: str
    date: str = ""
    blocked: bool = False
    file_name: str = ""
    years: tuple[int, ...] | None = None

    @property
    def task(self) -> TaskKey:
        """The task that the item is placed under."""
        return TaskKey(self.indicator, self.task_code)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that a unit states for a threshold.

    ``place`` is the key of a point ("68/material_check/4") or, for a threshold of the statement,
    the indicator's code ("60"); ``threshold`` is the threshold's text. ``year`` is the one that
    the figure is of; 0 for a figure of no single year. ``basis`` says what it was worked out from,
    if the program did so.
    """

    place: str
    threshold: str
    unit: str
    value: float
    year: int = 0
    basis: str = ""


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A slot of a unit, or one point of it, that was marked as not applying (不涉及), and why.

    ``point`` is None for the slot as a whole; ``id`` is the mark's own.
    """

    indicator: str
    task_code: str
    point: int | None
    unit: str
    reason: str
    by_office: bool = False
    id: str = ""

    @property
    def task(self) -> TaskKey:
        """The task."""
        return TaskKey(self.indicator, self.task_code)


@dataclass(frozen=True, slots=True)
class HeldRow:
    """What a method tool holds for a point, good enough to answer it (see ``app.verification``).

    ``table``, ``kind`` and ``count`` say what it is, ``years`` of which years it is. It lies at
    the slot ``home``, which may be one of another task.
    """

    indicator: str
    task_code: str
    point: int
    unit: str
    table: str
    count: int
    kind: str = ""
    title: str = ""
    years: tuple[int, ...] = ()
    home: TaskKey | None = None

    @property
    def task(self) -> TaskKey:
        """The task whose point it answers."""
        return TaskKey(self.indicator, self.task_code)


@dataclass(frozen=True, slots=True)
class Period:
    """The years that evidence is asked for.

    ``last_year`` ends every span that a point begins with its ``since_year``. ``first_year`` begins
    the span of a point that wants each year without saying from when; None: no year is asked.
    """

    last_year: int
    first_year: int | None = None


def indicator_rows(
    framework: "Framework",
    units_of: Callable[[str, str], Sequence[str]],
    owing_of: Callable[[str, str], Owing | None] = lambda _code, _task: None,
    leads_of: Callable[[str, str], frozenset[str]] = lambda _code, _task: frozenset(),
) -> tuple[IndicatorRow, ...]:
    """The rows of an indicator set.

    ``units_of`` names who answers for an indicator's task, ``owing_of`` who of them owes its
    points (all of them if nothing is said), ``leads_of`` who leads it.
    """
    return tuple(
        IndicatorRow(
            indicator.code,
            indicator.kind,
            tuple(c.code for c in framework.category_path(indicator.category)),
            tuple(
                TaskRow(
                    indicator.code,
                    task.code,
                    task.method,
                    task.points,
                    tuple(units_of(indicator.code, task.code)),
                    owing_of(indicator.code, task.code),
                    leads_of(indicator.code, task.code),
                )
                for task in indicator.tasks
            ),
            indicator.thresholds,
            since_year_of(indicator),
        )
        for indicator in framework.indicators
    )


def since_year_of(indicator: "Indicator") -> int | None:
    """The year that the statement begins with, else the first that a point names."""
    said = _SINCE.search(indicator.statement)
    if said is not None:
        return int(said[1])
    named = (point.since_year for task in indicator.tasks for point in task.points)
    return min((year for year in named if year is not None), default=None)
