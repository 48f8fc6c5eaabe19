"""One writer at a time: the lock on a workspace, and the note that says who holds it."""

import contextlib
import json
import os
import socket
from datetime import datetime
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from app.computer_user import current_user
from app.errors import WorkspaceNotWritable
from app.paths import extended
from app.plain_files import open_plain
from app.private_files import FILE
from app.storage.layout import Layout
from app.visible_text import visible
from app.workspace.errors import WorkspaceLocked

#: Bytes; a real note is shorter.
_LONGEST_NOTE = 4096


class WorkspaceLock:
    """Held from opening to closing; freed by the system if the program dies."""

    def __init__(self, layout: Layout, now: datetime) -> None:
        """Take the lock, at once or not at all.

        Raises:
            WorkspaceLocked: another program has it.
            WorkspaceNotWritable: the folder cannot be written in.
            WorkspaceObstructed: something else lies where our folders and files belong.
        """
        self._layout = layout
        layout.demand_free()
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
            _write_anew(layout.holder, json.dumps(note, ensure_ascii=False))
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
    note = _holder_of(layout)
    process = note.get("process")
    if not isinstance(process, int):
        return False
    return note.get("computer") != socket.gethostname() or psutil.pid_exists(process)


def _write_anew(note: Path, text: str) -> None:
    """Write a new file: what lies there may be a link to another file, or a pipe."""
    note.unlink(missing_ok=True)
    number = os.open(extended(note), os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE)
    with os.fdopen(number, "w", encoding="utf-8") as stream:
        stream.write(text)


def _holder_of(layout: Layout) -> dict[str, object]:
    """What the note says; empty if there is none, or if it is damaged."""
    try:
        with open_plain(layout.holder) as stream:
            found = json.loads(stream.read(_LONGEST_NOTE))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _words(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _read_holder(layout: Layout) -> str:
    note = _holder_of(layout)
    if not note:
        return "—"
    user, computer, since = (visible(str(note.get(k, "—"))) for k in ("user", "computer", "since"))
    with contextlib.suppress(ValueError):  # a note of another program is told as it is
        since = f"{datetime.fromisoformat(since).astimezone():%Y-%m-%d %H:%M}"
    return f"{user}@{computer}，{since}"
