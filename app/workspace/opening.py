"""Opening a workspace: lock, backup, migration, then what all services share."""

import os
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError

from app.destination import Destination
from app.errors import (
    DatabaseNotRead,
    JuanzongError,
    PathTooLong,
    WorkspaceNotWritable,
)
from app.framework.errors import FrameworkAltered
from app.framework.keys import UnitId
from app.framework.schema import Framework
from app.originals import FolderStore, OriginalStore
from app.paths import extended
from app.storage.backup_note import newest_sound_backup
from app.storage.damage import database_damaged, told_by_damage
from app.storage.layout import Layout, clear_unfinished
from app.terms import UNNAMED_PERSON
from app.unit_of_work import Clock, Database, Listener
from app.workspace.backup import back_up_daily
from app.workspace.errors import (
    NotAWorkspace,
    WorkspaceTooNew,
    WorkspaceTooOld,
)
from app.workspace.present import present_framework
from app.workspace.readable import ReadableDatabase
from app.workspace.registry import Registry, load_registry
from models import Unit, WorkspaceInfo
from models.base import utc_now
from models.engine import open_engine, sqlite_url
from models.migrate import known_versions, newest_version, upgrade, version_of
from models.vocabulary import WorkspaceRole

if TYPE_CHECKING:
    from app.workspace.lock import WorkspaceLock

Result = TypeVar("Result")

#: SQLite takes 512 bytes for a path outside of Windows, and its companion files have longer ones.
_LONGEST_PATH = 480


@dataclass(frozen=True, slots=True)
class Facts:
    """Who owns the workspace, and which indicator set it uses."""

    id: str
    role: WorkspaceRole
    county: str
    unit_id: UnitId | None
    unit_name: str | None
    framework: Framework


class Workspace:
    """An open workspace. Close it, or use it in a ``with`` block."""

    def __init__(
        self,
        layout: Layout,
        database: Database,
        originals: OriginalStore,
        held: "WorkspaceLock | ReadableDatabase",
    ) -> None:
        self.layout = layout
        self.database = database
        self.originals = originals
        self._held = held
        self.facts = self.reload_facts()

    def reload_facts(self) -> Facts:
        """Read the facts again, after something changed them."""
        with self.database.reading() as session:
            info = session.scalars(select(WorkspaceInfo)).one()
            unit = session.get_one(Unit, info.unit_id) if info.unit_id else None
            framework = present_framework(session)
        self.facts = Facts(
            id=info.id,
            role=info.role,
            county=info.county,
            unit_id=info.unit_id,
            unit_name=unit.name if unit else None,
            framework=framework,
        )
        return self.facts

    def registry(self) -> Registry:
        """Read the units, groups and responsibilities as they stand now."""
        with self.database.reading() as session:
            return load_registry(session)

    def today(self) -> date:
        """The day on the wall calendar, by the workspace's clock."""
        return self.database.now().astimezone().date()

    def destination(self, folder: Path) -> Destination:
        """The place that will be written to; ask before the work for it begins.

        A folder in the workspace is only one while the workspace is there.

        Raises:
            FolderNotWritable: the place is gone.
        """
        inside = self.layout.root in folder.absolute().parents
        return Destination.remember(folder, self.layout.database if inside else None)

    def demand_present(self) -> None:
        """Raise ``DatabaseNotRead`` if the workspace's disk is gone: nothing is read from it."""
        if not extended(self.layout.database).exists():
            raise DatabaseNotRead(self.layout.root, "工作区所在的磁盘不见了")

    def close(self) -> None:
        """Let go of the database, and of the lock or what reading needed."""
        self.database.close()
        self._held.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close; an error that a damaged database caused is raised as ``DatabaseDamaged``."""
        try:
            if isinstance(error, Exception) and not isinstance(error, JuanzongError):
                told = told_by_damage(self.layout.root, self.database.engine, error)
                if told is not None:
                    raise told from error
        finally:
            self.close()


def demand_short(database: Path) -> None:
    """Raise ``PathTooLong`` if SQLite or its companion files would not open there."""
    length = len(os.fsencode(extended(database)))
    if os.name != "nt" and length > _LONGEST_PATH:
        raise PathTooLong(database.parent, length, _LONGEST_PATH)


def open_workspace(
    path: Path,
    *,
    read_only: bool = False,
    clock: Clock = utc_now,
    listeners: Sequence[Listener] = (),
) -> Workspace:
    """Open a workspace; for writing it is locked, backed up daily and migrated if need be.

    For reading nothing is written in the folder, so it may lie on a disk that cannot be written.
    ``listeners`` hear of everything that is committed; see ``UnitOfWork``.

    Raises:
        NotAWorkspace: the folder holds none, and no backup of one.
        PathTooLong: SQLite does not open the database there.
        WorkspaceLocked: another program writes in it.
        WorkspaceNotWritable, WorkspaceObstructed: it can only be opened for reading.
        WorkspaceTooNew: a newer program made it.
        WorkspaceTooOld: it must be migrated first, and is to be opened for reading only.
        DatabaseDamaged, DatabaseNotRead: the database cannot be read.
    """
    layout = Layout(path.absolute())
    layout.demand_free(for_reading=True)
    try:
        found = extended(layout.database).is_file()
    except OSError as error:
        raise DatabaseNotRead(layout.database, error.strerror or str(error)) from error
    if not found:
        raise _without_database(layout)
    demand_short(layout.database)
    return _open_reading(layout, clock) if read_only else _open_writing(layout, clock, listeners)


def _open_writing(layout: Layout, clock: Clock, listeners: Sequence[Listener]) -> Workspace:
    # Reading needs none of it.
    from app.workspace.interrupted import settle_interrupted
    from app.workspace.lock import WorkspaceLock

    lock = WorkspaceLock(layout, clock())
    engine = open_engine(sqlite_url(extended(layout.database)))
    try:
        _bring_up_to_date(layout, engine, clock(), read_only=False)
        originals = FolderStore(layout.originals)
        _prepare_folder(layout, originals, engine, clock())
        database = Database(
            engine, layout.root, UNNAMED_PERSON, clock, read_only=False, listeners=listeners
        )
        _guard(layout, engine, lambda: settle_interrupted(database))
        return _guard(layout, engine, lambda: Workspace(layout, database, originals, lock))
    except BaseException:
        engine.dispose()
        lock.release()
        raise


def _open_reading(layout: Layout, clock: Clock) -> Workspace:
    readable = ReadableDatabase(layout)
    engine = open_engine(readable.url)
    try:
        if readable.copied:
            # The copy is nobody's: bringing it up to date changes nothing that lasts.
            _bring_up_to_date(layout, engine, clock(), read_only=False, backed_up=True)
        else:
            _bring_up_to_date(layout, engine, clock(), read_only=True)
        originals = FolderStore(layout.originals)
        database = Database(engine, layout.root, UNNAMED_PERSON, clock, read_only=True)
        return _guard(layout, engine, lambda: Workspace(layout, database, originals, readable))
    except BaseException:
        engine.dispose()
        readable.release()
        raise


def _prepare_folder(layout: Layout, originals: FolderStore, engine: Engine, now: datetime) -> None:
    """Clear away what was left, and make today's backup."""
    try:
        layout.make_folders()
        layout.tighten()
        originals.clear_incoming()
        clear_unfinished(layout)
        _guard(layout, engine, lambda: back_up_daily(layout, now))
    except OSError as error:
        detail = error.strerror or str(error)
        raise WorkspaceNotWritable(layout.root, detail) from error


def _bring_up_to_date(
    layout: Layout, engine: Engine, now: datetime, *, read_only: bool, backed_up: bool = False
) -> None:
    found = _guard(layout, engine, lambda: version_of(engine))
    if found is None:
        raise _without_database(layout)
    if found not in known_versions():
        raise WorkspaceTooNew(layout.root, found)
    newest = newest_version()
    if found == newest:
        return
    if read_only:
        raise WorkspaceTooOld(layout.root, found)
    if not backed_up:
        from app.workspace.backup import back_up

        _guard(layout, engine, lambda: back_up(layout, now, f"before-{newest}"))
    _guard(layout, engine, lambda: upgrade(engine))


def _without_database(layout: Layout) -> JuanzongError:
    """Why nothing can be opened: here never was a workspace, or it has lost its database."""
    if newest_sound_backup(layout.root) is None:
        return NotAWorkspace(layout.root)
    return database_damaged(layout.root, "数据库文件不见了，或是空的")


def _guard(layout: Layout, engine: Engine, read: Callable[[], Result]) -> Result:
    """Read what every opening reads; what a damaged database makes of it is told as that."""
    try:
        return read()
    except FrameworkAltered as error:
        raise database_damaged(layout.root, "指标体系与存入时不一致") from error
    except JuanzongError:
        raise
    except (
        SQLAlchemyError,
        sqlite3.Error,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
    ) as error:
        told = told_by_damage(layout.root, engine, error)
        if told is not None:
            raise told from error
        if isinstance(error, SQLAlchemyError | sqlite3.Error):
            raise database_damaged(layout.root, str(getattr(error, "orig", error))) from error
        raise
