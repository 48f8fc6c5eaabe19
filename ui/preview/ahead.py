"""Converts files that came in while nothing else goes on, before anybody looks at them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Slot

from app.errors import DiskFull
from app.evidence.listing import FiledRow
from app.filekind import FileKind
from app.jobs import JobContext
from app.preview.ahead import convert_ahead
from app.preview.showing import NamedOriginal
from ui.session import Session
from ui.snapshot import Snapshot
from ui.tasks import Task

#: How long nothing may have gone on before it begins, in milliseconds.
_IDLE = 400
#: So many files are converted at a time, and remembered at most.
_BATCH, _MOST = 12, 120


#: What LibreOffice converts: only this takes so long that one would wait for it.
SLOW = frozenset({FileKind.WORD, FileKind.SHEET, FileKind.SLIDES})


def came_in(before: Iterable[FiledRow], now: Iterable[FiledRow]) -> tuple[NamedOriginal, ...]:
    """The slow files that are there now and were not before, each content once."""
    known = {(row.sha256, row.binding) for row in before}
    new = {
        (row.sha256, row.binding): NamedOriginal(row.sha256, row.kind, row.file_name, row.binding)
        for row in now
        if row.kind in SLOW and not row.blocked and (row.sha256, row.binding) not in known
    }
    return tuple(new.values())


class PreviewAhead(QObject):
    """One per session. What a person looks at goes first: the work stops and begins again later."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._before = session.snapshot
        self._wanted: list[NamedOriginal] = []
        self._task: Task | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_IDLE)
        self._soon.timeout.connect(self._begin)
        session.refreshed.connect(self._on_refreshed)
        session.views.busy_changed.connect(self._on_views)

    @property
    def waiting(self) -> tuple[NamedOriginal, ...]:
        """The files that are still to be converted."""
        return tuple(self._wanted)

    @Slot(object)
    def _on_refreshed(self, snapshot: Snapshot) -> None:
        before, self._before = self._before, snapshot
        rows = (row for rows in snapshot.filed.values() for row in rows)
        new = came_in((row for rows in before.filed.values() for row in rows), rows)
        if new:
            self._wanted = [*self._wanted, *new][:_MOST]
            self._soon.start()

    @Slot()
    def _on_views(self) -> None:
        if self._session.views.at_work and self._task is not None:
            self._task.cancel()
        if self._wanted:
            self._soon.start()

    @Slot()
    def _begin(self) -> None:
        session = self._session
        if not self._wanted or self._task is not None or session.closing:
            return
        if session.views.at_work or session.files.at_work:
            self._soon.start()
            return
        services, batch = session.services, tuple(self._wanted[:_BATCH])

        def job(context: JobContext) -> tuple[NamedOriginal, ...]:
            convert_ahead(services.workspace, services.conversion, batch, context)
            return batch

        self._task = Task(job, self)
        self._task.succeeded.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        session.ahead.start(self._task)

    @Slot(object)
    def _on_done(self, batch: tuple[NamedOriginal, ...]) -> None:
        self._wanted = [one for one in self._wanted if one not in batch]

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._wanted.clear()  # whoever looks at one of them is told why
        if not isinstance(error, DiskFull):
            self._session.troubled.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        self._task = None
        if self._wanted and not self._session.closing:
            self._soon.start()
