"""From the database to the frozen rows of the register (整改台账)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.rectification.states import (
    NoticeRow,
    ReplyRow,
    days_overdue,
    sent_back,
    state_of,
    valid_reply,
)
from app.rectification.vocabulary import NoticeState
from app.review.listing import item_titles
from models import EvidenceItem, RectificationNotice, RectificationReply, Unit

#: So many values are put into one question; more are picked out of the answer.
_FEW = 500


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A line of the register: the problem, the reply that counts, and how far it is.

    ``evidence`` are the titles of the items that prove the closing.
    """

    notice: NoticeRow
    reply: ReplyRow | None
    state: NoticeState
    sent_back: bool
    days_overdue: int
    evidence: tuple[str, ...]

    @property
    def overdue(self) -> bool:
        """True if the unit is late."""
        return self.days_overdue > 0


def read_register(
    session: Session, today: date, unit_id: str | None = None
) -> tuple[RegisterRow, ...]:
    """Every notice that was not taken back, by its number; ``unit_id`` keeps to one unit."""
    query = select(RectificationNotice, Unit.name).join(
        Unit, Unit.id == RectificationNotice.unit_id
    )
    query = query.where(RectificationNotice.removed_at.is_(None))
    if unit_id is not None:
        query = query.where(RectificationNotice.unit_id == unit_id)
    replies = _replies(session)
    notices = [
        notice_row(row, unit)
        for row, unit in session.execute(
            query.order_by(RectificationNotice.number, RectificationNotice.id)
        )
    ]
    valid = {notice.id: valid_reply(replies.get(notice.id, ())) for notice in notices}
    items = {item for reply in valid.values() if reply is not None for item in reply.evidence}
    titles, owners = item_titles(session, items), _owners(session, items)
    return tuple(
        _register_row(notice, valid[notice.id], titles, owners, today) for notice in notices
    )


def notice_row(row: RectificationNotice, unit: str) -> NoticeRow:
    """A stored notice as a frozen row."""
    judged = None
    if row.judged_reply_id is not None and row.judged_reply_version is not None:
        judged = (row.judged_reply_id, row.judged_reply_version)
    return NoticeRow(
        row.id,
        row.number,
        row.unit_id,
        unit,
        row.indicator_code,
        row.task_code,
        row.point_number,
        row.item_id,
        row.review_id,
        row.problem,
        row.demand,
        _day(row.found_on) or row.created_at.date(),
        row.found_by,
        _day(row.deadline),
        row.verdict,
        row.verdict_note,
        row.verdict_by,
        row.verdict_at,
        judged,
    )


def reply_row(row: RectificationReply) -> ReplyRow:
    """A stored reply as a frozen row."""
    return ReplyRow(
        row.id,
        row.notice_id,
        row.by_office,
        row.measure,
        row.person,
        _day(row.done_on),
        tuple(row.evidence),
        row.replied_by,
        row.changed_at,
        row.version,
    )


def _replies(session: Session) -> Mapping[str, list[ReplyRow]]:
    query = select(RectificationReply).where(RectificationReply.removed_at.is_(None))
    found: dict[str, list[ReplyRow]] = defaultdict(list)
    for row in session.scalars(query):
        found[row.notice_id].append(reply_row(row))
    return found


def _owners(session: Session, items: Collection[str]) -> Mapping[str, str]:
    """The unit of each item: a reply could name another unit's item, and so show its title."""
    query = select(EvidenceItem.id, EvidenceItem.unit_id)
    if len(items) <= _FEW:
        query = query.where(EvidenceItem.id.in_(items))
    return {item: unit for item, unit in session.execute(query) if item in items}


def _register_row(
    notice: NoticeRow,
    reply: ReplyRow | None,
    titles: Mapping[str, str],
    owners: Mapping[str, str],
    today: date,
) -> RegisterRow:
    evidence = reply.evidence if reply is not None else ()
    if reply is not None and not reply.by_office:
        evidence = tuple(item for item in evidence if owners.get(item) == notice.unit_id)
    return RegisterRow(
        notice,
        reply,
        state_of(notice, reply),
        sent_back(notice, reply),
        days_overdue(notice, reply, today),
        tuple(titles[item] for item in evidence if item in titles),
    )


def _day(text: str) -> date | None:
    """The day, or None; also for one that cannot be read, which the check of a workspace tells."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
