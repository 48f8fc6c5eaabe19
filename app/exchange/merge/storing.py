"""Records of a package compared with the rows here, and then written."""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.exchange.merge.decide import WRITTEN, Change, Decisions, Stand, decide
from app.exchange.merge.rows import RowWriter
from app.exchange.payload.records import (
    AttachmentPart,
    BlobPart,
    ItemRecord,
    ProblemPart,
    Record,
    RevisionPart,
    UnitRecords,
    UnitsRecord,
    rows_of,
)
from app.exchange.payload.slicing import office_records, unit_records
from app.exchange.payload.table import KINDS, RecordKind
from models import (
    Attachment,
    Blob,
    EvidenceItem,
    ItemRevision,
)
from models.exchange import OFFICE

_MANY = 500


def decide_records(
    session: Session, owners: Set[str], unit_id: str, incoming: UnitRecords, *, replaces: bool
) -> tuple[Mapping[str, Decisions], UnitRecords, int]:
    """Decide every record; returns the decisions, the records, and how many find no item here.

    ``owners`` are those whose records the package brings, ``unit_id`` the unit that it is about.
    A placement whose item is not here cannot be stored and is left out: its item was the
    recipient's own, and is gone.
    """
    incoming, left_out = _with_items(session, incoming, unit_id)
    present = _present(session, owners, unit_id)
    decisions: dict[str, Decisions] = {}
    for name, records in rows_of(incoming).items():
        stands = [_stand(record, unit_id) for record in records]
        known = {record.id: _stand(record, unit_id) for record in present.get(name, ())}
        others = [stand.id for stand in stands if stand.id not in known]
        known |= {stand.id: stand for stand in _owners(session, KINDS[name], others)}
        decisions[name] = decide(known, stands, owners, replaces=replaces)
    if taken := _taken_parts(session, incoming.items):
        decisions["items"] = Decisions(
            {**decisions["items"].changes, **dict.fromkeys(taken, Change.FOREIGN)}
        )
    return decisions, incoming, left_out


def store_blobs(
    writer: RowWriter, blobs: Iterable[BlobPart], seen: Set[str], now: datetime
) -> None:
    """Enter the originals that are not known here.

    What is known stays as it is, unless its bytes were looked at just now (``seen``).
    """
    rows = [{**_blob(blob), "stored_at": now} for blob in blobs]
    writer.add(Blob, rows)
    for row in rows:
        if row["sha256"] in seen:
            said = {k: v for k, v in row.items() if k not in {"sha256", "stored_at"}}
            writer.alter(Blob, [(row["sha256"],)], said)


def _blob(blob: BlobPart) -> dict[str, Any]:
    photo = None if blob.photo is None else blob.photo.model_dump(exclude_defaults=True)
    return {**blob.model_dump(exclude={"included", "photo"}), "photo": photo}


def store_records(
    writer: RowWriter, records: UnitRecords, decisions: Mapping[str, Decisions], now: datetime
) -> None:
    """Write what was decided to be written."""
    found = rows_of(records)
    brought = [
        (kind, found[name], decisions[name]) for name, kind in KINDS.items() if name in decisions
    ]
    for kind, rows, decided in brought:
        _clear(writer, kind, rows, decided, now)
    for kind, rows, decided in brought:
        chosen = [row for row in rows if decided.changes[row.id] in WRITTEN]
        if kind.record is ItemRecord:
            _store_items(writer, [r for r in chosen if isinstance(r, ItemRecord)])
        else:
            writer.put(kind.model, [record.model_dump() for record in chosen])


def _clear(
    writer: RowWriter, kind: RecordKind, records: Sequence[Record], found: Decisions, now: datetime
) -> None:
    """Put away what a new generation no longer has."""
    brought = {record.id for record in records}
    gone = [key for key in found.of(Change.REMOVED) if key not in brought]
    if kind.one_row:
        writer.delete(kind.model, [(key,) for key in gone])
    else:
        writer.alter(kind.model, [(key,) for key in gone], {"removed_at": now})


def _store_items(writer: RowWriter, items: Sequence[ItemRecord]) -> None:
    revisions = [(item, revision) for item in items for revision in item.revisions]
    kept = {revision.id for _, revision in revisions}
    parts = {part.id for _, revision in revisions for part in revision.attachments}
    stale = writer.keys_where(ItemRevision, ItemRevision.item_id, [i.id for i in items]) - kept
    writer.delete(
        Attachment,
        [
            (key,)
            for key in writer.keys_where(Attachment, Attachment.revision_id, [*kept, *stale])
            if key not in parts
        ],
    )
    writer.delete(ItemRevision, [(key,) for key in stale])
    writer.put(EvidenceItem, [item.model_dump(exclude={"revisions"}) for item in items])
    writer.put(ItemRevision, [_revision(item, revision) for item, revision in revisions])
    writer.put(
        Attachment,
        [_part(revision, part) for _, revision in revisions for part in revision.attachments],
    )


def _revision(item: ItemRecord, revision: RevisionPart) -> dict[str, Any]:
    return {
        **revision.model_dump(exclude={"attachments", "problems", "binding", "origin"}),
        "item_id": item.id,
        "problems": _problems(revision.problems),
        "binding": revision.binding.stored(),
        "origin": revision.origin.stored(),
    }


def _part(revision: RevisionPart, part: AttachmentPart) -> dict[str, Any]:
    return {
        **part.model_dump(exclude={"problems"}),
        "revision_id": revision.id,
        "problems": _problems(part.problems),
    }


def _problems(parts: Iterable[ProblemPart]) -> list[dict[str, Any]]:
    """Problems as a revision keeps them: without the dismissal that nobody wrote."""
    return [part.model_dump(exclude_none=True) for part in parts]


def _present(session: Session, owners: Set[str], unit_id: str) -> dict[str, list[Record]]:
    """What is here of these owners about the unit, by the field of the payload that holds it."""
    found: dict[str, list[Record]] = {}
    for owner in owners:
        here = (
            office_records(session, unit_id)
            if owner == OFFICE
            else unit_records(session, unit_id, by_office=False)
        )
        for name, rows in rows_of(here).items():
            found.setdefault(name, []).extend(rows)
    return found


def _stand(record: Record, unit_id: str) -> Stand:
    owner = OFFICE
    if isinstance(record, UnitsRecord) and not record.by_office:
        owner = record.unit_id
    elif getattr(record, "unit_id", unit_id) != unit_id:
        owner = ""  # the office's word about another unit has no place in this package
    removed = getattr(record, "removed_at", None) is not None
    return Stand(record.id, owner, record.version, record.digest(), removed)


def _owners(session: Session, kind: RecordKind, ids: Sequence[str]) -> list[Stand]:
    """Rows with these ids that the sender does not own, whoever the owner is."""
    table = kind.table
    found: list[Stand] = []
    for start in range(0, len(ids), _MANY):
        some = ids[start : start + _MANY]
        query = select(table.c.id).where(table.c.id.in_(some))
        found += [Stand(key, "", 0, "", removed=False) for key in session.scalars(query)]
    return found


def _taken_parts(session: Session, items: Sequence[ItemRecord]) -> set[str]:
    """Items that bring a revision or an attachment under an id which is another item's here."""
    revisions = {r.id: item.id for item in items for r in item.revisions}
    parts = {a.id: item.id for item in items for r in item.revisions for a in r.attachments}
    own = select(ItemRevision.id, ItemRevision.item_id)
    second = select(Attachment.id, ItemRevision.item_id).join(
        ItemRevision, ItemRevision.id == Attachment.revision_id
    )
    taken: set[str] = set()
    for claimed, query, column in (
        (revisions, own, ItemRevision.id),
        (parts, second, Attachment.id),
    ):
        ids = list(claimed)
        for start in range(0, len(ids), _MANY):
            there = session.execute(query.where(column.in_(ids[start : start + _MANY])))
            taken |= {claimed[key] for key, owner in there if claimed[key] != owner}
    return taken


def _with_items(session: Session, incoming: UnitRecords, unit_id: str) -> tuple[UnitRecords, int]:
    """The records without the placements whose item is neither in the package nor the unit's."""
    brought = {item.id for item in incoming.items}
    asked = [p.item_id for p in incoming.placements if p.item_id not in brought]
    there: set[str] = set()
    for start in range(0, len(asked), _MANY):
        some = asked[start : start + _MANY]
        query = select(EvidenceItem.id).where(
            EvidenceItem.id.in_(some), EvidenceItem.unit_id == unit_id
        )
        there |= set(session.scalars(query))
    known = brought | there
    fitting = tuple(p for p in incoming.placements if p.item_id in known)
    left_out = len(incoming.placements) - len(fitting)
    if left_out:
        incoming = incoming.model_copy(update={"placements": fitting})
    return incoming, left_out
