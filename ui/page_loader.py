"""Loads the modules of the pages while the first page is already shown."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs import JobContext
from ui.pages import PageSpec
from ui.tasks import Task, TaskRunner


class PageLoader(QObject):
    """Loads one page after another in a thread, so that the window stays responsive."""

    loaded = Signal(str)  # the page's key
    failed = Signal(object)  # an exception: the installation is damaged
    finished = Signal()

    def __init__(self, specs: Sequence[PageSpec], runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = list(specs)
        self._runner = runner
        self._current: PageSpec | None = None

    @property
    def is_finished(self) -> bool:
        """True if every page can be built at once."""
        return not self._waiting

    def is_loaded(self, key: str) -> bool:
        """True if this page can be built at once."""
        return all(spec.entry.key != key for spec in self._waiting)

    @Slot()
    def start(self) -> None:
        """Load what has not been loaded yet."""
        if self._current is None and self._waiting:
            self._next()

    def hurry(self, key: str) -> None:
        """Load this page next."""
        self._waiting.sort(key=lambda spec: spec.entry.key != key)
        self.start()

    def note(self, key: str) -> None:
        """This page was loaded in another way."""
        self._waiting = [spec for spec in self._waiting if spec.entry.key != key]

    def _next(self) -> None:
        self._current = spec = self._waiting[0]

        def job(_job: JobContext) -> object:
            return spec.load()

        task = Task(job, self)
        task.succeeded.connect(self._on_loaded)
        task.failed.connect(self.failed)
        task.finished.connect(self._on_finished)
        self._runner.start(task)

    @Slot()
    def _on_loaded(self) -> None:
        if self._current is not None:
            self.note(self._current.entry.key)
            self.loaded.emit(self._current.entry.key)

    @Slot()
    def _on_finished(self) -> None:
        ended, self._current = self._current, None
        if not self._waiting:
            self.finished.emit()
        elif self.is_loaded(ended.entry.key if ended else ""):
            self._next()
