"""Opening files that a person named: never a pipe or a device, which may wait or not end."""

import os
import stat
from io import FileIO
from pathlib import Path

from app.paths import extended


class NotPlain(OSError):
    """What was named is a folder, a pipe, a socket or a device."""


def open_plain(path: Path) -> FileIO:
    """Open a file to read, unbuffered; links to a file are followed.

    Raises:
        NotPlain: it is no plain file.
        OSError: the system does not let it be read.
    """
    place = extended(path)
    # Looked at before it is opened: opening a device alone may do something.
    _demand_plain(place.stat())
    opener = os.open(place, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    stream = os.fdopen(opener, "rb", buffering=0)
    try:
        # It may have been changed for another one in between.
        _demand_plain(os.fstat(stream.fileno()))
    except OSError:
        stream.close()
        raise
    return stream


def read_plain(path: Path, limit: int = -1) -> bytes:
    """The content of a plain file, at most so many bytes. Raises as ``open_plain``."""
    with open_plain(path) as stream:
        return stream.readall() if limit < 0 else stream.read(limit)


def _demand_plain(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise NotPlain("not a plain file")
