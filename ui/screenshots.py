"""Pictures of every page, for the manual and for looking at: ``python -m ui.screenshots WS OUT``.

Each page is painted light and dark in the two sizes that matter, from the workspace given.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, QTimer

from ui.application import make_application
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.preferences import Preferences
from ui.theme import Scheme

SIZES = ((1366, 768), (1920, 1080))
_SECONDS = 60


def main() -> int:
    """Paint everything; 1 if the workspace does not open in time."""
    parser = argparse.ArgumentParser(description="各页面的截图")
    parser.add_argument("workspace", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=int, default=100, help="文字大小，百分数")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        store = QSettings(str(Path(scratch) / "settings.ini"), QSettings.Format.IniFormat)
        preferences = Preferences(store)
        _application, theme = make_application(sys.argv[:1], preferences)
        window = MainWindow(preferences, theme)
        options.folder.mkdir(parents=True, exist_ok=True)

        def keep(name: str) -> None:
            for scheme in (Scheme.LIGHT, Scheme.DARK):
                theme.choose(scheme, options.scale)
                for width, height in SIZES:
                    window.resize(width, height)
                    _settle()
                    target = options.folder / f"{name}-{scheme.value}-{width}x{height}.png"
                    window.grab().save(str(target))

        window.show()
        keep("welcome")
        window.open_workspace(options.workspace)
        if not _wait(lambda: window.context is not None):
            return 1
        for spec in PAGES:
            window.show_page(spec.entry.key)
            keep(spec.entry.key)
        window.close()
    return 0


def _wait(ready: Callable[[], bool]) -> bool:
    deadline = QDeadlineTimer(_SECONDS * 1000)
    while not ready() and not deadline.hasExpired():
        _settle()
    return ready()


def _settle() -> None:
    """Let what is queued happen, and whatever that queues."""
    loop = QEventLoop()
    QTimer.singleShot(150, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
