"""Items and points in the window: dragged, chosen several at once, sorted by date."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from tests.gui.conftest import reread
from tests.gui.test_indicators import MATERIAL, attach, wait_idle
from ui.indicators.point_choice import points_of
from ui.shared.targets import TaskTarget
from ui.widgets.dropping import pack_placements


@pytest.fixture
def page(opened, qtbot, make_file):
    dates = ("2022-03-01", "2021-04-09")
    attach(opened, [make_file(f"关于评查的通知 {date}.txt") for date in dates])
    reread(opened, qtbot)
    opened.show_page("indicators")
    page = opened.stack.currentWidget()
    page.arrive(TaskTarget("60", MATERIAL))
    yield page
    wait_idle(opened, qtbot)


def drag_to(points, row, ids, *, action=Qt.DropAction.MoveAction, drop=True):
    at = points.visualRect(points.model().index(row)).center()
    mime = pack_placements(ids)
    rest = (action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    move = QDragMoveEvent(QPoint(at), *rest)
    points.dragMoveEvent(move)
    accepted = move.isAccepted()
    if drop:
        points.dropEvent(QDropEvent(QPointF(at), *rest))
    return accepted


def test_items_are_dragged_onto_a_point(page, qtbot):
    panel = page.detail.panel
    ids = [row.placement for row in panel.model.rows]
    assert drag_to(panel.points, 1, ids, drop=False)
    assert len(panel.model.rows) == 2  # aiming does not choose the point
    assert panel.chosen_point is None
    assert drag_to(panel.points, 1, ids)
    qtbot.waitUntil(lambda: {r.point for r in panel.model.rows} == {2}, timeout=10_000)
    # With Ctrl they prove a further point, and stay where they are.
    drag_to(panel.points, 2, ids[:1], action=Qt.DropAction.CopyAction)
    qtbot.waitUntil(lambda: sorted(r.point for r in panel.model.rows) == [2, 2, 3], timeout=10_000)


def test_one_item_is_put_at_several_points(page, opened, qtbot):
    panel, controller = page.detail.panel, page.controller
    panel.view.setCurrentIndex(panel.model.index(0))
    panel.several_points.trigger()
    dialog = controller.points_dialog
    assert dialog.chosen == set()
    for row in (0, 2):
        dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    dialog.agree.click()
    qtbot.waitUntil(
        lambda: sorted(r.point or 0 for r in panel.model.rows) == [0, 1, 3], timeout=10_000
    )
    row = next(r for r in panel.model.rows if r.point == 1)
    assert points_of([row], panel.every_row) == {1, 3}
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: {r.point for r in panel.model.rows} == {None}, timeout=10_000)


def test_items_are_sorted_by_date(page, opened, qtbot):
    panel = page.detail.panel
    before = [row.doc_date for row in panel.model.rows]
    assert before == ["2022-03-01", "2021-04-09"]
    panel.by_date.trigger()
    qtbot.waitUntil(
        lambda: [row.doc_date for row in panel.model.rows] == sorted(before), timeout=10_000
    )
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: [r.doc_date for r in panel.model.rows] == before, timeout=10_000)
