"""What the entries of a committed unit of work say that it changed."""

import pytest

from app.changed import EVERYTHING, NOTHING, Area, changed_by
from app.eventlog import Entry


def test_an_item_is_named():
    changed = changed_by([Entry("item.edited", "甲", {}), Entry("item.moved", "乙", {})])
    assert changed.areas == {Area.ITEMS}
    assert changed.items == {"甲", "乙"}
    assert not changed.all_items


def test_placements_and_contents_are_named():
    entries = [
        Entry("placements.reordered", "60/material_check/x", {"placements": ["1", "2"]}),
        Entry("original.mended", "ab", {}),
    ]
    changed = changed_by(entries)
    assert changed.placements == {"1", "2"}
    assert changed.contents == {"ab"}
    assert not changed.items


def test_what_is_not_known_may_have_changed_anything():
    assert changed_by([Entry("newer.action", "x", {})]) == EVERYTHING
    assert changed_by([Entry("package.merged", "x", {})]).all_items


def test_no_entry_changes_nothing():
    assert changed_by([]) == NOTHING
    assert not NOTHING.touches(*Area)


@pytest.mark.parametrize("one", [EVERYTHING, changed_by([Entry("mark.set", "x", {})])])
def test_changes_add_up(one):
    other = changed_by([Entry("item.edited", "甲", {})])
    both = one | other
    assert both == other | one
    assert both.touches(Area.MARKS)
    assert both.items == {"甲"}
    assert both.all_items is one.all_items
