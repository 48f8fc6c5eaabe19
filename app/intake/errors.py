"""Why a file, or what is said about it, is not taken in."""

from dataclasses import dataclass, field
from pathlib import Path

from app.errors import FileUnreadable, JuanzongError, UsageError
from app.problems import Problem


@dataclass(eq=False)
class NothingNamed(UsageError):
    """Neither files with their place nor a manifest were named."""


@dataclass(eq=False)
class CompanionUnclear(UsageError):
    """A printed PDF must be added, or the present one removed: one of the two."""


@dataclass(eq=False)
class ManifestCellInvalid(UsageError):
    """A cell of a list cannot be what it should; ``column`` is the column's Chinese name."""

    column: str
    text: str


@dataclass(eq=False)
class ManifestFileMissing(UsageError):
    """A list names a file that is not there: what it wrote, and the folder that was searched.

    ``similar`` are the names in that folder that come nearest.
    """

    written: str
    folder: Path
    similar: tuple[str, ...]


@dataclass(eq=False)
class FileMissing(FileUnreadable):
    """There is no file of this name; ``detail`` says in which folder it was looked for."""


@dataclass(eq=False)
class NotTakenIn(JuanzongError):
    """A file was not taken in; ``problem`` says why."""

    name: str
    problem: Problem


@dataclass(eq=False)
class ArchiveIncomplete(UsageError):
    """A part of a split archive waits for another one; ``missing`` is what that is called."""

    name: str
    missing: str


@dataclass(eq=False)
class RevisionUnchanged(UsageError):
    """What was given as a new version has the very content of the present one."""

    name: str


@dataclass(eq=False)
class CopyUnknown(UsageError):
    """There is no working copy of this number; ``numbers`` are those that there are."""

    number: int
    numbers: tuple[int, ...]


@dataclass(eq=False)
class CopyGone(UsageError):
    """The file of a working copy is not there any more; nobody can make a version of it."""

    name: str


@dataclass(eq=False)
class CopyNotWhole(JuanzongError):
    """What was saved in a working copy is empty, cut off, or being written at this moment."""

    name: str


@dataclass(eq=False)
class CopyWithoutItem(UsageError):
    """The item of a working copy is in the recycle bin, or nobody knows which one it is."""

    name: str
    folder: Path


@dataclass(eq=False)
class CopyHeld(JuanzongError):
    """A working copy cannot be moved, because another program has it open."""

    name: str


@dataclass(eq=False)
class NotAPdf(UsageError):
    """A printed PDF was asked for, and the file is something else; ``label`` says what."""

    name: str
    label: str


@dataclass(eq=False)
class EmbeddedUnknown(UsageError):
    """The item's files hold no such file, or none at all; ``names`` are those that they hold."""

    names: tuple[str, ...] = ()


@dataclass(eq=False)
class EmbeddedUnreadable(JuanzongError):
    """A file of the item could not be looked through for files inside it."""

    name: str


@dataclass(eq=False)
class EmbeddedNotTakenOut(JuanzongError):
    """A file inside another one is too large, damaged, or in a form of no use by itself."""

    name: str


@dataclass(eq=False)
class ClassifiedRefused(JuanzongError):
    """The file has a mark of state secrecy and was refused before anything was stored.

    Its name is for the person at the screen only, so it is kept out of ``str`` and ``repr``,
    which is what logs are made of.
    """

    name: str = field(repr=False)
    mark: str = field(repr=False)


@dataclass(eq=False)
class SecrecyDoubtful(JuanzongError):
    """The file may have a mark of state secrecy: a person decides before anything is stored.

    Its name and what was found are for the person at the screen only, as of ``ClassifiedRefused``.
    """

    name: str = field(repr=False)
    mark: str = field(repr=False)
