"""Dialogs of 网页采集: which addresses, and what became of each."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QWidget,
)

from app.capture.model import Order
from app.errors import JuanzongError
from app.intake.captures import ERRORS_FROM, MainFile, TakenCapture
from app.intake.courier import SavedPage
from app.intake.report import AttachReport
from app.verification.web_check.capture_errors import NoAddress
from app.verification.web_check.orders import orders_of_text
from ui.actions import label
from ui.literal import window_title
from ui.shared.outcomes import lines_of
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import vertical
from ui.widgets.outcome_list import Mark, OutcomeLine, OutcomeList
from ui.widgets.row_list import ROW
from ui.wording import describe_capture, describe_error


class AddressDialog(QDialog):
    """Asks for addresses, one a line; ``orders`` are those that stand there.

    The button waits until every line is an address that may be asked for.
    """

    def __init__(
        self, theme: Theme, title: str, verb: str, text: str, parent: QWidget, *, choose_main: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.orders: tuple[Order, ...] = ()
        words = label(tr("每行一个网址，后面可以写要查什么。只采集这里写明的网址。"), wrap=True)
        self.text = QPlainTextEdit(text)
        self.text.setAccessibleName(tr("网址"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText("https://www.example.gov.cn/zwgk/  权责清单")
        self.main = QComboBox()
        self.main.setAccessibleName(tr("收作材料"))
        self.main.addItem(tr("网页存档，装订时用印出的 PDF"), MainFile.PAGE)
        self.main.addItem(tr("整页截图"), MainFile.PICTURE)
        self.others = QCheckBox(tr("连同其他任务已记的网址"))
        self.others.setVisible(False)
        self.state = label("", "muted", wrap=True)
        self.buttons, self.agree = agree_buttons(
            self, verb, tr("{verb}（Ctrl+回车）", verb=verb), shortcut="Ctrl+Return"
        )
        layout = vertical(self, 18, 16, 18, 14, spacing=10)
        layout.addWidget(words)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.state)
        layout.addWidget(self.others)
        if choose_main:
            form = QFormLayout()
            form.addRow(self.main.accessibleName(), self.main)
            layout.addLayout(form)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(600), theme.space(360))
        self.text.textChanged.connect(self._follow)
        self._follow()
        self.text.setFocus()

    @Slot()
    def _follow(self) -> None:
        try:
            self.orders = orders_of_text(self.text.toPlainText())
        except NoAddress:
            self.orders = ()
            self.state.setText("")
        except JuanzongError as error:
            self.orders = ()
            self.state.setText(describe_error(error).reason)
        else:
            self.state.setText(tr("{count} 个网址", count=len(self.orders)))
        self.agree.setEnabled(bool(self.orders))


class CaptureOutcomeDialog(QDialog):
    """Not modal: what became of each address; emits the item that somebody wants to see."""

    item_wanted = Signal(str)

    def __init__(
        self, summary: str, lines: Sequence[OutcomeLine], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("采集结果"))
        resize_within_window(self, theme.space(640), theme.space(460))
        self.view = OutcomeList(tr("每个网址的结果"), theme)
        self.view.activated.connect(self._on_activated)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = vertical(self, 18, 16, 18, 14, spacing=10)
        layout.addWidget(label(summary, "subheading", wrap=True))
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        self.view.show_lines(lines)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        item = index.data(ROW).value
        if item:
            self.item_wanted.emit(item)


def summary_of(taken: Sequence[TakenCapture]) -> str:
    """The totals in one sentence."""
    added = sum(one.item_id is not None for one in taken)
    said = tr("{count} 个网址", count=len(taken)), tr("收取 {count} 件", count=added)
    failed = sum(one.outcome is None for one in taken)
    here = len(taken) - added - failed
    more = [tr("{count} 个没有采集到", count=failed)] if failed else []
    if here:
        more.append(tr("{count} 个没有收入", count=here))
    return tr("，").join((*said, *more))


def line_of(one: TakenCapture) -> OutcomeLine:
    """What became of one address."""
    capture = one.wanted.capture
    notes = [capture.asked] if capture.title else []
    if capture.fault is not None or capture.remarks:
        notes.append(describe_capture(capture))
    if one.trouble is not None:
        notes.append(str(describe_error(one.trouble)))
    mark, right = Mark.BAD, tr("没有采集到")
    if one.outcome is not None:
        (line,) = lines_of(_report(one))
        mark, right = line.mark, line.right
        notes += [line.note] if line.note else []
    elif one.trouble is not None or (capture.fault is None and capture.status >= ERRORS_FROM):
        right = tr("没有收入")
    if mark is Mark.GOOD and (capture.remarks or one.trouble):
        mark = Mark.HINT
    return OutcomeLine(mark, capture.title or capture.asked, right, "\n".join(notes), one.item_id)


def line_of_page(page: SavedPage) -> OutcomeLine:
    """What became of a page that was saved by hand."""
    if page.outcome is None:
        said = page.address or tr("文件里没有写网址")
        return OutcomeLine(Mark.HINT, page.path.name, tr("没有对上清单"), said)
    (line,) = lines_of(AttachReport((page.outcome,)))
    return replace(line, value=page.outcome.item_id)


def _report(one: TakenCapture) -> AttachReport:
    assert one.outcome is not None
    return AttachReport((one.outcome,))
