"""What the office's view and a unit's view of the exchange have in common."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from app.bootstrap import Services
from app.errors import JuanzongError
from app.exchange.history import PackageRow
from ui.exchange.controller import Packing
from ui.exchange.history_view import HistoryView
from ui.exchange.result_card import ResultCard
from ui.page import PageContext
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.fitting import PageStack
from ui.widgets.layouts import vertical
from ui.widgets.wrapping import WrappingRow
from ui.wording import describe_error

Standing = TypeVar("Standing")


class ExchangeView(QWidget, Generic[Standing]):
    """Packages are made, what became of them is told, and the history is a tab beside the rest.

    A subclass says what else is read and shows it. ``open_wanted`` asks to open what came.
    """

    open_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.packing = Packing(context, self)
        self.result = ResultCard(context.theme)
        self.history = HistoryView(context)
        self.views = QTabBar()
        self.views.setExpanding(False)
        self.stack = PageStack()
        self.packing.begun.connect(self.result.begin)
        self.packing.made.connect(self.result.tell)
        self.packing.failed.connect(self._on_failed)

    def lay_out(self, name: str, content: QWidget, buttons: Iterable[QWidget]) -> QVBoxLayout:
        """Arrange tabs, buttons, the content and the history; more can be put between them."""
        self.views.addTab(name)
        self.views.addTab(tr("收发记录"))
        self.stack.addWidget(content)
        self.stack.addWidget(self.history)
        self.views.currentChanged.connect(self.stack.setCurrentIndex)
        top = WrappingRow(self.views)
        for button in buttons:
            top.addWidget(button)
        layout = vertical(self, 16, 12, 16, 12, spacing=8)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)
        return layout

    def read(self, services: Services) -> Standing:
        """Read how things stand; called in a thread."""
        raise NotImplementedError

    def show_standing(self, standing: Standing) -> None:
        """Show what ``read`` has found."""
        raise NotImplementedError

    def show_snapshot(self, _snapshot: Snapshot) -> None:
        """Read anew how things stand."""
        services = self._context.session.services

        def job() -> tuple[Standing, tuple[PackageRow, ...]]:
            return self.read(services), services.exchange.history()

        self._context.session.read(job, self._on_read)

    @Slot(object)
    def _on_read(self, reading: tuple[Standing, tuple[PackageRow, ...]]) -> None:
        standing, history = reading
        self.show_standing(standing)
        self.history.show_rows(history)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, JuanzongError):
            sentence = describe_error(error)
            self.result.fail(sentence.reason, sentence.remedy)
        else:
            self.result.hide()
            self._context.session.troubled.emit(error)
