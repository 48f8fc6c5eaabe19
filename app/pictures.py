"""The pages and the orientation of a picture file, read from headers; nothing is decoded."""

import math
import mmap
import os
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

#: What Pillow raises on pictures that are damaged.
PICTURE_TROUBLE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    ZeroDivisionError,
    struct.error,
)

#: What Pillow and its libraries say when they were refused memory, or refuse to take so much.
_WORDS_OF_FULL = (
    "out of memory",
    "Memory allocation",
    "Security limit exceeded",
    "Decompressed data too large",
    "Too much memory used",
)
#: WebP's reader gives no reason; it holds two canvases of four bytes a pixel from the start on.
_WORDS_OF_WEBP = "could not create decoder"
_WEBP_HEAD, _WEBP_BYTES = 30, 8

_WIDTH, _HEIGHT, _ORIENTATION = 256, 257, 274
_BITS, _PHOTOMETRIC = 258, 262
_NEW_SUBFILE_TYPE, _OLD_SUBFILE_TYPE = 254, 255
#: Bits of the new type: a copy of lower resolution, and a mask of transparency.
_REDUCED, _MASK = 1, 4
_OLD_REDUCED = 2
#: Where strips and tiles begin, and how long they are.
_DATA = ((273, 279), (324, 325))

#: What a pixel takes when it is decoded, and while a progressive JPEG is put together besides.
_DECODED_BYTES, _COEFFICIENT_BYTES = 4, 3

#: The most memory that the decoded pixels of one picture may take.
_MOST_BYTES = 400 * 1024 * 1024

#: Of a page's 257 mm a picture of these proportions leaves 64 mm, the width of a telephone.
_STRIP_RATIO = 4.0
#: What is narrower is a line and no picture.
_NARROWEST = 32
#: 257 mm at 260 dots per inch.
_LONGEST_ON_A_PAGE = 2630
#: Screens of computers are this wide, those of telephones are not; scanners write more dots.
_SCREEN_WIDTH, _SCREEN_RATIO, _SCAN_DPI = 1600, 2.5, 150.0

#: What is still to be done to a picture of each orientation.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@contextmanager
def memory_told(path: Path) -> Iterator[None]:
    """While a picture is read: raise ``MemoryError`` for what Pillow calls damaged for want of it.

    A picture that needs more than there may be is no damaged one, and nobody should be told to
    have it repaired.
    """
    try:
        yield
    except PICTURE_TROUBLE as error:
        told = str(error)
        if any(words in told for words in _WORDS_OF_FULL) or (
            _WORDS_OF_WEBP in told and _is_large_webp(path)
        ):
            raise MemoryError(str(error)) from error
        _demand_memory(path)
        raise


def _demand_memory(path: Path) -> None:
    """Raise ``MemoryError`` if a JPEG cannot be had for want of it.

    Its library says "broken data" when it is refused memory, so the addresses that decoding needs
    are asked for here once more. Nothing is written there, so that no memory is taken.
    """
    try:
        with Image.open(path, formats=("JPEG",)) as image:
            pixels, slow = image.width * image.height, bool(image.info.get("progressive"))
    except PICTURE_TROUBLE:
        return  # another format, or not even its head can be read
    needed = pixels * (_DECODED_BYTES + (_COEFFICIENT_BYTES if slow else 0))
    try:
        # Private, or the limit of a worker does not count it.
        kind = {} if os.name == "nt" else {"flags": mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS}
        mmap.mmap(-1, needed, **kind).close()
    except (OSError, OverflowError) as error:
        raise MemoryError(str(error)) from error


def _is_large_webp(path: Path) -> bool:
    """Say whether a file is WebP whose canvas takes more memory than there may be."""
    with path.open("rb") as stream:
        head = stream.read(_WEBP_HEAD)
    if len(head) < _WEBP_HEAD or head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return False
    match head[12:16]:
        case b"VP8X":
            width = 1 + int.from_bytes(head[24:27], "little")
            height = 1 + int.from_bytes(head[27:30], "little")
        case b"VP8L":
            bits = int.from_bytes(head[21:25], "little")
            width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case b"VP8 ":
            width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", head, 26))
        case _:
            return False
    return width * height * _WEBP_BYTES > _MOST_BYTES


def takes_too_much(image: Image.Image) -> bool:
    """Say whether the decoded picture would take more memory than there may be."""
    return image.width * image.height * max(1, len(image.getbands())) > _MOST_BYTES


def orientation_of(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8; 1 if the file has none or nonsense.

    Pillow turns some formats while it decodes them, and then forgets the orientation. Ask again
    after decoding to learn what is left to be turned.
    """
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except (ValueError, OSError, SyntaxError, struct.error):
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def turned(picture: Image.Image, orientation: int) -> Image.Image:
    """A decoded picture as a person sees it, by the orientation that its file tells."""
    turn = _TURNS.get(orientation)
    return picture if turn is None else picture.transpose(turn)


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return width and height as a person sees them, whether or not the picture is decoded."""
    width, height = image.size
    if isinstance(image, TiffImageFile):
        # Pillow swaps the size of TIFF by itself; the tags say how the pixels are stored.
        width = _number(image, _WIDTH, width)
        height = _number(image, _HEIGHT, height)
    return (height, width) if orientation_of(image) >= 5 else (width, height)


def upright_dpi(image: Image.Image) -> tuple[float, float] | None:
    """Return the dots per inch across and down as a person sees the picture; None if untold.

    Ask before the picture is decoded, while its orientation is known.
    """
    value = image.info.get("dpi")
    try:
        x, y = (float(one) for one in value) if value else (0.0, 0.0)
    except (TypeError, ValueError):
        return None
    if not (math.isfinite(x) and math.isfinite(y)) or x <= 1 or y <= 1:
        return None
    return (y, x) if orientation_of(image) >= 5 else (x, y)


def deep_range(image: Image.Image) -> tuple[float, float]:
    """Return which values of a 16-bit grey picture are black and white.

    Scanners also store 10 or 12 bits, and TIFF may count from white to black; Pillow hands the
    numbers over as they are.
    """
    if not isinstance(image, TiffImageFile):
        return 0.0, 65535.0
    white = float((1 << min(16, max(9, _number(image, _BITS, 16)))) - 1)
    return (white, 0.0) if _number(image, _PHOTOMETRIC, 1) == 0 else (0.0, white)


def in_square_pixels(
    width: float, height: float, dpi: tuple[float, float] | None
) -> tuple[float, float]:
    """Return the size with equal dots per inch both ways; those of fax scans differ."""
    if dpi is None or min(dpi) <= 0:
        return float(width), float(height)
    finest = max(dpi)
    return width * finest / dpi[0], height * finest / dpi[1]


def is_strip(width: float, height: float, dpi: tuple[float, float] | None) -> bool:
    """Say whether one page would show the picture (in square pixels) too fine to be read.

    Either it would be narrower than a telephone at over 260 dots per inch, or it is a long web
    page of a computer's screen, whose letters have few pixels.
    """
    longer, shorter = max(width, height), min(width, height)
    if shorter < _NARROWEST:
        return False
    if longer > _STRIP_RATIO * shorter:
        return longer > _LONGEST_ON_A_PAGE
    return is_wide_screen(width, height, dpi) and height > _SCREEN_RATIO * width


def is_wide_screen(width: float, height: float, dpi: tuple[float, float] | None) -> bool:
    """Say whether an upright picture is as wide as a computer's screen, and no scan."""
    return width < height and width >= _SCREEN_WIDTH and (dpi is None or max(dpi) < _SCAN_DPI)


def page_frames(image: Image.Image) -> tuple[int, ...]:
    """Return which frames of an open file are pages; the frame shown may change.

    Only TIFF has pages. Its thumbnails, smaller copies and masks are none.

    Raises:
        OSError, EOFError, SyntaxError: the file is damaged.
    """
    if not isinstance(image, TiffImageFile):
        return (0,)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is damaged raises besides
        return _tiff_pages(image)


def _tiff_pages(image: TiffImageFile) -> tuple[int, ...]:
    frames = image.n_frames
    if frames == 1:
        return (0,)
    pages: list[int] = []
    area_before = 0
    for frame in range(frames):
        image.seek(frame)
        area = image.width * image.height
        # Some programs mark every page but the first as a copy; a copy is smaller.
        if _is_beside(image) and (not area_before or area < area_before):
            continue
        area_before = area
        pages.append(frame)
    return tuple(pages) or tuple(range(frames))


def holds_its_data(image: Image.Image, size: int) -> bool:
    """Say whether the data of the TIFF page shown lie inside a file of ``size`` bytes."""
    if not isinstance(image, TiffImageFile):
        return True
    for starts, lengths in _DATA:
        first, counts = image.tag_v2.get(starts, ()), image.tag_v2.get(lengths, ())
        if isinstance(first, tuple) and isinstance(counts, tuple):
            ends = (int(start) + int(count) for start, count in zip(first, counts, strict=False))
            if max(ends, default=0) > size:
                return False
    return True


def _is_beside(image: TiffImageFile) -> bool:
    """Say whether the frame shown is marked as a smaller copy or a mask of another."""
    new = _number(image, _NEW_SUBFILE_TYPE, 0)
    return bool(new & (_REDUCED | _MASK)) or _number(image, _OLD_SUBFILE_TYPE, 0) == _OLD_REDUCED


def _number(image: TiffImageFile, tag: int, otherwise: int) -> int:
    value = image.tag_v2.get(tag, otherwise)
    if isinstance(value, tuple):
        value = value[0] if value else otherwise
    return value if isinstance(value, int) else otherwise
