"""Does what the 收件箱 page asks for, through the services, and notes how to take it back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.evidence.places import Target
from app.intake.inbox.waiting import (
    delete_securely,
    move_each,
    move_out,
    put_back,
    reassign,
    take_away,
    unassign,
)
from app.intake.inbox.watch import Assigned
from app.intake.report import AttachReport
from app.jobs import JobContext, SilentJob
from app.preview.drawing import let_go
from app.workspace.opening import Workspace
from ui import dialogs
from ui.change_bus import Changes
from ui.indicators.outcomes import needs_care, summary_of
from ui.indicators.showing_outcomes import show_outcomes
from ui.page import PageContext
from ui.translation import tr
from ui.undo import Step
from ui.widgets.indicator_picker import target_text

#: Letting go of a file takes no time; a viewer that is stuck is ended.
_SECONDS = 2.0

Moves = tuple[tuple[Path, Path], ...]


class InboxController(QObject):
    """One per page."""

    moved = Signal()

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._targets: dict[QObject, Target] = {}
        self.last_target: Target | None = None

    # --- giving a place --------------------------------------------------------------------------

    def assign(self, paths: Sequence[Path], target: Target, cleared: str = "") -> None:
        """Take waiting files in at a place; the same place can then be chosen with one key.

        ``cleared`` says why files that may bear a mark of state secrecy are none.
        """
        session = self._context.session
        if session.read_only or not paths:
            return
        services, viewer = session.services, session.viewer
        self.last_target = target
        wanted = tuple(paths)

        def job(context: JobContext) -> Assigned:
            # Windows moves no file that the preview still holds open.
            viewer.run(let_go, None, _SECONDS, context)
            inbox = services.inbox()
            return inbox.assign(wanted, target, context, cleared=cleared)

        task = session.task(job, title=tr("收取文件"))
        self._targets[task] = target
        task.succeeded.connect(self._on_assigned)
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)
        self._context.strip.follow(task)
        session.files.start(task)

    @Slot(object)
    def _on_assigned(self, assigned: Assigned) -> None:
        context, keeper = self._context, self._context.session.inbox
        task = self.sender()
        assert task is not None
        target = self._targets[task]
        keeper.drop(path for path, _ in assigned.moved)
        workspace = context.session.services.workspace
        report = AttachReport(assigned.outcomes)
        count = len(assigned.items) + len(report.present())
        if count:

            def undo() -> None:
                self._let_go()
                unassign(workspace, assigned)
                keeper.look_now()

            def redo() -> None:
                self._let_go()
                reassign(workspace, assigned)
                keeper.look_now()

            context.undo.push(Step(tr("归集 {count} 件", count=count), undo, redo))
        where = target_text(context.session.snapshot.framework, target)
        words = tr("{summary}，归到 {where}", summary=summary_of(report), where=where)
        if any(needs_care(outcome) for outcome in report.outcomes):
            context.notice.say(words, tr("查看结果"), lambda: self._show_outcomes(report))
        else:
            context.notice.say(words, tr("撤销"), context.undo.undo)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        dialogs.show_error(self._page, error)

    @Slot()
    def _on_finished(self) -> None:
        task = self.sender()
        if task is not None:
            self._targets.pop(task, None)
        self._context.session.bus.tell(Changes(evidence=True))
        self._context.session.inbox.look_now()
        self.moved.emit()

    def _show_outcomes(self, report: AttachReport) -> None:
        show_outcomes(self._context, report, self._page)

    # --- moving out and back ---------------------------------------------------------------------

    def move_out(self, paths: Sequence[Path]) -> None:
        """Move files that are no evidence to the folder beside; they can be brought back."""
        workspace, keeper = self._context.session.services.workspace, self._context.session.inbox
        wanted = tuple(paths)

        def do() -> Moves:
            self._let_go()
            return move_out(workspace, wanted)

        def done(moves: Moves) -> None:
            keeper.drop(path for path, _ in moves)
            keeper.look_now()
            back = tuple((now, before) for before, now in moves)
            self._push(tr("移出 {count} 个文件", count=len(moves)), back, moves)
            self.moved.emit()

        self._context.session.write(do, done, Changes())

    def take_away(self, paths: Sequence[Path], folder: Path) -> None:
        """Move files with a mark of secrecy out of the workspace; see ``take_away``."""
        self._deal_with(paths, lambda workspace, wanted: take_away(workspace, wanted, folder))

    def delete_securely(self, paths: Sequence[Path]) -> None:
        """Delete files with a mark of secrecy for good; see ``delete_securely``."""
        self._deal_with(paths, delete_securely)

    def _deal_with(
        self, paths: Sequence[Path], deal: Callable[[Workspace, Sequence[Path]], None]
    ) -> None:
        workspace, keeper = self._context.session.services.workspace, self._context.session.inbox
        wanted = tuple(paths)

        def do() -> None:
            self._let_go()
            deal(workspace, wanted)

        def done(_: None) -> None:
            keeper.forget(workspace.layout.inbox / path for path in wanted)
            keeper.drop(wanted)
            keeper.look_now()
            self._context.notice.say(tr("{count} 个文件已离开收件箱", count=len(wanted)))
            self.moved.emit()

        self._context.session.write(do, done, Changes())

    def put_back(self, paths: Sequence[Path]) -> None:
        """Bring files back that were moved out, or that could not be taken in."""
        workspace = self._context.session.services.workspace
        wanted = tuple(paths)

        def do() -> Moves:
            self._let_go()
            return put_back(workspace, wanted)

        def done(moves: Moves) -> None:
            words = tr("{count} 个文件放回收件箱，稍后出现在列表里", count=len(moves))
            self._context.notice.say(words)
            self._context.session.inbox.look_now()
            self.moved.emit()

        self._context.session.write(do, done, Changes())

    def _push(self, text: str, undo: Moves, redo: Moves) -> None:
        workspace, keeper = self._context.session.services.workspace, self._context.session.inbox

        def move(moves: Moves) -> None:
            self._let_go()
            move_each(workspace, moves)
            keeper.look_now()

        self._context.undo.push(Step(text, lambda: move(undo), lambda: move(redo)))
        self._context.notice.say(tr("已{text}", text=text), tr("撤销"), self._context.undo.undo)

    def _let_go(self) -> None:
        """Have the preview close its file; runs in a thread."""
        self._context.session.viewer.run(let_go, None, _SECONDS, SilentJob())
