"""How a category and an indicator look in the tree."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from app.completeness.states import Tally
from app.vocabulary import ResponsibilityRole
from ui import icons
from ui.indicators.rows import CategoryRow, IndicatorTreeRow
from ui.indicators.tree_model import IndicatorTreeModel
from ui.shared.returned import ICON
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import Paragraph, paint_bar, paint_ground
from ui.widgets.row_list import ROW, Index
from ui.wording import ROLE_NAMES

_LINES = 2


class TreeDelegate(QStyledItemDelegate):
    """State by shape and colour, number, a unit's part, two lines of the statement, progress."""

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
        if row.returned:
            told, mark = str(row.returned), space(13)
            painter.setPen(QColor(colours.problem))
            beside = rect.adjusted(0, 0, -used, 0)
            painter.drawText(
                beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told
            )
            used += painter.fontMetrics().horizontalAdvance(told) + mark + space(4)
            back = icons.pixmap(ICON, colours.problem, mark, self._view.devicePixelRatioF())
            painter.drawPixmap(rect.right() - used + 1, rect.center().y() - mark // 2, back)
            used += space(8)
        painter.setFont(self._theme.font(medium=True))
        painter.setPen(QColor(colours.text))
        name = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideRight, rect.width() - used
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_indicator(
        self, painter: QPainter, option: QStyleOptionViewItem, row: IndicatorTreeRow
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
        if row.returned or row.answered:
            tint = colours.problem if row.returned else colours.partial
            back = icons.pixmap(ICON, tint, size, self._view.devicePixelRatioF())
            painter.drawPixmap(rect.left(), rect.top() + line + (line - size) // 2, back)
        painter.setFont(self._theme.font(medium=True))
        widest = painter.fontMetrics().horizontalAdvance(self._longest_code())
        if row.role is not None:  # the words below the number: in other languages they are longer
            small = QFontMetrics(self._theme.font(-1))
            widest = max(widest, *map(small.horizontalAdvance, ROLE_NAMES.values()))
        room = max(space(32), widest + space(6))
        number = QRect(rect.left() + space(20), rect.top(), room, line)
        painter.setPen(QColor(colours.text))
        painter.drawText(
            number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, row.code
        )
        if row.role is not None:
            painter.setFont(self._theme.font(-1))
            leads = row.role is ResponsibilityRole.LEAD
            painter.setPen(QColor(colours.accent if leads else colours.muted))
            below = number.translated(0, line)
            painter.drawText(
                below,
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter,
                ROLE_NAMES[row.role],
            )
            painter.setPen(QColor(colours.text))
        left = number.right() + space(4)
        width = rect.right() - left - space(54)
        text = Paragraph(row.statement, self._theme.font(), width, _LINES)
        text.paint(painter, left, rect.top())
        if row.owes:
            self._paint_progress(painter, rect, line, row.tally, colour)
        else:
            painter.setFont(self._theme.font(-1))
            painter.setPen(QColor(colours.muted))
            place = QRect(rect.right() - space(44), rect.top(), space(44), line)
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(place, side, tr("可补充"))

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
