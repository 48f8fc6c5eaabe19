"""What method tools hold in slots, as entries of a basis. See ``models.verification``.

All rows of a tool in a slot are one entry, those of a register one for each register: rows are
judged as the table they are printed in, and a basis stays small where a register has 2,000 rows.
The digest is worked out from what the rows say, so taking a change back makes a decision valid
again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from importlib import import_module
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.evidence.digests import digest_of
from app.framework.keys import SlotKey, UnitId
from app.review.basis import BasisEntry
from models.verification import MethodRow, ReviewedRows, ToolRow

#: The modules with tables of tools. A table that is not loaded yet must not miss in a basis.
_MODULES = ("models.verification", "models.exams", "models.case_review")
#: What such an entry is called: the table, and the kind where it has kinds.
EntryName = str


def reviewed_tables() -> Mapping[str, tuple[type[ToolRow], ReviewedRows]]:
    """The tables whose rows the office reviews, by name, whatever the process has loaded so far."""
    for module in _MODULES:
        import_module(module)
    tables: list[type[ToolRow]] = [
        mapper.class_ for mapper in ToolRow.registry.mappers if issubclass(mapper.class_, ToolRow)
    ]
    found = {t.__tablename__: (t, t.reviewed) for t in tables if t.reviewed is not None}
    return dict(sorted(found.items()))


def read_tool_entries(
    session: Session,
    units: Collection[str] | None = None,
    indicators: Collection[str] | None = None,
) -> Mapping[SlotKey, tuple[BasisEntry, ...]]:
    """What each tool holds in each slot, in a query for each tool."""
    found: dict[SlotKey, list[BasisEntry]] = defaultdict(list)
    for name, (table, reviewed) in reviewed_tables().items():
        groups: dict[tuple[SlotKey, str], list[list[Any]]] = defaultdict(list)
        for slot, kind, said in _rows(session, table, reviewed, units, indicators):
            groups[slot, kind].append(said)
        for (slot, kind), rows in groups.items():
            found[slot].append(BasisEntry.of_rows(name, kind, len(rows), digest_of(rows)))
    return {slot: tuple(entries) for slot, entries in found.items()}


def last_changes(
    session: Session,
    units: Collection[str] | None = None,
    indicators: Collection[str] | None = None,
) -> Mapping[tuple[SlotKey, EntryName], datetime]:
    """When a row of each entry changed last, was added or was taken back."""
    found: dict[tuple[SlotKey, str], datetime] = {}
    for name, (table, reviewed) in reviewed_tables().items():
        kind = _column(table, reviewed.kind) if reviewed.kind else None
        kinds = [] if kind is None else [kind]
        if issubclass(table, MethodRow):
            place = [table.indicator_code, table.task_code, table.unit_id]
            query = select(func.max(table.changed_at), *place, *kinds)
            query = query.where(*_within(table, units, indicators)).group_by(*place, *kinds)
            for at, indicator, task, unit, *kind_of in session.execute(query):
                slot = SlotKey(indicator, task, UnitId(unit))
                found[slot, BasisEntry.name_of_rows(name, *kind_of)] = at
        else:
            served = select(table.changed_at, table.unit_id, _column(table, "tasks"))
            served = served.where(*_within(table, units, None))
            for when, unit, tasks in session.execute(served):
                for task in tasks:
                    key = SlotKey(task["indicator_code"], task["task_code"], UnitId(unit)), name
                    found[key] = max(found.get(key, when), when)
    return found


def _rows(
    session: Session,
    table: type[ToolRow],
    reviewed: ReviewedRows,
    units: Collection[str] | None,
    indicators: Collection[str] | None,
) -> Iterator[tuple[SlotKey, str, list[Any]]]:
    columns = [_column(table, name) for name in reviewed.columns]
    order = [_column(table, name) for name in reviewed.order]
    query = select(*columns).where(table.removed_at.is_(None), *_within(table, units, indicators))
    if issubclass(table, MethodRow):
        kinds = [_column(table, reviewed.kind)] if reviewed.kind else []
        query = query.add_columns(table.indicator_code, table.task_code, table.unit_id, *kinds)
        width = len(columns)
        for row in session.execute(query.order_by(*order)):
            indicator, task, unit, *kind = row[width:]
            said = [_in_order(value) for value in row[:width]]
            yield SlotKey(indicator, task, unit), (kind[0] if kind else ""), said
        return
    query = query.add_columns(table.unit_id, _column(table, "tasks"))
    for *said, unit, tasks in session.execute(query.order_by(*order)):
        for task in tasks:
            if indicators is None or task["indicator_code"] in indicators:
                slot = SlotKey(task["indicator_code"], task["task_code"], unit)
                part = [] if reviewed.part is None else reviewed.part(task)
                yield slot, "", [*said, part]


def _within(
    table: type[ToolRow], units: Collection[str] | None, indicators: Collection[str] | None
) -> Iterator[ColumnElement[bool]]:
    if units is not None:
        yield table.unit_id.in_(units)
    if indicators is not None and issubclass(table, MethodRow):
        yield table.indicator_code.in_(indicators)


def _in_order(value: Any) -> Any:  # noqa: ANN401 (what a column holds)
    """A value that is the same on both sides, in whatever order a package brought it."""
    return sorted(value.items()) if isinstance(value, dict) else value


def _column(table: type[ToolRow], name: str) -> Any:  # noqa: ANN401 (a column of any type)
    return getattr(table, name)
