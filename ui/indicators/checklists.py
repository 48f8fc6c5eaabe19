"""What the office expects at the points of a task (应有材料), and points that are complete."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.completeness.checklists import LONGEST_ENTRY, PointSaid, fits
from app.completeness.expecting import MOST_ENTRIES, proposed
from app.completeness.states import PointState
from ui.actions import label
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import scrolled, vertical

_BETWEEN = re.compile(r"[、,，;；\n]+")


def read_entries(text: str) -> tuple[str, ...]:
    """The entries of a list as it is typed, separated by 、."""
    parts = (" ".join(part.split()) for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(filter(None, parts)))


class _PointPart(QWidget):
    """One point: its wording, the list, what is proposed, and whether it is complete."""

    def __init__(self, theme: Theme, state: PointState, unit: str, *, office: bool) -> None:
        super().__init__()
        self.state = state
        number = state.point.number
        self.entries = QLineEdit(tr("、").join(state.expected))
        self.entries.setAccessibleName(tr("要点 {number} 的应有材料", number=number))
        self.entries.setPlaceholderText(
            tr("用顿号分开，如 通知、方案、记录、结果；空着不要求")
            if office
            else tr("创建办没有要求")
        )
        self.entries.setReadOnly(not office)
        self.too_long = label(
            tr(
                "太长：最多 {most} 样，每样最多 {longest} 个字",
                most=MOST_ENTRIES,
                longest=LONGEST_ENTRY,
            ),
            "wrong",
            wrap=True,
        )
        self.too_long.hide()
        self.complete = QCheckBox(tr("材料已齐"))
        self.complete.setAccessibleName(tr("要点 {number} 的材料已齐", number=number))
        self.complete.setToolTip(
            tip(tr("{unit} 说明这个要点的材料已齐，不再按应有材料提示", unit=unit))
        )
        self.complete.setChecked(state.said_complete)
        self._unit = unit
        self.entries.textChanged.connect(self._follow)
        self._follow()
        self.proposal = proposed(state.point.text)
        self.take = QPushButton(tr("采用建议"))
        self.take.setProperty("flat", True)  # noqa: FBT003  (Qt's own signature)
        self.take.clicked.connect(self.take_proposal)
        row = QHBoxLayout()
        row.addWidget(self.entries, 1)
        row.addWidget(self.complete)
        layout = vertical(self, spacing=theme.space(4))
        layout.addWidget(label(f"{number}. {state.point.text}", wrap=True))
        layout.addLayout(row)
        layout.addWidget(self.too_long)
        below = QHBoxLayout()
        told = [tr("还差 {entries}", entries=tr("、").join(state.lacking_entries))]
        if not state.lacking_entries or not state.items:
            told = []
        if office and self.proposal and self.proposal != state.expected:
            told.append(tr("建议：{entries}", entries=tr("、").join(self.proposal)))
            below.addWidget(self.take)
        if told:
            below.insertWidget(0, label(tr("；").join(told), "muted", wrap=True), 1)
            layout.addLayout(below)

    @Slot()
    def take_proposal(self) -> None:
        """Put what is proposed into the line, if anything is."""
        if self.proposal:
            self.entries.setText(tr("、").join(self.proposal))

    @Slot()
    def _follow(self) -> None:
        """Where nothing is expected there is nothing to say."""
        listed = bool(read_entries(self.entries.text())) or self.complete.isChecked()
        self.complete.setEnabled(bool(self._unit) and listed)

    @property
    def said(self) -> PointSaid:
        """What is in the fields."""
        entries = read_entries(self.entries.text())
        return PointSaid(self.state.key, entries, self.complete.isChecked())


class ChecklistDialog(QDialog):
    """The points of a task with their lists. The office writes them, others only say 已齐.

    ``many_wanted``: the lists of other points are to be set too.
    """

    many_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        about: str,
        states: Sequence[PointState],
        unit: str,
        *,
        office: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("应有材料"))
        self.parts = [_PointPart(theme, state, unit, office=office) for state in states]
        self.buttons, self.agree = agree_buttons(
            self, tr("确定"), tr("确定（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addWidget(label(about, "subheading", wrap=True))
        hint = (
            tr(
                "写了应有材料的要点，各样都有（按题名、文件名认）或说明已齐，才算齐备。随任务包发给单位。"
            )
            if office
            else tr(
                "各样都有（按题名、文件名认）才算齐备；没有认出来、实际已齐的，勾选“材料已齐”。"
            )
        )
        layout.addWidget(label(hint, "muted", wrap=True))
        inside = QWidget()
        column = vertical(inside, 0, 0, 8, 0, spacing=theme.space(14))
        for part in self.parts:
            part.entries.textChanged.connect(self._follow)
            column.addWidget(part)
        column.addStretch(1)
        layout.addWidget(scrolled(inside), 1)
        if office:
            self.adopt = self.buttons.addButton(
                tr("本页采用建议"), QDialogButtonBox.ButtonRole.ActionRole
            )
            self.adopt.clicked.connect(self._adopt)
            self.many = self.buttons.addButton(
                tr("更多要点…"), QDialogButtonBox.ButtonRole.ActionRole
            )
            self.many.setToolTip(tip(tr("一次定很多要点的应有材料")))
            self.many.clicked.connect(self._go_on)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(640), theme.space(150 + 110 * len(self.parts)))

    @property
    def said(self) -> tuple[PointSaid, ...]:
        """What is to count for each point."""
        return tuple(part.said for part in self.parts)

    @Slot()
    def _adopt(self) -> None:
        for part in self.parts:
            part.take_proposal()

    @Slot()
    def _go_on(self) -> None:
        self.reject()
        self.many_wanted.emit()

    @Slot()
    def _follow(self) -> None:
        """A list that is too long cannot be kept: its line says so while it is typed."""
        unfit = [part for part in self.parts if not fits(part.said.entries)]
        self.agree.setEnabled(not unfit)
        for part in self.parts:
            part.too_long.setVisible(part in unfit)
