"""Files of an output folder: recorded when they were written, and recognised later."""

import errno
import shutil
from dataclasses import dataclass
from pathlib import Path

from app.errors import DiskFull, FolderNotWritable, JuanzongError, TargetInUse
from app.originals import digest_file
from app.paths import extended


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file as it was written: its place in the output folder, size, time and check sums."""

    name: str
    size: int
    modified: int  # ns
    sha256: str
    sm3: str


def is_as_written(file: WrittenFile, folder: Path) -> bool:
    """True if the file is there with the size and time it was written with."""
    try:
        state = extended(folder / file.name).stat()
    except OSError:
        return False
    return (state.st_size, state.st_mtime_ns) == (file.size, file.modified)


def written_file(path: Path, folder: Path) -> WrittenFile:
    """Hash a file that was just written and take note of its size and time."""
    digests = digest_file(extended(path))
    state = extended(path).stat()
    name = path.relative_to(folder).as_posix()
    return WrittenFile(name, state.st_size, state.st_mtime_ns, digests.sha256, digests.sm3)


def trouble_of(error: OSError, folder: Path) -> JuanzongError:
    """Say why a file could not be put into ``folder``."""
    path = Path(error.filename2 or error.filename or folder)
    if error.errno == errno.ENOSPC:
        free = shutil.disk_usage(folder).free
        return DiskFull(folder, free, free)
    # Windows refuses to replace a file that a viewer has open.
    if isinstance(error, PermissionError) and path.suffix == ".pdf" and path.exists():
        return TargetInUse(path)
    return FolderNotWritable(folder, error.strerror or str(error))
