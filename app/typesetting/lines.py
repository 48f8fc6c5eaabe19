"""Breaking Chinese text into lines, with the widths of the fonts that print it.

Rules: GB/T 15834-2011 5.1 (which marks may not begin or end a line), words and numbers whole, a
number with its unit. A line that would begin with a forbidden mark hands it a character from the
line before (推出), so that nothing hangs over the margin.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.typesetting.fonts import FontRole, text_width
from app.typesetting.text import is_word_character, one_line, printable
from app.typesetting.words import inside_words

NEVER_FIRST = frozenset(
    "!%),.:;?]}¢°·ˇˉ‐–—―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～々ー"
)
NEVER_LAST = frozenset("$([{£¥‘“‹〈《「『【〔〖〝︵︷︹﹙﹛﹝＄（．［｛￡￥")
_NUMBER_UNITS = frozenset("年月日号项件页条款章卷册份个人次分时％%‰℃")
_SOFT_BREAKS = frozenset("-_/\\.,:;@&=?+")
SLACK = 1e-6  # rounding in sums of widths


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type: what to draw and how wide it is, in points."""

    text: str
    role: FontRole
    size: float
    width: float
    indent: float = 0.0
    ends_paragraph: bool = True


@lru_cache(maxsize=4096)  # dossiers repeat their captions, terms and names
def break_lines(
    text: str,
    role: FontRole,
    size: float,
    width: float,
    indent: float = 0.0,
    *,
    whole_words: bool = False,
) -> tuple[Line, ...]:
    """Break ``text`` into lines no wider than ``width`` points; ``indent`` starts each paragraph.

    ``whole_words``: a line does not end inside a known word, which suits lines that are ragged.
    Paragraphs end with a line end. Empty text has no lines. Only where a single character is wider
    than ``width`` is the line wider too.
    """
    text = printable(text)
    if not text:
        return ()
    lines: list[Line] = []
    for paragraph in text.split("\n"):
        pieces = fill(paragraph, role, size, width, indent, whole_words=whole_words)
        for index, piece in enumerate(pieces):
            lines.append(
                Line(
                    piece,
                    role,
                    size,
                    text_width(piece, role, size),
                    indent if index == 0 else 0.0,
                    index == len(pieces) - 1,
                )
            )
    return tuple(lines)


def set_line(text: str, role: FontRole, size: float) -> Line:
    """Set ``text`` in one line, whatever its width."""
    text = one_line(text)
    return Line(text, role, size, text_width(text, role, size))


def fit_line(text: str, role: FontRole, size: float, width: float) -> Line:
    """Set ``text`` in one line of at most ``width`` points, ending in … where it is too long.

    Only for what is printed whole elsewhere.
    """
    text = one_line(text)
    if text_width(text, role, size) > width:
        room = width - text_width("…", role, size)
        kept = 0
        for character in text:
            room -= text_width(character, role, size)
            if room < 0:
                break
            kept += 1
        text = text[:kept].rstrip(" ") + "…"
    return Line(text, role, size, text_width(text, role, size))


def clusters(text: str) -> tuple[str, ...]:
    """Split one paragraph at the places where a line may break; spaces stay with what they follow.

    Joined together, the parts are the text.
    """
    parts: list[str] = []
    start = 0
    for position in range(1, len(text)):
        if _may_break(text[position - 1], text[position]):
            parts.append(text[start:position])
            start = position
    if text:
        parts.append(text[start:])
    return tuple(parts)


@lru_cache(maxsize=1 << 14)
def _may_break(before: str, after: str) -> bool:
    if after == " ":
        return False
    if before == " ":
        return after not in NEVER_FIRST
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    if before in "〕］】" and after.isdigit():  # 〔2021〕15号
        return False
    if is_word_character(before):
        return not is_word_character(after) and not (before.isdigit() and after in _NUMBER_UNITS)
    return True


def _word_clusters(text: str, role: FontRole, size: float, width: float) -> Iterator[str]:
    """The clusters, those of a known word together where a line has room for it."""
    inside = inside_words(text)
    pending = ""
    place = 0
    for cluster in clusters(text):
        joined = pending + cluster
        if pending and place in inside and text_width(joined, role, size) <= width:
            pending = joined
        else:
            if pending:
                yield pending
            pending = cluster
        place += len(cluster)
    if pending:
        yield pending


def fill(
    paragraph: str,
    role: FontRole,
    size: float,
    width: float,
    indent: float,
    *,
    whole_words: bool = False,
) -> list[str]:
    """Fill lines with one paragraph, as much in each as goes."""
    lines: list[str] = []
    current = ""
    used = indent
    parts = (
        _word_clusters(paragraph, role, size, width - indent)
        if whole_words
        else clusters(paragraph)
    )
    for cluster in parts:
        whole = text_width(cluster, role, size)
        ink = text_width(cluster.rstrip(" "), role, size) if cluster.endswith(" ") else whole
        if used + ink > width + SLACK and current:
            lines.append(current.rstrip(" "))
            current, used = "", 0.0
        if used + ink > width + SLACK:
            *full, cluster = _force_apart(cluster, role, size, width, used)
            lines += [piece.rstrip(" ") for piece in full]
            used = 0.0 if full else used
            whole = text_width(cluster, role, size)
        current += cluster
        used += whole
    lines.append(current.rstrip(" "))
    return lines


def _force_apart(
    cluster: str, role: FontRole, size: float, width: float, used: float
) -> Iterator[str]:
    """Break what has no allowed break, after a joining mark where one is near, else anywhere."""
    rest = cluster
    room = width - used
    while text_width(rest.rstrip(" "), role, size) > room + SLACK and len(rest) > 1:
        count = 0
        filled = 0.0
        for character in rest:
            filled += text_width(character, role, size)
            if filled > room + SLACK:
                break
            count += 1
        count = max(count, 1)
        for position in range(count, count - count // 3, -1):
            if rest[position - 1] in _SOFT_BREAKS:
                count = position
                break
        yield rest[:count]
        rest = rest[count:]
        room = width
    yield rest
