"""Short lists beside the table: the places of an item, and its revisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.evidence.library import PlaceRow
from app.evidence.revisions import RevisionRow
from app.framework.schema import Framework
from ui.library.rows import in_order, moment_text
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.files import size_text
from ui.widgets.painting import Paragraph, paint_ground
from ui.widgets.row_list import ROW, Index, RowListModel, RowListView
from ui.wording import indicator_heading, named

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class ListLine(Generic[_T]):
    """One row of such a list: a heading, and the lines below it."""

    row: _T
    heading: str
    notes: tuple[str, ...]


def place_lines(
    framework: Framework, places: Sequence[PlaceRow], bound: Mapping[str, str]
) -> list[ListLine[PlaceRow]]:
    """The places of an item, in the indicator set's order, and where it is bound for each."""
    indicators = {indicator.code: indicator for indicator in framework.indicators}
    lines = []
    for place in in_order(framework, places):
        indicator = indicators.get(place.indicator)
        heading = indicator.heading if indicator else indicator_heading(place.indicator)
        parts = [heading, named(framework.task_name(place.indicator, place.task_code))]
        if place.point is not None:
            parts.append(tr("要点 {number}", number=place.point))
        statement = indicator.statement if indicator else tr("现在的指标体系里没有这项指标")
        owner = "　".join(filter(None, (place.number, place.unit)))
        notes = [owner, statement]
        if place.placement in bound:
            notes.insert(0, tr("装订在 {place}", place=bound[place.placement]))
        lines.append(ListLine(place, " · ".join(parts), tuple(notes)))
    return lines


def revision_lines(rows: Sequence[RevisionRow]) -> list[ListLine[RevisionRow]]:
    """The revisions of an item, newest first."""
    lines = []
    for row in rows:
        name = tr("第 {number} 版", number=row.number)
        heading = tr("{name}（现行）", name=name) if row.current else name
        facts = f"{moment_text(row.created_at)}　{row.created_by}　{size_text(row.size)}"
        lines.append(ListLine(row, heading, (row.file_name, row.title, facts)))
    return lines


class LinesModel(RowListModel[ListLine[Any]]):
    """Lines behind Qt's interface."""

    def words(self, row: ListLine[Any], role: int) -> object:
        """The heading, or all of it."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.heading
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return "\n".join((row.heading, *row.notes))
            case _:
                return None


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        texts = self._texts(index, self._view.viewport().width())
        return QSize(100, sum(text.height for text in texts) + self._theme.space(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect
        left, top = rect.left() + space(12), rect.top() + space(8)
        painter.setPen(QColor(colours.text))
        for text in self._texts(index, rect.width()):
            text.paint(painter, left, top)
            top += text.height
            painter.setPen(QColor(colours.muted))
        painter.restore()

    def _texts(self, index: Index, width: int) -> list[Paragraph]:
        line: ListLine[object] = index.data(ROW)
        room = width - self._theme.space(24)
        heading = Paragraph(line.heading, self._theme.font(medium=True), room, 2)
        return [heading, *(Paragraph(n, self._theme.font(-1), room, 2) for n in line.notes)]


class LinesView(RowListView):
    """A list of lines."""

    def __init__(self, theme: Theme, name: str, *, several: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        if several:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(theme, self))
        theme.changed.connect(self.doItemsLayout)

    @property
    def chosen(self) -> list[object]:
        """The rows whose lines are chosen, from top to bottom."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda i: i.row())
        return [index.data(ROW).row for index in indexes]
