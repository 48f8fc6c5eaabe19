"""Size and time of a file, which show whether it changed, and how long looking may take."""

from dataclasses import dataclass
from pathlib import Path

from app.paths import extended

_BASE_SECONDS, _SECONDS_PER_MEGABYTE = 30.0, 2.0


@dataclass(frozen=True, slots=True)
class FileStamp:
    """Size and time of a file: if both are the same, the file has not changed."""

    size: int
    modified_ns: int


def stamp_of(path: Path) -> FileStamp:
    """The present stamp of a file. Raises ``OSError``."""
    status = extended(path).stat()
    return FileStamp(status.st_size, status.st_mtime_ns)


def inspection_seconds(size: int) -> float:
    """How long looking at a file of ``size`` bytes may take."""
    return _BASE_SECONDS + _SECONDS_PER_MEGABYTE * size / (1 << 20)
