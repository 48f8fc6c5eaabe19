"""Pages of an OFD drawn on a ReportLab canvas.

The canvas is turned so that one unit is a millimetre and y points down, as the format has it.
What cannot be drawn is collected in ``OfdPainter.losses``, page by page.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from ofdkit import OFDError
from PIL import Image
from reportlab.lib.utils import ImageReader

from app.conversion.ofd.colours import Colour, colour_of
from app.conversion.ofd.fonts import EmbeddedOutlines, role_of
from app.conversion.ofd.paths import clip, trace
from app.conversion.ofd.pattern_canvas import PatternCanvas, PatternTile, compose
from app.conversion.ofd.pictures import open_picture
from app.conversion.ofd.shadings import shading_of
from app.conversion.ofd.text import TextStyle, draw_characters, placed_characters
from app.ofd.losses import Losses, Lost
from app.ofd.package import (
    IDENTITY,
    Box,
    Matrix,
    OfdPage,
    OfdReader,
    Resources,
    SealPicture,
    box_of,
    child,
    children,
    draw_param,
    is_false,
    local,
    matrix_of,
    number_list,
    prints,
)
from app.ofd.survey import OBJECTS, is_unknown
from app.rare_characters import RareCharacters

MM = 72 / 25.4

_DEEPEST = 16
_LINE_WIDTH = 0.353
_LAYERS = {"Background": 0, "Body": 1, "Foreground": 2}
_CAPS = {"Butt": 0, "Round": 1, "Square": 2}
_JOINS = {"Miter": 0, "Round": 1, "Bevel": 2}
_BLENDS = frozenset(
    [
        "Multiply",
        "Screen",
        "Overlay",
        "Darken",
        "Lighten",
        "ColorDodge",
        "ColorBurn",
        "HardLight",
        "SoftLight",
        "Difference",
        "Exclusion",
        "Hue",
        "Saturation",
        "Color",
        "Luminosity",
    ]
)
#: What a fill that cannot be drawn is reduced to, so that nothing under it disappears.
_FAINT = 0.1


@dataclass(frozen=True, slots=True)
class Around:
    """What an object takes over from the layer, the composite or the cell that holds it."""

    resources: Resources
    style: str | None = None
    alpha: float = 1.0
    depth: int = 0


class OfdPainter:
    """Draws the pages of one file; keeps fonts and pictures that several of them use."""

    def __init__(self, reader: OfdReader) -> None:
        self._reader = reader
        self._fonts: dict[str, EmbeddedOutlines | None] = {}
        self._pictures: dict[str, Image.Image | None] = {}
        self._number = 0
        self._page_matrix: Matrix = IDENTITY
        self.losses = Losses()
        self.undrawn = RareCharacters()

    def draw(self, canvas: PatternCanvas, page: OfdPage) -> None:
        """Draw the page as the canvas's next one; the caller shows it."""
        self._number += 1
        x, y, width, height = page.box
        canvas.setPageSize((width * MM, height * MM))
        canvas.saveState()
        canvas.transform(MM, 0, 0, -MM, -x * MM, (height + y) * MM)
        self._page_matrix = canvas.matrix
        for content in page.contents:
            layers = sorted(
                children(content, "Layer"),
                key=lambda layer: _LAYERS.get(layer.get("Type", "Body"), 1),
            )
            for layer in layers:
                self.draw_layer(canvas, layer, page.resources)
        for annotation in page.annotations:
            if prints(annotation):
                self._annotation(canvas, annotation, page.resources)
        for stamp in page.stamps:
            self._stamp(canvas, stamp)
        canvas.restoreState()

    def draw_layer(self, canvas: PatternCanvas, layer: Element, resources: Resources) -> None:
        """Draw a layer in the space that the canvas is in."""
        self._objects(canvas, layer, Around(resources, layer.get("DrawParam")))

    def _annotation(self, canvas: PatternCanvas, annotation: Element, resources: Resources) -> None:
        for appearance in children(annotation, "Appearance"):
            boundary = box_of(appearance.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
            with _kept(canvas):
                canvas.translate(boundary[0], boundary[1])
                if annotation.get("Type") == "Highlight":
                    # A marker's ink leaves the words below it legible.
                    canvas.setBlendMode("Multiply")
                self._objects(canvas, appearance, Around(resources))

    def _objects(self, canvas: PatternCanvas, parent: Element, around: Around) -> None:
        if around.depth > _DEEPEST:
            self.losses.add(Lost.COMPOSITE, self._number)
            return
        for element in parent:
            name = local(element)
            if name == "PageBlock":
                self._objects(canvas, element, replace(around, depth=around.depth + 1))
                continue
            if is_false(element.get("Visible")):
                continue
            if name in OBJECTS:
                with _kept(canvas):
                    boundary = box_of(element.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
                    canvas.translate(boundary[0], boundary[1])
                    if element.get("BlendMode") in _BLENDS:
                        canvas.setBlendMode(element.get("BlendMode"))
                    clip(canvas, element)
                    canvas.transform(*matrix_of(element.get("CTM")))
                    self._object(canvas, name, element, around)
            elif is_unknown(name):
                self.losses.add(Lost.UNKNOWN, self._number)

    def _object(self, canvas: PatternCanvas, name: str, element: Element, around: Around) -> None:
        around = replace(around, alpha=around.alpha * _opacity(element))
        settings = draw_param(around.resources, element.get("DrawParam") or around.style)
        settings.update(element.attrib)
        settings.update({local(one): one for one in element})
        if name == "TextObject":
            self._set_pen(canvas, settings, around, faint=1.0)
            self._text(canvas, element, settings, around)
        elif name == "PathObject":
            self._set_pen(canvas, settings, around, faint=_FAINT)
            _path(canvas, element, settings)
        elif name == "ImageObject":
            self._image(canvas, element, around)
        else:
            unit = around.resources.composites.get(element.get("ResourceID", ""))
            content = child(unit, "Content")
            if content is None:
                self.losses.add(Lost.COMPOSITE, self._number)
                return
            self._objects(canvas, content, replace(around, depth=around.depth + 1))

    def _set_pen(
        self,
        canvas: PatternCanvas,
        settings: dict[str, Element | str],
        around: Around,
        *,
        faint: float,
    ) -> None:
        """Set colours and line; a colour that cannot be made is drawn ``faint``."""

        def element(name: str) -> Element | None:
            value = settings.get(name)
            return value if isinstance(value, Element) else None

        def text(name: str) -> str:
            value = settings.get(name)
            return value if isinstance(value, str) else ""

        fill, stroke = element("FillColor"), element("StrokeColor")
        patterns = []
        for source, put in ((fill, _set_fill), (stroke, _set_stroke)):
            pattern, possible = self._pattern(canvas, source, around)
            patterns.append(pattern)
            colour = colour_of(source, around.resources)
            alpha = colour.alpha * around.alpha * (1.0 if possible else faint)
            put(canvas, replace(colour, alpha=alpha))
        if patterns[0]:
            canvas.fill_with(patterns[0])
        if patterns[1]:
            canvas.stroke_with(patterns[1])
        canvas.setLineWidth((number_list(text("LineWidth")) or [_LINE_WIDTH])[0])
        canvas.setLineCap(_CAPS.get(text("Cap"), 0))
        canvas.setLineJoin(_JOINS.get(text("Join"), 0))
        if text("Join") in ("", "Miter"):
            canvas.setMiterLimit(max((number_list(text("MiterLimit")) or [3.528])[0], 1.0))
        dashes = [abs(one) for one in number_list(text("DashPattern"))]
        if dashes and sum(dashes) > 0:
            canvas.setDash(dashes, (number_list(text("DashOffset")) or [0.0])[0])

    def _pattern(
        self, canvas: PatternCanvas, source: Element | None, around: Around
    ) -> tuple[str, bool]:
        """Make the pattern of a colour, whatever it holds; "" if none, False if it cannot be."""
        for one in source if source is not None else ():
            if local(one) == "Pattern":
                name = self._tiling(canvas, one, around)
            else:
                shading = None if canvas.in_cell else shading_of(one, around.resources)
                name = (
                    canvas.shaded(shading[0], compose(shading[1], canvas.matrix))
                    if shading is not None
                    else ""
                )
            if not name:
                self.losses.add(Lost.PATTERN, self._number)
            return name, bool(name)
        return "", True

    def _tiling(self, canvas: PatternCanvas, pattern: Element, around: Around) -> str:
        content = child(pattern, "CellContent")
        sizes = [
            (number_list(pattern.get(n)) or [0.0])[0] for n in ("Width", "Height", "XStep", "YStep")
        ]
        width, height = sizes[:2]
        if content is None or canvas.in_cell or width <= 0 or height <= 0:
            return ""
        mirrored = pattern.get("ReflectMethod", "Normal")
        tile = PatternTile(
            width,
            height,
            max(sizes[2], width),
            max(sizes[3], height),
            mirrored_across=mirrored in ("Row", "RowAndColumn"),
            mirrored_down=mirrored in ("Column", "RowAndColumn"),
        )
        space = self._page_matrix if pattern.get("RelativeTo") == "Page" else canvas.matrix
        inside = Around(around.resources, around.style, 1.0, around.depth + 1)
        return canvas.tiling(
            tile,
            compose(matrix_of(pattern.get("CTM")), space),
            lambda: self._objects(canvas, content, inside),
        )

    def _text(
        self,
        canvas: PatternCanvas,
        element: Element,
        settings: dict[str, Element | str],
        around: Around,
    ) -> None:
        font = around.resources.fonts.get(element.get("Font", ""))
        style = TextStyle.of(
            element,
            role_of(font),
            bold=font is not None and font.bold,
            italic=font is not None and font.italic,
        )
        embedded = self._font(font.file) if font is not None and font.file else None
        if font is not None and embedded is None and (font.file or font.lost):
            self.losses.add(Lost.FONT, self._number)
        if child(element, "StrokeColor") is None and not style.stroke:
            # Made bold by an outline of the ink's own colour.
            source = settings.get("FillColor")
            ink = source if isinstance(source, Element) else None
            fill = colour_of(ink, around.resources)
            _set_stroke(canvas, replace(fill, alpha=fill.alpha * around.alpha))
        characters = list(placed_characters(element, style, embedded))
        if draw_characters(canvas, characters, style):
            plain = (one.character for one in characters if one.outline is None)
            self.undrawn.look_through("".join(plain))

    def _font(self, part: str) -> EmbeddedOutlines | None:
        if part not in self._fonts:
            try:
                self._fonts[part] = EmbeddedOutlines(self._reader.package.read(part))
            except (ValueError, OFDError):
                self._fonts[part] = None
        return self._fonts[part]

    def _picture(self, part: str) -> Image.Image | None:
        if part and part not in self._pictures:
            try:
                self._pictures[part] = open_picture(self._reader.package.read(part))
            except OFDError:
                self._pictures[part] = None
        return self._pictures.get(part)

    def _image(self, canvas: PatternCanvas, element: Element, around: Around) -> None:
        part, _ = around.resources.media.get(element.get("ResourceID", ""), ("", ""))
        image = self._picture(part)
        if image is None:
            self.losses.add(Lost.PICTURE, self._number)
            return
        mask, _ = around.resources.media.get(element.get("ImageMask", ""), ("", ""))
        cover = self._picture(mask)
        if cover is not None:
            image = image.convert("RGB")
            image.putalpha(cover.convert("L").resize(image.size))
        if element.get("CTM") is None:
            # Without a transformation a picture fills its boundary.
            boundary = box_of(element.get("Boundary")) or (0.0, 0.0, 1.0, 1.0)
            canvas.scale(boundary[2], boundary[3])
        _draw_image(canvas, image, (0.0, 0.0, 1.0, 1.0), around.alpha)

    def _stamp(self, canvas: PatternCanvas, stamp: SealPicture) -> None:
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
            if image is None:
                self.losses.add(Lost.PICTURE, self._number)
                return
            # Ink lets the text below it be read, whether or not the picture is transparent.
            canvas.setBlendMode("Multiply")
            _draw_image(canvas, image, (0.0, 0.0, width, height), 1.0)

    def _sealed_page(self, canvas: PatternCanvas, data: bytes, width: float, height: float) -> None:
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
def _kept(canvas: PatternCanvas) -> Iterator[None]:
    canvas.saveState()
    try:
        yield
    finally:
        canvas.restoreState()


def _opacity(element: Element) -> float:
    return min(max((number_list(element.get("Alpha")) or [255.0])[0] / 255, 0.0), 1.0)


def _set_fill(canvas: PatternCanvas, colour: Colour) -> None:
    canvas.setFillColorRGB(colour.red, colour.green, colour.blue, alpha=colour.alpha)


def _set_stroke(canvas: PatternCanvas, colour: Colour) -> None:
    canvas.setStrokeColorRGB(colour.red, colour.green, colour.blue, alpha=colour.alpha)


def _path(canvas: PatternCanvas, element: Element, settings: dict[str, Element | str]) -> None:
    data = child(element, "AbbreviatedData")
    path = canvas.beginPath()
    if data is None or not trace(path, data.text or ""):
        return
    canvas.drawPath(
        path,
        stroke=int(settings.get("Stroke", "true") != "false"),
        # Without a colour of its own a path's inside is transparent (GB/T 33190, table 35).
        fill=int(settings.get("Fill", "false") == "true" and "FillColor" in settings),
        fillMode=0 if settings.get("Rule") == "Even-Odd" else 1,
    )


def _draw_image(canvas: PatternCanvas, image: Image.Image, box: Box, alpha: float) -> None:
    """Draw a picture into a box of a space whose y axis points down."""
    x, y, width, height = box
    with _kept(canvas):
        canvas.transform(width, 0, 0, -height, x, y + height)
        if alpha < 1:
            canvas.setFillAlpha(alpha)
        canvas.drawImage(ImageReader(image), 0, 0, 1, 1, mask="auto")
