"""Every way of naming a place is read as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.framework.keys import PointKey, SlotKey, TaskKey, indicator_of

codes = st.text("0123456789加减", min_size=1, max_size=4)
tasks = st.builds(TaskKey, codes, st.sampled_from(VerificationMethod))
ids = st.uuids().map(str)


@given(tasks, st.integers(1, 999), ids)
def test_what_is_written_reads_as_it_was(task, number, unit_id):
    point = PointKey(task.indicator, task.code, number)
    slot = SlotKey(task.indicator, task.code, unit_id)
    assert TaskKey.parse(str(task)) == task
    assert PointKey.parse(str(point)) == point
    assert SlotKey.parse(str(slot)) == slot
    assert point.task == slot.task == task
    assert indicator_of(str(point)) == indicator_of(task.indicator) == task.indicator


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (TaskKey, ""),
        (TaskKey, "60"),
        (TaskKey, "60/看材料"),
        (TaskKey, "60/material_check/2"),
        (PointKey, "60/material_check"),
        (PointKey, "60/material_check/二"),
        (SlotKey, "60/material_check"),
    ],
)
def test_anything_else_is_no_key(kind, text):
    with pytest.raises(ValueError):  # noqa: PT011 (the enumeration says it)
        kind.parse(text)
