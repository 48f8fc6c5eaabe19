"""Changing items in WPS or Word: a copy is opened, and what was saved becomes the new version."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.intake.copies.model import WorkingCopy
from app.jobs import JobContext
from app.workspace.opening import Workspace
from ui import dialogs
from ui.actions import label
from ui.commands import R, Undoable, remember, run, start
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.wording import describe_copy, describe_problem

if TYPE_CHECKING:
    from app.intake.copies.deciding import PutAwayCopy, PutOffCopy, TakenCopy
    from app.intake.copies.making import MadeCopy


class WorkingCopies(QObject):
    """What a page does with working copies; every change can be undone."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        super().__init__(over)
        self._context, self._over = context, over
        self._keeper = context.session.copies

    @property
    def _workspace(self) -> Workspace:
        return self._context.session.services.workspace

    # --- opening ---------------------------------------------------------------------------------

    def edit(self, item: str) -> None:
        """Make a working copy of an item, or find the one that there is, and open it."""
        # What is taken in with is much, and the first page of the window needs none of it.
        from app.intake.copies.making import make_copy

        session = self._context.session
        workspace, viewer = session.services.workspace, session.viewer

        def job(context: JobContext) -> "MadeCopy":
            return make_copy(workspace, viewer, item, context)

        title = tr("打开副本")
        start(self._context, title, job, self._on_made, brief=True, queue=session.writes)

    def open(self, copy: WorkingCopy) -> None:
        """Open a copy once more, to go on with it."""
        self._open(copy.path, again=True)

    def _on_made(self, made: "MadeCopy") -> None:
        self._keeper.start()
        if made.caution and not dialogs.ask(
            self._over,
            tr("打开这份文件？"),
            tr(
                "它可能带有宏、脚本或会联网取的内容。打开后不要启用宏，也不要启用外部内容；只看内容的，"
                "用左边的预览就可以。"
            ),
            tr("打开"),
        ):
            return
        self._open(made.path, again=made.again)

    def _open(self, path: Path, *, again: bool) -> None:
        if not dialogs.open_path(path):
            dialogs.tell(
                self._over,
                tr("系统里没有能打开这种文件的程序"),
                tr("副本在 {path}，装好程序后可以从那里打开。", path=str(path)),
            )
        elif again:
            self._context.notice.say(tr("接着改上次的副本；保存后可以作为新版本"))
        else:
            self._context.notice.say(tr("副本已打开；在 WPS／Word 里保存后，这里会提示作为新版本"))

    # --- deciding --------------------------------------------------------------------------------

    def ask_take(self, copy: WorkingCopy) -> None:
        """Ask what was changed, and take the copy as the new version."""
        dialog = TakeDialog(self._context.theme, copy, self._over)
        name = tr("{title} 的改动说明", title=copy.title)
        keep_text(self._context.drafts, dialog, f"copy/{copy.item}", name)
        dialog.accepted.connect(lambda: self.take(copy, dialog.words))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, copy: WorkingCopy, reason: str) -> None:
        """Take a copy as the new version of its item."""
        from app.intake.copies.deciding import give_back, take_again, take_copy

        services = self._context.session.services
        workspace, keeper = services.workspace, self._keeper

        def job(context: JobContext) -> "TakenCopy":
            return take_copy(workspace, services.workers, copy, context, reason)

        way: Undoable[TakenCopy] = Undoable(
            text=tr("把副本作为新版本"),
            undo=self._watched(lambda taken: give_back(workspace, taken)),
            redo=self._watched(lambda taken: take_again(workspace, taken)),
            said=lambda taken: tr("；").join(
                (
                    tr("已换上新版本，旧版本保留"),
                    *(describe_problem(p).reason for p in taken.problems),
                )
            ),
            then=lambda _taken: keeper.look_now(),
        )

        def failed(error: BaseException) -> None:
            keeper.look_now()
            self._context.session.troubled.emit(error)

        title = tr("换新版本")
        done, queue = partial(remember, self._context, way), self._context.session.writes
        start(self._context, title, job, done, failed=failed, queue=queue)

    def put_away(self, copy: WorkingCopy) -> None:
        """Put a copy away; its file stays in the folder for that."""
        from app.intake.copies.deciding import bring_back, put_away, put_away_again

        workspace = self._workspace
        way: Undoable[PutAwayCopy] = Undoable(
            text=tr("丢弃副本"),
            undo=self._watched(lambda done: bring_back(workspace, done)),
            redo=self._watched(lambda done: put_away_again(workspace, done)),
            said=tr("已丢弃副本，文件留在 工作副本/已丢弃"),
            then=lambda _done: self._keeper.look_now(),
        )
        run(self._context, lambda: put_away(workspace, copy), way)

    def put_off(self, copy: WorkingCopy) -> None:
        """Offer a copy no more until it is saved again."""
        from app.intake.copies.deciding import offer_again, put_off

        workspace = self._workspace
        way: Undoable[PutOffCopy] = Undoable(
            text=tr("再等等"),
            undo=self._watched(lambda done: offer_again(workspace, done)),
            redo=self._watched(lambda _done: put_off(workspace, copy)),
            said=tr("副本留着，下次保存时再提示"),
            then=lambda _done: self._keeper.look_now(),
        )
        run(self._context, lambda: put_off(workspace, copy), way)

    def _watched(self, act: Callable[[R], object]) -> Callable[[R], object]:
        """The same, with a look at the copies after it."""

        def both(result: R) -> None:
            try:
                act(result)
            finally:
                self._keeper.look_now()

        return both


class TakeDialog(QDialog):
    """One line, which may stay empty: what was changed."""

    def __init__(self, theme: Theme, copy: WorkingCopy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("作为新版本"))
        self.text = QLineEdit()
        self.text.setAccessibleName(tr("改动说明"))
        self.text.setPlaceholderText(tr("可以不填，如：补上第三季度的数据"))
        self.text.setMaxLength(500)
        self.buttons, self.agree = agree_buttons(
            self,
            tr("作为新版本"),
            tr("换上副本里保存的内容，旧版本保留（Ctrl+回车）"),
            shortcut="Ctrl+Return",
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(8))
        title = tr("《{title}》", title=copy.title)
        layout.addWidget(label(title, "subheading", wrap=True))
        warning = describe_copy(copy)
        if warning.remedy:
            layout.addWidget(label(warning.remedy, "guess", wrap=True))
        layout.addWidget(label(tr("改了什么，创建办审核时与新旧版本一起看到："), wrap=True))
        layout.addWidget(self.text)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        resize_within_window(self, theme.space(440), theme.space(190))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def words(self) -> str:
        """What was typed."""
        return " ".join(self.text.text().split())
