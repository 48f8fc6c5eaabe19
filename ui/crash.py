"""No silent exceptions: uncaught ones are logged and shown with a report to copy."""

import logging
import platform
import sys
import threading
import traceback
from importlib.metadata import PackageNotFoundError, version
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QObject, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.private_files import make_private_folder
from app.visible_text import visible
from ui.actions import label
from ui.translation import tr

log = logging.getLogger("juanzong")


def log_file() -> Path:
    """Where the program's log lies on this computer."""
    return Path(platformdirs.user_log_dir("juanzong", appauthor=False)) / "juanzong.log"


def start_logging(path: Path) -> None:
    """Log warnings and errors to ``path``, one megabyte at most; two older files are kept."""
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    make_private_folder(path.parent)
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(_OneEntry("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)


class _OneEntry(logging.Formatter):
    """Indents all further lines of an entry, so that no name can forge another entry.

    File names and error texts may contain line breaks and control characters.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The entry without invisible characters."""
        return visible(super().format(record), keep_lines=True).replace("\n", "\n    ")


def program_version() -> str:
    """The version of the program; "—" where it was not installed."""
    try:
        return version("juanzong")
    except PackageNotFoundError:
        return "—"


def report_of(error: BaseException) -> str:
    """The text that a person can send to the people who maintain the program."""
    lines = [
        tr("卷宗 {program}", program=program_version()),
        f"Python {platform.python_version()}, Qt {qVersion()}",
        platform.platform(),
        "",
        *traceback.format_exception(error),
    ]
    # The report is given to others, so the home folder, which contains the login name, is left out.
    report = "\n".join(line.rstrip() for line in lines)
    home = str(Path.home())
    return report.replace(home, "~") if Path(home) != Path(home).parent else report


class CrashDialog(QDialog):
    """Says that something went wrong and that nothing stored is lost, and shows the report."""

    def __init__(self, error: BaseException, log_path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("程序出了差错"))
        self.resize(680, 420)
        heading = label(tr("程序出了差错，刚才这一步没有做成"), "subheading")
        text = label(
            tr(
                "已经保存的内容没有受影响，可以继续使用。"
                "请把下面的报告复制给技术人员；同样的内容也记在 {log_path}。",
                log_path=log_path,
            ),
            wrap=True,
        )
        self.report = QPlainTextEdit(report_of(error))
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("差错报告"))
        buttons = QDialogButtonBox()
        buttons.addButton(tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        self.copy_button = QPushButton(tr("复制报告"))
        self.copy_button.clicked.connect(self._copy)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(text)
        layout.addWidget(self.report, 1)
        layout.addWidget(buttons)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText(tr("已复制"))


class CrashHook(QObject):
    """Takes the place of ``sys.excepthook``, for every thread."""

    happened = Signal(object)  # the exception; crosses to the GUI thread

    def __init__(self, log_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_path = log_path
        self._showing = False
        self.happened.connect(self._show)

    def install(self) -> None:
        """Replace the interpreter's own hooks."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an exception and show it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("uncaught", exc_info=(kind, error, trace))
        self.happened.emit(error)

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        if self._showing:  # one dialog at a time, however many exceptions there are
            return
        self._showing = True
        dialog = CrashDialog(error, self._log_path)
        dialog.exec()
        dialog.deleteLater()
        self._showing = False
