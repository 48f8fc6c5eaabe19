"""Slots as a list: what waits for a decision, or whatever the filter leaves."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.review.basis import SlotKey
from app.review.board import SlotRow
from ui.indicators.tree_model import ROW, Index
from ui.review.looks import paint_mark, stage_colour
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import paint_ground
from ui.wording import METHOD_NAMES, STAGE_NAMES, describe_difference


class QueueModel(QAbstractListModel):
    """Frozen slot rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SlotRow, ...] = ()

    @property
    def rows(self) -> tuple[SlotRow, ...]:
        """What is shown."""
        return self._rows

    def show(self, rows: Sequence[SlotRow]) -> None:
        """Take new rows; the same slots in the same order keep their selection."""
        new = tuple(rows)
        if [r.slot for r in new] == [r.slot for r in self._rows]:
            self._rows = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def place_of(self, slot: SlotKey) -> int:
        """The row of a slot, or -1."""
        return next((n for n, r in enumerate(self._rows) if r.slot == slot), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of slots."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself and what it says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading_of(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("，").join((heading_of(row), STAGE_NAMES[row.stage], note_of(row)))
            case Qt.ItemDataRole.ToolTipRole:
                return row.reasons or None
            case _:
                return row if role == ROW else None


class QueueView(QListView):
    """Two lines a slot: which one, and what is to be known of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = QueueModel(self)
        self.setModel(self.queue)
        self.setItemDelegate(_SlotDelegate(theme, self))
        self.setAccessibleName(tr("填报位列表"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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


def heading_of(row: SlotRow) -> str:
    """Which slot it is."""
    method = METHOD_NAMES[row.slot.method]
    return tr("{unit}　指标 {code} {method}", unit=row.unit, code=row.slot.indicator, method=method)


def note_of(row: SlotRow) -> str:
    """What is to be known of it before it is opened."""
    parts = [STAGE_NAMES[row.stage], tr("{count} 件", count=row.items)]
    if row.marks:
        parts.append(tr("不涉及 {count} 处", count=row.marks))
    if row.round > 1:
        parts.append(tr("第 {count} 次报送", count=row.round))
    if row.returned:
        parts.append(tr("{count} 件曾退回", count=row.returned))
    if changed := describe_difference(row.since):
        parts.append(tr("之后{changed}", changed=changed))
    if row.reasons:
        parts.append(row.reasons)
    return "　".join(parts)
