"""Many lines of a 检索清单 at once: pasted, imported, or proposed by the wording of the task."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.verification.web_check.target_lists import TargetList, read_file, read_pasted
from app.verification.web_check.targets import TargetSaid
from ui import dialogs
from ui.actions import label
from ui.literal import tip, window_title
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window

#: So many lines that cannot be used are told in words.
_TOLD = 3


def unit_choice(units: Sequence[str]) -> QComboBox:
    """For whom lines are: all units of the task, or one. Without units it is not shown."""
    made = QComboBox()
    made.setAccessibleName(tr("给哪个单位"))
    made.addItem(tr("任务的全部责任单位"), "")
    for unit in units:
        made.addItem(unit, unit)
    made.setVisible(bool(units))
    return made


class TargetListDialog(QDialog):
    """Reads lines as they are typed; nothing is put on the list before a person agrees.

    ``present`` says which lines the list of a unit ("": of all) has already; ``proposal`` are the
    lines that the wording suggests; of a file only rows of ``indicator`` are taken.
    """

    def __init__(
        self,
        context: PageContext,
        title: str,
        parent: QWidget,
        *,
        units: Sequence[str],
        indicator: str,
        proposal: Sequence[str],
        present: Callable[[str], frozenset[tuple[str, str]]],
    ) -> None:
        super().__init__(parent)
        theme = context.theme
        self._context, self._indicator = context, indicator
        self._proposal, self._present = tuple(proposal), present
        self._list = TargetList()
        self.setWindowTitle(window_title(title))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("清单"))
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlaceholderText(tr("www.example.gov.cn/qzqd 权责清单"))
        self.unit = unit_choice(units)
        self.load = QPushButton(tr("从文件导入…"))
        self.load.setToolTip(tip(tr("xlsx 或 csv，有“网址”“要看到什么”两列")))
        self.suggest = QPushButton(tr("采用建议"))
        self.suggest.setToolTip(tip(tr("按任务要求的文字，一样东西一条；确定以前可以改")))
        self.count = label("", "muted", wrap=True)
        self.buttons, self.agree = agree_buttons(
            self, tr("列入清单"), tr("列入清单（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        about = tr(
            "一行一条，先写网址，再写要看到什么，中间空一格；可以从 Excel、WPS 表格粘贴两列。"
            "还不知道网址的，只写要看到什么。"
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        layout.addWidget(label(about, "muted", wrap=True))
        layout.addWidget(self.text, 1)
        below = QHBoxLayout()
        for button, slot in ((self.load, self.ask_file), (self.suggest, self.add_proposal)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.unit)
        layout.addLayout(below)
        layout.addWidget(self.count)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(720), theme.space(460))
        self.text.textChanged.connect(self._follow)
        self.unit.currentIndexChanged.connect(self._follow)
        self._follow()
        self.text.setFocus()

    @property
    def said(self) -> tuple[TargetSaid, ...]:
        """The lines that were entered."""
        return tuple(row.said for row in self._list.rows)

    def append(self, lines: Sequence[TargetSaid]) -> None:
        """Write lines below those that are there."""
        before = self.text.toPlainText().rstrip()
        # One with an address has both cells, so that all lines of the text are read alike.
        told = [f"{said.address}\t{said.shows}" for said in lines]
        if before and "\t" not in before:
            rows = read_pasted(before).rows
            before = "\n".join(f"{row.said.address}\t{row.said.shows}" for row in rows)
        self.text.setPlainText("\n".join(filter(None, (before, *told))))

    @Slot()
    def add_proposal(self) -> None:
        """Write the lines that the wording suggests, but those that are there."""
        there = {said.shows for said in self.said}
        self.append([TargetSaid("", line) for line in self._proposal if line not in there])

    @Slot()
    def ask_file(self) -> None:
        """Let a person pick a file, and write its lines."""
        path = dialogs.choose_file(self, tr("导入检索清单"), "")
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Write the lines of a file."""
        self._context.session.read(lambda: read_file(path), self._on_file)

    @Slot(object)
    def _on_file(self, found: TargetList) -> None:
        own = [row.said for row in found.rows if row.indicator in {"", self._indicator}]
        self.append(own)
        told = []
        if other := len(found.rows) - len(own):
            told.append(tr("文件里有 {count} 条是其他指标的，没有放进来。", count=other))
        if found.bad:
            shown = tr("；").join(found.bad[:_TOLD])
            told.append(tr("{count} 行没有用上：{lines}", count=len(found.bad), lines=shown))
        if told:
            dialogs.tell(self, tr("读到 {count} 条", count=len(own)), "\n".join(told))

    @Slot()
    def _follow(self) -> None:
        self._list = read_pasted(self.text.toPlainText())
        there, new = set(self._present(self.unit.currentData())), 0
        for said in self.said:
            new += said.same_as not in there
            there.add(said.same_as)
        told = [tr("列入 {count} 条", count=new)]
        if double := len(self.said) - new:
            told.append(tr("重复的 {count} 条不列入", count=double))
        if bad := self._list.bad:
            shown = tr("；").join(bad[:_TOLD])
            told.append(tr("{count} 行没有用上：{lines}", count=len(bad), lines=shown))
        self.count.setText(tr("，").join(told))
        self.suggest.setEnabled(bool(self._proposal))
        self.agree.setEnabled(new > 0)
