"""How a category and an indicator look in the tree."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from app.completeness.states import Tally
from ui import icons
from ui.indicators.rows import CategoryRow, IndicatorRow
from ui.indicators.tree_model import IndicatorTreeModel
from ui.theme import Theme
from ui.widgets.painting import Paragraph, paint_bar, paint_ground
from ui.widgets.row_list import ROW, Index

_LINES = 2


class TreeDelegate(QStyledItemDelegate):
    """State by shape and colour, number, two lines of the statement, progress."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """The same for all rows of a level."""
        line = self._view.fontMetrics().lineSpacing()
        if isinstance(index.data(ROW), CategoryRow):
            return QSize(200, line + self._theme.space(14))
        return QSize(200, line * _LINES + self._theme.space(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        painter.save()
        if isinstance(row, CategoryRow):
            self._paint_category(painter, option, row, unfolded=self._view.isExpanded(index))
        else:
            self._paint_indicator(painter, option, row)
        painter.restore()

    def _paint_category(
        self, painter: QPainter, option: QStyleOptionViewItem, row: CategoryRow, *, unfolded: bool
    ) -> None:
        colours, space = self._theme.colours, self._theme.space
        painter.fillRect(option.rect, QColor(colours.window))
        size, indent = space(12), space(14) * row.level
        picture = icons.pixmap(
            "chevron-down" if unfolded else "chevron-right",
            colours.muted,
            size,
            self._view.devicePixelRatioF(),
        )
        painter.drawPixmap(
            option.rect.left() + space(6) + indent, option.rect.center().y() - size // 2, picture
        )
        rect = option.rect.adjusted(space(22) + indent, 0, -space(10), 0)
        count = f"{row.tally.covered}/{row.tally.total}"
        font = self._theme.font(-1)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        used = painter.fontMetrics().horizontalAdvance(count) + space(10)
        painter.setFont(self._theme.font(medium=True))
        painter.setPen(QColor(colours.text))
        name = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideRight, rect.width() - used
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_indicator(
        self, painter: QPainter, option: QStyleOptionViewItem, row: IndicatorRow
    ) -> None:
        colours, space = self._theme.colours, self._theme.space
        paint_ground(painter, option, colours)
        rect: QRect = option.rect.adjusted(space(12), space(6), -space(10), -space(6))
        line = self._view.fontMetrics().lineSpacing()
        size = space(16)
        colour = colours.state(row.state)
        picture = icons.pixmap(
            icons.STATE_ICONS[row.state], colour.name(), size, self._view.devicePixelRatioF()
        )
        painter.drawPixmap(rect.left(), rect.top() + (line - size) // 2, picture)
        painter.setFont(self._theme.font(medium=True))
        widest = painter.fontMetrics().horizontalAdvance(self._longest_code())
        room = max(space(32), widest + space(6))
        number = QRect(rect.left() + space(20), rect.top(), room, line)
        painter.setPen(QColor(colours.text))
        painter.drawText(
            number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, row.code
        )
        left = number.right() + space(4)
        width = rect.right() - left - space(54)
        text = Paragraph(row.statement, self._theme.font(), width, _LINES)
        text.paint(painter, left, rect.top())
        self._paint_progress(painter, rect, line, row.tally, colour)

    def _longest_code(self) -> str:
        model = self._view.model()
        return model.longest_code if isinstance(model, IndicatorTreeModel) else ""

    def _paint_progress(
        self, painter: QPainter, rect: QRect, line: int, tally: Tally, colour: QColor
    ) -> None:
        colours, space = self._theme.colours, self._theme.space
        place = QRect(rect.right() - space(44), rect.top(), space(44), line)
        painter.setFont(self._theme.font(-1))
        painter.setPen(QColor(colours.muted))
        painter.drawText(
            place,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            f"{tally.covered}/{tally.total}",
        )
        bar = QRectF(place.left(), rect.top() + line + line * 0.35, place.width(), space(4))
        share = tally.covered / tally.total if tally.total else 0.0
        paint_bar(painter, bar, share, colour, QColor(colours.line))
