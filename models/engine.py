"""Opening the database: the engine and the rules each connection keeps."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_MILLISECONDS = 5000

#: Execution option of connections that will write: they take the write lock at once, because a
#: reader that turns writer half-way cannot wait for the lock and would fail.
WRITES = "juanzong_writes"


def sqlite_url(path: Path, *, read_only: bool = False) -> URL:
    """Name a database file as a SQLAlchemy address."""
    if not read_only:
        return URL.create("sqlite", database=str(path))
    return URL.create(
        "sqlite", database=path.absolute().as_uri(), query={"mode": "ro", "uri": "true"}
    )


def open_engine(url: URL | str) -> Engine:
    """Make the engine; an SQLite database gets foreign keys, WAL and full synchronisation."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
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
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
