"""Shows text that is not stored: what cannot be stored, and what was left the last time."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.verification.tools import TOOLS
from app.visible_text import visible
from ui import dialogs
from ui.actions import label
from ui.page import PageContext
from ui.shared.targets import ItemTarget, SelfCheckTarget, TaskTarget
from ui.translation import tr
from ui.widgets.fitting import resize_within_window

_KEY = Qt.ItemDataRole.UserRole
#: Long enough to be read and pressed.
_SECONDS = 20


def place_of(key: str) -> tuple[str, object]:
    """The page that a draft belongs to, and what the page should show."""
    kind, _, about = key.partition("/")
    match kind:
        case "item":
            return "indicators", ItemTarget(about, describe=True)
        case "selfcheck":
            return "indicators", SelfCheckTarget(about)
        case "answer" | "copy":
            return "indicators", ItemTarget(about)
        case "figure":
            code, task_code, _ = about.split("/", 2)
            return "indicators", TaskTarget(code, str(task_code) if task_code else None)
        case "notice":
            return "rectification", about
        case "stage":
            return "stages", int(about)
        case "settings":
            return "settings", about
        case _:  # "ask/page/…": a dialog of that page
            page = about.partition("/")[0]
            tools = {tool.method for tool in TOOLS}
            return "indicators" if page in tools else page, None


class LeftDrafts(QObject):
    """One for each open workspace."""

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(context.session)
        self._context, self._window = context, window
        context.drafts.left.connect(self._tell)

    def offer(self) -> None:
        """Say once what was typed the last time and never stored."""
        drafts = [d for d in self._context.drafts.waiting if d.key in self._context.drafts.found]
        if drafts:
            self._context.notice.say(
                tr(
                    "上次有 {count} 处填写没有保存，都还在：{names}",
                    count=len(drafts),
                    names=tr("、").join(draft.name for draft in drafts[:3]),
                ),
                tr("查看"),
                self.show,
                seconds=_SECONDS,
            )

    def show(self) -> None:
        """Show all that is not stored."""
        dialog = DraftsDialog(self._context, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str, str)
    def _tell(self, key: str, words: str) -> None:
        page, target = place_of(key)
        self._context.notice.say(
            words, tr("去改"), lambda: self._context.go(page, target), seconds=_SECONDS
        )


class DraftsDialog(QDialog):
    """Lists what was typed and is not stored; each draft can be opened or dropped."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(tr("没有保存的填写"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("没有保存的填写"))
        for draft in context.drafts.waiting:
            item = QListWidgetItem(visible(context.drafts.line_of(draft.key)))
            item.setData(_KEY, draft.key)
            self.list.addItem(item)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("写了的内容"))
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _: self._go())
        buttons = QDialogButtonBox()
        self.go_button = buttons.addButton(tr("去看"), QDialogButtonBox.ButtonRole.ActionRole)
        self.go_button.setProperty("primary", True)  # noqa: FBT003  (Qt's own signature)
        self.go_button.setToolTip(tr("转到写它的地方，内容已经放回原处"))
        self.drop_button = buttons.addButton(
            tr("不要了"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.drop_button.setToolTip(tr("丢弃选中的这一处填写"))
        buttons.addButton(tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        self.go_button.clicked.connect(self._go)
        self.drop_button.clicked.connect(self._drop)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(context.theme.space(8))
        words = tr("这些内容写了还没有保存。转到原处就能接着写，保存后才算数。")
        layout.addWidget(label(words, "muted", wrap=True))
        layout.addWidget(self.list, 2)
        layout.addWidget(self.text, 1)
        layout.addWidget(buttons)
        resize_within_window(self, context.theme.space(520), context.theme.space(400))
        self.list.setCurrentRow(0)

    @property
    def _key(self) -> str:
        row = self.list.currentRow()
        return str(self.list.item(row).data(_KEY)) if row >= 0 else ""

    @Slot()
    def _show(self) -> None:
        self.text.setPlainText("\n".join(filter(None, self._context.drafts.of(self._key).values())))
        for button in (self.go_button, self.drop_button):
            button.setEnabled(bool(self._key))

    @Slot()
    def _go(self) -> None:
        if self._key:
            page, target = place_of(self._key)
            self.accept()
            self._context.go(page, target)

    @Slot()
    def _drop(self) -> None:
        question = tr("丢弃这一处填写吗？")
        if self._key and dialogs.ask(self, question, tr("丢弃后不能恢复。"), tr("丢弃")):
            self._context.drafts.drop(self._key)
            self._context.session.refresh()
            self.list.takeItem(self.list.currentRow())
            self._show()
            if not self.list.count():
                self.accept()
