"""Questions and messages; the one place that tests replace."""

import contextlib
import getpass
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListView,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import JuanzongError
from app.visible_text import visible
from ui.actions import label
from ui.literal import no_mnemonic, window_title
from ui.translation import QT_TR_NOOP, tr
from ui.wording import describe_error


def ask(parent: QWidget | None, question: str, detail: str, yes: str, no: str = "") -> bool:
    """Ask a question.

    ``yes`` and ``no`` are the texts of the buttons; the second is Cancel unless given. Escape means
    no.
    """
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("卷宗", "the program"))
    _say(box, question, detail)
    agree = box.addButton(no_mnemonic(yes), QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no_mnemonic(no or tr("取消")), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    agreed = box.clickedButton() is agree
    box.deleteLater()
    return agreed


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Show an error: in words if it is one of ours, otherwise as a crash with its report."""
    if not isinstance(error, JuanzongError):
        sys.excepthook(type(error), error, error.__traceback__)
        return
    sentence = describe_error(error)
    tell(parent, sentence.reason, sentence.remedy)


def tell(parent: QWidget | None, text: str, detail: str = "") -> None:
    """Show a message that needs no answer."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("卷宗", "the program"))
    _say(box, text, detail)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.exec()
    box.deleteLater()


def ask_text(
    parent: QWidget | None,
    title: str,
    question: str,
    keep: Callable[[QDialog], object] | None = None,
) -> str:
    """Ask for a few lines; "" if the person cancels. ``keep`` keeps what is being typed."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(window_title(title))
    text = QPlainTextEdit()
    text.setAccessibleName(title)
    text.setTabChangesFocus(True)
    words = label(question, wrap=True)
    buttons = QDialogButtonBox()
    agree = buttons.addButton(tr("确定"), QDialogButtonBox.ButtonRole.AcceptRole)
    agree.setProperty("primary", True)  # noqa: FBT003  (Qt's own signature)
    agree.setShortcut("Ctrl+Return")
    agree.setToolTip(tr("确定（Ctrl+回车）"))
    buttons.addButton(tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(words)
    layout.addWidget(text, 1)
    layout.addWidget(buttons)
    line = dialog.fontMetrics().height()
    dialog.resize(26 * line, 15 * line)  # as large as the text
    if keep is not None:
        keep(dialog)
    text.setFocus()
    given = dialog.exec() == QDialog.DialogCode.Accepted
    written = text.toPlainText().strip() if given else ""
    dialog.deleteLater()
    return written


def _say(box: QMessageBox, text: str, detail: str) -> None:
    """Put text into a message box literally; file names may contain markup."""
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(visible(text, keep_lines=True))
    box.setInformativeText(visible(detail, keep_lines=True))


def choose_files(parent: QWidget | None, title: str, start: str) -> list[Path]:
    """Let the person pick files; empty if the person cancels."""
    return _choose(parent, title, start, QFileDialog.FileMode.ExistingFiles)


def choose_file(parent: QWidget | None, title: str, start: str) -> Path | None:
    """Let the person pick one file; None if the person cancels."""
    return next(iter(_choose(parent, title, start, QFileDialog.FileMode.ExistingFile)), None)


def choose_folder(parent: QWidget | None, title: str, start: str) -> Path | None:
    """Let the person pick a folder; None if the person cancels."""
    return next(iter(_choose(parent, title, start, QFileDialog.FileMode.Directory)), None)


def _choose(
    parent: QWidget | None, title: str, start: str, mode: QFileDialog.FileMode
) -> list[Path]:
    dialog = QFileDialog(parent, title, _place(start), tr("所有文件 (*)"))
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    else:  # evidence is neither renamed nor deleted from here
        dialog.setOption(QFileDialog.Option.ReadOnly)
    dress_file_dialog(dialog)
    chosen = dialog.selectedFiles() if dialog.exec() == QDialog.DialogCode.Accepted else []
    dialog.deleteLater()
    return [Path(name) for name in chosen]


def dress_file_dialog(dialog: QFileDialog) -> None:
    """Translate Qt's own file dialog, and list USB sticks in it.

    This has no effect on a dialog of the system.
    """
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("位置："))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("文件类型："))
    usual = QStandardPaths.StandardLocation
    kinds = (usual.DesktopLocation, usual.DocumentsLocation, usual.DownloadLocation)
    places = [Path(QStandardPaths.writableLocation(kind)) for kind in kinds]
    places += [Path.home(), *_sticks()]
    # Qt would take such a path for HTML in a tooltip, and load what it names.
    plain = [place for place in dict.fromkeys(places) if "<" not in str(place)]
    shown = [str(place) for place in plain if place.is_dir()]
    dialog.setSidebarUrls([QUrl.fromLocalFile(place) for place in shown])
    if (sidebar := dialog.findChild(QListView, "sidebar")) is not None:
        sidebar.setAcceptDrops(False)


def _sticks() -> list[Path]:
    """The folders where Linux desktops mount USB sticks."""
    try:
        mine = getpass.getuser()
    except (OSError, KeyError):
        return []
    found: list[Path] = []
    for folder in (Path("/media") / mine, Path("/run/media") / mine):
        with contextlib.suppress(OSError):
            found += sorted(folder.iterdir())
    return found


def choose_target(parent: QWidget | None, title: str, start: str) -> Path | None:
    """Let the person name a file to write; None if the person cancels."""
    folder = Path(start).parent
    dialog = QFileDialog(parent, title, str(folder) if folder.is_absolute() else _place(""))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # Qt's own question would treat the file name as HTML.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dress_file_dialog(dialog)
    dialog.selectFile(Path(start).name)
    target = None
    while target is None and dialog.exec() == QDialog.DialogCode.Accepted:
        chosen = Path(dialog.selectedFiles()[0])
        question = tr("已有同名文件，要替换吗？")
        if not chosen.exists() or ask(parent, question, str(chosen), tr("替换")):
            target = chosen
    dialog.deleteLater()
    return target


def _place(start: str) -> str:
    """The folder to start in: the one used last, or the desktop."""
    if start:
        return start
    desktop = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DesktopLocation)
    return desktop if Path(desktop).is_dir() else str(Path.home())


def open_path(path: Path) -> bool:
    """Let the system open a file or a folder in its own program; False if it knows none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_page(parent: QWidget | None, address: str) -> bool:
    """Let the system's browser open a page of the web; False, and a message, if nothing does.

    Only addresses of http and https: the system would start any program for others.
    """
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if url.isValid() and url.scheme() in {"http", "https"} and QDesktopServices.openUrl(url):
        return True
    where = tr("网址是 {address}，可以抄到能上网的电脑上打开。", address=address)
    tell(parent, tr("这台电脑上没有打开网页的程序"), where)
    return False


def show_path(parent: QWidget | None, path: Path) -> bool:
    """Open a file or a folder as ``open_path``; otherwise say why not, and what to do.

    False if it was not opened.
    """
    if not path.exists():
        lost = tr("可能移走、改名或删除了，也可能是磁盘没有接好：{path}", path=str(path))
        tell(parent, tr("要打开的已经不在那里"), lost)
        return False
    if open_path(path):
        return True
    remedy = tr(_REMEDIES.get("" if path.is_dir() else path.suffix.lower(), _ANY_PROGRAM))
    where = tr("它在 {path}，也可以复制到别的电脑上打开。", path=str(path))
    tell(parent, tr("这台电脑上没有能打开它的程序"), remedy + "\n" + where)
    return False


def show_paths(parent: QWidget | None, paths: Iterable[Path]) -> None:
    """Open several; what hinders the first that cannot be opened is said once."""
    for path in paths:
        if not show_path(parent, path):
            return


_ANY_PROGRAM = QT_TR_NOOP("请安装能打开这种文件的程序。")
_OFFICE = QT_TR_NOOP("请安装 WPS 等办公软件。")

#: What helps where nothing opens a kind of file; "" stands for folders.
_REMEDIES = {
    "": QT_TR_NOOP("请用系统的文件管理器到那里去。"),
    ".pdf": QT_TR_NOOP("请安装 PDF 阅读器，WPS 也能打开。"),
    ".html": QT_TR_NOOP("请安装浏览器，或打开旁边同名的 PDF。"),
    **dict.fromkeys((".docx", ".doc", ".wps", ".xlsx", ".xls", ".et"), _OFFICE),
}
