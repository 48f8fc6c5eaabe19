"""What a slot holds, in a form that a decision keeps and that can be compared later.

A decision is stale (需复审) when what it rests on is no longer what lies there: an item came, went,
moved to another point, or says something else. Nothing has to be marked for that, neither by the
one who changes an item nor by a merge.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Self

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
_ROWS = "rows:"
#: In a stored basis: the tool of this table was looked at, whether or not it held anything.
_KNOWS = "knows"
#: A kind that can stand in the name of an entry, as packages take it; others only by a digest.
_KIND = re.compile(r"[a-z][a-z0-9_]{0,31}")


class BasisEntry(NamedTuple):
    """An item at a point, and a digest of its file and of what the catalogue says about it.

    Or a mark that the point, or the slot, does not apply (不涉及): its id, and a digest of the
    reason. Or what a method tool holds in the slot: the name of the table, for a register with its
    id (``register_row:litigation``), and the number of rows with a digest of what they say.
    """

    item: str
    point: int | None
    digest: str

    @property
    def is_mark(self) -> bool:
        """True if it is a mark and no item."""
        return self.digest.startswith(_MARK)

    @property
    def is_rows(self) -> bool:
        """True if it is what a tool holds, and no item."""
        return self.digest.startswith(_ROWS)

    @property
    def is_item(self) -> bool:
        """True if it is an item."""
        return not (self.is_mark or self.is_rows)

    @property
    def table(self) -> str:
        """The table of a tool's rows."""
        return self.item.partition(":")[0]

    @property
    def kind(self) -> str:
        """The kind of a tool's rows, as the id of a register; "" where it has no kinds."""
        return self.item.partition(":")[2]

    @property
    def rows(self) -> int:
        """How many rows a tool holds; 0 for anything else."""
        count = self.digest.split(":")[1] if self.is_rows else ""
        # A basis comes in packages, too.
        return int(count) if count.isascii() and count.isdecimal() else 0

    @classmethod
    def of_rows(cls, table: str, kind: str, count: int, digest: str) -> Self:
        """What a tool holds in a slot."""
        return cls(cls.name_of_rows(table, kind), None, f"{_ROWS}{count}:{digest}")

    @staticmethod
    def name_of_rows(table: str, kind: str = "") -> str:
        """What stands for a tool's rows where an item has its id."""
        if kind and not _KIND.fullmatch(kind):
            kind = f"x{digest_of([kind])}"
        return f"{table}:{kind}" if kind else table


Basis = frozenset[BasisEntry]
NOTHING: Basis = frozenset()


class RowsChange(NamedTuple):
    """What a tool holds changed; ``before`` and ``after`` count the rows.

    ``title`` is that of a register, where somebody looked it up.
    """

    entry: str
    before: int
    after: int
    title: str = ""

    @property
    def table(self) -> str:
        """The table of the rows."""
        return self.entry.partition(":")[0]

    @property
    def kind(self) -> str:
        """The kind of the rows, as the id of a register."""
        return self.entry.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Difference:
    """What happened between two bases, as item ids; ``marks`` are those that changed in any way.

    ``rows`` are the tools that hold something else.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    rows: tuple[RowsChange, ...] = ()

    def __bool__(self) -> bool:
        """True if anything happened."""
        items = self.added or self.removed or self.changed or self.moved
        return bool(items or self.marks or self.rows)


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
        _rows_changed(before, after),
    )


def _rows_changed(before: Basis, after: Basis) -> tuple[RowsChange, ...]:
    old, new = ({e.item: e for e in basis if e.is_rows} for basis in (before, after))
    return tuple(
        RowsChange(
            name,
            old[name].rows if name in old else 0,
            new[name].rows if name in new else 0,
        )
        for name in sorted(old.keys() | new.keys())
        if old.get(name) != new.get(name)
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


def stored_basis(basis: Basis, tools: Iterable[str] = ()) -> list[list[Any]]:
    """A basis in the form in which the database keeps it.

    ``tools`` are the tables of the tools that were looked at; a basis says so, since one of an
    earlier version of the program, or of a tool that came later, says nothing of a tool's rows.
    """
    known = {BasisEntry(table, None, _KNOWS) for table in tools}
    return [list(entry) for entry in sorted(basis | known, key=_order)]


def basis_of(stored: Iterable[Iterable[Any]]) -> Basis:
    """A basis out of the form in which the database keeps it."""
    entries = (BasisEntry(*entry) for entry in stored)
    return frozenset(entry for entry in entries if entry.digest != _KNOWS)


def tools_known(stored: Iterable[Iterable[Any]]) -> frozenset[str]:
    """The tables of the tools that were looked at when a basis was stored."""
    entries = (BasisEntry(*entry) for entry in stored)
    return frozenset(entry.item for entry in entries if entry.digest == _KNOWS)


def assumed_rows(
    lying: Basis, known: Collection[str], changed: Mapping[str, datetime], at: datetime
) -> Basis:
    """What a decision at ``at`` is taken to have seen of tools that its program did not look at.

    That is what these tools held already then: nothing of it changed since. ``changed`` says when a
    row of each entry changed last. So the update to a program that reviews a tool makes no decision
    out of date, and a change after the decision does. Clocks of two machines are compared here,
    because nothing else tells.
    """
    return frozenset(
        entry
        for entry in lying
        if entry.is_rows
        and entry.table not in known
        and entry.item in changed
        and changed[entry.item] <= at
    )


def read_bases(
    session: Session,
    *,
    units: Collection[str] | None = None,
    indicators: Collection[str] | None = None,
) -> Mapping[SlotKey, Basis]:
    """What lies in every slot now, in three queries; the recycle bin does not count.

    What method tools hold is read by ``tool_rows``.
    """
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
    return frozenset(entry for entry in basis if entry.is_item)


def _order(entry: BasisEntry) -> tuple[str, int, str]:
    return entry.item, entry.point or 0, entry.digest
