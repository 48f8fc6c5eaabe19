"""The places on a page that a search found, and how they are marked."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from app.preview.model import Box, Hit
from ui.preview.layout import PageColumn, PagePlace


def on_screen(column: PageColumn, place: PagePlace, box: Box) -> QRectF:
    """The rectangle of a box of a page within the column."""
    width, height = column.untilted(place)
    rect = QRectF(
        QPointF(box.left * width, box.top * height),
        QPointF(box.right * width, box.bottom * height),
    )
    return column.transform(place).mapRect(rect)


def paint_hits(
    painter: QPainter,
    column: PageColumn,
    place: PagePlace,
    hits: Iterable[Hit],
    current: Hit | None,
) -> None:
    """Mark the hits of a page like a highlighter, the current one darker."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for hit in hits:
        colour = QColor("#ffb74d") if hit is current else QColor("#fff2a8")
        for box in hit.boxes:
            painter.fillRect(on_screen(column, place, box).adjusted(-1, -1, 1, 1), colour)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
