"""What keeps the window moving while threads of the program work hard beside it."""

import gc
import sys

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from ui.main_window import MainWindow

#: A busy thread hands the interpreter over this often, in seconds. At Python's own 5 ms a page
#: that asks Qt for a hundred things waits half a second beside a compile.
_SWITCH_EVERY = 0.0001
#: Garbage is looked for this often, in milliseconds.
_EVERY = 200
#: Fewer new objects than this are not worth a look.
_FEW = 1_000
#: So many objects are looked through within a few milliseconds.
_QUICK = 50_000
#: A thorough look, while nobody looks at the window, is worth while after so many short ones.
_TURNS = 50

#: Pages are built ahead with such pauses, in milliseconds.
_PAUSE = 150


class Smoothness(QObject):
    """Lets threads alternate quickly, and collects cyclic garbage between two turns of the loop.

    Python would look through every object of the program, in whichever thread happens to make the
    next one, and nothing else moves for as long: 300 ms with ten thousand items. Here only new
    objects are looked through; what has lived for a while is set aside until the window is left.
    And no widget is ever taken apart in a thread.
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
        """Leave everything to Python again."""
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
            gc.freeze()  # takes no time; what goes out of use is freed all the same, save cycles
            self._aged = 0

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive and self._turns >= _TURNS:
            self._turns = self._aged = 0
            gc.unfreeze()
            gc.collect()
            gc.freeze()


class BuildAhead(QObject):
    """Builds the pages while the person looks at the first one, so that each comes up at once."""

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
