"""A ReportLab canvas whose fills and strokes may be patterns (ISO 32000-1, 8.7)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFFormXObject,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFResourceDictionary,
    PDFStream,
    PDFZCompress,
)

from app.ofd.package import Matrix
from app.typesetting.embedded_font import PlainCanvas


@dataclass(frozen=True, slots=True)
class PatternTile:
    """The size of a cell, the steps from cell to cell, and whether every other one is mirrored."""

    width: float
    height: float
    step_x: float
    step_y: float
    mirrored_across: bool = False
    mirrored_down: bool = False


class PatternCanvas(PlainCanvas):
    """Patterns are made while a page is drawn, and named in that page's resources."""

    def __init__(self, target: Path, size: tuple[float, float], font_name: str) -> None:
        super().__init__(target, size, font_name)
        self._patterns: dict[str, PDFObjectReference] = {}
        self._made = 0
        self._in_cell = False

    @property
    def in_cell(self) -> bool:
        """True while a pattern's cell is drawn; a cell cannot hold patterns."""
        return self._in_cell

    @property
    def matrix(self) -> Matrix:
        """The way from the present space to the page's own."""
        a, b, c, d, e, f = self._currentMatrix
        return a, b, c, d, e, f

    def tiling(self, tile: PatternTile, matrix: Matrix, draw: Callable[[], None]) -> str:
        """Return the name of a pattern; ``draw`` draws the cell, ``matrix`` lays it on the page."""
        cell = f"Cell{self._made}"
        self._in_cell = True
        try:
            self.beginForm(cell, 0, 0, tile.width, tile.height)
            draw()
            self.endForm(compression=0)  # it is compressed already
        finally:
            self._in_cell = False
        form = self._doc.getXObjectName(cell)
        across, down = 1 + tile.mirrored_across, 1 + tile.mirrored_down
        places = []
        for column in range(across):
            for row in range(down):
                flip_x, x = (-1, tile.step_x + tile.width) if column else (1, 0)
                flip_y, y = (-1, tile.step_y + tile.height) if row else (1, 0)
                places.append(f"q {flip_x} 0 0 {flip_y} {x:.5f} {y:.5f} cm /{form} Do Q")
        resources = PDFDictionary({"XObject": self._doc.xobjDict([cell])})
        entries = {
            "Type": PDFName("Pattern"),
            "PatternType": 1,
            "PaintType": 1,
            "TilingType": 1,
            "BBox": PDFArray([0, 0, tile.step_x * across, tile.step_y * down]),
            "XStep": tile.step_x * across,
            "YStep": tile.step_y * down,
            "Matrix": PDFArray(list(matrix)),
            "Resources": resources,
        }
        return self._named(
            PDFStream(PDFDictionary(entries), "\n".join(places) + "\n", [PDFZCompress])
        )

    def shaded(self, shading: PDFObject, matrix: Matrix) -> str:
        """Return the name of a pattern that paints ``shading``."""
        shade = PDFObjectReference(self._doc.addShading(shading))
        entries = {
            "Type": PDFName("Pattern"),
            "PatternType": 2,
            "Shading": shade,
            "Matrix": PDFArray(list(matrix)),
        }
        return self._named(PDFDictionary(entries))

    def fill_with(self, pattern: str) -> None:
        """Fill with a pattern from now on."""
        self.addLiteral(f"/Pattern cs /{pattern} scn")

    def stroke_with(self, pattern: str) -> None:
        """Stroke with a pattern from now on."""
        self.addLiteral(f"/Pattern CS /{pattern} SCN")

    def _named(self, pattern: PDFObject) -> str:
        name = f"Pattern{self._made}"
        self._made += 1
        self._patterns[name] = self._doc.Reference(pattern, name)
        return name

    def _setAnnotations(self, page: PDFPage | PDFFormXObject) -> None:  # noqa: N802 (ReportLab's)
        super()._setAnnotations(page)
        resources = PDFResourceDictionary()
        resources.basicFonts()
        resources.allProcs()
        # ReportLab leaves the graphics states out of a form's resources, and patterns everywhere.
        resources.XObject = page.XObjects or {}
        resources.ExtGState = page.ExtGState or {}
        resources.setShading(self._shadingUsed)
        resources.setColorSpace(self._colorsUsed)
        if isinstance(page, PDFPage):
            resources.Pattern, self._patterns = self._patterns, {}
        page.Resources = resources


def compose(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the transformation that does ``inner`` first and then ``outer``."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        *(a * p + b * r, a * q + b * s),
        *(c * p + d * r, c * q + d * s),
        *(e * p + f * r + t, e * q + f * s + u),
    )
