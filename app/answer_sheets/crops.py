"""Parts of scanned pages, upright and straightened, for a person to look at."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from app.answer_sheets.model import PageReading, ScanPage, Transform
from app.sheets.page import A4, MM, Box

if TYPE_CHECKING:
    from PIL import Image

_DPI = 130
_MARGIN = 2 * MM


@dataclass(frozen=True, slots=True)
class CropOrder:
    """Boxes of a page to cut out; can be sent to a worker. Without a transform: the whole page."""

    scan: ScanPage
    transform: Transform = ()
    boxes: tuple[Box, ...] = ()


def crop_order(reading: PageReading, *boxes: Box) -> CropOrder:
    """The order for parts of a page that was read."""
    return CropOrder(reading.scan, reading.transform, boxes)


def cut_out(order: CropOrder) -> tuple[bytes, ...]:
    """Return each part as PNG; to be run in a worker.

    Raises:
        PageUnreadable: the page cannot be had.
    """
    import numpy as np
    from PIL import Image

    from app.answer_sheets.geometry import sample
    from app.answer_sheets.opening import open_scan_page

    image = open_scan_page(order.scan.path, order.scan.place)
    if not order.transform:
        whole = Image.fromarray(image)
        whole.thumbnail((1400, 1400))
        return (_png(whole),)
    matrix = np.array(order.transform).reshape(3, 3)
    made = []
    for left, top, right, bottom in order.boxes:
        x0, x1 = max(0.0, left - _MARGIN), min(A4[0], right + _MARGIN)
        y0, y1 = max(0.0, top - _MARGIN), min(A4[1], bottom + _MARGIN)
        across = np.arange(x0, x1, 72 / _DPI)
        down = np.arange(y0, y1, 72 / _DPI)
        points = np.stack(np.meshgrid(across, down), axis=-1)
        grey = sample(image, matrix, points).round().astype(np.uint8)
        made.append(_png(Image.fromarray(grey)))
    return tuple(made)


def _png(image: "Image.Image") -> bytes:
    stream = BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()
