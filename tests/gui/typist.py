"""Types into the program and waits to be killed: ``python -m tests.gui.typist WORKSPACE PLACE``.

The program runs as it is. What was typed is never saved, no page is left, nothing is closed.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.rectification.new_notice import NewNoticeDialog

TEXT = "zhengzai xiede"
_EVERY = 30
#: Nobody is waited for longer than this, in milliseconds.
_PATIENCE = 60_000


def fields(window: QWidget, place: str) -> list[QWidget]:
    """The fields to type into; [] while they are not there yet."""
    page = window.stack.currentWidget()
    match place:
        case "notice":
            if not hasattr(page, "form") or page.form.row is None:
                return []
            return [page.form.measure, page.form.done_on]
        case "item":
            rows = page.detail.panel.model.rows
            if not rows:
                return []
            page.detail.panel.choose_item(rows[0].item)
            return [page.side.form.remark, page.side.form.doc_date]
        case "dialog":
            if not hasattr(page, "new_action"):
                return []
            page.open_new()
            return [page.findChild(NewNoticeDialog).problem]
    raise ValueError(place)


PAGES = {"notice": "rectification", "item": "indicators", "dialog": "rectification"}


def main() -> int:
    """Start the program, type, say so, and go on running."""
    from ui import application as making
    from ui import main as program

    workspace, place = Path(sys.argv[1]), sys.argv[2]
    make = making.make_application
    timer: list[QTimer] = []

    def look() -> None:
        window = next((w for w in QApplication.topLevelWidgets() if hasattr(w, "welcome")), None)
        if window is None or not window.is_complete:
            return
        if window.stack.currentWidget() is window.welcome:
            return
        window.show_page(PAGES[place])
        if place == "item":
            window.stack.currentWidget().browse.choose("60")
        found = fields(window, place)
        if found:
            timer[0].stop()
            for field in found:
                QTest.keyClicks(field, TEXT)
            sys.stdout.write("typed\n")
            sys.stdout.flush()

    def with_typist(*arguments: object) -> object:
        made = make(*arguments)
        timer.append(_ticking(look))
        QTimer.singleShot(_PATIENCE, lambda: sys.exit(1))
        return made

    making.make_application = with_typist
    return program.main([str(workspace)])


def _ticking(look: Callable[[], None]) -> QTimer:
    made = QTimer()
    made.timeout.connect(look)
    made.start(_EVERY)
    return made


if __name__ == "__main__":
    sys.exit(main())
