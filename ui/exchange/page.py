"""报送: the office's view or a unit's; packages dropped on it are checked."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from app.changed import Area
from app.vocabulary import WorkspaceRole
from ui import dialogs
from ui.exchange.office import OfficeExchange
from ui.exchange.receive_view import ReceiveView
from ui.exchange.unit import UnitExchange
from ui.page import Page, PageContext
from ui.snapshot import Snapshot
from ui.translation import tr
from ui.widgets.dropping import dropped_files
from ui.widgets.fitting import PageStack
from ui.widgets.layouts import vertical

_PURPOSE = "received"


class ExchangePage(Page):
    """Two layers: the present state, and the packages that came in."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        office = context.session.snapshot.facts.role is WorkspaceRole.OFFICE
        self.view: OfficeExchange | UnitExchange = (
            OfficeExchange(context, self) if office else UnitExchange(context, self)
        )
        self.receive = ReceiveView(context)
        self.stack: QStackedWidget = PageStack()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.receive)
        layout = vertical(self)
        layout.addWidget(self.stack)
        self.setAcceptDrops(True)
        self.view.open_wanted.connect(self._choose_files)
        if isinstance(self.view, OfficeExchange):
            self.view.folder_wanted.connect(self._choose_folder)
        self.receive.closed.connect(self._go_back)
        self.follow(
            context.session,
            Area.PACKAGES,
            Area.PARTNERS,
            Area.KEYS,
            Area.REVIEWS,
            Area.NOTICES,
            Area.STATEMENTS,
        )

    def arrive(self, target: object) -> None:
        """Take the focus; ``target`` may be packages to check."""
        if isinstance(target, tuple):
            self.open([path for path in target if isinstance(path, Path)])
        elif self.receive.is_over or self.stack.currentWidget() is self.view:
            self._go_back()  # what was merged last time is in the history

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a new state of the workspace."""
        self.view.show_snapshot(snapshot)

    def open(self, paths: Sequence[Path]) -> None:
        """Look at packages."""
        if paths and self._context.session.read_only:
            self._context.notice.say(tr("工作区是只读打开的，不能接收数据包"))
        elif paths:
            self._context.preferences.keep_folder(_PURPOSE, str(paths[0].parent))
            self.stack.setCurrentWidget(self.receive)
            self.receive.list.setFocus()
            self.receive.open(paths)

    @Slot()
    def _choose_files(self) -> None:
        start = self._context.preferences.last_folder(_PURPOSE)
        self.open(dialogs.choose_files(self, tr("打开收到的包（分卷可只选一个）"), start))

    @Slot()
    def _choose_folder(self) -> None:
        start = self._context.preferences.last_folder(_PURPOSE)
        chosen = dialogs.choose_folder(self, tr("接收这个文件夹里的全部包"), start)
        if chosen is not None:
            self.open([chosen])

    @Slot()
    def _go_back(self) -> None:
        self.stack.setCurrentWidget(self.view)
        self.view.start()

    # --- Qt --------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  (Qt's name)
        """Files and folders are welcome."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  (Qt's name)
        """Check what was dropped."""
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.open(files)
