"""Lays two revisions of an item beside each other: pages, description, words."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.evidence.comparing import compare_texts
from app.evidence.revisions import RevisionRow
from app.evidence.text_difference import TextDifference
from app.jobs import JobContext
from ui.commands import start
from ui.comparing.compare_dialog import CompareDialog
from ui.page import PageContext
from ui.preview.pane import PreviewPane
from ui.translation import tr


class Comparing(QObject):
    """Opens the dialog, and fills it as the files are read."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        super().__init__(over)
        self._context, self._over = context, over
        self.dialog: CompareDialog | None = None

    def show(self, older: RevisionRow, newer: RevisionRow, said: str = "") -> None:
        """Show the differences; ``said`` is why the item came back and what was answered."""
        context = self._context
        services = context.session.services
        panes = tuple(PreviewPane(context) for _ in range(2))
        dialog = CompareDialog(older, newer, context.theme, self._over.window(), panes, said)
        self.dialog = dialog
        for pane, row in zip(panes, (older, newer), strict=True):
            pane.show_original(row.sha256, row.file_type.kind, row.file_name, row.pages)
        dialog.finished.connect(self._forget)
        dialog.open()

        def job(job: JobContext) -> TextDifference:
            return compare_texts(services.workspace, services.workers, older, newer, job)

        queue = context.session.views
        task = start(context, tr("比较文字"), job, dialog.show_texts, brief=True, queue=queue)
        dialog.finished.connect(task.cancel)

    @Slot()
    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
