"""How the units are doing in the stages: who is late, who will be. Pure.

The rule of "at risk" (有延误风险): within a stage work is expected to go on evenly. A unit is at
risk when the share of what it still lacks is larger than the share of the stage's time that is
left, or when anything is lacking and no more than ``LAST_DAYS`` days are left. What a stage asks
for is its goal in a hundred of the unit's material points, rounded up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.completeness.states import Tally
from app.stages.schedule import Schedule, StagePlan
from app.stages.vocabulary import StageStatus

#: With anything lacking, these last days of a stage always count as "at risk".
LAST_DAYS = 3
#: How long a stage is taken to last whose first day nobody has set.
USUAL_DAYS = 30


@dataclass(frozen=True, slots=True)
class UnitWork:
    """What a unit has to do and has done, counted in material points."""

    unit: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class UnitStage:
    """A unit in a stage.

    Attributes:
        needed: points that are to be covered at the end of the stage.
        covered: points that are covered, of all the unit's points.
        days_left: whole days until the deadline, negative when it has passed; None: no date.
        total: all the unit's points.
    """

    unit: str
    stage: StagePlan
    needed: int
    covered: int
    days_left: int | None
    standing: StageStatus
    total: int = 0

    @property
    def lacking(self) -> int:
        """Points that are still to be covered in this stage."""
        return max(0, self.needed - self.covered)


def works_of(units: Mapping[str, Tally]) -> tuple[UnitWork, ...]:
    """The rows from what completeness counts per unit."""
    return tuple(UnitWork(unit, tally) for unit, tally in units.items())


def unit_stages(
    works: Iterable[UnitWork], schedule: Schedule, today: date
) -> tuple[UnitStage, ...]:
    """Every unit in every stage, units in their order."""
    return tuple(_unit_stage(work, stage, today) for work in works for stage in schedule.stages)


def overdue(rows: Iterable[UnitStage]) -> tuple[UnitStage, ...]:
    """The latest stage that each late unit has missed; the largest lack first."""
    latest: dict[str, UnitStage] = {}
    for row in rows:
        if row.standing is StageStatus.OVERDUE:
            before = latest.get(row.unit)
            if before is None or row.stage.number > before.stage.number:
                latest[row.unit] = row
    return tuple(sorted(latest.values(), key=lambda r: (-r.lacking, r.days_left or 0, r.unit)))


def at_risk(rows: Iterable[UnitStage]) -> tuple[UnitStage, ...]:
    """The next stage that each unit may miss; the nearest deadline first, then the largest lack."""
    nearest: dict[str, UnitStage] = {}
    for row in rows:
        if row.standing is StageStatus.AT_RISK:
            before = nearest.get(row.unit)
            if before is None or row.stage.number < before.stage.number:
                nearest[row.unit] = row
    return tuple(sorted(nearest.values(), key=lambda r: (r.days_left or 0, -r.lacking, r.unit)))


def current_stage(schedule: Schedule, today: date) -> StagePlan | None:
    """The stage whose deadline comes next; None when all have passed or none has a date."""
    coming = [s for s in schedule.stages if s.deadline and s.deadline >= today]
    return min(coming, key=lambda s: (s.deadline, s.number)) if coming else None


def due_stage(schedule: Schedule, today: date) -> StagePlan | None:
    """The stage by whose deadline material is due next: stages that ask for none do not count."""
    asking = Schedule(stages=tuple(stage for stage in schedule.stages if stage.goal))
    return current_stage(asking, today) or current_stage(schedule, today)


def needed_of(total: int, goal: int) -> int:
    """The points that a goal in a hundred asks for, rounded up."""
    return -(-total * goal // 100)


def _unit_stage(work: UnitWork, stage: StagePlan, today: date) -> UnitStage:
    needed = needed_of(work.tally.total, stage.goal)
    covered = work.tally.covered
    left = (stage.deadline - today).days if stage.deadline else None
    standing = _standing(needed, covered, stage, today)
    return UnitStage(work.unit, stage, needed, covered, left, standing, work.tally.total)


def _standing(needed: int, covered: int, stage: StagePlan, today: date) -> StageStatus:
    if not needed:
        return StageStatus.UNMEASURED
    if covered >= needed:
        return StageStatus.DONE
    if stage.deadline is None:
        return StageStatus.UNDATED
    if today > stage.deadline:
        return StageStatus.OVERDUE
    if stage.start is not None and today < stage.start:
        return StageStatus.NOT_BEGUN
    left = (stage.deadline - today).days + 1
    whole = (stage.deadline - stage.start).days + 1 if stage.start else max(USUAL_DAYS, left)
    behind = (needed - covered) * whole > needed * left
    return StageStatus.AT_RISK if behind or left <= LAST_DAYS else StageStatus.ON_TRACK
