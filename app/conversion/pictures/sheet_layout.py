"""Where photos and their captions stand on the pages of a photo sheet. Pure, in points.

Up to four photos share an A4 page. It lies only where they become much larger by that, so that
readers seldom have to turn the dossier. Rows take the height that their photos need: a wide photo
leaves its spare height to an upright one. Photos of a row stand on one line, captions below it.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.conversion.pictures.placing import A4, MARGIN, MM, Picture, PictureOnPage, fit, proportions

#: Between a photo and its caption, and between photos.
GAP, GUTTER = 2.5 * MM, 8 * MM
#: A photo keeps at least this part of its place, however long its caption is.
LEAST_PHOTO = 0.25
#: How much larger photos must become on a page that lies, to be worth turning the dossier.
_WORTH_TURNING = 1.25

#: How high the caption of a photo is, by its place in order and the width of its cell.
CaptionHeight = Callable[[int, float], float]


@dataclass(frozen=True, slots=True)
class PlacedPhoto:
    """A photo on the page: ``spot`` is where it stands, ``left`` and ``width`` are its cell's."""

    spot: PictureOnPage
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page and its photos in reading order."""

    width: float
    height: float
    photos: tuple[PlacedPhoto, ...]

    @property
    def scale(self) -> float:
        """How large the photos are, all in all."""
        return sum(math.sqrt(p.spot.width * p.spot.height) for p in self.photos)


def lay_out(pictures: Sequence[Picture], per_page: int, caption: CaptionHeight) -> PageLayout:
    """Lay out up to ``per_page`` (1, 2 or 4) photos on one page.

    Raises:
        ValueError: there is none, there are too many, or no such layout.
    """
    if per_page not in {1, 2, 4} or not 1 <= len(pictures) <= per_page:
        raise ValueError(f"{len(pictures)} photos, {per_page} per page")
    short, long = (side * MM for side in A4)
    stands = _laid_out(pictures, (short, long), (1 if per_page < 4 else 2), per_page, caption)
    lies = _laid_out(pictures, (long, short), min(per_page, 2), per_page, caption)
    return lies if lies.scale > _WORTH_TURNING * stands.scale else stands


def _laid_out(
    pictures: Sequence[Picture],
    page: tuple[float, float],
    columns: int,
    per_page: int,
    caption: CaptionHeight,
) -> PageLayout:
    width, height = page
    rows = per_page // columns
    cell = (width - 2 * MARGIN - (columns - 1) * GUTTER) / columns
    room = height - 2 * MARGIN - (rows - 1) * GUTTER
    numbers = [range(at, min(at + columns, len(pictures))) for at in range(0, per_page, columns)]
    words = [max((caption(n, cell) for n in row), default=0.0) + GAP for row in numbers]
    # A caption never takes all of a row; what has no place there is cut by whoever draws it.
    words = [min(one, (1 - LEAST_PHOTO) * room / rows) for one in words]
    needed = [
        max((_height_of(pictures[n], cell) for n in row), default=0.0) + below
        for row, below in zip(numbers, words, strict=True)
    ]
    missing = rows - sum(bool(row) for row in numbers)
    heights = shared(needed, room - missing * room / rows)
    # A page that is not full begins at its top, like the others; a full one is spread evenly.
    spare = 0.0 if missing else max(0.0, room - sum(heights)) / (rows + 1)
    placed: list[PlacedPhoto] = []
    top = height - MARGIN - spare
    for row, below, high in zip(numbers, words, heights, strict=True):
        foot = top - high + below
        # A photo that is alone on a page of one row stands in its middle.
        begin = (columns - len(row)) * (cell + GUTTER) / 2 if rows == 1 else 0.0
        for column, number in enumerate(row):
            left = MARGIN + begin + column * (cell + GUTTER)
            spot = fit(pictures[number], (left, foot, left + cell, top), page)
            on_line = PictureOnPage(*page, spot.x, foot, spot.width, spot.height)
            placed.append(PlacedPhoto(on_line, left, cell))
        top -= high + GUTTER + spare
    return PageLayout(width, height, tuple(placed))


def shared(needed: Sequence[float], room: float) -> list[float]:
    """Share a room: who needs less than an equal part takes just that, the others share the rest.

    What is returned is never more than is needed, nor together more than the room.
    """
    given = [0.0] * len(needed)
    left, open_ones = room, sorted(range(len(needed)), key=lambda n: needed[n])
    while open_ones:
        first = open_ones.pop(0)
        given[first] = max(0.0, min(needed[first], left / (len(open_ones) + 1)))
        left -= given[first]
    return given


def _height_of(picture: Picture, width: float) -> float:
    """How high a photo is that is as wide as its cell, or as large as its pixels allow."""
    across, up = proportions(picture)
    tall = fit(picture, (0.0, 0.0, width, width * up / across), (width, width))
    return tall.height
