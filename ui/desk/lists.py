"""The desk's two lists: how much is there, and what waits."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons
from ui.desk.rows import DutyRow, ShareRow
from ui.indicators.tree_model import ROW, Index
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import Paragraph, paint_bar, paint_ground
from ui.wording import STATE_NAMES


class RowsModel(QAbstractListModel):
    """Frozen rows of either kind."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ShareRow | DutyRow, ...] = ()

    def show(self, rows: Sequence[ShareRow | DutyRow]) -> None:
        """Replace the rows; the same number of them keeps the selection."""
        new = tuple(rows)
        if len(new) == len(self._rows):
            self._rows = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A head cannot be chosen."""
        if index.isValid() and self._rows[index.row()].target is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself and its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(row, ShareRow):
                return tr("，").join((row.name, f"{row.tally.covered}/{row.tally.total}"))
            return tr("，").join((STATE_NAMES[row.state], row.text, row.where))
        if role == Qt.ItemDataRole.ToolTipRole and row.target is not None:
            return (
                tr("点一下查看这些指标")
                if isinstance(row, ShareRow)
                else tr("{text}\n点一下去处理", text=row.text)
            )
        return None


class ShareDelegate(QStyledItemDelegate):
    """A name, a bar in two colours (there; waiting for a fix) and the figures."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """One line; a head has some air above it."""
        head = index.data(ROW).target is None
        return QSize(
            100, self._view.fontMetrics().lineSpacing() + self._theme.space(20 if head else 10)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one part."""
        row: ShareRow = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        rect: QRect = option.rect.adjusted(space(10), 0, -space(12), 0)
        if row.target is None:
            painter.setFont(self._theme.font(-1))
            painter.setPen(QColor(colours.muted))
            bottom = rect.adjusted(0, 0, 0, -space(4))
            painter.drawText(bottom, Qt.AlignmentFlag.AlignBottom, row.name)
            painter.restore()
            return
        paint_ground(painter, option, colours)
        figures = space(92)
        name_width = round((rect.width() - figures) * 0.52)
        painter.setFont(self._theme.font())
        painter.setPen(QColor(colours.text))
        name = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideRight, name_width - space(12)
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, name)
        bar_width = rect.width() - figures - name_width
        bar = QRectF(rect.left() + name_width, rect.center().y() - space(3), bar_width, space(7))
        total = max(1, row.tally.total)
        paint_bar(
            painter,
            bar,
            (row.tally.covered + row.tally.waiting) / total,
            QColor(colours.problem),
            QColor(colours.line),
        )
        if row.tally.covered:
            clear = QColor(0, 0, 0, 0)
            paint_bar(painter, bar, row.tally.covered / total, QColor(colours.complete), clear)
        painter.setFont(self._theme.font(-1))
        painter.setPen(QColor(colours.muted))
        painter.drawText(
            rect,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            f"{row.tally.covered}/{row.tally.total}　{row.tally.percent}%",
        )
        painter.restore()


class DutyDelegate(QStyledItemDelegate):
    """State, what waits, and where."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines, three if the words need them."""
        text = self._text(index.data(ROW), self._view.viewport().width())
        line = self._view.fontMetrics().lineSpacing()
        return QSize(100, text.height + line + self._theme.space(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one duty."""
        row: DutyRow = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect.adjusted(space(12), space(7), -space(12), -space(7))
        line = self._view.fontMetrics().lineSpacing()
        size = space(16)
        picture = icons.pixmap(
            icons.STATE_ICONS[row.state],
            colours.state(row.state).name(),
            size,
            self._view.devicePixelRatioF(),
        )
        painter.drawPixmap(rect.left(), rect.top() + (line - size) // 2, picture)
        left = rect.left() + space(26)
        painter.setPen(QColor(colours.text))
        text = self._text(row, option.rect.width())
        text.paint(painter, left, rect.top())
        painter.setFont(self._theme.font(-1))
        painter.setPen(QColor(colours.muted))
        second = QRect(left, rect.top() + text.height, rect.right() - left, line)
        where = painter.fontMetrics().elidedText(
            row.where, Qt.TextElideMode.ElideRight, second.width()
        )
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter, where)
        painter.restore()

    def _text(self, row: DutyRow, width: int) -> Paragraph:
        return Paragraph(row.text, self._theme.font(), width - self._theme.space(50), 2)
