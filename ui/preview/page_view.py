"""Pages below each other: scrolled, zoomed, turned; drawn beside the window, tile by tile."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from app.preview.model import Form, Hit, Pages, TileOrder
from ui.preview.drawer import Drawer
from ui.preview.hits import on_screen, paint_hits
from ui.preview.layout import (
    GAP,
    LARGEST,
    MARGIN,
    SMALLEST,
    Column,
    Fit,
    Place,
    Zoom,
    next_step,
    tiles_for,
)
from ui.session import Session
from ui.theme import Theme
from ui.translation import tr

#: Scrolling by the arrow keys, in pixels.
_LINE = 48
_FIND = QKeySequence.StandardKey.Find


class PageView(QAbstractScrollArea):
    """Shows the pages of one file; holds no page itself, only the tiles that were drawn last."""

    page_changed = Signal(int)  # counted from 0
    zoom_changed = Signal()
    search_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: Pages | None = None
        self._zoom, self._turns = Zoom(), 0
        self._column = Column((), (1, 1), self._zoom, 0, enlarge=True)
        self._hits: dict[int, list[Hit]] = {}
        self._current: Hit | None = None
        self._page = 0
        self._grip: QPoint | None = None
        self.drawer = Drawer(session, self)
        self.drawer.drawn.connect(self.viewport().update)
        self._asking = QTimer(self)  # many scroll steps lead to one question
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("页面"))
        # A bar that comes and goes would change the width that the pages are fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self.viewport().update)

    # --- what is shown ---------------------------------------------------------------------------

    def show_pages(self, pages: Pages | None) -> None:
        """Show another file from its first page on, or nothing."""
        self._pages, self._turns = pages, 0
        self._zoom = Zoom(self._zoom.fit if self._zoom.fit is not Fit.FREE else Fit.WIDTH)
        self._hits, self._current, self._page = {}, None, 0
        self.drawer.begin(pages)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit(0)
        self.zoom_changed.emit()

    @property
    def shown(self) -> Pages | None:
        """What is shown."""
        return self._pages

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages.sizes) if self._pages else 0

    @property
    def page(self) -> int:
        """The page at hand, counted from 0."""
        return self._page

    @property
    def scale(self) -> float:
        """The scale of the page at hand."""
        places = self._column.places
        return places[self._page].scale if self._page < len(places) else 1.0

    @property
    def fit(self) -> Fit:
        """How the zoom follows the window."""
        return self._zoom.fit

    @property
    def column(self) -> Column:
        """Where the pages stand."""
        return self._column

    def go_to(self, page: int) -> None:
        """Bring a page's upper edge into view."""
        places = self._column.places
        if places:
            place = places[min(max(0, page), len(places) - 1)]
            self.verticalScrollBar().setValue(place.rect.top() - MARGIN)
            self._set_page(place.page)

    def show_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark what a search found, and bring the current place into view."""
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.page, []).append(hit)
        moved, self._current = current is not self._current, current
        if current is not None and moved:
            self._reveal(current)
        self.viewport().update()

    # --- zoom ------------------------------------------------------------------------------------

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the window."""
        self._take_zoom(Zoom(fit, self.scale), None)

    def set_scale(self, scale: float, at: QPointF | None = None) -> None:
        """Zoom to a scale; what is at ``at`` (in the viewport) stays there."""
        self._take_zoom(Zoom(Fit.FREE, min(LARGEST, max(SMALLEST, scale))), at)

    def step_zoom(self, by: int, at: QPointF | None = None) -> None:
        """Zoom one step in (1) or out (-1)."""
        self.set_scale(next_step(self.scale, by), at)

    def turn(self, quarters: int = 1) -> None:
        """Turn the view of all pages to the right; the file stays as it is."""
        page = self._page
        self._turns = (self._turns + quarters) % 4
        self._lay_out()
        self.go_to(page)

    def _take_zoom(self, zoom: Zoom, at: QPointF | None) -> None:
        anchor = self._anchor(at)
        self._zoom = zoom
        self._lay_out()
        self._restore(*anchor)
        self.zoom_changed.emit()

    def _anchor(self, at: QPointF | None) -> tuple[int, float, float, QPointF]:
        """The page at a point of the viewport, and where on it, as shares."""
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        spot = middle if at is None else at  # a point at the corner counts as false
        if not self._column.places:
            return 0, 0.0, 0.0, spot
        there = spot + QPointF(self._offset())
        rect = self._column.places[self._column.page_at(int(there.y()))].rect
        page = self._column.page_at(int(there.y()))
        across = (there.x() - rect.left()) / rect.width()
        down = (there.y() - rect.top()) / rect.height()
        return page, across, down, spot

    def _restore(self, page: int, across: float, down: float, spot: QPointF) -> None:
        if page < len(self._column.places):
            rect = self._column.places[page].rect
            x = rect.left() + across * rect.width() - spot.x()
            y = rect.top() + down * rect.height() - spot.y()
            self.horizontalScrollBar().setValue(round(x))
            self.verticalScrollBar().setValue(round(y))

    # --- layout ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        room = self.viewport().size()
        sizes = self._pages.sizes if self._pages else ()
        # A photograph of a few pixels is not blown up; a sheet of paper may fill the window.
        enlarge = self._pages is not None and self._pages.file.form is Form.PDF
        self._column = Column(sizes, room.toTuple(), self._zoom, self._turns, enlarge=enlarge)
        for bar, whole, seen in (
            (self.verticalScrollBar(), self._column.height, room.height()),
            (self.horizontalScrollBar(), self._column.width, room.width()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(_LINE)
        self._on_scrolled()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def seen(self) -> QRect:
        """The part of the column that is on the screen."""
        return QRect(self._offset(), self.viewport().size())

    @Slot()
    def _on_scrolled(self) -> None:
        self.viewport().update()
        self._asking.start()
        seen = self.seen()
        middle = seen.top() + seen.height() // 3
        if self._column.places:
            self._set_page(self._column.page_at(middle))

    def _set_page(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
            if self._zoom.fit is not Fit.FREE:
                self.zoom_changed.emit()

    def _reveal(self, hit: Hit) -> None:
        if not hit.boxes or hit.page >= len(self._column.places):
            return
        spot = on_screen(self._column, self._column.places[hit.page], hit.boxes[0]).toRect()
        seen = self.seen()
        if not seen.adjusted(0, 20, 0, -20).contains(spot):
            self.verticalScrollBar().setValue(spot.center().y() - seen.height() // 3)
            self.horizontalScrollBar().setValue(spot.center().x() - seen.width() // 2)

    # --- drawing ---------------------------------------------------------------------------------

    def orders(self, place: Place, seen: QRect) -> list[TileOrder]:
        """What has to be drawn of a page so that its part on the screen is whole."""
        assert self._pages is not None
        transform = self._column.transform(place)
        part = place.rect.intersected(seen)
        back: QTransform = transform.inverted()[0]
        return tiles_for(
            self._pages.file,
            place,
            self._column.untilted(place),
            back.mapRect(QRectF(part)),
            self.devicePixelRatioF(),
        )

    @Slot()
    def _ask(self) -> None:
        """Have drawn what is seen, then what the next step of scrolling will bring."""
        if self._pages is None or not self.isVisible():
            return
        seen = self.seen()
        places = self._column.between(seen.top(), seen.bottom())
        orders = [order for place in places for order in self.orders(place, seen)]
        if places:
            near = seen.adjusted(0, -seen.height() // 2, 0, seen.height())
            for place in self._column.between(near.top(), near.bottom()):
                if place not in places:
                    orders += self.orders(place, near)
        self.drawer.want(orders)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint the tiles that are there; a rougher picture or plain paper for the others."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.colours.sunken))
        if self._pages is None:
            painter.end()
            return
        seen = self.seen()
        painter.translate(-self._offset())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place in self._column.between(seen.top(), seen.bottom()):
            self._paint_page(painter, place, seen)
        painter.end()

    def _paint_page(self, painter: QPainter, place: Place, seen: QRect) -> None:
        orders = self.orders(place, seen)
        width, height = self._column.untilted(place)
        painter.save()
        painter.setTransform(self._column.transform(place), combine=True)
        paper = QRectF(0, 0, width, height)
        painter.fillRect(paper, Qt.GlobalColor.white)
        tiles = [(order, self.drawer.tile(order)) for order in orders]
        if any(image is None for _, image in tiles):
            rough = self.drawer.rough(place.page)
            if rough is not None:
                painter.drawImage(paper, rough[1])
        ratio = self.devicePixelRatioF()
        for order, image in tiles:
            target = QRectF(
                order.left / ratio, order.top / ratio, order.width / ratio, order.height / ratio
            )
            if image is not None:
                painter.drawImage(target, image)
            elif self.drawer.has_failed(order):
                painter.setPen(QColor("#b3261e"))
                painter.drawText(target, Qt.AlignmentFlag.AlignCenter, tr("这一页画不出来"))
        painter.restore()
        painter.setPen(QPen(QColor(self._theme.colours.line)))
        painter.drawRect(place.rect.adjusted(-1, -1, 0, 0))
        hits = self._hits.get(place.page, ())
        paint_hits(painter, self._column, place, hits, self._current)

    # --- Qt --------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """A sheet of paper, small."""
        return QSize(self._theme.space(380), self._theme.space(480))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Lay out anew; what is at the upper edge stays there."""
        super().resizeEvent(event)
        anchor = self._anchor(QPointF(0, 0))
        self._lay_out()
        self._restore(*anchor)
        self.zoom_changed.emit()

    def showEvent(self, event: object) -> None:  # noqa: N802  (Qt's name)
        """Draw what was put off while nobody saw it."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._asking.start()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's name)
        """Ctrl and the wheel zoom where the mouse is."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.set_scale(self.scale * 1.0015**turned, event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ctrl+F looks for words in here, whatever it does elsewhere in the window."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.matches(_FIND):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Page keys turn pages; Home and End go to the first and the last."""
        bar = self.verticalScrollBar()
        if event.matches(_FIND):
            self.search_wanted.emit()
            return
        match event.key():
            case Qt.Key.Key_PageDown:
                self._turn_page(1)
            case Qt.Key.Key_PageUp:
                self._turn_page(-1)
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.step_zoom(1)
            case Qt.Key.Key_Minus:
                self.step_zoom(-1)
            case _:
                super().keyPressEvent(event)

    def _turn_page(self, by: int) -> None:
        """By a screenful while more of the page is to be seen, else to the next page."""
        bar, seen = self.verticalScrollBar(), self.seen()
        place = self._column.places[self._page] if self._column.places else None
        taller = place is not None and place.rect.height() > seen.height()
        if taller:
            bar.setValue(bar.value() + by * (seen.height() - GAP * 4))
        else:
            self.go_to(self._page + by)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Take hold of the page."""
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._grip = event.position().toPoint() + self._offset()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Pull the page along."""
        if self._grip is not None:
            wanted = self._grip - event.position().toPoint()
            self.horizontalScrollBar().setValue(wanted.x())
            self.verticalScrollBar().setValue(wanted.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Let go of it."""
        self._grip = None
        self.viewport().unsetCursor()
