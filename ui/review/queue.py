"""Slots as a list: those that wait for a decision, or those that pass the filter."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.framework.keys import SlotKey
from app.review.board import SlotRow
from ui.review.looks import paint_mark, stage_colour
from ui.review.rows import heading_of, note_of
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import paint_ground
from ui.widgets.row_list import ROW, Index, RowListModel, RowListView
from ui.wording import STAGE_NAMES


class QueueModel(RowListModel[SlotRow]):
    """Frozen slot rows."""

    def key(self, row: SlotRow) -> object:
        """The slot."""
        return row.slot

    def words(self, row: SlotRow, role: int) -> object:
        """What is shown, and what a screen reader says."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading_of(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("，").join((heading_of(row), STAGE_NAMES[row.stage], note_of(row)))
            case Qt.ItemDataRole.ToolTipRole:
                return row.reasons or None
            case _:
                return None


class QueueView(RowListView):
    """Two lines for each slot: which one it is, and notes about it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = QueueModel(self)
        self.setModel(self.queue)
        self.setItemDelegate(_SlotDelegate(theme, self))
        self.setAccessibleName(tr("各处材料"))
        self.setUniformItemSizes(True)
        theme.changed.connect(self.doItemsLayout)

    def choose(self, slot: SlotKey) -> None:
        """Turn to a slot, if it is shown."""
        place = self.queue.place_of(slot)
        if place >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self.queue.index(place))

    def chosen(self) -> SlotRow | None:
        """The current slot."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, SlotRow) else None


class _SlotDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        return QSize(100, 2 * self._view.fontMetrics().lineSpacing() + self._theme.space(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SlotRow = index.data(ROW)
        colours, space, rect = self._theme.colours, self._theme.space, option.rect
        painter.save()
        paint_ground(painter, option, colours)
        colour = stage_colour(row.stage, colours)
        line = self._view.fontMetrics().lineSpacing()
        top = rect.top() + space(6)
        centre = QPointF(rect.left() + space(20), top + line / 2)
        paint_mark(painter, centre, space(14), row.stage, colour)
        left, width = rect.left() + space(36), rect.width() - space(46)
        for number, (text, ink, font) in enumerate(
            (
                (heading_of(row), colours.text, self._theme.font()),
                (note_of(row), colours.muted, self._theme.font(-1)),
            )
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            box = QRect(left, top + number * line, width, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
