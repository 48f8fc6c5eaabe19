"""Plain text, with the hits of a search."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from ui.theme import Theme
from ui.translation import tr

_MOST_HITS = 2_000
_FIND = QKeySequence.StandardKey.Find


class TextView(QPlainTextEdit):
    """Read only."""

    search_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hits: list[QTextCursor] = []
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("文字"))

    @property
    def hit_count(self) -> int:
        """The number of hits."""
        return len(self._hits)

    def show_text(self, text: str) -> None:
        """Show another text from its beginning."""
        self._hits = []
        self.setExtraSelections([])
        self.setPlainText(text)

    def find_all(self, words: str) -> None:
        """Find the words everywhere, whatever their case."""
        self._hits = []
        document: QTextDocument = self.document()
        at = QTextCursor(document)
        while words and len(self._hits) < _MOST_HITS:
            at = document.find(words, at)
            if at.isNull():
                break
            self._hits.append(QTextCursor(at))

    def event(self, event: QEvent) -> bool:
        """Ctrl+F searches in this text, also if it does something else in the window."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.matches(_FIND):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Ctrl+F asks for the search line."""
        if event.matches(_FIND):
            self.search_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mark(self, current: int) -> None:
        """Mark the hits, and scroll to one of them."""
        selections = []
        for number, hit in enumerate(self._hits):
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(QColor("#ffb74d" if number == current else "#fff2a8"))
            look.setForeground(QColor("#1d2733"))
            selection.format = look
            selection.cursor = hit
            selections.append(selection)
        self.setExtraSelections(selections)
        if 0 <= current < len(self._hits):
            place = QTextCursor(self._hits[current])
            place.clearSelection()
            self.setTextCursor(place)
            self.ensureCursorVisible()
