"""How lists show files: an icon for the kind, and the size in words."""

from app.filekind import FileKind
from ui.translation import tr

_KIND_ICONS = {
    FileKind.PDF: "file-pdf",
    FileKind.OFD: "file-pdf",
    FileKind.WORD: "file-text",
    FileKind.TEXT: "file-text",
    FileKind.HTML: "file-text",
    FileKind.MHT: "file-text",
    FileKind.MAIL: "file-text",
    FileKind.SHEET: "file-sheet",
    FileKind.CSV: "file-sheet",
    FileKind.SLIDES: "file-slides",
    FileKind.IMAGE: "file-image",
    FileKind.DRAWING: "file-image",
    FileKind.AUDIO: "file-media",
    FileKind.VIDEO: "file-media",
    FileKind.ARCHIVE: "file-archive",
    FileKind.OTHER: "file-other",
}


def kind_icon(kind: FileKind) -> str:
    """The name of the icon for a kind of file."""
    return _KIND_ICONS[kind]


def size_text(size: int) -> str:
    """A size in words."""
    if size < 1024:
        return tr("{size} 字节", size=size)
    if size < 1 << 20:
        return f"{size / 1024:.0f} KB"
    if size < 1 << 30:
        return f"{size / (1 << 20):.1f} MB"
    return f"{size / (1 << 30):.1f} GB"
