"""Choosing the items of a unit that prove that a problem is solved."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.evidence.listing import FiledRow
from app.visible_text import visible
from ui.actions import label
from ui.literal import tip
from ui.pinyin import initials
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.ticking import TickByName

_ITEM = Qt.ItemDataRole.UserRole
_SEARCHED = Qt.ItemDataRole.UserRole + 1


class ChooseItemsDialog(QDialog):
    """``chosen`` are the items that are ticked, in the order of the list."""

    def __init__(
        self, rows: Sequence[FiledRow], ticked: Sequence[str], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("选佐证材料"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("查找：题名、文号、指标编号或拼音首字母"))
        self.search.setAccessibleName(tr("查找材料"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._sift)
        self.list = QListWidget()
        TickByName(self.list)
        self.list.setAccessibleName(tr("材料"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for row in rows:
            title = row.title or row.file_name
            words = (row.number or row.indicator, title, row.doc_number, row.doc_date)
            item = QListWidgetItem(visible("　".join(filter(None, words))))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsSelectable
            )
            on = row.item in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setData(_ITEM, row.item)
            item.setData(_SEARCHED, f"{item.text()} {initials(title)}".lower())
            item.setToolTip(tip(title))
            self.list.addItem(item)
        self.buttons, self.agree = agree_buttons(
            self, tr("确定"), tr("确定（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        if not rows:
            layout.addWidget(label(tr("这个单位还没有材料，可以直接添加文件"), "muted"))
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(560), theme.space(400))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The items that are ticked."""
        items = (self.list.item(n) for n in range(self.list.count()))
        return tuple(i.data(_ITEM) for i in items if i.checkState() is Qt.CheckState.Checked)

    @Slot(str)
    def _sift(self, text: str) -> None:
        parts = text.lower().split()
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setHidden(not all(part in item.data(_SEARCHED) for part in parts))
