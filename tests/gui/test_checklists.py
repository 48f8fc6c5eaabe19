"""应有材料: written by the office on the 指标 page, shown at the points, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.completeness.checklists import (
    ChecklistSaid,
    load_expectations,
    put_checklists,
    say_complete,
)
from app.completeness.marks import MarkPlace
from app.framework.keys import PointKey, SlotKey, TaskKey
from app.review.listing import read_slot
from ui.indicators.checklists import ChecklistDialog, read_entries
from ui.indicators.expect_many import ExpectManyDialog
from ui.review.rows import lines_of, note_of_line
from ui.shared.targets import TaskTarget

MATERIAL = "material_check"
UNIT = "县司法局"


@pytest.fixture
def page(opened):
    opened.show_page("indicators", TaskTarget("60", MATERIAL))
    found = opened.stack.currentWidget()
    found.detail.panel.unit.choose(UNIT)
    yield found
    for kind in (ChecklistDialog, ExpectManyDialog):
        for dialog in found.findChildren(kind):
            dialog.reject()


def points(opened):
    task = opened.context.session.snapshot.completeness.task(TaskKey("60", MATERIAL))
    return next(slot for slot in task.slots if slot.unit == UNIT).filing.points


def lists(opened):
    return opened.context.session.snapshot.expectations.lists


def dialog_of(page, qtbot):
    qtbot.mouseClick(page.detail.panel.expect_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(ChecklistDialog)))
    return next(d for d in page.findChildren(ChecklistDialog) if d.isVisible())


def test_a_list_is_written_and_a_point_said_to_be_complete(opened, page, qtbot):
    dialog = dialog_of(page, qtbot)
    assert len(dialog.parts) == len(points(opened))
    first = dialog.parts[0]
    first.entries.setText("通知，照片 ;记录")
    first.complete.setChecked(True)
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: points(opened)[0].said_complete, timeout=10_000)
    assert points(opened)[0].expected == ("通知", "照片", "记录")
    opened.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: not points(opened)[0].said_complete, timeout=10_000)
    assert lists(opened) == {}
    opened.menus.redo_action.trigger()
    qtbot.waitUntil(lambda: points(opened)[0].said_complete, timeout=10_000)
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet)


def test_what_is_proposed_counts_only_when_it_is_taken_over(opened, page, qtbot):
    assert lists(opened) == {}
    dialog = dialog_of(page, qtbot)
    qtbot.mouseClick(dialog.adopt, Qt.MouseButton.LeftButton)
    assert any(part.entries.text() for part in dialog.parts)
    dialog.reject()
    assert lists(opened) == {}


def test_each_tick_is_kept_when_the_dialog_is_closed(page, qtbot):
    dialog = dialog_of(page, qtbot)
    for part in dialog.parts:
        part.entries.setText("通知、记录")
    dialog.parts[0].complete.setChecked(True)
    dialog.close()
    again = dialog_of(page, qtbot)
    assert [part.complete.isChecked() for part in again.parts] == [True, False, False]
    assert all(part.entries.text() == "通知、记录" for part in again.parts)
    again.reject()


def test_a_list_that_is_too_long_cannot_be_kept(page, qtbot):
    dialog = dialog_of(page, qtbot)
    first = dialog.parts[0]
    first.entries.setText("长" * 41)
    assert not dialog.agree.isEnabled()
    assert first.too_long.isVisible()
    first.entries.setText("长" * 40)
    assert dialog.agree.isEnabled()
    assert not first.too_long.isVisible()


def many_of(page, qtbot):
    page.detail.panel.expect_many.trigger()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(ExpectManyDialog)))
    found = next(d for d in page.findChildren(ExpectManyDialog) if d.isVisible())
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_many_points_take_over_what_is_proposed(opened, page, qtbot):
    dialog = many_of(page, qtbot)
    for button in (dialog.tick_all, dialog.adopt):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    count = len(dialog.changed)
    assert count > 30
    assert lists(opened) == {}
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(lists(opened)) == count, timeout=10_000)
    opened.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: lists(opened) == {}, timeout=10_000)
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet)


def test_what_is_proposed_does_not_replace_what_is_written(opened, page, qtbot):
    workspace = opened.context.session.services.workspace
    put_checklists(workspace, [ChecklistSaid(PointKey("60", MATERIAL, 1), ("讲话",))])
    qtbot.waitUntil(lambda: len(lists(opened)) == 1, timeout=10_000)
    dialog = many_of(page, qtbot)
    dialog.shown.setCurrentIndex(2)
    for button in (dialog.tick_all, dialog.adopt):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "60/material_check/1" not in {str(said.point) for said in dialog.changed}
    qtbot.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
    assert [said.entries for said in dialog.changed] == [()]
    dialog.reject()


def test_a_list_is_written_in_the_table_and_what_is_not_shown_is_left_alone(opened, page, qtbot):
    dialog = many_of(page, qtbot)
    dialog.shown.setCurrentIndex(2)
    qtbot.keyClicks(dialog.search, "60")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.tree.hasFocus()
    shown = [(i, line) for i, line in dialog.tree.points() if not i.isHidden()]
    item, line = next((i, x) for i, x in shown if x.line.key.indicator == "60")
    dialog.tree.setCurrentItem(item)
    qtbot.keyClick(dialog.tree, Qt.Key.Key_F2)
    editor = dialog.tree.findChild(QLineEdit)
    qtbot.keyClicks(editor, "a,b ; a")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [s.entries for s in dialog.changed] == [("a", "b")])
    dialog.search.setText(line.line.text)
    item.parent().setCheckState(0, Qt.CheckState.Checked)
    ticked = [i for i, _ in dialog.tree.points() if i.checkState(0) is Qt.CheckState.Checked]
    assert ticked
    assert not any(i.isHidden() for i in ticked)
    dialog.search.clear()
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: lists(opened) == {str(line.line.key): ("a", "b")}, timeout=10_000)
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet)


def test_the_review_page_tells_what_is_expected(opened):
    workspace = opened.context.session.services.workspace
    key = PointKey("60", MATERIAL, 2)
    put_checklists(workspace, [ChecklistSaid(key, ("通知", "照片"))])
    slot = SlotKey("60", MATERIAL, workspace.registry().unit(UNIT).id)

    def notes():
        with workspace.database.reading() as session:
            detail = read_slot(session, workspace.facts.framework, slot)
            lines = lines_of(detail, load_expectations(session))
        return [note_of_line(line) for line in lines]

    assert notes() == ["没有材料", "没有材料　应有 通知、照片", "没有材料"]
    say_complete(workspace, MarkPlace(UNIT, "60", MATERIAL, 2), complete=True)
    assert notes()[1] == "没有材料　应有 通知、照片，已说明材料齐全"


def test_entries_as_they_are_typed():
    assert read_entries(" 通知、方案,记录；\n结果 、、") == ("通知", "方案", "记录", "结果")
    assert read_entries(" ") == ()
