"""核验现场 below the evidence of a site check: entered, checked, copied, removed and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.framework.keys import TaskKey
from app.verification.site_check.sites import Readiness
from ui.shared.targets import TaskTarget
from ui.verification.site_check.dialog import SiteDialog
from ui.verification.site_check.sites import SitePanel

UNIT = "县司法局"
LAW, MEDIATION = TaskKey("21", "site_check"), TaskKey("80", "site_check")


@pytest.fixture
def page(opened):
    opened.show_page("indicators", TaskTarget(*LAW))
    found = opened.stack.currentWidget()
    found.detail.panel.unit.choose(UNIT)
    found.tools.follow()
    yield found
    for dialog in found.findChildren(SiteDialog):
        dialog.reject()


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)


def asked(page, qtbot) -> SiteDialog:
    (panel,) = page.tools.shown
    panel.add.trigger()
    qtbot.waitUntil(panel.dialog.isVisible)
    return panel.dialog


def tick(dialog: SiteDialog, task: TaskKey) -> None:
    for number in range(dialog.tasks.count()):
        item = dialog.tasks.item(number)
        if TaskKey(*item.data(Qt.ItemDataRole.UserRole)) == task:
            item.setCheckState(Qt.CheckState.Checked)


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_site_is_entered_for_two_tasks_and_undone(opened, page, qtbot):
    (panel,) = page.tools.shown
    assert isinstance(panel, SitePanel)
    assert panel.head.text() == "核验现场：还没有登记"
    dialog = asked(page, qtbot)
    assert dialog.name.itemText(0) == "公共法律服务中心"
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.name.lineEdit(), "zhongxin")
    QTest.keyClicks(dialog.route, "3")
    tick(dialog, MEDIATION)
    assert dialog.checks.rowCount() == 0
    press(dialog.propose)
    assert dialog.checks.rowCount() > 6
    assert not dialog.propose.isEnabled()
    dialog.checks.selectRow(0)
    press(dialog.ready)
    dialog.checks.selectRow(1)
    press(dialog.drop)
    assert dialog.propose.isEnabled()
    press(dialog.agree)
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    said = panel.rows[0].said
    assert (said.name, said.route) == ("zhongxin", 3)
    assert [each.task for each in said.tasks] == [LAW, MEDIATION]
    assert said.checks_of(LAW)[0].state is Readiness.READY
    assert panel.head.text() == "现场 1 处，清单 3 项，已准备 1 项"
    settle(opened, qtbot)

    page.turn_to(*MEDIATION)
    qtbot.waitUntil(lambda: "已准备 0 项" in panel.head.text(), timeout=20_000)
    assert [row.said.name for row in panel.rows] == ["zhongxin"]
    page.turn_to("55", "site_check")
    qtbot.waitUntil(lambda: not panel.rows, timeout=20_000)
    page.turn_to(*LAW)
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    settle(opened, qtbot)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: not panel.rows, timeout=20_000)
    settle(opened, qtbot)


def test_lines_are_written_in_place_and_kept_by_escape(opened, page, qtbot):
    (panel,) = page.tools.shown
    dialog = asked(page, qtbot)
    QTest.keyClicks(dialog.name.lineEdit(), "a")
    press(dialog.add)
    (editor,) = dialog.checks.findChildren(QLineEdit)
    QTest.keyClicks(editor, "window")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.checks.lists != {}, timeout=5_000)
    assert dialog.said.checks_of(LAW)[0].item == "window"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = asked(page, qtbot)
    assert again.name.currentText() == "a"
    assert again.said.checks_of(LAW)[0].item == "window"
    press(again.agree)
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    settle(opened, qtbot)

    other = asked(page, qtbot)
    assert other.name.currentText() == ""
    QTest.keyClicks(other.name.lineEdit(), "b")
    other.copy_from(panel.rows[0].said)
    assert [check.item for check in other.said.checks_of(LAW)] == ["window"]
    press(other.agree)
    qtbot.waitUntil(lambda: len(panel.rows) == 2, timeout=20_000)
    settle(opened, qtbot)
