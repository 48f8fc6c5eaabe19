"""The files of an item, or of several that become one: their order, captions and looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.evidence.parts import PartRow
from app.visible_text import visible
from ui.actions import label
from ui.literal import tip
from ui.page import PageContext
from ui.preview.pane import PreviewPane
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import beside, vertical
from ui.widgets.wrapping import WrappingRow


@dataclass
class _Line:
    number: int
    row: PartRow
    caption: str


class PartsDialog(QDialog):
    """``order`` and ``captions`` are what was chosen; ``title`` is that of the whole.

    With ``joining`` the rows are items that become one, and none of them can be left out.
    """

    def __init__(
        self,
        context: PageContext,
        rows: Sequence[PartRow],
        title: str,
        parent: QWidget,
        *,
        joining: bool = False,
    ) -> None:
        super().__init__(parent)
        self._joining = joining
        self._lines = [_Line(number, row, row.caption) for number, row in enumerate(rows)]
        space = context.theme.space
        self.setWindowTitle(tr("合为一件") if joining else tr("附件和图注"))
        self.name = QLineEdit(title)
        self.name.setAccessibleName(tr("题名"))
        self.name.setPlaceholderText(tr("整件的题名，如 2021年案卷评查现场照片"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("文件"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.caption = _CaptionEdit()
        self.caption.setAccessibleName(tr("图注"))
        self.caption.setPlaceholderText(tr("照片合排时印在下面；其他文件是文件名"))
        self.up = _button(tr("上移"), tr("在这一件里前移（Alt+↑）"), lambda: self._move(-1))
        self.up.setShortcut("Alt+Up")
        self.down = _button(tr("下移"), tr("在这一件里后移（Alt+↓）"), lambda: self._move(1))
        self.down.setShortcut("Alt+Down")
        self.out = _button(tr("移去"), tr("这个文件不再属于这一件"), self._take_out)
        self.out.setVisible(not joining)
        self.pane = PreviewPane(context)
        self.buttons, self.agree = agree_buttons(
            self,
            tr("合为一件") if joining else tr("确定"),
            tr("Ctrl+回车；可以撤销"),
            shortcut="Ctrl+Return",
        )
        left = QWidget()
        column = vertical(left, spacing=space(8))
        form = QFormLayout()
        form.addRow(tr("题名"), self.name)
        if joining:
            column.addLayout(form)
            column.addWidget(
                label(
                    tr("第一个文件是正文，其余随后；著录照第一件的，其余各件移到回收站，可以拆开"),
                    "muted",
                    wrap=True,
                )
            )
        column.addWidget(self.list, 1)
        told = QFormLayout()
        told.addRow(tr("图注"), self.caption)
        column.addLayout(told)
        column.addLayout(WrappingRow(self.up, self.down, self.out, fill=False))
        self.splitter = beside(left, self.pane, sizes=[space(380), space(420)])
        layout = QVBoxLayout(self)
        layout.setSpacing(space(8))
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.buttons)
        resize_within_window(self, space(860), space(560))
        self.list.currentRowChanged.connect(self._on_row)
        self.caption.textEdited.connect(self._on_caption)
        self.caption.returnPressed.connect(self._next)
        self._fill(0)
        (self.name if joining else self.caption).setFocus()

    @property
    def order(self) -> list[int]:
        """The numbers of the files that stay, in order."""
        return [line.number for line in self._lines]

    @property
    def captions(self) -> list[str]:
        """The caption of each."""
        return [line.caption for line in self._lines]

    @property
    def title(self) -> str:
        """The title of the whole."""
        return " ".join(self.name.text().split())

    def _fill(self, current: int) -> None:
        self.list.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        self.list.clear()
        for line in self._lines:
            self.list.addItem(QListWidgetItem(visible(_words(line, self._lines))))
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.setCurrentRow(current)

    @Slot(int)
    def _on_row(self, at: int) -> None:
        line = self._lines[at] if 0 <= at < len(self._lines) else None
        self.caption.setText(line.caption if line else "")
        # The main file keeps its place: the entry is its own.
        fixed = 0 if self._joining else 1
        self.up.setEnabled(line is not None and at > fixed)
        self.down.setEnabled(line is not None and fixed <= at < len(self._lines) - 1)
        self.out.setEnabled(line is not None and at > 0)
        if line is not None:
            part = line.row
            self.pane.show_original(part.sha256, part.kind, part.name, part.pages)

    @Slot(str)
    def _on_caption(self, text: str) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._lines):
            self._lines[at].caption = text
            self.list.item(at).setText(_words(self._lines[at], self._lines))

    @Slot()
    def _next(self) -> None:
        """Enter goes on to the next caption."""
        at = self.list.currentRow()
        if at < len(self._lines) - 1:
            self.list.setCurrentRow(at + 1)
        self.caption.selectAll()

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        self._lines.insert(at + by, self._lines.pop(at))
        self._fill(at + by)

    def _take_out(self) -> None:
        at = self.list.currentRow()
        self._lines.pop(at)
        self._fill(min(at, len(self._lines) - 1))


class _CaptionEdit(QLineEdit):
    """Enter goes on to the next caption; it does not agree to the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Keep Enter for this line, unless Ctrl is held."""
        super().keyPressEvent(event)
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


def _words(line: _Line, lines: Sequence[_Line]) -> str:
    place = lines.index(line)
    role = tr("正文") if not place else tr("附件 {number}", number=place)
    return "　".join((role, line.caption or line.row.name, tr(line.row.label)))


def _button(text: str, about: str, act: object) -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(tip(about))
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: act())  # type: ignore[operator]
    return made
