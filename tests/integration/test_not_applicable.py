"""Marking what does not apply to a unit: who may, what it settles, what the office sees of it."""

from pathlib import Path

import pytest

from app.completeness.errors import MarkReasonRequired, NotMarked
from app.completeness.marks import (
    MarkPlace,
    MarkSaid,
    demanded,
    list_places,
    mark_not_applicable,
    put_marks,
    read_marks,
    read_reasons,
    withdraw_mark,
)
from app.completeness.reading import read_completeness
from app.completeness.vocabulary import State
from app.errors import OwnedByOffice, OwnedByUnit
from app.evidence.descriptions import Description
from app.evidence.filing import ItemToFile, ReadyFile, file_items
from app.evidence.places import Target, place_of
from app.filekind import FileKind, FileType
from app.framework.errors import PointUnknown
from app.framework.keys import SlotKey, TaskKey
from app.guessing.guess import Guess
from app.names.completeness import describe_point
from app.review.errors import SlotEmpty
from app.review.listing import read_board, read_slot, returned_rows
from app.review.service import Ruling, accept_slots, decide, submit_slots
from app.review.vocabulary import ItemStanding, SlotStage
from app.workspace.errors import NotResponsible, UnitOnly
from app.workspace.opening import Workspace, open_workspace
from models import NotApplicable
from models.vocabulary import ReviewDecision
from tests.support.workspaces import copy_workspace

UNIT = "县司法局"
METHOD = "material_check"
SLOT = MarkPlace(UNIT, "60", METHOD)
POINT = MarkPlace(UNIT, "60", METHOD, 1)


def slot_key(workspace: Workspace) -> SlotKey:
    return SlotKey("60", METHOD, workspace.registry().unit(UNIT).id)


def completeness_of(workspace: Workspace):
    with workspace.database.reading() as session:
        return read_completeness(session, workspace.facts.framework, workspace.registry(), 2021)


def filing_of(workspace: Workspace):
    slots = completeness_of(workspace).slots(UNIT)
    return next(s.filing for s in slots if (s.indicator, s.task_code) == ("60", METHOD))


def row_of(workspace: Workspace):
    with workspace.database.reading() as session:
        board = read_board(session, workspace.facts.framework, workspace.registry(), UNIT)
    return board.row(slot_key(workspace))


def detail_of(workspace: Workspace):
    with workspace.database.reading() as session:
        return read_slot(session, workspace.facts.framework, slot_key(workspace))


def put(workspace: Workspace, tmp_path: Path, point: int) -> None:
    """Put a text at a point of the slot."""
    file = tmp_path / "情况说明.txt"
    file.write_text("情况说明", encoding="utf-8")
    original = workspace.originals.import_file(file)
    kind = FileType(FileKind.TEXT, "text/plain", ".txt", "文本")
    ready = ReadyFile(original, kind, file.name, None, Guess(), ())
    place = place_of(workspace, Target("60", "材料查证", UNIT, point))
    with workspace.database.writing() as work:
        file_items(
            work,
            workspace.facts.framework,
            [ItemToFile(ready, place, Description(title="情况说明"))],
        )
        work.commit()


@pytest.fixture
def of_unit(tmp_path, unit_template):
    with open_workspace(copy_workspace(unit_template, tmp_path / "单位")) as opened:
        yield opened


def test_a_mark_settles_a_point_visibly(workspace):
    before = filing_of(workspace).tally
    mark_not_applicable(workspace, POINT, "  本单位没有\n行政执法职能 ")
    filing = filing_of(workspace)
    point = filing.points[0]
    assert (point.state, point.covered, point.items) == (State.NOT_APPLICABLE, True, ())
    assert describe_point(point) == "不涉及：本单位没有 行政执法职能"
    assert (filing.tally.covered, filing.tally.exempt) == (before.covered + 1, 1)
    assert filing.tally.proved == before.covered
    whole = completeness_of(workspace).task(TaskKey.parse("60/material_check")).filing.points[0]
    assert (whole.not_applicable, len(whole.marks)) == (False, 1)
    assert describe_point(whole) == f"不涉及：{UNIT}（本单位没有 行政执法职能）"


def test_a_marked_slot_does_not_apply_as_a_whole(workspace):
    mark_not_applicable(workspace, SLOT, "没有这项职能")
    filing = filing_of(workspace)
    assert filing.state is State.NOT_APPLICABLE
    assert filing.tally.complete
    assert filing.tally.exempt == filing.tally.total
    withdraw_mark(workspace, SLOT)
    assert filing_of(workspace).state is State.EMPTY


def test_what_lies_there_goes_before_the_mark(workspace, tmp_path):
    put(workspace, tmp_path, 1)
    mark_not_applicable(workspace, SLOT, "没有这项职能")
    first, *others = filing_of(workspace).points
    assert not first.not_applicable
    assert first.state is not State.NOT_APPLICABLE
    assert "没有这项职能" in describe_point(first)
    assert all(point.not_applicable for point in others)
    assert filing_of(workspace).state is not State.NOT_APPLICABLE


def test_what_is_refused(workspace):
    with pytest.raises(MarkReasonRequired):
        mark_not_applicable(workspace, SLOT, " \n")
    with pytest.raises(PointUnknown):
        mark_not_applicable(workspace, MarkPlace(UNIT, "60", METHOD, 99), "无")
    with pytest.raises(NotMarked):
        withdraw_mark(workspace, SLOT)
    own = workspace.registry().indicators_of(UNIT)
    other = next(i for i in workspace.facts.framework.indicators if i.code not in own)
    with pytest.raises(NotResponsible):
        mark_not_applicable(workspace, MarkPlace(UNIT, other.code, other.tasks[0].code), "无")


def test_the_office_gives_way_to_the_units_own_mark(workspace, of_unit):
    mark_not_applicable(workspace, SLOT, "创建办代填")
    with workspace.database.writing() as work:
        work.session.connection().exec_driver_sql(
            "INSERT INTO not_applicable SELECT 'x', indicator_code, task_code, point_number,"
            " unit_id, 0, '单位自填', '联络员', 1, changed_at, NULL FROM not_applicable"
        )
        work.commit()
    with workspace.database.reading() as session:
        assert [(m.reason, m.by_office) for m in read_marks(session)] == [("单位自填", False)]
    for change in (
        lambda: mark_not_applicable(workspace, SLOT, "改"),
        lambda: withdraw_mark(workspace, SLOT),
    ):
        with pytest.raises(OwnedByUnit):
            change()
    with pytest.raises(UnitOnly):
        mark_not_applicable(of_unit, MarkPlace("县财政局", "60", METHOD), "无")
    mark_not_applicable(of_unit, SLOT, "单位自填")
    with of_unit.database.writing() as work:
        work.session.connection().exec_driver_sql("UPDATE not_applicable SET by_office = 1")
        work.commit()
    with pytest.raises(OwnedByOffice):
        withdraw_mark(of_unit, SLOT)


def test_withdrawing_leaves_a_row_that_marking_again_revives(workspace):
    mark_not_applicable(workspace, SLOT, "甲")
    withdraw_mark(workspace, SLOT)
    mark_not_applicable(workspace, SLOT, "乙")
    mark_not_applicable(workspace, SLOT, "乙")
    with workspace.database.reading() as session:
        (row,) = session.query(NotApplicable)
        assert (row.reason, row.version, row.removed_at) == ("乙", 3, None)


def test_a_mark_is_handed_in_and_decided_on(workspace):
    slot = slot_key(workspace)
    with pytest.raises(SlotEmpty):
        submit_slots(workspace, [slot])
    mark_not_applicable(workspace, SLOT, "没有这项职能")
    assert row_of(workspace).stage is SlotStage.PREPARING
    submit_slots(workspace, [slot])
    row = row_of(workspace)
    assert (row.stage, row.items, row.open, row.marks) == (SlotStage.SUBMITTED, 0, 0, 1)
    (line,) = detail_of(workspace).items
    assert (line.mark, line.title, line.point) == (True, "没有这项职能", None)
    accept_slots(workspace, [slot])
    assert row_of(workspace).stage is SlotStage.ACCEPTED
    assert detail_of(workspace).items[0].standing is ItemStanding.ACCEPTED
    mark_not_applicable(workspace, SLOT, "没有这项职能，由市里统一办理")
    row = row_of(workspace)
    assert (row.stage, row.since.marks, row.since.added) == (
        SlotStage.RECHECK,
        (line.item,),
        (),
    )
    mark_not_applicable(workspace, SLOT, "没有这项职能")
    assert row_of(workspace).stage is SlotStage.ACCEPTED


def test_a_mark_may_be_returned_by_itself(workspace, tmp_path):
    slot = slot_key(workspace)
    put(workspace, tmp_path, 1)
    mark_not_applicable(workspace, MarkPlace(UNIT, "60", METHOD, 2), "无此事项")
    submit_slots(workspace, [slot])
    mark = next(line for line in detail_of(workspace).items if line.mark)
    decide(
        workspace,
        [
            Ruling(slot, ReviewDecision.RETURNED, item=mark.item, note="去年报过，应当有"),
            Ruling(slot, ReviewDecision.RETURNED),
        ],
    )
    with workspace.database.reading() as session:
        told = returned_rows(session, workspace.facts.framework)
    assert [(r.mark, r.title, r.reasons) for r in told if r.item] == [
        (True, "无此事项", "去年报过，应当有")
    ]
    assert (row_of(workspace).items, row_of(workspace).returned) == (1, 0)
    withdraw_mark(workspace, MarkPlace(UNIT, "60", METHOD, 2))
    with workspace.database.reading() as session:
        assert not [r for r in returned_rows(session, workspace.facts.framework) if r.item]
    assert row_of(workspace).since.marks == (mark.item,)


def reasons_of(workspace: Workspace) -> dict[tuple[str, str, int | None], str]:
    with workspace.database.reading() as session:
        return {(m.indicator, m.task_code, m.point): m.reason for m in read_marks(session)}


def test_many_places_are_marked_at_once_and_taken_back_at_once(workspace):
    framework, registry = workspace.facts.framework, workspace.registry()
    mark_not_applicable(workspace, POINT, "先写的")
    before = reasons_of(workspace)
    codes = sorted(registry.indicators_of(UNIT))[:5]
    places = list_places(framework, registry, UNIT, codes)
    points = (POINT, MarkPlace(UNIT, "60", METHOD, 2))
    wanted = demanded(workspace, (*places, *points), "本单位 没有\n这项职能")
    changed = put_marks(workspace, wanted)
    assert set(reasons_of(workspace).values()) == {"本单位 没有 这项职能"}
    assert len(reasons_of(workspace)) == len(set(places) | set(points))
    assert put_marks(workspace, wanted) == ()
    put_marks(workspace, changed)
    assert reasons_of(workspace) == before
    with workspace.database.reading() as session:
        assert read_reasons(session) == ("先写的", "本单位 没有 这项职能")


def test_one_place_that_is_refused_refuses_all(workspace):
    own = workspace.registry().indicators_of(UNIT)
    other = next(i for i in workspace.facts.framework.indicators if i.code not in own)
    strange = MarkPlace(UNIT, other.code, other.tasks[0].code)
    with pytest.raises(NotResponsible):
        put_marks(workspace, [MarkSaid(SLOT, "无"), MarkSaid(strange, "无")])
    with pytest.raises(NotMarked):
        demanded(workspace, [SLOT], None)
    with pytest.raises(NotResponsible):
        list_places(workspace.facts.framework, workspace.registry(), UNIT, [other.code])
    assert reasons_of(workspace) == {}


def test_the_units_own_marks_refuse_the_office_as_a_whole(workspace):
    with workspace.database.writing() as work:
        work.session.connection().exec_driver_sql(
            "INSERT INTO not_applicable SELECT 'x', '60', 'material_check', 1, id, 0, '单位自填',"
            " '联络员', 1, '2026-01-01 00:00:00', NULL FROM unit WHERE name = '县司法局'"
        )
        work.commit()
    with pytest.raises(OwnedByUnit):
        put_marks(workspace, [MarkSaid(SLOT, "无"), MarkSaid(POINT, "改")])
    assert reasons_of(workspace) == {("60", METHOD, 1): "单位自填"}
