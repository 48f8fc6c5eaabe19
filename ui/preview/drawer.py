"""Has tiles drawn in another process, visible ones first, and keeps the latest tiles."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from app.isolation import Done, Result
from app.jobs import JobContext
from app.preview.drawing import draw_tile
from app.preview.model import Pages, Tile, TileOrder
from app.problems import Problem
from ui.session import Session
from ui.tasks import Task

#: The memory for drawn tiles; the users' computers have 4 GB.
_MOST_BYTES = 96 << 20
#: How long one tile may take.
_SECONDS = 60.0
#: How long drawing may go on for a tile that is not wanted any more, before its process is ended.
_GRACE = 400
_FORMAT = QImage.Format.Format_RGB32


class Drawer(QObject):
    """One tile is drawn at a time, so that the wanted tiles can change at any moment."""

    drawn = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pages: Pages | None = None
        self._wanted: list[TileOrder] = []
        self._wishes: frozenset[TileOrder] = frozenset()
        self._kept: OrderedDict[TileOrder, QImage] = OrderedDict()
        self._bytes = 0
        self._failed: set[TileOrder] = set()
        self._rough: dict[int, tuple[TileOrder, QImage]] = {}
        self._order: TileOrder | None = None
        self._task: Task | None = None
        self._impatience = QTimer(self)
        self._impatience.setSingleShot(True)
        self._impatience.setInterval(_GRACE)
        self._impatience.timeout.connect(self._drop_unwanted)

    @property
    def busy(self) -> bool:
        """True while something is being drawn."""
        return self._task is not None

    def begin(self, pages: Pages | None) -> None:
        """Another file is shown, or none: drop everything."""
        self._pages = pages
        self._kept.clear()
        self._rough.clear()
        self._failed.clear()
        self._bytes = 0
        self.want(())

    def want(self, orders: Sequence[TileOrder]) -> None:
        """Set the tiles to draw, the most urgent first; earlier ones are forgotten."""
        self._wishes = frozenset(orders)
        done = {*self._kept, *self._failed, self._order}
        self._wanted = [order for order in orders if order not in done]
        if self._order is not None and self._order not in self._wishes:
            self._impatience.start()
        self._next()

    def tile(self, order: TileOrder) -> QImage | None:
        """A tile, if it is drawn."""
        image = self._kept.get(order)
        if image is not None:
            self._kept.move_to_end(order)
        return image

    def rough(self, page: int) -> tuple[TileOrder, QImage] | None:
        """A whole page at the scale at which it was drawn last; shown until the tiles are ready."""
        return self._rough.get(page)

    def has_failed(self, order: TileOrder) -> bool:
        """True if the tile cannot be drawn."""
        return order in self._failed

    def _next(self) -> None:
        if self._task is not None or not self._wanted:
            return
        order = self._wanted.pop(0)
        workers = self._session.viewer

        def job(context: JobContext) -> Result[Tile | Problem]:
            return workers.run(draw_tile, order, _SECONDS, context)

        self._order = order
        self._task = self._session.task(job)
        self._task.succeeded.connect(self._on_drawn)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._session.views.start(self._task)

    @Slot(object)
    def _on_drawn(self, result: Result[Tile | Problem]) -> None:
        order = self._order
        if order is None or self._pages is None or order.file != self._pages.file:
            return
        if not isinstance(result, Done) or isinstance(result.value, Problem):
            self._failed.add(order)
            self.drawn.emit()
            return
        tile = result.value
        # The copy has its own pixels; Python may free the bytes.
        image = QImage(tile.pixels, tile.width, tile.height, 4 * tile.width, _FORMAT).copy()
        self._keep(order, image, whole=_is_whole(order, self._pages))
        self.drawn.emit()

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        # An error that stops the viewer stops all tiles; it is reported once.
        self._failed.update(self._wishes)
        self._wanted.clear()
        self._session.troubled.emit(error)
        self.drawn.emit()

    def _keep(self, order: TileOrder, image: QImage, *, whole: bool) -> None:
        self._kept[order] = image
        self._bytes += image.sizeInBytes()
        if whole:
            self._rough[order.page] = (order, image)
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            old, dropped = self._kept.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()
            if self._rough.get(old.page, (None, None))[0] == old:
                del self._rough[old.page]

    @Slot()
    def _on_finished(self) -> None:
        self._order = self._task = None
        self._impatience.stop()
        self._next()

    @Slot()
    def _drop_unwanted(self) -> None:
        if self._task is not None and self._order not in self._wishes:
            self._task.cancel()


def _is_whole(order: TileOrder, pages: Pages) -> bool:
    size = pages.sizes[order.page]
    return order.width >= int(size.width * order.scale) and order.height >= int(
        size.height * order.scale
    )
