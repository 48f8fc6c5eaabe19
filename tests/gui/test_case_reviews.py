"""案卷评查 in the window: drawn, reviewed by keys, blind, arbitrated, counted, put in order."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.bootstrap import open_services
from app.verification.case_review.draws import read_draws
from app.verification.case_review.scores import read_reviewed
from app.verification.case_review.scoring import CaseState, Seat, Verdict
from resources.demo.case_files import MARKET, WHOLE
from tests.gui.conftest import open_in
from tests.support.case_county import FIRST, SECOND, THIRD, add_papers, draw, register_cases, score
from ui.shared.targets import TaskTarget
from ui.verification.case_review.cases import CasePanel
from ui.verification.case_review.draws import DrawPanel
from ui.verification.case_review.pieces import PiecePanel

TASK = ("50", "case_review")


@pytest.fixture
def county(office: Path, tmp_path: Path) -> Path:
    """An office's workspace with cases, and the papers of one of them."""
    with open_services(office) as services:
        register_cases(services.workspace, tmp_path / "lists")
        add_papers(services, tmp_path / "papers")
    return office


@pytest.fixture
def page(window, county, qtbot):
    opened = open_in(window, county, qtbot)
    opened.show_page("indicators", TaskTarget(*TASK))
    found = opened.stack.currentWidget()
    found.tools.follow()
    settle(opened, qtbot)
    yield found
    for dialog in found.findChildren(QDialog):
        dialog.done(0)


def settle(opened, qtbot):
    session = opened.context.session
    qtbot.waitUntil(lambda: session.is_quiet, timeout=20_000)


def panel_of(page, kind):
    return next(panel for panel in page.tools.shown if isinstance(panel, kind))


def opened_dialog(panel, qtbot):
    qtbot.waitUntil(lambda: panel.dialog is not None and panel.dialog.isVisible(), timeout=20_000)
    return panel.dialog


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def reviewed_in(window):
    with window.context.session.services.workspace.reading() as session:
        (found,) = read_reviewed(session)
    return found


def begin(dialog, qtbot, name: str) -> None:
    """Say who reviews, and wait for the first open case."""
    dialog.person.setFocus()
    dialog.person.setText(name)  # an offscreen keyboard types no Chinese
    QTest.keyClick(dialog.person, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.lines), timeout=20_000)


def test_cases_are_drawn_and_the_draw_is_undone(window, page, qtbot):
    cases, draws = panel_of(page, CasePanel), panel_of(page, DrawPanel)
    page.detail.panel.unit.choose(MARKET)
    page.tools.follow()
    qtbot.waitUntil(lambda: [len(s.book.rows) for s in cases.states] == [22], timeout=20_000)
    assert [state.book.faulty for state in cases.states] == [1]
    assert not draws.lines
    draws.draw.trigger()
    dialog = opened_dialog(draws, qtbot)
    assert "登记有误的 1 件不参加" in dialog.told.text()
    assert "没有结案的 1 件不参加" in dialog.told.text()
    dialog.count.selectAll()
    QTest.keyClicks(dialog.count, "12")
    dialog.seed.selectAll()
    QTest.keyClicks(dialog.seed, "lot 7")
    assert "可抽 38 件，抽 12 件" in dialog.told.text()
    press(dialog.agree)
    qtbot.waitUntil(lambda: len(draws.lines) == 1, timeout=20_000)
    line = draws.lines[0]
    assert (line.reviewed.draw.seed, line.tally.cases) == ("lot 7", 12)
    settle(window, qtbot)

    draws.record.trigger()
    record = opened_dialog(draws, qtbot)
    assert record.checked.text() == "照名单和种子重新抽了一遍，结果相同"
    record.reject()
    window.context.undo.undo()
    qtbot.waitUntil(lambda: not draws.lines, timeout=20_000)
    settle(window, qtbot)
    with window.context.session.services.workspace.reading() as session:
        assert not read_draws(session)


@pytest.fixture
def drawn(page, window, qtbot):
    """The panel of draws after a draw of ten."""
    workspace = window.context.session.services.workspace
    window.context.session.write(lambda: draw(workspace))
    panel = panel_of(page, DrawPanel)
    qtbot.waitUntil(lambda: len(panel.lines) == 1, timeout=20_000)
    settle(window, qtbot)
    return panel


def place_of(panel, number: str) -> int:
    return [case.number for case in panel.lines[0].reviewed.draw.cases].index(number)


def test_a_case_is_reviewed_by_keys_beside_its_papers(window, drawn, qtbot):
    drawn.review.trigger()
    dialog = opened_dialog(drawn, qtbot)
    assert not dialog.conclude.isEnabled()
    begin(dialog, qtbot, FIRST)
    dialog.turn_to(place_of(drawn, WHOLE))
    qtbot.waitUntil(lambda: dialog.papers.count() == 3, timeout=20_000)
    assert "行政处罚决定书" in dialog.papers.itemText(0)
    assert "卷内缺" in dialog.about.text()
    qtbot.waitUntil(lambda: dialog.side.pane.pages.page_count == 2, timeout=30_000)

    QTest.keyClick(dialog.table, Qt.Key.Key_1)
    assert dialog.line.number == 2
    QTest.keyClick(dialog.table, Qt.Key.Key_2)
    assert dialog.remark.hasFocus() or dialog.focusWidget() is dialog.remark
    QTest.keyClicks(dialog.remark, "no proof")
    QTest.keyClick(dialog.remark, Qt.Key.Key_Return)
    assert dialog.line.number == 3
    QTest.keyClicks(dialog.comments.line, "date missing")
    QTest.keyClick(dialog.comments.line, Qt.Key.Key_Return)
    (comment,) = dialog.text.comments
    assert (comment.text, comment.page) == ("date missing", 1)
    for _ in range(2, len(dialog.lines)):
        assert not dialog.conclude.isEnabled()
        QTest.keyClick(dialog.table, Qt.Key.Key_1)
    assert "已判 32/32" in dialog.totals.text()
    assert "不合格" in dialog.totals.text()
    here = dialog.case
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.case != here and bool(dialog.lines), timeout=20_000)
    settle(window, qtbot)
    place = reviewed_in(window).places[here.draw_id, here.case_id][Seat.FIRST]
    assert (place.reviewer, place.judged, place.concluded) == (FIRST, 32, True)


def test_a_draft_survives_and_the_other_reviewer_sees_nothing_of_it(window, drawn, qtbot):
    drawn.review.trigger()
    dialog = opened_dialog(drawn, qtbot)
    begin(dialog, qtbot, FIRST)
    number = dialog.case.number
    for _ in range(3):
        QTest.keyClick(dialog.table, Qt.Key.Key_2)
        QTest.keyClick(dialog.remark, Qt.Key.Key_Return)
    kept = dialog.text
    # The program ends without closing the window: nothing was stored, the draft is there.
    dialog.done(0)
    assert not reviewed_in(window).places[dialog.case.draw_id, dialog.case.case_id]
    drawn.review.trigger()
    again = opened_dialog(drawn, qtbot)
    begin(again, qtbot, SECOND)
    assert again.case.number == number
    assert again.text.marks == ()
    begin(again, qtbot, FIRST)
    qtbot.waitUntil(lambda: again.text == kept, timeout=20_000)
    # Leaving the case stores it.
    again.after.trigger()
    qtbot.waitUntil(lambda: again.case.number != number and bool(again.lines), timeout=20_000)
    settle(window, qtbot)
    case = again._cases[0]
    assert reviewed_in(window).places[case.draw_id, case.case_id][Seat.FIRST].judged == 3
    begin(again, qtbot, SECOND)
    assert again.text.marks == ()
    again.reject()


def test_a_difference_goes_to_the_arbiter_with_what_is_agreed_filled_in(window, drawn, qtbot):
    workspace = window.context.session.services.workspace
    found = drawn.lines[0].reviewed.draw
    place = place_of(drawn, WHOLE)

    def both() -> None:
        score(workspace, found, place, FIRST)
        score(workspace, found, place, SECOND, "notified")

    assert not drawn.arbitrate.isEnabled()
    window.context.session.write(both)
    qtbot.waitUntil(drawn.arbitrate.isEnabled, timeout=20_000)
    settle(window, qtbot)
    drawn.arbitrate.trigger()
    dialog = opened_dialog(drawn, qtbot)
    begin(dialog, qtbot, THIRD)
    assert dialog.case.number == WHOLE
    assert "基础标准的结论不同" in dialog.about.text()
    assert dialog.line.id == "notified"
    assert [mark.verdict for mark in dialog.line.others] == [Verdict.MET, Verdict.FAILED]
    assert "没有凭证" in dialog.basis.text()
    assert sum(line.mark is None for line in dialog.lines) == 1
    QTest.keyClick(dialog.table, Qt.Key.Key_2)
    press_conclude(dialog)
    settle(window, qtbot)
    case = found.cases[place]
    outcome = reviewed_in(window).outcomes[case.draw_id, case.case_id]
    assert (outcome.state, outcome.arbitrated) == (CaseState.DECIDED, True)
    assert outcome.failed == ("notified",)
    dialog.reject()

    settle(window, qtbot)
    drawn.results.trigger()
    results = opened_dialog(drawn, qtbot)
    assert "已评定 10%（1/10）" in results.head.text()
    assert "不合格 100%（1/1）" in results.head.text()
    assert [defect.standard for defect in results.defects.lines.rows] == ["notified"]
    results.deadline.setText("2026-12-31")
    assert results.rectify.isEnabled()
    results.rectify.trigger()
    settle(window, qtbot)
    assert results.results.units[0].unit == MARKET
    results.write_paper("case-review-bulletin")
    settle(window, qtbot)
    folder = workspace.layout.exports / "文书"
    qtbot.waitUntil(lambda: any(folder.rglob("*案卷评查通报*.docx")), timeout=30_000)
    results.reject()


def press_conclude(dialog) -> None:
    assert dialog.conclude.isEnabled()
    dialog.conclude.trigger()


def test_papers_are_put_into_a_case_file_by_their_titles(window, page, qtbot):
    panel = panel_of(page, PiecePanel)
    qtbot.waitUntil(lambda: len(panel.files) == 40, timeout=20_000)
    row = next(one for one in panel.files if one.file.case.number == WHOLE)
    assert len(row.file.items) == 3
    assert "缺必有材料的 40 件" in panel.head.text()
    panel.table.turn_to(row.key)
    panel.arrange.trigger()
    dialog = opened_dialog(panel, qtbot)
    assert "卷内 3 件；还缺" in dialog.head.text()
    assert not dialog.agree.isEnabled()
    line = next(n for n, one in enumerate(dialog.lines.lines.rows) if one.row is not None)
    dialog.lines.selectRow(line)
    dialog.activateWindow()
    dialog.lines.setFocus()
    qtbot.waitUntil(dialog.lines.hasFocus)
    QTest.keyClick(dialog.lines, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "卷内 2 件" in dialog.head.text())
    assert "卷内 2 件" in dialog.head.text()
    dialog.propose.trigger()
    assert "卷内 3 件" in dialog.head.text()
    dialog.lines.selectRow(line)
    dialog.take.trigger()
    press(dialog.agree)

    def items() -> int:
        now = next(one for one in panel.files if one.file.case.number == WHOLE)
        return len(now.file.items)

    qtbot.waitUntil(lambda: items() == 2, timeout=20_000)
    settle(window, qtbot)
    window.context.undo.undo()
    qtbot.waitUntil(lambda: items() == 3, timeout=20_000)
    settle(window, qtbot)
