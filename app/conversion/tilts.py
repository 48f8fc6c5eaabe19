"""How crooked scanned pages are: measured on their lines, in a worker."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PIL import Image

from app.page_setup import MOST_TILT

#: The width to which a page is drawn for measuring, in pixels; a line of text is then 10 high.
_WIDTH = 640
#: Pages beyond this are not measured; a scan lies more or less straight.
_MOST_DEGREES = 6.0
_COARSE, _FINE = 0.5, 0.05
#: A smaller tilt nobody sees.
_LEAST = 0.2
#: How much clearer the lines must stand out than they do as the page lies.
_CLEARER = 1.02


@dataclass(frozen=True, slots=True)
class TiltOrder:
    """Pages of a PDF to measure: their numbers from 1, and by how much each is turned."""

    path: Path
    turns: tuple[tuple[int, int], ...]


def measure_tilts(order: TiltOrder) -> dict[int, int]:
    """The tilt of each page that is crooked, as ``PageSetup.tilts``; to be run in a worker.

    Raises:
        pypdfium2.PdfiumError: the file does not open.
    """
    from app.pdfium import pypdfium2

    found: dict[int, int] = {}
    with pypdfium2.PdfDocument(order.path) as document:
        for place, turn in order.turns:
            page = document[place - 1]
            width, height = page.get_size()
            scale = _WIDTH / max(1.0, min(width, height))
            image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
            degrees = tilt_of(image.rotate(-turn, expand=True))
            if degrees:
                found[place] = max(-MOST_TILT, min(MOST_TILT, round(degrees * 100)))
            page.close()
    return found


def tilt_of(image: Image.Image) -> float:
    """By how many degrees clockwise a page must be turned for its lines to lie level; 0 for none.

    Where lines are level, rows of ink and rows of paper alternate most sharply. A page without
    lines, or with lines in all directions, counts as straight.
    """
    threshold = _threshold(image)
    ink = image.point([255 if grey < threshold else 0 for grey in range(256)])
    if ink.getbbox() is None:
        return 0.0
    steps = int(_MOST_DEGREES / _COARSE)
    coarse = {n * _COARSE: _sharpness(ink, n * _COARSE) for n in range(-steps, steps + 1)}
    near = max(coarse, key=lambda degrees: coarse[degrees])
    if abs(near) >= _MOST_DEGREES:
        return 0.0
    reach = int(_COARSE / _FINE)
    fine = {near + n * _FINE: _sharpness(ink, near + n * _FINE) for n in range(-reach, reach + 1)}
    best = max(fine, key=lambda degrees: fine[degrees])
    clear = fine[best] > _CLEARER * coarse[0.0]
    return round(best, 2) if clear and abs(best) >= _LEAST else 0.0


def _sharpness(ink: Image.Image, degrees: float) -> float:
    """How sharply the rows differ from the next ones, once the page is turned clockwise."""
    turned = ink.rotate(-degrees, Image.Resampling.BILINEAR)
    left, right = turned.width // 10, turned.width - turned.width // 10
    rows = turned.crop((left, 0, right, turned.height)).resize(
        (1, turned.height), Image.Resampling.BOX
    )
    return float(sum((a - b) ** 2 for a, b in pairwise(rows.tobytes())))


def _threshold(image: Image.Image) -> int:
    """The grey between ink and paper, by Otsu's method."""
    counts = image.histogram()
    whole, total = sum(counts), sum(grey * n for grey, n in enumerate(counts))
    best, found, below, sum_below = -1.0, 128, 0, 0
    for grey, n in enumerate(counts[:255]):
        below += n
        sum_below += grey * n
        if not below or below == whole:
            continue
        apart = sum_below / below - (total - sum_below) / (whole - below)
        between = below * (whole - below) * apart * apart
        if between > best:
            best, found = between, grey + 1
    return found
