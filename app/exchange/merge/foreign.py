"""Who owns a record that a package brings and its sender does not own."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.merge.errors import RecordName, RecordOfAnotherOwner
from app.exchange.merge.faults import quoted
from app.exchange.merge.incoming import Incoming
from app.exchange.payload.records import ItemRecord, Record, UnitRecords, rows_of
from app.exchange.payload.table import KINDS
from app.identity.partners import partner_names
from models import Attachment, ItemRevision
from models.exchange import OFFICE


def foreign_record(
    session: Session, incoming: Incoming, kind: str, key: str
) -> RecordOfAnotherOwner:
    """The refusal of a package for one of its records; it says whose the record is here.

    An honest unit's package is refused too when somebody else has used the ids of its records
    before: people must learn whom to ask.
    """
    records = rows_of(incoming.records or UnitRecords())[kind]
    record = next(each for each in records if each.id == key)
    holder = _holder(session, kind, record)
    # The sender's own and the office's are no other unit's; to a unit only the office sends.
    other = incoming.peer != OFFICE and holder not in {"", incoming.peer, OFFICE}
    owner = partner_names(session)[holder] if other else ""
    name = quoted(record.called())
    return RecordOfAnotherOwner(incoming.path, incoming.sender, RecordName(kind), name, owner)


def _holder(session: Session, kind: str, record: Record) -> str:
    """The partner that has a record of this id here, or an item with one of its parts; else ""."""
    model = KINDS[kind].model
    row: object | None = session.get(model, record.id)
    if row is None and isinstance(record, ItemRecord):
        row = _item_with_a_part(session, record)
    if row is None:
        return ""
    # Decisions and notices have no such column: they are the office's always.
    return OFFICE if getattr(row, "by_office", True) else str(getattr(row, "unit_id"))  # noqa: B009


def _item_with_a_part(session: Session, item: ItemRecord) -> object | None:
    for revision in item.revisions:
        there = session.get(ItemRevision, revision.id)
        if there is not None and there.item_id != item.id:
            return there.item
        for part in revision.attachments:
            owner = session.scalar(
                select(ItemRevision)
                .join(Attachment, Attachment.revision_id == ItemRevision.id)
                .where(Attachment.id == part.id, ItemRevision.item_id != item.id)
            )
            if owner is not None:
                return owner.item
    return None
