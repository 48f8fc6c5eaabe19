"""A calm window: nothing moves under the mouse, and the focus is where the person works."""

import threading

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.workspace.making import create_workspace
from tests.gui.conftest import open_in, page_of
from tests.support.workspaces import COUNTY
from ui.actions import ActionButton
from ui.commands import start
from ui.pages import PAGES
from ui.panes import first_focus, next_pane
from ui.shared.targets import TaskTarget

_LONG = "已合并县司法局报来的材料，其中三件没有原件。" * 12


def activate(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def places(window):
    """Where everything of the page is."""
    page = window.stack.currentWidget()
    inside = [page, *page.findChildren(QWidget)]
    return {id(w): (w.mapTo(window, w.rect().topLeft()), w.size()) for w in inside if w.isVisible()}


@pytest.mark.parametrize("key", ["indicators", "review", "dossiers", "settings"])
def test_a_message_moves_nothing(opened, qtbot, key):
    opened.show_page(key)
    qtbot.waitUntil(lambda: opened.context.session.is_quiet)
    qtbot.wait(50)  # style sheets give their sizes with the first painting
    before = places(opened)
    for text in ("已保存", _LONG):
        opened.notice.say(text, "撤销", lambda: None)
        qtbot.wait(20)
        assert opened.notice.isVisible()
        assert places(opened) == before
    foot = opened.foot.mapTo(opened, opened.foot.rect().bottomLeft())
    assert opened.notice.mapTo(opened, opened.notice.rect().bottomLeft()) == foot
    assert opened.notice.text.height() >= opened.notice.text.heightForWidth(
        opened.notice.text.width()
    )
    opened.notice.close_button.click()
    assert not opened.notice.isVisible()
    assert places(opened) == before


def test_a_message_of_one_line_stays_on_the_foot(opened, qtbot):
    opened.notice.say("已保存", "撤销", lambda: None)
    qtbot.wait(20)
    assert opened.notice.height() == opened.foot.height()


def test_long_work_moves_nothing_and_the_message_makes_room(opened, qtbot):
    opened.show_page("dossiers")
    qtbot.waitUntil(lambda: opened.context.session.is_quiet)
    qtbot.wait(50)
    before, go_on = places(opened), threading.Event()
    opened.notice.say("已保存", "撤销", lambda: None)
    start(opened.context, "做很久的事", lambda _job: go_on.wait(20), lambda _done: None)
    try:
        qtbot.waitUntil(opened.strip.isVisible)
        qtbot.wait(20)
        assert places(opened) == before
        right = opened.notice.mapTo(opened, opened.notice.rect().topRight()).x()
        assert right <= opened.strip.mapTo(opened, opened.strip.rect().topLeft()).x()
    finally:
        go_on.set()
    qtbot.waitUntil(lambda: not opened.strip.isVisible())


def test_a_message_waits_for_who_reads_it(opened, qtbot):
    activate(opened, qtbot)
    opened.notice.say("已保存", "撤销", lambda: None)
    opened.notice.button.setFocus()
    qtbot.waitUntil(opened.notice.button.hasFocus)
    opened.notice._fade()
    assert opened.notice.isVisible()


@pytest.mark.parametrize("key", [spec.entry.key for spec in PAGES])
def test_f6_goes_through_every_pane_and_back(opened, qtbot, key):
    activate(opened, qtbot)
    opened.show_page(key)
    qtbot.waitUntil(lambda: opened.context.session.is_quiet)
    panes = opened.panes.panes()
    assert opened.rail in panes
    assert len(panes) >= 2
    opened.rail.button(key).setFocus()
    seen = []
    for _ in panes:
        seen.append(opened.panes.present())
        qtbot.keyClick(opened, Qt.Key.Key_F6)
    assert seen == panes
    assert opened.panes.present() is opened.rail
    qtbot.keyClick(opened, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert opened.panes.present() is panes[-1]


@pytest.mark.parametrize("key", [spec.entry.key for spec in PAGES])
def test_on_a_page_the_keys_work_at_once(filled, qtbot, key):
    activate(filled, qtbot)
    filled.rail.button("settings").setFocus()
    filled.show_page(key)
    qtbot.waitUntil(lambda: filled.context.session.is_quiet)
    assert filled.stack.currentWidget().isAncestorOf(QApplication.focusWidget())


def test_the_parts_of_the_desk_are_panes(filled, qtbot):
    activate(filled, qtbot)
    filled.show_page("desk")
    page = page_of(filled, "desk")
    inside = [pane for pane in filled.panes.panes() if page.isAncestorOf(pane)]
    assert [first_focus(pane) for pane in inside] == list(page._lists)


def test_a_pane_takes_the_focus_back_to_where_it_was(opened, qtbot):
    activate(opened, qtbot)
    opened.show_page("settings")
    qtbot.waitUntil(lambda: opened.context.session.is_quiet)
    pane = opened.panes.panes()[-1]
    field = pane.nextInFocusChain()
    while field.focusPolicy() & Qt.FocusPolicy.TabFocus == 0 or not field.isVisible():
        field = field.nextInFocusChain()
    field.setFocus()
    assert QApplication.focusWidget() is field
    qtbot.keyClick(opened, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is not field
    qtbot.keyClick(opened, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is field


def test_the_desk_keeps_still_under_the_mouse(opened, qtbot):
    page = page_of(opened, "desk")
    qtbot.waitUntil(lambda: opened.context.session.is_quiet and bool(page.duties.rows))
    qtbot.mouseMove(page.duty_list.viewport(), page.duty_list.viewport().rect().center())
    qtbot.waitUntil(page.duty_list.viewport().underMouse)
    before = page.duties.rows
    page._calm_duties.show(before[:1] * 2 + before)
    assert page.duties.rows == before
    qtbot.mouseMove(page.percent)
    qtbot.waitUntil(lambda: len(page.duties.rows) == len(before) + 2)


def test_files_that_come_in_go_below_the_others(opened, qtbot):
    page = page_of(opened, "inbox")
    folder = opened.context.session.inbox.folder
    qtbot.waitUntil(lambda: opened.context.session.inbox.watching)

    def put(*names):
        for name in names:
            (folder / name).write_text(f"关于{name}的说明\n", encoding="utf-8")
        opened.context.session.inbox.look_now()

    def names():
        return [row.name for row in page.model.rows]

    put("乙.txt", "丙.txt")
    qtbot.waitUntil(lambda: len(page.model.rows) == 2, timeout=30_000)
    before = names()
    page.view.selectAll()
    put("a.txt")
    qtbot.waitUntil(lambda: len(page.model.rows) == 3, timeout=30_000)
    assert names() == [*before, "a.txt"]
    assert [row.name for row in page.chosen] == before
    page.look.trigger()
    assert names() == ["a.txt", *before]


class Shown(QObject):
    """Notes every window of its own that comes up, if only for a moment."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):  # noqa: N802
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(repr(watched))
        return False


@pytest.mark.parametrize("unit", [None, "县司法局"])
def test_no_page_takes_the_focus_by_a_window_that_flashes(
    window, qtbot, tmp_path, framework, unit, qapp
):
    path = tmp_path / "工作区"
    create_workspace(path, framework, COUNTY, unit)
    open_in(window, path, qtbot)
    shown = Shown()
    qapp.installEventFilter(shown)
    for spec in PAGES:
        window.show_page(spec.entry.key)
        qtbot.waitUntil(lambda: window.context.session.is_quiet)
    qapp.removeEventFilter(shown)
    assert shown.windows == []


def test_a_click_on_a_button_leaves_the_focus_where_somebody_works(filled, qtbot):
    activate(filled, qtbot)
    page = page_of(filled, "indicators")
    page.arrive(TaskTarget("60", "material_check"))
    panel = page.detail.panel
    panel.choose_item(panel.model.rows[0].item)
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    button = next(
        b
        for b in page.findChildren(ActionButton)
        if b.isVisible() and b.isEnabled() and "核对无误" in b.text()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: filled.context.session.is_quiet)
    assert panel.view.hasFocus()


def test_without_panes_there_is_nowhere_to_go():
    assert next_pane([], None, 1) is None
