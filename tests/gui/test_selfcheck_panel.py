"""自查自评: the unit fills it in beside the methods; the office reads it, or enters it."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.completeness.vocabulary import State
from app.selfcheck.service import StatementEdit, read_statements, state
from app.vocabulary import SelfAssessment
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from tests.gui.conftest import open_in, reread
from tests.support.workspaces import COUNTY, add_item
from ui.selfcheck.dialog import StatementDialog

UNIT = "县司法局"


@pytest.fixture
def page(window, tmp_path, framework, qtbot):
    path = tmp_path / "本单位"
    create_workspace(path, framework, COUNTY, UNIT)
    open_in(window, path, qtbot)
    window.show_page("indicators")
    made = window.stack.currentWidget()
    qtbot.waitUntil(lambda: made.selfcheck.check is not None, timeout=20_000)
    made.turn_to_selfcheck(asked(made.selfcheck)[0])
    assert made.detail.parts.currentWidget() is made.selfcheck
    return made


def asked(panel) -> list[str]:
    """The indicators of which the unit is to say something."""
    return [line.indicator for line in panel.check.lines if line.asked]


def statements(page):
    workspace = page.window().context.session.services.workspace
    with workspace.database.reading() as session:
        return {code: row for (_unit, code), row in read_statements(session).items()}


def test_no_item_is_shown_beside_the_self_check(page, qtbot, tmp_path):
    file = tmp_path / "通知.txt"
    file.write_text("关于开展检查的通知", "utf-8")
    workspace = page.window().context.session.services.workspace
    code = page.detail.code
    with workspace.database.writing() as work:
        item = add_item(work, workspace, file, unit=UNIT, indicator=code)
        work.commit()
    reread(page.window(), qtbot)
    page.turn_to_item(item)
    assert page.side.pane.subject.name == file.name
    page.turn_to_selfcheck(code)
    assert page.side.pane.subject is None
    page.turn_to_item(item)
    assert page.side.pane.subject.name == file.name


def test_what_is_said_is_stored_counted_and_taken_back(page, qtbot):
    panel = page.selfcheck
    code, total = panel.line.indicator, panel.check.total
    assert panel.counts.text().endswith(f"0/{total} 项")
    assert not panel.save_action.isEnabled()
    QTest.mouseClick(
        panel.form.choices[SelfAssessment.ACHIEVED], Qt.MouseButton.LeftButton, pos=_left(panel)
    )
    assert panel.form.standing.text() == "还要填：自查情况"
    QTest.keyClicks(panel.form.statement, "done all")
    assert panel.form.standing.text() == "已填完整"
    panel.save_action.trigger()
    qtbot.waitUntil(lambda: panel.state is State.COMPLETE, timeout=20_000)
    assert panel.counts.text().endswith(f"1/{total} 项")
    assert statements(page)[code].statement == "done all"
    tab = page.detail.tabs.count() - 1
    assert page.detail.tabs.tabText(tab) == "自查自评"
    page.window().context.undo.undo()
    qtbot.waitUntil(lambda: panel.state is State.EMPTY, timeout=20_000)
    assert panel.form.entered.assessment is None
    page.window().context.undo.redo()
    qtbot.waitUntil(lambda: panel.state is State.COMPLETE, timeout=20_000)
    assert panel.form.choices[SelfAssessment.ACHIEVED].isChecked()


def _left(panel):
    button = panel.form.choices[SelfAssessment.ACHIEVED]
    return button.rect().center() - button.rect().center() / 2


def test_everything_is_in_sight_at_the_usual_size(page, window, qtbot):
    window.resize(1366, 700)
    bar = page.detail.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_typing_is_kept_when_the_next_indicator_is_turned_to(page, qtbot):
    panel = page.selfcheck
    first, second = asked(panel)[:2]
    panel.form.statement.setPlainText("做了一半")
    panel.form.choices[SelfAssessment.NOT_YET].setChecked(True)
    panel.next_action.trigger()
    assert page.detail.code == second
    assert page.detail.parts.currentWidget() is panel
    assert panel.form.statement.toPlainText() == ""
    qtbot.waitUntil(lambda: first in statements(page), timeout=20_000)
    assert statements(page)[first].assessment is SelfAssessment.NOT_YET
    page.turn_to_selfcheck(first)
    qtbot.waitUntil(lambda: panel.state is State.PARTIAL, timeout=20_000)
    assert panel.form.standing.text() == "还要填：存在问题"
    panel.form.problems.setPlainText("缺总结")
    page.window().show_page("desk")
    qtbot.waitUntil(lambda: statements(page)[first].problems == "缺总结", timeout=20_000)


def test_a_score_may_be_given_and_is_asked_of_nobody(page, qtbot):
    panel = page.selfcheck
    code, form = panel.line.indicator, panel.form
    assert form.score.text() == ""
    form.choices[SelfAssessment.ACHIEVED].setChecked(True)
    form.statement.setPlainText("已做到")
    assert form.standing.text() == "已填完整"
    QTest.keyClicks(form.score, "x8.5")
    assert form.score.text() == "8.5"
    panel.save_action.trigger()
    qtbot.waitUntil(lambda: code in statements(page), timeout=20_000)
    assert statements(page)[code].score == 8.5
    form.score.setText("5000")
    QTest.keyClick(form.score, Qt.Key.Key_Tab)
    assert form.entered.score == 1000
    form.score.clear()
    panel.save_action.trigger()
    qtbot.waitUntil(lambda: statements(page)[code].score is None, timeout=20_000)
    # The step to undo is told of a little after it is stored.
    qtbot.waitUntil(lambda: page.window().context.session.is_quiet, timeout=20_000)
    page.window().context.undo.undo()
    qtbot.waitUntil(lambda: form.score.text() == "8.5", timeout=20_000)


def test_going_back_while_it_is_being_stored_is_no_less_typed(page, qtbot):
    panel, hold = page.selfcheck, threading.Event()
    code, form = panel.line.indicator, panel.form
    form.score.setText("8.5")
    page.window().context.session.write(lambda: hold.wait(20))
    panel.save_action.trigger()
    form.score.clear()
    panel.save_action.trigger()
    hold.set()
    qtbot.waitUntil(lambda: page.window().context.session.is_quiet, timeout=20_000)
    assert statements(page)[code].score is None
    assert form.score.text() == ""


def test_an_assessment_can_be_taken_back_to_none(page, qtbot):
    panel = page.selfcheck
    code = panel.line.indicator
    workspace = page.window().context.session.services.workspace
    state(workspace, UNIT, code, StatementEdit(statement="先写几句"))
    panel.read()
    qtbot.waitUntil(lambda: panel.form.statement.toPlainText() == "先写几句", timeout=20_000)
    panel.form.choices[SelfAssessment.MOSTLY].setChecked(True)
    panel.save()
    undo = page.window().context.undo  # told of the step a little after it is stored
    qtbot.waitUntil(lambda: bool(undo.undo_text), timeout=20_000)
    assert statements(page)[code].assessment is not None
    undo.undo()
    qtbot.waitUntil(lambda: statements(page)[code].assessment is None, timeout=20_000)
    assert statements(page)[code].statement == "先写几句"


def test_an_indicator_of_others_is_not_to_be_filled_in(page):
    own = {line.indicator for line in page.selfcheck.check.lines}
    codes = (i.code for i in page.window().context.session.snapshot.framework.indicators)
    other = next(code for code in codes if code not in own)
    page.selfcheck.turn_to(other)
    assert page.selfcheck.form.statement.isReadOnly()
    assert "不用填报" in page.selfcheck.form.standing.text()


def test_the_office_reads_it_and_enters_it_for_a_unit(window, office, make_file, qtbot):
    with open_workspace(office) as workspace, workspace.database.writing() as work:
        add_item(work, workspace, make_file("总结.txt"), unit=UNIT, indicator="60", point=1)
        work.commit()
    open_in(window, office, qtbot)
    window.show_page("review")
    view = window.stack.currentWidget().view
    qtbot.waitUntil(lambda: view.board is not None, timeout=20_000)
    row = next(r for r in view.board.rows if (r.unit, r.slot.indicator) == (UNIT, "60"))
    view.turn_to(row.slot)
    said = view.panel.said
    qtbot.waitUntil(lambda: not said.isHidden(), timeout=20_000)
    assert said.heading.text() == "自查自评：没有填报"
    QTest.mouseClick(said.enter, Qt.MouseButton.LeftButton)
    dialog = view.findChild(StatementDialog)
    dialog.form.choices[SelfAssessment.ACHIEVED].setChecked(True)
    dialog.form.statement.setPlainText("已经做到")
    dialog.accept()
    qtbot.waitUntil(lambda: said.words.text() == "已经做到", timeout=20_000)
    assert said.heading.text() == "自查自评：完成（代填）"
    view.window().context.undo.undo()
    qtbot.waitUntil(lambda: said.heading.text() == "自查自评：没有填报", timeout=20_000)
