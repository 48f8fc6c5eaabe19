"""A folder for one job: 0700, and removed when the job or its program ends.

What a killed program left behind is removed by the next one: parts of archives may be of a kind
that must not stay on the machine. Who owns a room holds its lock, which the system lets go of
when the owner ends, so a room in use is never mistaken for one that was left.
"""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.paths import make_inside

if TYPE_CHECKING:
    from filelock import FileLock

_PREFIX, _LOCK = "juanzong-", "in-use.lock"
#: Making a room takes no longer, in seconds; an older folder without a lock was left by a kill.
_MADE_WITHIN = 3600


@contextmanager
def workroom(folder: Path | None = None) -> Iterator[Path]:
    """An empty folder in ``folder``, or the system's place for temporary files.

    It goes when the block ends; so do the rooms there whose program is gone.

    Raises:
        OSError: nothing can be written there.
    """
    place = folder or Path(tempfile.gettempdir())
    make_inside(place.parent.parent, place)  # nothing where the workspace's disk was
    sweep_rooms(place)
    root, lock = _locked_root(place)
    try:
        (root / "work").mkdir()
        yield root / "work"
    finally:
        lock.release()
        shutil.rmtree(root, ignore_errors=True)


def _locked_root(place: Path) -> "tuple[Path, FileLock]":
    """A folder of ours with its lock held.

    Another program that sweeps may come between making the lock and taking it; then the lock's
    file is gone, and the next folder is tried.
    """
    from filelock import FileLock  # brings much, and most commands need no room

    while True:
        root = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        lock = FileLock(root / _LOCK, is_singleton=False, thread_local=False)
        with suppress(FileNotFoundError):
            lock.acquire()
            if (root / _LOCK).exists():
                return root, lock
            lock.release()


def sweep_rooms(folder: Path | None = None) -> None:
    """Remove the rooms in ``folder`` (see ``workroom``) whose program is gone.

    What cannot be removed, on a read-only disk or because another program looks at it, stays.
    """
    for root in (folder or Path(tempfile.gettempdir())).glob(f"{_PREFIX}*"):
        if not (root / _LOCK).is_file():
            _remove_unfinished(root)
            continue
        from filelock import FileLock, Timeout

        try:
            with FileLock(root / _LOCK, timeout=0, is_singleton=False):
                shutil.rmtree(root / "work", ignore_errors=True)
                with suppress(OSError):  # Windows keeps it until it is let go
                    (root / _LOCK).unlink()
        except (Timeout, OSError):
            continue  # in use, or another user's
        shutil.rmtree(root, ignore_errors=True)


def _remove_unfinished(root: Path) -> None:
    """Remove a folder that is empty and old; others are no rooms, or are only being made."""
    with suppress(OSError):
        if time.time() - root.stat().st_mtime > _MADE_WITHIN:
            root.rmdir()
