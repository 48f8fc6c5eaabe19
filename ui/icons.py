"""The line icons in ``resources/icons``, painted in the colour that is asked for."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.completeness.vocabulary import State
from resources import resource_bytes

#: The picture of a state: each has a shape of its own, so that colour is never needed.
STATE_ICONS = {
    State.COMPLETE: "state-complete",
    State.PARTIAL: "state-partial",
    State.EMPTY: "state-empty",
    State.PROBLEM: "state-problem",
    State.NOT_APPLICABLE: "state-not-applicable",
}


#: The window has about 460 of them; light and dark must both have room, or each change paints all.
@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, pixels: int, ratio: float = 1.0) -> QPixmap:
    """The icon ``name`` in ``colour`` ("#rrggbb"), ``pixels`` wide, for a screen of ``ratio``."""
    canvas = QPixmap(round(pixels * ratio), round(pixels * ratio))
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    _renderer(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return canvas


def icon(
    name: str,
    colour: QColor | str,
    active: QColor | str | None = None,
    faded: QColor | str | None = None,
) -> QIcon:
    """An icon for buttons and menus.

    ``active`` is its colour while it is checked, ``faded`` while it cannot be used.
    """
    made = QIcon()
    normal = QColor(colour).name()
    for pixels, ratio in ((16, 1.0), (20, 1.0), (24, 1.0), (32, 1.0), (48, 1.0)):
        made.addPixmap(pixmap(name, normal, pixels, ratio))
        if active is not None:
            lit = pixmap(name, QColor(active).name(), pixels, ratio)
            made.addPixmap(lit, QIcon.Mode.Normal, QIcon.State.On)
        if faded is not None:
            made.addPixmap(pixmap(name, QColor(faded).name(), pixels, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource_bytes(f"icons/{name}.svg").replace(b"currentColor", colour.encode("ascii"))
    return QSvgRenderer(QByteArray(drawing))
