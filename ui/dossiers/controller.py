"""Does what the 卷宗 page asks for: compiling, in the background."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.dossier.result import CompileResult
from app.dossier_options import DossierOptions
from app.jobs import JobContext
from ui.commands import start
from ui.page import PageContext
from ui.translation import tr


class DossiersController(QObject):
    """One per page. ``compiled`` follows a compile that has come to its end."""

    compiled = Signal(object)  # CompileResult
    busy_changed = Signal()

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.busy = False

    def compile(self, folder: Path, options: DossierOptions) -> None:
        """Build what is asked for; one compile at a time."""
        if self.busy:
            return
        services = self._context.session.services

        def job(context: JobContext) -> CompileResult:
            return services.dossiers.compile(folder, options, context)

        self.busy = True
        self.busy_changed.emit()
        start(
            self._context,
            tr("编制卷宗"),
            job,
            self.compiled,
            cancelled=self._on_cancelled,
            finished=self._on_finished,
        )

    @Slot()
    def _on_cancelled(self) -> None:
        self._context.notice.say(tr("已停止编制；每个卷宗不是旧的就是新的，没有半成品"))

    @Slot()
    def _on_finished(self) -> None:
        self.busy = False
        self.busy_changed.emit()
