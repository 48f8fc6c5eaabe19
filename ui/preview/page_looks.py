"""Pages as they will be bound, painted: a strip of all of them, and one of them large."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import paint_ground

#: The room for the picture of a page in the strip, and the gap around it, at 100 %.
_ROOM = QSize(104, 132)
_GAP = 8
_LEFT_OUT = 0.3


@dataclass(frozen=True)
class Look:
    """How a page looks.

    ``size`` is its own, in any unit; ``sheet`` are width and height of the paper and how much
    larger the page is on it, in the same unit; None for its own paper.
    """

    picture: QPixmap | None
    size: tuple[float, float]
    turn: int = 0
    tilt: float = 0.0
    sheet: tuple[float, float, float] | None = None
    bound: bool = True


def paint_look(painter: QPainter, room: QRect, look: Look, line: QColor) -> None:
    """Paint a page into the middle of a room, on white paper with an edge."""
    width, height, larger = look.sheet or (*look.size, 1.0)
    seen = (height, width) if look.turn % 180 else (width, height)
    scale = min(room.width() / seen[0], room.height() / seen[1])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QRectF(room).center())
    painter.rotate(look.turn)
    paper = QRectF(-width * scale / 2, -height * scale / 2, width * scale, height * scale)
    painter.fillRect(paper, Qt.GlobalColor.white)
    if look.picture is not None:
        painter.save()
        painter.setClipRect(paper)
        painter.rotate(look.tilt)
        across, up = look.size[0] * larger * scale, look.size[1] * larger * scale
        painter.drawPixmap(
            QRectF(-across / 2, -up / 2, across, up), look.picture, QRectF(look.picture.rect())
        )
        painter.restore()
    painter.setPen(QPen(line))
    painter.drawRect(paper)
    painter.restore()


class PageStrip(QListWidget):
    """All pages of a file in order; several may be chosen."""

    def __init__(self, theme: Theme, look: Callable[[int], Look]) -> None:
        """``look`` gives the look of a page, counted from 1."""
        super().__init__()
        self.setAccessibleName(tr("页面"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_StripDelegate(theme, self, look))

    def show_count(self, count: int) -> None:
        """Show so many pages."""
        self.clear()
        self.addItems([tr("第 {page} 页", page=page) for page in range(1, count + 1)])

    @property
    def chosen(self) -> list[int]:
        """The pages that are chosen, counted from 1."""
        return sorted(index.row() + 1 for index in self.selectedIndexes())


class _StripDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, strip: PageStrip, look: Callable[[int], Look]) -> None:
        super().__init__(strip)
        self._theme, self._strip, self._look = theme, strip, look

    def sizeHint(  # noqa: N802  (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        space, line = self._theme.space, self._strip.fontMetrics().lineSpacing()
        return QSize(space(_ROOM.width() + 2 * _GAP), space(_ROOM.height() + 2 * _GAP + 4) + line)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours, space = self._theme.colours, self._theme.space
        look, gap = self._look(index.row() + 1), space(_GAP)
        painter.save()
        paint_ground(painter, option, colours)
        tile: QRect = option.rect.adjusted(gap, gap, -gap, -gap)
        room = QRect(tile.left(), tile.top(), tile.width(), space(_ROOM.height()))
        painter.setOpacity(1.0 if look.bound else _LEFT_OUT)
        paint_look(painter, room, look, QColor(colours.line))
        painter.setOpacity(1.0)
        words = QRect(tile.left(), room.bottom() + space(4), tile.width(), tile.height())
        words.setBottom(tile.bottom())
        painter.setPen(QColor(colours.text if look.bound else colours.muted))
        number = tr("第 {page} 页", page=index.row() + 1)
        text = number if look.bound else tr("{page}　不装订", page=index.row() + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class LargePage(QFrame):
    """One page, as large as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look: Look | None = None
        self.setAccessibleName(tr("这一页装订后的样子"))
        # A picture needs no more height where text is large; there the room is short.
        self.setMinimumSize(theme.space(220), 200)

    def show_look(self, look: Look | None) -> None:
        """Show a page, or nothing."""
        self._look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint the page on the ground of the preview."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.colours.sunken))
        if self._look is not None:
            edge = self._theme.space(10)
            room = self.rect().adjusted(edge, edge, -edge, -edge)
            painter.setOpacity(1.0 if self._look.bound else _LEFT_OUT)
            paint_look(painter, room, self._look, QColor(self._theme.colours.line))
        painter.end()
