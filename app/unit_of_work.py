"""The unit of work: one transaction with an explicit commit, and its log entries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.orm import Session, UOWTransaction, sessionmaker

from app.errors import (
    DatabaseNotWritten,
    JuanzongError,
    RowUnknown,
    WorkspaceError,
    WorkspaceReadOnly,
)
from app.eventlog import Entry, append_events
from app.paths import extended
from app.storage.damage import told_by_damage, told_by_driver
from models.engine import SEALED, WRITES

Clock = Callable[[], datetime]

#: Hears what a unit of work has committed, in the thread that wrote it.
Listener = Callable[[tuple[Entry, ...]], object]


class UnitOfWork:
    """One writing transaction. Leaving the block without ``commit`` undoes everything."""

    def __init__(
        self,
        session: Session,
        actor: str,
        now: datetime,
        place: Path,
        told_by_damage: Callable[[BaseException], WorkspaceError | None],
        listeners: Sequence[Listener] = (),
    ) -> None:
        self.session = session
        self.actor = actor
        self.now = now
        self._place = place
        self._told_by_damage = told_by_damage
        self._listeners = listeners
        self._entries: list[Entry] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.session.close()
        if isinstance(error, RowUnknown):
            told = self._told_by_damage(error)
            if told is not None:
                raise told from error

    def record(self, action: str, subject: str, **data: object) -> None:
        """Add an entry to the log (操作记录) within this transaction.

        ``action`` is an identifier such as ``item.attached``; ``data`` must be JSON values.
        """
        self.record_all([Entry(action, subject, data)])

    def record_all(self, entries: Iterable[Entry]) -> None:
        """Add many entries to the log at once, in their order."""
        added = tuple(entries)
        append_events(self.session, self.now, self.actor, added)
        self._entries += added

    def announce(self, action: str, subject: str, **data: object) -> None:
        """Tell the listeners of a change that has no entry of its own in the log.

        ``action`` is one of the log's, of an entry that says the same.
        """
        self._entries.append(Entry(action, subject, data))

    def commit(self) -> None:
        """Make everything since the last commit permanent, and tell the listeners.

        Raises:
            DatabaseNotWritten: the workspace is not there any more. A stick that was pulled out
                may leave an empty folder in its place: originals went there, and the database,
                which is still open, would name what nobody has.
        """
        if not extended(self._place).exists():
            raise DatabaseNotWritten(self._place, "工作区所在的磁盘不见了")
        self.session.commit()
        told, self._entries = tuple(self._entries), []
        if told:
            for listener in self._listeners:
                listener(told)


class Database:
    """The workspace's database: short reading sessions and writing units of work."""

    def __init__(
        self,
        engine: Engine,
        path: Path,
        actor: str,
        clock: Clock,
        *,
        read_only: bool,
        listeners: Sequence[Listener] = (),
    ) -> None:
        self.engine = engine
        self.path = path
        self.actor = actor
        self.read_only = read_only
        self._clock = clock
        self._listeners = tuple(listeners)
        self._readers = sessionmaker(engine, expire_on_commit=False)
        self._writers = sessionmaker(
            engine.execution_options(**{WRITES: True, SEALED: True}), expire_on_commit=False
        )
        event.listen(self._writers, "before_flush", _check)
        event.listen(engine, "handle_error", self._tell_of_the_drive)

    def _tell_of_the_drive(self, context: ExceptionContext) -> None:
        told = told_by_driver(self.path, context.original_exception)
        if told is not None:
            raise told from context.original_exception

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Raise an error that a damaged database caused as what it is: ``DatabaseDamaged``.

        Whatever else goes wrong in the block is raised as it came.
        """
        try:
            yield
        except Exception as error:
            if isinstance(error, JuanzongError) and not isinstance(error, RowUnknown):
                raise
            told = self._told_by_damage(error)
            if told is None:
                raise
            raise told from error

    def _told_by_damage(self, error: BaseException) -> WorkspaceError | None:
        return told_by_damage(self.path, self.engine, error)

    def now(self) -> datetime:
        """The present moment by the workspace's clock."""
        return self._clock()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session that only reads; load what is needed before it closes."""
        with self.explaining(), self._readers() as session:
            yield session

    def writing(self) -> UnitOfWork:
        """Begin a unit of work. Raises ``WorkspaceReadOnly`` if opened for reading."""
        if self.read_only:
            raise WorkspaceReadOnly(self.path)
        place = Path(self.engine.url.database or self.path)
        return UnitOfWork(
            self._writers(),
            self.actor,
            self._clock(),
            place,
            self._told_by_damage,
            self._listeners,
        )

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def _check(session: Session, context: UOWTransaction, instances: object) -> None:
    # Patterns and tables take a while to make ready, and who only reads needs none of them.
    from app.ownership import guard
    from app.secrecy.typed import refuse_secrets

    guard(session, context, instances)
    refuse_secrets(session, context, instances)
