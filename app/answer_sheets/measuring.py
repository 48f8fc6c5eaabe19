"""How much ink is in the boxes of a page, and around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.answer_sheets.geometry import fit_perspective, misfit, sample
from app.answer_sheets.layout import BOX, CLEAR, TickBox, code_boxes
from app.answer_sheets.locating import Located, scale_of
from app.sheets.page import MM

if TYPE_CHECKING:
    from app.answer_sheets.geometry import Flags, Floats, Grey

#: The distance of the places where brightness is taken.
_STEP = 0.125 * MM
_REACH = round(CLEAR / _STEP)
_SIDE = round(BOX / _STEP)
_COUNT = 2 * _REACH + _SIDE + 1
#: The frame is looked for so far from where it should be, the first time and the second.
_FAR, _NEAR = round(1.5 * MM / _STEP), round(0.5 * MM / _STEP)
#: The inside of a box begins so far from the middle of its frame.
_INSET = round(0.45 * MM / _STEP)
#: What is around a box: from and to so far outside its frame. Its words begin sooner than that.
_AROUND = (round(0.5 * MM / _STEP), round(2.0 * MM / _STEP))
#: A stroke that goes on reaches this band.
_OUTER = (round(1.2 * MM / _STEP), round(2.0 * MM / _STEP))
#: This share of a box and its surroundings is paper, however it is ticked.
_PAPER = 65
#: Darkness below this is noise, dirt or the other side shining through.
_GATE = 0.15
#: A frame stands out from its surroundings by this much.
_FRAME = 0.22
#: Print is darker than paper by this much, of 255.
_CONTRAST = 40.0
#: So many frames must be found for the page to be read.
_FRAMES_SHARE = 0.8
#: After all is fitted the codes lie within this of their places, in points.
_CODES_NEAR = 1.2 * MM


@dataclass(frozen=True, slots=True)
class BoxInk:
    """Ink as shares of an area, from 0 to 1: inside, and left, above and below of the frame.

    ``outer`` are the bands left, above and below that are farther away.
    """

    framed: bool
    inside: float
    around: tuple[float, float, float]
    outer: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """The boxes of a page in their order, and the matrix fitted to them."""

    inks: tuple[BoxInk, ...]
    matrix: "Floats"


class TooPale(Exception):
    """Print and paper hardly differ."""


class NotAligned(Exception):
    """The boxes are not where they should be."""


def measure(image: "Grey", located: Located, boxes: Sequence[TickBox]) -> Measured:
    """Measure the boxes of a page; the page is fitted to their frames first.

    Raises:
        TooPale, NotAligned: nothing can be said.
    """
    import numpy as np

    black = _black(image, located)
    if not boxes:
        return Measured((), located.matrix)
    places = np.array([(box.box[0], box.box[1]) for box in boxes])
    dark = _darkness(image, located.matrix, places, black)
    shifts, found = _shifts(dark, _FAR)
    if found.mean() < _FRAMES_SHARE:
        raise NotAligned
    matrix = located.matrix
    if found.sum() >= 4:
        matrix = _refitted(located, places, shifts, found)
        dark = _darkness(image, matrix, places, black)
        shifts, found = _shifts(dark, _NEAR)
        if found.mean() < _FRAMES_SHARE:
            raise NotAligned
    if misfit(matrix, located.points, located.pixels) > _CODES_NEAR * scale_of(matrix):
        raise NotAligned
    gated = np.where(dark < _GATE, 0.0, dark)
    return Measured(
        tuple(
            _ink(gated[place], shift, framed=bool(framed))
            for place, (shift, framed) in enumerate(zip(shifts, found, strict=True))
        ),
        matrix,
    )


def _refitted(located: Located, places: "Floats", shifts: "Floats", found: "Flags") -> "Floats":
    """Fit again, to the frames and the codes; a frame that was mistaken must not count."""
    import numpy as np

    from app.answer_sheets.geometry import project

    usual = np.median(shifts[found], axis=0)
    sound = found & (np.abs(shifts - usual).max(axis=1) <= _NEAR * 2)
    middles = places + BOX / 2
    seen = project(located.matrix, middles + shifts * _STEP)
    points = np.vstack((located.points, middles[sound], middles[sound]))
    pixels = np.vstack((located.pixels, seen[sound], seen[sound]))
    return fit_perspective(points, pixels)


def _black(image: "Grey", located: Located) -> float:
    import numpy as np

    middles = []
    for left, top, right, bottom in code_boxes():
        across, down = np.meshgrid(np.linspace(left, right, 60), np.linspace(top, bottom, 60))
        middles.append(np.stack((across, down), axis=-1))
    values = sample(image, located.matrix, np.array(middles))
    black, white = np.percentile(values, 12), np.percentile(values, 80)
    if white - black < _CONTRAST:
        raise TooPale
    return float(black)


def _darkness(image: "Grey", matrix: "Floats", places: "Floats", black: float) -> "Floats":
    """Each box and its surroundings in a square of places, from 0 (paper) to 1 (print)."""
    import numpy as np

    offsets = (np.arange(_COUNT) - _REACH) * _STEP
    across = places[:, 0, None, None] + offsets[None, None, :]
    down = places[:, 1, None, None] + offsets[None, :, None]
    points = np.stack(np.broadcast_arrays(across, down), axis=-1)
    values = sample(image, matrix, points)
    white = np.percentile(values, _PAPER, axis=(1, 2))
    depth = np.maximum(white - black, _CONTRAST / 2)
    result: Floats = np.clip((white[:, None, None] - values) / depth[:, None, None], 0, 1.2)
    return result


def _shifts(dark: "Floats", reach: int) -> tuple["Floats", "Flags"]:
    """By how many places each frame is off, across and down, and whether it was found."""
    import numpy as np

    inner = slice(_REACH + 3, _REACH + _SIDE - 2)
    across, sharp_across = _edges(dark[:, inner, :].mean(axis=1), reach)
    down, sharp_down = _edges(dark[:, :, inner].mean(axis=2), reach)
    found = np.minimum(sharp_across, sharp_down) > _FRAME
    return np.column_stack((across, down)), found


def _edges(profile: "Floats", reach: int) -> tuple["Floats", "Floats"]:
    """Where two strokes of a frame's distance stand out best; white must be outside of both."""
    import numpy as np

    best = np.full(len(profile), -1.0)
    where = np.zeros(len(profile))
    for shift in sorted(range(-reach, reach + 1), key=abs):
        near, far = _REACH + shift, _REACH + _SIDE + shift
        stroke = np.minimum(_at(profile, near), _at(profile, far))
        outside = np.maximum(_at(profile, near - 4), _at(profile, far + 4))
        score = stroke - 0.7 * outside
        better = score > best + 0.02
        best, where = np.where(better, score, best), np.where(better, shift, where)
    return where, best


def _at(profile: "Floats", place: int) -> "Floats":
    """The profile at a place, as wide as a stroke."""
    low = min(max(place - 1, 0), profile.shape[1] - 3)
    result: Floats = profile[:, low : low + 3].mean(axis=1)
    return result


def _ink(dark: "Floats", shift: "Floats", *, framed: bool) -> BoxInk:
    left, top = (_REACH + int(one) for one in shift)
    right, bottom = left + _SIDE, top + _SIDE
    inside = dark[top + _INSET : bottom - _INSET + 1, left + _INSET : right - _INSET + 1]

    def bands(start: int, end: int) -> tuple[float, float, float]:
        at_left = dark[top : bottom + 1, max(0, left - end) : left - start]
        above = dark[max(0, top - end) : top - start, left : right + 1]
        below = dark[bottom + start + 1 : bottom + end + 1, left : right + 1]
        return _mean(at_left), _mean(above), _mean(below)

    return BoxInk(framed, _mean(inside), bands(*_AROUND), bands(*_OUTER))


def _mean(area: "Floats") -> float:
    return float(area.mean()) if area.size else 0.0
