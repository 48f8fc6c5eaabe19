"""The stages of the creation work in a row, each with its days."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desk.rows import StageRow, current_stage
from ui.theme import Theme
from ui.translation import tr


class Timeline(QWidget):
    """A line with a dot for each stage; past stages are filled, the next one is highlighted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[StageRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("创建步骤"))
        theme.changed.connect(self.updateGeometry)

    def show_rows(self, rows: tuple[StageRow, ...]) -> None:
        """Show the stages."""
        self._rows = rows
        spoken = tr("；").join(tr("，").join((r.name, r.deadline_text, r.words)) for r in rows)
        self.setAccessibleDescription(spoken)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Three lines of text and the line with the dots."""
        return QSize(600, self.fontMetrics().lineSpacing() * 3 + self._theme.space(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint the stages side by side."""
        if not self._rows:
            return
        colours, space = self._theme.colours, self._theme.space
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(self._rows)
        middle = space(9)
        current = current_stage(self._rows)
        line = self.fontMetrics().lineSpacing()
        painter.setPen(QPen(QColor(colours.line), 2))
        painter.drawLine(
            QPointF(space(8), middle), QPointF(width * (len(self._rows) - 1) + space(8), middle)
        )
        for place, row in enumerate(self._rows):
            left = place * width
            lit = place == current
            past = row.days is not None and row.days < 0
            colour = QColor(colours.accent if lit or past else colours.empty)
            painter.setPen(QPen(colour, 2))
            painter.setBrush(colour if past or lit else QColor(colours.surface))
            radius = space(7 if lit else 5)
            painter.drawEllipse(QPointF(left + space(8), middle), radius, radius)
            top = space(22)
            for text, font, tint in (
                (row.name, self._theme.font(medium=True), colours.accent if lit else colours.text),
                (row.words, self._theme.font(-1), colours.accent if lit else colours.muted),
                (row.deadline_text, self._theme.font(-1), colours.muted),
            ):
                painter.setFont(font)
                painter.setPen(QColor(tint))
                shown = painter.fontMetrics().elidedText(
                    text, Qt.TextElideMode.ElideRight, int(width - space(10))
                )
                painter.drawText(
                    QRectF(left, top, width - space(8), line), Qt.AlignmentFlag.AlignVCenter, shown
                )
                top += line
        painter.end()
