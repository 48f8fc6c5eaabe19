"""进度: dates, their undo, the calendar by keys, who is late, and the calendar file."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.rectification.service import NoticeDraft, open_notice
from app.stages.schedule import StageChange
from app.stages.service import change_stage, shift_stages
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from tests.gui.conftest import open_in
from tests.support.workspaces import COUNTY
from ui import dialogs
from ui.papers.dialog import PapersDialog
from ui.shared.targets import ProgressFilter
from ui.stages.rows import UnitFilter

UNIT = "县司法局"
TODAY = date.today()


@pytest.fixture
def page(window, office, qtbot):
    """The second stage is over, the third ends in two days, the last two lie far ahead."""
    with open_workspace(office) as workspace:
        unit_id = workspace.registry().unit(UNIT).id
        deadline = (TODAY + timedelta(days=1)).isoformat()
        open_notice(workspace, NoticeDraft(unit_id, "60", "缺2021年总结", deadline=deadline))
        shift_stages(workspace, TODAY.year + 2)
        for number, days in ((1, -40), (2, -10), (3, 2)):
            day = TODAY + timedelta(days=days)
            change = StageChange(start=day - timedelta(days=20), deadline=day)
            change_stage(workspace, number, change)
    open_in(window, office, qtbot)
    window.show_page("stages")
    return settled(window, qtbot)


def settled(window, qtbot):
    made = window.stack.currentWidget()
    qtbot.waitUntil(lambda: made.view is not None, timeout=20_000)
    return made


def stage(page, number):
    return page.view.schedule.stage(number)


def listed(page, wanted):
    page.lists.setCurrentIndex(list(UnitFilter).index(wanted))
    return page.units.lines.rows


def test_the_present_stage_is_open_and_every_unit_stands_in_it(page):
    assert page.stages.stage.stage.number == 3
    assert page.stages.stage.days == 2
    rows = listed(page, UnitFilter.STAGE)
    assert {row.stage.number for row in rows} == {3}
    assert all(0 < row.needed < row.total for row in rows)
    assert {row.stage.number for row in listed(page, UnitFilter.OVERDUE)} == {2}
    assert {row.stage.number for row in listed(page, UnitFilter.AT_RISK)} == {3}
    for model in (page.stages.lines, page.units.lines):
        tester = QAbstractItemModelTester(
            model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        tester.deleteLater()
    assert not page.grab().isNull()


def test_a_date_is_typed_stored_and_taken_back(page, qtbot):
    before = stage(page, 3).deadline
    wanted = before + timedelta(days=7)
    page.form.deadline.setFocus()
    page.form.deadline.selectAll()
    QTest.keyClicks(page.form.deadline, wanted.isoformat())
    assert page.save_action.isEnabled()
    page.save_action.trigger()
    qtbot.waitUntil(lambda: stage(page, 3).deadline == wanted, timeout=20_000)
    assert stage(page, 4).start == wanted + timedelta(days=1)
    assert not page.form.dirty
    assert page.window().context.session.snapshot.schedule.stage(3).deadline == wanted
    page.window().context.undo.undo()
    qtbot.waitUntil(lambda: stage(page, 3).deadline == before, timeout=20_000)
    assert page.form.deadline.text() == before.isoformat()
    page.window().context.undo.redo()
    qtbot.waitUntil(lambda: stage(page, 3).deadline == wanted, timeout=20_000)


def test_a_date_is_emptied_and_taken_from_the_document_again(page, qtbot):
    context = page.window().context
    document = context.session.snapshot.framework.stages
    page.stages.turn_to(6)
    before = stage(page, 6)
    page.form.deadline.clear()
    page.save_action.trigger()
    qtbot.waitUntil(lambda: stage(page, 6).deadline is None, timeout=20_000)
    assert stage(page, 6).deadline_text == "日期另定"
    assert page.stages.stage.days is None
    qtbot.waitUntil(lambda: context.session.is_quiet, timeout=20_000)
    context.undo.undo()
    qtbot.waitUntil(lambda: stage(page, 6) == before, timeout=20_000)
    page.controller.reset()
    qtbot.waitUntil(lambda: stage(page, 6).deadline == document[5].deadline, timeout=20_000)
    assert not page.reset_one_action.isEnabled()
    page.form.deadline.setText("2021-12-20")
    page.save_action.trigger()
    qtbot.waitUntil(lambda: stage(page, 6).deadline == date(2021, 12, 20), timeout=20_000)
    page.reset_one_action.trigger()
    qtbot.waitUntil(lambda: stage(page, 6).deadline == document[5].deadline, timeout=20_000)
    assert stage(page, 6).deadline_text == document[5].deadline_text


def test_a_date_out_of_order_stays_in_the_field_and_the_rest_is_stored(page, qtbot):
    before = stage(page, 3).deadline
    wrong = (TODAY - timedelta(days=30)).isoformat()
    page.form.deadline.setText(wrong)
    page.form.name.setText("攻坚")
    page.save_action.trigger()
    qtbot.waitUntil(lambda: stage(page, 3).name == "攻坚", timeout=20_000)
    assert page.form.deadline.text() == wrong
    assert page.form.wrong.isVisible()
    assert stage(page, 3).deadline == before
    page.form.deadline.setText(before.isoformat())
    assert not page.form.wrong.isVisible()


def test_a_date_that_is_none_is_there_again_when_the_stage_is_turned_to_again(page, qtbot):
    page.form.deadline.setText("改天")
    page.stages.turn_to(2)
    assert page.form.stage.number == 2
    assert page.form.deadline.text() != "改天"
    assert not page.form.wrong.isVisible()
    page.stages.turn_to(3)
    assert page.form.deadline.text() == "改天"
    assert "改天" in page.form.wrong.text()
    page.form.deadline.setText(stage(page, 3).deadline.isoformat())


def test_all_stages_move_to_a_year_and_back_to_the_document(page, qtbot, monkeypatch):
    document = page.window().context.session.snapshot.framework.stages[0].deadline
    page.controller.shift(2040)
    qtbot.waitUntil(lambda: stage(page, 1).deadline.year == 2040, timeout=20_000)
    monkeypatch.setattr(dialogs, "ask", lambda *_words: True)
    page.reset_action.trigger()
    qtbot.waitUntil(lambda: stage(page, 1).deadline == document, timeout=20_000)


def test_the_calendar_goes_by_the_keys(page, qtbot):
    month = page.month
    assert month.day == TODAY
    QTest.keyClick(month, Qt.Key.Key_Right)
    assert month.day == TODAY + timedelta(days=1)
    assert [e.title for e in month.entries_on(month.day)] == [f"整改时限：{UNIT}　指标 60"]
    assert [line.text for line in page.day_list.outcomes.lines] == [f"整改时限：{UNIT}　指标 60"]
    assert UNIT in month.accessibleDescription()
    QTest.keyClick(month, Qt.Key.Key_Down)
    assert month.day == TODAY + timedelta(days=8)
    month.choose(date(2027, 1, 31))
    QTest.keyClick(month, Qt.Key.Key_PageDown)
    assert month.day == date(2027, 2, 28)
    assert page.month_name.text() == "2027年2月"
    QTest.keyClick(month, Qt.Key.Key_PageUp)
    assert month.day == date(2027, 1, 28)
    QTest.keyClick(month, Qt.Key.Key_Home)
    assert month.day == TODAY


def test_a_click_on_a_day_chooses_it_and_enter_leads_on(page, qtbot):
    day = stage(page, 3).deadline
    page.month.choose(day.replace(day=1))
    QTest.mouseClick(
        page.month,
        Qt.MouseButton.LeftButton,
        pos=page.month.cell_rect(day).center().toPoint(),
    )
    assert page.month.day == day
    page.stages.turn_to(1)
    QTest.keyClick(page.month, Qt.Key.Key_Return)
    assert page.stages.stage.stage.number == 3
    page.month.choose(TODAY + timedelta(days=1))
    QTest.keyClick(page.month, Qt.Key.Key_Return)
    window = page.window()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not page, timeout=20_000)
    register = window.stack.currentWidget()
    qtbot.waitUntil(lambda: register.form.row is not None, timeout=20_000)
    assert register.form.row.notice.problem == "缺2021年总结"


def test_a_unit_leads_to_its_indicators(page, qtbot):
    first = page.units.lines.index(0, 0)
    unit = page.units.lines.rows[0].unit
    page.units.setCurrentIndex(first)
    page.units.activated.emit(first)
    indicators = page.window().stack.currentWidget()
    assert indicators.browse.chosen_unit == unit
    assert indicators.browse.wanted.currentData() == ProgressFilter.UNFINISHED


def test_reminders_go_to_the_units_that_are_chosen(page):
    listed(page, UnitFilter.OVERDUE)
    page.units.selectRow(0)
    unit = page.units.chosen()[0].unit
    page.paper_action.trigger()
    dialog = page.findChild(PapersDialog)
    assert dialog.paper.name == "reminder"
    assert dialog.choices.chosen.units == (unit,)
    dialog.reject()


def test_the_calendar_is_written_as_a_file(page, qtbot, monkeypatch, tmp_path):
    target = tmp_path / "日历"
    monkeypatch.setattr(dialogs, "choose_target", lambda *_words: target)
    page.export_action.trigger()
    written = target.with_suffix(".ics")
    qtbot.waitUntil(written.exists, timeout=20_000)
    text = written.read_bytes().decode("utf-8")
    assert text.count("BEGIN:VEVENT") == len(page.view.entries)
    qtbot.waitUntil(lambda: not page.window().context.session.files.running, timeout=20_000)


def test_a_unit_sees_the_dates_and_itself_only(window, tmp_path, framework, qtbot):
    path = tmp_path / "本单位"
    create_workspace(path, framework, COUNTY, UNIT)
    open_in(window, path, qtbot)
    window.show_page("stages")
    page = settled(window, qtbot)
    assert {row.unit for row in page.view.rows} == {UNIT}
    assert page.form.deadline.isReadOnly()
    for action in (page.save_action, page.shift_action, page.reset_action, page.paper_action):
        assert not action.isEnabled()
