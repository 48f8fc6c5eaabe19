"""Prepares files for the preview in the background; only the file chosen last matters."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errors import JuanzongError
from app.jobs import JobContext
from app.preview.model import DRAWN_AS_THEY_ARE, SHOWN_AS_TEXT
from app.preview.showing import Showing, Subject, prepare
from ui.session import Session
from ui.tasks import Task

#: A pause, so that walking through a list with the arrow keys does not convert every file.
_PAUSE, _PAUSE_BEFORE_CONVERTING = 60, 250


class Loader(QObject):
    """Emits exactly one of ``shown``, ``failed`` and ``stopped`` for the last subject."""

    begun = Signal()
    converting = Signal()
    shown = Signal(object)  # Showing
    failed = Signal(object)  # JuanzongError
    stopped = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._subject: Subject | None = None
        self._task: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """True while something is being prepared or about to be."""
        return self._task is not None or self._pause.isActive()

    def load(self, subject: Subject | None) -> None:
        """Prepare a file, or nothing; earlier work is given up."""
        self.stop()
        self._subject = subject
        if subject is not None:
            ready = subject.kind in DRAWN_AS_THEY_ARE or subject.kind in SHOWN_AS_TEXT
            self._pause.start(_PAUSE if ready else _PAUSE_BEFORE_CONVERTING)

    def stop(self) -> None:
        """Give up what is being prepared."""
        self._pause.stop()
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()

    @Slot()
    def cancel(self) -> None:
        """Stop because the person does not want to wait any longer."""
        self.stop()
        self.stopped.emit()

    @Slot()
    def _begin(self) -> None:
        subject, session = self._subject, self._session
        if subject is None:
            return
        services = session.services

        def job(context: JobContext) -> Showing:
            return prepare(
                services.workspace, session.viewer, lambda: services.conversion, subject, context
            )

        task = session.task(job)
        self._task = task
        task.progressed.connect(self._on_progress)
        task.succeeded.connect(self._on_shown)
        task.failed.connect(self._on_failed)
        session.views.start(task)
        self.begun.emit()

    @Slot(object)
    def _on_progress(self, _progress: object) -> None:
        if self.sender() is self._task:
            self.converting.emit()

    @Slot(object)
    def _on_shown(self, showing: Showing) -> None:
        if self.sender() is self._task:
            self._task = None
            self.shown.emit(showing)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is not self._task:
            return
        self._task = None
        if isinstance(error, JuanzongError):
            self.failed.emit(error)
        else:
            self.stopped.emit()
            self._session.troubled.emit(error)
