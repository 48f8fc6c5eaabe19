"""Our reading of the bundled fonts, against ReportLab's."""

import random
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from app.typesetting.font_face import Characters, FontFace

REPO = Path(__file__).resolve().parents[2]
FONTS = sorted((REPO / "resources" / "fonts").glob("*.ttf"))
COMMON = (REPO / "packaging" / "tongyong_hanzi.txt").read_text(encoding="utf-8").replace("\n", "")


@pytest.fixture(params=FONTS, ids=lambda path: path.stem)
def faces(request):
    return FontFace(request.param), TTFontFace(str(request.param))


def test_every_character_has_the_glyph_and_the_width_that_reportlab_finds(faces):
    ours, theirs = faces
    for code in range(0x30000):
        assert ours.charToGlyph.get(code) == theirs.charToGlyph.get(code), hex(code)
        assert (code in ours.charToGlyph) == (code in theirs.charToGlyph), hex(code)
        assert ours.getCharWidth(code) == theirs.getCharWidth(code), hex(code)


def test_the_measures_are_those_that_reportlab_finds(faces):
    ours, theirs = faces
    for measure in ("name", "flags", "ascent", "descent", "capHeight", "bbox", "italicAngle"):
        assert getattr(ours, measure) == getattr(theirs, measure)
    assert (ours.stemV, ours.defaultWidth) == (theirs.stemV, theirs.defaultWidth)


@pytest.mark.parametrize("count", [0, 1, 30, 255])
def test_a_subset_is_the_one_that_reportlab_makes(faces, count):
    ours, theirs = faces
    rng = random.Random(count)
    latin = [ord(character) for character in "Aé—　Å镕𬭎"]  # with a character that is missing
    subset = [0, *(ord(one) for one in rng.sample(COMMON, count)), *latin[: 255 - count]]
    assert ours.makeSubset(subset) == theirs.makeSubset(subset)


def test_a_width_that_is_not_there_is_an_error(faces):
    ours, _ = faces
    with pytest.raises(KeyError):
        ours.charWidths[0x10FFFE]


def test_an_unknown_table_of_characters_is_an_error():
    table = bytes.fromhex("0000 0001 0003 0001 0000000c 0006 000c")
    with pytest.raises(TTFError, match="format 6"):
        Characters(table)
