"""The list of files in the inbox: name, facts, what it seems to be, what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons
from ui.inbox.rows import InboxRow
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.elided import elided_name
from ui.widgets.files import kind_icon
from ui.widgets.painting import Paragraph, paint_ground
from ui.widgets.row_list import ROW, Index, RowListModel, RowListView

_TROUBLE_LINES = 3
#: A pause in typing after which the question opens, in milliseconds.
_PAUSE = 400


class InboxModel(RowListModel[InboxRow]):
    """The rows of one of the lists. Files that come in leave chosen rows and the place alone."""

    def show(self, rows: Sequence[InboxRow]) -> None:
        """Take new rows; rows that only follow the present ones are put below them."""
        old, new = self.rows, tuple(rows)
        if not old or len(new) <= len(old) or new[: len(old)] != old:
            super().show(new)
            return
        self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
        self._rows = new
        self.endInsertRows()

    def key(self, row: InboxRow) -> object:
        """A file is found again by its path."""
        return row.path

    def words(self, row: InboxRow, role: int) -> object:
        """What is shown, and what a screen reader says."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("，").join(filter(None, (row.name, row.facts, row.guesses, row.trouble)))
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (row.name, row.guesses, row.trouble)))
            case _:
                return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row: InboxRow = index.data(ROW)
        line = self._view.fontMetrics().lineSpacing()
        lines = 1 + bool(row.facts) + bool(row.guesses)
        trouble = self._trouble(row, self._view.viewport().width())
        return QSize(100, line * lines + trouble.height + self._theme.space(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: InboxRow = index.data(ROW)
        colours, space = self._theme.colours, self._theme.space
        painter.save()
        paint_ground(painter, option, colours)
        rect: QRect = option.rect.adjusted(space(10), space(7), -space(12), -space(7))
        line = self._view.fontMetrics().lineSpacing()
        size, ratio = space(22), self._view.devicePixelRatioF()
        tint = colours.problem if row.serious else colours.muted
        icon = icons.pixmap(kind_icon(row.kind), tint, size, ratio)
        painter.drawPixmap(rect.left(), rect.top() + line - size // 2, icon)
        text = QRect(rect.left() + space(32), rect.top(), rect.width() - space(32), line)
        painter.setFont(self._theme.font(medium=True))
        painter.setPen(QColor(colours.text))
        name = elided_name(row.name, painter.fontMetrics(), text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._theme.font(-1))
        for words, colour in ((row.facts, colours.muted), (row.guesses, colours.guess)):
            if words:
                text.translate(0, line)
                painter.setPen(QColor(colour))
                self._draw(painter, text, words)
        if row.trouble:
            painter.setPen(QColor(colours.problem if row.serious else colours.partial))
            trouble = self._trouble(row, option.rect.width())
            trouble.paint(painter, text.left(), text.bottom() + 1)
        painter.restore()

    def _trouble(self, row: InboxRow, width: int) -> Paragraph:
        room = width - self._theme.space(10 + 32 + 12)
        return Paragraph(row.trouble, self._theme.font(-1), room, _TROUBLE_LINES)

    def _draw(self, painter: QPainter, rect: QRect, text: str) -> None:
        right = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, right, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)


class InboxView(RowListView):
    """Several files can be chosen; what is typed is passed to the dialog that asks for a place.

    Keys are collected until typing pauses or Enter is pressed: keys pressed while the dialog opens
    would be lost, and 6 is not the same indicator as 60.
    """

    typed = Signal(str, bool)  # what was typed; True if Enter was pressed behind it
    repeat_wanted = Signal()
    preview_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = ""
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._hand_over)
        self.setItemDelegate(_Delegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def set_hint(self, text: str) -> None:
        """What to say while the list is empty."""
        self._hint = text
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """A digit or a letter begins the name of a place; "." repeats it."""
        text = event.text()
        if self._pause.isActive() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._hand_over(entered=True)
            return
        if self._pause.isActive() and event.key() == Qt.Key.Key_Backspace:
            self._typed = self._typed[:-1]
            return
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if text == " " and not held:
            self.preview_wanted.emit()
        elif text in {".", "。"} and not held:
            self.repeat_wanted.emit()
        elif text.isalnum() and not held and self.selectionModel().hasSelection():
            self._typed += text
            self._pause.start()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _hand_over(self, *, entered: bool = False) -> None:
        self._pause.stop()
        typed, self._typed = self._typed, ""
        if typed:
            self.typed.emit(typed, entered)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint the rows, or say why there are none."""
        super().paintEvent(event)
        if self._hint and self.model() is not None and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.colours.muted))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._hint)
            painter.end()
