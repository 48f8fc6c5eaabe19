"""What the office expects at many points, set at once (批量定应有材料)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.completeness.checklists import LONGEST_ENTRY, Checklists, ChecklistSaid, fits
from app.completeness.expecting import MOST_ENTRIES, proposed
from app.framework.keys import PointKey
from app.framework.schema import Framework
from app.visible_text import visible
from ui.actions import label
from ui.indicators.checklists import read_entries
from ui.indicators.point_tree import OFF, ON, PointLine, PointSearch, PointTree, point_line
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window

_POINT, _LIST, _PROPOSED = range(3)


@dataclass(frozen=True, slots=True)
class ExpectLine:
    """A point, the list that counts there, and the one that its wording suggests."""

    line: PointLine
    entries: tuple[str, ...]
    proposal: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """True if something is proposed and nothing counts."""
        return bool(self.proposal) and not self.entries


def expect_lines(framework: Framework, lists: Checklists) -> tuple[ExpectLine, ...]:
    """Every point of the set, in its order."""
    keys = (
        (PointKey(indicator.code, task.code, point.number), point.text)
        for indicator in framework.indicators
        for task in indicator.tasks
        for point in task.points
    )
    return tuple(
        ExpectLine(point_line(framework, key, text), lists.get(str(key), ()), proposed(text))
        for key, text in keys
    )


class ExpectManyDialog(QDialog):
    """All points of the set with their lists; what is proposed counts where it is taken over.

    ``agreed`` has the lists that differ from those that counted when the dialog was opened.
    """

    agreed = Signal(object)

    def __init__(
        self, theme: Theme, lines: Sequence[ExpectLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("批量定应有材料"))
        self.shown = QComboBox()
        self.shown.setAccessibleName(tr("显示哪些要点"))
        for text, wanted in (
            (tr("有建议、还没定的"), lambda line: line.is_open),
            (tr("已定应有材料的"), lambda line: bool(line.entries)),
            (tr("全部要点"), lambda _line: True),
        ):
            self.shown.addItem(text, wanted)
        self.shown.currentIndexChanged.connect(self._sift)
        self.tree = PointTree(theme)
        self.search = PointSearch(theme, self.tree)
        self.search.textChanged.connect(self._sift)
        self._set_up_tree(theme)
        self.count = label("", "muted")
        self.tick_all = QPushButton(tr("全部勾选"))
        self.tick_all.setToolTip(tip(tr("勾选列出的全部要点；都勾选了，就全部取消")))
        self.tick_all.clicked.connect(self._tick_all)
        self.adopt = QPushButton(tr("采用建议"))
        self.adopt.setToolTip(tip(tr("勾选的、还没有应有材料的要点，采用程序按文字提出的建议")))
        self.adopt.clicked.connect(self._adopt)
        self.clear = QPushButton(tr("不要求"))
        self.clear.setToolTip(tip(tr("勾选的要点不再要求应有材料")))
        self.clear.clicked.connect(self._clear)
        self.buttons, self.agree = agree_buttons(
            self, tr("确定"), tr("确定（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        self.accepted.connect(lambda: self.agreed.emit(self.changed))
        self._lay_out(theme)
        self._fill(lines)
        if not any(line.is_open for line in lines):
            self.shown.setCurrentIndex(2)
        self._sift()
        resize_within_window(self, theme.space(960), theme.space(620))
        self.search.setFocus()

    @property
    def changed(self) -> tuple[ChecklistSaid, ...]:
        """The lists that are to count and did not."""
        return tuple(
            ChecklistSaid(line.line.key, _entries(item))
            for item, line in self._points()
            if _entries(item) != line.entries
        )

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Give the columns their shares: only now the tree has its width."""
        super().showEvent(event)
        width = self.tree.viewport().width()
        self.tree.setColumnWidth(_POINT, width // 2)
        self.tree.setColumnWidth(_LIST, width // 4)

    def _set_up_tree(self, theme: Theme) -> None:
        tree = self.tree
        tree.setHeaderLabels([tr("要点"), tr("应有材料"), tr("建议")])
        tree.header().setSectionResizeMode(_PROPOSED, QHeaderView.ResizeMode.Stretch)
        tree.header().setMinimumSectionSize(theme.space(80))
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.itemChanged.connect(self._on_changed)
        tree.itemDoubleClicked.connect(self._edit)
        keys = QShortcut(QKeySequence("F2"), tree)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(lambda: self._edit(tree.currentItem()))

    def _lay_out(self, theme: Theme) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        about = tr("勾选要点，再采用建议；也可以双击“应有材料”一格（F2）自己写。确定以后才算数。")
        layout.addWidget(label(about, "muted", wrap=True))
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.shown)
        layout.addLayout(top)
        layout.addWidget(self.tree, 1)
        for button in (self.tick_all, self.adopt, self.clear):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addWidget(self.count, 1)
        layout.addLayout(below)
        layout.addWidget(self.buttons)

    def _fill(self, lines: Sequence[ExpectLine]) -> None:
        with self.tree.quietly():
            for line in lines:
                item = self.tree.add(line.line, f"{line.line.key.number}. {line.line.text}", line)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                _write(item, line.entries)
                item.setText(_PROPOSED, tr("、").join(line.proposal))
                item.setToolTip(_PROPOSED, tip(item.text(_PROPOSED)))

    def _points(self) -> Iterable[tuple[QTreeWidgetItem, ExpectLine]]:
        for item, line in self.tree.points():
            assert isinstance(line, ExpectLine)
            yield item, line

    def _in_view(self) -> list[QTreeWidgetItem]:
        return [item for item, _line in self._points() if not item.isHidden()]

    def _ticked(self) -> list[tuple[QTreeWidgetItem, ExpectLine]]:
        return [(item, line) for item, line in self._points() if item.checkState(0) is ON]

    @Slot()
    def _sift(self) -> None:
        self.tree.sift(self.search.text(), self.shown.currentData(), opened=True)
        self._follow()

    @Slot()
    def _tick_all(self) -> None:
        shown = self._in_view()
        state = OFF if all(item.checkState(0) is ON for item in shown) else ON
        with self.tree.quietly():
            for item in shown:
                item.setCheckState(0, state)
        self._follow()

    @Slot()
    def _adopt(self) -> None:
        with self.tree.quietly():
            for item, line in self._ticked():
                if line.proposal and not _entries(item):
                    _write(item, line.proposal)
        self._follow()

    @Slot()
    def _clear(self) -> None:
        with self.tree.quietly():
            for item, _line in self._ticked():
                _write(item, ())
        self._follow()

    @Slot(QTreeWidgetItem)
    def _edit(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not item.childCount():
            self.tree.editItem(item, _LIST)

    @Slot(QTreeWidgetItem, int)
    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == _LIST:
            with self.tree.quietly():
                _write(item, _entries(item))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        ticked, changed = self._ticked(), self.changed
        hidden = sum(item.isHidden() for item, _line in ticked)
        said = [tr("列出 {count} 个要点", count=len(self._in_view()))]
        if ticked:
            said.append(tr("已勾选 {count} 个", count=len(ticked)))
        if hidden:
            said.append(tr("{count} 个没有列出", count=hidden))
        if changed:
            said.append(tr("改动 {count} 个", count=len(changed)))
        unfit = next((each for each in changed if not fits(each.entries)), None)
        if unfit is not None:
            where = tr(
                "指标 {code} 要点 {number}", code=unfit.point.indicator, number=unfit.point.number
            )
            said.append(
                tr(
                    "{where} 太长：最多 {most} 样，每样最多 {longest} 个字",
                    where=where,
                    most=MOST_ENTRIES,
                    longest=LONGEST_ENTRY,
                )
            )
        self.count.setText(tr("，").join(said))
        self.adopt.setEnabled(any(line.proposal and not _entries(item) for item, line in ticked))
        self.clear.setEnabled(any(_entries(item) for item, _line in ticked))
        self.agree.setEnabled(bool(changed) and unfit is None)


def _entries(item: QTreeWidgetItem) -> tuple[str, ...]:
    return read_entries(item.text(_LIST))


def _write(item: QTreeWidgetItem, entries: tuple[str, ...]) -> None:
    item.setText(_LIST, visible(tr("、").join(entries)))
    item.setToolTip(_LIST, tip(item.text(_LIST)))
