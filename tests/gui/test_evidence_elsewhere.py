"""Moving evidence to another indicator, and using it there as well, from the 指标 page."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from app.evidence.places import Target
from app.framework.keys import TaskKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from tests.gui.conftest import reread
from ui.shared.targets import TaskTarget
from ui.widgets.indicator_dialog import IndicatorDialog

MATERIAL = "material_check"


@pytest.fixture
def page(opened):
    opened.show_page("indicators")
    return opened.stack.currentWidget()


@pytest.fixture
def filed(page, opened, qtbot, make_file):
    """Two items at 指标60, both chosen."""
    services = opened.context.session.services
    files = tuple(make_file(f"{n} 通知.txt") for n in "甲乙")
    request = AttachRequest(files, Target("60", MATERIAL, "县司法局", 2))
    attach_files(services.workspace, services.workers, request, SilentJob())
    reread(opened, qtbot)
    page.arrive(TaskTarget("60", MATERIAL))
    qtbot.waitUntil(lambda: len(page.detail.panel.model.rows) == 2, timeout=20_000)
    page.detail.panel.view.selectAll()
    assert len(page.detail.panel.chosen_rows) == 2
    return page


def wait_idle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=30_000)


def at(opened, key):
    rows = opened.context.session.snapshot.filed.get(TaskKey.parse(key), ())
    return [(row.title, row.point) for row in rows]


def answer(opened, qtbot, number, presses=1):
    """Type an indicator's number into the picker and take the first place by keys."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), IndicatorDialog))
    dialog = QApplication.activeModalWidget()
    qtbot.keyClicks(dialog.picker.search, number)
    qtbot.keyClick(dialog.picker.search, Qt.Key.Key_Return)
    for _ in range(presses):
        qtbot.keyClick(dialog.picker.spots, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.picker.spots, Qt.Key.Key_Return)


def test_moved_by_the_picker_and_back(filed, opened, qtbot):
    before = at(opened, "60/material_check")
    assert [point for _, point in before] == [2, 2]
    filed.detail.panel.move_on.trigger()
    answer(opened, qtbot, "63")
    qtbot.waitUntil(lambda: not at(opened, "60/material_check"), timeout=20_000)
    moved = at(opened, "63/material_check")
    assert [title for title, _ in moved] == [title for title, _ in before]
    assert "已把 2 件移到 第63项指标" in opened.notice.text.text()
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: at(opened, "60/material_check") == before, timeout=20_000)
    wait_idle(opened, qtbot)
    opened.menus.redo_requested.emit()
    qtbot.waitUntil(lambda: at(opened, "63/material_check") == moved, timeout=20_000)
    wait_idle(opened, qtbot)


def test_used_at_another_indicator_as_well(filed, opened, qtbot):
    before = at(opened, "60/material_check")
    filed.detail.panel.copy_on.trigger()
    answer(opened, qtbot, "63")
    qtbot.waitUntil(lambda: len(at(opened, "63/material_check")) == 2, timeout=20_000)
    assert at(opened, "60/material_check") == before
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: not at(opened, "63/material_check"), timeout=20_000)
    wait_idle(opened, qtbot)


def drop(page, code, modifiers=Qt.KeyboardModifier.NoModifier):
    browse = page.browse
    index = browse.model.index_of(code)
    browse.tree.scrollTo(index)
    mime = page.detail.panel.model.mimeData(page.detail.panel.view.selectedIndexes())
    copied = modifiers & Qt.KeyboardModifier.ControlModifier
    event = QDropEvent(
        QPointF(browse.tree.visualRect(index).center()),
        Qt.DropAction.CopyAction if copied else Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        modifiers,
    )
    browse.tree.dropEvent(event)


def test_dropped_on_an_indicator_of_the_tree(filed, opened, qtbot):
    drop(filed, "63")
    qtbot.waitUntil(lambda: len(at(opened, "63/material_check")) == 2, timeout=20_000)
    assert at(opened, "60/material_check") == []
    wait_idle(opened, qtbot)


def test_dropped_with_ctrl_stays_here_too(filed, opened, qtbot):
    drop(filed, "63", Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(at(opened, "63/material_check")) == 2, timeout=20_000)
    assert len(at(opened, "60/material_check")) == 2
    wait_idle(opened, qtbot)


def test_what_is_removed_here_stays_elsewhere_and_comes_back_in_its_place(filed, opened, qtbot):
    before = at(opened, "60/material_check")
    drop(filed, "63", Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(at(opened, "63/material_check")) == 2, timeout=20_000)
    wait_idle(opened, qtbot)
    panel = filed.detail.panel
    panel.view.setCurrentIndex(panel.model.index(0))
    panel.remove.trigger()
    qtbot.waitUntil(lambda: at(opened, "60/material_check") == before[1:], timeout=20_000)
    assert len(at(opened, "63/material_check")) == 2
    wait_idle(opened, qtbot)
    opened.menus.undo_requested.emit()
    qtbot.waitUntil(lambda: at(opened, "60/material_check") == before, timeout=20_000)
    wait_idle(opened, qtbot)
