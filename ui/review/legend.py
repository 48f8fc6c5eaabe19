"""What the marks of the matrix mean."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.vocabulary import ResponsibilityRole
from ui.review.looks import paint_lead, paint_mark, stage_colour, stage_tint
from ui.theme import Theme
from ui.translation import tr
from ui.wording import ROLE_NAMES, STAGE_NAMES


class Legend(QWidget):
    """Each stage's mark on its ground, and its name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("图例"))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """One line."""
        return QSize(self._theme.space(380), self._theme.space(22))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Paint from the left; what does not fit is left out."""
        painter = QPainter(self)
        space, colours = self._theme.space, self._theme.colours
        font = self._theme.font(-1)
        painter.setFont(font)
        left, side = 0, space(16)
        for stage, name in STAGE_NAMES.items():
            width = painter.fontMetrics().horizontalAdvance(name)
            if left + side + space(6) + width > self.width():
                break
            top = (self.height() - side) / 2
            ground = QRectF(left, top, side, side)
            painter.fillRect(ground, stage_tint(stage, colours))
            paint_mark(
                painter,
                QPointF(ground.center()),
                space(11),
                stage,
                stage_colour(stage, colours),
            )
            painter.setPen(QColor(colours.muted))
            box = QRect(left + side + space(4), 0, width + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
            left += side + width + space(11)
        width = painter.fontMetrics().horizontalAdvance(ROLE_NAMES[ResponsibilityRole.LEAD])
        if left + side + space(6) + width <= self.width():
            ground = QRectF(left, (self.height() - side) / 2, side, side)
            painter.fillRect(ground, QColor(colours.surface))
            paint_lead(painter, ground, self._theme)
            painter.setPen(QColor(colours.muted))
            box = QRect(left + side + space(4), 0, width + 2, self.height())
            name = ROLE_NAMES[ResponsibilityRole.LEAD]
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()
