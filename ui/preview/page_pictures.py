"""Pictures of whole pages for a dialog: drawn one by one, the latest wishes first."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from app.isolation import Done, Result
from app.jobs import JobContext
from app.preview.drawing import draw_tile
from app.preview.model import Pages, Tile, TileOrder
from app.problems import Problem
from ui.session import Session
from ui.tasks import Task

_SECONDS = 60.0
_FORMAT = QImage.Format.Format_RGB32

#: A page, counted from 0, and the length of its longer side in pixels.
Wish = tuple[int, int]


class PagePictures(QObject):
    """``drawn`` is emitted when the picture of a wish is there."""

    drawn = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pages: Pages | None = None
        self._kept: dict[Wish, QPixmap] = {}
        self._failed: set[Wish] = set()
        self._wanted: list[Wish] = []
        self._task: Task | None = None
        self._drawing: tuple[Pages, Wish] | None = None

    def begin(self, pages: Pages | None) -> None:
        """Another file is shown, or none: forget everything."""
        self._pages = pages
        self._kept.clear()
        self._failed.clear()
        self._wanted.clear()

    def of(self, page: int, edge: int) -> QPixmap | None:
        """The picture of a page, if it is there; otherwise it will be drawn next."""
        wish = (page, edge)
        if wish in self._kept or wish in self._failed:
            return self._kept.get(wish)
        if wish in self._wanted:
            self._wanted.remove(wish)
        self._wanted.append(wish)
        self._go_on()
        return None

    @property
    def busy(self) -> bool:
        """True while something is drawn."""
        return self._task is not None

    def stop(self) -> None:
        """Draw nothing more."""
        self.begin(None)
        if self._task is not None:
            self._task.cancel()

    def _go_on(self) -> None:
        if self._task is not None or not self._wanted or self._pages is None:
            return
        wish = self._wanted.pop()
        order = _whole_page(self._pages, *wish)
        self._drawing = self._pages, wish
        viewer = self._session.viewer

        def job(context: JobContext) -> Result[Tile | Problem]:
            return viewer.run(draw_tile, order, _SECONDS, context)

        self._task = self._session.task(job)
        self._task.succeeded.connect(self._on_drawn)
        self._task.failed.connect(self._session.troubled)
        self._task.finished.connect(self._on_finished)
        self._session.views.start(self._task)

    @Slot(object)
    def _on_drawn(self, result: Result[Tile | Problem]) -> None:
        if self._drawing is None or self._drawing[0] is not self._pages:
            return
        wish = self._drawing[1]
        if not isinstance(result, Done) or isinstance(result.value, Problem):
            self._failed.add(wish)
            return
        tile = result.value
        image = QImage(tile.pixels, tile.width, tile.height, 4 * tile.width, _FORMAT)
        self._kept[wish] = QPixmap.fromImage(image.copy())
        self.drawn.emit()

    @Slot()
    def _on_finished(self) -> None:
        self._task = self._drawing = None
        self._go_on()


def _whole_page(pages: Pages, page: int, edge: int) -> TileOrder:
    size = pages.sizes[page]
    scale = edge / max(size.width, size.height, 1.0)
    width, height = max(1, round(size.width * scale)), max(1, round(size.height * scale))
    return TileOrder(pages.file, page, scale, 0, 0, width, height)
