"""The typed errors of 卷宗. They carry data; ``app.wording`` makes sentences of them.

Every error is a dataclass, so that its fields are its message. ``exit_code`` is what the command
line returns: 1 finished but something failed, 2 wrong usage, 3 workspace problem.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from app.problems import Problem


class JuanzongError(Exception):
    """The root of every error that is meant for a person."""

    exit_code: ClassVar[int] = 1

    def __str__(self) -> str:
        """The type and its data, for logs; people read ``wording.errors.describe_error``."""
        return repr(self)


class UsageError(JuanzongError):
    """What was asked for does not exist or does not fit."""

    exit_code: ClassVar[int] = 2


class RowUnknown(UsageError):
    """The database has no row of the id or name that was asked for.

    Where an index is damaged the row may be there all the same: ``Database`` looks before it lets
    such an error out.
    """


class WorkspaceError(JuanzongError):
    """The workspace itself cannot be used as asked."""

    exit_code: ClassVar[int] = 3


@dataclass(eq=False)
class WorkspaceReadOnly(WorkspaceError):
    """A change was asked of a workspace that is open for reading only."""

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
class MemoryShort(JuanzongError):
    """This computer has too little free memory for the step; nothing that was stored is lost."""


class StartFault(StrEnum):
    """Why the processes in which files are read do not start."""

    NO_PLACE = "no place"
    NO_PROCESS = "no process"
    ENDED_AT_ONCE = "ended at once"


@dataclass(eq=False)
class WorkersNotStarted(JuanzongError):
    """The processes in which files are read do not start; that says nothing about any file.

    ``detail`` is what the system or the process said, "" for nothing.
    """

    fault: StartFault
    detail: str


@dataclass(eq=False)
class DatabaseNotWritten(WorkspaceError):
    """The system does not let the database be written; nothing of the last step was kept."""

    path: Path
    detail: str


@dataclass(eq=False)
class DatabaseBusy(WorkspaceError):
    """Another program holds the database, and did not let go of it in time."""

    path: Path


@dataclass(eq=False)
class DatabaseNotRead(WorkspaceError):
    """The system does not let the database be read, now or any more."""

    path: Path
    detail: str


@dataclass(eq=False)
class DatabaseDamaged(WorkspaceError):
    """The database does not open, fails its own check, or holds what nobody stored.

    ``backup`` is the name of the newest backup that was sound when it was made; "" if there is
    none.
    """

    path: Path
    detail: str
    backup: str = ""


@dataclass(eq=False)
class WorkspaceNotWritable(WorkspaceError):
    """The workspace's folder cannot be written in; it can be opened for reading."""

    path: Path
    detail: str


@dataclass(eq=False)
class WorkspaceObstructed(WorkspaceNotWritable):
    """Something else lies in the place of one of the program's folders or files (``detail``)."""


@dataclass(eq=False)
class SystemRefused(JuanzongError):
    """The operating system did not do what was asked of it with a file; nobody foresaw where."""

    path: str
    detail: str


@dataclass(eq=False)
class PathTooLong(WorkspaceError):
    """The database's path is longer than SQLite opens; ``limit`` and ``length`` are bytes."""

    path: Path
    length: int
    limit: int


@dataclass(eq=False)
class UnitUnknown(UsageError):
    """No unit has this name or alias."""

    name: str
    similar: tuple[str, ...] = ()


@dataclass(eq=False)
class OwnedByUnit(UsageError):
    """The creation office would change what a unit entered."""

    title: str


@dataclass(eq=False)
class OwnedByOffice(UsageError):
    """A unit would change what the creation office entered for it."""

    title: str


@dataclass(eq=False)
class NotOwnUnit(UsageError):
    """A unit would enter something for another unit."""

    name: str
    own: str


@dataclass(eq=False)
class SettingInvalid(UsageError):
    """No setting has this name, or it does not take this value."""

    change: str
    names: tuple[str, ...]


@dataclass(eq=False)
class FileUnreadable(JuanzongError):
    """The operating system does not let the file be read."""

    path: Path
    detail: str


@dataclass(eq=False)
class NotForOpening(JuanzongError):
    """A file is not handed to another program: it may run, or nobody knows what it is."""

    name: str


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
class TargetExists(UsageError):
    """There is a file of this name, and nobody said that it may be replaced."""

    path: Path


class NamedThing(StrEnum):
    """What a typed name or short line belongs to."""

    COUNTY = "county"
    UNIT = "unit"
    PERSON = "person"
    DUTY = "duty"
    CONTACT = "contact"
    STAGE = "stage"
    REASON = "reason"
    CASE_TITLE = "case_title"
    TEXT_SOURCE = "text_source"
    RETENTION = "retention"


class NameFault(StrEnum):
    """Why a name does not do; ``UNSEEN``: control characters, direction marks, line ends."""

    EMPTY = "empty"
    SHORT = "short"
    LONG = "long"
    UNSEEN = "unseen"
    NUMBER = "number"


@dataclass(eq=False)
class NameUnfit(UsageError):
    """Nothing can be called so; ``name`` is cut short, the lengths are in characters."""

    thing: NamedThing
    name: str
    fault: NameFault
    least: int
    most: int


@dataclass(eq=False)
class TargetInUse(JuanzongError):
    """A file cannot be replaced because another program holds it open."""

    path: Path
