"""Seals: a running check sum of each table, kept by triggers in the transaction that changes it.

A failing disk, or another program that writes into the file, changes rows without changing the
seal. A check that adds up the rows again finds that. Somebody who knows this scheme can change rows
and seal together: seals protect against accidents; signatures and the chain of the log protect
against people.

There is one sum over all rows, not one for each row. With a sum of its own, a damaged row would get
a correct sum as soon as the program changes it. The sum of the table stays wrong.
"""

import hashlib
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

#: The table of the seals.
TABLE = "content_seal"
#: The name of the seal of the tables' definitions; no table can have this name.
DEFINITIONS = "(schema)"
#: The migration's own table changes only together with the definitions.
_UNSEALED = frozenset({TABLE})
#: Sums are kept below 2^62, so that adding two stays within SQLite's whole numbers.
_MASK = (1 << 62) - 1


@dataclass(frozen=True, slots=True)
class Seal:
    """How many rows a table has, and the sum of their digests."""

    rows: int
    total: int

    def plus(self, other: "Seal", sign: int = 1) -> "Seal":
        """Add another one, or take it away."""
        return Seal(self.rows + sign * other.rows, (self.total + sign * other.total) & _MASK)


def has_seals(connection: sqlite3.Connection) -> bool:
    """True if this database has seals; those of earlier versions have none."""
    found = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (TABLE,)
    )
    return found.fetchone() is not None


def keep_seals(connection: sqlite3.Connection) -> None:
    """Update the seals with every change of a row through this connection.

    The triggers belong to the connection and are not stored in the file. To be called outside of a
    transaction; does nothing where the database has no seals.
    """
    if not has_seals(connection):
        return
    _teach(connection)
    # Without this, no trigger runs for a row that "INSERT OR REPLACE" removes.
    connection.execute("PRAGMA recursive_triggers=ON")
    for table, columns in _tables(connection).items():
        new, old = _digest_of(table, columns, "NEW."), _digest_of(table, columns, "OLD.")
        for change, rows, total in (
            ("INSERT", "rows + 1", f"total + {new}"),
            ("DELETE", "rows - 1", f"total - {old}"),
            ("UPDATE", "rows", f"total - {old} + {new}"),
        ):
            connection.execute(
                f'CREATE TEMP TRIGGER IF NOT EXISTS "seal_{change}_{table}" AFTER {change} '
                f'ON main."{table}" BEGIN UPDATE {TABLE} SET rows = {rows}, '
                f"total = ({total}) & {_MASK} WHERE name = '{table}'; END"
            )


def stored_seals(connection: sqlite3.Connection) -> Mapping[str, Seal]:
    """The seals that the database has, by table; empty where it has none."""
    if not has_seals(connection):
        return {}
    rows = connection.execute(f"SELECT name, rows, total FROM {TABLE}")
    return {name: Seal(count, total) for name, count, total in rows}


def counted_seals(connection: sqlite3.Connection) -> Mapping[str, Seal]:
    """Compute the seals of the present rows; reads every row.

    Raises:
        sqlite3.Error: the database cannot be read.
    """
    tables = _tables(connection)
    found = {table: _count(connection, table, columns) for table, columns in tables.items()}
    definitions = connection.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_master")
    digests = [_digest(*row) for row in definitions]
    found[DEFINITIONS] = Seal(len(digests), sum(digests) & _MASK)
    return found


def broken_seals(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The tables whose rows are not what the program stored; empty where there are no seals.

    Raises:
        sqlite3.Error: the database cannot be read.
    """
    if not has_seals(connection):
        return ()
    stored, counted = stored_seals(connection), counted_seals(connection)
    names = sorted({*stored, *counted})
    return tuple(name for name in names if stored.get(name) != counted.get(name))


def seal_holds(connection: sqlite3.Connection, table: str) -> bool:
    """True if the rows of one table are what the program stored, as far as anybody can tell.

    Raises:
        sqlite3.Error: the table cannot be read.
    """
    stored = stored_seals(connection)
    if not stored:
        return True
    return stored.get(table) == _count(connection, table, _tables(connection).get(table, []))


def seal(connection: sqlite3.Connection, before: Mapping[str, Seal]) -> None:
    """Store new seals after the tables themselves were changed.

    ``before`` has the differences until now (``seal_differences``): a change of the tables must not
    hide them.
    """
    if not has_seals(connection):
        return
    counted = counted_seals(connection)
    connection.execute(f"DELETE FROM {TABLE}")
    nothing = Seal(0, 0)
    rows = [(name, one.plus(before.get(name, nothing))) for name, one in counted.items()]
    connection.executemany(
        f"INSERT INTO {TABLE} (name, rows, total) VALUES (?, ?, ?)",
        [(name, one.rows, one.total) for name, one in rows],
    )


def seal_differences(connection: sqlite3.Connection) -> Mapping[str, Seal]:
    """How far each seal is from the rows; empty where all is well, or there are no seals."""
    stored, found = stored_seals(connection), {}
    if not stored:
        return {}
    counted, nothing = counted_seals(connection), Seal(0, 0)
    for name in {*stored, *counted}:
        difference = stored.get(name, nothing).plus(counted.get(name, nothing), -1)
        if difference != nothing:
            found[name] = difference
    return found


def _count(connection: sqlite3.Connection, table: str, columns: list[str]) -> Seal:
    _teach(connection)
    # An index may still hold what the table lost.
    query = f'SELECT {_digest_of(table, columns)} FROM "{table}" NOT INDEXED'
    # All at once: the program's own connections let other threads have their turn meanwhile.
    digests = [digest for (digest,) in connection.execute(query).fetchall()]
    return Seal(len(digests), sum(digests) & _MASK)


def _teach(connection: sqlite3.Connection) -> None:
    connection.create_function("juanzong_digest", -1, _digest, deterministic=True)


def _tables(connection: sqlite3.Connection) -> dict[str, list[str]]:
    names = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")
    tables = [n for (n,) in names if n not in _UNSEALED and not n.startswith("sqlite_")]
    return {
        table: sorted(row[1] for row in connection.execute(f'PRAGMA main.table_info("{table}")'))
        for table in sorted(tables)
    }


def _digest_of(table: str, columns: list[str], of: str = "") -> str:
    values = "".join(f", '{column}', {of}\"{column}\"" for column in columns)
    return f"juanzong_digest('{table}'{values})"


def _digest(*values: object) -> int:
    """A whole number of 62 bits for the name of a table and the names and values of a row."""
    plain = tuple(map(_plain, values))
    content = repr(plain).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "big") & _MASK


def _plain(value: object) -> object:
    """A column of floats gives 1.0 where a trigger may still see 1."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
