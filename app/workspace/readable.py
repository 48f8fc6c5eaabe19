"""Reading a database where nothing can be written: CD, locked stick, other people's folders.

SQLite reads a database in WAL mode only if it may write its companion files beside it. Where it may
not, the file is read as one that nobody changes; where changes still wait in a journal, or the
tables are of an earlier version, from a copy in the system's temporary folder.
"""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import URL

from app.errors import DatabaseNotRead
from app.paths import extended
from app.storage.layout import DATABASE_NAME, Layout
from models.engine import sqlite_url
from models.migrate import newest_version

#: What may hold changes that are not in the database yet, or are to be taken out of it.
_JOURNALS = ("-wal", "-journal")


class ReadableDatabase:
    """Finds a way to read a workspace's database; ``release`` removes the copy, if one was made.

    Attributes:
        url: the address to read it by.
        copied: it is a copy, and may be brought up to date.
    """

    def __init__(self, layout: Layout) -> None:
        """Raises ``DatabaseNotRead`` if there is no way to read it."""
        self._folder: Path | None = None
        database = layout.database
        self.copied = False
        self.url: URL = sqlite_url(extended(database), read_only=True)
        if not _trouble(self.url) or (_folder_writable(layout.root) and not _rolls_back(database)):
            return
        fixed = sqlite_url(extended(database), read_only=True, fixed=True)
        if _journal_is_empty(database) and _version(fixed) == newest_version():
            self.url = fixed
            return
        self._copy(database)

    def release(self) -> None:
        """Remove the copy."""
        if self._folder is not None:
            shutil.rmtree(self._folder)
            self._folder = None

    def _copy(self, database: Path) -> None:
        folder = Path(tempfile.mkdtemp(prefix="juanzong-read-"))
        self._folder, self.copied = folder, True
        try:
            for side in ("", *_JOURNALS):
                source = database.with_name(database.name + side)
                if source.is_file():
                    shutil.copyfile(extended(source), folder / f"{DATABASE_NAME}{side}")
        except OSError as error:
            self.release()
            raise DatabaseNotRead(database, error.strerror or str(error)) from error
        self.url = sqlite_url(folder / DATABASE_NAME)


def _folder_writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


def _trouble(url: URL) -> bool:
    return _version(url) is None


def _version(url: URL) -> str | None:
    """The version of the tables; None if it cannot be read so."""
    address = f"{url.database}?{'&'.join(f'{k}={v}' for k, v in url.query.items() if k != 'uri')}"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return str(row[0]) if row else None


def _journal_is_empty(database: Path) -> bool:
    return not any(_size(database, side) for side in _JOURNALS)


def _rolls_back(database: Path) -> bool:
    """True if a change was broken off, and has to be taken back before anything can be read."""
    return _size(database, "-journal") > 0


def _size(database: Path, side: str) -> int:
    try:
        return database.with_name(database.name + side).stat().st_size
    except FileNotFoundError:
        return 0
