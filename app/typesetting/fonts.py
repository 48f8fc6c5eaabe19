"""The roles of type on a sheet, the bundled font of each, and the fallback per character.

GB/T 9704-2012 names the faces (仿宋 for text, 小标宋 for titles, 黑体 for headings, 楷体, 宋体);
resources/fonts/NOTICE.md names the free fonts that stand for them. FandolFang lacks 1467 of the
8105 characters of the 通用规范汉字表, common in names, so that every character is looked up.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import PurePosixPath
from threading import Lock

from reportlab.pdfbase import pdfmetrics

from app.gbk_private import is_private
from app.typesetting.embedded_font import EmbeddedFont
from resources import resource_path

SERIF = "NotoSerifSC-Regular.ttf"
_KAI = "LXGWWenKai-Regular.ttf"

ASCENT = 0.88  # of the em, in every bundled font; the descent is the rest
MISSING_ADVANCE = 1.0


class FontRole(StrEnum):
    """What a piece of text is on the sheet."""

    BODY = "body"  # 仿宋
    TITLE = "title"  # 小标宋
    HEADING = "heading"  # 黑体
    KAI = "kai"  # 楷体
    TABLE = "table"  # 宋体


_CHAINS: dict[FontRole, tuple[str, ...]] = {
    FontRole.BODY: ("FandolFang-Regular.ttf", SERIF, _KAI),
    FontRole.TITLE: ("NotoSerifSC-Bold.ttf", SERIF, _KAI),
    FontRole.HEADING: ("NotoSansSC-Medium.ttf", SERIF, _KAI),
    FontRole.KAI: (_KAI, SERIF),
    FontRole.TABLE: (SERIF, _KAI),
}


# LXGW WenKai draws these as narrow as in Latin text; Chinese gives them a full em.
_LATIN_QUOTES_IN_KAI = frozenset("“”‘’")


@dataclass(frozen=True, slots=True)
class Glyph:
    """Where a character's shape is; ``font_name`` is empty if no bundled font has it."""

    font_name: str
    advance: float  # in em


_PREFIX = "Juanzong-"
_loading = Lock()


@cache
def _registered(file_name: str) -> EmbeddedFont:
    with resource_path(f"fonts/{file_name}") as path:
        font = EmbeddedFont(_PREFIX + PurePosixPath(file_name).stem, path)
    pdfmetrics.registerFont(font)
    return font


def load_font(file_name: str) -> EmbeddedFont:
    """Return the bundled font ``file_name``, opened on first use."""
    with _loading:
        return _registered(file_name)


def font_named(name: str) -> EmbeddedFont:
    """Return the font that a ``Glyph`` names."""
    return _registered(name.removeprefix(_PREFIX) + ".ttf")


def base_font_name(role: FontRole) -> str:
    """Return the registered name of the role's own font."""
    return str(load_font(_CHAINS[role][0]).fontName)


@lru_cache(maxsize=1 << 16)
def glyph(role: FontRole, character: str) -> Glyph:
    """Find ``character`` in the role's font, else in its fallbacks, else report it as missing."""
    code = ord(character)
    if is_private(character):
        # What a bundled font has there is some other font maker's character.
        return Glyph("", MISSING_ADVANCE)
    chain = _CHAINS[role]
    if role is FontRole.KAI and character in _LATIN_QUOTES_IN_KAI:
        chain = (SERIF, *chain)
    for file_name in chain:
        font = load_font(file_name)
        if font.face.charToGlyph.get(code):
            return Glyph(font.fontName, font.face.charWidths[code] / 1000)
    return Glyph("", MISSING_ADVANCE)


def text_width(text: str, role: FontRole, size: float) -> float:
    """Return the width of ``text`` in points, set in one line."""
    if len(text) == 1:  # most of what is broken into lines is measured so
        return size * glyph(role, text).advance
    return size * sum(glyph(role, character).advance for character in text)


def missing_characters(text: str, role: FontRole) -> frozenset[str]:
    """Return the characters of ``text`` that no bundled font has."""
    return frozenset(character for character in text if not glyph(role, character).font_name)
