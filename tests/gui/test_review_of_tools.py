"""审核 of what method tools hold: shown, looked at, returned and accepted by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.framework.keys import SlotKey
from app.review.listing import ItemLine, read_slot
from app.review.service import submit_slots
from app.review.vocabulary import ItemStanding, SlotStage
from app.verification.notes import add_note
from app.verification.slots import Slot
from app.verification.web_check.lookups import LOOKUPS, Lookup
from app.workspace.opening import open_workspace
from models.verification import LookupResult
from tests.gui.conftest import open_in
from tests.gui.test_review_page import UNIT, opened_at, press
from ui.review.office import OfficeReview
from ui.review.return_dialog import ReturnDialog
from ui.widgets.row_list import ROW

TASK = ("6", "web_check")
SAID = Lookup("www.example.cn/zwgk", "行政执法公示", "2026-03-05", "张三", LookupResult.CONFIRMED)


@pytest.fixture
def slot(office) -> SlotKey:
    with open_workspace(office) as workspace:
        add_note(workspace, LOOKUPS, Slot(UNIT, *TASK), SAID)
        found = SlotKey(*TASK, workspace.registry().unit(UNIT).id)
        submit_slots(workspace, [found])
    return found


@pytest.fixture
def view(slot, window, office: Path, qtbot) -> OfficeReview:
    open_in(window, office, qtbot)
    window.resize(1366, 768)
    window.show_page("review")
    made = window.stack.currentWidget().view
    opened_at(made, slot, qtbot)
    return made


def standing(view: OfficeReview, slot: SlotKey) -> tuple[SlotStage, ItemStanding]:
    workspace = view.window().context.session.services.workspace
    with workspace.reading() as session:
        detail = read_slot(session, workspace.facts.framework, slot)
    (line,) = detail.items
    return detail.row.stage, line.standing


def test_it_is_shown_with_its_rows_and_judged_by_keys(view, slot, qtbot):
    view.panel.lines.setFocus()
    line = view.panel.chosen_part()
    assert isinstance(line, ItemLine)  # what waits is chosen at once
    assert view.panel.lines.currentIndex().data(Qt.ItemDataRole.DisplayRole) == (
        "网络检索记录 1 条"
    )
    assert "网络检索记录 1 条" in view.panel.standing.text()
    pane = view.preview.pane
    qtbot.waitUntil(lambda: SAID.address in pane.text.toPlainText(), timeout=10_000)
    assert pane.stack.currentWidget() is pane.text
    assert pane.text.isVisible()

    press(view, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    dialog = view.findChild(ReturnDialog)
    assert dialog is not None
    QTest.keyClick(dialog.list, Qt.Key.Key_4)
    dialog.accept()
    qtbot.waitUntil(
        lambda: standing(view, slot) == (SlotStage.RETURNED, ItemStanding.RETURNED), timeout=10_000
    )
    qtbot.waitUntil(lambda: view.panel.detail.row.stage is SlotStage.RETURNED, timeout=10_000)
    press(view, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(
        lambda: standing(view, slot) == (SlotStage.ACCEPTED, ItemStanding.ACCEPTED), timeout=10_000
    )


def test_a_key_leads_to_the_task_where_the_rows_are(view, window, qtbot):
    press(view, Qt.Key.Key_O)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not view.parent(), timeout=10_000)
    page = window.stack.currentWidget()
    qtbot.waitUntil(lambda: page.detail.code == "6", timeout=10_000)
    assert view.panel.lines.lines.index(0).data(ROW).tool is not None
