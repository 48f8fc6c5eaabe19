"""Small pictures for lists: drawn one by one in the background, the latest wishes first."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPixmap

from app.jobs import JobContext
from app.preview.showing import NamedOriginal
from app.preview.thumbnails import picture_name, thumbnail
from ui.session import Session
from ui.tasks import Task

#: About a hundred KB each.
_MOST_KEPT = 300
#: Wishes beyond these come from rows that were scrolled out of sight.
_MOST_WANTED = 60


class Thumbnails(QObject):
    """``ready`` is emitted when a picture that was wanted is there."""

    ready = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._wanted: OrderedDict[str, NamedOriginal] = OrderedDict()
        self._task: Task | None = None
        self._drawn = ""

    def of(self, original: NamedOriginal) -> QPixmap | None:
        """The picture of an original, if it is there; otherwise it will be drawn."""
        address = picture_name(original)
        if address in self._kept:
            self._kept.move_to_end(address)
            return self._kept[address]
        if address != self._drawn:
            self._wanted[address] = original
            self._wanted.move_to_end(address)
            while len(self._wanted) > _MOST_WANTED:
                self._wanted.popitem(last=False)
            self._go_on()
        return None

    def look_again(self) -> None:
        """Ask again for what had no picture: its pages may have been made meanwhile."""
        for address in [address for address, made in self._kept.items() if made is None]:
            del self._kept[address]

    @property
    def busy(self) -> bool:
        """True while something is drawn."""
        return self._task is not None

    def _go_on(self) -> None:
        if self._task is not None or not self._wanted:
            return
        self._drawn, original = self._wanted.popitem()
        session = self._session
        services, viewer = session.services, session.viewer

        def job(context: JobContext) -> bytes | None:
            return thumbnail(
                services.workspace, viewer, lambda: services.conversion, original, context
            )

        task = session.task(job)
        self._task = task
        task.succeeded.connect(self._on_made)
        task.failed.connect(session.troubled)
        task.finished.connect(self._on_finished)
        session.views.start(task)

    @Slot(object)
    def _on_made(self, content: bytes | None) -> None:
        picture = QPixmap()
        made = content is not None and picture.loadFromData(content)
        self._kept[self._drawn] = picture if made else None
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        if made:
            self.ready.emit()

    @Slot()
    def _on_finished(self) -> None:
        self._task, self._drawn = None, ""
        self._go_on()
