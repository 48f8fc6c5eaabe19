"""The evidence of a task as a grid of small pictures: photos, and the first pages of documents."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.evidence.listing import FiledRow
from app.guessing.titles import is_described
from ui import icons
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.elided import elided_name
from ui.widgets.files import kind_icon
from ui.widgets.painting import paint_ground
from ui.widgets.row_list import ROW, Index

#: The size of a picture and of what is around it, at 100 %.
_PICTURE = QSize(148, 128)
_GAP = 10

Picture = Callable[[FiledRow], QPixmap | None]


class GridDelegate(QStyledItemDelegate):
    """A picture with number and title below; ``picture`` gives what was drawn so far."""

    def __init__(self, theme: Theme, view: QListView, picture: Picture) -> None:
        super().__init__(view)
        self._theme, self._view, self._picture = theme, view, picture

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """All tiles are of one size: the picture and two lines."""
        space = self._theme.space
        lines = 2 * self._view.fontMetrics().lineSpacing()
        return QSize(
            space(_PICTURE.width() + 2 * _GAP), space(_PICTURE.height() + 2 * _GAP + 4) + lines
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item."""
        row: FiledRow = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        gap = space(_GAP)
        tile: QRect = option.rect.adjusted(gap, gap, -gap, -gap)
        room = QRect(tile.topLeft(), QSize(tile.width(), space(_PICTURE.height())))
        self._paint_picture(painter, room, row)
        line = self._view.fontMetrics().lineSpacing()
        words = QRect(tile.left(), room.bottom() + space(4), tile.width(), line)
        painter.setFont(self._theme.font(-1))
        more = tr("附件 {count} 个", count=row.parts) if row.parts else ""
        number = "　".join(filter(None, (row.number, row.doc_date, more)))
        painter.setPen(QColor(colours.muted))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, number)
        words.translate(0, line)
        painter.setFont(self._theme.font())
        named = is_described(row.title) and "title" not in row.guesses
        colour = colours.problem if row.blocked else colours.text if named else colours.guess
        painter.setPen(QColor(colour))
        metrics, wide = painter.fontMetrics(), words.width()
        title = (
            metrics.elidedText(row.title, Qt.TextElideMode.ElideMiddle, wide)
            if row.title
            else elided_name(row.file_name, metrics, wide)
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()

    def _paint_picture(self, painter: QPainter, room: QRect, row: FiledRow) -> None:
        colours, ratio = self._theme.colours, self._view.devicePixelRatioF()
        picture = self._picture(row)
        if picture is None:
            painter.setPen(QPen(QColor(colours.line)))
            painter.drawRect(room.adjusted(0, 0, -1, -1))
            size = self._theme.space(40)
            corner = room.center() - QPoint(size // 2, size // 2)
            tint = colours.problem if row.blocked else colours.muted
            painter.drawPixmap(corner, icons.pixmap(kind_icon(row.kind), tint, size, ratio))
            return
        shown = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(0, 0), shown)
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture)
        painter.setPen(QPen(QColor(colours.line)))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
