"""The lists of the desk: how much is there, what there is to do, what was done lately."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.completeness.vocabulary import State
from ui import icons
from ui.desk.duties import DutyRow
from ui.desk.recent import RecentRow
from ui.desk.rows import ShareRow
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import Paragraph, paint_bar, paint_ground
from ui.widgets.row_list import ROW, Index, RowListModel
from ui.wording import STATE_NAMES

Row = ShareRow | DutyRow | RecentRow

#: The width of a state's icon before the text.
_PICTURE = 26


class RowsModel(RowListModel[Row]):
    """Frozen rows of one kind."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if index.isValid() and self._rows[index.row()].target is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def key(self, row: Row) -> object:
        """A row's key is its position: the selection stays if the number of rows stays."""
        return None

    def words(self, row: Row, role: int) -> object:
        """What is shown, and what a screen reader says."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(row, ShareRow):
                return tr("，").join((row.name, f"{row.tally.covered}/{row.tally.total}"))
            state = (STATE_NAMES[row.state],) if isinstance(row, DutyRow) else ()
            return tr("，").join((*state, row.text, row.about))
        if role == Qt.ItemDataRole.ToolTipRole and row.target is not None:
            if isinstance(row, ShareRow):
                return tr("点一下查看这些指标")
            if isinstance(row, DutyRow):
                return tr("{text}\n点一下去处理", text=row.text)
            return tr("{text}\n点一下去看", text=row.text)
        return None


class ShareDelegate(QStyledItemDelegate):
    """A name, a bar in two colours (covered; waiting for a fix) and the figures."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """One line; a heading has some space above it."""
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


class DeskLineDelegate(QStyledItemDelegate):
    """What there is to do or was done, and where or when; a duty also has a state and a link."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines, three if the words need them."""
        text = self._text(index.data(ROW), self._view.viewport().width())
        line = self._view.fontMetrics().lineSpacing()
        return QSize(100, text.height + line + self._theme.space(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        row: DutyRow | RecentRow = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect.adjusted(space(12), space(7), -space(12), -space(7))
        line = self._view.fontMetrics().lineSpacing()
        left, second = rect.left(), row.about
        if isinstance(row, DutyRow):
            self._paint_state(painter, rect, row.state, line)
            left += space(_PICTURE)
            painter.setFont(self._theme.font())
            painter.setPen(QColor(colours.accent))
            first = QRect(rect.left(), rect.top(), rect.width(), line)
            painter.drawText(first, Qt.AlignmentFlag.AlignRight, tr("去处理"))
        painter.setPen(QColor(colours.text))
        text = self._text(row, option.rect.width())
        text.paint(painter, left, rect.top())
        painter.setFont(self._theme.font(-1))
        painter.setPen(QColor(colours.muted))
        below = QRect(left, rect.top() + text.height, rect.right() - left, line)
        words = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _paint_state(self, painter: QPainter, rect: QRect, state: State, line: int) -> None:
        size = self._theme.space(16)
        colour = self._theme.colours.state(state).name()
        ratio = self._view.devicePixelRatioF()
        picture = icons.pixmap(icons.STATE_ICONS[state], colour, size, ratio)
        painter.drawPixmap(rect.left(), rect.top() + (line - size) // 2, picture)

    def _text(self, row: DutyRow | RecentRow, width: int) -> Paragraph:
        taken = self._theme.space(24)
        if isinstance(row, DutyRow):
            way = self._view.fontMetrics().horizontalAdvance(tr("去处理"))
            taken += self._theme.space(_PICTURE + 12) + way
        return Paragraph(row.text, self._theme.font(), width - taken, 2)
