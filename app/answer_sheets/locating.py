"""Finding the codes of a page, and from them where the page lies in the scan."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from app.answer_sheets.geometry import fit_affine, fit_perspective, misfit
from app.answer_sheets.layout import code_boxes
from app.answer_sheets.model import Refusal
from app.answer_sheets.numbering import PageCode, decode

if TYPE_CHECKING:
    from app.answer_sheets.geometry import Floats, Grey

#: A quarter reaches so far beyond the middle, as a share of the side.
_OVERLAP = 0.08
#: Without perspective the codes' corners land so near their places, in pixels per point of scale.
_FLAT = 0.8
_FEWEST_CODES = 2
_BLANK_SHARE = 0.0005
_DARK_STEP = 60


@dataclass(frozen=True, slots=True)
class Located:
    """Whose page it is, and the matrix from points of the page to pixels."""

    code: PageCode
    matrix: "Floats"
    points: "Floats"
    pixels: "Floats"


@dataclass(frozen=True, slots=True)
class NotLocated:
    """Why a page was not found; ``code`` if one of its codes could be read."""

    reason: Refusal
    code: PageCode | None = None


def locate(image: "Grey") -> Located | NotLocated:
    """Find the codes in a scan and fit the page to them."""
    import numpy as np

    found = _find_codes(image)
    if not found:
        return NotLocated(Refusal.BLANK if _is_blank(image) else Refusal.NO_CODE)
    first = next(iter(found))
    pages = {(code.series, code.number, code.page) for code in found}
    if len(pages) > 1:
        return NotLocated(Refusal.CODES_DISAGREE)
    if len(found) < _FEWEST_CODES:
        return NotLocated(Refusal.NOT_ALIGNED, first)
    boxes = code_boxes()
    points, pixels = [], []
    for code, corners in found.items():
        left, top, right, bottom = boxes[code.corner]
        points += [(left, top), (right, top), (right, bottom), (left, bottom)]
        pixels += corners
    matrix = _fitted(np.array(points), np.array(pixels), len(found))
    if matrix is None:
        return NotLocated(Refusal.NOT_ALIGNED, first)
    return Located(first, matrix, np.array(points), np.array(pixels))


def scale_of(matrix: "Floats") -> float:
    """About how many pixels a point of the page has."""
    import numpy as np

    return float(abs(np.linalg.det(matrix[:2, :2])) ** 0.5)


def _fitted(points: "Floats", pixels: "Floats", codes: int) -> "Floats | None":
    flat = fit_affine(points, pixels)
    if misfit(flat, points, pixels) < _FLAT * scale_of(flat):
        return flat
    if codes <= _FEWEST_CODES:
        return None
    tilted = fit_perspective(points, pixels)
    near = misfit(tilted, points, pixels) < 2 * _FLAT * scale_of(flat)
    return tilted if near else None


def _find_codes(image: "Grey") -> dict[PageCode, list[tuple[float, float]]]:
    found: dict[PageCode, list[tuple[float, float]]] = {}
    for worked in _views(image):
        for left, top, part in _quarters(worked):
            for code, corners in _read(part):
                place = [(x + left, y + top) for x, y in corners]
                found.setdefault(code, place)
        if len({code.corner for code in found}) == 4:
            break
    return found


def _views(image: "Grey") -> Iterator["Grey"]:
    """The scan as it is; and, if codes are missing, smoothed against noise and dots."""
    import numpy as np
    from PIL import Image, ImageFilter

    yield image
    yield np.asarray(Image.fromarray(image).filter(ImageFilter.GaussianBlur(1.0)))


def _quarters(image: "Grey") -> Iterator[tuple[int, int, Any]]:
    """Codes are lost when the whole scan is read at once."""
    import numpy as np

    high, wide = image.shape
    across = ((0, int(wide * (0.5 + _OVERLAP))), (int(wide * (0.5 - _OVERLAP)), wide))
    down = ((0, int(high * (0.5 + _OVERLAP))), (int(high * (0.5 - _OVERLAP)), high))
    for (top, bottom), (left, right) in product(down, across):
        yield left, top, np.ascontiguousarray(image[top:bottom, left:right])


def _read(part: Any) -> Iterator[tuple[PageCode, list[tuple[float, float]]]]:  # noqa: ANN401
    import zxingcpp

    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    for one in zxingcpp.read_barcodes(part, formats, try_invert=False):
        code = decode(one.text)
        if code is not None:
            at = one.position
            corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
            yield code, [(float(corner.x), float(corner.y)) for corner in corners]


def _is_blank(image: "Grey") -> bool:
    import numpy as np

    small = image[::3, ::3]
    high, wide = small.shape
    inner = small[high // 20 : high - high // 20, wide // 20 : wide - wide // 20]
    if not inner.size:
        return True
    dark = inner < float(np.median(inner)) - _DARK_STEP
    return bool(dark.mean() < _BLANK_SHARE)
