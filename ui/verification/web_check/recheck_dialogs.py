"""Dialogs of the re-check: what is looked at again, and how each page stands."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QRadioButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.evidence.text_difference import DiffKind, DiffLine
from app.verification.web_check.rechecking import (
    AT_RISK,
    KeptPage,
    Rechecked,
    Standing,
    at_risk,
    beside,
)
from app.visible_text import visible
from ui.actions import label
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.widgets.row_list import ROW
from ui.wording import STANDING_NAMES, describe_fault

_MARKS = {
    Standing.DEAD: Mark.BAD,
    Standing.CHANGED: Mark.BAD,
    Standing.MOVED: Mark.HINT,
    Standing.NOT_CHECKED: Mark.HINT,
    Standing.NOT_COMPARED: Mark.PARTIAL,
    Standing.SAME: Mark.GOOD,
}


class ScopeDialog(QDialog):
    """Asks whether the pages of one task or all of the workspace are looked at again."""

    def __init__(
        self, here: Sequence[KeptPage], every: Sequence[KeptPage], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("复查网址"))
        self._here, self._every = here, every
        words = label(
            tr("逐个重新打开收过的网址，看还在不在、内容变没变。材料不受影响。"), wrap=True
        )
        self.one = QRadioButton(tr("这项任务的 {count} 件", count=len(here)))
        self.all = QRadioButton(tr("本工作区全部 {count} 件", count=len(every)))
        group = QButtonGroup(self)
        for button in (self.one, self.all):
            group.addButton(button)
        self.one.setEnabled(bool(here))
        (self.one if here else self.all).setChecked(True)
        self.buttons, self.agree = agree_buttons(self, tr("复查"), tr("开始复查"))
        layout = vertical(self, 18, 16, 18, 14, spacing=10)
        for widget in (words, self.one, self.all):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(440), theme.space(210))

    @property
    def pages(self) -> tuple[KeptPage, ...]:
        """What was chosen."""
        return tuple(self._here if self.one.isChecked() else self._every)


class RecheckDialog(QDialog):
    """Not modal: the pages, the worst first, and what changed on the one that is chosen.

    ``item_wanted`` carries the item that somebody wants to see, ``saving_wanted`` nothing.
    """

    item_wanted = Signal(str)
    saving_wanted = Signal()

    def __init__(self, found: Sequence[Rechecked], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("复查结果"))
        self.view = OutcomeList(tr("每个网址的情况"), theme)
        self.hint = label("", "muted", wrap=True)
        self.changes = ChangesTable(theme)
        below = QWidget()
        column = vertical(below, spacing=6)
        column.addWidget(self.hint)
        column.addWidget(self.changes, 1)
        column.addStretch(0)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.view)
        parts.addWidget(below)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.save = QPushButton(tr("存为可打印的网页…"))
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self.saving_wanted)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        layout = vertical(self, 18, 16, 18, 14, spacing=10)
        layout.addWidget(label(summary_of(found), "subheading", wrap=True))
        layout.addWidget(parts, 1)
        layout.addWidget(buttons)
        resize_within_window(self, theme.space(820), theme.space(600))
        parts.setSizes([theme.space(280), theme.space(240)])
        self.view.show_lines([line_of(one) for one in found])
        self.view.activated.connect(self._on_activated)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._show(None)
        if found:
            self.view.setCurrentIndex(self.view.model().index(0, 0))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        one: Rechecked = index.data(ROW).value
        self.item_wanted.emit(one.page.item)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = index.data(ROW)
        self._show(line.value if line is not None else None)

    def _show(self, one: Rechecked | None) -> None:
        lines = one.lines if one is not None else ()
        self.hint.setText(
            tr("选中内容有变的网址，在这里对照")
            if not lines
            else tr("内容的变化，左边原来，右边现在")
        )
        self.changes.setVisible(bool(lines))
        self.changes.show_changes(lines, one.page.seen_at if one is not None else "")


class ChangesTable(QTableWidget):
    """What changed, in two columns: how it was and how it is; words are shown as they stand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, 2)
        self._theme = theme
        self.setAccessibleName(tr("内容的变化"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().sectionResized.connect(lambda *_: self.resizeRowsToContents())

    def show_changes(self, lines: Sequence[DiffLine], seen_at: str) -> None:
        """Show these changes; ``seen_at`` is when the page was kept."""
        before = tr("原来（{when}）", when=seen_at) if seen_at else tr("原来")
        self.setHorizontalHeaderLabels([before, tr("现在")])
        rows = beside(lines)
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, line in enumerate(row):
                self.setItem(number, column, self._cell(line))
        self.resizeRowsToContents()

    def _cell(self, line: DiffLine | None) -> QTableWidgetItem:
        colours = self._theme.colours
        if line is None:
            return QTableWidgetItem("")
        text = visible(line.text)
        match line.kind:
            case DiffKind.GONE:
                text, colour = f"－{text}", colours.problem
            case DiffKind.NEW:
                text, colour = f"＋{text}", colours.complete
            case DiffKind.SKIPPED:
                text, colour = tr("…… {count} 句相同", count=line.count), colours.muted
            case DiffKind.SAME:
                colour = colours.text
        item = QTableWidgetItem(text)
        item.setForeground(QColor(colour))
        return item


def summary_of(found: Sequence[Rechecked]) -> str:
    """The totals in one sentence."""
    said = tr("复查 {count} 件", count=len(found))
    risky = sum(one.standing in AT_RISK for one in found)
    if not risky:
        return tr("{said}，没有指标受影响", said=said)
    codes = tr("、").join(at_risk(found))
    return tr("{said}，{count} 件有变，受影响的指标：{codes}", said=said, count=risky, codes=codes)


def line_of(one: Rechecked) -> OutcomeLine:
    """How one page stands."""
    page, capture = one.page, one.capture
    where = tr("指标 {codes}", codes=tr("、").join(page.indicators))
    notes = [f"{where}　{page.address}"]
    if capture.fault is not None:
        notes.append(describe_fault(capture.fault))
    elif capture.status >= 400:
        notes.append(tr("网站返回 {status}", status=str(capture.status)))
    elif capture.final != page.final:
        notes.append(tr("现在转到 {address}", address=capture.final))
    right = STANDING_NAMES[one.standing]
    return OutcomeLine(_MARKS[one.standing], page.title, right, "\n".join(notes), one)
