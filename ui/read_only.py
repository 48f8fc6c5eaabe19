"""A workspace that is open for reading only: the lasting sign, and why its buttons are grey."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from app.errors import JuanzongError, WorkspaceNotWritable
from app.workspace.errors import WorkspaceLocked
from ui import dialogs
from ui.actions import forbid, label, writes
from ui.literal import tip as as_tip
from ui.translation import tr
from ui.widgets.layouts import horizontal
from ui.wording import system_words_of

if TYPE_CHECKING:
    from ui.page import PageContext


class ReadOnlyBar(QFrame):
    """One line above the pages: why nothing can be changed, and what to do about it."""

    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)  # noqa: FBT003  (Qt's own signature)
        self.text = label("", wrap=True)
        self.again = QPushButton(tr("重新打开"))
        self.again.setProperty("flat", True)  # noqa: FBT003
        self.again.setToolTip(as_tip(tr("再试一次，能改动时就按平常的方式打开")))
        self.again.clicked.connect(self.again_wanted)
        layout = horizontal(self, 14, 2, 8, 2)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.again)
        self.hide()

    def tell(self, cause: JuanzongError | None) -> None:
        """Show why a workspace can only be read; ``cause`` is what hindered its opening."""
        if isinstance(cause, WorkspaceLocked):
            words = tr(
                "只读：{holder} 正在使用这个工作区。可以查看和导出；要改动，请先关闭那个程序，"
                "再按“重新打开”。",
                holder=cause.holder,
            )
        elif isinstance(cause, WorkspaceNotWritable):
            words = tr(
                "只读：工作区所在的位置不能写入（{detail}）。可以查看和导出；要改动，"
                "请去掉写保护、腾出空间，或把整个文件夹复制到别的磁盘。",
                detail=system_words_of(cause.detail),
            )
        else:
            words = tr("只读：可以查看和导出，不能改动。")
        self.text.setText(words)
        self.show()


def explain_reading(page: QWidget) -> None:
    """Let all of a page that would change the workspace say why it is grey."""
    targets: list[QAction | QWidget] = [*page.findChildren(QAction), *page.findChildren(QWidget)]
    for target in targets:
        if writes(target):
            forbid(target, tr("工作区是只读打开的，不能改动；原因和办法写在窗口上方"))


def folder_outside(context: "PageContext", parent: QWidget, folder: Path) -> Path | None:
    """Give ``folder``, or one that is asked for where the workspace it lies in is only read.

    None if somebody thinks better of it, or chooses one in the workspace again.
    """
    session, preferences = context.session, context.preferences
    root = session.services.workspace.layout.root
    if not session.read_only or not folder.is_relative_to(root):
        return folder
    title = tr("工作区是只读打开的，请另选一个文件夹")
    chosen = dialogs.choose_folder(parent, title, preferences.last_folder("exports"))
    if chosen is None:
        return None
    if chosen.is_relative_to(root):
        dialogs.tell(parent, title, tr("选的文件夹在工作区里面：{path}", path=chosen))
        return None
    preferences.keep_folder("exports", str(chosen))
    return chosen
