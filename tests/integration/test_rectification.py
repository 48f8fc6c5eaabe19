"""The register of problems: notices by the office, replies by the units."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evidence.errors import ItemUnknown
from app.evidence.items import remove_items, restore_items
from app.evidence.presence import Presence
from app.framework.errors import IndicatorUnknown
from app.framework.keys import SlotKey
from app.names.review import describe_notice_state
from app.rectification.errors import (
    DayNotUnderstood,
    NoticeClosed,
    NoticeIncomplete,
    NoticeNotReplied,
    NoticeUnknown,
    NotReturned,
    ProblemWordless,
)
from app.rectification.listing import (
    RegisterFilter,
    counts_of,
    due_first,
    find_notice,
)
from app.rectification.reading import read_register
from app.rectification.service import (
    NoticeDraft,
    NoticeEdit,
    ReplyEdit,
    close_notice,
    edit_notice,
    open_for_return,
    open_notice,
    put_verdict,
    remove_notice,
    reopen_notice,
    reply,
    restore_notice,
    send_back,
)
from app.rectification.states import NoticeRow, ReplyRow, days_overdue, state_of, valid_reply
from app.rectification.together import change_evidence, fill_in, take_back
from app.rectification.vocabulary import Lack, NoticeState
from app.review.service import Ruling, decide, submit_slots
from app.wording.errors import describe_error
from app.workspace.errors import OfficeOnly, UnitOnly
from models import Event, EvidenceItem, RectificationNotice, RectificationReply
from models.vocabulary import ReviewDecision
from tests.support.workspaces import NOON, add_item, make_workspace, rows

UNIT = "县司法局"
TODAY = date(2026, 7, 10)


def unit_id(workspace, name=UNIT):
    return workspace.registry().unit(name).id


def register(workspace, today=TODAY):
    with workspace.database.reading() as session:
        return read_register(session, today)


def opened(workspace, **fields):
    draft = {"unit_id": unit_id(workspace), "indicator": "60", "problem": "缺2021年总结"}
    return open_notice(workspace, NoticeDraft(**{**draft, **fields}))


def test_a_problem_is_found_worked_on_and_closed(workspace):
    notice = opened(workspace, deadline="2026年7月1日", demand="补齐")
    (row,) = register(workspace)
    assert (row.notice.number, row.state, row.days_overdue) == (1, NoticeState.OPEN, 9)
    assert describe_notice_state(row) == "待整改（超期 9 天）"
    reply(workspace, notice, ReplyEdit(measure="正在补", person="王某"))
    assert register(workspace)[0].state is NoticeState.IN_PROGRESS
    with pytest.raises(NoticeNotReplied):
        send_back(workspace, notice, "再补")
    reply(workspace, notice, ReplyEdit(done_on="2020-06-30"))
    (row,) = register(workspace)
    # Done in time: the unit is not late while the office takes its time.
    assert (row.state, row.overdue) == (NoticeState.TO_VERIFY, False)
    send_back(workspace, notice, "还缺附件")
    (row,) = register(workspace)
    assert (row.state, row.sent_back) == (NoticeState.IN_PROGRESS, True)
    assert describe_notice_state(row) == "整改中（验收退回，超期 9 天）"
    reply(workspace, notice, ReplyEdit(measure="已补附件"))
    assert register(workspace)[0].state is NoticeState.TO_VERIFY
    with pytest.raises(NoticeIncomplete) as caught:
        close_notice(workspace, notice, "同意")
    assert caught.value.lacks == (Lack.EVIDENCE,)
    close_notice(workspace, notice, "同意", despite=True)
    (row,) = register(workspace)
    assert (row.state, row.notice.verdict_note, row.overdue) == (NoticeState.CLOSED, "同意", False)
    with pytest.raises(NoticeClosed):
        reply(workspace, notice, ReplyEdit(measure="再说"))
    with pytest.raises(NoticeClosed):
        close_notice(workspace, notice)
    reopen_notice(workspace, notice)
    assert register(workspace)[0].state is NoticeState.TO_VERIFY


def test_what_a_notice_must_say(workspace):
    with pytest.raises(ProblemWordless):
        opened(workspace, problem=" ")
    with pytest.raises(DayNotUnderstood):
        opened(workspace, deadline="下周")
    with pytest.raises(DayNotUnderstood):
        opened(workspace, found_on="2099-01-01")
    with pytest.raises(IndicatorUnknown):
        opened(workspace, indicator="没有")
    notice = opened(workspace)
    with pytest.raises(DayNotUnderstood):
        reply(workspace, notice, ReplyEdit(done_on="2099-01-01"))
    with pytest.raises(ItemUnknown):
        reply(workspace, notice, ReplyEdit(evidence=("没有",)))
    with pytest.raises(NoticeUnknown):
        close_notice(workspace, "没有")
    edit_notice(workspace, notice, NoticeEdit(deadline="2026-8-1", problem="缺两年总结"))
    (row,) = register(workspace)
    assert (row.notice.deadline, row.notice.problem) == (date(2026, 8, 1), "缺两年总结")
    edit_notice(workspace, notice, NoticeEdit(deadline=""))
    assert register(workspace)[0].notice.deadline is None


def test_what_is_lacking_is_named_and_a_reason_lets_it_be_closed(workspace, tmp_path):
    notice = opened(workspace)
    every = (Lack.MEASURE, Lack.PERSON, Lack.EVIDENCE)
    for note, despite in (("", False), ("同意", False), ("", True), ("  ", True)):
        with pytest.raises(NoticeIncomplete) as caught:
            close_notice(workspace, notice, note, despite=despite)
        assert caught.value.lacks == every
    assert "没有整改措施、责任人、佐证材料" in str(describe_error(caught.value))
    file = tmp_path / "佐证.txt"
    file.write_text("佐证", encoding="utf-8")
    with workspace.database.writing() as work:
        item = add_item(work, workspace, file, unit=UNIT, indicator="60", point=1)
        work.commit()
    reply(workspace, notice, ReplyEdit("补", "王某", "2020-06-30", (item,)))
    remove_items(workspace, [item])  # what lies in the bin proves nothing
    with pytest.raises(NoticeIncomplete) as caught:
        close_notice(workspace, notice)
    assert caught.value.lacks == (Lack.EVIDENCE,)
    close_notice(workspace, notice, "单位已撤销", despite=True)
    event = rows(workspace, Event)[-1]
    assert (event.action, json.loads(event.data)["lacking"]) == ("notice.closed", ["evidence"])
    reopen_notice(workspace, notice)
    restore_items(workspace, [item])
    close_notice(workspace, notice)
    assert register(workspace)[0].state is NoticeState.CLOSED


def test_a_verdict_is_put_back_as_it_was(workspace):
    notice = opened(workspace)
    reply(workspace, notice, ReplyEdit("补", "王某", "2020-06-30"))
    send_back(workspace, notice, "还缺附件")
    before = register(workspace)[0]
    was = close_notice(workspace, notice, "算了", despite=True)
    put_verdict(workspace, notice, was)
    assert register(workspace)[0] == before
    was = reopen_notice(workspace, notice)
    assert register(workspace)[0].state is NoticeState.TO_VERIFY
    put_verdict(workspace, notice, was)
    assert register(workspace)[0] == before


def test_what_was_filled_in_is_taken_back_whole(workspace):
    notice = opened(workspace, deadline="2026-08-01")
    before = register(workspace)[0]
    first = fill_in(
        workspace, notice, NoticeEdit(demand="补齐", deadline=""), ReplyEdit(measure="正在补")
    )
    between = register(workspace)[0]
    assert (between.notice.demand, between.notice.deadline) == ("补齐", None)
    second = fill_in(workspace, notice, None, ReplyEdit(person="王某"))
    with pytest.raises(DayNotUnderstood):
        fill_in(workspace, notice, NoticeEdit(demand="再补"), ReplyEdit(done_on="改天"))
    take_back(workspace, notice, second)
    again = register(workspace)[0]
    assert (again.reply.measure, again.reply.person) == ("正在补", "")
    take_back(workspace, notice, first)
    assert register(workspace)[0] == before


def test_evidence_goes_and_comes_with_its_items_or_not_at_all(workspace, tmp_path):
    notice = opened(workspace)
    file = tmp_path / "佐证.txt"
    file.write_text("佐证", encoding="utf-8")
    with workspace.database.writing() as work:
        item = add_item(work, workspace, file, unit=UNIT, indicator="60", point=1)
        work.commit()
    came = Presence(items_in=(item,))
    reply(workspace, notice, ReplyEdit(evidence=(item,)))
    change_evidence(workspace, notice, (), came.reverse)
    assert register(workspace)[0].reply.evidence == ()
    close_notice(workspace, notice, "算了", despite=True)
    with pytest.raises(NoticeClosed):
        change_evidence(workspace, notice, (item,), came)
    assert all(row.removed_at for row in rows(workspace, EvidenceItem))


def test_a_number_is_given_once(workspace):
    first = opened(workspace)
    remove_notice(workspace, first)
    opened(workspace)
    assert [row.notice.number for row in register(workspace)] == [2]
    restore_notice(workspace, first)
    rows = register(workspace)
    assert [row.notice.number for row in rows] == [1, 2]
    assert find_notice(rows, "1").notice.id == find_notice(rows, first).notice.id == first
    with pytest.raises(NoticeUnknown):
        find_notice(rows, "9")


def test_a_returned_slot_opens_a_notice_with_all_that_was_said(workspace, tmp_path: Path):
    file = tmp_path / "总结.txt"
    file.write_text("总结", encoding="utf-8")
    with workspace.database.writing() as work:
        item = add_item(work, workspace, file, unit=UNIT, indicator="60", point=1)
        work.commit()
    slot = SlotKey("60", "material_check", unit_id(workspace))
    submit_slots(workspace, [slot])
    returned = ReviewDecision.RETURNED
    *_, decision = decide(
        workspace,
        [
            Ruling(slot, returned, item=item, reasons=("illegible",)),
            Ruling(slot, returned, point=2, note="缺2021年"),
            Ruling(slot, returned, reasons=("missing",)),
        ],
    )
    notice = open_for_return(workspace, decision, deadline="2026-08-01")
    row = find_notice(register(workspace), notice)
    assert row.notice.problem == (
        "缺少要点要求的材料\n要点2：缺2021年\n《总结》：扫描件或照片不清晰"
    )
    assert (row.notice.indicator, row.notice.task_code) == ("60", "material_check")
    assert row.notice.review == decision
    reply(workspace, notice, ReplyEdit(evidence=(item,)))
    assert register(workspace)[0].evidence == ("总结",)
    submit_slots(workspace, [slot])
    with pytest.raises(NotReturned):
        open_for_return(workspace, decision)
    with pytest.raises(NotReturned):
        open_for_return(workspace, "没有")


def test_the_register_is_narrowed_and_counted(workspace):
    late = opened(workspace, deadline="2026-07-01")
    opened(workspace, unit_id=unit_id(workspace, "县公安局"), indicator="63", deadline="2026-07-09")
    done = opened(workspace)
    close_notice(workspace, done, "并入别的问题", despite=True)
    rows = register(workspace)
    counts = counts_of(rows)
    assert (counts.total, counts.open, counts.closed, counts.overdue) == (3, 2, 1, 2)
    assert counts.percent == 33
    assert [row.notice.number for row in due_first(rows)] == [1, 2, 3]
    shown = [row for row in rows if RegisterFilter(unit=UNIT, overdue=True).admits(row)]
    assert [row.notice.id for row in shown] == [late]
    closed = RegisterFilter(state=NoticeState.CLOSED)
    assert [row.notice.id for row in rows if closed.admits(row)] == [done]


def test_a_unit_replies_for_itself_and_closes_nothing(tmp_path, framework):
    with make_workspace(tmp_path / "单位", framework, UNIT) as own:
        with pytest.raises(OfficeOnly):
            opened(own)
        with own.database.writing() as work:
            for n, name in enumerate((UNIT, "县公安局"), 1):
                work.session.add(
                    RectificationNotice(
                        id=f"n{n}",
                        number=n,
                        unit_id=unit_id(own, name),
                        indicator_code="60",
                        problem="缺",
                        found_on="2026-03-01",
                        found_by="创建办",
                        created_at=NOON,
                        changed_at=NOON,
                    )
                )
            work.commit()
        reply(own, "n1", ReplyEdit(measure="补"))
        with pytest.raises(UnitOnly):
            reply(own, "n2", ReplyEdit(measure="补"))
        with pytest.raises(OfficeOnly):
            close_notice(own, "n1")
        with own.database.reading() as session:
            (row,) = session.query(RectificationReply).all()
        assert not row.by_office


def test_the_units_own_reply_comes_before_the_offices(workspace):
    notice = opened(workspace)
    reply(workspace, notice, ReplyEdit(measure="创建办代填"))
    with workspace.database.writing() as work:
        work.session.add(
            RectificationReply(
                id="来自单位",
                notice_id=notice,
                unit_id=unit_id(workspace),
                measure="单位自己填",
                replied_by="联络员",
                changed_at=NOON,
            )
        )
        work.commit()
    (row,) = register(workspace)
    assert row.reply is not None
    assert row.reply.measure == "单位自己填"


days = st.none() | st.dates(date(2026, 6, 1), date(2026, 8, 1))


@given(
    deadline=days,
    done=days,
    measure=st.sampled_from(["", "补"]),
    verdict=st.none() | st.sampled_from(list(ReviewDecision)),
    judged=st.sampled_from([None, ("r", 1), ("r", 2)]),
    today=st.dates(date(2026, 6, 1), date(2026, 8, 1)),
)
def test_states_and_delay_agree(deadline, done, measure, verdict, judged, today):
    notice = NoticeRow(
        "n", 1, "u", UNIT, "60", None, None, None, None, "缺", "", today, "创建办", deadline,
        verdict, judged=judged,
    )  # fmt: skip
    mine = ReplyRow("r", "n", False, measure, "", done, (), "联络员", NOON, 2)
    proxied = ReplyRow("o", "n", True, "代", "", done, (), "创建办", NOON, 9)
    assert valid_reply([proxied, mine]) is mine
    state, late = state_of(notice, mine), days_overdue(notice, mine, today)
    if state is NoticeState.CLOSED:
        assert verdict is ReviewDecision.ACCEPTED
    if state is NoticeState.TO_VERIFY:
        assert done is not None
        assert not (verdict is ReviewDecision.RETURNED and judged == ("r", 2))
    if late:
        assert deadline is not None
        assert state is not NoticeState.CLOSED
        assert late == ((done if state is NoticeState.TO_VERIFY else today) - deadline).days
