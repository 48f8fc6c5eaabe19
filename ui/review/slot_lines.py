"""The points of a slot with the items under each, as one list."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.review.listing import ItemLine, PointLine
from app.review.vocabulary import SlotStage
from app.vocabulary import ReviewDecision
from ui.review.looks import STANDING_LOOKS, paint_mark, stage_colour
from ui.review.rows import KnownItem, Line, Loose, note_of_line, text_of, waits_for_a_word
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import Paragraph, paint_ground
from ui.widgets.row_list import ROW, Index, RowListModel, RowListView


class SlotLinesModel(RowListModel[Line]):
    """Frozen lines."""

    def place_of_item(self, item: str) -> int:
        """The row of an item, or -1."""
        found = (n for n, x in enumerate(self._rows) if isinstance(x, ItemLine) and x.item == item)
        return next(found, -1)

    def first_to_look_at(self) -> int:
        """The row of the first item that waits for a word, else of the first item, or -1."""
        waiting = (n for n, x in enumerate(self._rows) if waits_for_a_word(x))
        items = (n for n, x in enumerate(self._rows) if isinstance(x, ItemLine))
        return next(waiting, next(items, -1))

    def key(self, row: Line) -> object:
        """What makes a line the same."""
        match row:
            case PointLine():
                return row.number
            case ItemLine():
                return row.item, row.point
            case _:
                return "loose"

    def words(self, row: Line, role: int) -> object:
        """What is shown, and what a screen reader says."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text_of(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("，").join((text_of(row), note_of_line(row)))
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The heading of items without a point cannot be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], Loose):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class SlotLinesView(RowListView):
    """Points in full, items with their mark below them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = SlotLinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setAccessibleName(tr("要点和材料"))
        theme.changed.connect(self.doItemsLayout)

    def chosen(self) -> Line | None:
        """The current line."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, PointLine | ItemLine | Loose) else None


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        text, note, _left = self._texts(index.data(ROW), self._view.viewport().width())
        return QSize(100, text.height + note.height + self._theme.space(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(ROW)
        colours, space, rect = self._theme.colours, self._theme.space, option.rect
        painter.save()
        paint_ground(painter, option, colours)
        text, note, left = self._texts(line, rect.width())
        top = rect.top() + space(5)
        look = _look(line)
        if look is not None:
            height = self._view.fontMetrics().lineSpacing()
            centre = QPointF(rect.left() + left - space(13), top + height / 2)
            paint_mark(painter, centre, space(13), look, stage_colour(look, colours))
        painter.setPen(QColor(colours.muted if isinstance(line, Loose) else colours.text))
        text.paint(painter, rect.left() + left, top)
        unreadable = isinstance(line, KnownItem) and line.blocked
        wrong = look in {SlotStage.RETURNED, SlotStage.RECHECK} or unreadable
        painter.setPen(QColor(colours.problem if wrong else colours.muted))
        note.paint(painter, rect.left() + left, top + text.height)
        painter.restore()

    def _texts(self, line: Line, width: int) -> tuple[Paragraph, Paragraph, int]:
        left = self._theme.space(48 if isinstance(line, ItemLine) else 28)
        room = width - left - self._theme.space(10)
        font = self._theme.font(medium=isinstance(line, PointLine))
        return (
            Paragraph(text_of(line), font, room),
            Paragraph(note_of_line(line), self._theme.font(-1), room),
            left,
        )


def _look(line: Line) -> SlotStage | None:
    match line:
        case ItemLine() if line.returned_with is not None:
            return SlotStage.RETURNED
        case ItemLine():
            return STANDING_LOOKS[line.standing]
        case PointLine(decision=ReviewDecision.ACCEPTED):
            return SlotStage.ACCEPTED
        case PointLine(decision=ReviewDecision.RETURNED):
            return SlotStage.RECHECK if line.changed else SlotStage.RETURNED
        case _:
            return None
