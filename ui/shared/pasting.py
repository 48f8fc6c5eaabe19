"""Files and pictures from the clipboard, as files that can be taken in."""

import weakref
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from app.intake.pasted import bitmap_file, pasted_name, pictures_in_html, suffix_of
from app.workroom import workroom
from ui.translation import tr
from ui.widgets.dropping import dropped_files

#: Pictures that are kept as they were copied, the best first.
_AS_COPIED = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/tiff")
#: The names under which bitmaps lie there: with the head of a file, or without it (Windows).
_BITMAPS = (
    "image/bmp",
    "image/x-bmp",
    "image/x-MS-bmp",
    'application/x-qt-windows-mime;value="DeviceIndependentBitmap"',
    'application/x-qt-windows-mime;value="DeviceIndependentBitmapV5"',
)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What the clipboard gave: files to take in, or the reason why there are none.

    ``pictures``: the files were made of pictures, so that nobody has named them yet.
    """

    paths: tuple[Path, ...] = ()
    pictures: bool = False
    reason: str = ""


class Paster:
    """Makes files of pictures; they lie in a folder of their own until it is no longer needed."""

    def __init__(self) -> None:
        self._room = ExitStack()
        self._folder: Path | None = None
        # The files must be there as long as the page: what was refused may be taken in later.
        weakref.finalize(self, self._room.close)

    def paste(self, mime: QMimeData | None = None) -> Pasted:
        """What is on the clipboard, or in ``mime``; pictures become files."""
        mime = mime or QGuiApplication.clipboard().mimeData()
        files = [path for path in dropped_files(mime) if path.exists()]
        if files:
            return Pasted(tuple(files))
        pictures = next((found for found in _pictures(mime) if found), [])
        if pictures:
            return Pasted(tuple(self._save(*one) for one in pictures), pictures=True)
        if mime.hasHtml():
            found = pictures_in_html(mime.html())
            there = tuple(path for path in found.files if path.is_file())
            if there:
                return Pasted(there)
            if found.elsewhere or found.files:
                return Pasted(
                    reason=tr(
                        "复制的图片在网页上，没有存下来：请在图片上按右键，点“复制图片”，再粘贴"
                    )
                )
        return Pasted(reason=tr("剪贴板里没有文件或图片：请先复制文件，或截图、复制图片，再粘贴"))

    def _save(self, content: bytes, words: str) -> Path:
        if self._folder is None:
            self._folder = self._room.enter_context(workroom())
        taken = {path.name for path in self._folder.iterdir()}
        now = datetime.now().astimezone()
        path = self._folder / pasted_name(now, suffix_of(content), taken, words)
        path.write_bytes(content)
        return path


def _pictures(mime: QMimeData) -> Iterator[list[tuple[bytes, str]]]:
    """Ways to get the pictures, the best first; each gives their contents and words."""
    html = pictures_in_html(mime.html() if mime.hasHtml() else "")
    written, words = list(html.contents), html.only_words
    if len(written) > 1:
        yield written
    for name in _AS_COPIED:
        if mime.hasFormat(name):
            content = bytes(mime.data(name).data())
            if suffix_of(content):
                yield [(content, words)]
    if written:
        yield written
    if mime.hasImage():
        yield _as_png(QImage(mime.imageData()), words)
    for name in _BITMAPS:
        if mime.hasFormat(name):
            yield _as_png(QImage.fromData(bitmap_file(bytes(mime.data(name).data()))), words)


def _as_png(image: QImage, words: str) -> list[tuple[bytes, str]]:
    """A picture as a PNG, which loses nothing; [] if there is no picture."""
    if image.isNull():
        return []
    if image.hasAlphaChannel() and not _seen(image):
        # Some programs leave the fourth byte of each dot empty, which would mean glass.
        image = image.convertToFormat(QImage.Format.Format_RGB32)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        return []
    return [(bytes(content.data()), words)]


def _seen(image: QImage) -> bool:
    """True if any dot of the picture is not fully transparent."""
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    glass = QImage(alpha.size(), alpha.format())
    glass.fill(0)
    return alpha != glass
