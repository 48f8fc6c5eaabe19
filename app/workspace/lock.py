"""One writer at a time: the lock on a workspace and the note of who holds it."""

import contextlib
import getpass
import json
import os
import socket
from datetime import datetime

import psutil
from filelock import FileLock, Timeout

from app.errors import WorkspaceNotWritable
from app.workspace.errors import WorkspaceLocked
from app.workspace.layout import Layout


class WorkspaceLock:
    """Held from opening to closing; freed by the system if the program dies."""

    def __init__(self, layout: Layout, now: datetime) -> None:
        """Take the lock, at once or not at all.

        Raises:
            WorkspaceLocked: another program has it.
            WorkspaceNotWritable: the folder cannot be written in.
        """
        self._layout = layout
        # The window opens in one thread and closes in another; a lock per thread would stay.
        self._lock = FileLock(layout.lock, timeout=0, is_singleton=False, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise WorkspaceLocked(layout.root, _read_holder(layout)) from None
        except (OSError, NotImplementedError) as error:
            raise WorkspaceNotWritable(layout.root, _words(error)) from error
        note = {
            "user": current_user(),
            "computer": socket.gethostname(),
            "process": os.getpid(),
            "since": now.isoformat(timespec="seconds"),
        }
        try:
            layout.holder.write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")
        except OSError as error:
            with contextlib.suppress(OSError):
                layout.holder.unlink(missing_ok=True)
            self._lock.release()
            raise WorkspaceNotWritable(layout.root, _words(error)) from error

    def release(self) -> None:
        """Let the next one in."""
        try:
            # A stick that was pulled out has no note any more.
            with contextlib.suppress(OSError):
                self._layout.holder.unlink(missing_ok=True)
        finally:
            self._lock.release()


def somebody_writes(layout: Layout) -> bool:
    """True if the program that holds the lock may be running; of a killed one the note stays."""
    try:
        note = json.loads(layout.holder.read_text(encoding="utf-8"))
        elsewhere, process = note["computer"] != socket.gethostname(), int(note["process"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return elsewhere or psutil.pid_exists(process)


def current_user() -> str:
    """The name of whoever is logged in at this computer."""
    with contextlib.suppress(OSError, KeyError):
        return getpass.getuser()
    return "—"


def _words(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _read_holder(layout: Layout) -> str:
    try:
        note = json.loads(layout.holder.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return "—"
    since = str(note.get("since"))
    with contextlib.suppress(ValueError):  # a note of another program is told as it is
        since = f"{datetime.fromisoformat(since).astimezone():%Y-%m-%d %H:%M}"
    return f"{note.get('user')}@{note.get('computer')}，{since}"
