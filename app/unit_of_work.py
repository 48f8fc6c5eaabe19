"""The unit of work: one transaction with an explicit commit, and the log entries it writes."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.orm import Session, sessionmaker

from app.errors import DatabaseNotWritten, WorkspaceReadOnly
from app.eventlog import Entry, append_events
from app.ownership import guard
from app.secrecy.typed import refuse_secrets
from models.engine import WRITES

Clock = Callable[[], datetime]

#: What the drive does to a database; the low byte of SQLite's extended codes.
_DRIVE_TROUBLE = {sqlite3.SQLITE_FULL: "磁盘已满", sqlite3.SQLITE_IOERR: "磁盘读写出错"}


class UnitOfWork:
    """One writing transaction. Leaving the block without ``commit`` undoes everything."""

    def __init__(self, session: Session, actor: str, clock: Clock) -> None:
        self.session = session
        self.actor = actor
        self._clock = clock
        self.now = clock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.session.close()

    def record(self, action: str, subject: str, **data: object) -> None:
        """Add an entry to the log (操作记录) within this transaction.

        ``action`` is an identifier such as ``item.attached``; ``data`` must be JSON values.
        """
        self.record_all([Entry(action, subject, data)])

    def record_all(self, entries: Iterable[Entry]) -> None:
        """Add many entries to the log at once, in their order."""
        append_events(self.session, self.now, self.actor, entries)

    def commit(self) -> None:
        """Make everything since the last commit permanent."""
        self.session.commit()


class Database:
    """The workspace's database: short reading sessions and writing units of work."""

    def __init__(
        self, engine: Engine, path: Path, actor: str, clock: Clock, *, read_only: bool
    ) -> None:
        self.engine = engine
        self.path = path
        self.actor = actor
        self.read_only = read_only
        self._clock = clock
        self._readers = sessionmaker(engine, expire_on_commit=False)
        self._writers = sessionmaker(
            engine.execution_options(**{WRITES: True}), expire_on_commit=False
        )
        event.listen(self._writers, "before_flush", guard)
        event.listen(self._writers, "before_flush", refuse_secrets)
        event.listen(engine, "handle_error", self._tell_of_the_drive)

    def _tell_of_the_drive(self, context: ExceptionContext) -> None:
        error = context.original_exception
        if isinstance(error, sqlite3.OperationalError):
            trouble = _DRIVE_TROUBLE.get(error.sqlite_errorcode & 0xFF)
            if trouble is not None:
                raise DatabaseNotWritten(self.path, trouble) from error

    def now(self) -> datetime:
        """The present moment by the workspace's clock."""
        return self._clock()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that only reads; load what is needed before it closes."""
        with self._readers() as session:
            yield session

    def writing(self) -> UnitOfWork:
        """Begin a unit of work. Raises ``WorkspaceReadOnly`` if opened for reading."""
        if self.read_only:
            raise WorkspaceReadOnly(self.path)
        return UnitOfWork(self._writers(), self.actor, self._clock)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()
