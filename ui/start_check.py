"""Checks that an installed program starts: loads and builds every page, then ends."""

from PySide6.QtCore import QCoreApplication, QTimer

from ui.main_window import MainWindow

#: Long enough for the slowest machine, in milliseconds.
_PATIENCE = 120_000


def check_start(window: MainWindow) -> None:
    """End the program as soon as every page is built: with 0, or with 1 if that takes too long."""

    def build() -> None:
        while window.build_ahead():
            pass
        window.close()
        QCoreApplication.exit(0)

    window.pages_loaded.connect(build)
    QTimer.singleShot(_PATIENCE, window, lambda: QCoreApplication.exit(1))
