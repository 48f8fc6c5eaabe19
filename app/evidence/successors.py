"""A new revision made of an earlier one; what was judged stays as it was seen."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.evidence.digests import read_digests
from app.unit_of_work import UnitOfWork
from models import Attachment, EvidenceItem, ItemRevision, Placement, Review
from models.base import new_id
from models.vocabulary import ReviewDecision

_KEPT = (
    "blob_sha256",
    "file_name",
    "file_modified_at",
    "title",
    "doc_number",
    "issuer",
    "doc_date",
    "copies",
    "remark",
)


def attachment_again(part: Attachment) -> Attachment:
    """The same second file for another revision."""
    return Attachment(
        id=new_id(),
        position=part.position,
        role=part.role,
        blob_sha256=part.blob_sha256,
        file_name=part.file_name,
        problems=part.problems,
    )


def add_successor(work: UnitOfWork, item: EvidenceItem, old: ItemRevision) -> ItemRevision:
    """Add a revision that says what an earlier one says, and make it the current one."""
    last = work.session.scalar(
        select(func.max(ItemRevision.number)).where(ItemRevision.item_id == item.id)
    )
    # Read before there is a new one: reading flushes, and it is not whole yet.
    parts = [attachment_again(part) for part in old.attachments]
    new = ItemRevision(
        id=new_id(),
        item=item,
        number=(last or 0) + 1,
        guesses=dict(old.guesses),
        problems=list(old.problems),
        binding=dict(old.binding),
        origin=dict(old.origin),
        created_at=work.now,
        created_by=work.actor,
        **{name: getattr(old, name) for name in _KEPT},
    )
    new.attachments = parts
    work.session.add(new)
    item.current_revision = new.number
    work.session.flush()
    return new


def to_change(work: UnitOfWork, item: EvidenceItem, revision: ItemRevision) -> ItemRevision:
    """The revision whose description may be changed.

    What the office returned stays as it was seen, so that the answer can be laid beside it: the
    change is made in a successor.
    """
    if not _is_returned(work.session, item.id, revision.number):
        return revision
    return add_successor(work, item, revision)


def _is_returned(session: Session, item_id: str, number: int) -> bool:
    slots = _slots(session, item_id)
    if not slots:
        return False
    query = select(Review.indicator_code, Review.task_code, Review.unit_id, Review.basis).where(
        Review.decision == ReviewDecision.RETURNED,
        Review.removed_at.is_(None),
        Review.indicator_code.in_({slot[0] for slot in slots}),
    )
    seen = {
        digest
        for *slot, basis in session.execute(query)
        if tuple(slot) in slots
        for item, _, digest in basis
        if item == item_id
    }
    return bool(seen) and read_digests(session, item_id).get(number) in seen


def _slots(session: Session, item_id: str) -> set[tuple[str, str, str]]:
    query = select(Placement.indicator_code, Placement.task_code, Placement.unit_id).where(
        Placement.item_id == item_id, Placement.removed_at.is_(None)
    )
    return {(row[0], row[1], row[2]) for row in session.execute(query)}
