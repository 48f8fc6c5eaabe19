"""The points of a slot with the items under each, as one list."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.review.listing import ItemLine, PointLine, SlotDetail
from app.review.vocabulary import Stage
from app.vocabulary import ReviewDecision
from ui.review.looks import STANDING_LOOKS, paint_mark, stage_colour
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import Paragraph, paint_ground
from ui.widgets.row_list import ROW, Index, RowListModel
from ui.wording import DECISION_NAMES, ITEM_STANDING_NAMES


@dataclass(frozen=True, slots=True)
class Loose:
    """The heading of items that lie at no point."""

    count: int


Line = PointLine | ItemLine | Loose


def lines_of(detail: SlotDetail) -> tuple[Line, ...]:
    """Each point, followed by what lies there; what lies at no point comes last.

    That the slot as a whole does not apply comes first.
    """
    numbers = {point.number for point in detail.points}
    lines: list[Line] = [item for item in detail.items if item.mark and item.point is None]
    for point in detail.points:
        lines.append(point)
        lines += [item for item in detail.items if item.point == point.number]
    loose = [i for i in detail.items if i.point not in numbers and i not in lines]
    return (*lines, Loose(len(loose)), *loose) if loose else tuple(lines)


class SlotLinesModel(RowListModel[Line]):
    """Frozen lines."""

    def place_of_item(self, item: str) -> int:
        """The row of an item, or -1."""
        found = (n for n, x in enumerate(self._rows) if isinstance(x, ItemLine) and x.item == item)
        return next(found, -1)

    def first_item(self) -> int:
        """The row of the first item, or -1."""
        return next((n for n, x in enumerate(self._rows) if isinstance(x, ItemLine)), -1)

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
                return _text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("，").join((_text(row), _note(row)))
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The heading of loose items is for reading only."""
        if index.isValid() and isinstance(self._rows[index.row()], Loose):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class SlotLinesView(QListView):
    """Points in full, items with their mark below them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = SlotLinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setAccessibleName(tr("要点和材料"))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.doItemsLayout)

    def chosen(self) -> Line | None:
        """The current line."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, PointLine | ItemLine | Loose) else None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


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
        wrong = look in {Stage.RETURNED, Stage.RECHECK}
        painter.setPen(QColor(colours.problem if wrong else colours.muted))
        note.paint(painter, rect.left() + left, top + text.height)
        painter.restore()

    def _texts(self, line: Line, width: int) -> tuple[Paragraph, Paragraph, int]:
        left = self._theme.space(48 if isinstance(line, ItemLine) else 28)
        room = width - left - self._theme.space(10)
        font = self._theme.font(medium=isinstance(line, PointLine))
        return (
            Paragraph(_text(line), font, room),
            Paragraph(_note(line), self._theme.font(-1), room),
            left,
        )


def _text(line: Line) -> str:
    match line:
        case PointLine():
            return f"{line.number}. {line.text}"
        case ItemLine(mark=True):
            return tr("不涉及：{reason}", reason=line.title)
        case ItemLine():
            return "　".join(filter(None, (line.number, line.title)))
        case Loose():
            return tr("未归要点的材料 {count} 件", count=line.count)


def _note(line: Line) -> str:
    match line:
        case PointLine(decision=None) | Loose():
            return ""
        case PointLine():
            assert line.decision is not None
            verdict = DECISION_NAMES[line.decision]
            changed = tr("之后有变化") if line.changed else ""
            return "　".join(filter(None, (verdict, line.reasons, changed)))
        case ItemLine():
            return "　".join(filter(None, (ITEM_STANDING_NAMES[line.standing], line.reasons)))


def _look(line: Line) -> Stage | None:
    match line:
        case ItemLine():
            return STANDING_LOOKS[line.standing]
        case PointLine(decision=ReviewDecision.ACCEPTED):
            return Stage.ACCEPTED
        case PointLine(decision=ReviewDecision.RETURNED):
            return Stage.RECHECK if line.changed else Stage.RETURNED
        case _:
            return None
