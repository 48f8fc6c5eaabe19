"""The stored rows of a notice: found, made, and given a new version."""

import uuid

from app.rectification.errors import NoticeUnknown
from app.unit_of_work import UnitOfWork
from models import RectificationNotice, RectificationReply

_NAMESPACE = uuid.UUID("0192b6d0-51a7-7c3e-8f21-5d0c3b7e9a42")


def own_reply(
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


def live_notice(work: UnitOfWork, notice_id: str) -> RectificationNotice:
    """A notice that was not removed. Raises ``NoticeUnknown``."""
    row = work.session.get(RectificationNotice, notice_id)
    if row is None or row.removed_at is not None:
        raise NoticeUnknown(notice_id)
    return row


def grow(work: UnitOfWork, row: RectificationNotice | RectificationReply) -> None:
    """Note that a row changed."""
    row.version += 1
    row.changed_at = work.now
