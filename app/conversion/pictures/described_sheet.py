"""Photo sheets with the six elements of each photo below it (照片页)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Dictionary, Name, Pdf
from PIL import Image

from app.conversion.model import PhotoEntry
from app.conversion.pictures.data import printed_stream
from app.conversion.pictures.painting import drawing
from app.conversion.pictures.photo_sheet import turned_further
from app.conversion.pictures.placing import MM, Picture
from app.conversion.pictures.sheet_layout import (
    GAP,
    PageLayout,
    PlacedPhoto,
    lay_out,
)
from app.pictures import memory_told, orientation_of, upright_dpi, upright_size
from app.typesetting.drawing import draw_line
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name
from app.typesetting.lines import Line, break_lines, set_line

#: Sizes of the title and of the other elements; a smaller pair is taken where captions are long.
_SIZES = ((10.5, 9.0), (9.5, 8.0), (8.5, 7.0))
_LEADING = 1.4
#: Captions of the usual size take at most this, of the next ones at most this and this.
_MOST_HEIGHT = (34 * MM, 46 * MM)
_ABOVE_REST = 1.5
#: What is printed shows no more.
_PRINTED_DPI = 300


@dataclass(frozen=True, slots=True)
class _Loaded:
    seen: Picture
    photo: PhotoEntry


def compose_described_sheets(photos: Sequence[PhotoEntry], per_page: int, target: Path) -> int:
    """Write the photos in their order, ``per_page`` (1, 2 or 4) to an A4 page; return the pages.

    Photos are stored as fine as they are printed, at most 300 dots per inch; smaller ones keep
    their bytes. A photo that is damaged raises; convert it on its own first.

    Raises:
        ValueError: ``photos`` is empty, or there is no layout for ``per_page``.
        OSError: a photo cannot be read or is damaged.
    """
    groups = [photos[start : start + per_page] for start in range(0, len(photos), per_page)]
    if not groups:
        raise ValueError("no photos")
    loaded = [[_Loaded(_seen(photo), photo) for photo in group] for group in groups]
    layouts = [
        lay_out(
            [one.seen for one in group],
            per_page,
            lambda number, width, group=group: _height(group[number].photo, width),  # type: ignore[misc]
        )
        for group in loaded
    ]
    captions = target.with_name(f".{target.name}.captions")
    with Pdf.new() as pdf:
        try:
            _write_captions(captions, loaded, layouts)
            with Pdf.open(captions) as words:
                pdf.pages.extend(words.pages)
                for group, layout, page in zip(loaded, layouts, pdf.pages, strict=True):
                    _add_photos(pdf, page.obj, group, layout)
                pdf.save(target)
        finally:
            captions.unlink(missing_ok=True)
    return len(groups)


def caption_lines(photo: PhotoEntry, width: float) -> tuple[Line, ...]:
    """The caption of a photo: its number and title, then the other elements in smaller type."""
    found: tuple[Line, ...] = ()
    for title, small in _SIZES:
        found = (
            *break_lines(_head(photo), FontRole.HEADING, title, width, whole_words=True),
            *(
                line
                for text in _details(photo, small, width)
                for line in break_lines(text, FontRole.BODY, small, width, whole_words=True)
            ),
        )
        if _height_of(found) <= _MOST_HEIGHT[0 if title == _SIZES[0][0] else 1]:
            break
    return found


def _head(photo: PhotoEntry) -> str:
    number = f"照片{photo.number}" if photo.number else ""
    return "　".join(filter(None, (number, photo.caption)))


def _details(photo: PhotoEntry, size: float, width: float) -> list[str]:
    """Short elements side by side, as many as a line holds whole; what the photo shows below."""
    found: list[str] = []
    told = [f"{name}：{text}" for name, text in photo.details]
    for at, text in enumerate(told):
        last = photo.told_last and at == len(told) - 1
        beside = f"{found[-1]}　{text}" if found and not last else ""
        if beside and set_line(beside, FontRole.BODY, size).width <= width:
            found[-1] = beside
        else:
            found.append(text)
    return found


def _height(photo: PhotoEntry, width: float) -> float:
    return _height_of(caption_lines(photo, width))


def _height_of(lines: Sequence[Line]) -> float:
    rest = any(line.role is FontRole.BODY for line in lines)
    return sum(line.size * _LEADING for line in lines) + (_ABOVE_REST if rest else 0.0)


def _seen(photo: PhotoEntry) -> Picture:
    with Image.open(photo.path) as image:
        seen = Picture(*upright_size(image), upright_dpi(image))
    return turned_further(seen, 1, photo.turn)[0]


def _write_captions(
    path: Path, loaded: Sequence[Sequence[_Loaded]], layouts: Sequence[PageLayout]
) -> None:
    canvas = PlainCanvas(path, (layouts[0].width, layouts[0].height), base_font_name(FontRole.BODY))
    for group, layout in zip(loaded, layouts, strict=True):
        canvas.setPageSize((layout.width, layout.height))
        for one, placed in zip(group, layout.photos, strict=True):
            _write_caption(canvas, caption_lines(one.photo, placed.width), placed)
        canvas.showPage()
    canvas.save()


def _write_caption(canvas: PlainCanvas, lines: Sequence[Line], placed: PlacedPhoto) -> None:
    """Write a caption below its photo: at the photo's left edge, or centred if it is wider."""
    spot = placed.spot
    wide = max((line.width for line in lines), default=0.0)
    left = spot.x if wide <= spot.width else placed.left + max(0.0, placed.width - wide) / 2
    y = spot.y - GAP
    role = FontRole.HEADING
    for line in lines:
        if line.role is not role:
            y, role = y - _ABOVE_REST, line.role
        y -= line.size * _LEADING
        draw_line(canvas, line, left, y + 0.3 * line.size)


def _add_photos(pdf: Pdf, page: Dictionary, group: Sequence[_Loaded], layout: PageLayout) -> None:
    resources = page.get(Name.Resources)
    if not isinstance(resources, Dictionary):
        resources = page.Resources = Dictionary()
    pictures, content = Dictionary(), b""
    for number, (one, placed) in enumerate(zip(group, layout.photos, strict=True)):
        with memory_told(one.photo.path), Image.open(one.photo.path) as image:
            orientation = orientation_of(image)
            longest = round(max(placed.spot.width, placed.spot.height) / 72 * _PRINTED_DPI)
            pictures[f"/Photo{number}"] = printed_stream(pdf, one.photo.path, image, longest)
            if image.format not in {"JPEG", "MPO"}:
                orientation = orientation_of(image)  # some formats are turned as they are decoded
        _, orientation = turned_further(one.seen, orientation, one.photo.turn)
        content += drawing(f"Photo{number}", placed.spot, orientation) + b"\n"
    resources.XObject = pictures
    page.Contents = pdf.make_stream(content + page.Contents.read_bytes())
