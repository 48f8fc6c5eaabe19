"""使用手册: the manual by task, with a search; it stays open beside the work."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from app.manual import ManualPart, find_parts
from app.visible_text import visible
from ui.actions import label
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import beside, vertical
from ui.widgets.search_line import SearchLine

_PART = Qt.ItemDataRole.UserRole


class _Page(QTextBrowser):
    """Shows the program's own text; loads nothing and follows no link by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.document().setDocumentMargin(16)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:  # noqa: N802  (Qt's name)
        """Nothing is ever loaded."""
        return None


class ManualWindow(QDialog):
    """Not modal. ``turn_to`` shows the part with a heading."""

    def __init__(self, parts: Sequence[ManualPart], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts, self._theme = tuple(parts), theme
        self.setWindowTitle(tr("使用手册"))
        self.search = SearchLine(theme, tr("查找：如 U 盘、退回、页号"), tr("在手册里查找"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("手册的各节"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.page = _Page()
        self.page.setAccessibleName(tr("手册正文"))
        self.nothing = label(tr("手册里没有找到这些字"), "muted")
        left = QWidget()
        column = vertical(left, 0, 0, 4, 0, spacing=8)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        right = QWidget()
        inner = vertical(right, 4, 0, 0, 0)
        inner.addWidget(self.page)
        layout = vertical(self, 14, 14, 14, 14)
        layout.addWidget(beside(left, right, sizes=[theme.space(260), theme.space(560)]))
        self.search.textChanged.connect(self._sift)
        self.list.currentItemChanged.connect(self._show)
        self.page.anchorClicked.connect(self._follow)
        theme.changed.connect(self._show)
        resize_within_window(self, theme.space(880), theme.space(620))
        self._sift()

    def turn_to(self, title: str) -> None:
        """Show the part with this heading, whatever is being searched for."""
        self.search.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(_PART).title == title:
                self.list.setCurrentRow(row)
                self.list.scrollToItem(self.list.item(row))
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def title(self) -> str:
        """The heading of the part that is shown."""
        part = self._part
        return part.title if part is not None else ""

    @property
    def _part(self) -> ManualPart | None:
        row = self.list.currentRow()
        found = self.list.item(row).data(_PART) if row >= 0 else None
        return found if isinstance(found, ManualPart) else None

    @Slot()
    def _sift(self) -> None:
        words = self.search.text().strip()
        kept = self.title
        found = find_parts(self._parts, words) if words else self._parts
        self.list.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.list.clear()
        for part in found:
            indent = "" if words else "　" * (part.level - 1)
            item = QListWidgetItem(visible(indent + part.title))
            item.setData(_PART, part)
            self.list.addItem(item)
        self.list.blockSignals(False)  # noqa: FBT003
        self.nothing.setVisible(not found)
        again = next((n for n, part in enumerate(found) if part.title == kept), 0)
        self.list.setCurrentRow(0 if words else again)
        self._show()

    @Slot()
    def _show(self) -> None:
        part = self._part
        if part is None:
            self.page.clear()
            return
        colours = self._theme.colours
        self.page.document().setDefaultStyleSheet(f"a {{ color: {colours.accent}; }}")
        self.page.setMarkdown(f"## {part.title}\n\n{part.text}")
        words = self.search.text().split()
        if words:
            found = self.page.document().find(words[0], 0, QTextDocument.FindFlag(0))
            if not found.isNull():
                self.page.setTextCursor(found)
                self.page.ensureCursorVisible()
        else:
            self.page.moveCursor(QTextCursor.MoveOperation.Start)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        anchor = link.fragment(QUrl.ComponentFormattingOption.FullyDecoded).lower()
        part = next((p for p in self._parts if p.anchor == anchor), None)
        if part is not None:
            self.turn_to(part.title)
