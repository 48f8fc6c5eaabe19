"""Watching the working copies while a workspace is open."""

import logging
import time
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from app.errors import JuanzongError
from app.folder_watch import FolderWatch
from app.intake.copies.looking import Copies
from app.intake.copies.model import CopyState, WorkingCopy
from app.jobs import JobContext, SilentJob

log = logging.getLogger(__name__)

#: How often the copies are looked at even if nothing stirs; network drives send no events.
SCAN_SECONDS = 20.0


class CopyWatcher(FolderWatch):
    """Watches the copies in a separate thread.

    ``on_report`` is called in that thread with all copies whenever one stands otherwise than
    before.
    """

    def __init__(
        self,
        copies: Copies,
        on_report: Callable[[tuple[WorkingCopy, ...]], None],
        job: JobContext | None = None,
    ) -> None:
        self.folders = copies.folders
        super().__init__("copies", self.folders, job or SilentJob())
        self._copies = copies
        self._on_report = on_report
        self._last: tuple[WorkingCopy, ...] | None = None

    def look(self, *, asked: bool) -> float:
        """Look once and report what is new, or in any case if somebody ``asked``."""
        try:
            found = self._copies.step(time.monotonic())
        except (JuanzongError, OSError, SQLAlchemyError):
            # A database that is busy or a disk that is away: the copies stay where they are.
            log.warning("the working copies could not be looked at", exc_info=True)
            return SCAN_SECONDS
        if asked or found != self._last:
            self._on_report(found)
        self._last = found
        settling = any(copy.state is CopyState.SETTLING for copy in found)
        return self._copies.still if settling else SCAN_SECONDS
