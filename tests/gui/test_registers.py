"""台账 below the evidence of a task: typed, pasted, mended, stored, stated and undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from app.completeness.reading import read_figures
from app.verification.material_check.registers.filling import FillState
from ui import dialogs
from ui.shared.targets import TaskTarget
from ui.verification.material_check.matching_dialog import MatchingDialog
from ui.verification.material_check.register_dialog import RegisterDialog
from ui.verification.material_check.registers import RegisterPanel

UNIT = "县司法局"
HEAD = "收案日期\t案号\t原告\t应诉机关\t审级\t应出庭\t负责人出庭\t裁判结果"
ROW = "2021.3.5\t{number}号\t张三\t县公安局\t一审\t是\t{came}\t维持原判"


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)


@pytest.fixture
def panel(opened, qtbot):
    opened.show_page("indicators", TaskTarget("68", "material_check"))
    page = opened.stack.currentWidget()
    page.detail.panel.unit.choose(UNIT)
    page.tools.follow()
    found = next(one for one in page.tools.shown if isinstance(one, RegisterPanel))
    qtbot.waitUntil(lambda: len(found.states) == 1, timeout=20_000)
    yield found
    for dialog in page.findChildren(MatchingDialog) + page.findChildren(RegisterDialog):
        dialog.deleteLater()


@pytest.fixture
def dialog(panel, qtbot):
    panel.open.trigger()
    qtbot.waitUntil(lambda: panel.dialog is not None and panel.dialog.isVisible(), timeout=20_000)
    return panel.dialog


def paste(dialog, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(dialog.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def rows(count: int, missed: int = 0) -> str:
    lines = [ROW.format(number=n, came="否" if n < missed else "是") for n in range(count)]
    return "\n".join((HEAD, *lines))


def type_into(view, text: str, kind: type) -> None:
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    assert isinstance(editor, kind)
    line.selectAll()
    if text.isascii():
        QTest.keyClicks(line, text)
    else:
        line.insert(text)  # as an input method does
    QTest.keyPress(editor, Qt.Key.Key_Return)


def test_rows_are_pasted_mended_stored_stated_and_undone(opened, panel, dialog, qtbot):
    assert not dialog.agree.isEnabled()
    paste(dialog, rows(50, missed=5) + "\n某日\t坏\t李四\t县公安局\t一审\t否\t\t维持原判")
    assert len(dialog.model.rows) == 51
    qtbot.waitUntil(lambda: dialog.faults.count() == 1)
    assert dialog.agree.isEnabled()
    assert "不是可能的日期" in dialog.faults.item(0).text()
    assert "负责人出庭率 90%（出庭 45 件 / 应诉 50 件）" in dialog.totals.text()
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.states[0].book.rows) == 51, timeout=20_000)
    settle(opened, qtbot)
    (proposal,) = panel.states[0].proposals
    assert proposal.state is FillState.OPEN
    assert panel.fill.isEnabled()
    panel.fill.trigger()
    qtbot.waitUntil(lambda: panel.states[0].proposals[0].state is FillState.SAME, timeout=20_000)
    settle(opened, qtbot)
    with opened.context.session.services.workspace.reading() as session:
        (figure,) = read_figures(session)
    assert figure.value == 90
    assert figure.basis.startswith("台账：行政应诉案件台账 出庭 45 件 / 应诉 50 件")
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: panel.states[0].proposals[0].state is FillState.OPEN, timeout=20_000)
    settle(opened, qtbot)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: not panel.states[0].book.rows, timeout=20_000)
    settle(opened, qtbot)
    opened.context.undo.redo()
    qtbot.waitUntil(lambda: len(panel.states[0].book.rows) == 51, timeout=20_000)
    settle(opened, qtbot)


def test_it_is_typed_like_a_spreadsheet(opened, panel, dialog, qtbot):
    view, model = dialog.view, dialog.model
    dialog.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    type_into(view, "2021.3.5", QLineEdit)
    qtbot.waitUntil(lambda: model.text_at(0, 0) == "2021-03-05")
    qtbot.waitUntil(lambda: view.currentIndex() == model.index(1, 0))
    view.turn_to(0, 7)
    type_into(view, "二审", QComboBox)
    qtbot.waitUntil(lambda: model.text_at(0, 7) == "二审")
    qtbot.waitUntil(view.hasFocus)
    control = Qt.KeyboardModifier.ControlModifier
    view.turn_to(0, 1)
    paste(dialog, "1号\t张三\n2号\t李四\n")
    assert [model.text_at(n, 1) for n in range(3)] == ["1号", "2号", ""]
    assert model.text_at(1, 2) == "李四"
    view.turn_to(1, 2)
    QTest.keyClick(view, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text() == "李四\n"
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert model.text_at(1, 2) == ""
    QTest.keyClick(view, Qt.Key.Key_Z, control)
    assert model.text_at(1, 2) == "李四"
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Z, control)
    assert model.rows == ()
    assert not model.can_undo
    QTest.keyClick(view, Qt.Key.Key_Y, control)
    assert model.text_at(0, 0) == "2021-03-05"
    QTest.keyClick(view, Qt.Key.Key_Z, control)
    qtbot.waitUntil(lambda: not dialog.agree.isEnabled())
    dialog.reject()
    settle(opened, qtbot)


def test_years_are_filtered_and_rows_removed(opened, panel, dialog, qtbot):
    more = "2020.1.1\tx号\t王五\t县公安局\t一审\t是\t是\t撤销"
    paste(dialog, rows(3) + "\n" + more)
    qtbot.waitUntil(lambda: dialog.years.findData(2020) > 0)
    dialog.years.setCurrentIndex(dialog.years.findData(2020))
    dialog.years.activated.emit(dialog.years.currentIndex())
    assert dialog.model.shown == [3]
    dialog.view.turn_to(0, 0)
    dialog.remove.trigger()
    assert len(dialog.model.rows) == 3
    dialog.undo.trigger()
    assert len(dialog.model.rows) == 4
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.states[0].book.rows) == 4, timeout=20_000)
    settle(opened, qtbot)


def test_a_file_is_imported_after_its_columns_were_looked_at(
    opened, panel, dialog, qtbot, tmp_path: Path
):
    file = tmp_path / "应诉.csv"
    file.write_bytes("案号,何时收到,原告,经办\n甲,2021.3.5,张三,李\n".encode("gbk"))
    dialog.take_file(file)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(MatchingDialog)), timeout=20_000)
    (matching,) = dialog.findChildren(MatchingDialog)
    qtbot.waitUntil(matching.isVisible)
    assert [box.currentData() for box in matching.boxes] == ["number", "", "plaintiff", ""]
    matching.boxes[1].setCurrentIndex(matching.boxes[1].findData("number"))
    assert not matching.agree.isEnabled()
    matching.boxes[1].setCurrentIndex(matching.boxes[1].findData("filed"))
    QTest.mouseClick(matching.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 1)
    assert dialog.model.text_at(0, 0) == "2021-03-05"
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.states[0].book.rows) == 1, timeout=20_000)
    settle(opened, qtbot)


def test_what_was_not_stored_is_asked_about_and_survives(opened, panel, dialog, qtbot, monkeypatch):
    key = "ask/indicators/register/litigation/" + UNIT
    paste(dialog, rows(2))
    qtbot.waitUntil(lambda: bool(opened.context.drafts.of(key)))
    monkeypatch.setattr(dialogs, "ask", lambda *_args, **_more: False)
    dialog.reject()
    assert dialog.isVisible()
    kept = dict(opened.context.drafts.of(key))
    assert "0号" in kept["rows"]
    monkeypatch.setattr(dialogs, "ask", lambda *_args, **_more: True)
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    opened.context.drafts.note(key, "台账", kept)
    panel.open.trigger()
    qtbot.waitUntil(lambda: panel.dialog is not dialog and panel.dialog.isVisible(), timeout=20_000)
    assert len(panel.dialog.model.rows) == 2
    panel.dialog.reject()
    settle(opened, qtbot)


def test_it_is_there_only_where_a_register_is_asked_for(opened, panel, qtbot):
    page = opened.stack.currentWidget()
    assert panel.offered
    page.turn_to("73", "material_check")
    qtbot.waitUntil(lambda: not panel.offered, timeout=20_000)
    assert not panel.isVisible()
    page.turn_to("79", "material_check")
    qtbot.waitUntil(lambda: panel.offered, timeout=20_000)
    assert len(panel.states) == 3
    settle(opened, qtbot)
