"""Names and titles in the window: their letters, no markup, nothing unseen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from app.visible_text import visible
from ui.actions import label
from ui.library.lists import LinesModel, ListLine
from ui.literal import literal, tip
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeModel

NAMES = ["<img src='http://x/a.png'>", "<b>通知</b>", "通知\u202etxt.exe", "通知\u200b", "a<b"]


@pytest.mark.parametrize("name", NAMES)
def test_a_tooltip_says_just_the_name(qapp, name):
    read = QTextDocument()
    read.setHtml(tip(name))
    assert read.toPlainText() == visible(name)


@pytest.mark.parametrize("name", NAMES)
def test_models_give_literal_words(qapp, name):
    lines, outcomes = LinesModel(), OutcomeModel()
    lines.show([ListLine(None, name, (name,))])
    outcomes.show([OutcomeLine(Mark.GOOD, name, note=name)])
    for model in (lines, outcomes):
        index = model.index(0)
        assert visible(index.data(Qt.ItemDataRole.DisplayRole)) == index.data(
            Qt.ItemDataRole.DisplayRole
        )
        assert not index.data(Qt.ItemDataRole.ToolTipRole).startswith("<img")


def test_labels_are_plain(qapp):
    assert label("<b>x</b>").textFormat() is Qt.TextFormat.PlainText


def test_other_values_pass_unchanged():
    value = object()
    assert literal(value, Qt.ItemDataRole.ToolTipRole) is value
    assert literal("通知\u202e", Qt.ItemDataRole.UserRole) == "通知\u202e"
