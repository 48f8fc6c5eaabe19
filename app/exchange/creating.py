"""Making a unit's workspace from a task or recovery package."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from uuid6 import uuid7

from app.exchange.envelope.reading import open_package
from app.exchange.errors import PackageForSomebodyElse
from app.exchange.merge.admission import read_incoming
from app.exchange.merge.incoming import Incoming
from app.exchange.receiving import MergeReport, merge_package
from app.framework.keys import UnitId
from app.framework.schema import Framework
from app.identity.service import Identity
from app.isolation import Workers
from app.jobs import JobContext
from app.storage.layout import Layout
from app.unit_of_work import Clock
from app.workspace.errors import FolderNotEmpty, WorkspaceExists
from app.workspace.making import create_workspace
from app.workspace.opening import open_workspace
from app.workspace.unit_state import RegistryState, UnitState
from models import WorkspaceInfo
from models.base import utc_now
from models.vocabulary import WorkspaceRole


def create_from_task_package(
    path: Path,
    packages: Sequence[Path],
    job: JobContext,
    *,
    trust: str | None,
    clock: Clock = utc_now,
) -> MergeReport:
    """Make the workspace of the unit that a task package is for, and lay the office's ground in it.

    A recovery package holds the same ground, and fills it with the unit's own work. The workspace
    is built beside its place and renamed, so that no half-made one can be met. ``trust`` is the
    office's fingerprint, which a person compared; without it ``PeerUnconfirmed`` tells it.

    Raises:
        WorkspaceExists, FolderNotEmpty: the place is taken; merge the package there instead.
        PackageForSomebodyElse: the package is for no unit.
        PackageError, FingerprintDiffers, Cancelled: see ``merge_package``.
    """
    path = path.absolute()
    if Layout(path).database.exists():
        raise WorkspaceExists(path)
    if path.exists() and any(path.iterdir()):
        raise FolderNotEmpty(path)
    with open_package(packages, job=job) as package:
        incoming = read_incoming(package)
    base, framework, own = incoming.base, incoming.framework, incoming.header.recipient.unit_id
    if base is None or framework is None or own is None:
        raise PackageForSomebodyElse(incoming.path, incoming.header.recipient.name)
    made = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    building = path.parent / f".{path.name}.{uuid7()}.new"
    done = False
    try:
        _make(building, incoming, framework, UnitId(own), clock)
        with open_workspace(building, clock=clock) as workspace, Workers() as workers:
            identity = Identity(workspace)
            report = merge_package(workspace, workers, identity, packages, job, trust=trust)
        if path.exists():
            path.rmdir()
        building.rename(path)
        done = True
    finally:
        if building.exists():
            shutil.rmtree(building)
        if not done:
            _take_away(made)
    return report


def _take_away(folders: Sequence[Path]) -> None:
    """Remove the folders made for nothing, the innermost first; one that is in use stays."""
    for folder in folders:
        if not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()


def _make(path: Path, incoming: Incoming, framework: Framework, own: UnitId, clock: Clock) -> None:
    """Make a workspace whose own unit has the id that the office knows it by."""
    county, recipient = incoming.header.county, incoming.header.recipient

    def register(state: RegistryState) -> RegistryState:
        if any(unit.id == own for unit in state.units):
            return state
        return state.adding(UnitState(own, recipient.name))

    create_workspace(path, framework, county, None, clock, register=register, county_given=True)
    with open_workspace(path, clock=clock) as workspace, workspace.database.writing() as work:
        info = work.session.scalars(select(WorkspaceInfo)).one()
        info.role, info.unit_id = WorkspaceRole.UNIT, own
        work.record("workspace.given", info.id, unit=recipient.name)
        work.commit()
