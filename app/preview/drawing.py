"""Opening, drawing and searching files page by page; runs in a worker.

A worker keeps the file at hand open, so that each further page costs only its own drawing.
"""

from app.paths import extended
from app.preview import pdf_pages, picture_pages
from app.preview.model import Form, Found, PagedFile, Pages, SearchOrder, Tile, TileOrder
from app.problems import Problem, ProblemKind


def open_pages(file: PagedFile) -> Pages | Problem:
    """Open a file and measure its pages."""
    try:
        if extended(file.path).stat().st_size == 0:
            return Problem(ProblemKind.EMPTY_FILE)
    except OSError:
        return Problem(ProblemKind.ORIGINAL_MISSING)
    return pdf_pages.measure(file) if file.form is Form.PDF else picture_pages.measure(file)


def draw_tile(order: TileOrder) -> Tile | Problem:
    """Draw a part of a page."""
    if order.file.form is Form.PDF:
        return pdf_pages.draw(order)
    return picture_pages.draw(order)


def find_words(order: SearchOrder) -> Found:
    """Find words on some pages; pictures have none."""
    return pdf_pages.find(order) if order.file.form is Form.PDF else Found((), 0)


def let_go(_: None) -> None:
    """Close the file at hand, so that it can be moved."""
    pdf_pages.close()
    picture_pages.close()
