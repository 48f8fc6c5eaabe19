"""Boxes that take numbers alone say so when something else is written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from ui.selfcheck.score_edit import ScoreEdit
from ui.widgets.number_edit import NumberEdit
from ui.widgets.plain_numbers import Numbers, WholeNumbers, take_numbers


def figure_box() -> QLineEdit:
    edit = QLineEdit()
    take_numbers(edit, Numbers(0, 100, 2, edit))
    return edit


def commit(edit: QLineEdit, words: str) -> None:
    """Write as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(edit, event)


@pytest.mark.parametrize("make", [figure_box, ScoreEdit, lambda: NumberEdit(1, 9)])
def test_a_box_says_why_it_takes_no_words(qtbot, make):
    edit = make()
    qtbot.addWidget(edit)
    edit.show()
    edit.clear()
    qtbot.keyClicks(edit, "3")
    commit(edit, "次")
    assert edit.text() == "3"
    assert "数" in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    edit.clear()
    QGuiApplication.clipboard().setText("二次")
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == ""
    assert "单位、说明不用写" in QToolTip.text()


def test_digits_of_a_chinese_keyboard_are_taken_without_a_word(qtbot):
    edit = QLineEdit()
    qtbot.addWidget(edit)
    take_numbers(edit, WholeNumbers(0, 99, edit))
    edit.show()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    commit(edit, "１２")
    assert edit.text() == "12"
    assert not QToolTip.isVisible()
