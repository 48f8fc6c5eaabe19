"""Has packages made in the background; the owner hears of the ledger."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.exchange.rounds import Made, pack_each
from app.exchange.service import PackRequest
from app.jobs import JobContext
from ui.change_bus import Changes
from ui.commands import start
from ui.page import PageContext
from ui.shared.passphrase import when_unlocked
from ui.tasks import Task
from ui.translation import tr


class Packing(QObject):
    """``begun``, then ``made`` with the ledger or ``failed`` with what stood in the way."""

    begun = Signal()
    made = Signal(object)  # tuple[Made, ...]
    failed = Signal(object)
    busy_changed = Signal()

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent
        self.task: Task | None = None

    @property
    def busy(self) -> bool:
        """True while packages are made."""
        return self.task is not None

    def start(self, request: PackRequest, units: Sequence[str | None]) -> None:
        """Make a package for each unit, with all that was typed; asks for the pass-phrase first."""
        if not self.busy:
            when_unlocked(self._context, self._parent, lambda: self._settle(request, tuple(units)))

    def _settle(self, request: PackRequest, units: tuple[str | None, ...]) -> None:
        self._context.drafts.settle(tr("制作数据包"), lambda: self._start(request, units))

    def _start(self, request: PackRequest, units: tuple[str | None, ...]) -> None:
        if self.busy:
            return
        exchange = self._context.session.services.exchange

        def job(context: JobContext) -> tuple[Made, ...]:
            return pack_each(exchange, request, units, context)

        self._units = units
        self.task = start(
            self._context,
            tr("制作数据包"),
            job,
            self._on_made,
            failed=self.failed,
            cancelled=self._on_cancelled,
            finished=self._on_finished,
        )
        self.begun.emit()
        self.busy_changed.emit()

    @Slot(object)
    def _on_made(self, made: tuple[Made, ...]) -> None:
        self._context.session.bus.tell(Changes(evidence=True, reviews=True))
        self.made.emit(made)

    @Slot()
    def _on_cancelled(self) -> None:
        self.made.emit(tuple(Made(unit) for unit in self._units))

    @Slot()
    def _on_finished(self) -> None:
        self.task = None
        self.busy_changed.emit()
