"""Outlines of an OFD: abbreviated path data and clip areas (GB/T 33190, 9.1 and 8.4)."""

import math
import re
from xml.etree.ElementTree import Element

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from app.ofd.package import IDENTITY, Matrix, child, children, matrix_of, number_list

_COMMANDS = re.compile(r"([SMLQBAC])([^SMLQBAC]*)")


def trace(path: PDFPathObject, data: str, matrix: Matrix = IDENTITY) -> bool:
    """Add abbreviated path data to a ReportLab path; return False if there was nothing."""
    x = y = 0.0
    drawn = False

    def turned(*numbers: float) -> list[float]:
        a, b, c, d, e, f = matrix
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return [n for px, py in pairs for n in (a * px + c * py + e, b * px + d * py + f)]

    for command, rest in _COMMANDS.findall(data):
        values = number_list(rest)
        match command:
            case "S" | "M" if len(values) >= 2:
                x, y = values[:2]
                path.moveTo(*turned(x, y))
            case "L" if len(values) >= 2:
                x, y = values[:2]
                path.lineTo(*turned(x, y))
            case "Q" if len(values) >= 4:
                cx, cy, ex, ey = values[:4]
                first = x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y)
                second = ex + 2 / 3 * (cx - ex), ey + 2 / 3 * (cy - ey)
                path.curveTo(*turned(*first, *second, ex, ey))
                x, y = ex, ey
            case "B" if len(values) >= 6:
                path.curveTo(*turned(*values[:6]))
                x, y = values[4:6]
            case "A" if len(values) >= 7:
                for curve in arc((x, y), values):
                    path.curveTo(*turned(*curve))
                x, y = values[5:7]
            case "C":
                path.close()
            case _:
                continue
        drawn = True
    return drawn


def arc(start: tuple[float, float], values: list[float]) -> list[tuple[float, ...]]:
    """Return an elliptic arc as Bézier curves (rx ry angle large sweep x y, as in SVG, F.6)."""
    rx, ry, turn, large, sweep, ex, ey = values[:7]
    rx, ry, phi = abs(rx), abs(ry), math.radians(turn)
    sx, sy = start
    if rx == 0 or ry == 0 or (sx, sy) == (ex, ey):
        return [(sx, sy, ex, ey, ex, ey)]
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (sx - ex) / 2, (sy - ey) / 2
    x1, y1 = cos * dx + sin * dy, -sin * dx + cos * dy
    grow = math.sqrt(max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = (rx * ry) ** 2 - (rx * y1) ** 2 - (ry * x1) ** 2
    factor = math.sqrt(max(0.0, under / ((rx * y1) ** 2 + (ry * x1) ** 2)))
    factor = -factor if bool(large) == bool(sweep) else factor
    cx1, cy1 = factor * rx * y1 / ry, -factor * ry * x1 / rx
    cx, cy = cos * cx1 - sin * cy1 + (sx + ex) / 2, sin * cx1 + cos * cy1 + (sy + ey) / 2
    first = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    last = math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx)
    span = last - first
    if sweep and span < 0:
        span += 2 * math.pi
    elif not sweep and span > 0:
        span -= 2 * math.pi
    count = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step = span / count
    reach = 4 / 3 * math.tan(step / 4)

    def point(angle: float, tangent: float) -> tuple[float, float]:
        px = rx * (math.cos(angle) - tangent * math.sin(angle))
        py = ry * (math.sin(angle) + tangent * math.cos(angle))
        return cx + cos * px - sin * py, cy + sin * px + cos * py

    curves: list[tuple[float, ...]] = []
    for number in range(count):
        one, other = first + number * step, first + (number + 1) * step
        curves.append((*point(one, reach), *point(other, -reach), *point(other, 0.0)))
    return curves


def clip(canvas: Canvas, element: Element) -> None:
    """Restrict drawing to an object's clip areas that are paths; each Clip narrows the last."""
    for one in children(child(element, "Clips"), "Clip"):
        outline = canvas.beginPath()
        areas = list(children(one, "Area"))
        drawn = [
            trace(outline, data.text or "", matrix_of(area.get("CTM")))
            for area in areas
            if (data := child(child(area, "Path"), "AbbreviatedData")) is not None
        ]
        # An area made of text cannot be added; rather too much is shown than too little.
        if drawn and all(drawn) and len(drawn) == len(areas):
            canvas.clipPath(outline, stroke=0, fill=0)
