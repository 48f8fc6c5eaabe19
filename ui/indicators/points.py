"""The points of a requirement: what is asked for, what is there, what is missing."""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.completeness.states import PointState
from app.completeness.vocabulary import State
from ui import icons
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.dropping import dropped_files
from ui.widgets.painting import Paragraph, paint_ground
from ui.widgets.row_list import ROW, Index, RowListModel, RowListView
from ui.wording import STATE_NAMES, describe_point

#: A note that is no wider than this (at 100 %) stands at the end of the text's first line.
_SHORT = 84


class PointsModel(RowListModel[PointState]):
    """Frozen point states."""

    def key(self, row: PointState) -> object:
        """The point's stable id."""
        return row.key

    def words(self, row: PointState, role: int) -> object:
        """What is shown, and what a screen reader says."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.point.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr(
                    "要点 {number}，{state}，{text}",
                    number=row.point.number,
                    state=STATE_NAMES[row.state],
                    text=row.point.text,
                )
            case Qt.ItemDataRole.ToolTipRole:
                return tr("点一下只看这个要点的材料；也可以把文件直接拖到这里")
            case _:
                return None


class PointsDelegate(QStyledItemDelegate):
    """State, number, the whole text, and below it what lies there or is missing."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As tall as the text at the view's width."""
        text, note, beside = self._texts(index.data(ROW), self._view.viewport().width())
        below = 0 if beside else note.height
        return QSize(100, text.height + below + self._theme.space(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one point."""
        row: PointState = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect
        colour = colours.state(row.state)
        size = space(16)
        line = self._view.fontMetrics().lineSpacing()
        top = rect.top() + space(6)
        picture = icons.pixmap(
            icons.STATE_ICONS[row.state], colour.name(), size, self._view.devicePixelRatioF()
        )
        painter.drawPixmap(rect.left() + space(10), top + (line - size) // 2, picture)
        painter.setPen(QColor(colours.muted))
        painter.setFont(self._theme.font())
        number = QRect(rect.left() + space(28), top, space(20), line)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(row.point.number))
        text, note, beside = self._texts(row, rect.width())
        painter.setPen(QColor(colours.text))
        text.paint(painter, rect.left() + space(52), top)
        short = row.state is State.PROBLEM or row.has_gap
        painter.setPen(
            QColor(
                colours.problem
                if row.state is State.PROBLEM
                else colours.partial
                if short
                else colours.muted
            )
        )
        if beside:
            lower = (line - note.height) // 2
            note.paint(painter, rect.right() - space(12) - beside, top + lower)
        else:
            note.paint(painter, rect.left() + space(52), top + text.height)
        painter.restore()

    def _texts(self, row: PointState, width: int) -> tuple[Paragraph, Paragraph, int]:
        """Text, note, and how wide the note is where it stands beside the text; 0: below it."""
        space = self._theme.space
        room = width - space(52 + 12)
        small, words = self._theme.font(-1), _note(row)
        beside = QFontMetrics(small).horizontalAdvance(words)
        if beside > min(space(_SHORT), room / 3):
            return (
                Paragraph(row.point.text, self._theme.font(), room),
                Paragraph(words, small, room),
                0,
            )
        text = Paragraph(row.point.text, self._theme.font(), room - beside - space(16))
        return text, Paragraph(words, small, beside + 1), beside


def _note(row: PointState) -> str:
    words = describe_point(row)
    if row.items or row.not_applicable:
        return words
    asked = []
    if row.point.per_year:
        asked.append(tr("每个年度都要有"))
    elif row.point.since_year:
        asked.append(tr("{since_year} 年以来", since_year=row.point.since_year))
    asked += [tr("量化要求：{text}", text=t.threshold.text) for t in row.thresholds]
    none = tr("还没有材料")
    told = tr("{none}（{asked}）", none=none, asked=tr("；").join(asked)) if asked else none
    return tr("；").join((told, words)) if words else told


class PointsView(RowListView):
    """A point is chosen to see its evidence only; files dropped on a point go to that point."""

    files_dropped = Signal(list, object)  # paths, point number
    width_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setItemDelegate(PointsDelegate(theme, self))
        self.setAccessibleName(tr("材料要点"))
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        theme.changed.connect(self.doItemsLayout)

    def fit(self, most: int) -> None:
        """Be as tall as the points, or ``most`` pixels."""
        model = self.model()
        rows = model.rowCount()
        wanted = sum(self.sizeHintForRow(row) for row in range(rows)) + 4
        self.setFixedHeight(min(wanted, most))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  (Qt's name)
        """Files are welcome."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  (Qt's name)
        """Show which point the files would go to."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  (Qt's name)
        """Hand the files over."""
        index = self.indexAt(event.position().toPoint())
        point = index.data(ROW).point.number if index.isValid() else None
        paths: list[Path] = dropped_files(event.mimeData())
        event.acceptProposedAction()
        self.files_dropped.emit(paths, point)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.width_changed.emit()
