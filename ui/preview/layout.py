"""The positions of pages below each other at a zoom, and the tiles that a part needs. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QTransform

from app.preview.model import PagedFile, PageSize, TileOrder

MARGIN, GAP = 10, 10
SMALLEST, LARGEST = 0.05, 8.0
#: The steps of the zoom keys.
STEPS = (0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)

#: A page up to this many pixels is drawn whole; a larger one in squares of this side.
_WHOLE = 3_200_000
_SIDE = 1024


class Fit(StrEnum):
    """How the zoom follows the window."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Zoom:
    """The zoom that a person chose; ``factor`` is used while the fit is free."""

    fit: Fit = Fit.WIDTH
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page in the column: its number, its rectangle, its scale."""

    page: int
    rect: QRect
    scale: float


class PagePlaces:
    """The places of all pages; each is made when it is needed, because there may be thousands."""

    def __init__(self, width: int, fitted: Sequence[tuple[float, int, int]], down: int) -> None:
        self._width, self._fitted = width, fitted
        heights = (height + GAP for _, _, height in fitted[:-1])
        self.tops = list(accumulate(heights, initial=MARGIN + down)) if fitted else []

    def __len__(self) -> int:
        """Number of pages."""
        return len(self._fitted)

    def __getitem__(self, page: int) -> PagePlace:
        """The place of a page, counted from 0."""
        scale, width, height = self._fitted[page]
        left = (self._width - width) // 2
        return PagePlace(page, QRect(left, self.tops[page], width, height), scale)


class PageColumn:
    """All pages below each other."""

    def __init__(
        self,
        sizes: Sequence[PageSize],
        room: tuple[int, int],
        zoom: Zoom,
        quarter_turns: int,
        *,
        enlarge: bool,
    ) -> None:
        """Lay out pages in a viewport of ``room``; ``enlarge`` allows a fit above 100 %."""
        self.quarter_turns = quarter_turns % 4
        # Most files have pages of one or two sizes, and some have thousands of pages.
        fitted: dict[PageSize, tuple[float, int, int]] = {}
        for size in dict.fromkeys(sizes):
            width, height = size.width, size.height
            if self.quarter_turns % 2:
                width, height = height, width
            scale = scale_for(width, height, room, zoom, enlarge=enlarge)
            fitted[size] = scale, max(1, round(width * scale)), max(1, round(height * scale))
        pages = [fitted[size] for size in sizes]
        widest = max((width for _, width, _ in fitted.values()), default=0)
        self.width = max(room[0], widest + 2 * MARGIN)
        own = sum(height + GAP for _, _, height in pages) - GAP + 2 * MARGIN if pages else 0
        self.height = max(own, room[1]) if pages else 0
        self.places = PagePlaces(self.width, pages, (self.height - own) // 2)

    def between(self, top: int, bottom: int) -> list[PagePlace]:
        """The pages that are partly or wholly between two heights."""
        first = max(0, bisect_right(self.places.tops, top) - 1)
        last = bisect_left(self.places.tops, bottom)
        places = (self.places[page] for page in range(first, last))
        return [place for place in places if place.rect.bottom() >= top]

    def page_at(self, height: int) -> int:
        """The page at a height, or the one before it."""
        return max(0, bisect_right(self.places.tops, height) - 1)

    def transform(self, place: PagePlace) -> QTransform:
        """From the page as it was drawn (in pixels at its scale) to its place, turned."""
        rect, moved = place.rect, QTransform()
        corner = {
            0: (rect.left(), rect.top()),
            1: (rect.left() + rect.width(), rect.top()),
            2: (rect.left() + rect.width(), rect.top() + rect.height()),
            3: (rect.left(), rect.top() + rect.height()),
        }[self.quarter_turns]
        moved.translate(*corner)
        moved.rotate(90 * self.quarter_turns)
        return moved

    def untilted(self, place: PagePlace) -> tuple[int, int]:
        """The width and height of a page before it is turned."""
        size = place.rect.size()
        return (size.height(), size.width()) if self.quarter_turns % 2 else size.toTuple()


def scale_for(
    width: float, height: float, room: tuple[int, int], zoom: Zoom, *, enlarge: bool
) -> float:
    """The scale of one page under a zoom."""
    if zoom.fit is Fit.FREE:
        return min(LARGEST, max(SMALLEST, zoom.factor))
    scale = (room[0] - 2 * MARGIN) / width
    if zoom.fit is Fit.PAGE:
        scale = min(scale, (room[1] - 2 * MARGIN) / height)
    return min(LARGEST if enlarge else 1.0, max(SMALLEST, scale))


def next_step(factor: float, by: int) -> float:
    """The zoom step after (``by`` 1) or before (-1) a factor."""
    if by > 0:
        return next((s for s in STEPS if s > factor * 1.02), STEPS[-1])
    return next((s for s in reversed(STEPS) if s < factor * 0.98), STEPS[0])


def tiles_for(
    file: PagedFile,
    place: PagePlace,
    drawn_size: tuple[int, int],
    seen: QRectF,
    ratio: float,
) -> list[TileOrder]:
    """The tiles that cover ``seen`` of a page.

    Args:
        file: whose page it is.
        place: the page.
        drawn_size: its width and height before it is turned.
        seen: the part of it that can be seen, in the same pixels.
        ratio: how many pixels of the screen there are to one of the window.
    """
    scale = place.scale * ratio
    width, height = (max(1, round(side * ratio)) for side in drawn_size)
    if width * height <= _WHOLE:
        return [TileOrder(file, place.page, scale, 0, 0, width, height)]
    rows = _steps(seen.top() * ratio, seen.bottom() * ratio, height)
    columns = _steps(seen.left() * ratio, seen.right() * ratio, width)
    return [
        TileOrder(file, place.page, scale, x, y, min(_SIDE, width - x), min(_SIDE, height - y))
        for y in rows
        for x in columns
    ]


def _steps(start: float, end: float, whole: int) -> range:
    first = max(0, int(start)) // _SIDE * _SIDE
    return range(first, max(first + 1, min(whole, int(end) + 1)), _SIDE)
