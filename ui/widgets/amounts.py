"""Amounts as people read them."""

from PySide6.QtCore import QLocale


def size_text(count: int) -> str:
    """A number of bytes: "22.1 MB"."""
    style = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    return QLocale().formattedDataSize(count, 1, style)
