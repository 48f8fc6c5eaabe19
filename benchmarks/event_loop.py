"""How long the window's event loop goes without a turn."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Slot

#: The meter asks for a turn this often, in milliseconds.
_EVERY = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch between two turns of the loop.

    Attributes:
        seconds: how long the person would have waited.
        busy: the part in which the window's own thread was at work; in the rest it waited, for
            another thread of the program or for a turn on the processor.
    """

    seconds: float = 0.0
    busy: float = 0.0


class GapMeter(QObject):
    """Watches the loop of the thread that it was made in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps: list[Gap] = []
        self._seen = self._busy = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._turn)

    @contextmanager
    def watching(self) -> Iterator["GapMeter"]:
        """Watch for the length of the block."""
        self.gaps = []
        self._seen, self._busy = time.perf_counter(), time.thread_time()
        self._timer.start()
        try:
            yield self
        finally:
            self._turn()
            self._timer.stop()

    @property
    def longest(self) -> Gap:
        """The longest stretch so far."""
        return max(self.gaps, key=lambda gap: gap.seconds, default=Gap())

    @property
    def busiest(self) -> Gap:
        """The stretch in which the window's own thread worked most."""
        return max(self.gaps, key=lambda gap: gap.busy, default=Gap())

    @Slot()
    def _turn(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        self.gaps.append(Gap(now - self._seen, busy - self._busy))
        self._seen, self._busy = now, busy
