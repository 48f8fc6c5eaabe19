"""What is typed is never lost: by leaving, merging, packing, closing, locking, or a kill."""

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.drafts import DraftFile
from app.exchange.kinds import PackageKind
from app.framework.keys import TaskKey
from app.rectification.reading import read_register
from app.rectification.service import NoticeDraft, open_notice
from app.selfcheck.service import read_check
from app.stages.store import load_schedule
from app.storage.layout import Layout
from app.workspace.opening import open_workspace
from tests.gui.conftest import agree_to_submit, close_in, open_in, page_of, reread
from tests.gui.typist import TEXT
from tests.support.county import copy_county, make_county, open_county
from tests.support.workspaces import add_item
from ui import dialogs
from ui.left_drafts import DraftsDialog
from ui.rectification.new_notice import NewNoticeDialog
from ui.shared.targets import ItemTarget
from ui.welcome.new_workspace import NewWorkspaceDialog

TASK = TaskKey.parse("60/material_check")

UNIT = "县司法局"
REPO = Path(__file__).resolve().parents[2]
#: Within this many seconds after the last key everything is in the file.
SOON = 3.0


@pytest.fixture
def worked_in(office, tmp_path):
    """An office's workspace with two items at indicator 60 and a problem in the register."""
    with open_workspace(office) as workspace:
        with workspace.database.writing() as work:
            for name in ("甲", "乙"):
                file = tmp_path / f"{name}.txt"
                file.write_text(name, encoding="utf-8")
                add_item(work, workspace, file, unit=UNIT, indicator="60", point=1)
            work.commit()
        unit_id = workspace.registry().unit(UNIT).id
        for problem in ("缺总结", "缺附件"):
            open_notice(workspace, NoticeDraft(unit_id, "60", problem))
    return office


@pytest.fixture
def window_in(window, worked_in, qtbot):
    return open_in(window, worked_in, qtbot)


def quiet(window, qtbot):
    qtbot.waitUntil(lambda: window.context.session.is_quiet, timeout=20_000)


def register(window):
    workspace = window.context.session.services.workspace
    with workspace.database.reading() as session:
        return {row.notice.number: row for row in read_register(session, date.today())}


def described(window, qtbot):
    """The page with the first item shown, its form, and the items' ids."""
    page = page_of(window, "indicators")
    items = [row.item for row in window.context.session.snapshot.filed[TASK]]
    page.arrive(ItemTarget(items[0]))
    return page, page.side.form, items


def noticed(window, qtbot):
    page = page_of(window, "rectification")
    qtbot.waitUntil(lambda: page.form.row is not None, timeout=20_000)
    return page


def drafts_in(workspace):
    return {d.key: dict(d.fields) for d in DraftFile(Layout(workspace).drafts).read()}


# --- a kill --------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["notice", "item", "dialog"])
def test_a_kill_loses_nothing_and_the_text_is_in_the_same_field_again(
    place, worked_in, window, qtbot, tmp_path
):
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(REPO),
    }
    command = [sys.executable, "-m", "tests.gui.typist", str(worked_in), place]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, cwd=REPO
    ) as typist:
        assert typist.stdout.readline() == b"typed\n"
        path, end = Layout(worked_in).drafts, time.monotonic() + SOON
        while not path.exists() or path.read_text("utf-8").count(TEXT) < 1:
            assert time.monotonic() < end
        typist.kill()
    open_in(window, worked_in, qtbot)
    assert "没有保存" in window.notice.text.text()
    if place == "notice":
        page = noticed(window, qtbot)
        assert (page.form.measure.toPlainText(), page.form.done_on.text()) == (TEXT, TEXT)
        assert page.form.dirty
        page.form.done_on.clear()
        page.save()
        qtbot.waitUntil(lambda: not page.form.dirty, timeout=20_000)
        assert TEXT in {row.reply.measure for row in register(window).values() if row.reply}
        quiet(window, qtbot)
        assert not window.context.drafts.waiting
    elif place == "item":
        page = page_of(window, "indicators")
        (draft,) = window.context.drafts.waiting
        page.arrive(ItemTarget(draft.key.partition("/")[2]))
        assert page.side.form.remark.text() == TEXT
        assert page.side.form.doc_date.text() == TEXT
    else:
        page = noticed(window, qtbot)
        page.open_new()
        dialog = page.findChild(NewNoticeDialog)
        assert dialog.problem.toPlainText() == TEXT
        dialog.reject()
        assert not window.context.drafts.waiting


def test_what_was_left_is_listed_with_its_text_and_turned_to(window, worked_in, qtbot):
    open_in(window, worked_in, qtbot)
    page = noticed(window, qtbot)
    page.form.done_on.setText("改天")
    close_in(window, qtbot)
    assert list(drafts_in(worked_in).values()) == [{"done_on": "改天"}]
    open_in(window, worked_in, qtbot)
    assert "整改" in window.notice.text.text()
    window.notice.button.click()
    dialog = window.findChild(DraftsDialog)
    assert dialog.list.count() == 1
    assert dialog.text.toPlainText() == "改天"
    dialog.go_button.click()
    page = window.stack.currentWidget()
    qtbot.waitUntil(lambda: page.form.row is not None, timeout=20_000)
    assert page.form.done_on.text() == "改天"


def test_what_nobody_wants_is_dropped_after_asking(window, worked_in, qtbot, monkeypatch):
    open_in(window, worked_in, qtbot)
    noticed(window, qtbot).form.done_on.setText("改天")
    close_in(window, qtbot)
    open_in(window, worked_in, qtbot)
    window.notice.button.click()
    dialog = window.findChild(DraftsDialog)
    monkeypatch.setattr(dialogs, "ask", lambda *_words: True)
    dialog.drop_button.click()
    close_in(window, qtbot)
    assert not Layout(worked_in).drafts.exists()


# --- leaving -------------------------------------------------------------------------------------


def test_turning_to_another_page_stores_every_form(window_in, qtbot):
    _page, form, items = described(window_in, qtbot)
    qtbot.keyClicks(form.issuer, "xian sifaju")
    notices = noticed(window_in, qtbot)
    QTest.keyClicks(notices.form.measure, "zhengai")
    stages = page_of(window_in, "stages")
    qtbot.waitUntil(lambda: stages.view is not None, timeout=20_000)
    stages.form.name.setText("动员")
    number = stages.form.stage.number
    settings = page_of(window_in, "settings")
    settings.turn_to("filing")
    QTest.keyClicks(settings.filing.texts["fonds_code"], "X001")
    page_of(window_in, "desk")
    quiet(window_in, qtbot)
    rows = window_in.context.session.snapshot.filed[TASK]
    assert {row.item: row.issuer for row in rows}[items[0]] == "xian sifaju"
    assert "zhengai" in {r.reply.measure for r in register(window_in).values() if r.reply}
    workspace = window_in.context.session.services.workspace
    with workspace.database.reading() as session:
        schedule = load_schedule(session, workspace.facts.framework)
    assert schedule.stage(number).name == "动员"
    assert window_in.context.session.services.settings.fonds_code == "X001"
    assert not window_in.context.drafts.waiting


def test_closing_stores_what_can_be_and_keeps_the_rest(window_in, worked_in, qtbot):
    _page, form, _items = described(window_in, qtbot)
    qtbot.keyClicks(form.issuer, "xian sifaju")
    form.doc_date.clear()
    qtbot.keyClicks(form.doc_date, "gaitian")
    close_in(window_in, qtbot)
    assert list(drafts_in(worked_in).values()) == [{"doc_date": "gaitian"}]
    open_in(window_in, worked_in, qtbot)
    _page, form, _again = described(window_in, qtbot)
    assert (form.issuer.text(), form.doc_date.text()) == ("xian sifaju", "gaitian")
    form.save_now()
    assert "gaitian" in form.notes["doc_date"].text()


def test_an_empty_title_is_refused_and_said(window_in, qtbot):
    page, form, items = described(window_in, qtbot)
    form.title.clear()
    page.detail.panel.choose_item(items[1])
    assert form.title.toPlainText()
    page.detail.panel.choose_item(items[0])
    assert form.title.toPlainText() == ""
    assert "题名" in form.notes["title"].text()
    quiet(window_in, qtbot)


def test_both_pages_show_the_same_typing_about_an_item(window_in, qtbot):
    _page, form, items = described(window_in, qtbot)
    form.doc_date.clear()
    qtbot.keyClicks(form.doc_date, "gaitian")
    library = page_of(window_in, "library")
    qtbot.waitUntil(lambda: library.browser.model.total == 2, timeout=20_000)
    library.browser.choose(items[0])
    other = library.detail.form
    qtbot.waitUntil(lambda: other.doc_date.text() == "gaitian", timeout=20_000)
    other.doc_date.setText("2021-04")
    other.save_now()
    qtbot.waitUntil(lambda: not other.dirty, timeout=20_000)
    quiet(window_in, qtbot)
    page_of(window_in, "indicators")
    assert form.doc_date.text() == "2021-04"
    page_of(window_in, "desk")
    quiet(window_in, qtbot)
    rows = window_in.context.session.snapshot.filed[TASK]
    assert {row.item: row.doc_date for row in rows}[items[0]] == "2021-04"


def test_a_figure_that_is_typed_is_stored_when_another_indicator_is_turned_to(window_in, qtbot):
    page = page_of(window_in, "indicators")
    framework = window_in.context.session.snapshot.framework
    code, task_code = next(
        (i.code, t.code)
        for i in framework.indicators
        for t in i.tasks
        for p in t.points
        if p.thresholds
    )
    page.turn_to(code, task_code)
    panel = page.detail.panel
    panel.unit.setCurrentIndex(0)
    panel.unit.picked.emit(panel.unit.name)
    edit = panel.figures.edits[0]
    edit.setFocus()
    qtbot.keyClicks(edit, "12")
    assert window_in.context.drafts.waiting
    page.browse.step(1)
    quiet(window_in, qtbot)
    assert not window_in.context.drafts.waiting
    page.turn_to(code, task_code)
    assert panel.figures.edits[0].text() == "12"


def test_typing_goes_on_while_the_rest_is_stored(window_in, qtbot):
    page = noticed(window_in, qtbot)
    QTest.keyClicks(page.form.measure, "first")
    page.save()
    QTest.keyClicks(page.form.measure, " second ")
    quiet(window_in, qtbot)
    assert page.form.measure.toPlainText() == "first second "
    page_of(window_in, "desk")
    quiet(window_in, qtbot)
    assert "first second" in {r.reply.measure for r in register(window_in).values() if r.reply}


def test_nothing_is_typed_where_it_is_only_read(window, worked_in, qtbot):
    with open_workspace(worked_in):
        window.open_workspace(worked_in, read_only=True)
        qtbot.waitUntil(lambda: window.is_complete, timeout=20_000)
        _page, form, _items = described(window, qtbot)
        assert form.issuer.isReadOnly()
        qtbot.keyClicks(form.issuer, "x")
        settings = page_of(window, "settings")
        settings.filing.texts["fonds_code"].setText("X")
        page_of(window, "desk")
        assert not window.context.drafts.waiting
        close_in(window, qtbot)
        assert not Layout(worked_in).drafts.exists()


# --- the workspace as a whole --------------------------------------------------------------------


@pytest.fixture(scope="module")
def county_template(tmp_path_factory):
    root = tmp_path_factory.mktemp("county") / "县"
    make_county(root, (UNIT,))
    return root


@pytest.fixture
def county(county_template, tmp_path):
    """The unit has a problem to put right."""
    root = tmp_path / "县"
    copy_county(county_template, root)
    with open_county(root, (UNIT,)) as partners:
        unit = partners.named(UNIT)
        unit.attach("普法总结", "一年的普法工作")
        partners.office.merge(unit.submit(partners.stick / "1.zip"))
        open_notice(partners.office.workspace, NoticeDraft(unit.unit_id, "60", "缺附件"))
        unit.merge(partners.answer(UNIT, partners.stick / "r.zip"))
    return root


def packed(window, county, qtbot):
    """The package that the unit makes, as the office finds it."""
    page = page_of(window, "exchange")
    quiet(window, qtbot)
    unit = page.view
    unit.form.destination.choose(county / "U盘")
    unit.pack_action.trigger()
    agree_to_submit(unit)
    qtbot.waitUntil(lambda: "可以拔出" in unit.result.heading.text(), timeout=30_000)
    quiet(window, qtbot)


def test_a_package_holds_what_was_typed_and_not_saved(window, county, qtbot):
    open_in(window, county / UNIT, qtbot)
    page = noticed(window, qtbot)
    QTest.keyClicks(page.form.measure, "yi buqi fujian")
    QTest.keyClicks(page.form.person, "Wang")
    packed(window, county, qtbot)
    close_in(window, qtbot)
    (package,) = (county / "U盘").glob("报送包-*.zip")
    with open_county(county, (UNIT,)) as partners:
        office = partners.office
        office.merge(package)
        with office.workspace.database.reading() as session:
            (row,) = read_register(session, date.today())
        assert (row.reply.measure, row.reply.person) == ("yi buqi fujian", "Wang")


def test_a_package_without_what_could_not_be_stored_is_made_only_when_agreed(
    window, county, qtbot, monkeypatch
):
    open_in(window, county / UNIT, qtbot)
    page = noticed(window, qtbot)
    QTest.keyClicks(page.form.done_on, "gaitian")
    asked, answers = [], [False, True]

    def ask(_parent, question, detail, *_buttons):
        asked.append((question, detail))
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "ask", ask)
    exchange = page_of(window, "exchange")
    quiet(window, qtbot)
    exchange.view.form.destination.choose(county / "U盘")
    exchange.view.pack_action.trigger()
    agree_to_submit(exchange.view)
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert "制作数据包" in asked[0][0]
    assert "gaitian" in asked[0][1]
    quiet(window, qtbot)
    assert not list((county / "U盘").glob("报送包-*.zip"))
    packed(window, county, qtbot)
    assert len(list((county / "U盘").glob("报送包-*.zip"))) == 1
    assert len(asked) == 2
    close_in(window, qtbot)


def test_a_self_check_is_stored_when_the_page_is_left(window, county, qtbot):
    open_in(window, county / UNIT, qtbot)
    page = page_of(window, "indicators")
    page.turn_to_selfcheck("60")
    quiet(window, qtbot)
    QTest.keyClicks(page.selfcheck.form.statement, "yi zuodao")
    assert window.context.drafts.waiting
    page_of(window, "desk")
    quiet(window, qtbot)
    workspace = window.context.session.services.workspace
    with workspace.database.reading() as session:
        check = read_check(session, workspace.facts.framework, workspace.registry(), UNIT)
    (line,) = [line for line in check.lines if line.indicator == "60"]
    assert line.statement.statement == "yi zuodao"
    close_in(window, qtbot)


# --- dialogs -------------------------------------------------------------------------------------


def new_notice(page):
    page.open_new()
    return page.findChildren(NewNoticeDialog)[-1]


def test_escape_keeps_the_text_of_a_dialog_and_cancelling_drops_it(window_in, qtbot):
    page = noticed(window_in, qtbot)
    dialog = new_notice(page)
    QTest.keyClicks(dialog.problem, "que zongjie")
    QTest.keyClick(dialog.problem, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog = new_notice(page)
    assert dialog.problem.toPlainText() == "que zongjie"
    next(b for b in dialog.buttons.buttons() if b.text() == "取消").click()
    assert new_notice(page).problem.toPlainText() == ""


def test_what_is_agreed_to_and_refused_is_there_again(window_in, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "tell", lambda _parent, text, _detail="": told.append(text))
    page = noticed(window_in, qtbot)
    dialog = new_notice(page)
    dialog.unit.choose(UNIT)
    dialog.indicator.setText("60")
    QTest.keyClicks(dialog.problem, "que zongjie")
    dialog.deadline.setDate(dialog.deadline.date().addYears(200))  # beyond any plan
    dialog.accept()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    quiet(window_in, qtbot)
    dialog = new_notice(page)
    assert dialog.problem.toPlainText() == "que zongjie"
    dialog.deadline.setDate(dialog.deadline.date().addYears(-200))
    dialog.unit.choose(UNIT)
    dialog.accept()
    qtbot.waitUntil(lambda: 3 in register(window_in), timeout=20_000)
    quiet(window_in, qtbot)
    assert not window_in.context.drafts.waiting
    assert new_notice(page).problem.toPlainText() == ""


def test_packages_are_not_asked_about_dialogs(window_in, qtbot, monkeypatch):
    page = noticed(window_in, qtbot)
    dialog = new_notice(page)
    QTest.keyClicks(dialog.problem, "que zongjie")
    QTest.keyClick(dialog.problem, Qt.Key.Key_Escape)
    done = []
    monkeypatch.setattr(dialogs, "ask", lambda *_words: pytest.fail("asked"))
    window_in.context.drafts.settle("制作数据包", lambda: done.append(PackageKind.TASK))
    assert done
    reread(window_in, qtbot)


def test_a_setting_that_is_wrong_stays_with_the_reason_and_the_rest_is_stored(window_in, qtbot):
    settings = page_of(window_in, "settings")
    settings.turn_to("filing")
    filing = settings.filing
    filing.texts["filed_on"].setText("去年")
    QTest.keyClicks(filing.texts["filed_by"], "Wang")
    page_of(window_in, "desk")
    quiet(window_in, qtbot)
    assert window_in.context.session.services.settings.filed_by == "Wang"
    assert "立卷时间" in window_in.notice.text.text()
    window_in.notice.button.click()  # 去改
    assert filing.isVisible()
    assert filing.texts["filed_on"].text() == "去年"
    assert filing.notes["filed_on"].isVisible()
    filing.texts["filed_on"].setText("2026-03-01")
    assert not filing.notes["filed_on"].isVisible()
    filing.save()
    quiet(window_in, qtbot)
    assert not window_in.context.drafts.waiting


def test_the_way_to_a_refused_date_leads_into_the_field(window_in, qtbot):
    _page, form, _items = described(window_in, qtbot)
    form.doc_date.clear()
    qtbot.keyClicks(form.doc_date, "gaitian")
    page_of(window_in, "desk")
    window_in.notice.button.click()  # 去改
    assert form.isVisible()
    assert form.doc_date.hasFocus()
    assert form.notes["doc_date"].isVisible()
    quiet(window_in, qtbot)


def test_locking_keeps_what_stands_in_a_dialog(window_in, qtbot):
    page = noticed(window_in, qtbot)
    QTest.keyClicks(page.form.measure, "zhengai")
    dialog = new_notice(page)
    QTest.keyClicks(dialog.problem, "que zongjie")
    window_in.context.session.locked.emit()
    assert not dialog.isVisible()
    quiet(window_in, qtbot)
    assert "zhengai" in {r.reply.measure for r in register(window_in).values() if r.reply}
    assert window_in.context.drafts.of("ask/rectification/new")


def test_what_is_done_to_an_item_comes_after_what_was_typed_about_it(window_in, qtbot):
    page, form, items = described(window_in, qtbot)
    qtbot.keyClicks(form.issuer, "xian sifaju")
    page.detail.panel.remove.trigger()
    qtbot.waitUntil(
        lambda: len(window_in.context.session.snapshot.filed[TASK]) == 1,
        timeout=20_000,
    )
    quiet(window_in, qtbot)
    assert not window_in.context.drafts.waiting
    window_in.context.undo.undo()
    qtbot.waitUntil(
        lambda: len(window_in.context.session.snapshot.filed[TASK]) == 2,
        timeout=20_000,
    )
    rows = window_in.context.session.snapshot.filed[TASK]
    assert {row.item: row.issuer for row in rows}[items[0]] == "xian sifaju"
    quiet(window_in, qtbot)


def test_the_questions_of_a_new_workspace_are_there_again_after_a_slip(window, qtbot):
    window.ways_in.new_workspace()
    dialog = window.findChild(NewWorkspaceDialog)
    QTest.keyClicks(dialog.county, "Shili")
    QTest.keyClick(dialog.county, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    window.ways_in.new_workspace()
    again = next(d for d in window.findChildren(NewWorkspaceDialog) if d.isVisible())
    assert again.county.text() == "Shili"
    again.reject()
    window.ways_in.new_workspace()
    third = next(d for d in window.findChildren(NewWorkspaceDialog) if d.isVisible())
    assert third.county.text() == ""
    third.reject()


def test_the_questions_of_a_unit_are_there_again_before_the_indicator_sets(window, qtbot):
    window.ways_in.new_workspace()
    dialog = window.findChild(NewWorkspaceDialog)
    qtbot.waitUntil(dialog.framework.isEnabled)
    dialog.county.setText("示例县")
    dialog.unit_role.setChecked(True)
    dialog.unit.setCurrentText("县某某局")
    QTest.keyClick(dialog.county, Qt.Key.Key_Escape)
    window.ways_in.new_workspace()
    again = next(d for d in window.findChildren(NewWorkspaceDialog) if d.isVisible())
    assert again.unit.name == "县某某局"
    assert not again.create_button.isEnabled()
    qtbot.waitUntil(again.create_button.isEnabled)
    again.reject()
