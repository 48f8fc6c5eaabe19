"""Opening the database: the engine and the rules each connection keeps."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import ConnectionPoolEntry

from models.seals import keep_seals

BUSY_MILLISECONDS = 5000

#: Execution option of connections that will write: they take the write lock at once, because a
#: reader that turns writer half-way cannot wait for the lock and would fail.
WRITES = "juanzong_writes"
#: Execution option of connections whose changes go into the seals: all but those that change the
#: tables themselves.
SEALED = "juanzong_sealed"


#: Rows that are fetched in one go, and the pause after them, in seconds.
_PORTION, _PAUSE = 50, 0.00005


class _Cursor(sqlite3.Cursor):
    """Lets other threads of the program run while it fetches many rows.

    The driver releases the interpreter's lock for each row and takes it back at once. A thread that
    waits for the lock always wakes too late, so 10,000 rows would freeze the window for 100 ms.
    """

    def fetchall(self) -> list[Any]:
        rows: list[Any] = []
        while portion := self.fetchmany(_PORTION):
            rows += portion
            if len(portion) < _PORTION:
                break
            time.sleep(_PAUSE)
        return rows


class _Connection(sqlite3.Connection):
    def cursor(self, _factory: object = None) -> sqlite3.Cursor:  # type: ignore[override]
        return super().cursor(_Cursor)


def sqlite_url(path: Path, *, read_only: bool = False, fixed: bool = False) -> URL:
    """The address of a database file, as SQLAlchemy wants it.

    ``fixed``: nobody changes the file meanwhile, so SQLite needs no further files beside it.
    """
    if not read_only:
        return URL.create("sqlite", database=str(path))
    query = {"mode": "ro", "uri": "true"} | ({"immutable": "1"} if fixed else {})
    return URL.create("sqlite", database=path.absolute().as_uri(), query=query)


def open_engine(url: URL | str) -> Engine:
    """Make the engine; an SQLite database gets foreign keys, WAL and full synchronisation."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return create_engine(address)
    engine = create_engine(address, connect_args={"factory": _Connection})
    _keep_sqlite_rules(engine)
    return engine


def _keep_sqlite_rules(engine: Engine) -> None:
    read_only = engine.url.query.get("mode") == "ro"

    @event.listens_for(engine, "connect")
    def _set_pragmas(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        # The driver's own BEGIN leaves DDL outside the transaction; ours is in ``_begin``.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        connection.execute("PRAGMA foreign_keys=ON")
        if not read_only:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        writes = options.get(WRITES, False)
        if options.get(SEALED, False) and not connection.info.get(SEALED, False):
            raw = connection.connection.driver_connection
            if isinstance(raw, sqlite3.Connection):
                keep_seals(raw)
            connection.info[SEALED] = True
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
