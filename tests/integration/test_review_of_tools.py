"""What tools hold goes through review: package, return, the unit's answer, and the dossier."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.bootstrap import open_services
from app.completeness.states import PointState
from app.dossier_options import DossierOptions, Edition
from app.framework.keys import PointKey, SlotKey, TaskKey
from app.jobs import SilentJob
from app.names.review import describe_difference
from app.review.basis import RowsChange, basis_of, tools_known
from app.review.listing import SlotDetail, read_board, read_slot, returned_rows
from app.review.service import Ruling, accept_slots, decide, submit_slots, submittable
from app.review.tool_rows import read_tool_entries, reviewed_tables
from app.review.vocabulary import ItemStanding, SlotStage
from app.verification.material_check.registers.files import RegisterTitles, built_in
from app.verification.material_check.registers.rows import change_rows, lines_after, read_rows
from app.verification.notes import NoteChanges, add_note, alter_note, withdraw_note
from app.verification.site_check.sites import SITES, Check, Readiness, Site, SiteTask
from app.verification.slots import Slot
from app.verification.web_check.lookups import LOOKUPS, Lookup
from app.workspace.opening import Workspace
from models import Review, Submission
from models.verification import LookupResult, ToolRow
from models.vocabulary import ReviewDecision
from tests.support.county import UNITS, Partner, copy_county, make_county, open_county
from tests.support.pdf_description import page_texts
from tests.support.workspaces import copy_workspace

ROOT = Path(__file__).parents[2]
JOB = SilentJob()
WEB, SITE_TASK, COURT = ("6", "web_check"), ("21", "site_check"), ("68", "material_check")
SAID = Lookup(
    "www.example.gov.cn/zwgk", "行政执法公示", "2026-03-05", "张三", LookupResult.CONFIRMED
)
CHECK = Check("服务台", "值班安排", Readiness.READY, "王五", "牌子已换")
SITE = Site("公共法律服务中心", "人民路1号", tasks=(SiteTask(TaskKey(*SITE_TASK), (CHECK,)),))
REGISTER = next(register for register in built_in() if register.id == "litigation")
CASE = {
    "filed": "2021-03-05",
    "number": "（2021）豫行初1号",
    "plaintiff": "王某",
    "defendant": "示例县公安局",
    "instance": "一审",
    "due": "是",
    "attended": "是",
    "result": "驳回诉讼请求",
}
BY_OFFICE = "说明不完整"


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    root = tmp_path_factory.mktemp("county") / "县"
    make_county(root, UNITS)
    return root


@pytest.fixture
def county(template, tmp_path):
    copy_county(template, tmp_path / "县")
    with open_county(tmp_path / "县", UNITS) as opened:
        yield opened


@pytest.fixture
def unit(county):
    return county.units[0]


def slot_of(unit: Partner, task: tuple[str, str]) -> SlotKey:
    return SlotKey(*task, unit.workspace.registry().unit(unit.name).id)


def place(unit: Partner, task: tuple[str, str]) -> Slot:
    return Slot(unit.name, *task)


def read(workspace: Workspace, slot: SlotKey) -> SlotDetail:
    with workspace.reading() as session:
        return read_slot(session, workspace.facts.framework, slot)


def stage(workspace: Workspace, slot: SlotKey) -> SlotStage:
    return read(workspace, slot).row.stage


def cases(workspace: Workspace, unit: str, *years: int) -> None:
    rows = [
        {**CASE, "filed": f"{year}-03-05", "number": f"（{year}）豫行初{n}号"}
        for n, year in enumerate(years, 1)
    ]
    with workspace.reading() as session:
        kept = read_rows(session, REGISTER.id)
    added = NoteChanges(added=lines_after(REGISTER, kept, rows))
    change_rows(workspace, REGISTER, unit, added)


def test_every_table_of_a_tool_says_if_its_rows_are_reviewed():
    tables = [m.class_ for m in ToolRow.registry.mappers if issubclass(m.class_, ToolRow)]
    assert [table.__name__ for table in tables if "reviewed" not in vars(table)] == []
    for table, said in reviewed_tables().values():
        assert {*said.columns, *said.order} <= {*table.__table__.columns.keys()}


def test_every_program_reviews_the_same_tables_whatever_it_has_loaded():
    program = (
        "from app.review.tool_rows import reviewed_tables; first = [*reviewed_tables()];"
        "from models import Base; print(*first, '|', *reviewed_tables())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    first, later = done.stdout.split("|")
    assert "exam" in first.split()
    assert first.split() == later.split()


def test_it_is_handed_in_returned_answered_and_accepted(county, unit):
    office, slot = county.office, slot_of(unit, WEB)
    note = add_note(unit.workspace, LOOKUPS, place(unit, WEB), SAID)
    assert stage(unit.workspace, slot) is SlotStage.PREPARING
    with unit.workspace.reading() as session:
        assert slot in submittable(session, slot.unit_id)
    submit_slots(unit.workspace, [slot])
    office.merge(unit.submit(county.stick / "1.zip"))
    detail = read(office.workspace, slot)
    assert (detail.row.stage, detail.row.items, detail.row.since) == (
        SlotStage.SUBMITTED, 0, detail.row.since.__class__(),
    )  # fmt: skip
    (line,) = detail.items
    assert line.tool is not None
    assert (line.tool.table, line.tool.count, line.standing) == (
        "web_lookup", 1, ItemStanding.OPEN,
    )  # fmt: skip

    decide(
        office.workspace,
        [Ruling(slot, ReviewDecision.RETURNED, item=line.item, note=BY_OFFICE)],
    )
    assert stage(office.workspace, slot) is SlotStage.RETURNED  # it was the only part
    unit.merge(county.answer(unit.name, county.stick / "2.zip"))
    with unit.workspace.reading() as session:
        (back,) = returned_rows(session, unit.workspace.facts.framework, slot.unit_id)
    assert (back.tool, back.reasons, back.reworked) == (line.tool, BY_OFFICE, False)

    alter_note(unit.workspace, LOOKUPS, note, replace(SAID, note="栏目：政务公开"))
    with unit.workspace.reading() as session:
        (back,) = returned_rows(session, unit.workspace.facts.framework, slot.unit_id)
    assert back.reworked
    submit_slots(unit.workspace, [slot])
    office.merge(unit.submit(county.stick / "3.zip"))
    assert read(office.workspace, slot).items[0].standing is ItemStanding.REWORKED
    accept_slots(office.workspace, [slot])
    assert stage(office.workspace, slot) is SlotStage.ACCEPTED

    added = add_note(unit.workspace, LOOKUPS, place(unit, WEB), SAID)
    office.merge(unit.submit(county.stick / "4.zip", submit=False))
    row = read(office.workspace, slot).row
    assert row.stage is SlotStage.RECHECK
    assert row.since.rows == (RowsChange("web_lookup", 1, 2),)
    assert describe_difference(row.since) == "网络检索记录由 1 条变为 2 条"
    # What is taken back makes the acceptance valid again.
    withdraw_note(unit.workspace, LOOKUPS, added)
    office.merge(unit.submit(county.stick / "5.zip", submit=False))
    assert stage(office.workspace, slot) is SlotStage.ACCEPTED


def test_a_changed_site_is_judged_anew_and_its_progress_is_not(county, unit):
    office, slot = county.office, slot_of(unit, SITE_TASK)
    note = add_note(unit.workspace, SITES, place(unit, SITE_TASK), SITE)
    submit_slots(unit.workspace, [slot])
    office.merge(unit.submit(county.stick / "1.zip"))
    accept_slots(office.workspace, [slot])
    under_way = replace(CHECK, state=Readiness.UNDER_WAY, remark="换牌子")
    alter_note(unit.workspace, SITES, note, SITE.with_checks(TaskKey(*SITE_TASK), [under_way]))
    office.merge(unit.submit(county.stick / "2.zip", submit=False))
    assert stage(office.workspace, slot) is SlotStage.ACCEPTED
    alter_note(unit.workspace, SITES, note, replace(SITE, location="人民路2号"))
    office.merge(unit.submit(county.stick / "3.zip", submit=False))
    row = read(office.workspace, slot).row
    assert (row.stage, describe_difference(row.since)) == (SlotStage.RECHECK, "核验现场有改动")


def test_a_register_is_an_entry_of_its_own(county, unit):
    office, slot = county.office, slot_of(unit, COURT)
    cases(unit.workspace, unit.name, 2020, 2021)
    submit_slots(unit.workspace, [slot])
    office.merge(unit.submit(county.stick / "1.zip"))
    accept_slots(office.workspace, [slot])
    cases(unit.workspace, unit.name, 2022)
    office.merge(unit.submit(county.stick / "2.zip", submit=False))
    with office.workspace.reading() as session:
        registers = RegisterTitles(office.workspace.layout.registers)
        detail = read_slot(session, office.workspace.facts.framework, slot, registers)
        board = read_board(session, office.workspace.facts.framework, office.workspace.registry())
    assert describe_difference(detail.row.since) == "行政应诉案件台账由 2 行变为 3 行"
    assert slot in {row.slot for row in board.queue}


def test_what_an_earlier_version_accepted_stays_accepted_until_a_row_changes(county, unit):
    """Its submissions and decisions say nothing of tools."""
    office, slot = county.office, slot_of(unit, WEB)
    note = add_note(unit.workspace, LOOKUPS, place(unit, WEB), SAID)
    submit_slots(unit.workspace, [slot])
    forget_tools(unit.workspace, Submission)
    office.merge(unit.submit(county.stick / "1.zip"))
    accept_slots(office.workspace, [slot])
    assert tools_known(stored(office.workspace, Review)) == {*reviewed_tables()}
    forget_tools(office.workspace, Review)
    assert basis_of(stored(office.workspace, Review)) == frozenset()
    detail = read(office.workspace, slot)
    assert (detail.row.stage, detail.items[0].standing) == (
        SlotStage.ACCEPTED, ItemStanding.ACCEPTED,
    )  # fmt: skip
    alter_note(unit.workspace, LOOKUPS, note, replace(SAID, note="另一个栏目"))
    office.merge(unit.submit(county.stick / "2.zip", submit=False))
    row = read(office.workspace, slot).row
    assert (row.stage, describe_difference(row.since)) == (
        SlotStage.RECHECK, "新增网络检索记录 1 条",
    )  # fmt: skip


def stored(workspace: Workspace, table: type[Review] | type[Submission]) -> list[list[object]]:
    with workspace.reading() as session:
        return session.scalars(select(table.basis)).one()


def forget_tools(workspace: Workspace, table: type[Review] | type[Submission]) -> None:
    """Write the bases as a version without them did."""
    names = {*reviewed_tables()}
    with workspace.database.writing() as work:
        for row in work.session.scalars(select(table)):
            row.basis = [e for e in row.basis if e[0].partition(":")[0] not in names]
        work.commit()


def state_of(services, place: str) -> PointState:
    key = PointKey.parse(place)
    task = services.completeness().task(TaskKey(key.indicator, key.task_code))
    assert task is not None
    return next(p for p in task.filing.points if p.point.number == key.number)


def test_whole_rows_of_each_year_make_the_point_of_a_register_complete(unit):
    point = "68/material_check/3"  # 2017年以来行政应诉案件汇总表
    with open_services(unit.path, read_only=True) as services:
        assert not state_of(services, point).anything
        last = services.last_year()
    cases(unit.workspace, unit.name, *range(2018, last + 1))
    with open_services(unit.path, read_only=True) as services:
        state = state_of(services, point)
        assert (state.covered, state.years_missing) == (False, (2017,))
    cases(unit.workspace, unit.name, 2017)
    with open_services(unit.path, read_only=True) as services:
        assert state_of(services, point).covered
        assert not state_of(services, "68/material_check/1").anything


@pytest.mark.parametrize(
    ("result", "covered"), [(LookupResult.CONFIRMED, True), (LookupResult.NOTHING, False)]
)
def test_look_ups_answer_the_only_point_of_their_task(unit, result, covered):
    framework = unit.workspace.facts.framework
    registry = unit.workspace.registry()
    task = next(
        (i.code, t.code)
        for i in framework.indicators
        for t in i.tasks
        if t.method == "web_check"
        and len(t.points) == 1
        and unit.name in registry.units_of(i.code, t.code)
    )
    add_note(unit.workspace, LOOKUPS, Slot(unit.name, *task), replace(SAID, result=result))
    point = framework.task(*task).points[0].number
    with open_services(unit.path, read_only=True) as services:
        assert state_of(services, f"{task[0]}/{task[1]}/{point}").covered is covered


@pytest.mark.parametrize("edition", list(Edition))
def test_the_dossier_of_a_task_with_a_register_only_lists_it(unit_template, tmp_path, edition):
    with open_services(copy_workspace(unit_template, tmp_path / "单位")) as services:
        name = services.workspace.facts.unit_name
        cases(services.workspace, name, 2020, 2021)
        options = DossierOptions(indicators=("68",), edition=edition)
        result = services.dossiers.compile(tmp_path / "卷", options, JOB)
        (dossier,) = result.dossiers
        pages = ["".join(text.split()) for text in page_texts(dossier.path)]
    assert "材料0件，表册2份" in pages[0]
    catalogue = next(page for page in pages if page.startswith("卷内文件目录"))
    assert f"{name}行政应诉案件台账统计表1" in catalogue
    assert f"{name}行政应诉案件台账2" in catalogue
    divider = next(n for n, page in enumerate(pages) if "材料0件，表册2份第1—2页" in page)
    assert pages[divider + 1].startswith("行政应诉案件台账统计表")
    assert any("行政应诉案件台账2行" in page for page in pages)


def test_entries_are_the_same_however_a_package_brings_the_cells(county, unit):
    cases(unit.workspace, unit.name, 2020, 2021)
    county.office.merge(unit.submit(county.stick / "1.zip"))
    with unit.workspace.reading() as mine, county.office.workspace.reading() as theirs:
        assert read_tool_entries(mine) == read_tool_entries(theirs)
