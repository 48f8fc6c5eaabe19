"""Bringing a database to the present version, and telling which version it has.

Alembic is loaded only when there is something to migrate; every start of the program would
otherwise wait for it.
"""

import pkgutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from models.engine import WRITES
from models.migrations import versions
from models.seals import seal, seal_differences

_TABLE = "alembic_version"


def newest_version() -> str:
    """The version that this program writes."""
    return max(known_versions())


def known_versions() -> frozenset[str]:
    """Every version that this program can read or bring up to date (0001, 0002)."""
    names = (module.name for module in pkgutil.iter_modules(versions.__path__))
    return frozenset(name.partition("_")[0] for name in names)


def version_of(engine: Engine) -> str | None:
    """The version of a database; None if no program of ours has made it."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_TABLE):
            return None
        found: str | None = connection.scalar(text(f"SELECT version_num FROM {_TABLE}"))
        return found


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring a database to ``newest_version``: all steps in one transaction, or none.

    ``to`` names an earlier version to stop at. SQLite changes a table by making a new one, which
    works only while foreign keys are switched off. All references are checked before the
    transaction ends. The tables get new seals. A table that did not match its seal before does not
    match it afterwards.

    Raises:
        IntegrityError: a reference would lead nowhere.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(versions.__path__[0]).parent))
    with (
        engine.connect().execution_options(**{WRITES: True}) as connection,
        _references_unwatched(connection),
        connection.begin(),
    ):
        config.attributes["connection"] = connection
        driver = connection.connection.driver_connection
        raw = driver if isinstance(driver, sqlite3.Connection) else None
        before = {} if raw is None else seal_differences(raw)
        command.upgrade(config, to)
        _check_references(connection)
        if raw is not None:
            seal(raw, before)


@contextmanager
def _references_unwatched(connection: Connection) -> Iterator[None]:
    """Switch SQLite's foreign keys off; SQLite ignores that inside a transaction."""
    raw = connection.connection.driver_connection
    if connection.dialect.name != "sqlite" or raw is None:
        yield
        return
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    check = "PRAGMA foreign_key_check"
    broken = connection.execute(text(check)).first()
    if broken is not None:
        raise IntegrityError(check, None, ValueError(f"{broken[0]} → {broken[2]}"))
