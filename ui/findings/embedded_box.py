"""The files inside a file, to be ticked, and the two ways to bind them by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.intake.embedded.findings import Bound
from app.intake.embedded.listing import Embedded
from app.visible_text import visible
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.literal import tip
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.ticking import TickByName

_NUMBER = Qt.ItemDataRole.UserRole
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Which files are to be taken out, by number, and whether each becomes an item."""

    numbers: tuple[int, ...]
    separate: bool


class EmbeddedBox(QWidget):
    """Says that files are being searched until ``show_files``; ``wanted`` carries a ``TakeOut``."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.said = label(tr("正在查看里面的文件…"), "muted", wrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget()
        TickByName(self.list)
        self.list.setAccessibleName(tr("里面的文件"))
        self.list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustIgnored)
        self.list.itemChanged.connect(self._allow)
        self.list.hide()
        self.attach = make_action(
            self,
            tr("随件附上", "to do"),
            tr("勾选的文件取出来，装订在这一件之后"),
            lambda: self._want(separate=False),
        )
        self.separate = make_action(
            self,
            tr("另作一件"),
            tr("勾选的文件取出来，各作一件，放在同一位置"),
            lambda: self._want(separate=True),
        )
        mark_writing(self.attach, self.separate)
        self._buttons = QWidget()
        line = horizontal(self._buttons)
        self.attach_button = ActionButton(self.attach, theme)
        self.separate_button = ActionButton(self.separate, theme)
        line.addWidget(self.attach_button)
        line.addWidget(self.separate_button)
        line.addStretch(1)
        self._buttons.hide()
        column = vertical(self, spacing=theme.space(6))
        column.addWidget(self.said)
        column.addWidget(self.list)
        column.addWidget(self._buttons)

    def show_files(self, files: Sequence[Embedded]) -> None:
        """List the files; those that are not bound yet are ticked."""
        self.list.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
        for file in files:
            free = bool(file.sha256) and file.bound is Bound.NOT
            item = QListWidgetItem(visible(_line(file)))
            item.setData(_NUMBER, file.number)
            item.setToolTip(tip(file.name))
            flags = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEnabled if free else Qt.ItemFlag.NoItemFlags)
            item.setCheckState(Qt.CheckState.Checked if free else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)  # noqa: FBT003
        height = self.list.sizeHintForRow(0) * min(len(files), _MOST_LINES) if files else 0
        self.list.setFixedHeight(height + 2 * self.list.frameWidth() + self._theme.space(4))
        self.list.setVisible(bool(files))
        self._buttons.setVisible(bool(files))
        self.said.setVisible(not files)
        self.said.setText(tr("没能取出里面的文件，请在原来的软件中打开后另存"))
        self._allow()

    def tell(self, trouble: str) -> None:
        """Say why the files cannot be listed."""
        self.said.setText(trouble)

    @property
    def ticked(self) -> tuple[int, ...]:
        """The numbers of the files that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            item.data(_NUMBER) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    @Slot()
    def _allow(self) -> None:
        for action in (self.attach, self.separate):
            action.setEnabled(bool(self.ticked))

    def _want(self, *, separate: bool) -> None:
        self.wanted.emit(TakeOut(self.ticked, separate))


def _line(file: Embedded) -> str:
    name = visible(file.name)
    if not file.sha256:
        return tr("{name}（不能取出）", name=name)
    match file.bound:
        case Bound.PART:
            return tr("{name}（已随件装订）", name=name)
        case Bound.ITEM:
            return tr("{name}（已另作一件）", name=name)
    return name
