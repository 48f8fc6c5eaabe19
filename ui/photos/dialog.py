"""照片说明: a grid of photos, the one that is chosen beside it, and what is done for several."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.evidence.photos import PhotoEdit, PhotoRow
from app.filekind import FileKind
from app.photos.notes import LAYOUTS
from ui import dialogs
from ui.actions import label
from ui.literal import tip
from ui.page import PageContext
from ui.photos.grid import PhotoGrid, PhotoModel
from ui.photos.rows import FIELDS, PhotoDraft
from ui.preview.pane import PreviewPane
from ui.preview.thumbnails import Thumbnails
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import beside, vertical
from ui.widgets.wrapping import WrappingRow

#: Choices of the box for how many share a page, beside the numbers.
_AS_IT_IS, _BY_SETTINGS = -1, 0


class PhotosDialog(QDialog):
    """``draft`` holds what is said; ``layouts`` how the photos of the items are laid out.

    ``hindrance`` says why nothing can be changed; "" if it can.
    """

    discarded = Signal()
    """Somebody said that what was typed is not to be stored."""

    def __init__(
        self,
        context: PageContext,
        rows: Sequence[PhotoRow],
        parent: QWidget,
        *,
        suggested: str = "",
        per_page: int = 1,
        hindrance: str = "",
    ) -> None:
        super().__init__(parent)
        self._context, self._rows = context, tuple(rows)
        self.draft = PhotoDraft(rows, suggested)
        space = context.theme.space
        self.setWindowTitle(tr("照片说明"))
        self.thumbnails = Thumbnails(context.session, self)
        self.model = PhotoModel(self.draft, context.theme, self.thumbnails, self)
        self.model.read_only = bool(hindrance)
        self.grid = PhotoGrid(self.model, context.theme)
        self.thumbnails.ready.connect(self.grid.viewport().update)
        self.above = self._button(tr("同上"), tr("和上一张一样，接着填下一张（Ctrl+D）"), "Ctrl+D")
        self.same = self._button(
            tr("整组同此"),
            tr("选中的照片这一项都和当前格一样；只选了一张就是全部（Ctrl+Shift+D）"),
            "Ctrl+Shift+D",
        )
        self.up = self._button(tr("上移"), tr("在这一件里前移（Alt+↑）"), "Alt+Up")
        self.down = self._button(tr("下移"), tr("在这一件里后移（Alt+↓）"), "Alt+Down")
        self.listing = self._button(
            tr("从清单填写…"), tr("用 CSV 或 Excel 清单填写：照片、题名、时间、地点、人物……")
        )
        self.per_page = self._layout_box(per_page)
        self.pane = PreviewPane(context)
        self.buttons, self.agree = agree_buttons(
            self, tr("确定"), tr("Ctrl+回车；可以撤销"), shortcut="Ctrl+Return"
        )
        for button in (self.above, self.same, self.up, self.down, self.listing, self.agree):
            button.setEnabled(not hindrance)
        self.per_page.setEnabled(not hindrance)
        left = QWidget()
        column = vertical(left, spacing=space(8))
        said = hindrance or tr(
            "回车填下一张，Tab 填下一项。斜体是从照片里读出的，不改就照印；说明印在照片页上"
        )
        column.addWidget(label(said, "muted", wrap=True))
        column.addWidget(self.grid, 1)
        buttons = (self.above, self.same, self.up, self.down, self.listing)
        column.addLayout(WrappingRow(*buttons, fill=False))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(tr("照片页"), self.per_page)
        column.addLayout(form)
        self.splitter = beside(left, self.pane, sizes=[space(820), space(340)])
        layout = QVBoxLayout(self)
        layout.setSpacing(space(8))
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.buttons)
        resize_within_window(self, space(1240), space(640))
        self.above.clicked.connect(self._same_as_above)
        self.same.clicked.connect(self._same_for_all)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.listing.clicked.connect(self._by_list)
        self.grid.selectionModel().currentChanged.connect(self._on_current)
        self.grid.setCurrentIndex(self.model.index(0, 1))
        self.grid.setFocus()

    @property
    def layouts(self) -> dict[str, int | None]:
        """How many photos share a page, by items, where that was chosen anew."""
        chosen = int(self.per_page.currentData())
        wanted = None if chosen == _BY_SETTINGS else chosen
        if chosen == _AS_IT_IS:
            return {}
        return {row.item: wanted for row in self._rows if row.layout != wanted}

    @property
    def changed(self) -> bool:
        """True if there is anything to store."""
        return self.draft.changed or bool(self.layouts)

    def accept(self) -> None:
        """Take what stands in the cell that is being typed in, too."""
        self.grid.finish_typing()
        super().accept()

    def reject(self) -> None:
        """Ask before what was typed goes."""
        self.grid.finish_typing()
        if not self.changed or dialogs.ask(
            self, tr("不保存填写的照片说明？"), tr("这里填写的内容不会保存。"), tr("不保存")
        ):
            super().reject()
            self.discarded.emit()

    def take_list(self, edits: Sequence[PhotoEdit], unknown: Sequence[tuple[int, str]]) -> None:
        """Fill in what a list says, and tell what it names that is not here."""
        count = self.draft.take(edits)
        self.model.tell(0, self.model.rowCount() - 1)
        if unknown:
            named = "\n".join(
                tr("第 {line} 行：{name}", line=line, name=name) for line, name in unknown[:12]
            )
            dialogs.tell(
                self,
                tr(
                    "清单里有 {count} 行没有找到照片，或有几张同名",
                    count=len(unknown),
                ),
                named,
            )
        elif not count:
            dialogs.tell(self, tr("清单里没有这些照片"))

    def _button(self, text: str, about: str, shortcut: str = "") -> QPushButton:
        made = QPushButton(text, self)
        made.setToolTip(tip(about))
        made.setAutoDefault(False)
        if shortcut:
            # A button's own shortcut would only press it a moment later.
            QShortcut(QKeySequence(shortcut), self).activated.connect(made.click)
        return made

    def _layout_box(self, per_page: int) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("照片页"))
        chosen = {row.layout for row in self._rows}
        if len(chosen) > 1:
            box.addItem(tr("各件不变"), _AS_IT_IS)
        box.addItem(tr("按设置（每页 {number} 张）", number=per_page), _BY_SETTINGS)
        for number in LAYOUTS:
            box.addItem(tr("每页 {number} 张", number=number), number)
        only = next(iter(chosen)) if len(chosen) == 1 else _AS_IT_IS
        box.setCurrentIndex(box.findData(only or _BY_SETTINGS))
        return box

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        at = now.row()
        if not 0 <= at < len(self.draft.lines):
            return
        self._permit_moving(at)
        if now.row() != before.row():
            row = self.draft.lines[at].row
            self.pane.show_original(row.sha256, FileKind.IMAGE, row.name, row.pages)

    def _permit_moving(self, at: int) -> None:
        free = not self.model.read_only
        self.up.setEnabled(free and self.draft.can_move(at, -1))
        self.down.setEnabled(free and self.draft.can_move(at, 1))

    @Slot()
    def _same_as_above(self) -> None:
        self.grid.finish_typing()
        at = self.grid.currentIndex()
        if at.column() and self.draft.same_as_above(at.row(), FIELDS[at.column() - 1]):
            self.model.tell(at.row())
            self.grid.step_down()

    @Slot()
    def _same_for_all(self) -> None:
        self.grid.finish_typing()
        at = self.grid.currentIndex()
        if at.column():
            name = FIELDS[at.column() - 1]
            text = self.draft.lines[at.row()].text(name)
            self.draft.same_for(self.grid.chosen, name, text)
            self.model.tell(0, self.model.rowCount() - 1)

    def _move(self, by: int) -> None:
        self.grid.finish_typing()
        at = self.grid.currentIndex()
        if self.draft.move(at.row(), by):
            self.model.tell(min(at.row(), at.row() + by), max(at.row(), at.row() + by))
            self.grid.setCurrentIndex(self.model.index(at.row() + by, at.column()))

    @Slot()
    def _by_list(self) -> None:
        purpose = "photo-list"
        preferences = self._context.preferences
        path = dialogs.choose_file(self, tr("照片说明清单"), preferences.last_folder(purpose))
        if path is None:
            return
        preferences.keep_folder(purpose, str(path.parent))
        self.grid.finish_typing()
        rows = self._rows
        # Reading workbooks takes its time to load.
        from app.intake.manifest.photos import edits_by_list

        self._context.session.read(
            lambda: edits_by_list(path, rows), lambda found: self.take_list(*found)
        )
