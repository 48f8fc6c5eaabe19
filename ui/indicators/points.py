"""The points of a task: what is asked for, what is there, what is missing."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
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
from ui.shared.returned import ICON, ReturnNote
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.dropping import dropped_files, unpack_placements
from ui.widgets.painting import Paragraph, paint_ground
from ui.widgets.row_list import ROW, Index, RowListModel, RowListView
from ui.wording import STATE_NAMES, describe_point

#: A note up to this width (at 100 %) is at the end of the text's first line.
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
                return tr("点一下只看这个要点的材料（按住 Ctrl 选几个）；也可以把文件拖到这里")
            case _:
                return None


class PointsDelegate(QStyledItemDelegate):
    """State, number, the whole text, and below it what is there or is missing."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.returned: Mapping[int, ReturnNote] = {}

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
        back = self.returned.get(row.point.number)
        name = icons.STATE_ICONS[row.state]
        if back is not None:
            name, colour = ICON, QColor(colours.problem if back.open else colours.partial)
        picture = icons.pixmap(name, colour.name(), size, self._view.devicePixelRatioF())
        painter.drawPixmap(rect.left() + space(10), top + (line - size) // 2, picture)
        painter.setPen(QColor(colours.muted))
        painter.setFont(self._theme.font())
        number = QRect(rect.left() + space(28), top, space(20), line)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(row.point.number))
        text, note, beside = self._texts(row, rect.width())
        painter.setPen(QColor(colours.text))
        text.paint(painter, rect.left() + space(52), top)
        short = row.state is State.PROBLEM or row.has_gap or back is not None
        wrong = row.state is State.PROBLEM or (back is not None and back.open)
        painter.setPen(
            QColor(colours.problem if wrong else colours.partial if short else colours.muted)
        )
        if beside:
            lower = (line - note.height) // 2
            note.paint(painter, rect.right() - space(12) - beside, top + lower)
        else:
            note.paint(painter, rect.left() + space(52), top + text.height)
        painter.restore()

    def _texts(self, row: PointState, width: int) -> tuple[Paragraph, Paragraph, int]:
        """Text, note, and the width of the note if it is beside the text; 0: below it."""
        space = self._theme.space
        room = width - space(52 + 12)
        back = self.returned.get(row.point.number)
        told = (back.words if back else "", _note(row))
        small, words = self._theme.font(-1), tr("；").join(filter(None, told))
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
    if row.expected:
        asked.append(tr("应有 {entries}", entries=tr("、").join(row.expected)))
    asked += [tr("量化要求：{text}", text=t.threshold.text) for t in row.thresholds]
    none = tr("还没有材料")
    told = tr("{none}（{asked}）", none=none, asked=tr("；").join(asked)) if asked else none
    return tr("；").join((told, words)) if words else told


class PointsView(RowListView):
    """Choosing a point shows only its evidence; files dropped on a point go to it."""

    files_dropped = Signal(list, object)  # paths, point number
    items_dropped = Signal(list, object, bool)  # placement ids, point number, True to copy
    width_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._aim = -1  # the row that dragged items would be dropped on
        self._delegate = PointsDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("材料要点"))
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        theme.changed.connect(self.doItemsLayout)

    def show_returned(self, returned: Mapping[int, ReturnNote]) -> None:
        """Mark the points that came back from review."""
        if returned != self._delegate.returned:
            self._delegate.returned = returned
            self.doItemsLayout()

    def fit(self, most: int) -> None:
        """Be as tall as the points, or ``most`` pixels."""
        model = self.model()
        rows = model.rowCount()
        wanted = sum(self.sizeHintForRow(row) for row in range(rows)) + 4
        self.setFixedHeight(min(wanted, most))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  (Qt's name)
        """Files are welcome, and items of the list."""
        if dropped_files(event.mimeData()) or unpack_placements(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  (Qt's name)
        """Show which point the files would go to."""
        index = self.indexAt(event.position().toPoint())
        if unpack_placements(event.mimeData()):
            super().dragMoveEvent(event)  # scrolls near the edges
            # Choosing the point would take the dragged items out of the list below.
            self._take_aim(index.row())
            event.acceptProposedAction() if index.isValid() else event.ignore()
            return
        if index.isValid():
            self.setCurrentIndex(index)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802  (Qt's name)
        """Remove the frame."""
        super().dragLeaveEvent(event)
        self._take_aim(-1)

    def _take_aim(self, row: int) -> None:
        if row != self._aim:
            self._aim = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """The points, and a frame around the one that items would go to."""
        super().paintEvent(event)
        if self._aim < 0:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.accent), 2, Qt.PenStyle.DashLine))
        rect = self.visualRect(self.model().index(self._aim, 0))
        painter.drawRoundedRect(rect.adjusted(3, 2, -3, -2), 6, 6)
        painter.end()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  (Qt's name)
        """Emit the files, or the items."""
        self._take_aim(-1)
        index = self.indexAt(event.position().toPoint())
        point = index.data(ROW).point.number if index.isValid() else None
        if ids := unpack_placements(event.mimeData()):
            if point is not None:
                event.acceptProposedAction()
                copied = event.proposedAction() is Qt.DropAction.CopyAction
                self.items_dropped.emit(ids, point, copied)
            return
        paths: list[Path] = dropped_files(event.mimeData())
        event.acceptProposedAction()
        self.files_dropped.emit(paths, point)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Tell of a new width: the points are another height then."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit()
