"""The outline of a line of type as drawing operators: seen like text, and never read as text."""

from functools import lru_cache
from typing import Any

from app.typesetting.fonts import font_named, glyph
from app.typesetting.lines import Line


@lru_cache(maxsize=16)
def outline_of(line: Line) -> str:
    """The line's shapes as PDF operators, filled, from the origin along the base line.

    Characters that no font has are left out.
    """
    from fontTools.pens.basePen import BasePen
    from fontTools.ttLib import TTFont

    class Pen(BasePen):  # type: ignore[misc]
        """Collects operators, in the units of the font."""

        def __init__(self, glyphs: Any, scale: float, offset: float) -> None:  # noqa: ANN401
            super().__init__(glyphs)
            self.code: list[str] = []
            self._scale, self._offset = scale, offset

        def _at(self, *points: tuple[float, float]) -> str:
            return " ".join(
                f"{x * self._scale + self._offset:.2f} {y * self._scale:.2f}" for x, y in points
            )

        def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802  (fontTools' names)
            self.code.append(f"{self._at(pt)} m")

        def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
            self.code.append(f"{self._at(pt)} l")

        def _curveToOne(  # noqa: N802
            self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
        ) -> None:
            self.code.append(f"{self._at(pt1, pt2, pt3)} c")

        def _closePath(self) -> None:  # noqa: N802
            self.code.append("h")

    code: list[str] = []
    offset = 0.0
    for character in line.text:
        shape = glyph(line.role, character)
        if shape.font_name:
            with TTFont(font_named(shape.font_name).face.filename, lazy=True) as font:
                name = font.getBestCmap().get(ord(character))
                glyphs = font.getGlyphSet()
                if name is not None:
                    scale = line.size / font["head"].unitsPerEm
                    pen = Pen(glyphs, scale, offset)
                    glyphs[name].draw(pen)
                    code += pen.code
        offset += shape.advance * line.size
    return " ".join((*code, "f"))
