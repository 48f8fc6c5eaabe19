"""Choosing the points of a task that items prove."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.evidence.listing import FiledRow
from app.framework.values import EvidencePoint
from app.visible_text import visible
from ui.actions import label
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window

_NUMBER = Qt.ItemDataRole.UserRole


def points_of(chosen: Sequence[FiledRow], every: Sequence[FiledRow]) -> set[int]:
    """The points at which all of the chosen items lie, each within its unit."""
    lying = [
        {r.point for r in every if (r.item, r.unit) == (row.item, row.unit) and r.point is not None}
        for row in chosen
    ]
    return set.intersection(*lying) if lying else set()


class PointsDialog(QDialog):
    """``chosen`` are the numbers of the points that are ticked."""

    def __init__(
        self,
        points: Sequence[EvidencePoint],
        ticked: set[int],
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("选择材料证明的要点"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("材料要点"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for point in points:
            item = QListWidgetItem(visible(f"{point.number}. {point.text}"))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsSelectable
            )
            on = point.number in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setData(_NUMBER, point.number)
            item.setToolTip(tip(point.text))
            self.list.addItem(item)
        self.list.itemChanged.connect(self._follow)
        self.list.setCurrentRow(0)
        self.told = label("", "muted", wrap=True)
        self.buttons, self.agree = agree_buttons(
            self, tr("确定"), tr("确定（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(560), theme.space(360))
        self._follow()

    @property
    def chosen(self) -> set[int]:
        """The points that are ticked."""
        items = (self.list.item(n) for n in range(self.list.count()))
        return {i.data(_NUMBER) for i in items if i.checkState() is Qt.CheckState.Checked}

    @Slot()
    def _follow(self) -> None:
        count = len(self.chosen)
        self.told.setText(
            tr("归在 {count} 个要点；原件只存一份，卷宗里只装一次", count=count)
            if count
            else tr("一个也不勾，就是未归要点")
        )
