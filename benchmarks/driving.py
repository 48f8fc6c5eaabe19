"""The window, driven from inside: a program of its own that measures one thing and prints it.

    python -m benchmarks.driving bare | start WORKSPACE | gaps WORKSPACE | filter WORKSPACE
    python -m benchmarks.driving scroll WORKSPACE

The answer is one line of JSON. Nothing is shown: Qt paints into memory.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.argv[1:2] != ["bare"]:
    import ui  # noqa: F401  (before PySide6, as in the program itself)

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

#: Files that are attached at once.
FILES = 200
INDICATOR, UNIT = "60", "县司法局"
_K = Qt.Key
KEYS = (
    *(_K.Key_S, _K.Key_F, _K.Key_J),
    *(_K.Key_Backspace, _K.Key_Backspace, _K.Key_Backspace),
    *(_K.Key_X, _K.Key_Z),
)
#: Frames of a long drag of the scroll bar.
FRAMES = 200
_LOOK_EVERY = 5
#: How long a step may take before the drive is given up; a crowded machine is slow.
_SECONDS = 240.0


def main() -> None:
    """Measure what is asked for."""
    called = time.time()
    parser = argparse.ArgumentParser(prog="benchmarks.driving")
    parser.add_argument("what", choices=("bare", "start", "gaps", "filter", "scroll"))
    parser.add_argument("workspace", nargs="?", type=Path)
    options = parser.parse_args()
    if options.what == "bare":
        found = _bare()
    else:
        with tempfile.TemporaryDirectory(prefix="juanzong-") as scratch:
            copy = Path(scratch) / "工作区"
            before = time.process_time()
            shutil.copytree(options.workspace, copy)
            copying = time.process_time() - before
            measure = {"start": _start, "gaps": _gaps, "filter": _filter, "scroll": _scroll}
            found = measure[options.what](copy, Path(scratch)) | {"called": called}
            # On a busy machine the processor's time says more than the clock's.
            if "worked" in found:
                found["worked"] -= copying
    print(json.dumps(found))


class _Painted(QObject):
    """Notes when a widget is painted for the first time after ``arm``."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at: float | None = None
        self.worked = 0.0
        self._armed = False
        widget.installEventFilter(self)

    def seconds_since(self, moment: float) -> float:
        """From a moment to the painting; 0 if nothing was painted."""
        return 0.0 if self.at is None else self.at - moment

    def arm(self) -> None:
        self.at, self._armed = None, True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if self._armed and event.type() is QEvent.Type.Paint:
            # The event comes before the painting; the next turn of the loop comes after it.
            self._armed = False
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at, self.worked = time.time(), time.process_time()


def _wait(ready: Callable[[], Any]) -> None:
    if ready():
        return
    deadline = time.monotonic() + _SECONDS
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(_LOOK_EVERY)

    def look() -> None:
        # Asked once only: the loop ends its turn before it is left, and more work may begin in it.
        if ready():
            loop.exit(0)
        elif time.monotonic() > deadline:
            loop.exit(1)

    timer.timeout.connect(look)
    timer.start()
    if loop.exec():
        raise SystemExit("the window did not get that far")


def _rest(milliseconds: int = 300) -> None:
    QTest.qWait(milliseconds)


def _bare() -> dict[str, float]:
    """When a window with nothing in it was painted."""
    __import__("sqlalchemy")
    application = QApplication(sys.argv[:1])
    window = QWidget()
    painted = _Painted(window)
    painted.arm()
    window.show()
    _wait(lambda: painted.at)
    application.quit()
    return {"painted": painted.at or 0.0, "worked": painted.worked}


def _window(scratch: Path) -> Any:  # noqa: ANN401  (imported only where it is measured)
    """The window as ``ui.main`` makes it, with settings of its own."""
    from ui.application import make_application
    from ui.main_window import MainWindow
    from ui.preferences import Preferences
    from ui.smoothness import BuildAhead, Smoothness

    store = QSettings(str(scratch / "settings.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(store)
    application, theme = make_application(sys.argv[:1], preferences)
    Smoothness(application)
    window = MainWindow(preferences, theme)
    BuildAhead(window)
    window.resize(1366, 768)
    return window


def _start(workspace: Path, scratch: Path) -> dict[str, float]:
    """When the window was painted, and when it was painted with the workspace in it."""
    began = time.time()
    window = _window(scratch)
    painted = _Painted(window)
    painted.arm()
    window.show()
    window.open_workspace(workspace)
    _wait(lambda: painted.at)
    first = painted.at
    _wait(lambda: window.context is not None)
    filled = _Painted(window.stack.currentWidget())
    filled.arm()
    window.stack.currentWidget().update()
    _wait(lambda: filled.at)
    window.close()
    return {
        "began": began,
        "painted": first or 0.0,
        "filled": filled.at or 0.0,
        "worked": filled.worked,
    }


def _gaps(workspace: Path, scratch: Path) -> dict[str, float]:
    """The longest gaps of the event loop, in seconds, while the window does its heavy work."""
    from app.framework.keys import TaskKey
    from benchmarks.event_loop import GapMeter
    from ui.pages import PAGES
    from ui.shared.targets import TaskTarget

    window = _window(scratch)
    window.show()
    _rest()
    meter = GapMeter()
    found: dict[str, float] = {}
    with meter.watching():
        _rest()
    found |= _longest("idle", meter)
    with meter.watching():
        window.open_workspace(workspace)
        _wait(lambda: window.is_complete)
        _rest(200 * len(PAGES) + 300)
    found |= _longest("open", meter)
    with meter.watching():
        for spec in PAGES:
            window.show_page(spec.entry.key)
            _rest(150)
    found |= _longest("pages", meter)
    session = window.context.session

    task_code = "material_check"
    window.show_page("indicators", TaskTarget(INDICATOR, task_code))
    page = window.stack.currentWidget()
    page.detail.panel.unit.choose(UNIT)
    files = _files(scratch / "来件")
    with meter.watching():
        page.controller.attach(files, 2)
        _wait(lambda: session.is_quiet)
        _rest()
    found |= _longest("attach", meter)
    attached = sum(
        row.unit == UNIT for row in session.snapshot.filed[TaskKey(INDICATOR, task_code)]
    )
    if attached < FILES:
        raise SystemExit(f"{attached} of {FILES} files were attached")
    window.show_page("dossiers")
    page = window.stack.currentWidget()
    page.folder.setText(str(scratch / "卷宗"))
    page.choices.indicators.setText(INDICATOR)
    _rest()
    with meter.watching():
        page.compile_action.trigger()
        _wait(lambda: session.is_quiet)
        _rest()
    found |= _longest("compile", meter)
    if not list((scratch / "卷宗").rglob("*.pdf")):
        raise SystemExit("nothing was compiled")
    window.close()
    return found


def _longest(name: str, meter: Any) -> dict[str, float]:  # noqa: ANN401  (see ``_window``)
    """The longest gap, and the longest stretch for which the window's own thread was at work."""
    return {name: meter.longest.seconds, f"{name}-busy": meter.busiest.busy}


def _files(folder: Path) -> list[Path]:
    folder.mkdir()
    files = [folder / f"{number:03d} 关于案卷评查的通知.txt" for number in range(FILES)]
    for number, file in enumerate(files):
        file.write_text(f"关于案卷评查的通知 第{number}号\n" * 20, encoding="utf-8")
    return files


def _filter(workspace: Path, scratch: Path) -> dict[str, float]:
    """The slowest keystroke in the search of the 指标 page, in seconds, to the painted result."""
    window = _window(scratch)
    window.show()
    window.open_workspace(workspace)
    _wait(lambda: window.is_complete)
    window.show_page("indicators")
    _rest(2000)
    browse = window.stack.currentWidget().browse
    painted = _Painted(browse.tree.viewport())
    browse.model.modelReset.connect(painted.arm)
    browse.model.dataChanged.connect(painted.arm)
    browse.search.setFocus()
    times = []
    for key in KEYS:
        painted.at = None
        began = time.time()
        QTest.keyClick(browse.search, key)
        _wait(lambda: painted.at)
        times.append(painted.seconds_since(began))
        _rest(100)
    window.close()
    return {"slowest": max(times), "median": sorted(times)[len(times) // 2]}


def _scroll(workspace: Path, scratch: Path) -> dict[str, float]:
    """How long a frame takes while all items are scrolled through, in seconds."""
    window = _window(scratch)
    window.show()
    window.open_workspace(workspace)
    _wait(lambda: window.is_complete)
    window.show_page("library")
    _wait(lambda: window.context.session.is_quiet)
    tables = window.stack.currentWidget().findChildren(QTableView)
    table = max(tables, key=lambda view: view.model().rowCount())
    bar = table.verticalScrollBar()
    frames = []
    for step in range(FRAMES):
        began = time.perf_counter()
        bar.setValue(bar.minimum() + (bar.maximum() - bar.minimum()) * step // FRAMES)
        table.viewport().repaint()
        frames.append(time.perf_counter() - began)
    rows = table.model().rowCount()
    window.close()
    return {"frame": sorted(frames)[FRAMES * 95 // 100], "rows": rows}


if __name__ == "__main__":
    main()
