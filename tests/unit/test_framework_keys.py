"""Every way of naming a place is read as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.framework.keys import PointKey, SlotKey, TaskKey, indicator_of

codes = st.text("0123456789.加减一（）A", min_size=1, max_size=8)
tasks = st.builds(TaskKey, codes, st.text("abcdefgh_0123456789.查", min_size=1, max_size=12))
ids = st.uuids().map(str)


@given(tasks, st.integers(1, 999), ids)
def test_what_is_written_reads_as_it_was(task, number, unit_id):
    point = PointKey(task.indicator, task.task_code, number)
    slot = SlotKey(task.indicator, task.task_code, unit_id)
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
        (TaskKey, "60/"),
        (TaskKey, "/material_check"),
        (TaskKey, "60/material_check/2"),
        (PointKey, "60/material_check"),
        (PointKey, "60/material_check/二"),
        (SlotKey, "60/material_check"),
    ],
)
def test_anything_else_is_no_key(kind, text):
    with pytest.raises(ValueError):  # noqa: PT011 (so do the parts that Python reads)
        kind.parse(text)
