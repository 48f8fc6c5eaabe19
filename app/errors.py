"""The typed errors of 卷宗. They carry data; ``app.wording`` turns them into sentences.

Every error is a dataclass, so that its fields are its message. ``exit_code`` is what the command
line returns: 1 finished but something failed, 2 wrong usage, 3 workspace problem.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar

from app.framework.findings import Finding
from app.problems import Problem
from models.vocabulary import VerificationMethod


class JuanzongError(Exception):
    """The root of every error that is meant for a person."""

    exit_code: ClassVar[int] = 1

    def __str__(self) -> str:
        """Name the type and its data, for logs; people read ``app.wording.describe_error``."""
        return repr(self)


class UsageError(JuanzongError):
    """What was asked for does not exist or does not fit."""

    exit_code: ClassVar[int] = 2


class WorkspaceError(JuanzongError):
    """The workspace itself cannot be used as asked."""

    exit_code: ClassVar[int] = 3


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
class WorkspaceReadOnly(WorkspaceError):
    """A change was asked of a workspace that is open for reading."""

    path: Path


@dataclass(eq=False)
class DatabaseDamaged(WorkspaceError):
    """The database does not open or fails its own check."""

    path: Path
    detail: str


@dataclass(eq=False)
class BackupDamaged(WorkspaceError):
    """A backup cannot be read, or is none."""

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
class OriginalDamaged(WorkspaceError):
    """A stored original no longer has the content it was stored under."""

    sha256: str
    path: Path


@dataclass(eq=False)
class OriginalMissing(WorkspaceError):
    """A stored original is gone."""

    sha256: str


@dataclass(eq=False)
class DiskFull(WorkspaceError):
    """The disk has too little room for what is to be written."""

    path: Path
    needed: int
    free: int


@dataclass(eq=False)
class DatabaseNotWritten(WorkspaceError):
    """The system does not let the database be written; nothing of the last step was kept."""

    path: Path
    detail: str


@dataclass(eq=False)
class PathTooLong(WorkspaceError):
    """The database's path is longer than SQLite opens; ``limit`` and ``length`` are bytes."""

    path: Path
    length: int
    limit: int


@dataclass(eq=False)
class IndicatorUnknown(UsageError):
    """No indicator has this code."""

    code: str


@dataclass(eq=False)
class MethodUnknown(UsageError):
    """No verification method has this name."""

    name: str


@dataclass(eq=False)
class MethodNotRequired(UsageError):
    """The indicator is not verified by this method."""

    indicator: str
    method: VerificationMethod
    available: tuple[VerificationMethod, ...]


@dataclass(eq=False)
class PointUnknown(UsageError):
    """The task has no such evidence point."""

    indicator: str
    method: VerificationMethod
    point: int
    count: int


@dataclass(eq=False)
class ThresholdUnknown(UsageError):
    """The place has no threshold of this wording, or several fit it."""

    place: str
    text: str
    available: tuple[str, ...]


@dataclass(eq=False)
class UnitUnknown(UsageError):
    """No unit has this name or alias."""

    name: str
    similar: tuple[str, ...] = ()


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
class UnitNameInvalid(UsageError):
    """No unit can be called so."""

    name: str


@dataclass(eq=False)
class OwnUnitRetired(UsageError):
    """The workspace's own unit cannot go out of use."""

    name: str


@dataclass(eq=False)
class UnitListUnreadable(UsageError):
    """A list of units cannot be used at all; ``detail`` says why, in Chinese."""

    name: str
    detail: str


@dataclass(eq=False)
class OwnedByUnit(UsageError):
    """The creation office would change what a unit entered."""

    title: str


@dataclass(eq=False)
class OwnedByOffice(UsageError):
    """A unit would change what the creation office entered in its stead."""

    title: str


@dataclass(eq=False)
class NotOwnUnit(UsageError):
    """A unit would enter something for another unit."""

    name: str
    own: str


@dataclass(eq=False)
class NothingNamed(UsageError):
    """Neither files with their place nor a manifest were named."""


@dataclass(eq=False)
class CompanionUnclear(UsageError):
    """Either a printed PDF is to be added or the one that is there to be removed."""


@dataclass(eq=False)
class SettingInvalid(UsageError):
    """No setting has this name, or it does not take this value."""

    change: str
    names: tuple[str, ...]


@dataclass(eq=False)
class UnitRequired(UsageError):
    """Several units answer for the indicator, so the one whose evidence it is must be named."""

    indicator: str
    units: tuple[str, ...]


@dataclass(eq=False)
class DateNotUnderstood(UsageError):
    """What was given as a date is none, or lies before 1990 or in the future."""

    text: str


@dataclass(eq=False)
class PlacementUnknown(UsageError):
    """No placement has this id, or it was removed."""

    placement_id: str


@dataclass(eq=False)
class ManifestUnreadable(UsageError):
    """A list of files to take in cannot be used at all; ``detail`` says why, in Chinese."""

    path: Path
    detail: str


@dataclass(eq=False)
class ManifestCellInvalid(UsageError):
    """A cell of a list cannot be what it should; ``column`` is the column's Chinese name."""

    column: str
    text: str


@dataclass(eq=False)
class NotTakenIn(JuanzongError):
    """A file was not taken in; ``problem`` says why."""

    name: str
    problem: Problem


@dataclass(eq=False)
class AlreadyPlaced(UsageError):
    """The item lies at this place already."""

    title: str
    indicator: str


@dataclass(eq=False)
class RevisionUnchanged(UsageError):
    """What was given as a new version has the very content of the present one."""

    name: str


@dataclass(eq=False)
class NotAPdf(UsageError):
    """A printed PDF was asked for, and the file is something else; ``label`` says what."""

    name: str
    label: str


@dataclass(eq=False)
class ItemUnknown(UsageError):
    """No evidence item has this id."""

    item_id: str


@dataclass(eq=False)
class RevisionUnknown(UsageError):
    """The item has no revision of this number."""

    number: int
    available: tuple[int, ...]


@dataclass(eq=False)
class PlaceAmbiguous(UsageError):
    """The item lies at several places, so the one that is meant must be named."""

    title: str
    places: tuple[str, ...]


@dataclass(eq=False)
class ClassifiedRefused(JuanzongError):
    """The file bears a mark of state secrecy and was refused before anything was stored.

    Its name is for the person at the screen only, so it is kept out of ``str`` and ``repr``,
    which is what logs are made of.
    """

    name: str = field(repr=False)
    mark: str = field(repr=False)


@dataclass(eq=False)
class FileUnreadable(JuanzongError):
    """The operating system does not let the file be read."""

    path: Path
    detail: str


@dataclass(eq=False)
class FolderNotWritable(JuanzongError):
    """The operating system does not let anything be written in the folder."""

    path: Path
    detail: str


@dataclass(eq=False)
class ConversionFailed(JuanzongError):
    """A file cannot become PDF; ``problem`` says why."""

    name: str
    problem: Problem


@dataclass(eq=False)
class FrameworkUnknown(UsageError):
    """No indicator set of this code (and version) is built in or installed."""

    name: str
    available: tuple[str, ...]


@dataclass(eq=False)
class FrameworkInvalid(UsageError):
    """A pack is not a sound indicator set; ``findings`` holds every fault with line and field."""

    path: Path
    findings: tuple[Finding, ...]


@dataclass(eq=False)
class FrameworkConflict(UsageError):
    """A set of this code and version is there already, with different content."""

    reference: str
    path: Path


@dataclass(eq=False)
class LedgerOpen(JuanzongError):
    """The account of a job does not close: an input is unaccounted for. Nothing was replaced."""

    inputs: int
    included: int
    excluded: int
    failed: int
    unexplained: tuple[str, ...] = ()


@dataclass(eq=False)
class BindingFailed(JuanzongError):
    """A bound volume does not agree with its plan; the old file, if any, is intact."""

    name: str
    detail: str


@dataclass(eq=False)
class TargetInUse(JuanzongError):
    """A file cannot be replaced because another program holds it open."""

    path: Path


@dataclass(eq=False)
class StageUnknown(UsageError):
    """The indicator set has no stage of this number; 0 if none was named."""

    number: int
    available: tuple[int, ...]


@dataclass(eq=False)
class StageDatesInvalid(UsageError):
    """A stage would end before ``other`` does, or before it begins itself."""

    stage: str
    deadline: date
    other: str
    other_day: date


@dataclass(eq=False)
class ReportUnknown(UsageError):
    """No paper has this name."""

    name: str
    available: tuple[str, ...]


@dataclass(eq=False)
class ReportNotForUnit(UsageError):
    """The paper speaks of the whole county and is not made for single units."""

    name: str


@dataclass(eq=False)
class TemplateInvalid(UsageError):
    """A county's own template cannot be used; ``detail`` says why, in Chinese."""

    path: Path
    detail: str


@dataclass(eq=False)
class TargetExists(UsageError):
    """There is a file of this name, and nobody said that it may be replaced."""

    path: Path
