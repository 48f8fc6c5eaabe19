"""Every spelling of a mark turned into one: width, variants, gaps, invisible characters."""

import re
import unicodedata

#: What no reader sees, and strokes that are laid over a character.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]")
_VARIANTS = str.maketrans(
    {
        "機": "机",
        "絕": "绝",
        "絶": "绝",
        "祕": "秘",
        "宻": "密",
        "級": "级",
        "長": "长",
        "啟": "启",
        "啓": "启",
        "個": "个",
        "國": "国",
        "㊙": "秘密",
        "\u2028": "\n",
        "\u2029": "\n",
        "\x0b": "\n",
        "\x85": "\n",
    }
)
#: One stroke or dot that a typist puts between two characters, with blanks around it.
_GAP = r" *[·•‧∙⋅・.．。_\-‐-―—~|*+^'`]? *"
_LEVEL_APART = re.compile(rf"([绝机秘]){_GAP}(密)")
#: In front of a star anything may stand between the two: strokes, brackets, sounds, cells.
_STARRED_APART = re.compile(
    r"([绝机秘])(?:[^\w\n]{1,4}|\([a-zà-ǜ]{1,6}\))密(?=[^\w\n]{0,3}[★☆⭐✩✪✫✬✭✮✯✰🌟])", re.IGNORECASE
)
#: A tab is a gap where nothing else stands in the line, not between two cells.
_TABBED_APART = re.compile(r"(?:^|(?<=\s))([绝机秘])\t+(密)(?=\s|[^\w\s]|$)")
_LABEL_APART = re.compile(r"密 +级|保 *密 *等 *级|保 *密 *级 *别|涉 *密 *等 *级")
_TERM_APART = re.compile(
    r"(?<=\d) +(?=[\d年个月])|(?<=长) +(?=期)|(?<=启) *(?=用 *前)|(?<=用) +(?=前)"
)

#: Without one of these there is no mark, so that nothing else needs to be folded.
TELLING = re.compile("[密宻㊙]")


def folded(text: str) -> str:
    """Words in the form that the rules of ``marks`` are written for; line ends stay.

    机 密, 机·密, 機密, 机\u200b密 and ㊙ become 机密 or 秘密.
    """
    known = _INVISIBLE.sub("", text.translate(_VARIANTS))
    plain = unicodedata.normalize("NFKC", known).translate(_VARIANTS)
    spaced = _SPACES.sub(lambda found: "\t" if found[0] == "\t" else " ", plain)
    closed = _LEVEL_APART.sub(r"\1\2", spaced)
    closed = _TABBED_APART.sub(r"\1\2", closed)
    closed = _STARRED_APART.sub(r"\1密", closed)
    closed = _LABEL_APART.sub(lambda found: found[0].replace(" ", ""), closed)
    return _TERM_APART.sub("", closed)


def lines_of(page: str) -> list[str]:
    """The lines of a folded page that hold something.

    Characters that stand one below the other, as in vertical writing, become one line; so does a
    level that a line end divides (机⏎密).
    """
    rows = [row.strip() for row in re.split(r"[\r\n]+", page)]
    joined: list[str] = []
    run: list[str] = []
    for row in (*filter(None, rows), ""):
        if row and len(row) <= 2 and not row.isascii():
            run.append(row)
            continue
        divided = bool(run) and run[-1][-1] in "绝机秘" and row.startswith("密")
        if row and (divided or (len(run) > 1 and len(row) <= 4)):
            run.append(row)
        if run:
            joined += [one for one in run if len(run) > 1 and len(one) > 1 and "密" in one]
            joined.append(_LEVEL_APART.sub(r"\1\2", "".join(run)))
            letters = "".join(one if len(one) == 1 else "\n" for one in run)
            single = _LEVEL_APART.sub(r"\1\2", letters)
            joined += [part for part in single.split("\n") if len(part) > 1 and part != joined[-1]]
            run = []
        if row:
            joined.append(row)
    return joined
