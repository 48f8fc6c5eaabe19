"""Where a picture stands on its page: paper, orientation, size. Pure arithmetic, in points."""

from dataclasses import dataclass

from app.pictures import in_square_pixels

MM = 72 / 25.4

#: Short and long side of the papers, in millimetres.
A4 = (210.0, 297.0)
A3 = (297.0, 420.0)

#: White on every side, so that the binding edge has its 20 mm however the page lies (GB/T 9705
#: asks 25 ± 0.5 mm of its printed sheets; pictures keep what a two-hole binding takes).
MARGIN = 20 * MM

#: A small picture is not blown up beyond this many dots per inch.
COARSEST_DPI = 150.0

#: How much larger a picture must come out on a landscape page to be worth turning the reader.
_WORTH_TURNING = 1.15

#: A scan of a whole sheet has the paper's proportions, and more pixels than a screenshot.
_SHEET_RATIO = (1.386, 1.442)
_SHEET_PIXELS = 1500

#: Resolutions that a scanner writes; cameras and chat programs write 72 or nothing.
_SCANNER_DPI = (100.0, 1250.0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a person sees it, turned upright: pixels, and dots per inch if it tells."""

    width: int
    height: int
    dpi: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class PictureOnPage:
    """A page of ``page_width`` × ``page_height`` and the picture's rectangle on it."""

    page_width: float
    page_height: float
    x: float
    y: float
    width: float
    height: float


def place(picture: Picture) -> PictureOnPage:
    """Choose paper and place: a scanned sheet fills its page, a picture stays in the margins."""
    width, height = proportions(picture)
    paper = _scanned_paper(picture)
    if paper is not None:
        page_width, page_height = _paper_for(width, height, paper)
        return fit(picture, (0, 0, page_width, page_height), (page_width, page_height))
    short, long = (side * MM for side in A4)
    upright = fit(picture, _inside(short, long), (short, long))
    sideways = fit(picture, _inside(long, short), (long, short))
    return sideways if sideways.width > _WORTH_TURNING * upright.width else upright


def fills_page(picture: Picture) -> bool:
    """Say whether a picture is the scan of a whole sheet, which fills its page."""
    return _scanned_paper(picture) is not None


def fit(
    picture: Picture, area: tuple[float, float, float, float], page: tuple[float, float]
) -> PictureOnPage:
    """Put a picture into the middle of ``area`` (x0, y0, x1, y1), never coarser than 150 dpi."""
    width, height = proportions(picture)
    x0, y0, x1, y1 = area
    scale = min((x1 - x0) / width, (y1 - y0) / height, 72 / COARSEST_DPI)
    shown_width, shown_height = width * scale, height * scale
    return PictureOnPage(
        page[0],
        page[1],
        x0 + (x1 - x0 - shown_width) / 2,
        y0 + (y1 - y0 - shown_height) / 2,
        shown_width,
        shown_height,
    )


def _inside(width: float, height: float) -> tuple[float, float, float, float]:
    return MARGIN, MARGIN, width - MARGIN, height - MARGIN


def proportions(picture: Picture) -> tuple[float, float]:
    """Return width and height in square pixels; fax scans have pixels that are not square."""
    return in_square_pixels(picture.width, picture.height, picture.dpi)


def _scanned_paper(picture: Picture) -> tuple[float, float] | None:
    width, height = proportions(picture)
    ratio = max(width, height) / min(width, height)
    if not _SHEET_RATIO[0] <= ratio <= _SHEET_RATIO[1] or max(width, height) < _SHEET_PIXELS:
        return None
    if picture.dpi is not None and _SCANNER_DPI[0] <= max(picture.dpi) <= _SCANNER_DPI[1]:
        millimetres = max(width, height) / max(picture.dpi) * 25.4
        if abs(millimetres - A3[1]) < 0.05 * A3[1]:
            return A3
    return A4


def _paper_for(width: float, height: float, paper: tuple[float, float]) -> tuple[float, float]:
    short, long = (side * MM for side in paper)
    return (short, long) if height >= width else (long, short)
