"""What restoring a backup does not change: the workspace's keys, and whose keys it trusts.

Which original a partner has brought stays known as well: the partner leaves out of its packages
what it was told has arrived, and the bytes stay in the store.

An older state of the work is no older state of the world: partners have compared the key of now,
the pass-phrase that stands before it is the one that people know, and a key that was revoked since
the backup is to be trusted no more. A backup of an unlocked workspace must not unlock it again.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.paths import extended
from app.signatures.signing import fingerprint
from models import BroughtOriginal, IdentityKey, TrustedKey
from models.seals import seal_holds

_OWN, _TRUSTED = IdentityKey.__tablename__, TrustedKey.__tablename__
_BROUGHT = BroughtOriginal.__tablename__

#: The rows of a table, as SQLite stores them.
Rows = Sequence[Mapping[str, Any]]


def read_identity(database: Path) -> dict[str, Rows]:
    """The rows to keep, by table; nothing of a table that is empty, cannot be read, or rotted."""
    address = f"{extended(database).absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            kept = (_OWN, _TRUSTED, *_tables(connection, _BROUGHT))
            found: dict[str, Rows] = {
                table: _rows(connection, table) for table in kept if seal_holds(connection, table)
            }
    except (sqlite3.Error, UnicodeDecodeError):
        return {}
    return {table: rows for table, rows in found.items() if rows}


def _rows(connection: sqlite3.Connection, table: str) -> Rows:
    cursor = connection.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _tables(connection: sqlite3.Connection, name: str) -> list[str]:
    """The table, unless the database is of an earlier edition that had none."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?"
    return [str(row[0]) for row in connection.execute(query, (name,))]


def put_identity(session: Session, kept: Mapping[str, Rows]) -> str:
    """Put the rows in place of those of the backup; returns the fingerprint of the kept key, or "".

    What was there before is overwritten: it may be the same secret without its protection.
    """
    session.execute(text("PRAGMA secure_delete=ON"))
    for table, rows in kept.items():
        if table != _BROUGHT:  # what was brought by then is part of what was brought by now
            session.execute(text(f"DELETE FROM {table}"))
        for row in rows:
            columns = ", ".join(row)
            places = ", ".join(f":{name}" for name in row)
            session.execute(
                text(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})"), dict(row)
            )
    own = kept.get(_OWN, ())
    return fingerprint(bytes.fromhex(own[0]["signing_key"])) if own else ""
