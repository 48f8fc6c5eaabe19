"""Long screenshots and wide panoramas: cut into numbered pages that can be read."""

import io
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Dictionary, Name, Pdf
from PIL import Image, ImageChops

from app.conversion.pictures.data import FINEST_DPI, check_size, encoded_stream, is_lossy, upright
from app.conversion.pictures.painting import drawing
from app.conversion.pictures.placing import A4, MARGIN, MM, PictureOnPage
from app.conversion.pictures.strip_cutting import Strip, pieces
from app.pictures import in_square_pixels, is_wide_screen, upright_dpi, upright_size
from app.typesetting.drawing import draw_line
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name
from app.typesetting.lines import break_lines

#: Room for the piece's number below it.
_CAPTION = 8 * MM
_SIZE = 10.5
_LEADING = 14.0

#: Text on screenshots reads well so; no pixel is shown larger than at the coarsest.
_USUAL_DPI, _COARSEST_DPI = 220.0, 150.0
#: A picture that is not wide is shown at least this wide, as far as its pixels allow.
_LEAST_WIDTH = 110 * MM

#: Rows whose grey values differ by less show the same thing (JPEG makes some noise).
_NOISE = 20


@dataclass(frozen=True, slots=True)
class LongPictureLayout:
    """How a long picture is shown: its page, points a square pixel, whether it is cut upright.

    ``span`` is how many square pixels of the long side go on a page.
    """

    page: tuple[float, float]
    scale: float
    across: bool
    span: float


def layout_of(width: float, height: float, dpi: tuple[float, float] | None) -> LongPictureLayout:
    """Choose page and scale for a picture of so many square pixels."""
    short, long = (side * MM for side in A4)
    across = width > height
    shorter = min(width, height)
    # A computer's screen has small letters: the page is turned for them.
    lies = across or is_wide_screen(width, height, dpi)
    page = (long, short) if lies else (short, long)
    room = page[0] - 2 * MARGIN, page[1] - 2 * MARGIN - _CAPTION
    fitting = (room[1] if across else room[0]) / shorter
    usual = max(72 / _USUAL_DPI, min(72 / _COARSEST_DPI, _LEAST_WIDTH / shorter))
    scale = fitting if lies and not across else min(fitting, usual)
    return LongPictureLayout(page, scale, across, (room[0] if across else room[1]) / scale)


def add_strip(pdf: Pdf, image: Image.Image, work: Path) -> bool:
    """Append the pages of a picture that is too long for one.

    Returns False, with nothing appended, if it can be read on one page.

    Raises:
        PictureTooLarge: it would take too much memory.
        OSError, ValueError: it is damaged.
    """
    check_size(image)
    dpi = upright_dpi(image)
    width, height = upright_size(image)
    whole = in_square_pixels(width, height, dpi)
    lossy = is_lossy(image)
    layout = layout_of(*whole, dpi)
    length, share = (width, whole[0] / width) if layout.across else (height, whole[1] / height)
    span = max(2, int(layout.span / share))
    if length <= span:
        return False
    picture = upright(image)
    grey = picture.convert("L")
    cut = pieces(
        length,
        span,
        lambda low, high: still_rows(grey, low, high, across=layout.across),
    )
    first = len(pdf.pages)
    pdf.pages.extend(_numbered_pages(len(cut), layout, work).pages)
    for number, piece in enumerate(cut):
        part = _part(picture, piece, across=layout.across)
        size = part.width * whole[0] / width, part.height * whole[1] / height
        spot = _spot(layout, size[0] * layout.scale, size[1] * layout.scale)
        longest = round(max(spot.width, spot.height) / 72 * FINEST_DPI)
        stream = encoded_stream(pdf, part, longest=longest, lossy=lossy)
        page = pdf.pages[first + number].obj
        page.Resources[Name.XObject] = Dictionary(Strip=stream)
        shown = drawing("Strip", spot, 1) + b"\n" + page.Contents.read_bytes()
        page.Contents = pdf.make_stream(shown)
    return True


def still_rows(grey: Image.Image, low: int, high: int, *, across: bool = False) -> list[bool]:
    """Which rows (or columns) look like the one before them; compared pixel by pixel."""
    box = (low - 1, 0, high, grey.height) if across else (0, low - 1, grey.width, high)
    window = grey.crop(box)
    if across:
        window = window.transpose(Image.Transpose.TRANSPOSE)
    here = window.crop((0, 1, window.width, window.height))
    before = window.crop((0, 0, window.width, window.height - 1))
    change = ImageChops.difference(here, before)
    rows = (change.crop((0, row, change.width, row + 1)) for row in range(change.height))
    return [row.getextrema()[1] < _NOISE for row in rows]  # type: ignore[operator]


def _part(picture: Image.Image, piece: Strip, *, across: bool) -> Image.Image:
    if across:
        return picture.crop((piece.start, 0, piece.end, picture.height))
    return picture.crop((0, piece.start, picture.width, piece.end))


def _spot(layout: LongPictureLayout, width: float, height: float) -> PictureOnPage:
    page_width, page_height = layout.page
    # Pieces hang from the top, so that the eye goes on where it left off.
    return PictureOnPage(
        page_width,
        page_height,
        (page_width - width) / 2,
        page_height - MARGIN - height,
        width,
        height,
    )


def _numbered_pages(count: int, layout: LongPictureLayout, work: Path) -> Pdf:
    """Pages with nothing on them but "2/7" at the foot."""
    target = work / ".strip-numbers.pdf"
    canvas = PlainCanvas(target, layout.page, base_font_name(FontRole.BODY))
    width, _ = layout.page
    for number in range(1, count + 1):
        canvas.setPageSize(layout.page)
        (line,) = break_lines(f"{number}/{count}", FontRole.BODY, _SIZE, width)
        draw_line(canvas, line, (width - line.width) / 2, MARGIN + (_CAPTION - _LEADING) / 2)
        canvas.showPage()
    canvas.save()
    data = target.read_bytes()
    target.unlink()
    return Pdf.open(io.BytesIO(data))
