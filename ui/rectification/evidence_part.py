"""The evidence that a problem is solved: a short list that files can be dropped on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from app.visible_text import visible
from ui.actions import mark_writing
from ui.literal import tip
from ui.shared.pasting import Paster
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.dropping import dropped_files
from ui.widgets.layouts import vertical
from ui.widgets.wrapping import WrappingRow

_ITEM = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Proof:
    """An item that proves that the problem is solved, with its title."""

    item: str
    title: str


class ProofList(QListWidget):
    """The titles; an empty list says how to fill it."""

    files_dropped = Signal(list)  # paths

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hovering = False
        self.writable = False
        self.setAccessibleName(tr("佐证材料"))
        self.setAcceptDrops(True)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  (Qt's name)
        """Take files."""
        if self.writable and dropped_files(event.mimeData()):
            self._hover(on=True)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  (Qt's name)
        """Accept files anywhere on the list."""
        if self.writable and dropped_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802  (Qt's name)
        """Remove the frame."""
        self._hover(on=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  (Qt's name)
        """Emit the files."""
        self._hover(on=False)
        paths = dropped_files(event.mimeData())
        if self.writable and paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """The titles, or the hint; a frame while files hover."""
        super().paintEvent(event)
        if self.count() and not self._hovering:
            return
        colours = self._theme.colours
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = self.viewport().rect().adjusted(3, 3, -3, -3)
        if self._hovering:
            painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(rect, 6, 6)
        if not self.count():
            painter.setPen(QColor(colours.muted))
            words = tr("把文件拖到这里，或从已有的材料里选") if self.writable else tr("无")
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(rect, int(flags), words)
        painter.end()

    def _hover(self, *, on: bool) -> None:
        self._hovering = on
        self.viewport().update()


class EvidencePart(QWidget):
    """Emits what the person wants; knows no service."""

    choose_wanted = Signal()
    browse_wanted = Signal()
    files_given = Signal(list)  # paths
    remove_wanted = Signal(list)  # item ids
    item_wanted = Signal(str)  # item id
    nothing_pasted = Signal(str)  # the reason

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._paster = Paster()
        self.proofs: tuple[Proof, ...] = ()
        self.list = ProofList(theme)
        self.list.files_dropped.connect(self.files_given)
        self.list.itemActivated.connect(lambda item: self.item_wanted.emit(item.data(_ITEM)))
        self.list.itemSelectionChanged.connect(self._follow)
        self.choose = QPushButton(tr("选材料…"))
        self.choose.setToolTip(tr("从这个单位已有的材料里选"))
        self.choose.clicked.connect(self.choose_wanted)
        self.browse = QPushButton(tr("添加文件…"))
        self.browse.setToolTip(
            tr("文件作为这项指标的材料收取，同时作为佐证；也可以复制文件或截图，在这里按 Ctrl+V")
        )
        self.browse.clicked.connect(self.browse_wanted)
        self.remove = QPushButton(tr("移去"))
        self.remove.setToolTip(tr("不再作为佐证，材料仍在（Del）"))
        self.remove.clicked.connect(self._remove)
        mark_writing(self.choose, self.browse, self.remove)
        delete = QShortcut(QKeySequence("Del"), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        paste = QShortcut(QKeySequence("Ctrl+V"), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._paste)
        buttons = WrappingRow(self.choose, self.browse, self.remove, fill=False)
        layout = vertical(self, spacing=theme.space(4))
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        theme.changed.connect(self._fit)
        self._fit()

    def show_proofs(self, proofs: Sequence[Proof], *, writable: bool) -> None:
        """Show the evidence."""
        self.list.writable = writable
        if tuple(proofs) != self.proofs:
            self.proofs = tuple(proofs)
            self.list.clear()
            for proof in self.proofs:
                item = QListWidgetItem(visible(f"《{proof.title}》"))
                item.setData(_ITEM, proof.item)
                item.setToolTip(tip(tr("{title}\n双击查看", title=proof.title)))
                self.list.addItem(item)
        self.choose.setEnabled(writable)
        self.browse.setEnabled(writable)
        self.list.viewport().update()
        self._follow()

    def chosen(self) -> list[str]:
        """The items that are chosen."""
        return [item.data(_ITEM) for item in self.list.selectedItems()]

    @Slot()
    def _follow(self) -> None:
        self.remove.setEnabled(self.list.writable and bool(self.list.selectedItems()))

    @Slot()
    def _remove(self) -> None:
        if self.list.writable and self.chosen():
            self.remove_wanted.emit(self.chosen())

    @Slot()
    def _paste(self) -> None:
        if not self.list.writable:
            return
        pasted = self._paster.paste()
        if pasted.paths:
            self.files_given.emit(list(pasted.paths))
        else:
            self.nothing_pasted.emit(pasted.reason)

    @Slot()
    def _fit(self) -> None:
        self.list.setFixedHeight(3 * self.fontMetrics().lineSpacing() + self._theme.space(10))
