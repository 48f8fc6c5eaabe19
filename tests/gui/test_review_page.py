"""审核: the matrix, the list, one slot, and the keyboard."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel

from app.evidence.items import ItemEdit, edit_item
from app.framework.keys import SlotKey
from app.rectification.reading import read_register
from app.review.board import Cell
from app.review.listing import read_board
from app.review.service import Ruling, decide, submit_slots
from app.review.vocabulary import SlotStage
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from models.vocabulary import ReviewDecision
from tests.gui.conftest import open_in
from tests.support.workspaces import COUNTY, add_item
from ui import dialogs
from ui.preview.pane import PreviewPane
from ui.review.matrix import parts_of
from ui.review.office import OfficeReview
from ui.review.return_dialog import ReturnDialog
from ui.review.returned import UnitReview
from ui.shared.answer import AnswerDialog
from ui.shared.targets import ItemTarget, ProgressFilter, WaitingTarget
from ui.widgets.row_list import ROW

UNIT = "县司法局"
METHOD = "material_check"


def fill(path, tmp_path, codes=("60", "63", "68"), *, submit=True):
    """Put an item into a slot of each indicator, and hand the slots in."""
    with open_workspace(path) as workspace:
        slots = []
        for code in codes:
            file = tmp_path / f"材料{code}.txt"
            file.write_text(f"关于指标{code}的材料\n", encoding="utf-8")
            with workspace.database.writing() as work:
                add_item(work, workspace, file, unit=UNIT, indicator=code, point=1)
                work.commit()
            slots.append(SlotKey(code, METHOD, workspace.registry().unit(UNIT).id))
        if submit:
            submit_slots(workspace, slots)
    return slots


@pytest.fixture
def slots(office, tmp_path):
    return fill(office, tmp_path)


@pytest.fixture
def view(slots, window, office, qtbot) -> OfficeReview:
    open_in(window, office, qtbot)
    window.show_page("review")
    made = window.stack.currentWidget().view
    assert isinstance(made, OfficeReview)
    opened_at(made, slots[0], qtbot)
    return made


def opened_at(view, slot, qtbot):
    def there():
        detail = view.panel.detail
        assert view.slot == slot
        assert detail is not None
        assert detail.row.slot == slot
        assert detail.row.stage is view.board.row(slot).stage

    qtbot.waitUntil(there, timeout=20_000)


def stage(view, slot):
    workspace = view.window().context.session.services.workspace
    with workspace.database.reading() as session:
        board = read_board(session, workspace.facts.framework, workspace.registry())
    return board.row(slot).stage


def press(view, key, modifier=Qt.KeyboardModifier.NoModifier):
    view.window().activateWindow()
    assert QTest.qWaitForWindowActive(view.window())
    QTest.keyClick(view.window().focusWidget() or view, key, modifier)


def test_the_first_waiting_slot_is_open_at_once(view, slots):
    assert view.panel.heading.text() == f"{UNIT}　指标 60　材料查证"
    assert [row.slot for row in view.queue.queue.rows] == slots
    assert view.counts.text().startswith("待审 3")
    cell = view.matrix.currentIndex().data(ROW)
    assert isinstance(cell, Cell)
    assert (cell.indicator, cell.unit, cell.stage) == ("60", UNIT, SlotStage.SUBMITTED)
    assert "材料查证：已报送，1 件" in str(
        view.matrix.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    )
    assert view.judging.accept_action.isEnabled()


def test_a_key_accepts_and_goes_on(view, slots, qtbot):
    view.start()
    press(view, Qt.Key.Key_A)
    opened_at(view, slots[1], qtbot)
    assert stage(view, slots[0]) is SlotStage.ACCEPTED
    press(view, Qt.Key.Key_A)
    opened_at(view, slots[2], qtbot)
    undo = view.window().context.undo
    assert undo.undo_text == "通过 1 处"
    with qtbot.waitSignal(undo.told, timeout=20_000):
        undo.undo()
    assert stage(view, slots[1]) is SlotStage.SUBMITTED
    with qtbot.waitSignal(undo.told, timeout=20_000):
        undo.redo()
    assert stage(view, slots[1]) is SlotStage.ACCEPTED


def test_keys_step_through_the_list(view, slots, qtbot):
    view.views.setCurrentIndex(1)
    view.start()
    press(view, Qt.Key.Key_J)
    opened_at(view, slots[1], qtbot)
    press(view, Qt.Key.Key_J)
    press(view, Qt.Key.Key_J)
    opened_at(view, slots[2], qtbot)
    press(view, Qt.Key.Key_K)
    opened_at(view, slots[1], qtbot)
    press(view, Qt.Key.Key_N)
    opened_at(view, slots[2], qtbot)
    press(view, Qt.Key.Key_N)
    opened_at(view, slots[0], qtbot)
    assert view.queue.currentIndex().row() == 0


def test_a_return_wants_a_reason_and_can_open_a_notice(view, slots, qtbot):
    view.start()
    press(view, Qt.Key.Key_R)
    dialog = view.findChild(ReturnDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.agree.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_3)
    QTest.keyClick(dialog.list, Qt.Key.Key_5)
    QTest.keyClick(dialog.list, Qt.Key.Key_5)
    assert dialog.verdict.reasons == ("years",)
    QTest.keyClicks(dialog.note, "2021")
    dialog.notice.setChecked(True)
    assert dialog.agree.isEnabled()
    QTest.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened_at(view, slots[1], qtbot)
    assert stage(view, slots[0]) is SlotStage.RETURNED
    workspace = view.window().context.session.services.workspace
    today = view.window().context.session.snapshot.today
    with workspace.database.reading() as session:
        (row,) = read_register(session, today)
    assert row.notice.problem == "年度不全或超出规定年限；2021"
    undo = view.window().context.undo
    with qtbot.waitSignal(undo.told, timeout=20_000):
        undo.undo()
    assert stage(view, slots[0]) is SlotStage.SUBMITTED
    with workspace.database.reading() as session:
        assert read_register(session, today) == ()


def test_an_item_is_returned_by_itself(view, slots, qtbot):
    view.panel.lines.setFocus()
    assert view.panel.chosen_part().title == "材料60"
    press(view, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    dialog = view.findChild(ReturnDialog)
    QTest.keyClick(dialog.list, Qt.Key.Key_4)
    dialog.accept()

    opened_at(view, slots[1], qtbot)  # it was all that lay there
    assert stage(view, slots[0]) is SlotStage.RETURNED
    view.turn_to(slots[0])
    opened_at(view, slots[0], qtbot)
    assert view.panel.chosen_part().reasons == "扫描件或照片不清晰"
    assert view.panel.reasons.text() == "退回原因：扫描件或照片不清晰"
    assert not view.judging.accept_action.isEnabled()
    view.panel.lines.setFocus()
    # What was said of the item is reason enough for the slot.
    press(view, Qt.Key.Key_R)
    dialog = next(d for d in view.findChildren(ReturnDialog) if d.isVisible())
    assert dialog.agree.isEnabled()
    dialog.reject()


def test_typing_a_units_name_does_not_decide(view, slots):
    edit = view.filters.unit.lineEdit()
    edit.setFocus()
    QTest.keyClicks(edit, "ar")
    assert stage(view, slots[0]) is SlotStage.SUBMITTED
    assert view.findChild(ReturnDialog) is None


def test_going_to_the_review_opens_what_waits(view, slots, qtbot):
    workspace = view.window().context.session.services.workspace
    decide(workspace, [Ruling(slots[0], ReviewDecision.ACCEPTED)])
    qtbot.waitUntil(lambda: view.board.row(slots[0]).stage is SlotStage.ACCEPTED, timeout=20_000)
    assert view.slot == slots[0]
    view.window().show_page("desk")
    view.window().show_page("review", WaitingTarget())
    opened_at(view, slots[1], qtbot)
    view.turn_to(slots[2])  # one that waits stays open
    opened_at(view, slots[2], qtbot)
    view.window().show_page("review", WaitingTarget())
    qtbot.waitUntil(lambda: view.window().context.session.is_quiet, timeout=20_000)
    assert view.slot == slots[2]


def test_filters_narrow_both_views(view, slots):
    view.filters.unit.choose("县公安局")
    view.filters.changed.emit()
    assert view.queue.queue.rows == ()
    assert view.matrix.matrix.columnCount() == 1
    view.filters.unit.choose("")
    view.filters.stage.setCurrentIndex(view.filters.stage.findData(SlotStage.ACCEPTED))
    assert view.queue.queue.rows == ()
    view.filters.category.setCurrentIndex(1)
    assert 0 < view.matrix.matrix.rowCount() < 99


def test_all_that_waits_is_accepted_after_a_question(view, slots, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(dialogs, "ask", lambda *words: asked.append(words[1]) or True)
    view.judging.bulk_action.trigger()
    qtbot.waitUntil(lambda: view.board.counts.get(SlotStage.ACCEPTED) == 3, timeout=20_000)
    assert asked == ["列表中 3 处待审的材料全部通过吗？"]
    assert not view.next_action.isEnabled()


def test_models_keep_qts_rules(view, qtbot):
    for model in (view.matrix.matrix, view.queue.queue, view.panel.lines.lines):
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        tester.deleteLater()
    view.filters.stage.setCurrentIndex(1)
    assert not view.grab().isNull()


def test_a_slot_that_was_never_handed_in_is_handed_in_by_the_office(
    window, office, tmp_path, qtbot
):
    (slot,) = fill(office, tmp_path, ("60",), submit=False)
    open_in(window, office, qtbot)
    window.show_page("review", slot)
    view = window.stack.currentWidget().view
    qtbot.waitUntil(lambda: view.board is not None, timeout=20_000)
    view.turn_to(slot)
    opened_at(view, slot, qtbot)
    assert not view.judging.accept_action.isEnabled()
    view.judging.submit_action.trigger()
    qtbot.waitUntil(view.judging.accept_action.isEnabled, timeout=20_000)
    assert stage(view, slot) is SlotStage.SUBMITTED


def test_a_unit_sees_what_came_back(window, tmp_path, framework, qtbot):
    path = tmp_path / "单位"
    create_workspace(path, framework, COUNTY, UNIT)
    (slot,) = fill(path, tmp_path, ("60",))
    with open_workspace(path) as workspace:
        item = next(iter(read_items(workspace)))
        _as_office(workspace, slot, item)
    open_in(window, path, qtbot)
    window.show_page("review")
    view = window.stack.currentWidget().view
    assert isinstance(view, UnitReview)
    button = window.rail.button("review")
    assert button.text() == "退回"
    assert button.shortcut().toString() == "Ctrl+5"
    qtbot.waitUntil(lambda: view.model.rowCount() == 2, timeout=20_000)
    assert view.heading.text() == "退回 2 条，还有 2 条要改"
    view.view.setCurrentIndex(view.model.index(1))
    assert "60-20-1　《材料60》" in str(view.view.currentIndex().data())
    QTest.keyClick(view.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget().detail.code == "60"
    assert window.stack.currentWidget().detail.panel.view.hasFocus()
    assert "扫描件或照片不清晰" in window.notice.text.text()
    with_edit = window.context.session
    edit_item(with_edit.services.workspace, item, ItemEdit(title="改好了"))
    window.show_page("review")
    with_edit.refresh()
    qtbot.waitUntil(lambda: "还有 0 条要改" in view.heading.text(), timeout=20_000)


def read_items(workspace):
    from app.evidence.listing import list_filed

    with workspace.database.reading() as session:
        return [row.item for row in list_filed(session)]


def _as_office(workspace, slot, item):
    """What a package of the office brings: its decisions."""
    from models.vocabulary import WorkspaceRole

    facts = workspace.facts
    workspace.facts = type(facts)(
        facts.id, WorkspaceRole.OFFICE, facts.county, None, None, facts.framework
    )
    returned = ReviewDecision.RETURNED
    decide(
        workspace,
        [
            Ruling(slot, returned, item=item, reasons=("illegible",)),
            Ruling(slot, returned, note="换清楚的"),
        ],
    )


def place_second(view, qtbot, tmp_path, slot):
    """Put a second item into a slot that is open, and hand it in anew."""
    session = view.window().context.session
    workspace = session.services.workspace
    file = tmp_path / "另一件.txt"
    file.write_text("另一件", encoding="utf-8")
    with workspace.database.writing() as work:
        add_item(work, workspace, file, unit=UNIT, indicator=slot.indicator, point=2)
        work.commit()
    submit_slots(workspace, [slot])
    qtbot.waitUntil(lambda: view.panel.detail.row.items == 2, timeout=20_000)
    qtbot.waitUntil(view.judging.accept_action.isEnabled, timeout=20_000)


def return_chosen(view, qtbot):
    press(view, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    dialog = next(d for d in view.findChildren(ReturnDialog) if d.isVisible())
    QTest.keyClick(dialog.list, Qt.Key.Key_4)
    dialog.accept()


def test_the_rest_is_accepted_and_what_was_returned_stays(view, slots, qtbot, tmp_path):
    place_second(view, qtbot, tmp_path, slots[0])
    view.panel.lines.setFocus()
    view.panel.lines.setCurrentIndex(view.panel.lines.lines.index(1))
    assert view.panel.chosen_part().title == "材料60"
    return_chosen(view, qtbot)
    qtbot.waitUntil(lambda: view.panel.detail.row.returned == 1, timeout=20_000)
    assert view.slot == slots[0]  # one item still waits
    press(view, Qt.Key.Key_A)
    opened_at(view, slots[1], qtbot)
    said = view.window().notice.text.text()
    assert said == "1 处有退回的材料，只通过了其余的，退回的不变"
    row = view.board.row(slots[0])
    assert (row.stage, row.returned, row.open) == (SlotStage.RETURNED, 1, 0)
    undo = view.window().context.undo
    with qtbot.waitSignal(undo.told, timeout=20_000):
        undo.undo()
    assert stage(view, slots[0]) is SlotStage.SUBMITTED
    with qtbot.waitSignal(undo.told, timeout=20_000):
        undo.undo()
    qtbot.waitUntil(lambda: view.board.row(slots[0]).returned == 0, timeout=20_000)


def test_the_last_item_judged_decides_the_slot_and_goes_on(view, slots, qtbot, tmp_path):
    place_second(view, qtbot, tmp_path, slots[0])
    view.panel.lines.setFocus()
    view.panel.lines.setCurrentIndex(view.panel.lines.lines.index(1))
    press(view, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: view.panel.detail.row.open == 1, timeout=20_000)
    place = next(n for n, line in enumerate(view.panel.lines.lines.rows) if "另一件" in str(line))
    view.panel.lines.setCurrentIndex(view.panel.lines.lines.index(place))
    press(view, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    opened_at(view, slots[1], qtbot)
    assert stage(view, slots[0]) is SlotStage.ACCEPTED
    assert view.window().notice.text.text() == "已通过一件材料，这一处通过"


def test_each_method_has_a_mark_of_its_own_and_a_click_opens_it(view, slots, qtbot):
    matrix = view.matrix
    at = next(
        n for n, slot in enumerate(slots) if len(view.board.cells[slot.indicator, UNIT].slots) > 1
    )
    view.turn_to(slots[at])
    opened_at(view, slots[at], qtbot)
    view.judging.accept_action.trigger()
    qtbot.waitUntil(lambda: view.slot != slots[at], timeout=20_000)
    index = matrix.matrix.place_of(slots[at].indicator, UNIT)
    matrix.scrollTo(index)
    cell, whole = index.data(ROW), matrix.visualRect(index)
    parts = parts_of(whole, len(cell.slots))
    for row, part in zip(cell.slots, parts, strict=True):
        assert matrix.slot_at(part.center()) == row
        QTest.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=part.center())
        opened_at(view, row.slot, qtbot)
    shown = matrix.viewport().grab(whole).toImage()
    looks = {
        row.stage: shown.pixelColor(part.topLeft() - whole.topLeft() + QPoint(3, 3)).name()
        for row, part in zip(cell.slots, parts, strict=True)
    }
    assert set(looks) == {SlotStage.ACCEPTED, SlotStage.NOT_STARTED}
    assert looks[SlotStage.ACCEPTED] != looks[SlotStage.NOT_STARTED]
    assert not view.panel.tabs.tabIcon(0).isNull()
    tips = [view.panel.tabs.tabToolTip(n) for n in range(view.panel.tabs.count())]
    assert sum("通过" in tip for tip in tips) == 1


@pytest.mark.parametrize("count", range(1, 8))
def test_the_parts_of_a_cell_cover_it(count):
    cell = QRect(5, 7, 28, 24)
    parts = parts_of(cell, count)
    assert sum(part.width() * part.height() for part in parts) == 28 * 24
    assert all(cell.contains(part) for part in parts)
    assert not any(a.intersects(b) for a in parts for b in parts if a is not b)


def test_a_return_shows_at_item_point_and_tree_until_it_is_answered(
    window, tmp_path, framework, qtbot
):
    path = tmp_path / "单位"
    create_workspace(path, framework, COUNTY, UNIT)
    (slot,) = fill(path, tmp_path, ("60",))
    with open_workspace(path) as workspace:
        item = next(iter(read_items(workspace)))
        _as_office(workspace, slot, item)
    open_in(window, path, qtbot)
    snapshot = window.context.session.snapshot
    assert snapshot.returns.open == 2
    badge = window.rail.button("review").findChild(QLabel)
    assert (badge.text(), badge.isHidden()) == ("2", False)
    window.show_page("indicators", ItemTarget(item))
    page = window.stack.currentWidget()
    page.browse.filter_by(wanted=ProgressFilter.RETURNED)
    assert [(row.code, row.returned) for row in page.browse.model.shown] == [("60", 2)]
    panel = page.detail.panel
    assert panel.whole_returned.text() == "退回：换清楚的"
    assert [note.words for note in panel.view.delegate.returned.values()] == [
        "退回：扫描件或照片不清晰"
    ]
    points = panel.points.itemDelegate().returned
    assert {number: (note.words, note.open) for number, note in points.items()} == {
        1: ("退回 1 件，见下", True)
    }
    strip = page.side.answer
    assert strip.isVisibleTo(page)
    assert "扫描件或照片不清晰" in strip.reason.text()
    strip.answer.trigger()
    dialog = page.findChild(AnswerDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.text, "Rescanned")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: strip.answered.isVisibleTo(page), timeout=20_000)
    assert strip.answered.text() == "改动说明：Rescanned"
    assert "已改动" in strip.reason.text()
    (note,) = panel.points.itemDelegate().returned.values()
    assert (note.words, note.open) == ("退回的 1 件已改动，随下次报送送审", False)
    qtbot.waitUntil(lambda: badge.isHidden(), timeout=20_000)
    undo = window.context.undo
    with qtbot.waitSignal(undo.told, timeout=20_000):
        undo.undo()
    qtbot.waitUntil(lambda: not badge.isHidden(), timeout=20_000)


def test_the_office_lays_the_answer_beside_what_it_returned(view, slots, qtbot):
    assert not view.judging.compare_action.isEnabled()
    view.panel.lines.setFocus()
    item = view.panel.chosen_part().item
    return_chosen(view, qtbot)
    opened_at(view, slots[1], qtbot)
    workspace = view.window().context.session.services.workspace
    edit_item(workspace, item, ItemEdit(title="重新扫描的", reason="换了扫描件"))
    submit_slots(workspace, [slots[0]])
    view.turn_to(slots[0])
    qtbot.waitUntil(view.judging.compare_action.isEnabled, timeout=20_000)
    view.panel.lines.setFocus()
    press(view, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: view.judging.comparing.dialog is not None, timeout=20_000)
    dialog = view.judging.comparing.dialog
    told = [each.text() for each in dialog.findChildren(QLabel)]
    assert any("扫描件或照片不清晰" in text and "换了扫描件" in text for text in told)
    panes = dialog.findChildren(PreviewPane)
    assert [pane.subject.name for pane in panes] == ["材料60.txt"] * 2
    assert "重新扫描的" in dialog.view.toPlainText()
    dialog.accept()
