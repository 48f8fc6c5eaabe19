"""Opens the manual: at a part, at the keys of the page, at the methods of the set."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.framework.schema import Framework
from app.manual import parts_of
from resources import manual_text
from ui.help.contents import keys_part, methods_part
from ui.help.manual_window import ManualWindow
from ui.theme import Theme


class Help(QObject):
    """One per window: the manual is open once at most."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._manual: ManualWindow | None = None

    def show(self, page: QWidget, framework: Framework | None, heading: str = "") -> ManualWindow:
        """Show the manual at a heading, with the keys of ``page`` and the set's methods."""
        if self._manual is not None:
            self._manual.close()
        own = [keys_part(page)]
        if framework is not None:
            own.append(methods_part(framework))
        made = ManualWindow((*parts_of(manual_text()), *own), self._theme, self._window)
        made.finished.connect(made.deleteLater)
        made.destroyed.connect(self._forget)
        self._manual = made
        made.turn_to(heading or own[0].title)
        made.show()
        return made

    def _forget(self) -> None:
        self._manual = None
