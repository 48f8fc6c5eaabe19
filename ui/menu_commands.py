"""The menu's commands for the open workspace; without one they do nothing."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.menus import Menus
from ui.page import PageContext
from ui.translation import tr


class MenuCommands(QObject):
    """Dialogs are loaded when they are needed, so that the window starts sooner."""

    def __init__(
        self, menus: Menus, context: Callable[[], PageContext | None], window: QWidget
    ) -> None:
        """Listen to ``menus``; ``context`` gives the present context of the pages."""
        super().__init__(window)
        self._context, self._window = context, window
        menus.log_requested.connect(self._show_log)
        menus.years_requested.connect(self._show_years)
        menus.results_requested.connect(self._show_results)
        menus.papers_requested.connect(self._make_papers)
        menus.templates_requested.connect(self._open_templates)
        menus.undo_requested.connect(self._undo)
        menus.redo_requested.connect(self._redo)

    @Slot()
    def _show_log(self) -> None:
        if (context := self._context()) is not None:
            from ui.log.dialog import show_log

            show_log(context, self._window)

    @Slot()
    def _show_years(self) -> None:
        if (context := self._context()) is not None:
            from ui.verification.material_check.years import show_years

            show_years(context, self._window)

    @Slot()
    def _show_results(self) -> None:
        if (context := self._context()) is not None:
            if context.session.latest_results is None:
                context.notice.say(tr("打开以后还没有收取过文件"))
            else:
                context.session.latest_results()

    @Slot()
    def _make_papers(self) -> None:
        if (context := self._context()) is not None:
            from ui.papers.opening import open_papers

            open_papers(context, self._window)

    @Slot()
    def _open_templates(self) -> None:
        if (context := self._context()) is not None:
            from ui.papers.opening import open_templates

            open_templates(context)

    @Slot()
    def _undo(self) -> None:
        if (context := self._context()) is not None:
            context.undo.undo()

    @Slot()
    def _redo(self) -> None:
        if (context := self._context()) is not None:
            context.undo.redo()
