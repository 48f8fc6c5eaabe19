"""How a stage looks: each has its own colour and shape, so that colour alone is never needed."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from app.review.vocabulary import ItemStanding, SlotStage
from ui.colours import Colours
from ui.theme import Theme

#: The stage whose shape shows an item's standing.
STANDING_LOOKS = {
    ItemStanding.OPEN: SlotStage.SUBMITTED,
    ItemStanding.ACCEPTED: SlotStage.ACCEPTED,
    ItemStanding.RETURNED: SlotStage.RETURNED,
    ItemStanding.REWORKED: SlotStage.RECHECK,
}
#: How strongly a cell's background is tinted; the shape has the full colour.
_TINT = 0.28


def stage_colour(stage: SlotStage, colours: Colours) -> QColor:
    """The full colour of a stage."""
    return QColor(
        {
            SlotStage.NOT_STARTED: colours.empty,
            SlotStage.PREPARING: colours.muted,
            SlotStage.SUBMITTED: colours.accent,
            SlotStage.RETURNED: colours.problem,
            SlotStage.ACCEPTED: colours.complete,
            SlotStage.RECHECK: colours.partial,
        }[stage]
    )


def stage_tint(stage: SlotStage, colours: Colours) -> QColor:
    """The background of a cell at a stage."""
    ground = QColor(colours.surface)
    if stage in {SlotStage.NOT_STARTED, SlotStage.PREPARING}:
        return QColor(colours.sunken) if stage is SlotStage.PREPARING else ground
    full = stage_colour(stage, colours)
    return QColor.fromRgbF(
        *(
            g + (f - g) * _TINT
            for f, g in (
                (full.redF(), ground.redF()),
                (full.greenF(), ground.greenF()),
                (full.blueF(), ground.blueF()),
            )
        )
    )


def stage_icon(stage: SlotStage, colours: Colours, size: int, ratio: float) -> QIcon:
    """The mark of a stage as an icon."""
    pixels = QPixmap(round(size * ratio), round(size * ratio))
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    middle = QPointF(size / 2, size / 2)
    paint_mark(painter, middle, size * 0.8, stage, stage_colour(stage, colours))
    painter.end()
    return QIcon(pixels)


def paint_mark(
    painter: QPainter, centre: QPointF, size: float, stage: SlotStage, ink: QColor
) -> None:
    """The shape of a stage: ring, half, full, arrow, tick, exclamation mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink, max(1.4, size / 7))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    half = size / 2
    circle = QRectF(centre.x() - half * 0.7, centre.y() - half * 0.7, size * 0.7, size * 0.7)
    match stage:
        case SlotStage.NOT_STARTED:
            painter.drawPoint(centre)
        case SlotStage.PREPARING:
            painter.drawEllipse(circle)
        case SlotStage.SUBMITTED:
            painter.setBrush(ink)
            painter.drawEllipse(circle)
        case SlotStage.RETURNED:
            painter.drawPolyline(_shape(centre, half, (0.9, 0.0), (-0.8, 0.0)))
            painter.drawPolyline(_shape(centre, half, (-0.1, -0.7), (-0.8, 0.0), (-0.1, 0.7)))
        case SlotStage.ACCEPTED:
            painter.drawPolyline(_shape(centre, half, (-0.75, 0.05), (-0.2, 0.6), (0.8, -0.6)))
        case SlotStage.RECHECK:
            painter.drawPolyline(_shape(centre, half, (0.0, -0.8), (0.0, 0.2)))
            painter.drawPoint(QPointF(centre.x(), centre.y() + half * 0.75))
    painter.restore()


def paint_lead(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The mark of a leading unit: the upper left corner of its cell is filled."""
    side = theme.space(8)
    corner = QPolygonF(
        [rect.topLeft(), rect.topLeft() + QPointF(side, 0), rect.topLeft() + QPointF(0, side)]
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.accent))
    painter.drawPolygon(corner)
    painter.restore()


def _shape(centre: QPointF, half: float, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(centre.x() + x * half, centre.y() + y * half) for x, y in corners])
