"""Breaking Chinese text into lines, by widths measured in the very fonts that print it.

Rules: GB/T 15834-2011 5.1 (which marks may not begin or end a line), words and numbers whole, a
number with its unit. A line that would begin with a forbidden mark hands it a character from the
line before (推出), so that nothing hangs over the margin.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.typesetting.fonts import FontRole, text_width
from app.typesetting.text import is_word_character, one_line, printable

NEVER_FIRST = frozenset(
    "!%),.:;?]}¢°·ˇˉ‐–—―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～々ー"
)
NEVER_LAST = frozenset("$([{£¥‘“‹〈《「『【〔〖〝︵︷︹﹙﹛﹝＄（．［｛￡￥")
_NUMBER_UNITS = frozenset("年月日号项件页条款章卷册份个人次分时％%‰℃")
_SOFT_BREAKS = frozenset("-_/\\.,:;@&=?+")
_SLACK = 1e-6  # rounding in sums of widths


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type: what to draw and how wide it is, in points."""

    text: str
    role: FontRole
    size: float
    width: float
    indent: float = 0.0
    ends_paragraph: bool = True


def break_lines(
    text: str, role: FontRole, size: float, width: float, indent: float = 0.0
) -> tuple[Line, ...]:
    """Break ``text`` into lines no wider than ``width`` points; ``indent`` starts each paragraph.

    Paragraphs end with a line end. Empty text has no lines. Only where a single character is wider
    than ``width`` is the line wider too.
    """
    text = printable(text)
    if not text:
        return ()
    lines: list[Line] = []
    for paragraph in text.split("\n"):
        pieces = _fill(paragraph, role, size, width, indent)
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


def clusters(text: str) -> tuple[str, ...]:
    """Split one paragraph at the places where a line may break; spaces stay with what they follow.

    Joined together, the parts are the text.
    """
    parts: list[str] = []
    start = 0
    for position in range(1, len(text)):
        if _may_break(text, position):
            parts.append(text[start:position])
            start = position
    if text:
        parts.append(text[start:])
    return tuple(parts)


def _may_break(text: str, position: int) -> bool:
    before, after = text[position - 1], text[position]
    if after == " ":
        return False
    if before == " ":
        return after not in NEVER_FIRST
    if after in NEVER_FIRST or before in NEVER_LAST:
        return False
    if is_word_character(before):
        return not is_word_character(after) and not (before.isdigit() and after in _NUMBER_UNITS)
    return True


def _fill(paragraph: str, role: FontRole, size: float, width: float, indent: float) -> list[str]:
    lines: list[str] = []
    current = ""
    used = indent
    for cluster in clusters(paragraph):
        ink = text_width(cluster.rstrip(" "), role, size)
        if used + ink > width + _SLACK and current:
            lines.append(current.rstrip(" "))
            current, used = "", 0.0
        if used + ink > width + _SLACK:
            *full, cluster = _force_apart(cluster, role, size, width, used)
            lines += [piece.rstrip(" ") for piece in full]
            used = 0.0 if full else used
        current += cluster
        used += text_width(cluster, role, size)
    lines.append(current.rstrip(" "))
    return lines


def _force_apart(
    cluster: str, role: FontRole, size: float, width: float, used: float
) -> Iterator[str]:
    """Break what has no allowed break, after a joining mark where one is near, else anywhere."""
    rest = cluster
    room = width - used
    while text_width(rest.rstrip(" "), role, size) > room + _SLACK and len(rest) > 1:
        count = 0
        filled = 0.0
        for character in rest:
            filled += text_width(character, role, size)
            if filled > room + _SLACK:
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


def break_title(text: str, role: FontRole, size: float, width: float) -> tuple[Line, ...]:
    """Break a title into as few lines as fit ``width``, of nearly the same length.

    Among equal choices a line ends after a mark or before an opening one; no line is left with a
    single character, and none begins with 的 or 了.
    """
    text = one_line(text)
    if not text:
        return ()
    greedy = _fill(text, role, size, width, 0.0)
    parts = clusters(text)
    if len(greedy) > 1 and all(text_width(p.rstrip(" "), role, size) <= width for p in parts):
        greedy = _balance(parts, len(greedy), role, size, width)
    return tuple(Line(piece, role, size, text_width(piece, role, size)) for piece in greedy)


def _balance(
    parts: tuple[str, ...], count: int, role: FontRole, size: float, width: float
) -> list[str]:
    """Choose the breaks of ``count`` lines that make the cheapest title, by dynamic programming."""
    widths = [text_width(part, role, size) for part in parts]
    target = sum(widths) / count
    trailing = [text_width(part[len(part.rstrip(" ")) :], role, size) for part in parts]
    total = len(parts)
    # best[end] = (cost of setting parts[:end], the breaks that lead there)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, breaks) in best.items():
            filled = 0.0
            for end in range(start + 1, total + 1):
                filled += widths[end - 1]
                if filled - trailing[end - 1] > width + _SLACK:
                    break
                price = cost + ((filled - target) / size) ** 2
                if end < total:
                    price += _break_price(parts[end - 1], parts[end])
                if end not in following or price < following[end][0]:
                    following[end] = (price, (*breaks, end))
        best = following
    breaks = best[total][1]
    starts = (0, *breaks[:-1])
    return ["".join(parts[a:b]).rstrip(" ") for a, b in zip(starts, breaks, strict=True)]


def _break_price(before: str, after: str) -> float:
    if before[-1] in "，、：；。）》”〕 " or after[0] in "（《“〔":
        return 0.0
    if after[0] in "的了等和及与":
        return 12.0 if after[0] in "的了等" else 1.0
    return 3.0
