"""工作台: the stages, the shares, what waits and what was done lately."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.completeness.vocabulary import State
from app.eventlog import LogFilter, read_log
from app.evidence.places import Target
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.isolation import Workers
from app.jobs import SilentJob
from app.review.service import Ruling, decide, submit_slots
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from models.vocabulary import ReviewDecision, WorkspaceRole
from tests.gui.conftest import open_in, page_of
from tests.support.workspaces import COUNTY
from ui.desk.duties import PageTarget, duty_rows
from ui.desk.recent import recent_rows
from ui.desk.rows import ShareRow, current_stage, stage_rows, whole_of
from ui.review.page import ReviewPage
from ui.shared.targets import FilterTarget, ItemTarget, TaskTarget
from ui.widgets.row_list import ROW

UNIT = "县司法局"
METHOD = "material_check"


def test_stages_count_the_days(framework):
    rows = stage_rows(framework.stages, date(2021, 5, 1))
    assert [r.words for r in rows][:3] == ["已过期限", "还有 9 天", "还有 40 天"]
    assert current_stage(rows) == 1
    assert rows[4].words == "日期另定"
    assert stage_rows(framework.stages, date(2021, 5, 10))[1].words == "今天截止"
    assert current_stage(stage_rows(framework.stages, date(2026, 1, 1))) is None


def test_desk_shows_what_waits_and_leads_there(filled, qtbot):
    page = page_of(filled, "desk")
    snapshot = filled.context.session.snapshot
    duties = duty_rows(snapshot)
    assert duties[0].state is State.PROBLEM
    assert "空的" in duties[0].text
    assert isinstance(duties[0].target, ItemTarget)
    assert duties[-1].text == "98 项指标还没有材料"
    page.duty_list.clicked.emit(page.duties.index(0))
    shown = filled.stack.currentWidget()
    assert shown.detail.code == "60"
    assert [r.file_name for r in shown.detail.panel.chosen_rows] == ["空.pdf"]


def test_a_new_office_is_told_to_ask_its_units(opened):
    (duty,) = [d for d in duty_rows(opened.context.session.snapshot) if "任务包" in d.text]
    assert duty.target == PageTarget("settings", "units")


def test_desk_adds_up(filled):
    page = page_of(filled, "desk")
    snapshot = filled.context.session.snapshot
    whole = whole_of(snapshot)
    rows = [page.shares.index(n).data(257) for n in range(page.shares.rowCount())]
    heads = [r for r in rows if r.target is None]
    assert [h.name for h in heads] == ["按类目", "按核验方式", "按责任单位"]
    categories = [r for r in rows if isinstance(r, ShareRow) and r.target and r.target.category]
    assert sum(r.tally.total for r in categories) == whole.total == 289
    assert whole.covered == 1
    assert page.percent.text() == "0%"


@pytest.mark.parametrize(
    ("target", "count"),
    [(FilterTarget(category="7"), 4), (FilterTarget(unit="县审计局"), None)],
)
def test_shares_lead_to_a_filter(filled, target, count):
    filled.show_page("indicators", target)
    shown = filled.stack.currentWidget().browse.model.shown
    expected = filled.context.session.snapshot.registry.indicators_of("县审计局")
    assert len(shown) == (count or len(expected))


def test_task_target_turns_the_page(filled):
    filled.show_page("indicators", TaskTarget("1", "interview"))
    detail = filled.stack.currentWidget().detail
    assert (detail.code, detail.task_code) == ("1", "interview")


# --- beside the snapshot ---


def put(workspace, tmp_path, code, count=1):
    """Put items into the unit's slot of an indicator, as a person would."""
    folder = tmp_path / f"指标{code}-{count}"
    folder.mkdir()
    for number in range(count):
        file = folder / f"材料{number}.txt"
        file.write_text(f"关于指标{code}的材料，{count}份之{number}\n", encoding="utf-8")
    request = AttachRequest((folder,), Target(code, METHOD, UNIT, 1))
    with Workers(1) as workers:
        attach_files(workspace, workers, request, SilentJob())
    return SlotKey(code, METHOD, workspace.registry().unit(UNIT).id)


def as_office(workspace, slot):
    """What a package of the office brings: its decision."""
    facts = workspace.facts
    workspace.facts = replace(facts, role=WorkspaceRole.OFFICE, unit_id=None, unit_name=None)
    decide(workspace, [Ruling(slot, ReviewDecision.RETURNED, reasons=("years",))])


def texts(model):
    return [model.index(n).data(ROW).text for n in range(model.rowCount())]


def test_an_office_sees_what_was_handed_in_and_is_led_to_it(window, office, tmp_path, qtbot):
    with open_workspace(office) as workspace:
        submit_slots(workspace, [put(workspace, tmp_path, "60"), put(workspace, tmp_path, "63")])
    page = open_in(window, office, qtbot).stack.currentWidget()
    qtbot.waitUntil(lambda: "2 处报送等着审核" in texts(page.duties), timeout=20_000)
    row = texts(page.duties).index("2 处报送等着审核")
    page.duty_list.clicked.emit(page.duties.index(row))
    assert isinstance(window.stack.currentWidget(), ReviewPage)


def test_a_decision_on_another_page_is_seen_on_the_way_back(window, office, tmp_path, qtbot):
    with open_workspace(office) as workspace:
        slot = put(workspace, tmp_path, "60")
        submit_slots(workspace, [slot])
    page = open_in(window, office, qtbot).stack.currentWidget()
    qtbot.waitUntil(lambda: "1 处报送等着审核" in texts(page.duties), timeout=20_000)
    window.show_page("review")
    view = window.stack.currentWidget().view
    qtbot.waitUntil(lambda: view.panel.detail is not None, timeout=20_000)
    view.judging.accept()
    qtbot.waitUntil(lambda: window.context.session.is_quiet, timeout=20_000)
    window.show_page("desk")
    qtbot.waitUntil(lambda: "1 处报送等着审核" not in texts(page.duties), timeout=20_000)
    assert any("审核" in text or "通过" in text for text in texts(page.recent))


def test_a_unit_sees_what_it_has_not_handed_in(window, framework, tmp_path, qtbot):
    path = tmp_path / "本单位"
    create_workspace(path, framework, COUNTY, UNIT)
    with open_workspace(path) as workspace:
        put(workspace, tmp_path, "60", count=3)
        put(workspace, tmp_path, "63")
    page = open_in(window, path, qtbot).stack.currentWidget()
    qtbot.waitUntil(lambda: "2 处材料准备好了，还没有报送" in texts(page.duties), timeout=20_000)
    rows = [page.duties.index(n).data(ROW) for n in range(page.duties.rowCount())]
    assert [r.target for r in rows if "报送" in r.text] == [PageTarget("exchange")]
    assert not any("审核" in r.text for r in rows)


def test_what_came_back_comes_first_and_goes_once_it_is_reworked(
    window, framework, tmp_path, qtbot
):
    path = tmp_path / "本单位"
    create_workspace(path, framework, COUNTY, UNIT)
    with open_workspace(path) as workspace:
        slot = put(workspace, tmp_path, "60")
        submit_slots(workspace, [slot])
        as_office(workspace, slot)
    page = open_in(window, path, qtbot).stack.currentWidget()
    wanted = "1 条退回要改，请按原因补正"
    qtbot.waitUntil(lambda: texts(page.duties)[0] == wanted, timeout=20_000)
    assert "指标 60" in page.duties.index(0).data(ROW).about
    put(window.context.session.services.workspace, tmp_path, "60", count=2)
    window.context.session.refresh()
    qtbot.waitUntil(lambda: wanted not in texts(page.duties), timeout=20_000)


def test_entries_that_belong_together_are_one_line(office, tmp_path):
    with open_workspace(office) as workspace:
        put(workspace, tmp_path, "60", count=3)
        slot = put(workspace, tmp_path, "63")
        submit_slots(workspace, [slot])
        framework = workspace.facts.framework
        with workspace.database.reading() as session:
            entries = tuple(read_log(session, LogFilter(), newest_first=True))
    today = entries[0].at.astimezone().date()
    rows = recent_rows(entries, {}, framework, today)
    told = [row.text for row in rows]
    assert told[0].endswith("指标 63　材料查证")
    assert "收取材料 3 件：指标 60　材料查证" in told
    assert rows[0].target == TaskTarget("63", METHOD)
    assert rows[0].about.endswith(f"今天 {entries[0].at.astimezone():%H:%M}")
    older = recent_rows(entries, {}, framework, today + timedelta(days=1))
    assert older[0].about.endswith(f"昨天 {entries[0].at.astimezone():%H:%M}")


def test_a_line_of_the_latest_leads_to_its_indicator(window, office, tmp_path, qtbot):
    with open_workspace(office) as workspace:
        put(workspace, tmp_path, "60", count=2)
    page = open_in(window, office, qtbot).stack.currentWidget()
    qtbot.waitUntil(lambda: page.recent.rowCount() > 0, timeout=20_000)
    page.recent_list.clicked.emit(page.recent.index(0))
    assert window.stack.currentWidget().detail.code == "60"
