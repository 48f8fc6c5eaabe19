"""One writer at a time: the lock on a workspace and the note of who holds it."""

import contextlib
import getpass
import json
import os
import socket
from datetime import datetime

import psutil
from filelock import FileLock, Timeout

from app.workspace.errors import WorkspaceLocked
from app.workspace.layout import Layout


class WorkspaceLock:
    """Held from opening to closing; freed by the system if the program dies."""

    def __init__(self, layout: Layout, now: datetime) -> None:
        """Take the lock. Raises ``WorkspaceLocked`` at once if another program has it."""
        self._layout = layout
        # The window opens in one thread and closes in another; a lock per thread would stay.
        self._lock = FileLock(layout.lock, timeout=0, is_singleton=False, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise WorkspaceLocked(layout.root, _read_holder(layout)) from None
        note = {
            "user": current_user(),
            "computer": socket.gethostname(),
            "process": os.getpid(),
            "since": now.isoformat(timespec="seconds"),
        }
        layout.holder.write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")

    def release(self) -> None:
        """Let the next one in."""
        self._layout.holder.unlink(missing_ok=True)
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


def _read_holder(layout: Layout) -> str:
    try:
        note = json.loads(layout.holder.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return "—"
    return f"{note.get('user')}@{note.get('computer')}，{note.get('since')}"
