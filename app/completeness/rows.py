"""What completeness is worked out from: frozen rows, read from the database before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.framework.keys import TaskKey

if TYPE_CHECKING:
    # Workers unpickle these rows, and would load pydantic for nothing.
    from app.framework.schema import Framework
    from app.framework.values import EvidencePoint, Threshold


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A verification task, its points, and every unit that answers for it (groups expanded)."""

    indicator: str
    task_code: str
    method: str | None
    points: "tuple[EvidencePoint, ...]"
    units: tuple[str, ...]

    @property
    def key(self) -> TaskKey:
        """The task: ``60/material_check``."""
        return TaskKey(self.indicator, self.task_code)


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with its tasks; ``thresholds`` are those that stand in its statement only.

    ``category_path`` are the codes of the categories that it lies in, the first level first.
    """

    code: str
    kind: str
    category_path: tuple[str, ...]
    tasks: tuple[TaskRow, ...]
    thresholds: "tuple[Threshold, ...]" = ()


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

    @property
    def task(self) -> TaskKey:
        """The task that the item is placed under."""
        return TaskKey(self.indicator, self.task_code)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that a unit states for a threshold.

    ``place`` is the key of a point ("68/material_check/4") or, for a threshold of the statement,
    the indicator's code ("60"); ``threshold`` is the threshold's text.
    """

    place: str
    threshold: str
    unit: str
    value: float


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
class Period:
    """The years that evidence is asked for.

    ``last_year`` ends every span that a point begins with its ``since_year``. ``first_year`` begins
    the span of a point that wants each year without saying from when; None: no year is asked.
    """

    last_year: int
    first_year: int | None = None


def indicator_rows(
    framework: "Framework", units_of: Callable[[str, str], Sequence[str]]
) -> tuple[IndicatorRow, ...]:
    """The rows of an indicator set; ``units_of`` names who answers for an indicator's task."""
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
                )
                for task in indicator.tasks
            ),
            indicator.thresholds,
        )
        for indicator in framework.indicators
    )
