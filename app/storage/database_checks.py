"""Checks of a database that do not need to know what its rows mean.

Each check takes a plain connection and yields defects. It may raise whatever a damaged file makes
of it: ``find_damage`` turns that into one more defect.
"""

import json
import math
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Boolean, Column, DateTime, Engine, Enum, Float, Integer, LargeBinary

from app.eventlog import LoggedEntry, find_chain_break
from app.framework.stored import digest_fits
from app.paths import extended
from app.storage.defects import Defect, DefectKind
from models.migrate import known_versions, newest_version
from models.seals import broken_seals

Check = Callable[[sqlite3.Connection], Iterator[Defect]]

#: As SQLAlchemy stores a moment.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?")
#: Of a table or an index that is damaged throughout, a few messages tell enough.
_MESSAGES = 20
#: Characters.
_LONGEST = 160
_LOG_COLUMNS = "sequence, id, at, actor, action, subject, data, previous_hash, hash"


def find_damage(connection: sqlite3.Connection) -> tuple[Defect, ...]:
    """Everything that is wrong with the database itself; reads all of it.

    Where SQLite finds its own structure damaged, nothing more is looked at.
    """
    defects = list(_guarded(check_structure, connection))
    if defects:
        return tuple(defects)
    for check in CONTENT_CHECKS:
        defects += _guarded(check, connection)
    return tuple(defects)


def shortened(detail: str) -> str:
    """What SQLite says, without the content of a whole field that it may quote."""
    return detail if len(detail) <= _LONGEST else f"{detail[:_LONGEST]}…"


def find_damage_in_file(database: Path) -> tuple[Defect, ...]:
    """``find_damage`` of a database that nobody has open."""
    try:
        with reading_plainly(database) as connection:
            return find_damage(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return (Defect(DefectKind.DATABASE_DAMAGED, shortened(str(error))),)


def find_damage_of(engine: Engine) -> tuple[Defect, ...]:
    """``find_damage`` through an engine; nothing for other databases than SQLite."""
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(one_snapshot(engine))
        except Exception as error:
            return (Defect(DefectKind.DATABASE_DAMAGED, str(error)),)
        return () if connection is None else find_damage(connection)


@contextmanager
def one_snapshot(engine: Engine) -> Iterator[sqlite3.Connection | None]:
    """A connection that sees the database at one moment, even if others write meanwhile.

    Rows and their check sums would not fit otherwise. None for other databases than SQLite.
    """
    if engine.dialect.name != "sqlite":
        yield None
        return
    # A connection of its own: one from the pool may be in the middle of a transaction.
    raw = engine.raw_connection()
    try:
        connection = raw.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.rollback()
    finally:
        raw.close()


@contextmanager
def reading_plainly(database: Path) -> Iterator[sqlite3.Connection]:
    """Open a database file for reading, without any of the program's own rules."""
    address = f"{extended(database).absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        yield connection


def check_structure(connection: sqlite3.Connection) -> Iterator[Defect]:
    """What SQLite itself finds in its pages and indexes."""
    for (message,) in connection.execute(f"PRAGMA integrity_check({_MESSAGES})"):
        if message != "ok":
            yield Defect(DefectKind.DATABASE_DAMAGED, str(message))


def check_references(connection: sqlite3.Connection) -> Iterator[Defect]:
    """References that lead nowhere."""
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Defect(DefectKind.DANGLING_REFERENCE, f"{table}#{row} → {parent}")


def check_seals(connection: sqlite3.Connection) -> Iterator[Defect]:
    """Tables whose rows, or whose definition, are not what the program stored."""
    for name in broken_seals(connection):
        yield Defect(DefectKind.CONTENT_CHANGED, name)


def check_values(connection: sqlite3.Connection) -> Iterator[Defect]:
    """Values of another type or form than their column has; one a column is told."""
    earlier = _is_earlier(connection)
    from models import Base  # which loads every table

    for table in Base.metadata.sorted_tables:
        columns = list(table.columns)
        if earlier:
            present = {row[1] for row in connection.execute(f'PRAGMA table_info("{table.name}")')}
            columns = [column for column in columns if column.name in present]
            if not columns:
                continue
        fits = [_fits(column) for column in columns]
        names = ", ".join(f'"{column.name}"' for column in columns)
        told: set[str] = set()
        for number, row in enumerate(connection.execute(f'SELECT {names} FROM "{table.name}"'), 1):
            for column, fit, value in zip(columns, fits, row, strict=True):
                if column.name not in told and not fit(value):
                    told.add(column.name)
                    subject = f"{table.name}.{column.name} #{number}"
                    yield Defect(DefectKind.VALUE_UNFIT, subject)


def check_documents(connection: sqlite3.Connection) -> Iterator[Defect]:
    """Indicator sets that are not what their digest says."""
    query = "SELECT code, version, content, content_sha256 FROM framework"
    for code, version, content, digest in connection.execute(query):
        if not digest_fits(content, digest):
            yield Defect(DefectKind.DOCUMENT_CHANGED, f"{code} {version}")


def check_log(connection: sqlite3.Connection) -> Iterator[Defect]:
    """The first entry of the log that does not follow from the one before it."""
    rows = connection.execute(f"SELECT {_LOG_COLUMNS} FROM event ORDER BY sequence")
    if found := find_chain_break(map(_entry, rows)):
        yield Defect(DefectKind.LOG_BROKEN, str(found.sequence))


def check_received_logs(connection: sqlite3.Connection) -> Iterator[Defect]:
    """The same of each log that packages brought."""
    if _is_earlier(connection):
        return  # it is looked through once it has the tables of now
    logs = "SELECT DISTINCT peer, generation FROM received_event ORDER BY peer, generation"
    for peer, generation in connection.execute(logs).fetchall():
        rows = connection.execute(
            f"SELECT {_LOG_COLUMNS} FROM received_event WHERE peer = ? AND generation = ? "
            "ORDER BY sequence",
            (peer, generation),
        )
        if found := find_chain_break(map(_entry, rows)):
            subject = f"{_peer_name(connection, peer)} {found.sequence}"
            yield Defect(DefectKind.RECEIVED_LOG_BROKEN, subject)


#: Each is independent of the others; another one is one line more.
CONTENT_CHECKS: tuple[Check, ...] = (
    check_references,
    check_seals,
    check_values,
    check_documents,
    check_log,
    check_received_logs,
)


def _is_earlier(connection: sqlite3.Connection) -> bool:
    """True if an earlier version made the tables, which lack some of those of now."""
    (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return version in known_versions() and version != newest_version()


def _guarded(check: Check, connection: sqlite3.Connection) -> Iterable[Defect]:
    found: list[Defect] = []
    try:
        found.extend(check(connection))
    except (sqlite3.Error, ValueError, TypeError, LookupError, ArithmeticError) as error:
        # A check only reads what is stored: what it cannot read, is damaged.
        found.append(Defect(DefectKind.DATABASE_DAMAGED, shortened(str(error))))
    return found


def _entry(row: tuple[Any, ...]) -> LoggedEntry:
    sequence, identifier, at, *rest = row
    moment = datetime.fromisoformat(f"{at}+00:00")
    return LoggedEntry(sequence, identifier, moment, *rest)


def _peer_name(connection: sqlite3.Connection, peer: str) -> str:
    row = connection.execute("SELECT name FROM unit WHERE id = ?", (peer,)).fetchone()
    return str(row[0]) if row else peer


def _fits(column: Column[Any]) -> Callable[[object], bool]:
    """Whether a value as SQLite has it can be one of this column."""
    fit = _fits_type(column)
    nullable = bool(column.nullable)
    return lambda value: nullable if value is None else fit(value)


def _fits_type(column: Column[Any]) -> Callable[[object], bool]:
    kind = column.type
    kind = getattr(kind, "impl", kind)
    if isinstance(kind, Enum):
        values = frozenset(kind.enums)
        return lambda value: value in values
    if isinstance(kind, JSON):
        shape = _shape(column)
        return lambda value: _is_json(value, shape)
    if isinstance(kind, Boolean):
        return lambda value: value in (0, 1)
    if isinstance(kind, Integer):
        return lambda value: isinstance(value, int)
    if isinstance(kind, Float):
        return lambda value: isinstance(value, int | float) and math.isfinite(value)
    if isinstance(kind, LargeBinary):
        return lambda value: isinstance(value, bytes)
    if isinstance(kind, DateTime):
        return lambda value: isinstance(value, str) and _is_moment(value)
    return lambda value: isinstance(value, str)


def _shape(column: Column[Any]) -> type:
    """What a column of JSON holds: what stands there unless something else is given."""
    default = column.default
    if default is not None and default.is_callable:
        return type(default.arg(None))  # type: ignore[attr-defined]
    return object


def _is_json(value: object, shape: type) -> bool:
    if not isinstance(value, str):
        # SQLite keeps what looks like a number as one.
        return shape is object and isinstance(value, int | float)
    try:
        return isinstance(json.loads(value), shape)
    except (ValueError, RecursionError):
        return False


def _is_moment(text: str) -> bool:
    if not _MOMENT.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
