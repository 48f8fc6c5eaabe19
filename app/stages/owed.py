"""What a unit has to hand in (要交什么), and by which day. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.completeness.states import Completeness, PointState, Tally
from app.framework.keys import TaskKey
from app.framework.schema import Framework
from app.stages.progress import UnitWork, due_stage, unit_stages
from app.stages.schedule import Schedule
from app.workspace.registry import Registry
from models.vocabulary import ResponsibilityRole


@dataclass(frozen=True, slots=True)
class OwedLine:
    """A task of which a unit owes points, and those of them that are still missing.

    ``deadline`` is the task's own, else that of the stage in which material is due next, or of the
    last one once all have passed; ``days`` are left until then.
    """

    task: TaskKey
    role: ResponsibilityRole
    total: int
    missing: tuple[PointState, ...]
    deadline: date | None
    days: int | None

    @property
    def indicator(self) -> str:
        """The code of its indicator."""
        return self.task.indicator


@dataclass(frozen=True, slots=True)
class Due:
    """What the stage asks of a unit by whose deadline material is due next."""

    stage: str
    deadline: date
    days: int
    needed: int
    lacking: int


@dataclass(frozen=True, slots=True)
class OwedAnswer:
    """What a unit has to hand in.

    Attributes:
        leads: indicators that it leads.
        participates: indicators in which it takes part without leading.
        tally: the points that it owes.
        due: what is asked for at the next deadline; None if all have passed.
        lines: every task of which it owes anything; the nearest deadline first, then what it leads.
        optional: indicators to which it may add, owing nothing.
    """

    unit: str
    leads: int
    participates: int
    tally: Tally
    due: Due | None
    lines: tuple[OwedLine, ...]
    optional: int

    @property
    def open(self) -> tuple[OwedLine, ...]:
        """The tasks of which something is still missing."""
        return tuple(line for line in self.lines if line.missing)


def owed_of_unit(
    unit: str,
    framework: Framework,
    registry: Registry,
    completeness: Completeness,
    schedule: Schedule,
    today: date,
) -> OwedAnswer:
    """What a unit has to hand in; it is written as in the register."""
    led, every = registry.led_by(unit), registry.indicators_of(unit)
    stage = due_stage(schedule, today)
    tally = completeness.units.get(unit, Tally())
    due = None
    if stage is not None and stage.deadline is not None:
        found = unit_stages([UnitWork(unit, tally)], Schedule(stages=(stage,)), today)[0]
        days = (stage.deadline - today).days
        due = Due(stage.name, stage.deadline, days, found.needed, found.lacking)
    dated = [each.deadline for each in schedule.stages if each.deadline]
    last = due.deadline if due else max(dated, default=None)
    lines = tuple(_lines(unit, framework, completeness, last, today))
    owing = {line.indicator for line in lines}
    return OwedAnswer(
        unit,
        len(led),
        len(every - led),
        tally,
        due,
        tuple(sorted(lines, key=_pressing)),
        len(every - owing),
    )


def owed_json(answer: OwedAnswer) -> dict[str, Any]:
    """The same for programs."""
    due = answer.due
    return {
        "unit": answer.unit,
        "lead": answer.leads,
        "participant": answer.participates,
        "owed": answer.tally.total,
        "covered": answer.tally.covered,
        "optional": answer.optional,
        "due": None
        if due is None
        else {
            "stage": due.stage,
            "deadline": due.deadline.isoformat(),
            "days": due.days,
            "needed": due.needed,
            "lacking": due.lacking,
        },
        "tasks": [
            {
                "task": str(line.task),
                "role": line.role.value,
                "deadline": line.deadline.isoformat() if line.deadline else None,
                "days": line.days,
                "owed": line.total,
                "missing": [{"point": p.point.number, "text": p.point.text} for p in line.missing],
            }
            for line in answer.lines
        ],
    }


def _lines(
    unit: str,
    framework: Framework,
    completeness: Completeness,
    last: date | None,
    today: date,
) -> Iterator[OwedLine]:
    for slot in completeness.slots(unit):
        owed = slot.owed
        if not owed:
            continue
        deadline = framework.task(*slot.task).deadline or last
        yield OwedLine(
            slot.task,
            ResponsibilityRole.LEAD if slot.lead else ResponsibilityRole.PARTICIPANT,
            len(owed),
            tuple(p for p in owed if not p.covered),
            deadline,
            (deadline - today).days if deadline else None,
        )


def _pressing(line: OwedLine) -> tuple[bool, date, bool]:
    """The nearest deadline first, then what the unit leads; sorting keeps the set's order."""
    never = line.deadline is None
    return never, line.deadline or date.max, line.role is not ResponsibilityRole.LEAD
