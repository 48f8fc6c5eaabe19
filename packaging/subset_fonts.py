"""Cut a large Chinese font down to what county papers are written with.

Kept: the 8105 characters of the 通用规范汉字表 (packaging/tongyong_hanzi.txt), all of GB2312,
the symbols of GBK, Latin with its accents, punctuation, arrows, enclosed numbers, box drawing and
the full-width forms. The fonts' licence (OFL 1.1) allows it; neither reserves the name "Noto".

    python packaging/subset_fonts.py NotoSerifSC_700Bold.ttf resources/fonts/NotoSerifSC-Bold.ttf

The font of the running page numbers holds figures and dashes only, under a family name of its own,
so that no program takes it for the whole:

    python packaging/subset_fonts.py resources/fonts/NotoSerifSC-Regular.ttf \
        resources/fonts/JuanzongNumerals.ttf --characters "0123456789—-/ " \
        --family "Juanzong Numerals"
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


def subset(source: Path, target: Path, characters: str, family: str) -> None:
    """Write the part of ``source`` that is kept to ``target``, without hinting."""
    options = Options()
    options.layout_features = [] if characters else ["kern", "liga", "locl", "vert", "vrt2"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    if characters:
        options.drop_tables += ["vhea", "vmtx", "BASE", "STAT", "gasp", "GDEF", "GPOS", "GSUB"]
    font = TTFont(source)
    worker = Subsetter(options)
    worker.populate(unicodes=set(map(ord, characters)) or kept_characters())
    worker.subset(font)
    if family:
        rename(font, family)
    font.save(target)


def rename(font: TTFont, family: str) -> None:
    """Give ``font`` another family name everywhere that programs look."""
    for record in list(font["name"].names):
        if record.nameID in {1, 3, 4, 6}:
            text = family.replace(" ", "") if record.nameID == 6 else family
            font["name"].setName(
                text, record.nameID, record.platformID, record.platEncID, record.langID
            )


def main() -> None:
    """Read the two paths and the choices from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--characters", default="", help="keep these instead of the usual set")
    parser.add_argument("--family", default="", help="another family name for the result")
    arguments = parser.parse_args()
    subset(arguments.source, arguments.target, arguments.characters, arguments.family)


if __name__ == "__main__":
    main()
