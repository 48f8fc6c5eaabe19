"""A list of what became of things: an icon, what it is, a word on the right, reasons below."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons
from ui.literal import literal_words
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.painting import Paragraph, paint_ground
from ui.widgets.row_list import ROW, Index, RowListView


class Mark(StrEnum):
    """How a line turned out; each has an icon of its own shape."""

    GOOD = "state-complete"
    HINT = "info"
    PARTIAL = "state-partial"
    NONE = "state-empty"
    BAD = "state-problem"


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """One line, in words; ``value`` is what it is about, for those who act on it."""

    mark: Mark
    text: str
    right: str = ""
    note: str = ""
    value: object = None

    @property
    def spoken(self) -> str:
        """The line as it is read out or copied."""
        return tr("，").join(part for part in (self.text, self.right, self.note) if part)


class OutcomeModel(QAbstractListModel):
    """Frozen lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[OutcomeLine, ...] = ()

    def show(self, lines: Sequence[OutcomeLine]) -> None:
        """Replace the lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    @literal_words
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line itself and its words."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == ROW:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.spoken
        return line.note or None if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        line = self._view.fontMetrics().lineSpacing()
        note = self._note(index.data(ROW), self._view.viewport().width())
        return QSize(100, line + note.height + self._theme.space(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: OutcomeLine = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect.adjusted(space(12), space(6), -space(12), 0)
        line = self._view.fontMetrics().lineSpacing()
        tint = {
            Mark.GOOD: colours.complete,
            Mark.HINT: colours.partial,
            Mark.PARTIAL: colours.partial,
            Mark.NONE: colours.empty,
            Mark.BAD: colours.problem,
        }[row.mark]
        size = space(16)
        ratio = self._view.devicePixelRatioF()
        picture = icons.pixmap(row.mark.value, tint, size, ratio)
        painter.drawPixmap(rect.left(), rect.top() + (line - size) // 2, picture)
        text = QRect(rect.left() + space(26), rect.top(), rect.width() - space(26), line)
        painter.setFont(self._theme.font(-1))
        painter.setPen(QColor(tint if row.mark is Mark.BAD else colours.muted))
        painter.drawText(
            text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.right
        )
        taken = painter.fontMetrics().horizontalAdvance(row.right)
        painter.setFont(self._theme.font())
        painter.setPen(QColor(colours.text))
        room = text.width() - taken - space(16)
        shown = painter.fontMetrics().elidedText(row.text, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QColor(colours.muted))
        self._note(row, option.rect.width()).paint(painter, text.left(), rect.top() + line)
        painter.restore()

    def _note(self, row: OutcomeLine, width: int) -> Paragraph:
        room = width - self._theme.space(26 + 24)
        return Paragraph(row.note.replace("\n", " "), self._theme.font(-1), room)


class OutcomeList(RowListView):
    """Shows ``OutcomeLine`` rows; Ctrl+C copies what is selected, or everything."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcomes = OutcomeModel(self)
        self.setModel(self.outcomes)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(name)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        copying.activated.connect(self.copy)
        theme.changed.connect(self.doItemsLayout)

    def show_lines(self, lines: Sequence[OutcomeLine]) -> None:
        """Replace what is shown."""
        self.outcomes.show(lines)

    def text(self) -> str:
        """The selected lines in words, one to a line; all of them if none is selected."""
        chosen = sorted(i.row() for i in self.selectionModel().selectedIndexes())
        lines = self.outcomes.lines
        return "\n".join(lines[n].spoken for n in chosen or range(len(lines)))

    def copy(self) -> None:
        """Put the words on the clipboard."""
        QApplication.clipboard().setText(self.text())
