"""Titles in balanced lines (GB/T 9704-2012 7.3.1: 回行时词意完整、排列对称、长短适宜)."""

from functools import lru_cache
from itertools import accumulate

from app.typesetting.fonts import FontRole, text_width
from app.typesetting.lines import NEVER_FIRST, SLACK, Line, clusters, fill
from app.typesetting.text import one_line
from app.typesetting.words import WHOLE_WORDS, inside_terms, inside_words

_IN_A_WORD = 24.0
#: Dearer than uneven lines, cheaper than a broken word: 法治政府 stays whole where it can.
_IN_A_TERM = 22.0


@lru_cache(maxsize=4096)
def break_title(text: str, role: FontRole, size: float, width: float) -> tuple[Line, ...]:
    """Break a title into as few lines as fit ``width``, of nearly the same length.

    Among equal choices a line ends after a mark or before an opening one; no line is left with a
    single character, and none begins with 的 or 了. One line more is taken where that alone keeps
    the words and short terms whole.
    """
    text = one_line(text)
    if not text:
        return ()
    greedy = fill(text, role, size, width, 0.0)
    parts = clusters(text)
    if len(greedy) > 1 and all(text_width(p.rstrip(" "), role, size) <= width for p in parts):
        greedy = _whole_if_possible(parts, len(greedy), role, size, width)
    return tuple(Line(piece, role, size, text_width(piece, role, size)) for piece in greedy)


def _whole_if_possible(
    parts: tuple[str, ...], count: int, role: FontRole, size: float, width: float
) -> list[str]:
    """Set ``count`` lines; one more if these break a word and those break none."""
    lines, ends = _balance(parts, count, role, size, width)
    inside = inside_words("".join(parts))
    if inside & ends:
        more, more_ends = _balance(parts, count + 1, role, size, width)
        if not inside & more_ends:
            return more
    return lines


def _balance(
    parts: tuple[str, ...], count: int, role: FontRole, size: float, width: float
) -> tuple[list[str], set[int]]:
    """Choose the breaks of ``count`` lines that make the cheapest title, by dynamic programming.

    Returns the lines, and the places in the text where they end.
    """
    widths = [text_width(part, role, size) for part in parts]
    target = sum(widths) / count
    trailing = [text_width(part[len(part.rstrip(" ")) :], role, size) for part in parts]
    total = len(parts)
    terms = inside_terms("".join(parts))
    places = tuple(accumulate(map(len, parts), initial=0))
    # best[end] = (cost of setting parts[:end], the breaks that lead there)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, breaks) in best.items():
            filled = 0.0
            for end in range(start + 1, total + 1):
                filled += widths[end - 1]
                if filled - trailing[end - 1] > width + SLACK:
                    break
                price = cost + ((filled - target) / size) ** 2
                if end < total:
                    usual = _break_price(parts[end - 1], parts[end])
                    price += max(usual, _IN_A_TERM) if places[end] in terms else usual
                if end not in following or price < following[end][0]:
                    following[end] = (price, (*breaks, end))
        best = following
    breaks = best[total][1]
    starts = (0, *breaks[:-1])
    lines = ["".join(parts[a:b]).rstrip(" ") for a, b in zip(starts, breaks, strict=True)]
    return lines, {places[end] for end in breaks[:-1]}


def _break_price(before: str, after: str) -> float:
    """Return what ending a title's line here costs, in squared em of unevenness."""
    if before[-1] in "，、：；。）》”〕 " or after[0] in "（《“〔":
        return 0.0
    if before[-1] + after[0] in WHOLE_WORDS or after[0] in "的了等":
        return _IN_A_WORD
    if len(after) > 1 and after[-1] in NEVER_FIRST:  # a line that begins with 报，
        return 12.0
    return 2.0 if after[0] in "和及与暨" or before[-1] in "的和及与于" else 6.0
