"""整改: the register, its form, and what each side may write."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.rectification.reading import read_register
from app.rectification.service import NoticeDraft, ReplyEdit, open_notice, reply
from app.rectification.vocabulary import NoticeState
from app.workspace.opening import open_workspace
from tests.gui.conftest import open_in
from tests.support.workspaces import add_item
from ui import dialogs
from ui.papers.dialog import PapersDialog
from ui.rectification.choose_items import ChooseItemsDialog
from ui.rectification.new_notice import NewNoticeDialog

UNIT = "县司法局"


@pytest.fixture
def page(window, office, qtbot):
    with open_workspace(office) as workspace:
        unit_id = workspace.registry().unit(UNIT).id
        other = workspace.registry().unit("县公安局").id
        draft = NoticeDraft(other, "63", "案卷缺送达回证", deadline="2099-01-01")
        open_notice(workspace, draft)
        draft = NoticeDraft(unit_id, "60", "缺2021年总结\n缺附件", deadline="2020-01-01")
        open_notice(workspace, draft)
    open_in(window, office, qtbot)
    window.show_page("rectification")
    made = window.stack.currentWidget()
    qtbot.waitUntil(lambda: made.form.row is not None, timeout=20_000)
    return made


def register(page):
    workspace = page.window().context.session.services.workspace
    with workspace.database.reading() as session:
        return {row.notice.number: row for row in read_register(session, date.today())}


def test_what_is_overdue_comes_first_in_red_and_in_words(page):
    assert page.form.row.notice.number == 2
    model = page.table.lines
    ink = model.data(model.index(0, 6), Qt.ItemDataRole.ForegroundRole)
    assert ink == QColor(page.window().context.theme.colours.problem)
    assert "超期" in str(model.data(model.index(0, 6)))
    assert model.data(model.index(0, 3)) == "缺2021年总结；缺附件"
    assert model.data(model.index(1, 6), Qt.ItemDataRole.ForegroundRole) is None
    assert "超期 1" in page.counts.text()
    assert not page.save_action.isEnabled()
    assert not page.grab().isNull()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.deleteLater()


def test_filters_narrow_the_register(page):
    page.overdue.setChecked(True)
    assert page.table.lines.rowCount() == 1
    page.overdue.setChecked(False)
    page.state.setCurrentIndex(page.state.findData(NoticeState.CLOSED))
    assert page.table.lines.rowCount() == 0
    page.state.setCurrentIndex(0)
    page.unit.choose("县公安局")
    page.unit.picked.emit("县公安局")
    assert page.form.row.notice.unit == "县公安局"


def test_typing_is_saved_on_the_right_side(page, qtbot):
    QTest.keyClicks(page.form.person, "Wang")
    page.form.deadline.setText("2026年12月1日")
    assert page.save_action.isEnabled()
    page.save_action.trigger()
    qtbot.waitUntil(lambda: not page.form.dirty and page.form.row.reply is not None, timeout=20_000)
    row = register(page)[2]
    assert (row.reply.person, row.reply.by_office) == ("Wang", True)
    assert row.notice.deadline == date(2026, 12, 1)
    assert row.state is NoticeState.IN_PROGRESS


def test_a_day_that_is_none_stays_where_it_was_typed_and_the_rest_is_stored(page, qtbot):
    page.form.done_on.setText("改天")
    page.form.measure.setPlainText("已补齐")
    page.save_action.trigger()
    qtbot.waitUntil(lambda: page.form.row.reply is not None, timeout=20_000)
    assert register(page)[2].reply.measure == "已补齐"
    assert page.form.done_on.text() == "改天"
    assert "改天" in page.form.notes["done_on"].text()
    assert page.form.notes["done_on"].isVisible()
    page.form.done_on.setText("2020-06-30")
    assert not page.form.notes["done_on"].isVisible()
    page.save_action.trigger()
    qtbot.waitUntil(lambda: not page.form.dirty, timeout=20_000)
    assert register(page)[2].reply.done_on == date(2020, 6, 30)


def test_closing_without_measure_person_and_evidence_is_asked_and_can_be_taken_back(
    page, qtbot, monkeypatch
):
    asked = []

    def refuse(_parent, _title, question, *_keep):
        asked.append(question)
        return ""

    monkeypatch.setattr(dialogs, "ask_text", refuse)
    page.close_action.trigger()
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert "没有整改措施、责任人、佐证材料，仍要销号吗？" in asked[0]
    assert register(page)[2].state is NoticeState.OPEN
    monkeypatch.setattr(dialogs, "ask_text", lambda *_words: "单位已撤销")
    page.close_action.trigger()
    qtbot.waitUntil(lambda: page.form.row.state is NoticeState.CLOSED, timeout=20_000)
    assert "单位已撤销" in page.form.standing.text()
    assert not page.close_action.isEnabled()
    assert page.form.problem.isReadOnly()
    page.window().context.undo.undo()
    qtbot.waitUntil(lambda: page.form.row.state is NoticeState.OPEN, timeout=20_000)


def test_undoing_a_verdict_brings_the_one_before_back(page, qtbot, monkeypatch):
    workspace = page.window().context.session.services.workspace
    reply(workspace, page.form.row.notice.id, ReplyEdit("已补", "王某", "2020-01-01"))
    qtbot.waitUntil(page.back_action.isEnabled, timeout=20_000)
    monkeypatch.setattr(dialogs, "ask_text", lambda *_words: "还缺附件")
    page.back_action.trigger()
    qtbot.waitUntil(lambda: page.form.row.sent_back, timeout=20_000)
    page.reopen_action.trigger()
    qtbot.waitUntil(lambda: not page.form.row.sent_back, timeout=20_000)
    page.window().context.undo.undo()
    qtbot.waitUntil(lambda: page.form.row.sent_back, timeout=20_000)
    assert "还缺附件" in page.form.standing.text()


def test_a_reply_is_sent_back_with_words(page, qtbot, monkeypatch):
    workspace = page.window().context.session.services.workspace
    reply(workspace, page.form.row.notice.id, ReplyEdit("已补", "王某", "2020-01-01"))
    qtbot.waitUntil(page.back_action.isEnabled, timeout=20_000)
    monkeypatch.setattr(dialogs, "ask_text", lambda *_words: "还缺附件")
    page.back_action.trigger()
    qtbot.waitUntil(lambda: page.form.row.sent_back, timeout=20_000)
    assert "还缺附件" in page.form.standing.text()


def test_a_problem_is_put_into_the_register(page, qtbot):
    page.new_action.trigger()
    dialog = page.findChild(NewNoticeDialog)
    assert not dialog.agree.isEnabled()
    dialog.unit.choose(UNIT)
    dialog.indicator.setText("第24项")
    QTest.keyClicks(dialog.problem, "que")
    assert dialog.statement.text()
    assert dialog.agree.isEnabled()
    dialog.accept()
    qtbot.waitUntil(lambda: page.form.row.notice.number == 3, timeout=20_000)
    assert page.form.row.notice.indicator == "24"
    page.remove_action.trigger()
    qtbot.waitUntil(lambda: set(register(page)) == {1, 2}, timeout=20_000)


def test_the_register_is_written_as_a_table(page, qtbot):
    page.export_action.trigger()
    exports = page.window().context.session.services.workspace.layout.exports
    qtbot.waitUntil(lambda: bool(list(exports.rglob("*.xlsx"))), timeout=60_000)
    qtbot.waitUntil(lambda: not page.window().context.session.files.running, timeout=20_000)


def evidence_of(page):
    return tuple(proof.title for proof in page.form.evidence.proofs)


def test_a_file_that_is_dropped_becomes_evidence_and_can_be_taken_back(page, make_file, qtbot):
    file = make_file("整改佐证.txt")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    view = page.form.evidence.list
    place = QPointF(view.viewport().rect().center())
    event = QDropEvent(
        place,
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)
    qtbot.waitUntil(lambda: len(evidence_of(page)) == 1, timeout=20_000)
    title = evidence_of(page)
    assert register(page)[2].evidence == title
    filed = [r for rows in page.window().context.session.snapshot.filed.values() for r in rows]
    assert [(r.indicator, r.unit) for r in filed] == [("60", UNIT)]
    page.window().context.undo.undo()
    qtbot.waitUntil(lambda: evidence_of(page) == (), timeout=20_000)
    qtbot.waitUntil(lambda: not page.window().context.session.snapshot.filed, timeout=20_000)
    page.window().context.undo.redo()
    qtbot.waitUntil(lambda: evidence_of(page) == title, timeout=20_000)


def test_evidence_is_chosen_among_the_units_items_and_taken_away(page, make_file, qtbot):
    workspace = page.window().context.session.services.workspace
    with workspace.database.writing() as work:
        for code, unit in (("63", UNIT), ("60", UNIT), ("60", "县公安局")):
            file = make_file(f"{unit}{code}.txt")
            add_item(work, workspace, file, unit=unit, indicator=code, point=1)
        work.commit()
    page.window().context.session.refresh()
    qtbot.waitUntil(lambda: len(page.window().context.session.snapshot.filed) == 2, timeout=20_000)
    QTest.mouseClick(page.form.evidence.choose, Qt.MouseButton.LeftButton)
    dialog = page.findChild(ChooseItemsDialog)
    assert dialog.list.count() == 2
    assert dialog.list.item(0).text().startswith("60-20-1　")
    QTest.keyClicks(dialog.search, "63")
    shown = [n for n in range(2) if not dialog.list.item(n).isHidden()]
    assert shown == [1]
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    qtbot.waitUntil(lambda: len(evidence_of(page)) == 1, timeout=20_000)
    page.form.evidence.list.setCurrentRow(0)
    QTest.mouseClick(page.form.evidence.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evidence_of(page) == (), timeout=20_000)
    page.window().context.undo.undo()
    qtbot.waitUntil(lambda: len(evidence_of(page)) == 1, timeout=20_000)


def test_closed_problems_take_no_evidence_and_notices_go_to_the_open_ones(page, qtbot, monkeypatch):
    page.paper_action.trigger()
    dialog = page.findChild(PapersDialog)
    assert dialog.paper.title == "整改通知"
    assert set(dialog.choices.chosen.units) == {UNIT, "县公安局"}
    dialog.reject()
    monkeypatch.setattr(dialogs, "ask_text", lambda *_words: "已并入别的问题")
    page.close_action.trigger()
    qtbot.waitUntil(lambda: page.form.row.state is NoticeState.CLOSED, timeout=20_000)
    part = page.form.evidence
    assert not part.browse.isEnabled()
    assert not part.choose.isEnabled()
    assert not part.list.writable
