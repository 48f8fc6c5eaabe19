"""Making and opening a workspace: lock, backup, migration, then the services' common ground."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Engine, select
from sqlalchemy.exc import DatabaseError
from uuid6 import uuid7

from app.errors import PathTooLong, UnitUnknown
from app.framework.schema import Framework
from app.framework.stored import take_stored
from app.originals import FolderStore, OriginalStore
from app.paths import extended
from app.private_files import make_private_file, make_private_folder
from app.terms import UNNAMED_PERSON
from app.unit_of_work import Clock, Database, UnitOfWork
from app.workspace.backup import back_up, back_up_daily
from app.workspace.errors import (
    DatabaseDamaged,
    FolderNotEmpty,
    NotAWorkspace,
    WorkspaceExists,
    WorkspaceTooNew,
    WorkspaceTooOld,
)
from app.workspace.interrupted import settle_interrupted
from app.workspace.layout import Layout, clear_unfinished
from app.workspace.lock import WorkspaceLock
from app.workspace.registry import Registry, load_registry, seed_registry
from app.workspace.unit_state import RegistryState, UnitState, unit_id
from app.workspace.unit_store import read_state, write_state
from models import FrameworkRecord, Unit, WorkspaceInfo
from models.base import utc_now
from models.engine import open_engine, sqlite_url
from models.migrate import known_versions, newest_version, upgrade, version_of
from models.vocabulary import WorkspaceRole

Result = TypeVar("Result")

#: SQLite takes 512 bytes for a path outside of Windows, and its companion files have longer ones.
_LONGEST_PATH = 480


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose workspace it is, and by which indicator set it works."""

    id: str
    role: WorkspaceRole
    county: str
    unit_id: str | None
    unit_name: str | None
    framework: Framework


class Workspace:
    """An open workspace. Close it, or use it in a ``with`` block."""

    def __init__(
        self,
        layout: Layout,
        database: Database,
        originals: OriginalStore,
        lock: WorkspaceLock | None,
    ) -> None:
        self.layout = layout
        self.database = database
        self.originals = originals
        self._lock = lock
        self.facts = self.reload_facts()

    def reload_facts(self) -> Facts:
        """Read the facts again, after something changed them."""
        with self.database.reading() as session:
            info = session.scalars(select(WorkspaceInfo)).one()
            record = session.get_one(FrameworkRecord, info.framework_id)
            unit = session.get_one(Unit, info.unit_id) if info.unit_id else None
        self.facts = Facts(
            id=info.id,
            role=info.role,
            county=info.county,
            unit_id=info.unit_id,
            unit_name=unit.name if unit else None,
            framework=take_stored(record.content, record.content_sha256),
        )
        return self.facts

    def registry(self) -> Registry:
        """Read the units, groups and responsibilities as they stand now."""
        with self.database.reading() as session:
            return load_registry(session)

    def close(self) -> None:
        """Let go of the database and the lock."""
        self.database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _demand_short(database: Path) -> None:
    """Raise ``PathTooLong`` if SQLite or its companion files would not open there."""
    length = len(os.fsencode(extended(database)))
    if os.name != "nt" and length > _LONGEST_PATH:
        raise PathTooLong(database.parent, length, _LONGEST_PATH)


def create_workspace(
    path: Path,
    framework: Framework,
    county: str,
    unit: str | None = None,
    clock: Clock = utc_now,
    *,
    unit_groups: Sequence[str] = (),
    register: Callable[[RegistryState], RegistryState] | None = None,
) -> None:
    """Make a workspace: the office's, or that of ``unit`` if one is named.

    It is built beside its place and renamed, so that no half-made one can be met.

    Args:
        path: the folder, absent or empty.
        framework: the indicator set.
        county: the county's name.
        unit: whose workspace it is; the office's if it is None.
        clock: tells the time.
        unit_groups: the groups of a unit that the indicator set does not name; such a unit (a
            township) is registered in them.
        register: changes the county's units and groups before anybody sees them.

    Raises:
        WorkspaceExists: there is one already.
        FolderNotEmpty: the folder holds something else.
        PathTooLong: SQLite would not open the database there.
        UnitUnknown: the indicator set knows no such unit, and no group was named for it.
        UnitNameInvalid, UnitNameTaken, GroupUnknown: the unit cannot be registered.
    """
    path = path.absolute()
    if Layout(path).database.exists():
        raise WorkspaceExists(path)
    if path.exists() and any(path.iterdir()):
        raise FolderNotEmpty(path)
    layout = Layout(path.parent / f".{path.name}.{uuid7()}.new")
    _demand_short(layout.database)
    unit_name = _own_name(framework, unit, unit_groups) if unit else None
    path.parent.mkdir(parents=True, exist_ok=True)
    building = layout.root
    try:
        make_private_folder(building)
        layout.make_folders()
        make_private_file(layout.database)
        engine = open_engine(sqlite_url(extended(layout.database)))
        upgrade(engine)
        database = Database(engine, building, UNNAMED_PERSON, clock, read_only=False)
        with database.writing() as work:
            _fill(work, framework, county, unit_name, _registering(county, unit_name, unit_groups))
            if register is not None:
                present = read_state(work.session)
                write_state(work, present, register(present))
            work.commit()
        database.close()
        if path.exists():
            path.rmdir()
        building.rename(path)
        Layout(path).tighten()
    finally:
        if building.exists():
            shutil.rmtree(building)


def open_workspace(path: Path, *, read_only: bool = False, clock: Clock = utc_now) -> Workspace:
    """Open a workspace; for writing it is locked, backed up daily and migrated if need be.

    Raises:
        NotAWorkspace: the folder holds none.
        PathTooLong: SQLite does not open the database there.
        WorkspaceLocked: another program writes in it.
        WorkspaceTooNew: a newer program made it.
        WorkspaceTooOld: it must be migrated first, and is to be opened for reading only.
        DatabaseDamaged: the database cannot be read.
    """
    layout = Layout(path.absolute())
    if not layout.database.is_file():
        raise NotAWorkspace(layout.root)
    _demand_short(layout.database)
    lock = None if read_only else WorkspaceLock(layout, clock())
    engine = open_engine(sqlite_url(extended(layout.database), read_only=read_only))
    try:
        _bring_up_to_date(layout, engine, clock(), read_only=read_only)
        originals = FolderStore(layout.originals)
        if not read_only:
            layout.make_folders()
            layout.tighten()
            originals.clear_incoming()
            clear_unfinished(layout)
            back_up_daily(layout, clock())
        actor = UNNAMED_PERSON
        database = Database(engine, layout.root, actor, clock, read_only=read_only)
        if not read_only:
            _guard(layout, lambda: settle_interrupted(database))
        return _guard(layout, lambda: Workspace(layout, database, originals, lock))
    except BaseException:
        engine.dispose()
        if lock is not None:
            lock.release()
        raise


def _bring_up_to_date(layout: Layout, engine: Engine, now: datetime, *, read_only: bool) -> None:
    found = _guard(layout, lambda: version_of(engine))
    if found is None:
        raise NotAWorkspace(layout.root)
    if found not in known_versions():
        raise WorkspaceTooNew(layout.root, found)
    newest = newest_version()
    if found == newest:
        return
    if read_only:
        raise WorkspaceTooOld(layout.root, found)
    back_up(layout, now, f"before-{newest}")
    upgrade(engine)


def _guard(layout: Layout, read: Callable[[], Result]) -> Result:
    try:
        return read()
    except DatabaseError as error:
        raise DatabaseDamaged(layout.database, str(error.orig)) from error


def _own_name(framework: Framework, unit: str, groups: Sequence[str]) -> str:
    try:
        return framework.unit(unit).name
    except UnitUnknown:
        if not groups:
            raise
    return unit.strip()


def _registering(
    county: str, unit: str | None, groups: Sequence[str]
) -> Callable[[RegistryState], RegistryState]:
    """Register the workspace's own unit in its groups if the indicator set does not name it."""

    def register(state: RegistryState) -> RegistryState:
        if unit is None or state.find(unit) is not None:
            return state
        own = UnitState(unit_id(county, unit), unit)
        state = state.adding(own)
        for group in groups:
            state = state.joining(own.id, group)
        return state

    return register


def _fill(
    work: UnitOfWork,
    framework: Framework,
    county: str,
    unit: str | None,
    register: Callable[[RegistryState], RegistryState],
) -> None:
    content = framework.to_json()
    record = FrameworkRecord(
        code=framework.code,
        version=framework.version,
        title=framework.title,
        content=content,
        content_sha256=framework.fingerprint,
        installed_at=work.now,
    )
    work.session.add(record)
    seed_registry(work.session, framework, county)
    work.session.flush()
    present = read_state(work.session)
    write_state(work, present, register(present))
    registry = load_registry(work.session)
    role = WorkspaceRole.UNIT if unit else WorkspaceRole.OFFICE
    info = WorkspaceInfo(
        role=role,
        county=county,
        unit_id=registry.unit(unit).id if unit else None,
        framework_id=record.id,
        created_at=work.now,
    )
    work.session.add(info)
    work.session.flush()
    work.record(
        "workspace.created",
        info.id,
        role=role.value,
        county=county,
        unit=unit or "",
        framework=framework.reference,
    )
