"""Gives copies of a file to other programs and folders."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.jobs import JobContext
from app.preview.copies import OpenedCopy, copy_for_opening, copy_to, inert_target
from app.preview.showing import LooseFile, Subject
from ui import dialogs
from ui.commands import start
from ui.page import PageContext
from ui.translation import tr

_PURPOSE = "copies"


class Copying(QObject):
    """Other programs never get the stored original itself."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._widget = context, parent

    def open_outside(self, subject: Subject) -> None:
        """Make a read-only copy, named by what the file really is, and let the system open it."""
        session = self._context.session
        workspace, viewer = session.services.workspace, session.viewer

        def job(context: JobContext) -> OpenedCopy:
            if isinstance(subject, LooseFile):
                original, sha256 = subject.path, ""
            else:
                original, sha256 = workspace.originals.path(subject.sha256), subject.sha256
            return copy_for_opening(workspace, viewer, original, sha256, subject.name, context)

        self._start(job, self._on_ready)

    def save_copy(self, subject: Subject) -> None:
        """Ask for the folder, then copy."""
        begin = Path(self._context.preferences.last_folder(_PURPOSE)) / subject.name
        target = dialogs.choose_target(self._widget, tr("另存原件"), str(begin))
        if target is None:
            return
        self._context.preferences.keep_folder(_PURPOSE, str(target.parent))
        originals = self._context.session.services.workspace.originals

        def job(context: JobContext) -> Path:
            if isinstance(subject, LooseFile):
                original = subject.path
            else:
                original = originals.path(subject.sha256)
            where = inert_target(original, target)
            copy_to(original, where, context)
            return where

        self._start(job, self._on_saved)

    def _start(self, job: Callable[[JobContext], object], done: Callable[[Any], object]) -> None:
        queue = self._context.session.views
        start(self._context, tr("复制文件"), job, done, brief=True, queue=queue)

    @Slot(object)
    def _on_ready(self, copy: OpenedCopy) -> None:
        self._context.session.copies.start()  # somebody may change it all the same
        if copy.caution and not dialogs.ask(
            self._widget,
            tr("打开这份文件？"),
            tr(
                "它可能带有宏、脚本或会联网取的内容。打开后不要启用宏，也不要启用外部内容；只看内容的，"
                "用左边的预览就可以。"
            ),
            tr("打开"),
        ):
            return
        if not dialogs.open_path(copy.path):
            dialogs.tell(
                self._widget,
                tr("系统里没有能打开这种文件的程序"),
                tr("请安装相应的程序，或用“另存原件”拿到别的电脑上打开。"),
            )

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._context.notice.say(tr("已另存为 {path}", path=str(path)))
