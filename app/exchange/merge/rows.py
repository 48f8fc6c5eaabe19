"""Writing rows and keeping the old ones, so that a merge can be undone."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import Column, Table, bindparam, delete, insert, select, tuple_, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from models import Base
from models.base import UtcDateTime

#: How many keys one question names; SQLite takes a few more variables than this.
_MANY = 400

#: What merges of earlier editions noted is still undone: columns by the names they had then, and
#: the ones that came later only where they hold something.
_RENAMED = {"method": "task_code"}
_ADDED = frozenset(
    {
        ("responsibility", "task_code"),
        ("figure", "year"),
        ("figure", "basis"),
        ("item_revision", "reason"),
        ("item_revision", "origin"),
        ("placement", "years"),
        ("blob", "photo"),
        ("web_lookup", "target"),
    }
)

Row = Mapping[str, Any]
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class TouchedRow:
    """A row that was written: as it was before (None: not there), and the digest of it now."""

    table: str
    key: Key
    before: dict[str, Any] | None
    after: str


class RowWriter:
    """Puts and deletes rows by their primary keys and remembers each change."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._before: dict[tuple[str, Key], dict[str, Any] | None] = {}
        self._after: dict[tuple[str, Key], str] = {}

    def put(self, model: type[Base], rows: Iterable[Row]) -> int:
        """Insert or update whole rows; returns how many were written. Equal ones stay alone."""
        table = _table(model)
        wanted = {_key(table, row): dict(row) for row in rows}
        there = read_rows(self._session, table, wanted)
        added = [row for key, row in wanted.items() if key not in there]
        changed = [row for key, row in wanted.items() if key in there and _differs(there[key], row)]
        if added:
            self._session.execute(insert(table), added)
        if changed:
            _update(self._session, table, changed)
        for row in (*added, *changed):
            key = _key(table, row)
            whole = {**there.get(key, {}), **row}
            self._note(table, key, there.get(key), whole)
        return len(added) + len(changed)

    def add(self, model: type[Base], rows: Iterable[Row]) -> int:
        """Insert the rows that are not there; returns how many. Others stay as they are."""
        table = _table(model)
        wanted = {_key(table, row): dict(row) for row in rows}
        there = read_rows(self._session, table, wanted)
        return self.put(model, [row for key, row in wanted.items() if key not in there])

    def alter(self, model: type[Base], keys: Iterable[Key], values: Row) -> None:
        """Set some columns of rows that are there."""
        there = read_rows(self._session, _table(model), keys)
        self.put(model, [{**row, **values} for row in there.values()])

    def keys_where(
        self, model: type[Base], column: InstrumentedAttribute[str], values: Sequence[str]
    ) -> set[str]:
        """The keys of the rows whose column has one of these values."""
        table = _table(model)
        found: set[str] = set()
        for start in range(0, len(values), _MANY):
            some = values[start : start + _MANY]
            query = select(table.primary_key.columns[0]).where(column.in_(some))
            found |= set(self._session.scalars(query))
        return found

    def delete(self, model: type[Base], keys: Iterable[Key]) -> None:
        """Delete rows; those that are not there do not matter."""
        table = _table(model)
        there = read_rows(self._session, table, keys)
        delete_rows(self._session, table, there)
        for key, row in there.items():
            self._note(table, key, row, None)

    def touched(self) -> tuple[TouchedRow, ...]:
        """Every row that was written, in the order of the first writing."""
        return tuple(
            TouchedRow(table, key, before, self._after[table, key])
            for (table, key), before in self._before.items()
        )

    def _note(self, table: Table, key: Key, before: Row | None, after: Row | None) -> None:
        place = (table.name, key)
        self._before.setdefault(place, None if before is None else plain_row(before))
        self._after[place] = digest_of(table, after)


def read_rows(session: Session, table: Table, keys: Iterable[Key]) -> dict[Key, dict[str, Any]]:
    """The rows of some keys that are there."""
    wanted = list(keys)
    columns = tuple(table.primary_key.columns)
    found: dict[Key, dict[str, Any]] = {}
    for start in range(0, len(wanted), _MANY):
        some = wanted[start : start + _MANY]
        if len(columns) == 1:
            query = select(table).where(columns[0].in_([key[0] for key in some]))
        else:
            query = select(table).where(tuple_(*columns).in_(some))
        for row in session.execute(query).mappings():
            whole = {str(name): value for name, value in row.items()}
            found[_key(table, whole)] = whole
    return found


def read_where(
    session: Session,
    model: type[Base],
    column: InstrumentedAttribute[str],
    values: Sequence[str],
) -> list[dict[str, Any]]:
    """Whole rows whose column has one of these values."""
    found: list[dict[str, Any]] = []
    for start in range(0, len(values), _MANY):
        query = select(_table(model)).where(column.in_(values[start : start + _MANY]))
        found += [dict(row) for row in session.execute(query).mappings()]
    return found


def delete_rows(session: Session, table: Table, keys: Iterable[Key]) -> None:
    """Delete the rows of some keys."""
    columns = tuple(table.primary_key.columns)
    wanted = list(keys)
    if not wanted:
        return
    statement = delete(table).where(*(c == bindparam(f"key_{c.name}") for c in columns))
    session.execute(
        statement, [{f"key_{c.name}": v for c, v in zip(columns, k, strict=True)} for k in wanted]
    )


def restore_row(session: Session, table: Table, key: Key, before: Mapping[str, Any] | None) -> None:
    """Make a row what it was: ``before`` is in the form of ``plain_row``; None: not there."""
    present = read_rows(session, table, [key])
    if before is None:
        delete_rows(session, table, present)
        return
    kept = {_RENAMED.get(name, name): value for name, value in before.items()}
    row = {name: _restored(table.columns[name], value) for name, value in kept.items()}
    if present:
        _update(session, table, [row])
    else:
        session.execute(insert(table), [row])


def plain_row(row: Row) -> dict[str, Any]:
    """A row in JSON values."""
    return {name: _plain(value) for name, value in row.items()}


def digest_of(table: Table, row: Row | None) -> str:
    """The content of a row of a table in one number; "" for none."""
    if row is None:
        return ""
    former = {new: old for old, new in _RENAMED.items()}
    named = {
        former.get(name, name): value
        for name, value in plain_row(row).items()
        if value not in (None, 0, "", {}) or (table.name, name) not in _ADDED
    }
    content = json.dumps(named, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _update(session: Session, table: Table, rows: Sequence[Row]) -> None:
    columns = tuple(table.primary_key.columns)
    names = [name for name in rows[0] if not table.columns[name].primary_key]
    statement = (
        update(table)
        .where(*(c == bindparam(f"key_{c.name}") for c in columns))
        .values({name: bindparam(f"new_{name}") for name in names})
    )
    session.execute(
        statement,
        [
            {f"key_{c.name}": row[c.name] for c in columns}
            | {f"new_{name}": row[name] for name in names}
            for row in rows
        ],
    )


def _differs(there: Row, wanted: Row) -> bool:
    return any(_plain(there[name]) != _plain(value) for name, value in wanted.items())


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table


def _key(table: Table, row: Row) -> Key:
    return tuple(row[column.name] for column in table.primary_key.columns)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    return value


def _restored(column: Column[Any], value: object) -> object:
    if isinstance(value, str) and isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(value)
    return value
