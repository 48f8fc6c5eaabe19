"""A place that files are written to: the same disk at the end as at the beginning.

Where a stick was pulled, many systems leave an empty folder in its place. Whatever is written then
lands on the computer's own disk, where nobody looks for it, and is reported as done.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.errors import FolderNotWritable
from app.paths import extended, sync_folder

#: Why nothing can be written any more; part of ``FolderNotWritable``.
GONE = "写到一半，这里的磁盘被拔出，或文件夹被移走、删除"


@dataclass(frozen=True, slots=True)
class Destination:
    """A folder with the disk that it lies on.

    The disk is told by its number alone: FAT gives a folder a new number whenever it likes.
    """

    folder: Path
    disk: int

    @classmethod
    def remember(cls, folder: Path, beside: Path | None = None) -> Self:
        """Take note of the disk on which a folder lies, or will lie once it is made.

        To be called when a job begins, before anything takes long. ``beside``: the database of
        the workspace that the folder belongs to; where that is gone, so is the place.

        Raises:
            FolderNotWritable: the place cannot be looked at, or the workspace is gone.
        """
        try:
            found = cls(folder, _disk_of(folder))
            if beside is not None:
                extended(beside).stat()
        except OSError as error:
            raise _gone(folder, error) from error
        return found

    def make(self) -> None:
        """Make the folder with those above it that are missing, on its own disk only.

        Raises:
            FolderNotWritable: it cannot be made, or its disk is gone.
        """
        try:
            if _disk_of(self.folder) != self.disk:
                raise FolderNotWritable(self.folder, GONE)
            extended(self.folder).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderNotWritable(self.folder, error.strerror or str(error)) from error
        self.demand()

    def settle(self, files: Iterable[Path]) -> None:
        """Make sure that what was written has reached the disk, and that it is still this one.

        Without it a stick that was pulled too early says so only after the program has told of
        its success.

        Raises:
            FolderNotWritable: it has not; the detail says why.
        """
        written = tuple(files)
        self.demand(written)
        try:
            if os.name != "nt":  # Windows writes removable disks through
                for file in written:
                    with extended(file).open("rb") as stream:
                        os.fsync(stream.fileno())
            for folder in {file.parent for file in written} | {self.folder}:
                sync_folder(folder)
        except OSError as error:
            raise _gone(self.folder, error) from error
        self.demand(written)

    def demand(self, files: Iterable[Path] = ()) -> None:
        """Make sure that the folder is still the one, and that it holds what was written.

        Raises:
            FolderNotWritable: it is not, or a file is gone.
        """
        try:
            if extended(self.folder).stat().st_dev != self.disk:
                raise FolderNotWritable(self.folder, GONE)
            for file in files:
                extended(file).stat()
        except OSError as error:
            raise _gone(self.folder, error) from error


def begin_to_settle(file: Path) -> None:
    """Have the system write a finished file to its disk now; returns at once, ``settle`` waits.

    Otherwise the disk stands idle while a job works, and the job waits for it at the end.
    """
    if hasattr(os, "posix_fadvise"):  # the other systems begin by themselves
        with extended(file).open("rb") as stream:
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _disk_of(folder: Path) -> int:
    """The disk of the innermost folder that is there. Raises ``OSError``."""
    for place in (folder, *folder.absolute().parents):
        try:
            return extended(place).stat().st_dev
        except FileNotFoundError:
            continue
    raise FileNotFoundError(folder)


def _gone(folder: Path, error: OSError) -> FolderNotWritable:
    missing = isinstance(error, FileNotFoundError)
    return FolderNotWritable(folder, GONE if missing else error.strerror or str(error))
