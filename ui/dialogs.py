"""Questions and messages; the one seam that tests stand in for."""

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from app.errors import JuanzongError
from ui.translation import tr
from ui.wording import describe_error


def ask(parent: QWidget | None, question: str, detail: str, yes: str, no: str = "") -> bool:
    """Ask; ``yes`` and ``no`` are what the buttons say, Cancel unless named. Escape means no."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("卷宗", "the program"))
    box.setText(question)
    box.setInformativeText(detail)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no or tr("取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    agreed = box.clickedButton() is agree
    box.deleteLater()
    return agreed


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Tell of an error: in words if it is one of ours, else as a crash with its report."""
    if not isinstance(error, JuanzongError):
        sys.excepthook(type(error), error, error.__traceback__)
        return
    sentence = describe_error(error)
    tell(parent, sentence.reason, sentence.remedy)


def tell(parent: QWidget | None, text: str, detail: str = "") -> None:
    """Say something that needs no answer."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("卷宗", "the program"))
    box.setText(text)
    box.setInformativeText(detail)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.exec()
    box.deleteLater()


def ask_text(parent: QWidget | None, title: str, question: str) -> str:
    """Ask for a few lines; "" if they think better of it."""
    box = QInputDialog(parent)
    box.setWindowTitle(title)
    box.setLabelText(question)
    box.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    box.setOkButtonText(tr("确定"))
    box.setCancelButtonText(tr("取消"))
    given = box.exec() == QDialog.DialogCode.Accepted
    text = box.textValue().strip() if given else ""
    box.deleteLater()
    return text


def choose_files(parent: QWidget, title: str, start: str) -> list[Path]:
    """Let the person pick files; empty if they think better of it."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, _place(start), tr("所有文件 (*)"))
    return [Path(name) for name in chosen]


def choose_file(parent: QWidget, title: str, start: str) -> Path | None:
    """Let the person pick one file; None if they think better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, _place(start), tr("所有文件 (*)"))
    return Path(chosen) if chosen else None


def choose_folder(parent: QWidget, title: str, start: str) -> Path | None:
    """Let the person pick a folder; None if they think better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, _place(start))
    return Path(chosen) if chosen else None


def choose_target(parent: QWidget, title: str, start: str) -> Path | None:
    """Let the person name a file to write; None if they think better of it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start)
    return Path(chosen) if chosen else None


def _place(start: str) -> str:
    """Where to begin looking: where things were found last, or the desktop."""
    return start or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)


def open_path(path: Path) -> bool:
    """Let the system open a file or a folder in its own program; False if it knows none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
