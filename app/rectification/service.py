"""Opening notices, replying, judging. Office and unit never write the same row."""

from dataclasses import dataclass

from sqlalchemy import func, select

from app.evidence.errors import ItemUnknown
from app.framework.keys import SlotKey, UnitId
from app.rectification.days import stated_day
from app.rectification.errors import (
    NoticeClosed,
    NoticeIncomplete,
    NoticeNotReplied,
    NoticeUnknown,
    NotReturned,
    ProblemWordless,
)
from app.rectification.reading import notice_row, reply_row
from app.rectification.returned import describe_returned
from app.rectification.states import ReplyRow, lacking, state_of, valid_reply
from app.rectification.stored import grow, live_notice, own_reply
from app.rectification.verdicts import Verdict, lying, put_into, verdict_of
from app.rectification.vocabulary import NoticeState
from app.review.listing import returned_rows
from app.unit_of_work import UnitOfWork
from app.workspace.access import demand_office, demand_own, is_office
from app.workspace.opening import Workspace
from models import EvidenceItem, RectificationNotice, RectificationReply, Review
from models.vocabulary import ReviewDecision


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """A problem to be put right. Days are as people write them; found today if it is not said."""

    unit_id: UnitId
    indicator: str
    problem: str
    demand: str = ""
    deadline: str = ""
    task_code: str | None = None
    point: int | None = None
    item: str | None = None
    review: str | None = None
    found_on: str = ""
    found_by: str = ""


@dataclass(frozen=True, slots=True)
class NoticeEdit:
    """Changes to a notice; None leaves a field as it is."""

    problem: str | None = None
    demand: str | None = None
    deadline: str | None = None
    found_on: str | None = None
    found_by: str | None = None


@dataclass(frozen=True, slots=True)
class ReplyEdit:
    """What a unit says about a notice; None leaves a field as it is.

    ``done_on`` "" takes the statement back that the work is done.
    """

    measure: str | None = None
    person: str | None = None
    done_on: str | None = None
    evidence: tuple[str, ...] | None = None


def open_notice(workspace: Workspace, draft: NoticeDraft) -> str:
    """Put a problem into the register; returns the notice's id.

    Raises:
        OfficeOnly: the workspace is a unit's.
        ProblemWordless: it names no problem.
        DayNotUnderstood: a day is none, or the day of finding lies ahead.
        IndicatorUnknown, MethodNotRequired, PointUnknown: there is no such place.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        notice = open_notice_in(work, workspace, draft)
        work.commit()
    return notice


def open_notice_in(work: UnitOfWork, workspace: Workspace, draft: NoticeDraft) -> str:
    """``open_notice`` within a unit of work."""
    demand_office(workspace)
    today = workspace.today()
    problem = draft.problem.strip()
    if not problem:
        raise ProblemWordless
    framework = workspace.facts.framework
    indicator = framework.indicator(draft.indicator)
    if draft.task_code is not None:
        framework.task(indicator.code, draft.task_code)
        if draft.point is not None:
            framework.point(indicator.code, draft.task_code, draft.point)
    found_on = stated_day(draft.found_on, today) or today.isoformat()
    deadline = stated_day(draft.deadline)
    last = work.session.scalar(select(func.max(RectificationNotice.number)))
    row = RectificationNotice(
        number=(last or 0) + 1,
        unit_id=draft.unit_id,
        indicator_code=indicator.code,
        task_code=draft.task_code,
        point_number=draft.point,
        item_id=draft.item,
        review_id=draft.review,
        problem=problem,
        demand=draft.demand.strip(),
        found_on=found_on,
        found_by=draft.found_by.strip() or work.actor,
        deadline=deadline,
        created_at=work.now,
        changed_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    work.record(
        "notice.opened",
        row.id,
        number=row.number,
        indicator=row.indicator_code,
        unit=row.unit_id,
        problem=problem,
        deadline=deadline,
    )
    return row.id


def open_for_return(
    workspace: Workspace, decision_id: str, *, deadline: str = "", demand: str = ""
) -> str:
    """Open a notice for a slot that was returned, with all that was said on returning it.

    Raises:
        NotReturned: no slot is returned by this decision.
        OfficeOnly, DayNotUnderstood, WorkspaceReadOnly: see ``open_notice``.
    """
    with workspace.database.writing() as work:
        notice = open_for_return_in(work, workspace, decision_id, deadline=deadline, demand=demand)
        work.commit()
    return notice


def open_for_return_in(
    work: UnitOfWork,
    workspace: Workspace,
    decision_id: str,
    *,
    deadline: str = "",
    demand: str = "",
) -> str:
    """``open_for_return`` within a unit of work."""
    review = work.session.get(Review, decision_id)
    if review is None:
        raise NotReturned(decision_id)
    slot = SlotKey(review.indicator_code, review.task_code, review.unit_id)
    came_back = [
        row
        for row in returned_rows(work.session, workspace.facts.framework, slot.unit_id)
        if row.slot == slot
    ]
    if not any(row.decision == decision_id for row in came_back):
        raise NotReturned(decision_id)
    problem = describe_returned((r.point, r.title, r.reasons) for r in came_back)
    draft = NoticeDraft(
        slot.unit_id,
        slot.indicator,
        problem,
        demand,
        deadline,
        task_code=slot.task_code,
        review=decision_id,
    )
    return open_notice_in(work, workspace, draft)


def edit_notice(workspace: Workspace, notice_id: str, edit: NoticeEdit) -> None:
    """Change a notice of the office.

    Raises:
        NoticeUnknown: there is no such notice.
        OfficeOnly, ProblemWordless, DayNotUnderstood, WorkspaceReadOnly: see ``open_notice``.
    """
    with workspace.database.writing() as work:
        write_edit(work, workspace, notice_id, edit)
        work.commit()


def write_edit(
    work: UnitOfWork, workspace: Workspace, notice_id: str, edit: NoticeEdit
) -> NoticeEdit:
    """Change a notice within a unit of work; returns the edit that takes this one back.

    Raises as ``edit_notice``.
    """
    demand_office(workspace)
    if edit.problem is not None and not edit.problem.strip():
        raise ProblemWordless
    changes = {
        "problem": _stripped(edit.problem),
        "demand": _stripped(edit.demand),
        "deadline": None if edit.deadline is None else stated_day(edit.deadline),
        "found_on": stated_day(edit.found_on, workspace.today()) if edit.found_on else None,
        "found_by": _stripped(edit.found_by) or None,
    }
    row = live_notice(work, notice_id)
    told: dict[str, list[str]] = {}
    for name, value in changes.items():
        if value is not None and value != getattr(row, name):
            told[name] = [getattr(row, name), value]
            setattr(row, name, value)
    if told:
        grow(work, row)
        work.record("notice.edited", row.id, number=row.number, changes=told)
    return NoticeEdit(**{name: before for name, (before, _) in told.items()})


def reply(workspace: Workspace, notice_id: str, edit: ReplyEdit) -> None:
    """Say what is done about a notice; in the office's workspace in the unit's stead.

    Raises:
        NoticeUnknown: there is no such notice.
        UnitOnly: it is another unit's.
        NoticeClosed: the problem is closed.
        DayNotUnderstood: the day is none, or lies ahead.
        ItemUnknown: an item of the evidence does not exist.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        write_reply(work, workspace, notice_id, edit)
        work.commit()


def write_reply(
    work: UnitOfWork, workspace: Workspace, notice_id: str, edit: ReplyEdit
) -> ReplyEdit | None:
    """Store a reply within a unit of work; returns what this side had replied, None for nothing.

    Raises as ``reply``.
    """
    done_on = None if edit.done_on is None else stated_day(edit.done_on, workspace.today())
    notice = live_notice(work, notice_id)
    demand_own(workspace, notice.unit_id)
    if notice.verdict is ReviewDecision.ACCEPTED:
        raise NoticeClosed(notice.number)
    for item in edit.evidence or ():
        if work.session.get(EvidenceItem, item) is None:
            raise ItemUnknown(item)
    row = own_reply(work, notice, by_office=is_office(workspace))
    before = ReplyEdit(row.measure, row.person, row.done_on, tuple(row.evidence))
    there = row.version > 0 and row.removed_at is None
    row.measure = row.measure if edit.measure is None else edit.measure.strip()
    row.person = row.person if edit.person is None else edit.person.strip()
    row.done_on = row.done_on if done_on is None else done_on
    if edit.evidence is not None:
        row.evidence = list(dict.fromkeys(edit.evidence))
    row.replied_by, row.removed_at = work.actor, None
    grow(work, row)
    work.record(
        "notice.replied",
        notice.id,
        number=notice.number,
        measure=row.measure,
        person=row.person,
        done_on=row.done_on,
        evidence=row.evidence,
        office=row.by_office,
    )
    return before if there else None


def close_notice(
    workspace: Workspace, notice_id: str, note: str = "", *, despite: bool = False
) -> Verdict:
    """Accept that a problem is solved (销号); returns the verdict that was there before.

    ``despite``: also if the measure, the person or the evidence is lacking; ``note`` then says
    why, and the log names what was lacking.

    Raises:
        NoticeIncomplete: something is lacking, and it was not said that and why it may be.
        NoticeUnknown, NoticeClosed: there is none, or it is closed already.
        OfficeOnly, WorkspaceReadOnly: see ``open_notice``.
    """
    return _judge(workspace, notice_id, ReviewDecision.ACCEPTED, note, despite=despite)


def send_back(workspace: Workspace, notice_id: str, note: str) -> Verdict:
    """Ask for more than was replied (退回整改); returns the verdict that was there before.

    Raises:
        NoticeNotReplied: no reply waits for a verdict.
        NoticeUnknown, NoticeClosed, OfficeOnly, WorkspaceReadOnly: see ``close_notice``.
    """
    return _judge(workspace, notice_id, ReviewDecision.RETURNED, note)


def reopen_notice(workspace: Workspace, notice_id: str) -> Verdict:
    """Take the verdict on a notice back, and return it. Raises as ``edit_notice``."""
    demand_office(workspace)
    with workspace.database.writing() as work:
        row = live_notice(work, notice_id)
        before = verdict_of(row)
        if row.verdict is None:
            return before
        put_into(row, Verdict())
        grow(work, row)
        work.record("notice.reopened", row.id, number=row.number)
        work.commit()
        return before


def put_verdict(workspace: Workspace, notice_id: str, verdict: Verdict) -> None:
    """Let the verdict on a notice be as it was before it was judged or reopened.

    Raises as ``edit_notice``.
    """
    demand_office(workspace)
    with workspace.database.writing() as work:
        row = live_notice(work, notice_id)
        put_into(row, verdict)
        grow(work, row)
        actions = {
            None: "notice.reopened",
            ReviewDecision.ACCEPTED: "notice.closed",
            ReviewDecision.RETURNED: "notice.sent_back",
        }
        work.record(actions[verdict.decision], row.id, number=row.number, note=verdict.note)
        work.commit()


def remove_notice(workspace: Workspace, notice_id: str) -> None:
    """Take a notice out of the register; its number is not given again.

    Raises:
        NoticeUnknown: there is no such notice.
        OfficeOnly, WorkspaceReadOnly: see ``open_notice``.
    """
    _set_removed(workspace, notice_id, removed=True)


def restore_notice(workspace: Workspace, notice_id: str) -> None:
    """Undo ``remove_notice``; raises as it does."""
    _set_removed(workspace, notice_id, removed=False)


def _judge(
    workspace: Workspace,
    notice_id: str,
    verdict: ReviewDecision,
    note: str,
    *,
    despite: bool = False,
) -> Verdict:
    demand_office(workspace)
    with workspace.database.writing() as work:
        row = live_notice(work, notice_id)
        if row.verdict is ReviewDecision.ACCEPTED:
            raise NoticeClosed(row.number)
        before = verdict_of(row)
        valid = _valid_reply(work, row)
        state = state_of(notice_row(row, ""), valid)
        accepted = verdict is ReviewDecision.ACCEPTED
        if not accepted and state is not NoticeState.TO_VERIFY:
            raise NoticeNotReplied(row.number, state)
        lacks = lacking(valid, lying(work.session, valid, row.unit_id)) if accepted else ()
        if lacks and not (despite and note.strip()):
            raise NoticeIncomplete(row.number, lacks)
        now = Verdict(
            verdict,
            note.strip(),
            work.actor,
            work.now,
            (valid.id, valid.version) if valid else None,
        )
        put_into(row, now)
        grow(work, row)
        action = "notice.closed" if accepted else "notice.sent_back"
        told = {"lacking": [lack.value for lack in lacks]} if lacks else {}
        work.record(action, row.id, number=row.number, note=row.verdict_note, **told)
        work.commit()
        return before


def _set_removed(workspace: Workspace, notice_id: str, *, removed: bool) -> None:
    with workspace.database.writing() as work:
        set_removed_in(work, workspace, notice_id, removed=removed)
        work.commit()


def set_removed_in(
    work: UnitOfWork, workspace: Workspace, notice_id: str, *, removed: bool
) -> None:
    """``remove_notice`` or ``restore_notice`` within a unit of work."""
    demand_office(workspace)
    row = work.session.get(RectificationNotice, notice_id)
    if row is None:
        raise NoticeUnknown(notice_id)
    if (row.removed_at is not None) == removed:
        return
    row.removed_at = work.now if removed else None
    grow(work, row)
    action = "notice.removed" if removed else "notice.restored"
    work.record(action, row.id, number=row.number)


def _valid_reply(work: UnitOfWork, notice: RectificationNotice) -> ReplyRow | None:
    query = select(RectificationReply).where(
        RectificationReply.notice_id == notice.id, RectificationReply.removed_at.is_(None)
    )
    return valid_reply(reply_row(row) for row in work.session.scalars(query))


def _stripped(text: str | None) -> str | None:
    return None if text is None else text.strip()
