"""Making a workspace: built beside its place, then renamed."""

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from uuid6 import uuid7

from app.errors import FolderNotWritable, NamedThing, UnitUnknown
from app.framework.schema import Framework
from app.naming import demand_name
from app.paths import extended
from app.private_files import make_private_file, make_private_folder
from app.storage.damage import told_by_driver
from app.storage.layout import Layout
from app.terms import UNNAMED_PERSON
from app.unit_of_work import Clock, Database, UnitOfWork
from app.workspace.errors import FolderNotEmpty, WorkspaceExists
from app.workspace.obligations import Obligations
from app.workspace.obligations_store import keep_obligations
from app.workspace.opening import demand_short
from app.workspace.registry import load_registry, seed_registry
from app.workspace.unit_ids import unit_id
from app.workspace.unit_state import RegistryState, UnitState
from app.workspace.unit_store import read_state, write_state
from models import FrameworkRecord, WorkspaceInfo
from models.base import utc_now
from models.engine import open_engine, sqlite_url
from models.migrate import upgrade
from models.vocabulary import WorkspaceRole


def create_workspace(
    path: Path,
    framework: Framework,
    county: str,
    unit: str | None = None,
    clock: Clock = utc_now,
    *,
    unit_groups: Sequence[str] = (),
    register: Callable[[RegistryState], RegistryState] | None = None,
    county_given: bool = False,
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
        county_given: the county's name is the office's, perhaps of an earlier version, and is taken
            as it is; what somebody typed must be a name.

    Raises:
        NameUnfit: the county or the unit cannot be called so.
        WorkspaceExists: there is one already.
        FolderNotEmpty: the folder holds something else.
        PathTooLong: SQLite would not open the database there.
        FolderNotWritable, DatabaseNotWritten: it cannot be made there; nothing is left.
        UnitUnknown: the indicator set knows no such unit, and no group was named for it.
        UnitNameTaken, GroupUnknown: the unit cannot be registered.
    """
    path = path.absolute()
    if not county_given:
        county = demand_name(county, NamedThing.COUNTY)
    if Layout(path).database.exists():
        raise WorkspaceExists(path)
    if path.exists() and any(path.iterdir()):
        raise FolderNotEmpty(path)
    layout = Layout(path.parent / f".{path.name}.{uuid7()}.new")
    demand_short(layout.database)
    unit_name = _own_name(framework, unit, unit_groups) if unit else None
    building = layout.root
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
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
    except OSError as error:
        raise FolderNotWritable(path.parent, error.strerror or str(error)) from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        told = told_by_driver(path, getattr(error, "orig", None) or error)
        if told is None:
            raise
        raise told from error
    finally:
        if building.exists():
            shutil.rmtree(building)


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
    keep_obligations(work.session, Obligations())
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
