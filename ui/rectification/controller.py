"""Does what the 整改 page asks for, through the services, and notes how to take it back."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.jobs import JobContext
from app.rectification.errors import NoticeIncomplete
from app.rectification.reading import RegisterRow
from app.rectification.service import (
    NoticeDraft,
    NoticeEdit,
    ReplyEdit,
    close_notice,
    open_notice,
    put_verdict,
    remove_notice,
    reopen_notice,
    restore_notice,
    send_back,
)
from app.rectification.states import NoticeRow
from app.rectification.together import Before, fill_in, take_back
from app.rectification.verdicts import Verdict
from app.reports.papers import find_paper
from app.reports.service import make_papers
from app.reports.writing import PapersReport
from app.workspace.opening import Workspace
from ui import dialogs
from ui.commands import Undoable, Write, remember, run, start
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.rectification.form import NoticeForm
from ui.rectification.rows import OFFICE_FIELDS, UNIT_FIELDS, stored_of
from ui.translation import tr
from ui.wording import LACK_NAMES

_LEDGER = "rectification-ledger"


class RectificationController(QObject):
    """One per page."""

    opened = Signal(str)  # the id of a notice that was just put into the register

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    @property
    def _workspace(self) -> Workspace:
        return self._context.session.services.workspace

    def open(self, draft: NoticeDraft) -> None:
        """Put a new problem into the register."""
        workspace = self._workspace

        way = Undoable(
            text=tr("列入一个问题"),
            undo=lambda made: remove_notice(workspace, made),
            redo=lambda made: restore_notice(workspace, made),
            then=self.opened.emit,
        )
        self._run(lambda: open_notice(workspace, draft), way)

    def save(self, form: NoticeForm, row: RegisterRow, key: str, fields: Mapping[str, str]) -> None:
        """Store fields that were typed; each side's part goes where that side writes."""
        workspace, notice = self._workspace, row.notice.id
        office = [name for name in OFFICE_FIELDS if name in fields]
        values = {**stored_of(row), **fields}
        replied = [name for name in UNIT_FIELDS if name in fields]
        evidence = None
        by_office = self._context.session.snapshot.facts.unit_id is None
        if replied and row.reply is not None and row.reply.by_office is not by_office:
            # What the other side entered is taken over whole, and goes on from there.
            replied, evidence = list(UNIT_FIELDS), row.reply.evidence

        def put() -> Before:
            return fill_in(
                workspace,
                notice,
                NoticeEdit(**{name: values[name] for name in office}) if office else None,
                ReplyEdit(**{name: values[name] for name in replied}, evidence=evidence)
                if replied
                else None,
            )

        way = Undoable[Before](
            text=tr("填写整改 {number} 号", number=row.notice.number),
            undo=lambda before: take_back(workspace, notice, before),
            said=tr("已保存"),
        )
        self._run(put, way, partial(form.typing.store, key, fields))

    # --- judging ---------------------------------------------------------------------------------

    def ask_close(self, notice: NoticeRow, over: QWidget) -> None:
        """Close a problem once what was typed is stored; where something is lacking, ask why."""
        self._context.drafts.settle(tr("销号"), lambda: self._close(notice, over))

    def _close(self, notice: NoticeRow, over: QWidget) -> None:
        workspace = self._workspace

        def job() -> Verdict | NoticeIncomplete:
            try:
                return close_notice(workspace, notice.id)
            except NoticeIncomplete as error:
                return error

        def closed(found: Verdict | NoticeIncomplete) -> None:
            if isinstance(found, NoticeIncomplete):
                self._close_despite(notice, found, over)
            else:
                close = partial(close_notice, notice_id=notice.id)
                remember(self._context, self._judged(tr("销号"), notice.id, close), found)

        self._context.session.write(job, closed)

    def _close_despite(self, notice: NoticeRow, lacks: NoticeIncomplete, over: QWidget) -> None:
        names = tr("、").join(LACK_NAMES[lack] for lack in lacks.lacks)
        question = tr(
            "{number} 号问题没有{names}，仍要销号吗？\n要销号请写明原因，原因记入台账和操作记录。",
            number=notice.number,
            names=names,
        )
        keep = self._keep(f"ask/rectification/close/{notice.id}", tr("销号的原因"))
        note = dialogs.ask_text(over, tr("销号"), question, keep)
        if note:
            self._judge(
                tr("销号"), notice.id, lambda w: close_notice(w, notice.id, note, despite=True)
            )

    def ask_back(self, notice: NoticeRow, over: QWidget) -> None:
        """Ask what is still lacking, and send the reply back."""
        keep = self._keep(f"ask/rectification/back/{notice.id}", tr("退回整改的意见"))
        note = dialogs.ask_text(over, tr("退回整改"), tr("还差什么？"), keep)
        if note:
            self._judge(tr("退回整改"), notice.id, lambda w: send_back(w, notice.id, note))

    def _keep(self, key: str, name: str) -> Callable[[QDialog], object]:
        return lambda dialog: keep_text(self._context.drafts, dialog, key, name)

    def reopen(self, notice: str) -> None:
        """Take the verdict on a problem back."""
        self._judge(tr("恢复整改"), notice, lambda workspace: reopen_notice(workspace, notice))

    def _judge(self, text: str, notice: str, judge: Callable[[Workspace], Verdict]) -> None:
        workspace = self._workspace
        self._run(lambda: judge(workspace), self._judged(text, notice, judge))

    def _judged(
        self, text: str, notice: str, judge: Callable[[Workspace], Verdict]
    ) -> Undoable[Verdict]:
        workspace = self._workspace
        return Undoable(
            text=text,
            undo=lambda before: put_verdict(workspace, notice, before),
            redo=lambda _before: judge(workspace),
        )

    # --- the register ----------------------------------------------------------------------------

    def remove(self, notice: str) -> None:
        """Take a problem out of the register."""
        workspace = self._workspace

        way = Undoable[None](
            text=tr("移去一个问题"), undo=lambda _made: restore_notice(workspace, notice)
        )
        self._run(lambda: remove_notice(workspace, notice), way)

    def export(self, over: QWidget) -> None:
        """Write the register as a table for Excel, and say where it is."""
        services = self._context.session.services

        def job(context: JobContext) -> PapersReport:
            workspace, settings = services.workspace, services.settings
            paper = find_paper(_LEDGER)
            return make_papers(workspace, settings, paper, (), context, overwrite=True)

        done = partial(self._on_exported, over)
        start(self._context, tr("导出台账"), job, done, brief=True)

    def _on_exported(self, over: QWidget, report: PapersReport) -> None:
        for paper in report.written:
            self._context.notice.say(
                tr("已导出：{name}", name=paper.path.name),
                tr("打开"),
                partial(dialogs.show_path, over, paper.path),
            )
        for _unit, why in report.skipped:
            self._context.notice.say(why)

    def _run(self, do: Callable[[], Any], way: Undoable[Any], write: Write | None = None) -> None:
        run(self._context, do, way, write=write)
