"""The stages of the programme with the county's own dates. Pure values."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from app.errors import NamedThing
from app.framework.schema import Framework
from app.framework.values import Stage
from app.naming import demand_name
from app.stages.errors import StageDatesInvalid, StageUnknown

#: The wording of a deadline that nothing fixes yet.
UNDATED = "日期另定"

_DATES = ("start", "deadline", "deadline_text", "milestones")
_YEAR = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2})(?=年)")
#: "5月20前" is a slip of the published document, which the county's own dates do not repeat.
_DAY_LEFT_OUT = re.compile(r"([0-9]{1,2}月[0-9]{1,2})(?=前)")


class Milestone(BaseModel):
    """A further date inside a stage."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str
    day: date


class StagePlan(BaseModel):
    """One stage as the county works by it.

    Attributes:
        start: the first day; None for as early as one likes.
        deadline: the last day; None where nothing fixes it.
        deadline_text: the wording, the document's own until somebody sets a date.
        goal: how many in a hundred of a unit's material points are to be covered at the end.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    number: int
    name: str
    start: date | None = None
    deadline: date | None = None
    deadline_text: str = ""
    description: str = ""
    goal: Annotated[int, Field(ge=0, le=100)] = 0
    milestones: tuple[Milestone, ...] = ()


class Schedule(BaseModel):
    """All stages in their order."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    stages: tuple[StagePlan, ...] = ()

    def stage(self, number: int) -> StagePlan:
        """The stage of this number. Raises ``StageUnknown``."""
        for stage in self.stages:
            if stage.number == number:
                return stage
        raise StageUnknown(number, tuple(s.number for s in self.stages))


@dataclass(frozen=True, slots=True)
class StageChange:
    """What to change of a stage; None leaves it as it is.

    ``no_start`` and ``no_deadline`` take the one or the other date away.
    """

    name: str | None = None
    start: date | None = None
    deadline: date | None = None
    goal: int | None = None
    no_start: bool = False
    no_deadline: bool = False


def default_schedule(framework: Framework) -> Schedule:
    """The stages as the indicator set writes them.

    A stage begins the day after the one before it ends, the first on the document's own date. The
    goals are a suggestion of the program, which the documents leave open: nothing at the end of
    the first stage, everything at the end of the last but one, even steps between.
    """
    plans: list[StagePlan] = []
    before: date | None = None
    for place, stage in enumerate(framework.stages):
        start = before + timedelta(days=1) if before else None
        if not place and stage.deadline and framework.source.date <= stage.deadline:
            start = framework.source.date
        plans.append(_plan(stage, start, _goal(place, len(framework.stages))))
        before = stage.deadline or before
    return Schedule(stages=tuple(plans))


def overlaid(default: Schedule, kept: Schedule) -> Schedule:
    """The set's stages, those that the county has changed as it left them.

    Dates that were moved by an earlier edition of the program may still repeat the slip.
    """
    by_number = {stage.number: stage for stage in kept.stages}
    stages = [by_number.get(s.number, s) for s in default.stages]
    return Schedule(stages=tuple(map(_mended, stages, default.stages)))


def differing(default: Schedule, present: Schedule) -> Schedule:
    """Only the stages that the county has changed: what is worth keeping."""
    known = {stage.number: stage for stage in default.stages}
    return Schedule(stages=tuple(s for s in present.stages if known.get(s.number) != s))


def changed(schedule: Schedule, number: int, change: StageChange) -> Schedule:
    """The schedule with one stage changed.

    A stage that follows at once and began the day after the old deadline moves its first day along.

    Raises:
        StageUnknown: there is no such stage.
        StageDatesInvalid: a stage would end before it begins, or before an earlier one ends.
        NameUnfit: a stage cannot be called so.
    """
    stage = schedule.stage(number)
    values: dict[str, object] = {}
    if change.name and change.name != stage.name:
        values["name"] = demand_name(change.name, NamedThing.STAGE)
    if change.start is not None or change.no_start:
        values["start"] = None if change.no_start else change.start
    if change.goal is not None:
        values["goal"] = change.goal
    if change.no_deadline:
        values |= {"deadline": None, "deadline_text": UNDATED}
    elif change.deadline is not None:
        values |= {"deadline": change.deadline, "deadline_text": f"{in_words(change.deadline)}前"}
    stages = [stage.model_copy(update=values) if s is stage else s for s in schedule.stages]
    if change.deadline is not None and not change.no_deadline:
        stages = _moved_along(stages, number, stage.deadline, change.deadline)
    _check(stages)
    return Schedule(stages=tuple(stages))


def restored(schedule: Schedule, default: Schedule, number: int) -> Schedule:
    """The schedule with one stage's dates as the indicator set has them; its name and goal stay.

    Raises:
        StageUnknown, StageDatesInvalid: see ``changed``.
    """
    stage, own = schedule.stage(number), default.stage(number)
    back = stage.model_copy(update={name: getattr(own, name) for name in _DATES})
    stages = [back if s is stage else s for s in schedule.stages]
    if own.deadline is not None:
        stages = _moved_along(stages, number, stage.deadline, own.deadline)
    _check(stages)
    return Schedule(stages=tuple(stages))


def redated(stage: StagePlan, default: Schedule) -> bool:
    """True if a stage has other dates than the indicator set gives it."""
    own = default.stage(stage.number)
    return any(getattr(stage, name) != getattr(own, name) for name in _DATES)


def shifted(schedule: Schedule, year: int) -> Schedule:
    """The schedule moved by whole years, so that its first deadline lies in ``year``."""
    first = next((s.deadline for s in schedule.stages if s.deadline), None)
    if first is None or first.year == year:
        return schedule
    years = year - first.year
    return Schedule(stages=tuple(_shifted(stage, years) for stage in schedule.stages))


def inspected_in(schedule: Schedule, issued: date, today: date) -> int:
    """The last year that evidence is asked for, unless somebody sets another one.

    It is the year of the last date that the stages name, usually the inspection; without dates the
    year in which the indicator set was issued. Nothing is asked for years to come.
    """
    days = [s.deadline for s in schedule.stages if s.deadline is not None]
    days += [milestone.day for s in schedule.stages for milestone in s.milestones]
    return min(max(days, default=issued).year, today.year)


def in_words(day: date) -> str:
    """A date as papers write it: 2026年5月10日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _plan(stage: Stage, start: date | None, goal: int) -> StagePlan:
    return StagePlan(
        number=stage.number,
        name=stage.name,
        start=start,
        deadline=stage.deadline,
        deadline_text=stage.deadline_text,
        description=stage.description,
        goal=goal,
        milestones=tuple(Milestone(text=m.text, day=m.date) for m in stage.milestones),
    )


def _goal(place: int, count: int) -> int:
    return min(100, 100 * place // max(count - 2, 1))


def _moved_along(
    stages: list[StagePlan], number: int, old: date | None, new: date
) -> list[StagePlan]:
    following = next((s for s in stages if s.number > number and s.start), None)
    if following is None or old is None or following.start != old + timedelta(days=1):
        return stages
    moved = following.model_copy(update={"start": new + timedelta(days=1)})
    return [moved if s is following else s for s in stages]


def _check(stages: Iterable[StagePlan]) -> None:
    before: StagePlan | None = None
    for stage in stages:
        if stage.start and stage.deadline and stage.start > stage.deadline:
            raise StageDatesInvalid(stage.name, stage.deadline, stage.name, stage.start)
        if stage.deadline is None:
            continue
        if before and before.deadline and stage.deadline < before.deadline:
            raise StageDatesInvalid(stage.name, stage.deadline, before.name, before.deadline)
        before = stage


def _shifted(stage: StagePlan, years: int) -> StagePlan:
    return stage.model_copy(
        update={
            "start": _in_other_year(stage.start, years),
            "deadline": _in_other_year(stage.deadline, years),
            "deadline_text": _reworded(stage.deadline_text, years),
            "milestones": tuple(
                Milestone(text=_reworded(m.text, years), day=_same_day(m.day, years))
                for m in stage.milestones
            ),
        }
    )


def _in_other_year(day: date | None, years: int) -> date | None:
    return None if day is None else _same_day(day, years)


def _same_day(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _mended(stage: StagePlan, official: StagePlan) -> StagePlan:
    if stage.deadline_text == official.deadline_text:
        return stage
    return stage.model_copy(update={"deadline_text": _reworded(stage.deadline_text, 0)})


def _reworded(text: str, years: int) -> str:
    moved = _YEAR.sub(lambda found: str(int(found[1]) + years), text)
    return _DAY_LEFT_OUT.sub(r"\1日", moved)
