"""Scanned questionnaires in the window: printed, read, decided by keys, stored, undone."""

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.verification.interview.entering import read_round
from app.verification.interview.rounds import ROUNDS
from app.verification.interview.scanning import layout_of
from app.verification.interview.sheets import AnswerOrigin
from app.verification.notes import add_note
from app.verification.slots import Slot
from tests.support.filled_sheets import Filled, Pen, Scanner, scanned_pages
from tests.support.interviews import INDICATOR, round_said
from ui.shared.targets import TaskTarget
from ui.verification.interview.rounds import RoundPanel
from ui.verification.interview.scan_dialog import ScanDialog

UNIT = "县人大办公室"


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=60_000)


@pytest.fixture
def panel(opened, qtbot):
    workspace = opened.context.session.services.workspace
    add_note(workspace, ROUNDS, Slot(UNIT, INDICATOR, "interview"), round_said())
    opened.show_page("indicators", TaskTarget(INDICATOR, "interview"))
    page = opened.stack.currentWidget()
    page.detail.panel.unit.choose(UNIT)
    page.tools.follow()
    found = next(one for one in page.tools.shown if isinstance(one, RoundPanel))
    found.read()
    qtbot.waitUntil(lambda: len(found.rows) == 1, timeout=20_000)
    found.table.selectRow(0)
    yield found
    for dialog in opened.findChildren(QDialog):
        dialog.done(0)
    settle(opened, qtbot)


def test_doubtful_marks_are_decided_by_keys_and_stored(opened, panel, qtbot, tmp_path):
    panel.opened = None
    panel.sheets.trigger()
    qtbot.waitUntil(lambda: panel.opened is not None and panel.opened.isVisible())
    asking = panel.opened
    asking.count.setValue(2)
    asking.write(tmp_path / "printed.pdf")
    settle(opened, qtbot)
    workspace = opened.context.session.services.workspace
    there = read_round(workspace, panel.rows[0].id)
    layout = layout_of(there.round)
    meant = (
        {"who": ("1",), "overall": ("1",), "ways": ("1", "3")},
        {"who": ("2",), "overall": ("2", "3"), "ways": ()},
    )
    scans = []
    for place, answers in enumerate(meant):
        filled = Filled(1 + place, Pen.CROSS, answers, frozenset())
        (page,) = scanned_pages(
            tmp_path / "printed.pdf", layout, filled, place, Random(place), Scanner()
        )
        scans.append(tmp_path / f"scan{place}.png")
        page.save(scans[-1], dpi=(150, 150))
    (tmp_path / "strange.png").write_bytes(b"no picture")
    dialog = ScanDialog(opened.context, there, [*scans, tmp_path / "strange.png"], panel)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.asked), timeout=60_000)
    asked = [(one.number, one.question) for one in dialog.asked]
    assert asked == [(1, "days"), (1, "wish"), (2, "overall"), (2, "days"), (2, "wish")]
    assert dialog.left_out.count() == 1
    assert "strange.png 第 1 页：这一页打不开" in dialog.left_out.item(0).text()
    assert not dialog.picture.pixmap().isNull()
    assert not dialog.agree.isEnabled()
    field = dialog.form.parts[0].field
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(dialog.form.parts[0].field, Qt.Key.Key_Return)  # no wish
    assert [sheet.number for sheet in dialog.ready] == [1]
    assert "只能选一项，却选了几项" in dialog.why.text()
    QTest.keyClicks(dialog.form, "b")  # the next one comes by itself
    assert "手写的" in dialog.why.text()
    QTest.keyClick(dialog.form.parts[0].field, Qt.Key.Key_Return)
    QTest.keyClick(dialog.form.parts[0].field, Qt.Key.Key_Return)
    assert [sheet.number for sheet in dialog.ready] == [1, 2]
    assert "可以存入 2 份" in dialog.told.text()
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    settle(opened, qtbot)
    sheets = [note.said for note in read_round(workspace, there.round.id).sheets]
    assert [dict(sheet.answers) for sheet in sheets] == [
        {"who": "1", "overall": "1", "ways": "1,3", "days": "12"},
        {"who": "2", "overall": "2"},
    ]
    assert {sheet.origin for sheet in sheets} == {AnswerOrigin.SCANNED}
    assert all(sheet.scan for sheet in sheets)
    opened.context.undo.undo()
    settle(opened, qtbot)
    assert read_round(workspace, there.round.id).sheets == ()
