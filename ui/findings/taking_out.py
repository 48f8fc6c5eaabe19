"""Lists the files inside an item's files for the dialog, and carries out what was chosen there."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.evidence.listing import FiledRow
from app.intake.embedded.filing import (
    EmbeddedChange,
    file_embedded,
    put_embedded_back,
    take_embedded_again,
)
from app.intake.embedded.listing import Embedded, embedded_in
from app.intake.report import AttachReport
from app.jobs import JobContext
from ui import dialogs
from ui.change_bus import Changes
from ui.findings.dialog import FindingsDialog
from ui.findings.embedded_box import TakeOut
from ui.indicators.outcomes import needs_care, summary_of
from ui.indicators.showing_outcomes import show_outcomes
from ui.page import PageContext
from ui.translation import tr
from ui.undo import Step


class Taker(QObject):
    """One per page that shows findings."""

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def list_in(self, dialog: FindingsDialog, row: FiledRow) -> None:
        """Have the files listed in a dialog; whoever closes it before stops the looking."""
        services = self._context.session.services

        def job(job: JobContext) -> Sequence[Embedded]:
            return embedded_in(services.workspace, services.workers, row.item, job)

        task = self._context.session.task(job)
        task.succeeded.connect(dialog.show_embedded)
        task.failed.connect(dialog.tell_embedded_unread)
        dialog.finished.connect(task.cancel)
        self._context.session.views.start(task)

    def take_out(self, row: FiledRow, choice: TakeOut) -> None:
        """Take files out of an item's files; it can be undone."""
        context, services = self._context, self._context.session.services
        workspace = services.workspace

        def job(job: JobContext) -> tuple[AttachReport, EmbeddedChange]:
            return file_embedded(
                workspace,
                services.workers,
                row.item,
                job,
                choice.numbers,
                separate=choice.separate,
                placement_id=row.placement,
            )

        def done(result: tuple[AttachReport, EmbeddedChange]) -> None:
            report, change = result
            context.session.bus.tell(Changes(evidence=True))
            if not change.empty:
                context.undo.push(
                    Step(
                        tr("取出内嵌文件"),
                        lambda: put_embedded_back(workspace, change),
                        lambda: take_embedded_again(workspace, change),
                    )
                )
            context.notice.say(summary_of(report), tr("查看结果"), lambda: self._show(report))
            if any(needs_care(outcome) for outcome in report.outcomes):
                self._show(report)

        task = context.session.task(job, title=tr("取出内嵌文件"))
        task.succeeded.connect(done)
        task.failed.connect(lambda error: dialogs.show_error(self._window, error))
        context.strip.follow(task)
        context.session.files.start(task)

    def _show(self, report: AttachReport) -> None:
        show_outcomes(self._context, report, self._window)
