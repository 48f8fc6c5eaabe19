"""What is dragged: files from the file manager, or items of the list."""

import json
from pathlib import Path

from PySide6.QtCore import QMimeData

#: Items of the evidence list on the move, as a JSON list of placement ids.
PLACEMENTS = "application/x-juanzong-placements"


def dropped_files(mime: QMimeData) -> list[Path]:
    """The files and folders on the clipboard or under the mouse."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def pack_placements(ids: list[str]) -> QMimeData:
    """Items for a drag inside the window."""
    mime = QMimeData()
    mime.setData(PLACEMENTS, json.dumps(ids).encode("utf-8"))
    return mime


def unpack_placements(mime: QMimeData) -> list[str]:
    """The ids that ``pack_placements`` took."""
    if not mime.hasFormat(PLACEMENTS):
        return []
    return [str(i) for i in json.loads(bytes(mime.data(PLACEMENTS).data()))]
