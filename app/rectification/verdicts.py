"""The verdict on a notice as one value, so that it can be restored as it was."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.rectification.states import ReplyRow
from models import EvidenceItem, RectificationNotice
from models.vocabulary import ReviewDecision


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the office found about a reply; ``judged`` is the reply and its version."""

    decision: ReviewDecision | None = None
    note: str = ""
    by: str = ""
    at: datetime | None = None
    judged: tuple[str, int] | None = None


def verdict_of(row: RectificationNotice) -> Verdict:
    """The verdict that stands in a row."""
    judged = None
    if row.judged_reply_id is not None and row.judged_reply_version is not None:
        judged = (row.judged_reply_id, row.judged_reply_version)
    return Verdict(row.verdict, row.verdict_note, row.verdict_by, row.verdict_at, judged)


def put_into(row: RectificationNotice, verdict: Verdict) -> None:
    """Let this verdict stand in a row."""
    row.verdict, row.verdict_note = verdict.decision, verdict.note
    row.verdict_by, row.verdict_at = verdict.by, verdict.at
    row.judged_reply_id, row.judged_reply_version = verdict.judged or (None, None)


def lying(session: Session, reply: ReplyRow | None, unit_id: str) -> int:
    """How many items of a reply's evidence still exist and are not in the recycle bin.

    A unit can prove something by its own items only; the office may name any.
    """
    if reply is None or not reply.evidence:
        return 0
    query = select(func.count()).where(
        EvidenceItem.id.in_(reply.evidence),
        EvidenceItem.removed_at.is_(None),
    )
    if not reply.by_office:
        query = query.where(EvidenceItem.unit_id == unit_id)
    return session.scalar(query) or 0
