"""Pictures and scans: one page each; a TIFF gives as many pages as it has."""

from pathlib import Path

from pikepdf import Object, Pdf
from PIL import Image

from app.conversion.model import (
    Made,
    Order,
    PdfFacts,
    RenditionOrigin,
    Source,
)
from app.conversion.pictures.data import (
    FINEST_DPI,
    PictureTooLarge,
    check_size,
    encoded_stream,
    is_lossy,
    jpeg_stream,
)
from app.conversion.pictures.long import add_strip
from app.conversion.pictures.painting import add_page
from app.conversion.pictures.placing import Picture, place
from app.findings.looking import find
from app.page_setup import Cut
from app.pictures import (
    PICTURE_TROUBLE,
    in_square_pixels,
    is_strip,
    memory_told,
    orientation_of,
    page_frames,
    upright_dpi,
    upright_size,
)
from app.problems import Problem, ProblemKind


def lay_out_picture(order: Order) -> Made | Problem:
    """Write the pages of one picture file; to be run in a worker."""
    label = order.source.file_type.label
    with Pdf.new() as pdf:
        try:
            cut = _add_pictures(pdf, order.source, order.target.parent)
        except PictureTooLarge:
            return Problem(ProblemKind.CONVERSION_FAILED, {"label": f"{label}，像素过多"})
        except PICTURE_TROUBLE:
            return Problem(ProblemKind.DAMAGED, {"label": label})
        # Outside the try: a full disk says nothing about the picture.
        pdf.save(order.target)
        facts = PdfFacts(len(pdf.pages))
    notes = find(order.source.path, order.source.file_type)
    if cut is None:
        notes = tuple(note for note in notes if note.kind is not ProblemKind.PICTURE_CUT)
    elif all(note.kind is not ProblemKind.PICTURE_CUT for note in notes):
        notes = (*notes, Problem(ProblemKind.PICTURE_CUT, {"width": cut[0], "height": cut[1]}))
    return Made(
        order.target,
        RenditionOrigin.CONVERTED,
        expected_pages=facts.page_count,
        notes=notes,
        facts=facts,
    )


def _add_pictures(pdf: Pdf, source: Source, work: Path) -> tuple[int, int] | None:
    """Append the pages of each picture of the file; return the size of the first that was cut."""
    cut: tuple[int, int] | None = None
    with memory_told(source.path), Image.open(source.path) as image:
        # Animations and phone formats show their first picture; only TIFF has pages.
        for frame in page_frames(image):
            if image.format == "TIFF":
                image.seek(frame)
            if _is_cut(image, source.pages.cut) and add_strip(pdf, image, work):
                cut = cut or upright_size(image)
                continue
            stream, seen, turn = picture_on(pdf, source.path, image)
            add_page(pdf, stream, place(seen), turn)
    return cut


def _is_cut(image: Image.Image, asked: Cut) -> bool:
    """Say whether a picture is to be cut: as a person wants it, or where one page is too small."""
    if asked is not Cut.AUTO:
        return asked is Cut.PIECES
    dpi = upright_dpi(image)
    return is_strip(*in_square_pixels(*upright_size(image), dpi), dpi)


def picture_on(pdf: Pdf, path: Path, image: Image.Image) -> tuple[Object, Picture, int]:
    """Make the picture's stream in ``pdf``.

    Return it with the picture as people see it, and the orientation in which it must be drawn.

    Raises:
        PictureTooLarge: it would take too much memory.
        OSError, ValueError: it is damaged.
    """
    seen = Picture(*upright_size(image), upright_dpi(image))
    turn = orientation_of(image)
    stream = jpeg_stream(pdf, path, image) if image.format in ("JPEG", "MPO") else None
    if stream is None:
        check_size(image)
        image.load()
        turn = orientation_of(image)  # Pillow turns a TIFF while it decodes it
        spot = place(seen)
        longest = round(max(spot.width, spot.height) / 72 * FINEST_DPI)
        stream = encoded_stream(pdf, image, longest=longest, lossy=is_lossy(image))
    return stream, seen, turn
