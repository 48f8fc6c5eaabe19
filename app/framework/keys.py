"""How places are named: tasks, points and slots, parsed and written in one place.

The written forms stand in the log, in stored figures, in packages and in JSON output; they do not
change. An indicator alone is named by its code; a task by its code inside the indicator, which is
the identifier of its verification method unless the set gives it another.
"""

from typing import NamedTuple, Self

from models.ids import ItemId as ItemId
from models.ids import PlacementId as PlacementId
from models.ids import UnitId as UnitId

_BETWEEN = "/"


class TaskKey(NamedTuple):
    """A verification task; written ``60/material_check``."""

    indicator: str
    task_code: str

    def __str__(self) -> str:
        return _BETWEEN.join((self.indicator, self.task_code))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form. Raises ``ValueError`` for anything else."""
        indicator, task_code = text.split(_BETWEEN)
        if not indicator or not task_code:
            raise ValueError(text)
        return cls(indicator, task_code)


class PointKey(NamedTuple):
    """A material point of a task; written ``60/material_check/2``."""

    indicator: str
    task_code: str
    number: int

    @property
    def task(self) -> TaskKey:
        """The task that the point belongs to."""
        return TaskKey(self.indicator, self.task_code)

    def __str__(self) -> str:
        return _BETWEEN.join((str(self.task), str(self.number)))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form. Raises ``ValueError`` for anything else."""
        task, _, number = text.rpartition(_BETWEEN)
        return cls(*TaskKey.parse(task), int(number))


class SlotKey(NamedTuple):
    """A task and a unit (填报位): what is handed in, returned and accepted as one.

    Written ``60/material_check/`` and the unit's id.
    """

    indicator: str
    task_code: str
    unit_id: UnitId

    @property
    def task(self) -> TaskKey:
        """The task that the slot belongs to."""
        return TaskKey(self.indicator, self.task_code)

    def __str__(self) -> str:
        return _BETWEEN.join((str(self.task), self.unit_id))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form. Raises ``ValueError`` for anything else."""
        task, _, unit_id = text.rpartition(_BETWEEN)
        return cls(*TaskKey.parse(task), UnitId(unit_id))


def indicator_of(place: str) -> str:
    """The code of the indicator that a stored figure belongs to.

    Its place is that of a point as it is written, or the code of the indicator whose statement
    asks for the figure.
    """
    return place.partition(_BETWEEN)[0]
