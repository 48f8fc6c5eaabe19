"""Several photos on a page, each with its caption (照片粘贴页)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Dictionary, Name, Object, Pdf
from PIL import Image

from app.conversion.model import PhotoEntry
from app.conversion.pictures.laying_out import picture_on
from app.conversion.pictures.painting import drawing
from app.conversion.pictures.placing import A4, MARGIN, MM, Picture, fills_page, fit
from app.pictures import upright_dpi, upright_size
from app.typesetting.drawing import draw_line
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name
from app.typesetting.lines import Line, break_lines

_SIZE = 12.0
_LEADING = 17.0
#: A caption has at most two lines; longer ones end in dots.
_CAPTION_LINES = 2
_GAP = 3 * MM
_GUTTER = 8 * MM

#: What an orientation of EXIF becomes when the picture is turned a quarter clockwise.
_TURNED = {1: 6, 6: 3, 3: 8, 8: 1, 2: 7, 7: 4, 4: 5, 5: 2}

_Cell = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Loaded:
    stream: Object
    seen: Picture
    orientation: int
    caption: str


def is_scan(path: Path) -> bool:
    """Say whether a picture is the scan of a sheet, as TIFF and faxes are; run in a worker."""
    try:
        with Image.open(path) as image:
            if image.format == "TIFF" or image.mode == "1":
                return True
            return fills_page(Picture(*upright_size(image), upright_dpi(image)))
    except (OSError, ValueError, SyntaxError):
        return False


def compose_photo_sheets(photos: Sequence[PhotoEntry], per_page: int, target: Path) -> int:
    """Write the photos in their order, ``per_page`` (1, 2 or 4) to an A4 page; return the pages.

    Two upright photos share a page that lies, two lying ones a page that stands. Pictures keep
    their bytes where they are JPEG. A photo that is damaged raises; convert it on its own first,
    so that its failure is known and named.

    Raises:
        ValueError: ``photos`` is empty, or there is no layout for ``per_page``.
        OSError: a photo cannot be read or is damaged.
    """
    if not photos or per_page not in {1, 2, 4}:
        raise ValueError(f"{len(photos)} photos, {per_page} per page")
    groups = [photos[start : start + per_page] for start in range(0, len(photos), per_page)]
    with Pdf.new() as pdf:
        sheets = [[_load(pdf, photo) for photo in group] for group in groups]
        pages = [_page_size(sheet, per_page) for sheet in sheets]
        captions = target.with_name(f".{target.name}.captions")
        try:
            _write_captions(captions, sheets, pages, per_page)
            with Pdf.open(captions) as words:
                pdf.pages.extend(words.pages)
                for sheet, size, page in zip(sheets, pages, pdf.pages, strict=True):
                    _add_pictures(pdf, page.obj, sheet, _cells(size, per_page), size)
                pdf.save(target)
        finally:
            captions.unlink(missing_ok=True)
    return len(groups)


def _load(pdf: Pdf, photo: PhotoEntry) -> _Loaded:
    with Image.open(photo.path) as image:
        stream, seen, orientation = picture_on(pdf, photo.path, image)
    return _Loaded(stream, *turned_further(seen, orientation, photo.turn), photo.caption)


def turned_further(seen: Picture, orientation: int, turn: int) -> tuple[Picture, int]:
    """A picture as it is seen, and its orientation, turned by degrees clockwise."""
    for _ in range(turn // 90):
        seen, orientation = (
            Picture(seen.height, seen.width, _across(seen.dpi)),
            _TURNED[orientation],
        )
    return seen, orientation


def _across(dpi: tuple[float, float] | None) -> tuple[float, float] | None:
    return dpi and (dpi[1], dpi[0])


def _page_size(sheet: Sequence[_Loaded], per_page: int) -> tuple[float, float]:
    upright = sum(photo.seen.height > photo.seen.width for photo in sheet)
    short, long = (side * MM for side in A4)
    lies = upright * 2 > len(sheet) if per_page == 2 else upright * 2 < len(sheet)
    return (long, short) if lies else (short, long)


def _cells(size: tuple[float, float], per_page: int) -> list[_Cell]:
    """Return the cells (x0, y0, x1, y1) in reading order; each holds a photo and its caption."""
    width, height = size
    lies = width > height
    columns, rows = {1: (1, 1), 2: (2, 1) if lies else (1, 2), 4: (2, 2)}[per_page]
    cell_width = (width - 2 * MARGIN - (columns - 1) * _GUTTER) / columns
    cell_height = (height - 2 * MARGIN - (rows - 1) * _GUTTER) / rows
    cells = []
    for row in range(rows):
        for column in range(columns):
            x = MARGIN + column * (cell_width + _GUTTER)
            top = height - MARGIN - row * (cell_height + _GUTTER)
            cells.append((x, top - cell_height, x + cell_width, top))
    return cells


def _area(cell: _Cell, lines: int) -> _Cell:
    """Return the part of a cell that is the photo's; all photos of a page leave equal room."""
    return cell[0], cell[1] + (_GAP + lines * _LEADING if lines else 0.0), cell[2], cell[3]


def _write_captions(
    path: Path,
    sheets: Sequence[Sequence[_Loaded]],
    pages: Sequence[tuple[float, float]],
    per_page: int,
) -> None:
    canvas = PlainCanvas(path, pages[0], base_font_name(FontRole.BODY))
    for sheet, size in zip(sheets, pages, strict=True):
        canvas.setPageSize(size)
        cells = _cells(size, per_page)
        room = _caption_room(sheet, cells)
        for photo, cell in zip(sheet, cells, strict=False):
            place = fit(photo.seen, _area(cell, room), size)
            y = place.y - _GAP - _SIZE
            for line in _caption(photo.caption, cell[2] - cell[0]):
                x = (cell[0] + cell[2] - line.width) / 2
                draw_line(canvas, line, x, y)
                y -= _LEADING
        canvas.showPage()
    canvas.save()


def _caption_room(sheet: Sequence[_Loaded], cells: Sequence[_Cell]) -> int:
    """Return how many lines the longest caption of the page takes."""
    width = cells[0][2] - cells[0][0]
    return max(len(_caption(photo.caption, width)) for photo in sheet)


def _caption(text: str, width: float) -> tuple[Line, ...]:
    lines = break_lines(text, FontRole.BODY, _SIZE, width)
    if len(lines) <= _CAPTION_LINES:
        return lines
    kept = text
    while len(lines) > _CAPTION_LINES and kept:
        kept = kept[: -max(1, len(kept) // 16)]
        lines = break_lines(f"{kept}……", FontRole.BODY, _SIZE, width)
    return lines


def _add_pictures(
    pdf: Pdf,
    page: Object,
    sheet: Sequence[_Loaded],
    cells: Sequence[_Cell],
    size: tuple[float, float],
) -> None:
    room = _caption_room(sheet, cells)
    resources = page.get(Name.Resources)
    pictures = Dictionary()
    content = b""
    for number, (photo, cell) in enumerate(zip(sheet, cells, strict=False)):
        pictures[f"/Photo{number}"] = photo.stream
        place = fit(photo.seen, _area(cell, room), size)
        content += drawing(f"Photo{number}", place, photo.orientation) + b"\n"
    if not isinstance(resources, Dictionary):
        resources = page.Resources = Dictionary()
    resources.XObject = pictures
    page.Contents = pdf.make_stream(content + page.Contents.read_bytes())
