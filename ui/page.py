"""What a page of the window is, and what it works with.

Each page has a folder of its own, with the same parts:

- ``page.py``: the ``Page``. It builds the parts and connects them, and decides little.
- views, named after what they show: widgets, models and delegates. They emit what a person
  wants, and never write.
- ``controller.py``: what can be done on the page, by ``run`` and ``start`` of ``ui.commands``.
  A page that changes nothing has none.
- ``rows.py``: pure functions from a snapshot or a reading to what the views show.
- ``reading.py``, where the snapshot has not all the page needs: what is read in a thread.

What several pages use lies in ``ui.shared`` if it works on the open workspace, and in
``ui.widgets`` if it does not. No page imports from another; ``context.go`` leads there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.preferences import Preferences
from ui.theme import Theme
from ui.widgets.job_strip import JobStrip
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.changed import Area, Changed
    from ui.drafts import Drafts
    from ui.session import Session
    from ui.snapshot import Snapshot
    from ui.undo import UndoStack


@dataclass(frozen=True)
class PageContext:
    """What every page works with.

    ``go`` turns the window to a page, and to something on it; ``restore`` closes the workspace,
    takes it back to a backup and opens it again.
    """

    session: "Session"
    undo: "UndoStack"
    theme: Theme
    preferences: Preferences
    strip: JobStrip
    notice: Notice
    go: Callable[..., None]
    restore: Callable[[Path], None]

    @property
    def drafts(self) -> "Drafts":
        """What was typed and is not stored yet."""
        return self.session.drafts


class Page(QWidget):
    """A page of the window."""

    _session: "Session | None" = None
    _seen: "Snapshot | None" = None
    _areas: "tuple[Area, ...]" = ()

    def follow(self, session: "Session", *areas: "Area") -> None:
        """Have ``show_snapshot`` called now and with every new state.

        ``areas`` are those that the page reads itself, beside the snapshot. A page that is out of
        sight waits until it is shown: a change costs what one page costs.
        """
        self._session, self._areas = session, areas
        session.refreshed.connect(self._on_refreshed)
        session.bus.changed.connect(self._on_areas_changed)
        self._catch_up()

    def show_snapshot(self, snapshot: "Snapshot") -> None:
        """Show a new state of the workspace; for pages that ``follow``."""

    @Slot(object)
    def _on_refreshed(self, _snapshot: object) -> None:
        if self.isVisible():
            self._catch_up()

    @Slot(object)
    def _on_areas_changed(self, changed: "Changed") -> None:
        if self._session is not None and changed.touches(*self._areas):
            self._seen = None
            # A new snapshot brings the page up to date as well.
            if self.isVisible() and not self._session.reads_again_for(changed):
                self._catch_up()

    def _catch_up(self) -> None:
        if self._session is not None and self._seen is not self._session.snapshot:
            self._seen = self._session.snapshot
            self.show_snapshot(self._seen)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Show what has changed meanwhile."""
        super().showEvent(event)
        self._catch_up()

    def arrive(self, target: object) -> None:
        """The page is shown; ``target`` is what it should turn to, or None."""

    def leave(self) -> None:
        """The workspace is about to close: save what is half done."""
