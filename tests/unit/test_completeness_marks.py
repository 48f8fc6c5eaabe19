"""What a unit says does not apply to it, in the account of what is covered."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from app.completeness.assess import assess
from app.completeness.states import Tally
from app.completeness.summary import status_json
from app.completeness.vocabulary import State, StrayReason
from app.framework.keys import TaskKey
from app.names.completeness import describe_point
from tests.support.completeness_rows import (
    MATERIAL,
    PERIOD,
    SET,
    UNITS,
    marked,
    placed,
)

TASK = TaskKey.parse("1/material_check")


def test_a_mark_settles_the_slot_of_its_unit_and_the_task_once_all_have_it():
    found = assess(SET, (), (), PERIOD, [marked()])
    assert found.units == {"县司法局": Tally(6, 4, exempt=4), "县公安局": Tally(4)}
    assert found.whole == Tally(6)
    assert found.task(TASK).slots[0].filing.state is State.NOT_APPLICABLE
    both = assess(SET, (), (), PERIOD, [marked(), marked(unit="县公安局", reason="无")])
    assert (both.whole.covered, both.whole.exempt, both.whole.proved) == (4, 4, 0)
    task = both.task(TASK)
    assert task.filing.state is State.NOT_APPLICABLE
    told = describe_point(task.filing.points[0])
    assert told == "不涉及：县公安局（无），县司法局（没有这项职能）"
    assert both.indicators[0].state is State.PARTIAL  # the search of the web is still to be done
    assert json.dumps(status_json(both))


def test_a_point_that_does_not_apply_completes_the_others():
    rows = [placed(str(n), n, title="2019—2021年材料") for n in (1, 2, 3)]
    found = assess(SET, rows, (), PERIOD, [marked(4)])
    slot = found.task(TASK).slots[0]
    assert (slot.filing.state, slot.filing.points[3].state) == (
        State.COMPLETE,
        State.NOT_APPLICABLE,
    )
    assert [s.filing.points[3].not_applicable for s in found.task(TASK).slots] == [
        True,
        False,
    ]


def test_what_lies_there_goes_before_a_mark():
    for blocked in (False, True):
        found = assess(SET, [placed("a", 1, blocked=blocked)], (), PERIOD, [marked(1)])
        point = found.task(TASK).slots[0].filing.points[0]
        assert (point.not_applicable, point.covered) == (False, not blocked)
        assert "没有这项职能" in describe_point(point)


def test_marks_without_a_place_are_told_apart():
    rows = [marked(task=("9", MATERIAL)), marked(7), marked(unit="县财政局")]
    found = assess(SET, (), (), PERIOD, rows)
    assert {(s.row, s.reason) for s in found.strays} == {
        (rows[0], StrayReason.UNKNOWN_TASK),
        (rows[1], StrayReason.UNKNOWN_POINT),
        (rows[2], StrayReason.UNIT_NOT_RESPONSIBLE),
    }
    assert found.whole.exempt == 0
    assert json.dumps(status_json(found))


@settings(deadline=None)
@given(
    marks=st.sets(st.tuples(st.none() | st.integers(1, 5), st.sampled_from(UNITS))),
    items=st.sets(st.tuples(st.integers(1, 4), st.sampled_from(UNITS))),
)
def test_marks_close_the_sums_and_settle_only_what_is_empty(marks, items):
    rows = [placed(f"{n}{unit}", n, unit=unit, title="2019—2021年") for n, unit in items]
    without = assess(SET, rows, (), PERIOD)
    found = assess(SET, rows, (), PERIOD, [marked(n, unit=unit) for n, unit in marks])
    for tally, before in zip(
        (found.whole, *found.units.values()), (without.whole, *without.units.values()), strict=True
    ):
        assert tally.covered + tally.waiting + tally.missing == tally.total
        assert tally.proved == before.covered
    for slot in found.task(TASK).slots:
        for point in slot.filing.points:
            number = point.point.number
            said = {(None, slot.unit), (number, slot.unit)} & marks
            assert point.not_applicable is bool(said and (number, slot.unit) not in items)
