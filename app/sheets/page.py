"""A laid-out page: marks with exact positions, before any PDF exists.

All lengths are points; y runs downward from the top edge of the page, as one writes.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from app.typesetting.fonts import ASCENT, FontRole, missing_characters
from app.typesetting.lines import Line

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)

FINE = 0.4
MEDIUM = 0.8
HEAVY = 1.6

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class TextMark:
    """A line of type; ``x`` is the left edge of its first character.

    ``fill_width`` justifies it. Turned text reads downward (a quarter turn clockwise), with
    ``x`` its base line and ``baseline`` the height at which it begins.
    """

    line: Line
    x: float
    baseline: float
    fill_width: float = 0.0
    turned: bool = False

    def box(self) -> Box:
        """Return the em box of the line."""
        rise, fall = self.line.size * ASCENT, self.line.size * (1 - ASCENT)
        length = max(self.line.width, self.fill_width)
        if self.turned:
            return self.x - fall, self.baseline, self.x + rise, self.baseline + length
        return self.x, self.baseline - rise, self.x + length, self.baseline + fall


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight black stroke."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float = FINE
    dash: tuple[float, ...] = ()

    def box(self) -> Box:
        """Return the stroke's ends."""
        return self.x0, self.y0, self.x1, self.y1


@dataclass(frozen=True, slots=True)
class FrameMark:
    """A rectangle, stroked."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float = FINE

    def box(self) -> Box:
        """Return the rectangle."""
        return self.x0, self.y0, self.x1, self.y1


@dataclass(frozen=True, slots=True)
class QrMark:
    """A QR code of ``data`` in a square of ``side``, quiet zone included."""

    x: float
    y: float
    side: float
    data: str

    def box(self) -> Box:
        """Return the square."""
        return self.x, self.y, self.x + self.side, self.y + self.side


class Hatch(Enum):
    """Strokes over a filled area, which keep areas apart where colours are printed grey."""

    NONE = "none"
    RISING = "rising"
    FALLING = "falling"
    CROSSED = "crossed"


@dataclass(frozen=True, slots=True)
class AreaMark:
    """A rectangle filled with a colour (red, green, blue from 0 to 1), hatched and outlined."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: tuple[float, float, float]
    hatch: Hatch = Hatch.NONE
    weight: float = FINE

    def box(self) -> Box:
        """Return the rectangle."""
        return self.x0, self.y0, self.x1, self.y1


Mark = TextMark | RuleMark | FrameMark | QrMark | AreaMark


@dataclass(frozen=True, slots=True)
class Link:
    """An area of a page that leads to the item ``key``, or to an ``address`` of the web."""

    box: Box
    key: str
    address: str = ""


@dataclass(slots=True)
class Page:
    """One page while it is being filled, and what it holds afterwards."""

    width: float = A4[0]
    height: float = A4[1]
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def add(self, *marks: Mark) -> None:
        """Put marks on the page, later ones over earlier ones."""
        self.marks += marks


@dataclass(frozen=True, slots=True)
class Margins:
    """The white around what is printed."""

    left: float
    top: float
    right: float
    bottom: float

    def area(self, size: tuple[float, float] = A4) -> Box:
        """Return what is left of a page of ``size``."""
        return self.left, self.top, size[0] - self.right, size[1] - self.bottom


# GB/T 9705-2008: 天头 20, 翻口 15, 地脚 15, 订口 25 mm for catalogue and 备考表.
RECORD_MARGINS = Margins(25 * MM, 20 * MM, 15 * MM, 15 * MM)
# Sheets that are read rather than filled in: wider, and never nearer the binding.
READING_MARGINS = Margins(30 * MM, 28 * MM, 25 * MM, 25 * MM)


def unprintable_characters(pages: Iterable[Page]) -> frozenset[str]:
    """Return the characters on the pages that no bundled font has."""
    used: dict[FontRole, set[str]] = defaultdict(set)
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, TextMark):
                used[mark.line.role].update(mark.line.text)
    return frozenset().union(
        *(missing_characters("".join(found), role) for role, found in used.items())
    )
