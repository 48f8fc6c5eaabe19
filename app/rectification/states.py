"""How far a problem is solved, and whether it is overdue. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from app.framework.keys import UnitId
from app.rectification.vocabulary import Lack, NoticeState
from models.vocabulary import ReviewDecision


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A problem as the office wrote it; ``judged`` is the reply and version of the verdict."""

    id: str
    number: int
    unit_id: UnitId
    unit: str
    indicator: str
    task_code: str | None
    point: int | None
    item: str | None
    review: str | None
    problem: str
    demand: str
    found_on: date
    found_by: str
    deadline: date | None
    verdict: ReviewDecision | None = None
    verdict_note: str = ""
    verdict_by: str = ""
    verdict_at: datetime | None = None
    judged: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """What the unit does about it; ``done_on`` is None while the work goes on."""

    id: str
    notice: str
    by_office: bool
    measure: str
    person: str
    done_on: date | None
    evidence: tuple[str, ...]
    by: str
    at: datetime
    version: int


def valid_reply(replies: Iterable[ReplyRow]) -> ReplyRow | None:
    """The reply that counts: the unit's own, otherwise the one the office entered for it."""
    return min(replies, key=lambda reply: reply.by_office, default=None)


def state_of(notice: NoticeRow, reply: ReplyRow | None) -> NoticeState:
    """How far a problem is; a reply that was sent back is worked on until it changes."""
    if notice.verdict is ReviewDecision.ACCEPTED:
        return NoticeState.CLOSED
    if reply is None or not (reply.measure or reply.person or reply.done_on):
        return NoticeState.OPEN
    if reply.done_on is None or sent_back(notice, reply):
        return NoticeState.IN_PROGRESS
    return NoticeState.TO_VERIFY


def sent_back(notice: NoticeRow, reply: ReplyRow | None) -> bool:
    """True if the office did not accept the present reply."""
    returned = notice.verdict is ReviewDecision.RETURNED
    return returned and reply is not None and notice.judged == (reply.id, reply.version)


def days_overdue(notice: NoticeRow, reply: ReplyRow | None, today: date) -> int:
    """Days since the deadline; 0 if it is not past, or the unit has done its part.

    What was done in time waits for the office and is not the unit's delay.
    """
    state = state_of(notice, reply)
    if notice.deadline is None or state is NoticeState.CLOSED:
        return 0
    done = reply.done_on if reply is not None and state is NoticeState.TO_VERIFY else None
    return max(0, ((done or today) - notice.deadline).days)


def lacking(reply: ReplyRow | None, evidence: int) -> tuple[Lack, ...]:
    """What is not there to close a problem with; ``evidence`` counts the items that still exist."""
    lacks = (
        (Lack.MEASURE, reply is None or not reply.measure.strip()),
        (Lack.PERSON, reply is None or not reply.person.strip()),
        (Lack.EVIDENCE, not evidence),
    )
    return tuple(lack for lack, absent in lacks if absent)
