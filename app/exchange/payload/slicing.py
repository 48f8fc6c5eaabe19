"""From the database to the records of a package: all that one owner entered about a unit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.exchange.payload.documents import LogEntryPart, LogPayload
from app.exchange.payload.possession import readdressed_all, withheld_from
from app.exchange.payload.records import (
    BlobPart,
    ItemRecord,
    OfficeRecords,
    Part,
    PlacementRecord,
    Record,
    UnitRecords,
    rows_of,
)
from app.exchange.payload.table import KINDS, RecordKind
from models import Base, Blob, Event, EvidenceItem, ItemRevision, Placement

_Part = TypeVar("_Part", bound=Part)

#: How many keys one question names.
_MANY = 500


def unit_records(session: Session, unit_id: str, *, by_office: bool) -> UnitRecords:
    """What the unit itself entered, or what the office entered for it."""
    return UnitRecords(**_entered(session, unit_id, by_office=by_office))


def office_records(session: Session, unit_id: str) -> OfficeRecords:
    """What the office decided about a unit, and what it entered in the unit's stead."""
    decided = {
        name: _rows(session, kind, unit_id=unit_id)
        for name, kind in KINDS.items()
        if not kind.entered
    }
    return OfficeRecords(**_entered(session, unit_id, by_office=True), **decided)


def recovery_records(
    session: Session, unit_id: str, contains: Callable[[str], bool]
) -> OfficeRecords:
    """Everything about a unit, its own records too, for a computer that has nothing of them.

    What the unit had put into the recycle bin comes along only where its originals are here.
    """
    own, office = unit_records(session, unit_id, by_office=False), office_records(session, unit_id)
    items = [i for i in own.items if i.removed_at is None or all(map(contains, i.blobs()))]
    left_out = {item.id for item in own.items} - {item.id for item in items}
    whole = {name: [*getattr(office, name), *rows] for name, rows in rows_of(own).items()}
    whole["items"] = [*office.items, *items]
    whole["placements"] = [p for p in whole["placements"] if p.item_id not in left_out]
    return office.model_copy(update={name: tuple(rows) for name, rows in whole.items()})


def live_originals(records: UnitRecords) -> frozenset[str]:
    """The originals of items outside the recycle bin; those of removed ones never travel."""
    found = (item.blobs() for item in records.items if item.removed_at is None)
    return frozenset().union(*found)


def blob_parts(
    session: Session,
    records: UnitRecords,
    included: frozenset[str],
    withheld: Mapping[str, str] | None = None,
) -> tuple[BlobPart, ...]:
    """What is known of every original that the records name.

    ``withheld`` are addresses that stand for originals here which the records' unit has not
    brought: of those only is told what the unit said itself.
    """
    wanted = records.blobs() - included
    meant = {a: s for a, s in (withheld or {}).items() if s in wanted}
    named = sorted({*(records.blobs() - set(meant.values())), *meant})
    parts: list[BlobPart] = []
    for start in range(0, len(named), _MANY):
        some = named[start : start + _MANY]
        rows = session.scalars(select(Blob).where(Blob.sha256.in_(some)).order_by(Blob.sha256))
        parts += [
            BlobPart(
                sha256=meant.get(row.sha256, row.sha256),
                sm3=row.sm3,
                size=row.size,
                kind=row.kind,
                media_type=row.media_type,
                suffix=row.suffix,
                label=row.label,
                included=row.sha256 in included,
                photo=row.photo,
            )
            for row in rows
        ]
    return tuple(parts)


def log_payload(session: Session) -> LogPayload:
    """The whole log, in its order."""
    events = session.scalars(select(Event).order_by(Event.sequence))
    return LogPayload(entries=_read(events, LogEntryPart))


def _entered(session: Session, unit_id: str, *, by_office: bool) -> dict[str, Any]:
    return {
        name: _SPECIAL[name](session, unit_id, by_office=by_office)
        if name in _SPECIAL
        else _rows(session, kind, unit_id=unit_id, by_office=by_office)
        for name, kind in KINDS.items()
        if kind.entered
    }


def _items(session: Session, unit_id: str, *, by_office: bool) -> tuple[ItemRecord, ...]:
    query = (
        select(EvidenceItem)
        .where(EvidenceItem.unit_id == unit_id, EvidenceItem.by_office == by_office)
        .options(selectinload(EvidenceItem.revisions).selectinload(ItemRevision.attachments))
        .order_by(EvidenceItem.id)
    )
    items = _read(session.scalars(query), ItemRecord)
    # To everybody outside, an item names its originals as its unit does.
    return items if by_office else readdressed_all(items, withheld_from(session, unit_id))


def _placements(session: Session, unit_id: str, *, by_office: bool) -> tuple[PlacementRecord, ...]:
    """Only those of the unit's own items: others never come to the other side."""
    query = (
        select(Placement)
        .join(EvidenceItem, EvidenceItem.id == Placement.item_id)
        .where(
            Placement.unit_id == unit_id,
            Placement.by_office == by_office,
            EvidenceItem.unit_id == unit_id,
        )
        .order_by(Placement.id)
    )
    return _read(session.scalars(query), PlacementRecord)


def _rows(session: Session, kind: RecordKind, **wanted: object) -> tuple[Record, ...]:
    query = select(kind.model).filter_by(**wanted).order_by(kind.table.c.id)
    return _read(session.scalars(query), kind.record)


def _read(rows: Iterable[Base], part: type[_Part]) -> tuple[_Part, ...]:
    found: Sequence[_Part] = [part.model_validate(row) for row in rows]
    return tuple(found)


#: Kinds whose rows do not simply lie in one table.
_SPECIAL: Mapping[str, Callable[..., tuple[Record, ...]]] = {
    "items": _items,
    "placements": _placements,
}
