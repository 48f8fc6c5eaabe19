"""年份 below the evidence of a task, and the table of all points by years."""

import openpyxl
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest

from app.completeness.vocabulary import YearState
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from tests.support.documents import text_pdf
from ui.shared.targets import TaskTarget
from ui.verification.material_check.years import YearItemsDialog, YearPanel, show_years
from ui.widgets.dropping import pack_placements

UNIT = "县政府办公室"


@pytest.fixture
def page(opened, qtbot, tmp_path):
    services = opened.context.session.services
    files = [
        text_pdf(tmp_path / f"{name}.pdf", [name]) for name in ("2019年度办理情况", "办理情况汇总")
    ]
    request = AttachRequest(tuple(files), Target("67", "材料查证", UNIT, 2))
    attach_files(services.workspace, services.workers, request, SilentJob())
    session = opened.context.session
    opened.show_page("indicators", TaskTarget("67", "material_check"))
    found = opened.stack.currentWidget()
    qtbot.waitUntil(
        lambda: sum(map(len, session.snapshot.filed.values())) == 2 and session.is_quiet,
        timeout=20_000,
    )
    found.tools.follow()
    yield found
    for dialog in found.findChildren(YearItemsDialog):
        dialog.reject()


@pytest.fixture
def panel(page):
    return next(each for each in page.tools.shown if isinstance(each, YearPanel))


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)


def index_of(table, number: int, year: int):
    row = next(n for n, each in enumerate(table.years.rows) if each.key.number == number)
    return table.years.index(row, table.years.years.index(year) + 1)


def held(panel) -> list[int]:
    row = next(each for each in panel.rows if each.key.number == 2)
    return [cell.year for cell in row.cells if cell.state is YearState.HELD]


def test_an_item_is_dragged_into_a_year_and_back(opened, panel, qtbot):
    assert panel.table.isVisible()
    assert held(panel) == [2019]
    (silent,) = panel.rows[1].undated
    index = index_of(panel.table, 2, 2020)
    panel.table.scrollTo(index)
    place = panel.table.visualRect(index).center()
    mime = pack_placements([silent.placement])
    for kind in (QDragMoveEvent, QDropEvent):
        event = kind(
            place if kind is QDragMoveEvent else QPointF(place),
            Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        handle = panel.table.dragMoveEvent if kind is QDragMoveEvent else panel.table.dropEvent
        handle(event)
        assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: held(panel) == [2019, 2020], timeout=20_000)
    settle(opened, qtbot)
    opened.context.undo.undo()
    qtbot.waitUntil(lambda: held(panel) == [2019], timeout=20_000)
    settle(opened, qtbot)


def test_the_keyboard_does_the_same(opened, page, panel, qtbot):
    panel.table.setCurrentIndex(index_of(panel.table, 2, 2021))
    opened.activateWindow()
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    dialog = panel.dialog
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.ticked == frozenset()
    for number in range(2):
        dialog.list.item(number).setCheckState(Qt.CheckState.Checked)
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: held(panel) == [2019, 2021], timeout=20_000)
    settle(opened, qtbot)
    panel.table.setCurrentIndex(index_of(panel.table, 2, 2021))
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    chosen = page.detail.panel.view.selectionModel().selectedIndexes()
    assert len(chosen) == 2
    panel.table.setCurrentIndex(index_of(panel.table, 2, 2021))
    panel.read_anew.trigger()
    qtbot.waitUntil(lambda: held(panel) == [2019], timeout=20_000)
    settle(opened, qtbot)


def test_a_task_without_years_shows_no_table(opened, page, panel, qtbot):
    page.turn_to("60", "material_check")
    page.tools.follow()
    assert panel.rows == ()
    assert not panel.offered
    assert not panel.table.isVisible()
    settle(opened, qtbot)


def test_all_points_are_seen_at_once_and_saved(opened, page, qtbot, tmp_path):
    dialog = show_years(opened.context, opened)
    every = len(dialog.table.years.rows)
    assert every > 40
    assert dialog.table.years.data(dialog.table.years.index(0, 0)).startswith("18")
    dialog.only_gaps.setChecked(True)
    assert 0 < len(dialog.table.years.rows) <= every
    dialog.unit.setCurrentIndex(dialog.unit.findData(UNIT))
    dialog.write(tmp_path / "年份.xlsx")
    qtbot.waitUntil((tmp_path / "年份.xlsx").is_file, timeout=20_000)
    sheet = openpyxl.load_workbook(tmp_path / "年份.xlsx").active
    assert sheet.max_row == len(dialog.table.years.rows) + 3
    row = next(n for n, each in enumerate(dialog.table.years.rows) if each.key.indicator == "67")
    dialog.table.opened.emit(dialog.table.years.index(row, 1))
    qtbot.waitUntil(lambda: page.detail.code == "67", timeout=20_000)
    settle(opened, qtbot)
