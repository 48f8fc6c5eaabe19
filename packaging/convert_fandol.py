"""Convert FandolFang from its original OpenType/CFF form to TrueType outlines.

ReportLab embeds TrueType outlines only. The result is a modified version of a font under the GNU
GPL 3 with the font exception; resources/fonts/NOTICE.md extends the exception to it, and the
original file and this script stand beside it, so that anyone can make it again:

    python packaging/convert_fandol.py resources/fonts/source/FandolFang-Regular.otf \
        resources/fonts/FandolFang-Regular.ttf
"""

import argparse
from pathlib import Path
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

MAX_ERROR = 1.0  # font units of 1000 to the em: a thousandth of the character's size
CHANGE = "Modified for Juanzong: cubic outlines converted to quadratic TrueType outlines"
DROPPED = ("CFF ", "VORG", "BASE", "GPOS")


def quadratic_glyphs(font: TTFont) -> dict[str, Any]:
    """Draw every glyph again with quadratic curves, in the direction that TrueType expects."""
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    return glyphs


def convert(source: Path, target: Path) -> None:
    """Write ``source`` with TrueType outlines to ``target``."""
    font = TTFont(source)
    order = font.getGlyphOrder()
    glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = quadratic_glyphs(font)
    font["loca"] = newTable("loca")
    font["glyf"] = glyf
    glyf.compile(font)  # fills in the bounding boxes, which the side bearings need
    for name, (advance, _) in font["hmtx"].metrics.items():
        font["hmtx"][name] = (advance, getattr(glyf[name], "xMin", 0))

    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in (
        "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxPoints",
        "maxContours", "maxCompositePoints", "maxCompositeContours", "maxComponentDepth",
    ):  # fmt: skip
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    font["post"].formatType = 3.0
    for tag in DROPPED:
        if tag in font:
            del font[tag]

    names = font["name"]
    for name_id, text in (
        (1, "FandolFang"),
        (2, "Regular"),
        (4, "FandolFang Regular"),
        (10, CHANGE),
        (13, "GNU General Public License 3 with font exception"),
    ):
        names.setName(text, name_id, 3, 1, 0x409)
    font.sfntVersion = "\0\1\0\0"
    font.save(target)


def main() -> None:
    """Read the two paths from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    convert(arguments.source, arguments.target)


if __name__ == "__main__":
    main()
