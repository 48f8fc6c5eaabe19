"""Where marks stand on a page that tells the place of each character: columns, margins, stamps.

What a format hands over in the order of lines hides two things that everybody sees: characters
that stand one below the other beside other text, and a level that stands apart from what is in
the same line.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.secrecy.folding import TELLING

_FIRST = frozenset("绝机秘絕絶機祕")
#: What a typist puts between the two characters of a level.
_DOTS = frozenset("·•‧・")
#: So far from the edge of a page stand headers and footers, in points (20 mm).
_MARGIN = 57.0
#: Characters of this height are no running text, in points.
_LARGE = 36.0
#: Bounds for pages that are made to take long.
_MOST_STARTS, _MOST_NEAR, _LONGEST_COLUMN = 400, 1000, 40


@dataclass(frozen=True, slots=True)
class PlacedGlyph:
    """A character (or some that hang together) and its place; ``y`` grows upwards.

    The unit is the point, or any other where only ``columns`` is asked.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """How large it is drawn."""
        return max((self.right - self.left) / max(1, len(self.text)), self.top - self.bottom)

    @property
    def x(self) -> float:
        """Its middle, across."""
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        """Its middle, upwards."""
        return (self.bottom + self.top) / 2


def columns(glyphs: Sequence[PlacedGlyph]) -> list[str]:
    """Characters that stand one below the other, with nothing close beside them.

    Only columns that hold a level are told.
    """
    starts = [glyph for glyph in glyphs if glyph.text in _FIRST]
    if not starts:
        return []
    page = _Page([glyph for glyph in glyphs if glyph.text not in _DOTS])
    found: list[str] = []
    for first in starts[:_MOST_STARTS]:
        second = page.next(first, -1)
        if second is None or not TELLING.match(second.text):
            continue
        if page.is_free(first) and page.is_free(second):
            column = [*reversed([*page.onwards(first, 1)]), first, *page.onwards(first, -1)]
            found.append("".join(glyph.text for glyph in column))
    return found


def standing_apart(glyphs: Sequence[PlacedGlyph], height: float) -> list[str]:
    """Levels in the margins, or drawn large, with nothing close beside them.

    Args:
        glyphs: what the page shows, in the order of the file, without blanks.
        height: of the page, in points.
    """
    found: list[str] = []
    glyphs = [glyph for glyph in glyphs if glyph.text not in _DOTS]
    for at, (first, second) in enumerate(pairwise(glyphs)):
        if first.text not in _FIRST or not TELLING.match(second.text):
            continue
        size = max(first.size, second.size)
        if _apart(first, second) > 3 * size:
            continue
        margin = min(first.y, height - first.y) < _MARGIN
        around = (*glyphs[max(0, at - 1) : at], *glyphs[at + 2 : at + 3])
        near = [one for one in around if _between(first, second, one) < 2.5 * size]
        # A stamp is drawn over the text of a page; what is as large belongs to it.
        over = size >= _LARGE and all(one.text.isalnum() and one.size < size / 2 for one in near)
        if (margin and not near) or over:
            found.append(f"{first.text}{second.text}")
    return found


class _Page:
    """Finds what stands near a character: above and below it, and in its line."""

    def __init__(self, glyphs: Sequence[PlacedGlyph]) -> None:
        self._across = sorted(glyphs, key=lambda glyph: glyph.x)
        self._upwards = sorted(glyphs, key=lambda glyph: glyph.y)
        self._xs = [glyph.x for glyph in self._across]
        self._ys = [glyph.y for glyph in self._upwards]

    def next(self, glyph: PlacedGlyph, way: int) -> PlacedGlyph | None:
        """The nearest character in the same column: downwards (-1) or upwards (1)."""
        size = glyph.size
        since = bisect_left(self._xs, glyph.x - 0.45 * size)
        until = bisect_left(self._xs, glyph.x + 0.45 * size)
        near = [
            other
            for other in self._across[since : min(until, since + _MOST_NEAR)]
            if 0.5 * size < (other.y - glyph.y) * way < 2.5 * size
        ]
        return min(near, key=lambda other: (other.y - glyph.y) * way, default=None)

    def onwards(self, glyph: PlacedGlyph, way: int) -> Iterator[PlacedGlyph]:
        """What follows in a column, as far as nothing stands beside it."""
        for _ in range(_LONGEST_COLUMN):
            following = self.next(glyph, way)
            if following is None or not self.is_free(following):
                return
            yield following
            glyph = following

    def is_free(self, glyph: PlacedGlyph) -> bool:
        """True if nothing stands close beside a character, as in a line it would."""
        if len(glyph.text) != 1:
            return False
        size = glyph.size
        since = bisect_left(self._ys, glyph.y - 0.5 * size)
        until = bisect_left(self._ys, glyph.y + 0.5 * size)
        for other in self._upwards[since : min(until, since + _MOST_NEAR)]:
            gap = max(other.left - glyph.right, glyph.left - other.right)
            if gap < 0.45 * size and abs(other.x - glyph.x) > 0.2 * size:
                return False
        return True


def _apart(one: PlacedGlyph, other: PlacedGlyph) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y))


def _between(first: PlacedGlyph, second: PlacedGlyph, other: PlacedGlyph) -> float:
    return min(_apart(first, other), _apart(second, other))
