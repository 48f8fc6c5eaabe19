"""Pages of an OFD drawn on a ReportLab canvas.

The canvas is turned so that one unit is a millimetre and y points down, as the format has it.
Left out: patterns (drawn in their middle tone) and video.
"""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from app.conversion.ofd_colours import BLACK, Colour, colour_of
from app.conversion.ofd_fonts import EmbeddedOutlines, role_of
from app.conversion.ofd_package import (
    Box,
    OfdPage,
    OfdReader,
    Resources,
    Stamp,
    box_of,
    child,
    children,
    draw_param,
    local,
    matrix_of,
    number_list,
)
from app.conversion.ofd_pictures import open_picture
from app.conversion.ofd_text import TextStyle, draw_characters, placed_characters

MM = 72 / 25.4

_DEEPEST = 16
_LINE_WIDTH = 0.353
_LAYERS = {"Background": 0, "Body": 1, "Foreground": 2}
_COMMANDS = re.compile(r"([SMLQBAC])([^SMLQBAC]*)")
_CAPS = {"Butt": 0, "Round": 1, "Square": 2}
_JOINS = {"Miter": 0, "Round": 1, "Bevel": 2}


class OfdPainter:
    """Draws the pages of one file; keeps fonts and pictures that several of them use."""

    def __init__(self, reader: OfdReader) -> None:
        self._reader = reader
        self._fonts: dict[str, EmbeddedOutlines | None] = {}
        self._pictures: dict[str, Image.Image | None] = {}

    def draw(self, canvas: Canvas, page: OfdPage) -> None:
        """Draw the page as the canvas's next one; the caller shows it."""
        x, y, width, height = page.box
        canvas.setPageSize((width * MM, height * MM))
        canvas.saveState()
        canvas.transform(MM, 0, 0, -MM, -x * MM, (height + y) * MM)
        for content in page.contents:
            layers = sorted(
                children(content, "Layer"),
                key=lambda layer: _LAYERS.get(layer.get("Type", "Body"), 1),
            )
            for layer in layers:
                self.draw_layer(canvas, layer, page.resources)
        for annotation in page.annotations:
            for appearance in children(annotation, "Appearance"):
                boundary = box_of(appearance.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
                with _kept(canvas):
                    canvas.translate(boundary[0], boundary[1])
                    self._objects(canvas, appearance, page.resources, None, 0)
        for stamp in page.stamps:
            self._stamp(canvas, stamp)
        canvas.restoreState()

    def draw_layer(self, canvas: Canvas, layer: Element, resources: Resources) -> None:
        """Draw a layer in the space that the canvas is in."""
        self._objects(canvas, layer, resources, layer.get("DrawParam"), 0)

    def _objects(
        self, canvas: Canvas, parent: Element, resources: Resources, style: str | None, depth: int
    ) -> None:
        if depth > _DEEPEST:
            return
        for element in parent:
            name = local(element)
            if name == "PageBlock":
                self._objects(canvas, element, resources, style, depth + 1)
                continue
            if element.get("Visible") == "false":
                continue
            if name in ("TextObject", "PathObject", "ImageObject", "CompositeObject"):
                with _kept(canvas):
                    boundary = box_of(element.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
                    canvas.translate(boundary[0], boundary[1])
                    _clip(canvas, element)
                    canvas.transform(*matrix_of(element.get("CTM")))
                    self._object(canvas, name, element, resources, style, depth)

    def _object(
        self,
        canvas: Canvas,
        name: str,
        element: Element,
        resources: Resources,
        style: str | None,
        depth: int,
    ) -> None:
        settings = draw_param(resources, element.get("DrawParam") or style)
        settings.update(element.attrib)
        settings.update({local(one): one for one in element})
        _set_pen(canvas, settings, resources)
        if name == "TextObject":
            self._text(canvas, element, resources)
        elif name == "PathObject":
            _path(canvas, element, settings)
        elif name == "ImageObject":
            self._image(canvas, element, resources)
        else:
            unit = resources.composites.get(element.get("ResourceID", ""))
            content = child(unit, "Content")
            if content is not None:
                self._objects(canvas, content, resources, style, depth + 1)

    def _text(self, canvas: Canvas, element: Element, resources: Resources) -> None:
        font = resources.fonts.get(element.get("Font", ""))
        style = TextStyle.of(
            element,
            role_of(font),
            bold=font is not None and font.bold,
            italic=font is not None and font.italic,
        )
        embedded = self._font(font.file) if font is not None and font.file else None
        if child(element, "StrokeColor") is None and not style.stroke:
            fill = child(element, "FillColor")
            _set_stroke(canvas, colour_of(fill, resources) if fill is not None else BLACK)
        draw_characters(canvas, list(placed_characters(element, style, embedded)), style)

    def _font(self, part: str) -> EmbeddedOutlines | None:
        if part not in self._fonts:
            try:
                self._fonts[part] = EmbeddedOutlines(self._reader.package.read(part))
            except ValueError:
                self._fonts[part] = None
        return self._fonts[part]

    def _image(self, canvas: Canvas, element: Element, resources: Resources) -> None:
        part, _ = resources.media.get(element.get("ResourceID", ""), ("", ""))
        if not part:
            return
        if part not in self._pictures:
            self._pictures[part] = open_picture(self._reader.package.read(part))
        image = self._pictures[part]
        if image is None:
            return
        mask, _ = resources.media.get(element.get("ImageMask", ""), ("", ""))
        alpha = (number_list(element.get("Alpha")) or [255.0])[0] / 255
        if mask:
            cover = open_picture(self._reader.package.read(mask))
            if cover is not None:
                image = image.convert("RGB")
                image.putalpha(cover.convert("L").resize(image.size))
        if element.get("CTM") is None:
            # Without a transformation a picture fills its boundary.
            boundary = box_of(element.get("Boundary")) or (0.0, 0.0, 1.0, 1.0)
            canvas.scale(boundary[2], boundary[3])
        _draw_image(canvas, image, (0.0, 0.0, 1.0, 1.0), alpha)

    def _stamp(self, canvas: Canvas, stamp: Stamp) -> None:
        x, y, width, height = stamp.boundary
        with _kept(canvas):
            canvas.translate(x, y)
            if stamp.clip is not None:
                shown = canvas.beginPath()
                shown.rect(*stamp.clip)
                canvas.clipPath(shown, stroke=0, fill=0)
            if stamp.picture.startswith(b"PK"):
                self._sealed_page(canvas, stamp.picture, width, height)
                return
            image = open_picture(stamp.picture)
            if image is not None:
                # Ink lets the text below it be read, whether or not the picture is transparent.
                canvas.setBlendMode("Multiply")
                _draw_image(canvas, image, (0.0, 0.0, width, height), 1.0)

    def _sealed_page(self, canvas: Canvas, data: bytes, width: float, height: float) -> None:
        """Draw a seal whose picture is an OFD of its own, scaled to the stamp's boundary."""
        with OfdReader(data) as reader:
            painter = OfdPainter(reader)
            for page in reader.pages():
                canvas.scale(width / page.box[2], height / page.box[3])
                canvas.translate(-page.box[0], -page.box[1])
                for content in page.contents:
                    for layer in children(content, "Layer"):
                        painter.draw_layer(canvas, layer, page.resources)
                return


@contextmanager
def _kept(canvas: Canvas) -> Iterator[None]:
    canvas.saveState()
    try:
        yield
    finally:
        canvas.restoreState()


def _set_pen(canvas: Canvas, settings: dict[str, Element | str], resources: Resources) -> None:
    def element(name: str) -> Element | None:
        value = settings.get(name)
        return value if isinstance(value, Element) else None

    def text(name: str) -> str:
        value = settings.get(name)
        return value if isinstance(value, str) else ""

    alpha = (number_list(text("Alpha")) or [255.0])[0] / 255
    fill, stroke = (colour_of(element(name), resources) for name in ("FillColor", "StrokeColor"))
    canvas.setFillColorRGB(fill.red, fill.green, fill.blue, alpha=fill.alpha * alpha)
    _set_stroke(canvas, Colour(stroke.red, stroke.green, stroke.blue, stroke.alpha * alpha))
    canvas.setLineWidth((number_list(text("LineWidth")) or [_LINE_WIDTH])[0])
    canvas.setLineCap(_CAPS.get(text("Cap"), 0))
    canvas.setLineJoin(_JOINS.get(text("Join"), 0))
    dashes = [abs(one) for one in number_list(text("DashPattern"))]
    if dashes and sum(dashes) > 0:
        canvas.setDash(dashes, (number_list(text("DashOffset")) or [0.0])[0])


def _set_stroke(canvas: Canvas, colour: Colour) -> None:
    canvas.setStrokeColorRGB(colour.red, colour.green, colour.blue, alpha=colour.alpha)


def _path(canvas: Canvas, element: Element, settings: dict[str, Element | str]) -> None:
    data = child(element, "AbbreviatedData")
    path = canvas.beginPath()
    if data is None or not _trace(path, data.text or ""):
        return
    canvas.drawPath(
        path,
        stroke=int(settings.get("Stroke", "true") != "false"),
        # Without a colour of its own a path's inside is transparent (GB/T 33190, table 35).
        fill=int(settings.get("Fill", "false") == "true" and "FillColor" in settings),
        fillMode=0 if settings.get("Rule") == "Even-Odd" else 1,
    )


def _trace(path: PDFPathObject, data: str) -> bool:
    """Add abbreviated path data to a ReportLab path; return False if there was nothing."""
    x = y = 0.0
    drawn = False
    for command, rest in _COMMANDS.findall(data):
        values = number_list(rest)
        match command:
            case "S" | "M" if len(values) >= 2:
                x, y = values[:2]
                path.moveTo(x, y)
            case "L" if len(values) >= 2:
                x, y = values[:2]
                path.lineTo(x, y)
            case "Q" if len(values) >= 4:
                cx, cy, ex, ey = values[:4]
                path.curveTo(
                    *(x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y)),
                    *(ex + 2 / 3 * (cx - ex), ey + 2 / 3 * (cy - ey)),
                    *(ex, ey),
                )
                x, y = ex, ey
            case "B" if len(values) >= 6:
                path.curveTo(*values[:6])
                x, y = values[4:6]
            case "A" if len(values) >= 7:
                for curve in arc((x, y), values):
                    path.curveTo(*curve)
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


def _clip(canvas: Canvas, element: Element) -> None:
    """Restrict drawing to the object's clip areas that are paths."""
    for clip in children(child(element, "Clips"), "Clip"):
        outline = canvas.beginPath()
        drawn = False
        for area in children(clip, "Area"):
            path = child(area, "Path")
            data = child(path, "AbbreviatedData")
            if path is None or data is None or area.get("CTM") is not None:
                continue
            drawn = _trace(outline, data.text or "") or drawn
        if drawn:
            canvas.clipPath(outline, stroke=0, fill=0)


def _draw_image(canvas: Canvas, image: Image.Image, box: Box, alpha: float) -> None:
    """Draw a picture into a box of a space whose y axis points down."""
    x, y, width, height = box
    with _kept(canvas):
        canvas.transform(width, 0, 0, -height, x, y + height)
        if alpha < 1:
            canvas.setFillAlpha(alpha)
        canvas.drawImage(ImageReader(image), 0, 0, 1, 1, mask="auto")
