"""A folder for what exists only while a job runs, outside the workspace.

What a killed program left behind is removed by the next one: parts of archives may be of a kind
that must not stay on the machine.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX, _LOCK = "juanzong-", "in-use.lock"


@contextmanager
def workroom() -> Iterator[Path]:
    """An empty folder in the system's place for temporary files; it goes when the block ends."""
    _sweep(Path(tempfile.gettempdir()))
    root, lock = _locked_root()
    try:
        (root / "work").mkdir()
        yield root / "work"
    finally:
        lock.release()
        shutil.rmtree(root, ignore_errors=True)


def _locked_root() -> tuple[Path, FileLock]:
    """A folder of ours with its lock held.

    Another program that sweeps may come between making the lock and taking it; then the lock's
    file is gone, and the next folder is tried.
    """
    while True:
        root = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = FileLock(root / _LOCK, is_singleton=False, thread_local=False)
        with suppress(FileNotFoundError):
            lock.acquire()
            if (root / _LOCK).exists():
                return root, lock
            lock.release()


def _sweep(folder: Path) -> None:
    """Remove the rooms whose program is gone: nobody holds their lock."""
    for root in folder.glob(f"{_PREFIX}*"):
        if not (root / _LOCK).is_file():
            continue  # not a room, or one that is only being made
        try:
            with FileLock(root / _LOCK, timeout=0, is_singleton=False):
                shutil.rmtree(root / "work", ignore_errors=True)
                with suppress(OSError):  # Windows keeps it until it is let go
                    (root / _LOCK).unlink()
        except (Timeout, OSError):
            continue  # in use, or another user's
        shutil.rmtree(root, ignore_errors=True)
