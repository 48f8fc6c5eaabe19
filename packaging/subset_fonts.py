"""Cut a large Chinese font down to what county papers are written with.

Kept: the 8105 characters of the 通用规范汉字表 (packaging/tongyong_hanzi.txt), all of GB2312,
the symbols of GBK, Latin with its accents, punctuation, arrows, enclosed numbers, box drawing and
the full-width forms. The fonts' licence (OFL 1.1) allows it; neither reserves the name "Noto".

    python packaging/subset_fonts.py NotoSerifSC_700Bold.ttf resources/fonts/NotoSerifSC-Bold.ttf
"""

import argparse
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HANZI_LIST = Path(__file__).with_name("tongyong_hanzi.txt")

RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin with accents
    (0x02B0, 0x02FF),  # modifier letters (pinyin tones)
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x20CF),  # superscripts, currency
    (0x2100, 0x22FF),  # letterlike, Roman numerals, arrows, mathematics
    (0x2300, 0x23FF),
    (0x2460, 0x24FF),  # enclosed numbers
    (0x2500, 0x266F),  # box drawing, blocks, geometric shapes, stars
    (0x2700, 0x27BF),  # ticks, crosses, circled numbers
    (0x3000, 0x30FF),  # CJK punctuation, kana
    (0x3100, 0x312F),  # Bopomofo
    (0x3220, 0x33FF),  # enclosed CJK, units
    (0xFE30, 0xFE6F),  # vertical and small forms
    (0xFF00, 0xFFEF),  # full width and half width
)


def kept_characters() -> set[int]:
    """Return the code points that a subset keeps where the font has them."""
    text = HANZI_LIST.read_text(encoding="utf-8")
    kept = {ord(character) for character in text if not character.isspace()}
    for lead in range(0xA1, 0xFF):
        for trail in range(0xA1, 0xFF):
            kept.update(map(ord, bytes((lead, trail)).decode("gb2312", errors="ignore")))
    for first, last in RANGES:
        kept.update(range(first, last + 1))
    return kept


def subset(source: Path, target: Path) -> None:
    """Write the part of ``source`` that is kept to ``target``, without hinting."""
    options = Options()
    options.layout_features = ["kern", "liga", "locl", "vert", "vrt2"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    font = TTFont(source)
    worker = Subsetter(options)
    worker.populate(unicodes=kept_characters())
    worker.subset(font)
    font.save(target)


def main() -> None:
    """Read the two paths from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    subset(arguments.source, arguments.target)


if __name__ == "__main__":
    main()
