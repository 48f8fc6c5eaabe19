"""Fonts of an OFD: embedded ones by their outlines, others by the bundled fonts."""

import io
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from fontTools.agl import toUnicode
from fontTools.cffLib import CFFFontSet
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


_CFF_BEGINNINGS = (b"\x01\x00\x04", b"\x01\x00\x05")

#: What fontTools raises on odd fonts.
_UNREADABLE = (
    TTLibError,
    KeyError,
    AttributeError,
    OSError,
    AssertionError,
    ValueError,
    IndexError,
    TypeError,
    ZeroDivisionError,
    struct.error,
)


class _Glyph(Protocol):
    def draw(self, pen: BasePen) -> None: ...


@dataclass(frozen=True, slots=True)
class Outline:
    """A glyph's path in em (y upward), as PDF drawing commands with their numbers."""

    commands: tuple[tuple[str, tuple[float, ...]], ...]


class EmbeddedOutlines:
    """The glyphs of one embedded font (TrueType, OpenType, bare CFF), by character or number."""

    def __init__(self, data: bytes) -> None:
        """Read the font.

        Raises:
            ValueError: it is none that can be read.
        """
        try:
            if data.startswith(_CFF_BEGINNINGS):
                self._open_cff(data)
            else:
                self._open_sfnt(data)
        except _UNREADABLE as error:
            raise ValueError("unreadable font") from error
        self._known: dict[str, Outline | None] = {}

    def _open_sfnt(self, data: bytes) -> None:
        font = TTFont(io.BytesIO(data), fontNumber=0, lazy=True)
        self._glyphs: Mapping[str, _Glyph] = font.getGlyphSet()
        self._em = float(font["head"].unitsPerEm)
        self._order: Sequence[str] = font.getGlyphOrder()
        try:
            self._names = dict(font.getBestCmap() or {})
        except _UNREADABLE:
            self._names = {}

    def _open_cff(self, data: bytes) -> None:
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(data), None)
        top = fonts[0]
        self._glyphs = top.CharStrings
        self._em = 1 / float(top.FontMatrix[0])
        self._order = list(top.charset)
        named = {name: toUnicode(name) for name in self._order}
        self._names = {ord(text): name for name, text in named.items() if len(text) == 1}

    def of_character(self, character: str) -> Outline | None:
        """Return a character's outline; None if the font has none."""
        name = self._names.get(ord(character))
        return self._outline(name) if name is not None else None

    def of_number(self, number: int) -> Outline | None:
        """Return the outline of the glyph with that number."""
        return self._outline(self._order[number]) if 0 <= number < len(self._order) else None

    def _outline(self, name: str) -> Outline | None:
        if name not in self._known:
            pen = _CommandPen(self._glyphs, 1 / self._em)
            try:
                self._glyphs[name].draw(pen)
                self._known[name] = Outline(tuple(pen.commands))
            except _UNREADABLE:
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
