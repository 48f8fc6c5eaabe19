"""网络检索记录 below the evidence of a task: noted, altered, removed and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.verification.web_check.lookups import LookupResult
from ui.shared.targets import TaskTarget
from ui.verification.web_check.lookups import LookupDialog, LookupPanel

UNIT = "县司法局"


@pytest.fixture
def page(opened):
    opened.show_page("indicators", TaskTarget("6", "web_check"))
    found = opened.stack.currentWidget()
    found.detail.panel.unit.choose(UNIT)
    found.tools.follow()
    yield found
    for dialog in found.findChildren(LookupDialog):
        dialog.reject()


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)


def lookups_of(page) -> LookupPanel:
    panel = next(each for each in page.tools.shown if isinstance(each, LookupPanel))
    panel.parentWidget().parentWidget().setCurrentWidget(panel)
    return panel


def note(page, qtbot, sought: str) -> None:
    panel = lookups_of(page)
    panel.add.trigger()
    dialog = panel.dialog
    qtbot.waitUntil(dialog.isVisible)
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.address, "www.example.gov.cn")
    QTest.keyClicks(dialog.sought, sought)
    dialog.outcome.setCurrentIndex(1)
    assert dialog.agree.isEnabled()
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)


def test_a_lookup_is_noted_altered_removed_and_undone(opened, page, qtbot):
    panel = lookups_of(page)
    assert not panel.table.isVisible()
    note(page, qtbot, "gongshi")
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    said = panel.rows[0].said
    assert (said.sought, said.result) == ("gongshi", LookupResult.CONTRADICTED)
    assert panel.rows[0].slot.unit == UNIT
    assert panel.head.text() == "网络检索记录 1 条"
    assert panel.table.isVisible()
    settle(opened, qtbot)

    panel.table.selectRow(0)
    panel.alter.trigger()
    qtbot.waitUntil(panel.dialog.isVisible)
    assert panel.dialog.sought.text() == "gongshi"
    QTest.keyClicks(panel.dialog.note, "new")
    QTest.mouseClick(panel.dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.rows[0].said.note == "new", timeout=20_000)
    settle(opened, qtbot)

    panel.table.selectRow(0)
    opened.activateWindow()
    panel.table.setFocus()
    qtbot.waitUntil(panel.table.hasFocus)
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not panel.rows, timeout=20_000)
    settle(opened, qtbot)
    for noted in (["new"], [""], []):
        opened.context.undo.undo()
        qtbot.waitUntil(
            lambda noted=noted: [row.said.note for row in panel.rows] == noted, timeout=20_000
        )
        settle(opened, qtbot)
    opened.context.undo.redo()
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=20_000)
    settle(opened, qtbot)


def test_it_is_there_for_its_method_only(opened, page, qtbot):
    panels, panel = page.tools.shown, lookups_of(page)
    assert panel.isVisible()
    page.turn_to("60", "material_check")
    assert panel not in page.tools.shown
    assert not panel.isVisible()
    page.turn_to("6", "web_check")
    assert page.tools.shown == panels
    assert panel.isVisible()
    settle(opened, qtbot)
