"""The dialog of case files: stored when a field is left, and undone."""

import pytest
from PySide6.QtCore import Qt

from app.dossier.case_names import CaseName, read_case_names
from ui.dossiers.case_dialog import CaseDialog


@pytest.fixture
def dialog(opened, qtbot):
    made = CaseDialog(opened.context, opened, ["60", "63"])
    made.show()
    qtbot.waitUntil(lambda: bool(made.table.chosen()))
    yield made
    qtbot.waitUntil(lambda: opened.context.session.is_quiet)
    made.close()


def stored(window):
    with window.context.session.services.workspace.reading() as session:
        return dict(read_case_names(session))


def test_a_retention_for_several_is_typed_and_undone(opened, dialog, qtbot):
    assert [case.code for case in dialog.table.chosen()] == ["60", "63"]
    assert not dialog.title.isEnabled()
    line = dialog.retention.lineEdit()
    assert line.placeholderText() == "按设置：30年"
    line.setFocus()
    line.insert("永久")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    both = {"60": CaseName(retention="永久"), "63": CaseName(retention="永久")}
    qtbot.waitUntil(lambda: stored(opened) == both)
    qtbot.waitUntil(lambda: dialog.table.chosen()[1].own.retention == "永久")
    undo = opened.context.undo
    undo.undo()
    qtbot.waitUntil(lambda: stored(opened) == {})


def test_what_differs_is_said_and_stays_until_somebody_chooses(opened, dialog, qtbot):
    dialog.table.turn_to("63")
    line = dialog.retention.lineEdit()
    line.setFocus()
    line.insert("10年")
    dialog.table.setFocus()  # storing by leaving the field
    qtbot.waitUntil(lambda: stored(opened) == {"63": CaseName(retention="10年")})
    dialog.table.choose(lambda case: case.code in {"60", "63"})
    qtbot.waitUntil(lambda: line.placeholderText() == "各不相同")
    line.setFocus()
    dialog.table.setFocus()
    dialog.table.turn_to("60")
    qtbot.waitUntil(lambda: dialog.title.isEnabled())
    assert stored(opened) == {"63": CaseName(retention="10年")}
    dialog.table.choose(lambda case: case.code in {"60", "63"})
    dialog.retention.setCurrentIndex(0)
    dialog.retention.activated.emit(0)
    qtbot.waitUntil(lambda: stored(opened) == {})
