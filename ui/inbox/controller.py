"""Does what the 收件箱 page asks for, through the services, and stores how to undo it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.evidence.places import Target
from app.intake.inbox.waiting import (
    bring_in,
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
from ui.commands import Undoable, remember, run, start
from ui.page import PageContext
from ui.shared.outcomes import needs_care, summary_of
from ui.shared.showing_outcomes import show_outcomes, tell_outcomes
from ui.translation import tr
from ui.widgets.indicator_picker import target_text

#: Closing a file takes no time; a viewer that does not do it in time is ended.
_SECONDS = 2.0

A = TypeVar("A")
R = TypeVar("R")

Moves = tuple[tuple[Path, Path], ...]


class InboxController(QObject):
    """One per page."""

    moved = Signal()

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self.last_target: Target | None = None

    # --- giving a place --------------------------------------------------------------------------

    def assign(self, paths: Sequence[Path], target: Target, cleared: str = "") -> None:
        """File waiting files at a place; the same place can then be chosen with one key.

        ``cleared`` is the reason why files that seem to have a secrecy mark are not secret.
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

        start(
            self._context,
            tr("收取文件"),
            job,
            lambda assigned: self._on_assigned(target, assigned),
            finished=self._on_finished,
        )

    def _on_assigned(self, target: Target, assigned: Assigned) -> None:
        context, keeper = self._context, self._context.session.inbox
        keeper.drop(path for path, _ in assigned.moved)
        report = AttachReport(assigned.outcomes)
        count = len(assigned.items) + len(report.present())
        way = Undoable[Assigned](
            text=tr("归集 {count} 件", count=count),
            undo=partial(self._moving, unassign),
            redo=partial(self._moving, reassign),
            said="",
            changed=lambda _assigned: count,
        )
        remember(context, way, assigned)
        where = target_text(context.session.snapshot.framework, target)
        words = tr("{summary}，归到 {where}", summary=summary_of(report), where=where)
        if any(needs_care(outcome) for outcome in report.outcomes):
            tell_outcomes(context, words, report, lambda: self._show_outcomes(report))
        else:
            context.notice.say(words, tr("撤销"), context.undo.undo)

    @Slot()
    def _on_finished(self) -> None:
        self._context.session.inbox.look_now()
        self.moved.emit()

    def _show_outcomes(self, report: AttachReport) -> None:
        show_outcomes(self._context, report, self._page)

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Copy pasted files into the inbox, where they wait for a place."""
        workspace, wanted = self._context.session.services.workspace, tuple(paths)

        def done(brought: tuple[Path, ...]) -> None:
            self._context.notice.say(
                tr("{count} 个文件已放进收件箱，稍后出现在列表里", count=len(brought))
            )

        start(
            self._context,
            tr("放进收件箱"),
            lambda job: bring_in(workspace, wanted, job),
            done,
            finished=self._on_finished,
        )

    # --- moving out and back ---------------------------------------------------------------------

    def move_out(self, paths: Sequence[Path]) -> None:
        """Move files that are no evidence to the folder beside; they can be brought back."""
        keeper = self._context.session.inbox

        def then(moves: Moves) -> None:
            keeper.drop(path for path, _ in moves)
            self.moved.emit()

        run(
            self._context,
            partial(self._moving, move_out, tuple(paths)),
            Undoable[Moves](
                text=lambda moves: tr("移出 {count} 个文件", count=len(moves)),
                undo=lambda moves: self._moving(move_each, [(now, was) for was, now in moves]),
                redo=partial(self._moving, move_each),
                then=then,
            ),
        )

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

        def gone(_result: None) -> None:
            keeper.forget(workspace.layout.inbox / path for path in wanted)
            keeper.drop(wanted)
            self._context.notice.say(tr("{count} 个文件已离开收件箱", count=len(wanted)))
            self.moved.emit()

        self._context.session.write(partial(self._moving, deal, wanted), gone)

    def put_back(self, paths: Sequence[Path]) -> None:
        """Bring files back that were moved out, or that could not be taken in."""

        def back(moves: Moves) -> None:
            words = tr("{count} 个文件放回收件箱，稍后出现在列表里", count=len(moves))
            self._context.notice.say(words)
            self.moved.emit()

        do = partial(self._moving, put_back, tuple(paths))
        self._context.session.write(do, back)

    def _moving(self, move: Callable[[Workspace, A], R], what: A) -> R:
        """Move files once the preview has closed its own, and have the inbox looked at again.

        Runs in a thread.
        """
        session = self._context.session
        session.viewer.run(let_go, None, _SECONDS, SilentJob())
        result = move(session.services.workspace, what)
        session.inbox.look_now()
        return result
