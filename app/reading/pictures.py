"""Checking pictures: are they whole, large enough and sharp; when were they taken."""

import warnings
from dataclasses import replace
from datetime import date
from pathlib import Path

import pi_heif
from PIL import Image, ImageFile, ImageFilter, ImageStat

from app.filekind import FileType
from app.filetypes import formats
from app.guessing.dates import EARLIEST_YEAR
from app.guessing.guess import FileWords, Properties
from app.photos.facts import PhotoFacts, told_by
from app.photos.looks import look_of
from app.pictures import (
    PICTURE_TROUBLE,
    holds_its_data,
    memory_told,
    orientation_of,
    page_frames,
    takes_too_much,
    turned,
)
from app.problems import Problem, ProblemKind
from app.reading.model import Reading, Unreadable

#: Formats that cameras and phones write; drawings and screenshots come as PNG, BMP or GIF.
_PHOTO_TYPES = frozenset(f.media_type for f in (formats.JPEG, formats.HEIC, formats.WEBP))
_SMALL_PHOTO, _SMALL_DRAWING = 800, 200

#: A JPEG with more bits for each pixel than this holds fine detail, so it is not out of focus
#: (measured: a 12-megapixel photo blurred enough to be noticed needs 0.6 even at quality 95).
_DETAILED_BITS = 0.9
_TAIL = 64 * 1024
_END_OF_JPEG = b"\xff\xd9"

#: Sharpness is judged on a picture of about this width, tile by tile.
_JUDGED_WIDTH = 800
#: The look of a photo is taken from one of about this width.
_LOOK_WIDTH = 256
_TILES = 8
#: Deviation of grey below which a tile shows nothing, and edges of a sharp one (0.6 and above).
_EMPTY_TILE, _EDGE_RATIO = 12.0, 0.22
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)

_EXIF_IFD, _TAKEN, _DESCRIPTION, _XP_TITLE = 0x8769, 0x9003, 0x010E, 0x9C9B


def read_picture(path: Path, file_type: FileType, size: int) -> Reading:
    """Look at a picture. Raises ``Unreadable`` if it is broken or cut short."""
    pi_heif.register_heif_opener()
    try:
        with warnings.catch_warnings():
            # A large picture is the converter's concern, and bad EXIF nobody's.
            warnings.simplefilter("ignore")
            with memory_told(path), Image.open(path) as picture:
                return _look(picture, path, file_type, size)
    except Image.DecompressionBombError:
        return Reading(problems=(_too_large(file_type),))
    except PICTURE_TROUBLE as error:
        raise Unreadable from error


def _look(picture: ImageFile.ImageFile, path: Path, file_type: FileType, size: int) -> Reading:
    width, height = picture.size
    if takes_too_much(picture):
        return Reading(page_count=1, problems=(_too_large(file_type),))
    pages = _pages(picture, size)
    taken_on, words = _notes(picture)
    photo = file_type.media_type in _PHOTO_TYPES
    problems: list[Problem] = []
    if min(width, height) < (_SMALL_PHOTO if photo else _SMALL_DRAWING):
        problems.append(Problem(ProblemKind.PHOTO_TINY, {"width": width, "height": height}))
    facts = told_by(picture.getexif()) if photo else None
    sharp = _plainly_whole_and_sharp(path, file_type, size, width * height)
    if not sharp or facts is not None:
        grey = _small_grey(picture, _LOOK_WIDTH if sharp else _JUDGED_WIDTH)
        if facts is not None:
            facts = _with_look(facts, grey, orientation_of(picture))
        if photo and not sharp and is_blurred(grey):
            problems.append(Problem(ProblemKind.PHOTO_BLURRED))
    return Reading(
        FileWords(margins=words, official=False),
        Properties(taken_on=taken_on),
        page_count=pages,
        problems=tuple(problems),
        photo=facts,
    )


def _with_look(facts: PhotoFacts, grey: Image.Image, orientation: int) -> PhotoFacts:
    """What is known of a photo, and how it looks to a person who holds it upright."""
    return replace(facts, look=look_of(turned(grey, orientation)))


def _too_large(file_type: FileType) -> Problem:
    return Problem(ProblemKind.CONVERSION_FAILED, {"label": f"{file_type.label}，像素过多"})


def _pages(picture: ImageFile.ImageFile, size: int) -> int:
    """Count the pages; one whose data may be cut off is decoded, which raises if they are."""
    frames = page_frames(picture)
    if len(frames) > 1:
        for frame in frames:
            picture.seek(frame)
            if not holds_its_data(picture, size):
                picture.load()
        picture.seek(0)
    return len(frames)


def _plainly_whole_and_sharp(path: Path, file_type: FileType, size: int, pixels: int) -> bool:
    """True if the file's size and end settle the matter without decoding millions of pixels."""
    if file_type.media_type != formats.JPEG.media_type or size * 8 < pixels * _DETAILED_BITS:
        return False
    with path.open("rb") as file:
        file.seek(max(0, size - _TAIL))
        return _END_OF_JPEG in file.read()


def _small_grey(picture: ImageFile.ImageFile, wide: int) -> Image.Image:
    """The picture in grey, about so many pixels wide; decoding it proves that it is whole."""
    scale = max(1, picture.width // wide)
    picture.draft("L", (picture.width // scale, picture.height // scale))
    picture.load()
    factor = max(1, round(picture.width / wide))
    plain = picture if picture.mode in {"L", "RGB"} else picture.convert("RGB")
    return plain.reduce(factor).convert("L")


def is_blurred(grey: Image.Image) -> bool:
    """Judge a grey picture: True if nowhere in it anything has a sharp edge.

    In each tile the strength of edges (the Laplacian's deviation) is set against the contrast: a
    soft picture has contrast without edges. Tiles without contrast (sky, blank paper) do not
    count, so that a clean scan with few words is never taken for a blurred photo, nor is a photo
    with a soft background, since one sharp tile settles it.
    """
    edges = grey.filter(_LAPLACIAN)
    width, height = grey.size
    ratios = []
    for row in range(_TILES):
        for column in range(_TILES):
            box = (
                max(1, column * width // _TILES),
                max(1, row * height // _TILES),
                min(width - 1, (column + 1) * width // _TILES),
                min(height - 1, (row + 1) * height // _TILES),
            )
            if box[2] - box[0] < 4 or box[3] - box[1] < 4:
                return False
            contrast = ImageStat.Stat(grey.crop(box)).stddev[0]
            if contrast > _EMPTY_TILE:
                ratios.append(ImageStat.Stat(edges.crop(box)).stddev[0] / contrast)
    ratios.sort()
    return bool(ratios) and ratios[-max(1, len(ratios) // 10)] < _EDGE_RATIO


def _notes(picture: ImageFile.ImageFile) -> tuple[str, str]:
    """The day a photo was taken (ISO, or ""), and the words that its EXIF carries."""
    exif = picture.getexif()
    taken = str(exif.get_ifd(_EXIF_IFD).get(_TAKEN, ""))[:10].replace(":", "-")
    try:
        day = date.fromisoformat(taken)
    except ValueError:
        day = date.min
    raw = exif.get(_XP_TITLE, b"")
    titled = raw.decode("utf-16-le", "replace") if isinstance(raw, bytes) else ""
    words = f"{exif.get(_DESCRIPTION, '')}\n{titled}".strip("\x00\n ")
    return day.isoformat() if day.year >= EARLIEST_YEAR else "", words
