"""Opening notices, replying, judging. The office and a unit never write the same row."""

import uuid
from dataclasses import dataclass

from sqlalchemy import func, select

from app.intake.errors import ItemUnknown
from app.intake.stamps import today_of
from app.rectification.days import stated_day
from app.rectification.errors import (
    NoticeClosed,
    NoticeNotReplied,
    NoticeUnknown,
    NotReturned,
    ProblemWordless,
)
from app.rectification.reading import notice_row, reply_row
from app.rectification.states import ReplyRow, state_of, valid_reply
from app.rectification.vocabulary import NoticeState
from app.review.access import demand_office, demand_own, is_office
from app.review.basis import SlotKey
from app.review.listing import returned_rows
from app.unit_of_work import UnitOfWork
from app.wording.review import describe_returned
from app.workspace.opening import Workspace
from models import EvidenceItem, RectificationNotice, RectificationReply, Review
from models.vocabulary import ReviewDecision, VerificationMethod

_NAMESPACE = uuid.UUID("0192b6d0-51a7-7c3e-8f21-5d0c3b7e9a42")


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """A problem to be put right. Days are as people write them; found today if it is not said."""

    unit_id: str
    indicator: str
    problem: str
    demand: str = ""
    deadline: str = ""
    method: VerificationMethod | None = None
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
    demand_office(workspace)
    today = today_of(workspace)
    problem = draft.problem.strip()
    if not problem:
        raise ProblemWordless
    indicator = workspace.facts.framework.indicator(draft.indicator)
    if draft.method is not None:
        indicator.task(draft.method)
        if draft.point is not None:
            indicator.point(draft.method, draft.point)
    found_on = stated_day(draft.found_on, today) or today.isoformat()
    deadline = stated_day(draft.deadline)
    with workspace.database.writing() as work:
        last = work.session.scalar(select(func.max(RectificationNotice.number)))
        row = RectificationNotice(
            number=(last or 0) + 1,
            unit_id=draft.unit_id,
            indicator_code=indicator.code,
            method=draft.method,
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
        work.commit()
        return row.id


def open_for_return(
    workspace: Workspace, decision_id: str, *, deadline: str = "", demand: str = ""
) -> str:
    """Open a notice for a slot that was returned, with all that was said on returning it.

    Raises:
        NotReturned: no slot is returned by this decision.
        OfficeOnly, DayNotUnderstood, WorkspaceReadOnly: see ``open_notice``.
    """
    with workspace.database.reading() as session:
        review = session.get(Review, decision_id)
        if review is None:
            raise NotReturned(decision_id)
        slot = SlotKey(review.indicator_code, review.method, review.unit_id)
        came_back = [row for row in returned_rows(session, slot.unit_id) if row.slot == slot]
    if not any(row.decision == decision_id for row in came_back):
        raise NotReturned(decision_id)
    problem = describe_returned((r.point, r.title, r.reasons) for r in came_back)
    return open_notice(
        workspace,
        NoticeDraft(
            slot.unit_id,
            slot.indicator,
            problem,
            demand,
            deadline,
            method=slot.method,
            review=decision_id,
        ),
    )


def edit_notice(workspace: Workspace, notice_id: str, edit: NoticeEdit) -> None:
    """Change a notice of the office.

    Raises:
        NoticeUnknown: there is no such notice.
        OfficeOnly, ProblemWordless, DayNotUnderstood, WorkspaceReadOnly: see ``open_notice``.
    """
    demand_office(workspace)
    if edit.problem is not None and not edit.problem.strip():
        raise ProblemWordless
    changes = {
        "problem": _stripped(edit.problem),
        "demand": _stripped(edit.demand),
        "deadline": None if edit.deadline is None else stated_day(edit.deadline),
        "found_on": stated_day(edit.found_on, today_of(workspace)) if edit.found_on else None,
        "found_by": _stripped(edit.found_by) or None,
    }
    with workspace.database.writing() as work:
        row = _notice(work, notice_id)
        told: dict[str, list[str]] = {}
        for name, value in changes.items():
            if value is not None and value != getattr(row, name):
                told[name] = [getattr(row, name), value]
                setattr(row, name, value)
        if told:
            _touch(work, row)
            work.record("notice.edited", row.id, number=row.number, changes=told)
            work.commit()


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
    done_on = None if edit.done_on is None else stated_day(edit.done_on, today_of(workspace))
    with workspace.database.writing() as work:
        notice = _notice(work, notice_id)
        demand_own(workspace, notice.unit_id)
        if notice.verdict is ReviewDecision.ACCEPTED:
            raise NoticeClosed(notice.number)
        for item in edit.evidence or ():
            if work.session.get(EvidenceItem, item) is None:
                raise ItemUnknown(item)
        row = _own_reply(work, notice, by_office=is_office(workspace))
        row.measure = row.measure if edit.measure is None else edit.measure.strip()
        row.person = row.person if edit.person is None else edit.person.strip()
        row.done_on = row.done_on if done_on is None else done_on
        if edit.evidence is not None:
            row.evidence = list(dict.fromkeys(edit.evidence))
        row.replied_by, row.removed_at = work.actor, None
        _touch(work, row)
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
        work.commit()


def close_notice(workspace: Workspace, notice_id: str, note: str = "") -> None:
    """Accept that a problem is solved (销号), with or without a reply.

    Raises:
        NoticeUnknown, NoticeClosed: there is none, or it is closed already.
        OfficeOnly, WorkspaceReadOnly: see ``open_notice``.
    """
    _judge(workspace, notice_id, ReviewDecision.ACCEPTED, note)


def send_back(workspace: Workspace, notice_id: str, note: str) -> None:
    """Ask for more than was replied (退回整改).

    Raises:
        NoticeNotReplied: no reply waits for a verdict.
        NoticeUnknown, NoticeClosed, OfficeOnly, WorkspaceReadOnly: see ``close_notice``.
    """
    _judge(workspace, notice_id, ReviewDecision.RETURNED, note)


def reopen_notice(workspace: Workspace, notice_id: str) -> None:
    """Take the verdict on a notice back. Raises as ``edit_notice``."""
    demand_office(workspace)
    with workspace.database.writing() as work:
        row = _notice(work, notice_id)
        if row.verdict is None:
            return
        row.verdict, row.verdict_at, row.judged_reply_id, row.judged_reply_version = (None,) * 4
        row.verdict_note = row.verdict_by = ""
        _touch(work, row)
        work.record("notice.reopened", row.id, number=row.number)
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


def _judge(workspace: Workspace, notice_id: str, verdict: ReviewDecision, note: str) -> None:
    demand_office(workspace)
    with workspace.database.writing() as work:
        row = _notice(work, notice_id)
        if row.verdict is ReviewDecision.ACCEPTED:
            raise NoticeClosed(row.number)
        valid = _valid_reply(work, row)
        state = state_of(notice_row(row, ""), valid)
        if verdict is ReviewDecision.RETURNED and state is not NoticeState.TO_VERIFY:
            raise NoticeNotReplied(row.number, state)
        row.verdict, row.verdict_note = verdict, note.strip()
        row.verdict_by, row.verdict_at = work.actor, work.now
        row.judged_reply_id = valid.id if valid else None
        row.judged_reply_version = valid.version if valid else None
        _touch(work, row)
        accepted = verdict is ReviewDecision.ACCEPTED
        action = "notice.closed" if accepted else "notice.sent_back"
        work.record(action, row.id, number=row.number, note=row.verdict_note)
        work.commit()


def _set_removed(workspace: Workspace, notice_id: str, *, removed: bool) -> None:
    demand_office(workspace)
    with workspace.database.writing() as work:
        row = work.session.get(RectificationNotice, notice_id)
        if row is None:
            raise NoticeUnknown(notice_id)
        if (row.removed_at is not None) == removed:
            return
        row.removed_at = work.now if removed else None
        _touch(work, row)
        action = "notice.removed" if removed else "notice.restored"
        work.record(action, row.id, number=row.number)
        work.commit()


def _notice(work: UnitOfWork, notice_id: str) -> RectificationNotice:
    row = work.session.get(RectificationNotice, notice_id)
    if row is None or row.removed_at is not None:
        raise NoticeUnknown(notice_id)
    return row


def _own_reply(
    work: UnitOfWork, notice: RectificationNotice, *, by_office: bool
) -> RectificationReply:
    """The reply of this side; the id is the same wherever it is made."""
    side = "office" if by_office else "unit"
    reply_id = str(uuid.uuid5(_NAMESPACE, f"{notice.id}/{side}"))
    row = work.session.get(RectificationReply, reply_id)
    if row is None:
        row = RectificationReply(
            id=reply_id,
            notice_id=notice.id,
            unit_id=notice.unit_id,
            by_office=by_office,
            measure="",
            person="",
            done_on="",
            evidence=[],
            version=0,
        )
        work.session.add(row)
    return row


def _valid_reply(work: UnitOfWork, notice: RectificationNotice) -> ReplyRow | None:
    query = select(RectificationReply).where(
        RectificationReply.notice_id == notice.id, RectificationReply.removed_at.is_(None)
    )
    return valid_reply(reply_row(row) for row in work.session.scalars(query))


def _touch(work: UnitOfWork, row: RectificationNotice | RectificationReply) -> None:
    row.version += 1
    row.changed_at = work.now


def _stripped(text: str | None) -> str | None:
    return None if text is None else text.strip()
