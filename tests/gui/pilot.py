"""Works the real program like a person: ``python -m tests.gui.pilot FOLDER FILE…``.

The program runs as it is; the pilot only looks where things are. Every press and every click goes
through the X server. What was seen on the way is printed as JSON when the window has been closed.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from ui.widgets.row_list import ROW

COUNTY = "示例县"
_SECONDS = 60.0
_LOOK_EVERY = 30

Step = Callable[[], bool]


class Pilot(QObject):
    """Goes from step to step; each step says for what it waits."""

    def __init__(self, application: QApplication, folder: Path, files: list[Path]) -> None:
        super().__init__(application)
        self.seen: dict[str, object] = {}
        self._application, self._folder, self._files = application, folder, files
        self._steps = self._way()
        self._waiting: tuple[str, Step] = ("start", lambda: True)
        self._deadline = time.monotonic() + _SECONDS
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY)

    def _look(self) -> None:
        name, ready = self._waiting
        if not ready():
            if time.monotonic() > self._deadline:
                self.seen["stuck"] = name
                self._timer.stop()
                self._application.exit(1)
            return
        try:
            self._waiting = next(self._steps)
            self._deadline = time.monotonic() + _SECONDS
        except StopIteration:
            self._timer.stop()

    def _way(self) -> Iterator[tuple[str, Step]]:
        yield "the welcome page", lambda: self._window().welcome.new_button.isVisible()
        window = self._window()
        self._click(window.welcome.new_button)
        yield "the questions", lambda: self._dialog() is not None
        dialog = self._dialog()
        self._click(dialog.office, QPoint(12, dialog.office.height() // 2))
        yield "the office's questions", dialog.office.isChecked
        self._click(dialog.county)
        yield "a field to type in", dialog.county.hasFocus
        QGuiApplication.clipboard().setText(COUNTY)
        self._keys("ctrl+v")
        yield "the county", lambda: dialog.county.text() == COUNTY
        self._click(dialog.folder)
        yield "a field for the folder", dialog.folder.hasFocus
        self._keys("ctrl+a")
        self._type(str(self._folder))
        yield (
            "the answers to be enough",
            lambda: dialog.folder.text() == str(self._folder) and dialog.create_button.isEnabled(),
        )
        self._click(dialog.create_button)
        yield "the workspace", lambda: window.context is not None
        self.seen["county"] = window.context.session.snapshot.facts.county

        self._click(self._rail("指标"))
        yield "the indicators", lambda: hasattr(window.stack.currentWidget(), "browse")
        page = window.stack.currentWidget()
        self._focus(window)
        self._keys("ctrl+f")
        yield "the search", page.browse.search.hasFocus
        self._type("60")
        yield "the hit", lambda: [r.code for r in page.browse.model.shown] == ["60"]
        self._keys("Return")
        yield "the indicator", lambda: page.detail.code == "60"
        panel = page.detail.panel
        self._click(panel.points, panel.points.visualRect(panel.points_model.index(1)).center())
        yield "the point", lambda: panel.chosen_point == 2
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in self._files])
        QGuiApplication.clipboard().setMimeData(mime)
        self._keys("ctrl+shift+v")
        yield "the files", lambda: len(panel.model.rows) == len(self._files)
        self.seen["attached"] = sorted(row.file_name for row in panel.model.rows)
        yield "the desk to be clear", lambda: window.context.session.is_quiet

        self._click(self._rail("卷宗"))
        yield "the dossiers", lambda: hasattr(window.stack.currentWidget(), "compile_action")
        page = window.stack.currentWidget()
        yield "something to compile", page.compile_button.isEnabled
        self._click(page.compile_button)
        yield "the dossier", lambda: page.model.rowCount() == 1
        yield "the work to end", lambda: window.context.session.is_quiet
        dossier = page.model.index(0).data(ROW)
        self.seen["dossiers"] = [str(file) for file in dossier.files]
        self._focus(window)
        self._keys("ctrl+q")
        yield "the end", lambda: False

    # --- what is there ---------------------------------------------------------------------------

    def _window(self) -> "QWidget":
        return next(w for w in QApplication.topLevelWidgets() if hasattr(w, "welcome"))

    def _dialog(self) -> QWidget | None:
        found = (w for w in QApplication.topLevelWidgets() if hasattr(w, "create_button"))
        return next((w for w in found if w.isVisible()), None)

    def _rail(self, text: str) -> QToolButton:
        buttons = self._window().rail.findChildren(QToolButton)
        return next(b for b in buttons if b.text() == text)

    # --- what a person does ----------------------------------------------------------------------

    def _click(self, widget: QWidget, at: QPoint | None = None) -> None:
        inside = QRect(QPoint(0, 0), widget.size()).center() if at is None else at
        place = widget.mapToGlobal(inside)
        self._focus(widget.window())
        _xdotool("mousemove", str(place.x()), str(place.y()), "click", "1")

    def _focus(self, window: QWidget) -> None:
        """What a window manager does for the window that one turns to."""
        _xdotool("windowfocus", str(int(window.winId())))

    def _keys(self, keys: str) -> None:
        _xdotool("key", "--clearmodifiers", keys)

    def _type(self, text: str) -> None:
        _xdotool("type", "--delay", "5", text)


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, timeout=30, capture_output=True)


def main() -> int:
    """Start the program with a pilot beside it."""
    from ui import application as making
    from ui import main as program

    folder, *files = map(Path, sys.argv[1:])
    pilots: list[Pilot] = []
    make = making.make_application

    def with_pilot(*arguments: object) -> object:
        made = make(*arguments)
        QTimer.singleShot(0, lambda: pilots.append(Pilot(made[0], folder, files)))
        return made

    making.make_application = with_pilot
    code = program.main([])
    sys.stdout.write(json.dumps(pilots[0].seen, ensure_ascii=False) + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
