"""Handing in and deciding on real workspaces."""

import json
from pathlib import Path

import pytest
from sqlalchemy import event as sql_events
from sqlalchemy import select

from app.eventlog import find_chain_break
from app.evidence.items import ItemEdit, edit_item, remove_items, restore_items
from app.evidence.moving import move_placements, take_away
from app.evidence.placements import place_item
from app.evidence.places import Target
from app.framework.keys import SlotKey
from app.review.errors import (
    ItemNotInSlot,
    MoveNotPossible,
    NothingToSubmit,
    ReasonRequired,
    ReasonUnknown,
    ReasonWordless,
    ReviewUnknown,
    SlotEmpty,
)
from app.review.listing import read_board, read_slot, returned_rows
from app.review.reasons import DEFAULTS, add_reason, change_reason, read_reasons
from app.review.service import (
    Ruling,
    accept_slots,
    decide,
    reinstate,
    restore_submissions,
    submit_slots,
    submit_unit,
    take_back,
    withdraw_submissions,
)
from app.review.tool_rows import reviewed_tables
from app.review.vocabulary import ItemStanding, SlotStage
from app.wording.errors import describe_error
from app.workspace.errors import OfficeOnly, UnitOnly
from app.workspace.opening import Workspace
from models import Event, Placement
from models.vocabulary import ReviewDecision
from tests.support.workspaces import add_item, lushan, make_workspace

UNIT = "县司法局"
METHOD = "material_check"
RETURNED, ACCEPTED = ReviewDecision.RETURNED, ReviewDecision.ACCEPTED


def slot_of(workspace: Workspace, code: str = "60", unit: str = UNIT) -> SlotKey:
    return SlotKey(code, METHOD, workspace.registry().unit(unit).id)


@pytest.fixture
def put(workspace: Workspace, tmp_path: Path):
    """Put an item into a slot; gives its id."""

    def put(title: str, code: str = "60", unit: str = UNIT, point: int | None = None) -> str:
        file = tmp_path / f"{title}.txt"
        file.write_text(title, encoding="utf-8")
        with workspace.database.writing() as work:
            item = add_item(work, workspace, file, unit=unit, indicator=code, point=point)
            work.commit()
        return item

    return put


def board_of(workspace: Workspace, unit: str | None = None):
    with workspace.database.reading() as session:
        return read_board(session, workspace.facts.framework, workspace.registry(), unit)


def stage_of(workspace: Workspace, slot: SlotKey) -> SlotStage:
    return board_of(workspace).row(slot).stage


def detail_of(workspace: Workspace, slot: SlotKey):
    with workspace.database.reading() as session:
        return read_slot(session, workspace.facts.framework, slot)


def events_of(workspace: Workspace) -> list[Event]:
    with workspace.database.reading() as session:
        return list(session.scalars(select(Event).order_by(Event.sequence)))


def test_a_slot_goes_all_the_way(workspace, put):
    slot = slot_of(workspace)
    item = put("甲")
    assert stage_of(workspace, slot) is SlotStage.PREPARING
    submit_slots(workspace, [slot], note="第一次")
    (decision,) = decide(workspace, [Ruling(slot, RETURNED, reasons=("years",), note="补2021年")])
    row = board_of(workspace).row(slot)
    assert (row.stage, row.reasons) == (SlotStage.RETURNED, "年度不全或超出规定年限；补2021年")
    edit_item(workspace, item, ItemEdit(doc_date="2021"))
    submit_slots(workspace, [slot])
    assert board_of(workspace).row(slot).round == 2
    accept_slots(workspace, [slot])
    assert stage_of(workspace, slot) is SlotStage.ACCEPTED
    history = detail_of(workspace, slot).history
    assert [(line.round, line.decision) for line in history] == [
        (1, None),
        (None, RETURNED),
        (2, None),
        (None, ACCEPTED),
    ]
    events = events_of(workspace)
    assert find_chain_break(events) is None
    told = [e for e in events if e.subject == str(slot)]
    assert [e.action for e in told] == [
        "slot.submitted",
        "review.returned",
        "slot.submitted",
        "review.accepted",
    ]
    data = json.loads(told[1].data)
    assert (data["review"], data["reasons"], data["note"]) == (decision, ["years"], "补2021年")
    assert all(e.actor for e in told)


def test_whatever_changes_after_acceptance_asks_for_a_new_look(workspace, put):
    first, second = put("甲", point=1), put("乙", "63")
    slot, other = slot_of(workspace), slot_of(workspace, "63")
    submit_slots(workspace, [slot, other])
    accept_slots(workspace, [slot, other])

    def stages():
        return stage_of(workspace, slot), stage_of(workspace, other)

    both = (SlotStage.ACCEPTED, SlotStage.ACCEPTED)
    assert stages() == both
    placement = place_item(workspace, second, Target("60", "材料查证", UNIT))
    assert stages() == (SlotStage.RECHECK, SlotStage.ACCEPTED)
    assert board_of(workspace).row(slot).since.added == (second,)
    take_away(workspace, [placement])
    assert stages() == both
    remove_items(workspace, [first])
    assert stages() == (SlotStage.RECHECK, SlotStage.ACCEPTED)
    restore_items(workspace, [first])
    assert stages() == both
    with workspace.database.reading() as session:
        lying = session.scalars(select(Placement).where(Placement.item_id == first)).one()
    move_placements(workspace, [lying.id], Target("60", "材料查证", UNIT, 2))
    assert stages() == (SlotStage.RECHECK, SlotStage.ACCEPTED)
    move_placements(workspace, [lying.id], Target("63", "材料查证", UNIT))
    assert stages() == (SlotStage.RECHECK, SlotStage.RECHECK)
    move_placements(workspace, [lying.id], Target("60", "材料查证", UNIT, 1))
    assert stages() == both
    edit_item(workspace, second, ItemEdit(title="改了题名"))
    assert stages() == (SlotStage.ACCEPTED, SlotStage.RECHECK)
    # Confirming a guess says nothing new.
    edit_item(workspace, first, ItemEdit(confirm=True))
    assert stages()[0] is SlotStage.ACCEPTED


def test_moves_that_the_stage_does_not_allow(workspace, put):
    slot = slot_of(workspace)
    with pytest.raises(SlotEmpty):
        submit_slots(workspace, [slot])
    item = put("甲")
    with pytest.raises(MoveNotPossible) as caught:
        accept_slots(workspace, [slot])
    assert str(describe_error(caught.value)).startswith(
        "县司法局 指标 60 的材料查证 现在是“准备中”，不能“通过”"
    )
    with pytest.raises(MoveNotPossible):
        decide(workspace, [Ruling(slot, RETURNED, item=item, note="不清楚")])
    submit_slots(workspace, [slot])
    with pytest.raises(MoveNotPossible):
        submit_slots(workspace, [slot])
    with pytest.raises(ReasonRequired):
        decide(workspace, [Ruling(slot, RETURNED)])
    with pytest.raises(ReasonUnknown):
        decide(workspace, [Ruling(slot, RETURNED, reasons=("没有",))])
    with pytest.raises(ItemNotInSlot):
        decide(workspace, [Ruling(slot, RETURNED, item="没有", note="x")])
    accept_slots(workspace, [slot])
    with pytest.raises(MoveNotPossible):
        accept_slots(workspace, [slot])
    with pytest.raises(ReviewUnknown):
        take_back(workspace, ["没有"])
    # A refused batch leaves nothing behind.
    with pytest.raises(ReasonRequired):
        decide(workspace, [Ruling(slot, RETURNED, note="有"), Ruling(slot, RETURNED)][::-1])
    assert stage_of(workspace, slot) is SlotStage.ACCEPTED


def test_points_and_items_are_judged_by_themselves(workspace, put):
    slot = slot_of(workspace)
    clear, blurred = put("甲", point=1), put("乙", point=2)
    submit_slots(workspace, [slot])
    decide(
        workspace,
        [
            Ruling(slot, RETURNED, item=blurred, reasons=("illegible",)),
            Ruling(slot, RETURNED, point=2, note="缺2020年"),
            Ruling(slot, ACCEPTED, item=clear),
            Ruling(slot, RETURNED),
        ],
    )
    detail = detail_of(workspace, slot)
    assert {line.item: line.standing for line in detail.items} == {
        clear: ItemStanding.ACCEPTED,
        blurred: ItemStanding.RETURNED,
    }
    assert detail.points[1].reasons == "缺2020年"
    with workspace.database.reading() as session:
        rows = returned_rows(session, workspace.facts.framework, slot.unit_id)
        assert (
            returned_rows(
                session, workspace.facts.framework, workspace.registry().unit("县公安局").id
            )
            == ()
        )
    assert [(r.point, r.item, r.reasons) for r in rows] == [
        (None, None, ""),
        (2, None, "缺2020年"),
        (None, blurred, "扫描件或照片不清晰"),
    ]
    assert not any(r.reworked for r in rows)
    edit_item(workspace, blurred, ItemEdit(title="清楚的"))
    with workspace.database.reading() as session:
        assert [r.reworked for r in returned_rows(session, workspace.facts.framework)] == [
            True,
            True,
            True,
        ]
    submit_slots(workspace, [slot])
    assert detail_of(workspace, slot).items[1].standing is ItemStanding.REWORKED
    with workspace.database.reading() as session:
        assert returned_rows(session, workspace.facts.framework) == ()


def test_an_item_comes_back_before_the_slot_is_decided(workspace, put):
    slot = slot_of(workspace)
    blurred = put("甲", point=1)
    put("乙", point=2)
    submit_slots(workspace, [slot])
    decide(workspace, [Ruling(slot, RETURNED, item=blurred, reasons=("illegible",))])
    assert stage_of(workspace, slot) is SlotStage.SUBMITTED

    def told():
        with workspace.database.reading() as session:
            return [
                (r.item, r.reworked)
                for r in returned_rows(session, workspace.facts.framework, slot.unit_id)
            ]

    assert told() == [(blurred, False)]
    edit_item(workspace, blurred, ItemEdit(title="清楚的"))
    assert told() == [(blurred, True)]
    submit_slots(workspace, [slot])
    assert told() == []


def test_an_accepted_slot_returns_nothing_of_before(workspace, put):
    slot = slot_of(workspace)
    item = put("甲", point=1)
    submit_slots(workspace, [slot])
    decide(workspace, [Ruling(slot, RETURNED, item=item, reasons=("illegible",))])
    submit_slots(workspace, [slot])
    accept_slots(workspace, [slot])
    edit_item(workspace, item, ItemEdit(title="又改了"))
    assert stage_of(workspace, slot) is SlotStage.RECHECK
    with workspace.database.reading() as session:
        assert returned_rows(session, workspace.facts.framework) == ()


def standings_of(workspace: Workspace, slot: SlotKey) -> dict[str, ItemStanding]:
    return {line.item: line.standing for line in detail_of(workspace, slot).items}


def test_accepting_the_rest_leaves_what_was_returned(workspace, put):
    slot, other = slot_of(workspace), slot_of(workspace, "63")
    blurred, clear, third = put("甲", point=1), put("乙", point=2), put("丙", "63")
    submit_slots(workspace, [slot, other])
    decide(workspace, [Ruling(slot, RETURNED, item=blurred, reasons=("illegible",))])
    (accepted, _) = accept_slots(workspace, [slot, other])
    assert standings_of(workspace, slot) == {
        blurred: ItemStanding.RETURNED,
        clear: ItemStanding.ACCEPTED,
    }
    row = board_of(workspace).row(slot)
    assert (row.stage, row.reasons) == (SlotStage.RETURNED, "扫描件或照片不清晰")
    assert standings_of(workspace, other) == {third: ItemStanding.ACCEPTED}
    assert stage_of(workspace, other) is SlotStage.ACCEPTED
    assert [line.rest for line in detail_of(workspace, slot).history] == [False, False, True]
    with workspace.database.reading() as session:
        assert [r.item for r in returned_rows(session, workspace.facts.framework)] == [blurred]
    take_back(workspace, [accepted])
    assert stage_of(workspace, slot) is SlotStage.SUBMITTED
    assert standings_of(workspace, slot)[clear] is ItemStanding.OPEN
    reinstate(workspace, [accepted])
    # Handed in anew, the whole may be accepted: the office looked again.
    submit_slots(workspace, [slot])
    accept_slots(workspace, [slot])
    assert stage_of(workspace, slot) is SlotStage.ACCEPTED


def test_judging_everything_singly_decides_the_slot(workspace, put):
    slot = slot_of(workspace)
    first, second = put("甲", point=1), put("乙", point=2)
    submit_slots(workspace, [slot])
    decide(workspace, [Ruling(slot, ACCEPTED, item=first)])
    assert stage_of(workspace, slot) is SlotStage.SUBMITTED
    (last,) = decide(workspace, [Ruling(slot, ACCEPTED, item=second)])
    assert stage_of(workspace, slot) is SlotStage.ACCEPTED
    assert board_of(workspace).queue == ()
    take_back(workspace, [last])
    assert stage_of(workspace, slot) is SlotStage.SUBMITTED
    decide(workspace, [Ruling(slot, RETURNED, item=second, note="不清楚")])
    row = board_of(workspace).row(slot)
    assert (row.stage, row.reasons) == (SlotStage.RETURNED, "不清楚")
    # A word on the whole may still be added, and a second look taken.
    decide(workspace, [Ruling(slot, ACCEPTED, item=second)])
    assert stage_of(workspace, slot) is SlotStage.ACCEPTED
    decide(workspace, [Ruling(slot, RETURNED, item=first, note="缺页")])
    decide(workspace, [Ruling(slot, RETURNED, note="还缺2021年的")])
    row = board_of(workspace).row(slot)
    assert (row.stage, row.reasons) == (SlotStage.RETURNED, "还缺2021年的")
    with pytest.raises(MoveNotPossible):
        decide(workspace, [Ruling(slot, RETURNED, note="再退一次")])


def test_a_changed_item_of_an_accepted_slot_is_judged_alone(workspace, put):
    slot = slot_of(workspace)
    first = put("甲", point=1)
    put("乙", point=2)
    submit_slots(workspace, [slot])
    accept_slots(workspace, [slot])
    edit_item(workspace, first, ItemEdit(title="又改了"))
    assert stage_of(workspace, slot) is SlotStage.RECHECK
    (made,) = decide(workspace, [Ruling(slot, ACCEPTED, item=first)])
    assert stage_of(workspace, slot) is SlotStage.ACCEPTED
    take_back(workspace, [made])
    decide(workspace, [Ruling(slot, RETURNED, item=first, note="题名不对")])
    assert stage_of(workspace, slot) is SlotStage.RETURNED


def test_a_point_for_which_something_is_missing_keeps_the_slot_from_acceptance(workspace, put):
    slot = slot_of(workspace)
    item = put("甲", point=1)
    submit_slots(workspace, [slot])
    decide(workspace, [Ruling(slot, RETURNED, point=2, note="缺2020年")])
    assert stage_of(workspace, slot) is SlotStage.SUBMITTED
    accept_slots(workspace, [slot])
    detail = detail_of(workspace, slot)
    assert (detail.row.stage, detail.points[1].decision) == (SlotStage.RETURNED, RETURNED)
    assert standings_of(workspace, slot) == {item: ItemStanding.ACCEPTED}
    decide(workspace, [Ruling(slot, ACCEPTED, point=2)])
    assert stage_of(workspace, slot) is SlotStage.ACCEPTED


def test_everything_can_be_taken_back(workspace, put):
    slot = slot_of(workspace)
    put("甲")
    (submission,) = submit_slots(workspace, [slot])
    (decision,) = accept_slots(workspace, [slot])
    with pytest.raises(MoveNotPossible):
        withdraw_submissions(workspace, [submission])
    take_back(workspace, [decision])
    assert stage_of(workspace, slot) is SlotStage.SUBMITTED
    reinstate(workspace, [decision])
    assert stage_of(workspace, slot) is SlotStage.ACCEPTED
    take_back(workspace, [decision])
    withdraw_submissions(workspace, [submission])
    assert stage_of(workspace, slot) is SlotStage.PREPARING
    restore_submissions(workspace, [submission])
    assert stage_of(workspace, slot) is SlotStage.SUBMITTED
    actions = [e.action for e in events_of(workspace) if e.subject == str(slot)]
    assert actions.count("review.taken_back") == 2


def test_only_what_is_new_is_handed_in(workspace, put):
    slot, other = slot_of(workspace), slot_of(workspace, "63")
    item = put("甲")
    put("乙", "63")
    put("丙", unit="县公安局")
    assert set(submit_unit(workspace, slot.unit_id)) == {slot, other}
    with pytest.raises(NothingToSubmit):
        submit_unit(workspace, slot.unit_id)
    accept_slots(workspace, [other])
    decide(workspace, [Ruling(slot, RETURNED, note="换一份")])
    with pytest.raises(NothingToSubmit):
        submit_unit(workspace, slot.unit_id)
    edit_item(workspace, item, ItemEdit(title="新的"))
    assert set(submit_unit(workspace, slot.unit_id)) == {slot}


def test_a_unit_speaks_for_itself_and_decides_nothing(tmp_path, framework):
    with make_workspace(tmp_path / "单位", framework, UNIT) as own:
        file = tmp_path / "甲.txt"
        file.write_text("甲", encoding="utf-8")
        with own.database.writing() as work:
            add_item(work, own, file, unit=UNIT, indicator="60")
            work.commit()
        slot = slot_of(own)
        submit_slots(own, [slot])
        with pytest.raises(UnitOnly):
            submit_slots(own, [slot_of(own, unit="县公安局")])
        with pytest.raises(UnitOnly):
            submit_unit(own, own.registry().unit("县公安局").id)
        for refused in (
            lambda: accept_slots(own, [slot]),
            lambda: take_back(own, []),
            lambda: add_reason(own, "新的"),
        ):
            with pytest.raises(OfficeOnly):
                refused()


def test_the_office_extends_the_reasons(workspace, put):
    code = add_reason(workspace, " 佐证 照片缺说明 ")
    change_reason(workspace, "missing", text="缺材料", offered=True)
    change_reason(workspace, "duplicate", text=None, offered=False)
    with workspace.database.reading() as session:
        reasons = read_reasons(session)
    assert (reasons[0].text, reasons[-1].code) == ("缺材料", code)
    assert reasons[-1].text == "佐证 照片缺说明"
    assert len(reasons) == len(DEFAULTS)
    slot = slot_of(workspace)
    put("甲")
    submit_slots(workspace, [slot])
    decide(workspace, [Ruling(slot, RETURNED, reasons=(code, "duplicate"))])
    change_reason(workspace, code, text=None, offered=False)
    # A reason that is no longer offered keeps its words.
    assert board_of(workspace).row(slot).reasons == "佐证 照片缺说明；重复报送"
    with pytest.raises(ReasonWordless):
        add_reason(workspace, " ")
    with pytest.raises(ReasonUnknown):
        change_reason(workspace, "没有", text="x", offered=True)


def test_the_queue_goes_round(workspace, put):
    slots = [slot_of(workspace, code) for code in ("60", "63", "68")]
    for code in ("60", "63", "68"):
        put(f"件{code}", code)
    submit_slots(workspace, slots)
    board = board_of(workspace)
    assert [row.slot for row in board.queue] == slots
    walked, at = [], None
    for _ in range(4):
        at = board.next_waiting(at).slot
        walked.append(at)
    assert walked == [*slots, slots[0]]
    accept_slots(workspace, slots[:2])
    board = board_of(workspace)
    assert board.next_waiting(slots[2]) is None
    assert board.next_waiting(slots[0]).slot == slots[2]
    assert board.next_waiting(unit="县公安局") is None
    only = board_of(workspace, UNIT)
    assert only.units == (UNIT,)
    assert only.counts[SlotStage.ACCEPTED] == 2


def test_the_board_of_a_full_county_takes_a_handful_of_questions(tmp_path, framework):
    """99 indicators, 80 units, 10,000 items: the number of statements does not grow with them."""
    from tests.support.review_county import fill_county

    with make_workspace(tmp_path / "全县", lushan()) as workspace:
        items = fill_county(workspace, items=10_000, units=80)
        asked: list[str] = []

        @sql_events.listens_for(workspace.database.engine, "before_cursor_execute")
        def _count(_connection, _cursor, statement, *_rest):
            asked.append(statement)

        registry = workspace.registry()
        asked.clear()
        with workspace.database.reading() as session:
            board = read_board(session, workspace.facts.framework, registry)
        questions = [s for s in asked if s.startswith("SELECT")]
        assert len(questions) <= 7 + len(reviewed_tables())
        assert len(board.indicators) == 99
        assert sum(row.items for row in board.rows) == items
        assert set(board.counts) == set(SlotStage)
        assert len(board.cells) > 99 * 5
        assert sum(cell.items for cell in board.cells.values()) == items
