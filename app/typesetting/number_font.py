"""The small font of the running page numbers: GB/T 9704-2012 7.5, 宋体 figures between dashes."""

from dataclasses import dataclass
from functools import lru_cache

import pikepdf
from pikepdf import Array, Dictionary, Name

from app.typesetting.font_face import FontFace
from resources import resource_bytes, resource_path

CHARACTERS = "0123456789—-/ "
_ENCODING = "cp1252"  # what a PDF calls WinAnsiEncoding
_FIRST, _LAST = 0x20, 0x97
_NONSYMBOLIC = 1 << 5
_SERIFS = 1 << 1
_FONT_NAME = "/JZNUMS+JuanzongNumerals"  # the prefix says that it is a subset


@dataclass(frozen=True, slots=True)
class _Figures:
    """The font file, cut from Noto Serif SC, and its measures in thousandths of an em."""

    data: bytes
    widths: dict[str, int]
    box: tuple[int, int, int, int]


def number_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Embed the figures in ``pdf`` and return the font, one indirect object for all its pages.

    It is a simple TrueType font in WinAnsiEncoding, PDF/A-valid; ``number_codes`` gives the bytes
    to show. It holds ``CHARACTERS`` only. Each call embeds another copy.
    """
    figures = _figures()
    program = pdf.make_stream(figures.data, Length1=len(figures.data))
    name = Name(_FONT_NAME)
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=_NONSYMBOLIC | _SERIFS,
            FontBBox=Array(figures.box),
            ItalicAngle=0,
            Ascent=figures.box[3],
            Descent=figures.box[1],
            CapHeight=figures.box[3],
            StemV=80,
            MissingWidth=0,
            FontFile2=program,
        )
    )
    by_code = {character.encode(_ENCODING)[0]: width for character, width in figures.widths.items()}
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=name,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=_FIRST,
            LastChar=_LAST,
            Widths=Array([by_code.get(code, 0) for code in range(_FIRST, _LAST + 1)]),
            FontDescriptor=descriptor,
        )
    )


def number_codes(text: str) -> bytes:
    """Return the codes of ``text`` in the number font.

    Raises:
        ValueError: ``text`` has a character outside ``CHARACTERS``.
    """
    outside = set(text) - set(CHARACTERS)
    if outside:
        raise ValueError(f"not in the number font: {sorted(outside)}")
    return text.encode(_ENCODING)


def number_width(text: str, size: float) -> float:
    """Return the width of ``text`` in points. Raises ``KeyError`` outside ``CHARACTERS``."""
    widths = _figures().widths
    return size * sum(widths[character] for character in text) / 1000


@lru_cache(maxsize=1)
def _figures() -> _Figures:
    name = "fonts/JuanzongNumerals.ttf"
    with resource_path(name) as path:
        face = FontFace(path)
    left, bottom, right, top = face.bbox
    widths = {character: int(face.getCharWidth(ord(character))) for character in CHARACTERS}
    return _Figures(resource_bytes(name), widths, (left, bottom, right, top))
