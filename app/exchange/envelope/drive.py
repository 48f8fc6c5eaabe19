"""The drive that a package is written to: its room, its failures, the last step of writing."""

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from uuid6 import uuid7

from app.errors import DiskFull, FolderNotWritable, JuanzongError, TargetInUse
from app.exchange.errors import PackageNotWritten
from app.paths import extended

#: A temporary file older than this is what a pulled stick left behind.
STALE_SECONDS = 3600
_TEMPORARY = ".juanzong-{}.part"


def temporary_beside(final: Path) -> Path:
    """A new name on the same drive."""
    return final.with_name(_TEMPORARY.format(uuid7()))


def make_room(folder: Path, needed: int) -> None:
    """Clear what earlier, interrupted writing left, and make sure that there is room.

    Raises:
        DiskFull: there is not.
        FolderNotWritable: the folder is gone.
    """
    try:
        oldest = time.time() - STALE_SECONDS
        for leftover in extended(folder).glob(_TEMPORARY.format("*")):
            if leftover.stat().st_mtime < oldest:
                leftover.unlink()
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    if free < needed:
        raise DiskFull(folder, needed, free)


@contextmanager
def errors_of(final: Path, size: int) -> Iterator[None]:
    """Turn what the system says of the drive into ``drive_error``."""
    try:
        yield
    except OSError as error:
        raise drive_error(final, size, error) from error


def drive_error(path: Path, size: int, error: OSError) -> JuanzongError:
    """What it means that the system could not write ``size`` bytes of a package at ``path``."""
    detail = error.strerror or str(error)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return FolderNotWritable(path.parent, detail)
    if error.errno == errno.ENOSPC:
        with suppress(OSError):
            return DiskFull(path.parent, size, shutil.disk_usage(path.parent).free)
    return PackageNotWritten(path, detail)


def put_in_place(temporary: Path, final: Path) -> None:
    """Let the new package take the place of the old one. Raises ``TargetInUse``."""
    try:
        temporary.replace(extended(final))
    except PermissionError:
        if final.exists():
            raise TargetInUse(final) from None
        raise


def remove(temporary: Path) -> None:
    """Remove a temporary file, if the stick is still there."""
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        # The stick is gone; the next package that is written there clears it.
        return


def forget_cached(stream: BinaryIO) -> None:
    """Ask the system to read back from the drive itself, where it lets itself be asked."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        advise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
