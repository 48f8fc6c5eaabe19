import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt

from ui import dialogs
from ui.welcome.new_workspace import NewWorkspaceDialog

TOWNS = "各乡（镇、街道）"


@pytest.fixture
def dialog(window, qtbot, tmp_path):
    window.welcome.new_button.click()
    made = window.findChild(NewWorkspaceDialog)
    qtbot.waitUntil(lambda: made.unit.count() > 0, timeout=20_000)
    made.office.setChecked(True)
    made.county.setText("示例县")
    made.folder.selectAll()
    made.folder.insert(str(tmp_path / "工作区"))
    return made


def facts_of(window, qtbot):
    qtbot.waitUntil(lambda: window.context is not None, timeout=20_000)
    return window.context.session.snapshot.facts


def registry_of(window):
    return window.context.session.services.workspace.registry()


def members(window, name=TOWNS):
    return next(g.members for g in registry_of(window).groups if g.name == name)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_office_lists_its_townships_on_the_second_page(window, dialog, qtbot):
    click(qtbot, dialog.next_button)
    assert dialog.back_button.isVisible()
    assert dialog.create_button.isEnabled()
    dialog.units.text.setPlainText("城关镇\n河东乡\n露峰街道办事处\n县档案馆\n县应急局")
    qtbot.waitUntil(lambda: "新登记 4 个单位" in dialog.units.summary.text())
    click(qtbot, dialog.back_button)
    assert dialog.county.text() == "示例县"
    click(qtbot, dialog.next_button)
    click(qtbot, dialog.create_button)
    facts_of(window, qtbot)
    assert members(window) == ("城关镇", "河东乡", "露峰街道办事处")
    assert members(window, "各乡（镇）政府") == ("城关镇", "河东乡")
    assert "县档案馆" in members(window, "县直各单位")


def test_a_table_is_read_on_the_second_page(window, dialog, qtbot, tmp_path, monkeypatch):
    book = Workbook()
    for row in (["序号", "单位名称", "联络人"], [1, "城关镇", "张三"], [2, "河东乡", "李四"]):
        book.active.append(row)
    book.save(tmp_path / "名单.xlsx")
    monkeypatch.setattr(dialogs, "choose_files", lambda *_: [tmp_path / "名单.xlsx"])
    click(qtbot, dialog.next_button)
    click(qtbot, dialog.units.file_button)
    assert "城关镇" in dialog.units.text.toPlainText()
    click(qtbot, dialog.create_button)
    facts_of(window, qtbot)
    assert members(window) == ("城关镇", "河东乡")


def test_the_list_may_be_skipped(window, dialog, qtbot):
    qtbot.keyClick(dialog.folder, Qt.Key.Key_Return)
    assert facts_of(window, qtbot).unit_name is None
    assert members(window) == ()


def test_initials_are_no_name_of_a_unit(dialog):
    dialog.unit_role.setChecked(True)
    dialog.unit.setEditText("xsfj")
    assert not dialog.create_button.isEnabled()
    assert dialog.unit_groups.text() == ""
    dialog.unit.setEditText("县司法局")
    assert dialog.create_button.isEnabled()


def test_a_township_that_the_set_does_not_name_makes_its_workspace(window, dialog, qtbot):
    dialog.unit_role.setChecked(True)
    assert not dialog.next_button.isVisible()
    dialog.unit.setEditText("城关镇")
    dialog.unit.lineEdit().editingFinished.emit()
    assert TOWNS in dialog.unit_groups.text()
    dialog.unit.setEditText("xsfj")
    dialog.unit.lineEdit().editingFinished.emit()
    assert (dialog.unit.name, dialog.unit_groups.text()) == ("县司法局", "")
    dialog.unit.setEditText("城关镇")
    dialog.unit.lineEdit().editingFinished.emit()
    click(qtbot, dialog.create_button)
    assert facts_of(window, qtbot).unit_name == "城关镇"
    assert len(registry_of(window).indicators_of("城关镇")) > 40
