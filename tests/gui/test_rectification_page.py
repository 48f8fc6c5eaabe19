"""整改: the register, its form, and what each side may write."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.rectification.reading import read_register
from app.rectification.service import NoticeDraft, ReplyEdit, open_notice, reply
from app.rectification.vocabulary import NoticeState
from app.workspace.opening import open_workspace
from tests.gui.conftest import open_in
from ui import dialogs
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
    workspace = page._context.session.services.workspace
    with workspace.database.reading() as session:
        return {row.notice.number: row for row in read_register(session, date.today())}


def test_what_is_overdue_comes_first_in_red_and_in_words(page):
    assert page.form.row.notice.number == 2
    model = page.table.register
    ink = model.data(model.index(0, 6), Qt.ItemDataRole.ForegroundRole)
    assert ink == QColor(page._context.theme.colours.problem)
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
    assert page.table.register.rowCount() == 1
    page.overdue.setChecked(False)
    page.state.setCurrentIndex(page.state.findData(NoticeState.CLOSED))
    assert page.table.register.rowCount() == 0
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


def test_a_day_that_is_none_is_said_and_nothing_is_lost(page, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, detail="": told.append(text))
    page.form.done_on.setText("改天")
    page.save_action.trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "改天" in told[0]
    assert page.form.dirty
    page.form.done_on.setText("")


def test_closing_can_be_taken_back(page, qtbot):
    page.close_action.trigger()
    qtbot.waitUntil(lambda: page.form.row.state is NoticeState.CLOSED, timeout=20_000)
    assert not page.close_action.isEnabled()
    assert page.form.problem.isReadOnly()
    page._context.undo.undo()
    qtbot.waitUntil(lambda: page.form.row.state is NoticeState.OPEN, timeout=20_000)


def test_a_reply_is_sent_back_with_words(page, qtbot, monkeypatch):
    workspace = page._context.session.services.workspace
    reply(workspace, page.form.row.notice.id, ReplyEdit("已补", "王某", "2020-01-01"))
    page._read()
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
    exports = page._context.session.services.workspace.layout.exports
    qtbot.waitUntil(lambda: bool(list(exports.rglob("*.xlsx"))), timeout=60_000)
    qtbot.waitUntil(lambda: not page._context.session.files.running, timeout=20_000)
