"""Keeps the window responsive while other threads of the program are busy."""

import gc
import sys

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from ui.main_window import MainWindow

#: A busy thread releases the interpreter this often, in seconds. With Python's default of 5 ms, a
#: page that calls Qt a hundred times would take half a second during a compile.
_SWITCH_EVERY = 0.0001
#: The time between two garbage collections, in milliseconds.
_EVERY = 200
#: Fewer new objects than this are not worth a collection.
_FEW = 1_000
#: So many objects can be checked within a few milliseconds.
_QUICK = 50_000
#: After so many short collections a thorough one is worthwhile, while nobody uses the window.
_TURNS = 50

#: The pauses between pages that are built ahead, in milliseconds.
_PAUSE = 150


class Smoothness(QObject):
    """Lets threads alternate quickly, and collects cyclic garbage when the event loop is idle.

    Python itself would check every object of the program, in the thread that happens to make the
    next object, and everything else would stop meanwhile: 300 ms with ten thousand items. Here only
    new objects are checked; older ones are left out until the window is not used. Also, no widget
    is ever destroyed in another thread.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        self._aged = self._turns = 0
        self._before = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_EVERY)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        application.applicationStateChanged.connect(self._on_state)

    def stop(self) -> None:
        """Go back to Python's own collection."""
        self._timer.stop()
        sys.setswitchinterval(self._before)
        gc.unfreeze()
        gc.enable()

    @Slot()
    def _collect(self) -> None:
        new = gc.get_count()[0]
        if new < _FEW:
            return
        gc.collect(1)
        self._turns += 1
        self._aged += new
        if self._aged > _QUICK // 2:
            if self._aged < _QUICK:
                gc.collect()
            gc.freeze()  # takes no time; unused objects are still freed, except cycles
            self._aged = 0

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive and self._turns >= _TURNS:
            self._turns = self._aged = 0
            gc.unfreeze()
            gc.collect()
            gc.freeze()


class ConvertAhead(QObject):
    """Has files that come in converted while nothing else goes on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.pages_loaded.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        from ui.preview.ahead import PreviewAhead

        context = self._window.context
        if context is not None and not context.session.read_only:
            PreviewAhead(context.session)


class BuildAhead(QObject):
    """Builds the other pages while the first one is shown, so that each opens at once."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._build)
        window.workspace_opened.connect(self._timer.start)
        window.pages_loaded.connect(self._timer.start)

    @Slot()
    def _build(self) -> None:
        if self._window.build_ahead():
            self._timer.start()
