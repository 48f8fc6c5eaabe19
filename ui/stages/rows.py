"""What the 进度 page shows, computed from a view of the stages. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.stages.progress import UnitStage, at_risk, current_stage, due_stage, overdue
from app.stages.schedule import Schedule, StagePlan
from app.stages.service import StageView
from app.stages.vocabulary import StageStatus
from ui.translation import tr
from ui.wording import PROGRESS_NAMES, days_in_words, how_long


class UnitFilter(StrEnum):
    """The filters for the list of units."""

    STAGE = "stage"
    OVERDUE = "overdue"
    AT_RISK = "at_risk"


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage, the days until its deadline (None: no date), and whether it is the present one."""

    stage: StagePlan
    days: int | None
    current: bool


#: The most urgent first.
_ORDER = (
    StageStatus.OVERDUE,
    StageStatus.AT_RISK,
    StageStatus.ON_TRACK,
    StageStatus.NOT_BEGUN,
    StageStatus.UNDATED,
    StageStatus.DONE,
    StageStatus.UNMEASURED,
)


def stage_lines(schedule: Schedule, today: date) -> tuple[StageLine, ...]:
    """The stages in their order."""
    now = current_stage(schedule, today)
    return tuple(
        StageLine(s, (s.deadline - today).days if s.deadline else None, s is now)
        for s in schedule.stages
    )


def first_stage(schedule: Schedule, today: date) -> int:
    """The number of the stage to show first: the next that asks for material, else the last."""
    now = due_stage(schedule, today)
    dated = [s for s in schedule.stages if s.deadline] or list(schedule.stages)
    chosen = now or (dated[-1] if dated else None)
    return chosen.number if chosen else 0


def unit_lines(view: StageView, wanted: UnitFilter, number: int) -> tuple[UnitStage, ...]:
    """The units of a list: all of them in the stage ``number``, or those that are or may be late.

    Units without any task are left out.
    """
    if wanted is UnitFilter.OVERDUE:
        return overdue(view.rows)
    if wanted is UnitFilter.AT_RISK:
        return at_risk(view.rows)
    rows = [r for r in view.rows if r.stage.number == number and r.total]
    return tuple(sorted(rows, key=lambda r: (_ORDER.index(r.standing), -r.lacking)))


def figures_in_words(row: UnitStage) -> str:
    """Points covered and asked for: "9/38"; a stage that asks for none shows what is covered."""
    return f"{row.covered}/{row.needed}" if row.needed else str(row.covered)


def standing_in_words(row: UnitStage) -> str:
    """The status of a unit: "逾期 12 天", "有延误风险，还有 3 天"."""
    name = PROGRESS_NAMES[row.standing]
    days = row.days_left
    if row.standing is StageStatus.OVERDUE and days is not None:
        return tr("{name} {long}", name=name, long=how_long(-days))
    if row.standing is StageStatus.AT_RISK and days is not None:
        return tr("{name}，{left}", name=name, left=days_in_words(days))
    return name


def summary(rows: Iterable[UnitStage]) -> str:
    """The number of units by status: "12 个单位，已达到 5，正常 3"."""
    found = tuple(rows)
    parts = [tr("{count} 个单位", count=len(found))]
    for standing in _ORDER:
        count = sum(row.standing is standing for row in found)
        if count:
            parts.append(f"{PROGRESS_NAMES[standing]} {count}")
    return tr("，").join(parts)
