"""Watching folders in a thread of its own; events and a timer wake it.

What is looked for is the business of the class that derives from ``FolderWatch``.
"""

import logging
import threading
import time
import warnings
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from app.jobs import Cancelled, JobContext

#: Between an event and the look that it causes, in seconds.
_PAUSE = 0.3


class FolderWatch(ABC):
    """Calls ``look`` at the beginning, after events in the folders, and when its pause is over."""

    def __init__(self, name: str, folders: Sequence[Path], job: JobContext) -> None:
        """``folders`` are watched with all that is in them; cancelling ``job`` ends the watch."""
        self.job = job
        self._folders = tuple(folders)
        self._wake = threading.Event()
        self._asked = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self.run, name=name, daemon=True)

    @abstractmethod
    def look(self, *, asked: bool) -> float:
        """Look once; returns how many seconds later to look again even if nothing stirs.

        ``asked``: somebody wants to hear of it in any case.
        """

    def look_now(self) -> None:
        """Look at once instead of waiting for an event or the clock, and report in any case."""
        self._asked.set()
        self._wake.set()

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self, seconds: float = 10.0) -> bool:
        """End the watch; False if a look is still going on after ``seconds``."""
        self._stopping.set()
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def run(self) -> None:
        """Watch until ``stop`` is called or the job is cancelled; blocks."""
        observer = self._observe()
        try:
            self._loop()
        except Cancelled:
            return
        finally:
            if observer is not None:
                observer.stop()
                observer.join()

    def _observe(self) -> BaseObserver | None:
        # Folders made in quick succession are registered twice by the library, which is harmless.
        warnings.filterwarnings("ignore", message="Callback with id", category=RuntimeWarning)
        # So is an event that comes while the observer stops, which the library logs as an error.
        logging.getLogger("watchdog").setLevel(logging.CRITICAL)
        # Systems allow few watchers and few watched folders; the clock does the work then.
        try:
            observer = Observer()
        except OSError:
            return None
        try:
            for folder in self._folders:
                observer.schedule(_Waker(self._wake), str(folder), recursive=True)
            observer.start()
        except OSError:
            observer.stop()
            return None
        return observer

    def _loop(self) -> None:
        while not self._stopping.is_set():
            self.job.check_cancelled()
            asked = self._asked.is_set()
            self._asked.clear()
            self._rest(self.look(asked=asked))

    def _rest(self, seconds: float) -> None:
        """Wait for an event or for the clock, and hear of a cancellation within a second."""
        until = time.monotonic() + seconds
        while not self._stopping.is_set() and time.monotonic() < until:
            self.job.check_cancelled()
            if self._wake.wait(min(0.5, max(0.0, until - time.monotonic()))):
                # Copying a folder sends thousands of events; one look serves them all.
                self._stopping.wait(_PAUSE)
                self._wake.clear()
                return


class _Waker(FileSystemEventHandler):
    def __init__(self, wake: threading.Event) -> None:
        self._wake = wake

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something stirred; the look will find out what."""
        if event.event_type in {"created", "modified", "moved", "closed", "deleted"}:
            self._wake.set()
