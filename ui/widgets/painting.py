"""Small things that several delegates paint in the same way."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.visible_text import visible
from ui.colours import Colours


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
    """Paint a row's background: chosen (with a line on the left), under the mouse, or none."""
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(colours.accent_soft))
        bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
        painter.fillRect(bar, QColor(colours.accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(colours.hover))


def paint_bar(
    painter: QPainter, rect: QRectF, share: float, colour: QColor, ground: QColor
) -> None:
    """Paint a thin bar, filled from the left to ``share`` (0 to 1)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, radius, radius)
    if share > 0:
        width = max(rect.height(), rect.width() * min(1.0, share))
        painter.setBrush(colour)
        painter.drawRoundedRect(
            QRectF(rect.topLeft().x(), rect.y(), width, rect.height()), radius, radius
        )
    painter.restore()


class Paragraph:
    """Text broken into lines of a width, up to a maximum number; the last is cut if necessary."""

    def __init__(self, text: str, font: QFont, width: float, lines: int = 1_000) -> None:
        metrics = QFontMetrics(font)
        self._font, self._height = font, metrics.lineSpacing()
        self.lines: list[str] = []
        text = visible(text, keep_lines=True)
        if not text:
            return
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, width))
            start, length = line.textStart(), line.textLength()
            if len(self.lines) == lines - 1 and start + length < len(text):
                rest = text[start:]
                self.lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, int(width)))
                break
            self.lines.append(text[start : start + length])
        layout.endLayout()

    @property
    def height(self) -> int:
        """In pixels."""
        return self._height * len(self.lines)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint with the painter's pen."""
        painter.setFont(self._font)
        ascent = QFontMetrics(self._font).ascent()
        for number, line in enumerate(self.lines):
            painter.drawText(QPointF(left, top + ascent + number * self._height), line)
