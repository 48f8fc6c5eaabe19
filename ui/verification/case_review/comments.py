"""Comments on pages of a case file: written to the page that is shown, and found again."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.verification.case_review.scores import Comment
from app.visible_text import visible
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import vertical

_NUMBER = Qt.ItemDataRole.UserRole


class CommentBox(QWidget):
    """``added`` carries the words, ``dropped`` and ``wanted`` the number of a comment."""

    added = Signal(str)
    dropped = Signal(int)
    wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("批注"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("批注清单"))
        self.list.setToolTip(tip(tr("回车到那一页，Del 删除")))
        self.list.setMaximumHeight(theme.space(66))
        column = vertical(self, spacing=4)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.returnPressed.connect(self._add)
        self.list.itemActivated.connect(lambda item: self.wanted.emit(item.data(_NUMBER)))
        self.list.itemClicked.connect(lambda item: self.wanted.emit(item.data(_NUMBER)))
        delete = QShortcut(QKeySequence("Del"), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._drop)
        self.point_at("", 0)

    def point_at(self, title: str, page: int) -> None:
        """Say which page a comment would belong to; page 0 is none."""
        if page:
            words = tr("批注“{title}”第 {page} 页，回车记下", title=title, page=page)
        else:
            words = tr("批注（右边没有打开材料），回车记下")
        self.line.setPlaceholderText(words)

    def show_comments(self, comments: Sequence[Comment], titles: Mapping[str, str]) -> None:
        """List them, with the titles of the items."""
        self.list.clear()
        for number, comment in enumerate(comments):
            place = titles.get(comment.item, "")
            if place and comment.page:
                words = tr(
                    "“{title}”第 {page} 页：{text}",
                    title=place,
                    page=comment.page,
                    text=comment.text,
                )
            else:
                words = comment.text
            item = QListWidgetItem(visible(words))
            item.setData(_NUMBER, number)
            self.list.addItem(item)
        self.list.setVisible(bool(comments))

    @Slot()
    def _add(self) -> None:
        words = self.line.text().strip()
        if words:
            self.line.clear()
            self.added.emit(words)

    @Slot()
    def _drop(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.dropped.emit(item.data(_NUMBER))
