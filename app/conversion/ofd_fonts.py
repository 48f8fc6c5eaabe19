"""Fonts of an OFD: embedded ones by their outlines, named ones by the bundled faces."""

import io
from dataclasses import dataclass

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont, TTLibError
from fontTools.ttLib.ttGlyphSet import _TTGlyphSet

from app.ofd.package import FontEntry
from app.typesetting.fonts import FontRole

_ROLES = (
    (("小标宋", "大标宋", "中宋", "粗宋", "XiaoBiaoSong"), FontRole.TITLE),
    (("仿宋", "FangSong", "Fangsong"), FontRole.BODY),
    (("楷", "Kai", "隶", "行"), FontRole.KAI),
    (("黑", "Hei", "雅", "YaHei", "等线", "Arial", "Helvetica", "圆"), FontRole.HEADING),
)


def role_of(font: FontEntry | None) -> FontRole:
    """Choose the bundled face for a font that is only named; 宋体 for all that are unknown."""
    name = f"{font.name} {font.family}" if font is not None else ""
    for words, role in _ROLES:
        if any(word in name for word in words):
            return role
    return FontRole.TABLE


@dataclass(frozen=True, slots=True)
class Outline:
    """A glyph's path in em (y upward), as PDF drawing commands with their numbers."""

    commands: tuple[tuple[str, tuple[float, ...]], ...]


class EmbeddedOutlines:
    """The glyphs of one embedded font, by character or by number."""

    def __init__(self, data: bytes) -> None:
        """Read the font.

        Raises:
            ValueError: it is none that can be read.
        """
        try:
            self._font = TTFont(io.BytesIO(data), fontNumber=0, lazy=True)
            self._glyphs = self._font.getGlyphSet()
            self._em = float(self._font["head"].unitsPerEm)
            self._order = self._font.getGlyphOrder()
        except (TTLibError, KeyError, AttributeError, OSError, AssertionError) as error:
            raise ValueError("unreadable font") from error
        self._names = self._character_map()
        self._known: dict[str, Outline | None] = {}

    def of_character(self, character: str) -> Outline | None:
        """Return a character's outline; None if the font has none."""
        name = self._names.get(ord(character))
        return self._outline(name) if name is not None else None

    def of_number(self, number: int) -> Outline | None:
        """Return the outline of the glyph with that number."""
        return self._outline(self._order[number]) if 0 <= number < len(self._order) else None

    def _character_map(self) -> dict[int, str]:
        try:
            return dict(self._font.getBestCmap() or {})
        except (TTLibError, KeyError, AttributeError, AssertionError):
            return {}

    def _outline(self, name: str) -> Outline | None:
        if name not in self._known:
            pen = _CommandPen(self._glyphs, 1 / self._em)
            try:
                self._glyphs[name].draw(pen)
                self._known[name] = Outline(tuple(pen.commands))
            except (TTLibError, KeyError, AttributeError, ValueError, IndexError):
                self._known[name] = None
        return self._known[name]


class _CommandPen(BasePen):  # type: ignore[misc]
    def __init__(self, glyphs: _TTGlyphSet, scale: float) -> None:
        super().__init__(glyphs)
        self._scale = scale
        self.commands: list[tuple[str, tuple[float, ...]]] = []

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        flat = tuple(number * self._scale for point in points for number in point)
        self.commands.append((command, flat))

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802  (fontTools' name)
        self._add("moveTo", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add("lineTo", pt)

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self._add("curveTo", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self._add("close")

    def _endPath(self) -> None:  # noqa: N802
        self._add("close")
