"""要交什么: what a unit has to hand in, by which day, what is pressing first."""

from dataclasses import replace
from datetime import date

import pytest

from app.completeness.assess import assess
from app.completeness.rows import TaskRow
from app.completeness.states import Completeness
from app.framework.expansion import ResponsibleUnit
from app.framework.schema import Framework
from app.stages.owed import OwedAnswer, owed_json, owed_of_unit
from app.stages.schedule import Schedule, default_schedule, shifted
from app.workspace.obligations import Obligations, OwingRule
from app.workspace.registry import Registry
from models.vocabulary import ResponsibilityRole
from tests.support.completeness_rows import MATERIAL, PERIOD, SET, UNITS, WEB, placed
from tests.unit.test_stages import stage

LEAD, PARTICIPANT = ResponsibilityRole.LEAD, ResponsibilityRole.PARTICIPANT
LAW, POLICE = UNITS
#: 县司法局 leads indicator 1 and takes part in 加1; 县公安局 the other way about.
PARTS = {
    "1": (ResponsibleUnit(LAW, LEAD), ResponsibleUnit(POLICE, PARTICIPANT)),
    "加1": (ResponsibleUnit(POLICE, LEAD), ResponsibleUnit(LAW, PARTICIPANT)),
}
TODAY = date(2027, 4, 15)


def registered(rule: OwingRule) -> Registry:
    return Registry((), (), PARTS, obligations=Obligations(rule))


def judged(registry: Registry, evidence=()) -> Completeness:
    def task(row: TaskRow) -> TaskRow:
        key = (row.indicator, row.task_code)
        return replace(
            row,
            units=registry.units_of(*key),
            owing=registry.owing(*key),
            leads=registry.leads(*key),
        )

    rows = tuple(replace(row, tasks=tuple(map(task, row.tasks))) for row in SET)
    return assess(rows, evidence, (), PERIOD)


@pytest.fixture
def schedule(framework) -> Schedule:
    return shifted(default_schedule(framework), 2027)


@pytest.fixture
def answer(framework, schedule):
    """What a unit has to hand in under a rule, with these rows of evidence."""

    def ask(
        unit: str,
        rule: OwingRule = OwingRule.LEADS,
        evidence=(),
        *,
        schedule: Schedule = schedule,
        framework=framework,
        today: date = TODAY,
    ) -> OwedAnswer:
        registry = registered(rule)
        found = judged(registry, evidence)
        return owed_of_unit(unit, framework, registry, found, schedule, today)

    return ask


def test_a_lead_owes_its_points_and_may_add_where_it_takes_part(answer):
    found = answer(LAW)
    assert (found.leads, found.participates, found.optional) == (1, 1, 1)
    assert [line.task for line in found.lines] == [("1", MATERIAL), ("1", WEB)]
    assert all(line.role is LEAD for line in found.lines)
    assert found.tally.total == sum(line.total for line in found.lines) == 5
    assert found.open == found.lines


def test_under_another_rule_the_participant_owes_too_what_is_led_first(answer):
    found = answer(LAW, OwingRule.EVERYONE)
    assert [(line.indicator, line.role) for line in found.lines] == [
        ("1", LEAD), ("1", LEAD), ("加1", PARTICIPANT)
    ]  # fmt: skip
    assert (found.tally.total, found.optional) == (6, 0)
    police = answer(POLICE, OwingRule.EVERYONE)
    assert [line.indicator for line in police.lines] == ["加1", "1", "1"]


def test_what_is_there_is_missed_no_more(answer):
    found = answer(LAW, evidence=[placed("a", 1), placed("b", 1, task=("1", WEB))])
    (line,) = found.open
    assert line.task == ("1", MATERIAL)
    assert [point.point.number for point in line.missing] == [2, 3, 4]
    assert (line.total, found.tally.covered) == (4, 2)
    # A file that cannot be bound covers nothing.
    assert len(answer(LAW, evidence=[placed("a", 1, blocked=True)]).open) == 2


def test_a_unit_that_holds_nothing_owes_nothing_where_holders_owe(answer):
    nothing = answer(LAW, OwingRule.HOLDERS)
    assert (nothing.lines, nothing.tally.total, nothing.optional) == ((), 0, 2)
    given = answer(POLICE, OwingRule.HOLDERS, [placed("a", 3, unit=POLICE, title="2019年")])
    (line,) = given.lines
    assert (line.role, line.total, len(line.missing)) == (PARTICIPANT, 1, 1)


def test_the_next_deadline_that_asks_for_material_counts(answer, schedule):
    due = answer(LAW).due
    assert due is not None
    assert (due.stage, due.deadline, due.days) == ("全面自查", date(2027, 5, 10), 25)
    assert (due.needed, due.lacking) == (2, 2)  # a quarter of five, rounded up
    evidence = [placed("a", 1), placed("b", 1, task=("1", WEB))]
    done = answer(LAW, evidence=evidence).due
    assert done is not None
    assert done.lacking == 0
    assert {line.deadline for line in answer(LAW).lines} == {schedule.stage(2).deadline}


def test_once_all_deadlines_have_passed_the_last_one_stands(answer, schedule):
    late = answer(LAW, today=date(2027, 11, 10))
    assert late.due is None
    assert {(line.deadline, line.days) for line in late.lines} == {(date(2027, 10, 31), -10)}
    undated = answer(LAW, schedule=Schedule(stages=(stage(1, None, None),)))
    assert undated.due is None
    assert {(line.deadline, line.days) for line in undated.lines} == {(None, None)}


def test_a_task_with_a_deadline_of_its_own_comes_by_that_day(answer, framework):
    document = framework.model_dump()
    tasks = next(i["tasks"] for i in document["indicators"] if i["code"] == "1")
    next(t for t in tasks if t["code"] == WEB)["deadline"] = date(2027, 4, 20)
    found = answer(LAW, framework=Framework.model_validate(document))
    assert [(line.task.task_code, line.days) for line in found.lines] == [(WEB, 5), (MATERIAL, 25)]


def test_programs_are_told_the_same(answer):
    found = answer(LAW, OwingRule.EVERYONE, [placed("a", 1)])
    told = owed_json(found)
    assert (told["unit"], told["lead"], told["participant"]) == (LAW, 1, 1)
    assert (told["owed"], told["covered"], told["optional"]) == (6, 1, 0)
    assert told["due"] == {
        "stage": "全面自查", "deadline": "2027-05-10", "days": 25, "needed": 2, "lacking": 1
    }  # fmt: skip
    assert [task["owed"] for task in told["tasks"]] == [4, 1, 1]
    assert [point["point"] for point in told["tasks"][0]["missing"]] == [2, 3, 4]
    assert owed_json(answer(LAW, today=date(2030, 1, 1)))["due"] is None
