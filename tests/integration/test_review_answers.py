"""What came back stays to be seen, and its answer can be laid beside it."""

import pytest

from app.evidence.items import ItemEdit, edit_item, put_entry
from app.evidence.listing import list_filed
from app.evidence.numbering import BindingOrder
from app.evidence.revisions import list_revisions
from app.framework.keys import SlotKey, TaskKey
from app.review.listing import read_slot, returned_rows
from app.review.returns import Returns
from app.review.service import Ruling, accept_slots, decide, submit_slots, take_back
from app.review.versions import Versions
from app.review.vocabulary import ItemStanding, ReturnedWith
from models.vocabulary import ReviewDecision
from tests.support.workspaces import add_item

UNIT = "县司法局"
METHOD = "material_check"
TASK = TaskKey("60", METHOD)
RETURNED = ReviewDecision.RETURNED


@pytest.fixture
def slot(workspace) -> SlotKey:
    return SlotKey("60", METHOD, workspace.registry().unit(UNIT).id)


@pytest.fixture
def items(workspace, slot, tmp_path) -> list[str]:
    """Two items that were handed in."""
    found = []
    for place, title in enumerate(("甲", "乙"), 1):
        file = tmp_path / f"{title}.txt"
        file.write_text(title, encoding="utf-8")
        with workspace.database.writing() as work:
            found.append(add_item(work, workspace, file, unit=UNIT, indicator="60", point=place))
            work.commit()
    submit_slots(workspace, [slot])
    return found


def returns_of(workspace) -> Returns:
    with workspace.database.reading() as session:
        return Returns(returned_rows(session, workspace.facts.framework))


def line_of(workspace, slot, item):
    with workspace.database.reading() as session:
        detail = read_slot(session, workspace.facts.framework, slot)
    return next(line for line in detail.items if line.item == item)


def numbers_of(workspace):
    order = BindingOrder.of(workspace.facts.framework, workspace.registry())
    with workspace.database.reading() as session:
        return {row.item: row.number for row in list_filed(session, order)}


def revisions_of(workspace, item):
    with workspace.database.reading() as session:
        return list_revisions(session, item)


def test_a_return_is_told_at_its_place_until_it_is_handed_in_again(workspace, slot, items):
    first, second = items
    decide(workspace, [Ruling(slot, RETURNED, item=first, reasons=("illegible",))])
    decide(workspace, [Ruling(slot, RETURNED, 2, reasons=("years",))])
    returns = returns_of(workspace)
    assert returns.open == 2
    row = returns.of_item(TASK, UNIT, first)
    assert row.reasons == "扫描件或照片不清晰"
    assert row.number == numbers_of(workspace)[first] != ""
    # What came back with its point was not judged by itself, and does not wait any more.
    line = line_of(workspace, slot, second)
    assert (line.standing, line.returned_with) == (ItemStanding.OPEN, ReturnedWith.POINT)
    assert line_of(workspace, slot, first).returned_with is None
    assert returns.of_item(TASK, UNIT, second) is None
    assert [row.point for row in returns.of_point(TASK, 2)] == [2]
    assert returns.of_point(TASK, 2, "县公安局") == ()
    assert len(returns.of_indicator("60")) == len(returns.of_task(TASK, UNIT)) == 2
    assert returns.of_indicator("61") == ()
    assert returns.at(TASK, UNIT, first, 1).item == first
    assert returns.at(TASK, UNIT, second, 2).point == 2
    assert returns.at(TASK, UNIT, second, None) is None

    edit_item(workspace, first, ItemEdit(title="甲（盖章）", reason="已换盖章件"))
    returns = returns_of(workspace)
    assert returns.open == 1
    row = returns.of_item(TASK, UNIT, first)
    assert (row.reworked, row.answer) == (True, "已换盖章件")
    submit_slots(workspace, [slot])
    assert returns_of(workspace).rows == ()
    assert line_of(workspace, slot, second).returned_with is None  # it waits again


@pytest.mark.parametrize("way", ["item", "point", "slot"])
def test_what_was_returned_stays_as_it_was_seen(workspace, slot, items, way):
    item = items[0]
    ruling = {
        "item": Ruling(slot, RETURNED, item=item, note="看不清"),
        "point": Ruling(slot, RETURNED, 1, note="看不清"),
        "slot": Ruling(slot, RETURNED, note="看不清"),
    }[way]
    decide(workspace, [ruling])
    line = line_of(workspace, slot, item)
    assert line.versions is None
    whole = {"item": None, "point": ReturnedWith.POINT, "slot": ReturnedWith.SLOT}
    assert line.returned_with is whole[way]
    edited = edit_item(workspace, item, ItemEdit(title="改好了", remark="见第3页"))
    edit_item(workspace, item, ItemEdit(reason="补了公章"))  # still the same answer
    newer, older = revisions_of(workspace, item)
    assert (older.title, older.remark, older.number) == ("甲", "", 1)
    assert (newer.title, newer.remark, newer.reason) == ("改好了", "见第3页", "补了公章")
    assert (newer.current, newer.sha256) == (True, older.sha256)
    line = line_of(workspace, slot, item)
    assert (line.versions, line.answer) == (Versions(1, 2), "补了公章")
    # Accepting the answer does not take away what it is compared with.
    submit_slots(workspace, [slot])
    accept_slots(workspace, [slot])
    assert line_of(workspace, slot, item).versions == Versions(1, 2)

    put_entry(workspace, item, edited.reverse)
    edit_item(workspace, item, ItemEdit(reason=""))
    assert line_of(workspace, slot, item).versions is None  # it is again what was returned


def test_only_what_was_returned_gets_a_revision_of_its_own(workspace, slot, items):
    first, second = items
    (decision,) = decide(workspace, [Ruling(slot, RETURNED, item=first, note="看不清")])
    edit_item(workspace, second, ItemEdit(title="乙二"))
    assert len(revisions_of(workspace, second)) == 1
    take_back(workspace, [decision])
    edit_item(workspace, first, ItemEdit(title="甲二"))
    assert len(revisions_of(workspace, first)) == 1


def test_an_answer_alone_makes_the_item_another_one(workspace, slot, items):
    decide(workspace, [Ruling(slot, RETURNED, item=items[0], note="不是这份")])
    edit_item(workspace, items[0], ItemEdit(reason="就是这份，见文号"))
    row = returns_of(workspace).of_item(TASK, UNIT, items[0])
    assert (row.reworked, row.answer) == (True, "就是这份，见文号")
