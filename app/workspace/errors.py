"""What can be wrong with a workspace, its backups, its units and their lists."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import UsageError, WorkspaceError


@dataclass(eq=False)
class NotAWorkspace(WorkspaceError):
    """The folder holds no workspace."""

    path: Path


@dataclass(eq=False)
class WorkspaceExists(WorkspaceError):
    """A workspace is there already; it is never overwritten."""

    path: Path


@dataclass(eq=False)
class FolderNotEmpty(WorkspaceError):
    """A workspace is only made in an empty folder."""

    path: Path


@dataclass(eq=False)
class WorkspaceLocked(WorkspaceError):
    """Another program has the workspace open for writing."""

    path: Path
    holder: str


@dataclass(eq=False)
class WorkspaceTooNew(WorkspaceError):
    """A newer version of the program wrote the workspace."""

    path: Path
    found: str


@dataclass(eq=False)
class WorkspaceTooOld(WorkspaceError):
    """The workspace must be brought up to date, which reading alone cannot do."""

    path: Path
    found: str


@dataclass(eq=False)
class BackupDamaged(WorkspaceError):
    """A backup cannot be read, or is none."""

    path: Path
    detail: str


@dataclass(eq=False)
class BackupAltered(WorkspaceError):
    """A backup is not what was written; restoring it would change what people entered."""

    path: Path
    detail: str


@dataclass(eq=False)
class BackupOfAnother(WorkspaceError):
    """A backup belongs to another workspace."""

    path: Path


@dataclass(eq=False)
class BackupUnknown(UsageError):
    """No backup has this name or number."""

    name: str


@dataclass(eq=False)
class BackupFolderUnfit(UsageError):
    """The folder for backups lies inside the workspace, so that both would be lost together."""

    path: Path


@dataclass(eq=False)
class GroupUnknown(UsageError):
    """No group of units has this name."""

    name: str
    available: tuple[str, ...]


@dataclass(eq=False)
class UnitNameTaken(UsageError):
    """The name, or alias, belongs to another unit."""

    name: str
    owner: str


@dataclass(eq=False)
class OwnUnitRetired(UsageError):
    """The workspace's own unit cannot go out of use."""

    name: str


@dataclass(eq=False)
class ContentChanged(WorkspaceError):
    """Rows of these tables are not what the program stored, so nothing is made of them."""

    path: Path
    tables: tuple[str, ...]


@dataclass(eq=False)
class OfficeOnly(UsageError):
    """Only the creation office does this, and the workspace is a unit's."""

    unit: str


@dataclass(eq=False)
class UnitOnly(UsageError):
    """A unit answers for its own evidence only, and the slot or record is another's."""

    unit: str


@dataclass(eq=False)
class NotResponsible(UsageError):
    """The unit does not answer for the indicator."""

    unit: str
    indicator: str
