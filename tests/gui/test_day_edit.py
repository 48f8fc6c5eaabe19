"""A box for a day reads what people type, as a whole."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget

from ui.widgets.day_edit import DayEdit


@pytest.fixture
def boxes(qtbot):
    around = QWidget()
    box, other = DayEdit(date(2025, 1, 2), "整改时限"), QLineEdit()
    layout = QVBoxLayout(around)
    for widget in (box, other):
        layout.addWidget(widget)
    qtbot.addWidget(around)
    around.show()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    yield box, other
    QToolTip.hideText()


@pytest.mark.parametrize(
    "text", ["2026-5-10", "2026.5.10", "20260510", "2026/5/10", "2026 5 10", "2026-05-10"]
)
def test_what_is_typed_is_read_when_the_box_is_left(boxes, qtbot, text):
    box, other = boxes
    qtbot.keyClicks(box, text)
    assert box.lineEdit().text() == text
    other.setFocus()
    assert box.day == date(2026, 5, 10)
    assert box.lineEdit().text() == "2026-05-10"


def test_chinese_comes_by_the_input_method(boxes):
    box, other = boxes
    event = QInputMethodEvent()
    event.setCommitString("2026年5月10日")
    QApplication.sendEvent(box, event)
    other.setFocus()
    assert box.day == date(2026, 5, 10)


def test_what_is_typed_counts_before_the_box_is_left(boxes, qtbot):
    box, _ = boxes
    qtbot.keyClicks(box, "2026.5.10")
    assert box.day == date(2026, 5, 10)
    assert box.lineEdit().text() == "2026.5.10"  # reading it does not write into it


def test_what_is_no_day_gives_way_and_is_told(boxes, qtbot):
    box, other = boxes
    qtbot.keyClicks(box, "2026-13-40")
    other.setFocus()
    assert box.day == date(2025, 1, 2)
    assert "2026-13-40" in QToolTip.text()


def test_arrows_turn_by_a_day_and_page_keys_by_a_month(boxes, qtbot):
    box, _ = boxes
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        qtbot.keyClick(box, key)
    assert box.day == date(2025, 1, 31)


def test_a_click_chooses_the_whole_day(boxes, qtbot):
    box, other = boxes
    other.setFocus()
    qtbot.mouseClick(box.lineEdit(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: box.lineEdit().selectedText() == "2025-01-02")
