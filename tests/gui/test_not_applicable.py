"""本单位不涉及: marked with a reason on the 指标 page, shown there, undone, taken back."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.completeness.marks import MarkPlace, mark_not_applicable
from app.completeness.vocabulary import State
from app.framework.keys import SlotKey, TaskKey
from app.review.listing import read_slot
from ui.indicators.mark_many import MarkManyDialog
from ui.indicators.marks import MarkDialog
from ui.indicators.rows import category_rows
from ui.indicators.tree_model import IndicatorTreeModel
from ui.review.rows import lines_of, note_of
from ui.review.slot_lines import SlotLinesModel
from ui.shared.targets import TaskTarget
from ui.widgets.row_list import ROW

MATERIAL = "material_check"
UNIT = "县司法局"


@pytest.fixture
def page(opened):
    opened.show_page("indicators", TaskTarget("60", MATERIAL))
    found = opened.stack.currentWidget()
    found.detail.panel.unit.choose(UNIT)
    yield found
    for dialog in found.findChildren(MarkDialog):
        dialog.reject()


def filing(opened):
    task = opened.context.session.snapshot.completeness.task(TaskKey.parse("60/material_check"))
    return next(slot.filing for slot in task.slots if slot.unit == UNIT)


def marked(opened):
    return [point.point.number for point in filing(opened).points if point.not_applicable]


def dialog_of(page, qtbot) -> MarkDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(MarkDialog)))
    found = next(d for d in page.findChildren(MarkDialog) if d.isVisible())
    qtbot.waitUntil(found.isActiveWindow)
    return found


def click_point(page, qtbot, place):
    view = page.detail.panel.points
    at = view.visualRect(view.model().index(place, 0)).topLeft() + QPoint(60, 10)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)


def test_a_point_is_marked_shown_and_undone(opened, page, qtbot):
    panel = page.detail.panel
    click_point(page, qtbot, 1)
    assert panel.chosen_point == 2
    qtbot.mouseClick(panel.mark_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, qtbot)
    assert not dialog.agree.isEnabled()
    assert not dialog.take_back.isVisible()
    qtbot.keyClicks(dialog.reason, "no such duty")
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: marked(opened) == [2], timeout=10_000)
    shown = panel.points_model.index(1, 0).data(ROW)
    assert [(m.unit, m.reason) for m in shown.marks] == [(UNIT, "no such duty")]
    opened.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: marked(opened) == [], timeout=10_000)
    opened.menus.redo_action.trigger()
    qtbot.waitUntil(lambda: marked(opened) == [2], timeout=10_000)
    settle(opened, qtbot)


def test_the_whole_task_is_marked_by_keys_changed_and_taken_back(opened, page, qtbot):
    panel = page.detail.panel
    total = filing(opened).tally.total

    def ask() -> MarkDialog:
        opened.activateWindow()  # as a window system does when a dialog is gone
        qtbot.waitUntil(opened.isActiveWindow)
        panel.points.setFocus()
        qtbot.keyClick(
            panel.points,
            Qt.Key.Key_N,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        return dialog_of(page, qtbot)

    def say(dialog: MarkDialog, words: str) -> None:
        dialog.reason.selectAll()
        qtbot.keyClicks(dialog.reason, words)
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    say(ask(), "first")
    qtbot.waitUntil(lambda: len(marked(opened)) == total, timeout=10_000)
    assert filing(opened).state is State.NOT_APPLICABLE
    model = IndicatorTreeModel()
    model.show(category_rows(opened.context.session.snapshot, UNIT), {})
    row = next(r for r in model.shown if r.code == "60")
    assert (row.tally.exempt, row.tally.proved) == (total, 0)
    click_point(page, qtbot, 0)
    dialog = ask()
    assert dialog.reason.toPlainText() == "first"  # the mark of the task holds for the point
    say(dialog, "second")
    qtbot.waitUntil(lambda: filing(opened).points[0].marks[0].reason == "second", timeout=10_000)
    dialog = ask()
    qtbot.mouseClick(dialog.take_back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: marked(opened) == [], timeout=10_000)
    opened.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: len(marked(opened)) == total, timeout=10_000)
    settle(opened, qtbot)


def test_the_review_page_shows_the_mark_first(opened):
    workspace = opened.context.session.services.workspace
    mark_not_applicable(workspace, MarkPlace(UNIT, "60", MATERIAL), "没有这项职能")
    slot = SlotKey("60", MATERIAL, workspace.registry().unit(UNIT).id)
    with workspace.database.reading() as session:
        detail = read_slot(session, workspace.facts.framework, slot)
    model = SlotLinesModel()
    model.show(lines_of(detail))
    assert model.rowCount() == 1 + len(detail.points)
    assert model.index(0).data() == "不涉及：没有这项职能"
    assert "不涉及 1 处" in note_of(detail.row)


def test_several_points_are_marked_at_once(opened, page, qtbot):
    panel = page.detail.panel
    click_point(page, qtbot, 0)
    view = panel.points
    at = view.visualRect(view.model().index(2, 0)).topLeft() + QPoint(60, 10)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, at)
    assert panel.chosen_points == (1, 3)
    qtbot.mouseClick(panel.mark_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, qtbot)
    qtbot.keyClicks(dialog.reason, "none")
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: marked(opened) == [1, 3], timeout=10_000)
    opened.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: marked(opened) == [], timeout=10_000)
    settle(opened, qtbot)


def all_marked(opened):
    return {(m.indicator, m.task_code, m.point) for m in opened.context.session.snapshot.marks}


def dialog_code(item):
    return item.child(0).child(0).data(0, Qt.ItemDataRole.UserRole).place.indicator


def test_several_indicators_are_marked_with_a_reason_given_before(opened, page, qtbot):
    workspace = opened.context.session.services.workspace
    mark_not_applicable(workspace, MarkPlace(UNIT, "60", MATERIAL, 1), "没有这项职能")
    qtbot.waitUntil(lambda: len(all_marked(opened)) == 1, timeout=10_000)
    panel = page.detail.panel
    click_point(page, qtbot, 1)
    qtbot.mouseClick(panel.mark_button, Qt.MouseButton.LeftButton)
    first = dialog_of(page, qtbot)
    qtbot.mouseClick(first.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(MarkManyDialog)))
    dialog = next(d for d in page.findChildren(MarkManyDialog) if d.isVisible())
    assert dialog.places == (MarkPlace(UNIT, "60", MATERIAL, 2),)
    assert not dialog.agree.isEnabled()
    qtbot.waitUntil(dialog.reason.earlier.isVisible, timeout=10_000)
    assert dialog.reason.earlier.count() == 2
    dialog.reason.earlier.setCurrentIndex(1)
    dialog.reason.earlier.activated.emit(1)
    assert dialog.reason.words == "没有这项职能"
    qtbot.keyClicks(dialog.search, "63")
    shown = [i for i in dialog.tree.findItems("", Qt.MatchFlag.MatchContains) if not i.isHidden()]
    assert shown
    code = dialog_code(shown[0])
    shown[0].setCheckState(0, Qt.CheckState.Checked)
    qtbot.keyClick(dialog.reason.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(all_marked(opened)) > 2, timeout=10_000)
    made = all_marked(opened)
    framework = opened.context.session.snapshot.framework
    points = 1 + sum(len(task.points) for task in framework.indicator(code).tasks)
    # It counts what was ticked, though the points of a whole task are stored as one mark.
    assert points > len(made) - 1
    said = f"已把 {points} 个要点标为不涉及"
    qtbot.waitUntil(lambda: opened.notice.text.text() == said, timeout=10_000)
    assert {code for code, _, _ in made} == {"60", code}
    opened.menus.undo_action.trigger()
    qtbot.waitUntil(lambda: all_marked(opened) == {("60", MATERIAL, 1)}, timeout=10_000)
    opened.menus.redo_action.trigger()
    qtbot.waitUntil(lambda: all_marked(opened) == made, timeout=10_000)
    settle(opened, qtbot)
