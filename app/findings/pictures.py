"""Pictures: further frames of animations and series, thumbnails, pictures too long for a page."""

from pathlib import Path

import pi_heif
from PIL import Image

from app.filekind import FileType
from app.pictures import (
    PICTURE_TROUBLE,
    in_square_pixels,
    is_strip,
    page_frames,
    upright_dpi,
    upright_size,
)
from app.problems import Problem, ProblemKind

#: Counting the frames of MPO means to open each; a series of photos has fewer.
_MOST_PHOTOS = 100


def find_in_picture(path: Path, _file_type: FileType) -> tuple[Problem, ...]:
    """Find frames of a picture that are no page, and whether it must be cut into pages.

    A picture that cannot be read has nothing to tell; intake and the converter say so.
    """
    pi_heif.register_heif_opener()
    try:
        with Image.open(path) as image:
            return tuple(_found(image))
    except (*PICTURE_TROUBLE, Image.DecompressionBombError):
        return ()


def _found(image: Image.Image) -> list[Problem]:
    found: list[Problem] = []
    strip: tuple[int, int] | None = None
    pages = page_frames(image)
    for frame in pages:
        if image.format == "TIFF":
            image.seek(frame)
        size, dpi = upright_size(image), upright_dpi(image)
        if strip is None and is_strip(*in_square_pixels(*size, dpi), dpi):
            strip = size
    if strip is not None:
        found.append(Problem(ProblemKind.PICTURE_CUT, {"width": strip[0], "height": strip[1]}))
    frames = int(getattr(image, "n_frames", 1))
    if image.format == "TIFF":
        if frames > len(pages):
            skipped = {"count": frames - len(pages)}
            found.append(Problem(ProblemKind.THUMBNAILS_LEFT_OUT, skipped))
        return found
    if image.format == "MPO":
        frames = _photos(image, frames)
    if frames > 1:
        found.append(Problem(ProblemKind.FRAMES_NOT_CARRIED, {"count": frames}))
    return found


def _photos(image: Image.Image, frames: int) -> int:
    """Count the photos of an MPO; what phones add (previews, light maps) is smaller."""
    whole = image.size
    count = 1
    for frame in range(1, min(frames, _MOST_PHOTOS)):
        try:
            image.seek(frame)
        except PICTURE_TROUBLE:
            break
        count += image.size == whole
    return count
