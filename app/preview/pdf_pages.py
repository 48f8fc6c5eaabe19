"""Pages of a PDF, drawn and searched by pdfium; runs in a worker."""

import ctypes
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from app.paths import extended
from app.pdfium import pypdfium2
from app.pdfium import raw as pdfium_c
from app.preview.model import (
    Box,
    Found,
    Hit,
    PagedFile,
    Pages,
    PageSize,
    SearchOrder,
    Tile,
    TileOrder,
)
from app.problems import Problem, ProblemKind

#: Pixels to the point at 100 %.
_PIXELS = 96 / 72
#: A page so small or so large is drawn as if it were of this size; hostile files have such.
_LEAST, _MOST = 1.0, 40_000.0
#: The grid on which pdfium, which knows only whole numbers here, tells where a letter stands.
_GRID = 100_000
#: Nobody steps through more.
_MOST_HITS_A_PAGE = 200


def measure(file: PagedFile) -> Pages | Problem:
    """Open a PDF and measure its pages."""
    close()
    try:
        document = _opened(file.path)
        sizes = tuple(_size(document, number) for number in range(len(document)))
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
        kind = ProblemKind.PASSWORD_REQUIRED if locked else ProblemKind.DAMAGED
        return Problem(kind, {"label": file.label})
    if not sizes:
        return Problem(ProblemKind.DAMAGED, {"label": file.label})
    return Pages(file, sizes)


def draw(order: TileOrder) -> Tile | Problem:
    """Draw a part of a page, with the values of its form fields."""
    try:
        document = _opened(order.file.path)
        size = _size(document, order.page)
        page = document[order.page]
    except pypdfium2.PdfiumError:
        return Problem(ProblemKind.DAMAGED, {"label": order.file.label})
    with closing(page):
        bitmap = pypdfium2.PdfBitmap.new_native(order.width, order.height, pdfium_c.FPDFBitmap_BGRx)
        with closing(bitmap):
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, order.width, order.height)
            whole = (round(size.width * order.scale), round(size.height * order.scale))
            place = (-order.left, -order.top, *whole, 0, pdfium_c.FPDF_ANNOT)
            pdfium_c.FPDF_RenderPageBitmap(bitmap, page, *place)
            if document.formenv:
                pdfium_c.FPDF_FFLDraw(document.formenv, bitmap, page, *place)
            return Tile(order.width, order.height, bytes(bitmap.buffer))


def find(order: SearchOrder) -> Found:
    """Find words, whatever their case and width, also where they run over a line's end."""
    words = "".join(_folded(order.words))
    hits: list[Hit] = []
    letters = 0
    if not words:
        return Found((), 0)
    try:
        document = _opened(order.file.path)
    except pypdfium2.PdfiumError:
        return Found((), 0)
    for number in range(order.first, min(order.last, len(document))):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue
        with closing(page), closing(page.get_textpage()) as text:
            spelt, places = _letters(text)
            letters += len(spelt)
            hits += [
                Hit(number, _boxes(page, text, places[start : start + len(words)]))
                for start in _starts(spelt, words)
            ]
    return Found(tuple(hits), letters)


def close() -> None:
    """Close the file at hand."""
    _opened.cache_clear()


@lru_cache(maxsize=1)
def _opened(path: Path) -> pypdfium2.PdfDocument:
    document = pypdfium2.PdfDocument(extended(path))
    document.init_forms()
    return document


def _size(document: pypdfium2.PdfDocument, number: int) -> PageSize:
    try:
        width, height = document.get_page_size(number)
    except pypdfium2.PdfiumError:
        # One broken page must not hide the others: it is an empty sheet.
        width, height = 595.0, 842.0
    return PageSize(*(min(_MOST, max(_LEAST, side * _PIXELS)) for side in (width, height)))


def _folded(text: str) -> Iterator[str]:
    """The letters that count: without spaces, in one width and one case."""
    for character in unicodedata.normalize("NFKC", text).casefold():
        if not character.isspace():
            yield character


def _letters(text: pypdfium2.PdfTextPage) -> tuple[str, list[int]]:
    """The folded letters of a page, and the number that pdfium gives to each of them."""
    spelt: list[str] = []
    places: list[int] = []
    for place in range(text.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text, place)
        if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF:
            for character in _folded(chr(code)):
                spelt.append(character)
                places.append(place)
    return "".join(spelt), places


def _starts(spelt: str, words: str) -> list[int]:
    starts: list[int] = []
    at = spelt.find(words)
    while at >= 0 and len(starts) < _MOST_HITS_A_PAGE:
        starts.append(at)
        at = spelt.find(words, at + len(words))
    return starts


def _boxes(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, places: list[int]
) -> tuple[Box, ...]:
    count = pdfium_c.FPDFText_CountRects(text, places[0], places[-1] - places[0] + 1)
    found = []
    for number in range(count):
        edges = [ctypes.c_double() for _ in range(4)]
        if not pdfium_c.FPDFText_GetRect(text, number, *edges):
            continue
        left, top, right, bottom = (edge.value for edge in edges)
        corners = [_share(page, left, top), _share(page, right, bottom)]
        xs, ys = zip(*corners, strict=True)
        found.append(Box(min(xs), min(ys), max(xs), max(ys)))
    return tuple(found)


def _share(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """A point of the page as shares of what is seen of it, whatever its box and rotation."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, across, down)
    return across.value / _GRID, down.value / _GRID
