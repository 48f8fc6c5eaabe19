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
from ui.commands import Undoable, remember, start
from ui.findings.dialog import FindingsDialog
from ui.findings.embedded_box import TakeOut
from ui.page import PageContext
from ui.shared.outcomes import summary_of
from ui.shared.showing_outcomes import show_outcomes, tell_outcomes
from ui.translation import tr


class Taker(QObject):
    """One per page that shows findings."""

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def list_in(self, dialog: FindingsDialog, row: FiledRow) -> None:
        """List the files in a dialog; closing it stops the search."""
        services = self._context.session.services

        def job(job: JobContext) -> Sequence[Embedded]:
            return embedded_in(services.workspace, services.workers, row.item, job)

        task = start(
            self._context,
            "",
            job,
            dialog.show_embedded,
            failed=dialog.tell_embedded_unread,
            brief=True,
            queue=self._context.session.views,
        )
        dialog.finished.connect(task.cancel)

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

        title = tr("取出内嵌文件")
        way = Undoable[tuple[AttachReport, EmbeddedChange]](
            text=title,
            undo=lambda result: put_embedded_back(workspace, result[1]),
            redo=lambda result: take_embedded_again(workspace, result[1]),
            said="",
            changed=lambda result: not result[1].empty,
        )

        def taken(result: tuple[AttachReport, EmbeddedChange]) -> None:
            report, _change = result
            remember(context, way, result)
            tell_outcomes(context, summary_of(report), report, lambda: self._show(report))

        start(context, title, job, taken)

    def _show(self, report: AttachReport) -> None:
        show_outcomes(self._context, report, self._window)
