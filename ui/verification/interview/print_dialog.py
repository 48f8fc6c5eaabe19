"""印制: how many sheets that can be scanned, and from which number on."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFormLayout, QSpinBox, QWidget

from app.paths import legal_name
from app.verification.interview.entering import RoundSheets
from app.verification.interview.scanning import print_round
from app.verification.interview.sheets import next_number
from ui import dialogs
from ui.actions import label
from ui.commands import start
from ui.literal import window_title
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.layouts import vertical

#: So many are printed at once; numbers have five digits.
_MOST, _LAST = 5_000, 94_999
#: So long is the name of the file.
_LONGEST_NAME = 60


class PrintDialog(QDialog):
    """Asks for the number of sheets, then for the file."""

    def __init__(self, context: PageContext, there: RoundSheets, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.there = context, there
        theme = context.theme
        self.setWindowTitle(window_title(tr("印制问卷：{name}", name=there.round.said.name)))
        self.count, self.first = QSpinBox(), QSpinBox()
        self.count.setRange(1, _MOST)
        self.count.setValue(min(_MOST, there.round.said.planned or 1))
        self.first.setRange(1, _LAST)
        self.first.setValue(min(_LAST, next_number(there.sheets)))
        form = QFormLayout()
        form.addRow(tr("份数"), self.count)
        form.addRow(tr("从几号起"), self.first)
        told = label(
            tr(
                "A4 双面。每份有编号和二维码，不印姓名；请用原大小打印，"
                "四角的二维码不要裁掉、不要折。"
                "加印时从上次印到的下一号起，不要重号。印制以后不要再改题目。"
            ),
            "muted",
            wrap=True,
        )
        buttons, self.agree = agree_buttons(self, tr("另存为 PDF…"))
        column = vertical(self, *(theme.space(14),) * 4, spacing=theme.space(8))
        column.addLayout(form)
        column.addWidget(told)
        column.addWidget(buttons)
        self.setMinimumWidth(theme.space(380))

    def accept(self) -> None:
        """Choose the file and print."""
        name = f"{legal_name(self.there.round.said.name, _LONGEST_NAME)}问卷.pdf"
        exports = self.context.session.services.workspace.layout.exports
        target = dialogs.choose_target(self, tr("印制问卷"), str(exports / name))
        if target is not None:
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the PDF, and show where it lies."""
        note, first, count = self.there.round, self.first.value(), self.count.value()
        context, parent = self.context, self.parentWidget()
        start(
            context,
            tr("印制问卷"),
            lambda job: print_round(note, first, count, target, job),
            lambda _pages: context.notice.say(
                tr("已印制 {count} 份：{path}", count=count, path=target),
                tr("打开"),
                lambda: dialogs.show_path(parent, target),
            ),
        )
        super().accept()
