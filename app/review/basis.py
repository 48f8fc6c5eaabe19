"""What a slot holds, in a form that a decision keeps and that can be compared later.

A decision is stale (需复审) when what it rests on is no longer what lies there: an item came, went,
moved to another point, or says something else. Nothing has to be marked for that, neither by the
one who changes an item nor by a merge.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.evidence.digests import as_text, digest_of, named, read_parts, revision_digest
from app.framework.keys import SlotKey
from models import (
    EvidenceItem,
    ItemRevision,
    NotApplicable,
    Placement,
    WithheldOriginal,
)

_MARK = "n/a:"


class BasisEntry(NamedTuple):
    """An item at a point, and a digest of its file and of what the catalogue says about it.

    Or a mark that the point, or the slot, does not apply (不涉及): its id, and a digest of the
    reason.
    """

    item: str
    point: int | None
    digest: str

    @property
    def is_mark(self) -> bool:
        """True if it is a mark and no item."""
        return self.digest.startswith(_MARK)


Basis = frozenset[BasisEntry]
NOTHING: Basis = frozenset()


@dataclass(frozen=True, slots=True)
class Difference:
    """What happened between two bases, as item ids; ``marks`` are those that changed in any way."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """True if anything happened."""
        return bool(self.added or self.removed or self.changed or self.moved or self.marks)


def difference(before: Basis, after: Basis) -> Difference:
    """Tell new, vanished, changed and moved items apart; an item counts once."""
    marks = {e.item for e in before ^ after if e.is_mark}
    old, new = by_item(_items(before)), by_item(_items(after))
    both = old.keys() & new.keys()
    changed = {i for i in both if {e.digest for e in old[i]} != {e.digest for e in new[i]}}
    moved = {i for i in both - changed if old[i] != new[i]}
    return Difference(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(old.keys() - new.keys())),
        tuple(sorted(changed)),
        tuple(sorted(moved)),
        tuple(sorted(marks)),
    )


def part_of(basis: Basis, *, point: int | None = None, item: str | None = None) -> Basis:
    """What of a slot belongs to one point, or to one item; all of it if neither is named."""
    return frozenset(
        e for e in basis if (point is None or e.point == point) and (item is None or e.item == item)
    )


def by_item(basis: Basis) -> Mapping[str, Basis]:
    """The entries of each item; one may lie at several points."""
    grouped: dict[str, set[BasisEntry]] = defaultdict(set)
    for entry in basis:
        grouped[entry.item].add(entry)
    return {item: frozenset(entries) for item, entries in grouped.items()}


def stored_basis(basis: Basis) -> list[list[Any]]:
    """A basis in the form in which the database keeps it."""
    return [list(entry) for entry in sorted(basis, key=_order)]


def basis_of(stored: Iterable[Iterable[Any]]) -> Basis:
    """A basis out of the form in which the database keeps it."""
    return frozenset(BasisEntry(*entry) for entry in stored)


def read_bases(
    session: Session,
    *,
    units: Collection[str] | None = None,
    indicators: Collection[str] | None = None,
) -> Mapping[SlotKey, Basis]:
    """What lies in every slot now, in three queries; the recycle bin does not count."""
    wanted: list[ColumnElement[bool]] = [
        Placement.removed_at.is_(None),
        EvidenceItem.removed_at.is_(None),
    ]
    if units is not None:
        wanted.append(Placement.unit_id.in_(units))
    if indicators is not None:
        wanted.append(Placement.indicator_code.in_(indicators))
    placed = (
        select(
            Placement.indicator_code,
            Placement.task_code,
            Placement.unit_id,
            Placement.point_number,
            Placement.item_id,
            ItemRevision.id.label("revision_id"),
            named(ItemRevision.blob_sha256).label("content"),
            ItemRevision.title,
            ItemRevision.doc_number,
            ItemRevision.issuer,
            ItemRevision.doc_date,
            ItemRevision.copies,
            ItemRevision.remark,
            ItemRevision.reason,
            *as_text(),
        )
        .join(EvidenceItem, EvidenceItem.id == Placement.item_id)
        .join(EvidenceItem.current)
        .outerjoin(WithheldOriginal, WithheldOriginal.address == ItemRevision.blob_sha256)
        .where(*wanted)
    )
    rows = session.execute(placed).all()
    parts = read_parts(session, {row.revision_id for row in rows})
    digests: dict[str, str] = {}
    slots: dict[SlotKey, set[BasisEntry]] = defaultdict(set)
    for row in rows:
        digest = digests.get(row.item_id)
        if digest is None:
            parts_of_it = parts.get(row.revision_id, ())
            digest = digests[row.item_id] = revision_digest(row, parts_of_it)
        slot = SlotKey(row.indicator_code, row.task_code, row.unit_id)
        slots[slot].add(BasisEntry(row.item_id, row.point_number, digest))
    for slot, mark in _marks(session, units, indicators):
        slots[slot].add(mark)
    return {slot: frozenset(entries) for slot, entries in slots.items()}


def _marks(
    session: Session, units: Collection[str] | None, indicators: Collection[str] | None
) -> Iterable[tuple[SlotKey, BasisEntry]]:
    """The mark that counts at each place: the unit's own, else the office's."""
    query = (
        select(NotApplicable)
        .where(NotApplicable.removed_at.is_(None))
        .order_by(NotApplicable.by_office.desc(), NotApplicable.id)
    )
    if units is not None:
        query = query.where(NotApplicable.unit_id.in_(units))
    if indicators is not None:
        query = query.where(NotApplicable.indicator_code.in_(indicators))
    found: dict[tuple[SlotKey, int | None], BasisEntry] = {}
    for mark in session.scalars(query):
        slot = SlotKey(mark.indicator_code, mark.task_code, mark.unit_id)
        digest = _MARK + digest_of([mark.reason])
        found[slot, mark.point_number] = BasisEntry(mark.id, mark.point_number, digest)
    return [(slot, entry) for (slot, _), entry in found.items()]


def _items(basis: Basis) -> Basis:
    return frozenset(entry for entry in basis if not entry.is_mark)


def _order(entry: BasisEntry) -> tuple[str, int, str]:
    return entry.item, entry.point or 0, entry.digest
