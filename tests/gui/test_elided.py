"""Names of files in little room: the extension stays in sight, and the whole is in the tooltip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics

from ui.widgets.elided import ElidedName, elided_name

LONG = "关于开展2021年度行政执法案卷评查工作情况的报告（盖章扫描件）第三次修改.pdf"


@given(st.integers(0, 600), st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=60))
def test_the_extension_stays_while_there_is_room_for_it(qapp, room: int, stem: str):
    metrics = QFontMetrics(QFont())
    shown = elided_name(stem + ".docx", metrics, room)
    if metrics.horizontalAdvance(stem + ".docx") <= room:
        assert shown == stem + ".docx"
    elif metrics.horizontalAdvance("WWW…W.docx") <= room:
        assert shown.endswith(".docx")
        assert "…" in shown
        assert metrics.horizontalAdvance(shown) <= room + 2


@pytest.mark.parametrize("width", [70, 90, 140, 200])
def test_the_label_has_the_whole_name_as_its_tooltip(qtbot, theme, width: int):
    label = ElidedName()
    qtbot.addWidget(label)
    label.setText(LONG)
    label.resize(width, 24)
    label.show()
    label.grab()
    assert label.shown().startswith("关")
    assert label.shown().endswith(".pdf")
    assert LONG in label.toolTip()
    label.resize(1200, 24)
    label.grab()
    assert label.shown() == LONG
    assert not label.toolTip()
