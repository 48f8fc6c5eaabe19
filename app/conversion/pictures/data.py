"""Pictures as PDF image streams: bytes copied where possible, otherwise encoded again."""

import io
import math
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pi_heif
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

from app.pictures import deep_range, orientation_of, takes_too_much, turned

pi_heif.register_heif_opener()
# Sizes are judged here, by memory; Pillow's own limit knows nothing of one-bit pages.
Image.MAX_IMAGE_PIXELS = None

#: Formats whose pixels have been through a lossy coder already.
_LOSSY = frozenset({"HEIF", "HEIC", "AVIF", "JPEG2000", "MPO", "JPEG"})

#: Above this many pixels a photograph is stored as JPEG, whatever it came as.
_LARGE = 4_000_000
_QUALITY = 92
#: A JPEG with so many more pixels than are printed is not encoded again.
_HARDLY_FINER = 1.25

#: Nothing that is printed shows more than this.
FINEST_DPI = 400

_JPEG_SPACES = {
    "L": (Name.DeviceGray, 1),
    "RGB": (Name.DeviceRGB, 3),
    "CMYK": (Name.DeviceCMYK, 4),
}


class PictureTooLarge(ValueError):
    """The decoded picture would not fit into memory."""


def check_size(image: Image.Image) -> None:
    """Refuse a picture that would take more memory than there may be.

    Raises:
        PictureTooLarge: it would.
    """
    if takes_too_much(image):
        raise PictureTooLarge


def jpeg_stream(pdf: Pdf, path: Path, image: Image.Image) -> Object | None:
    """Wrap the JPEG's own bytes, unchanged up to its end marker; None if PDF cannot hold them.

    Raises:
        OSError: the JPEG is cut short or its data are no picture.
    """
    if image.mode not in _JPEG_SPACES:
        return None
    space, channels = _JPEG_SPACES[image.mode]
    data = path.read_bytes()
    end = jpeg_length(data)
    if end is None:
        return None
    size, adobe, profile = image.size, "adobe" in image.info, image.info.get("icc_profile")
    # Decoding at an eighth is enough to find out whether the data are whole.
    image.draft(image.mode, (max(1, size[0] // 8), max(1, size[1] // 8)))
    image.load()
    stream = _image(pdf, data[:end], size, _profiled(pdf, profile, channels, space), 8)
    stream.Filter = Name.DCTDecode
    if image.mode == "CMYK" and adobe:
        # Adobe's programs store ink as 255 minus ink; the marker says so, the data do not.
        stream.Decode = Array([1, 0] * 4)
    return stream


def jpeg_length(data: bytes) -> int | None:
    """Return where the first picture ends; phones append films and depth maps behind it."""
    if data[:2] != b"\xff\xd8":
        return None
    position = 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            return None
        marker = data[position + 1]
        if marker == 0xFF or 0xD0 <= marker <= 0xD7 or marker == 0x01:
            position += 1 if marker == 0xFF else 2
            continue
        if marker == 0xD9:
            return position + 2
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
        if marker == 0xDA:
            position = _end_of_scan(data, position)
    return position + 2 if data[position : position + 2] == b"\xff\xd9" else None


def _end_of_scan(data: bytes, position: int) -> int:
    while (position := data.find(b"\xff", position)) >= 0 and position + 1 < len(data):
        follower = data[position + 1]
        if follower == 0 or 0xD0 <= follower <= 0xD7:
            position += 2
        elif follower == 0xFF:
            position += 1
        else:
            return position
    return len(data)


def is_lossy(image: Image.Image) -> bool:
    """Say whether the file's pixels have been through a lossy coder already."""
    return (image.format or "") in _LOSSY or image.info.get("compression") == "jpeg"


def encoded_stream(pdf: Pdf, image: Image.Image, *, longest: int, lossy: bool) -> Object:
    """Encode decoded pixels: fax for black and white, PNG's coding, or JPEG for photographs.

    ``longest`` bounds the longer side in pixels; what is at least twice as fine is averaged down.
    ``lossy`` lets JPEG be used for small pictures too.
    """
    profile = image.info.get("icc_profile")
    image = plain(image)
    if max(image.size) >= 2 * longest and image.mode != "1":
        # Whole steps only: they need no second picture of the size of the first.
        image = image.reduce(max(image.size) // longest)
    if image.mode == "1":
        return _fax_stream(pdf, image)
    channels, device = (1, Name.DeviceGray) if image.mode == "L" else (3, Name.DeviceRGB)
    space = _profiled(pdf, profile, channels, device)
    if not lossy and not (image.width * image.height > _LARGE and _is_photograph(image)):
        stream = _image(pdf, _png_data(image), image.size, space, 8)
        stream.Filter = Name.FlateDecode
        stream.DecodeParms = Dictionary(
            Predictor=15, Colors=channels, BitsPerComponent=8, Columns=image.width
        )
        return stream
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY, subsampling=0 if channels == 1 else "4:2:0")
    stream = _image(pdf, buffer.getvalue(), image.size, space, 8)
    stream.Filter = Name.DCTDecode
    return stream


def printed_stream(pdf: Pdf, path: Path, image: Image.Image, longest: int) -> Object:
    """Make the stream of a photo whose longer side is printed with ``longest`` pixels at most.

    A JPEG that is hardly finer keeps its bytes; a finer picture is made as small as it is printed.

    Raises:
        PictureTooLarge: it would take too much memory.
        OSError, ValueError: it is damaged.
    """
    kept = max(image.size) <= _HARDLY_FINER * longest
    if kept and image.format in ("JPEG", "MPO"):
        stream = jpeg_stream(pdf, path, image)
        if stream is not None:
            return stream
    scale = min(1.0, longest / max(image.size))
    wanted = (math.ceil(image.width * scale), math.ceil(image.height * scale))
    image.draft(image.mode, wanted)  # a JPEG is decoded at about this size
    check_size(image)
    image.load()
    lossy = is_lossy(image)
    profile = image.info.get("icc_profile")
    small = plain(image)
    if not kept and small.mode != "1":
        small = small.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if profile and "icc_profile" not in small.info:
        small.info["icc_profile"] = profile
    return encoded_stream(pdf, small, longest=max(small.size), lossy=lossy)


def _is_photograph(image: Image.Image) -> bool:
    """Say whether PNG's coding would hardly squeeze the picture, by a look at its middle."""
    side = min(512, *image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    middle = image.crop((left, top, left + side, top + side))
    return len(_png_data(middle)) > side * side * len(image.getbands()) // 2


def upright(image: Image.Image) -> Image.Image:
    """Decode a picture and return it plain (see ``plain``) and turned as a person sees it."""
    image.load()
    return turned(plain(image), orientation_of(image))


def plain(image: Image.Image) -> Image.Image:
    """Return the picture as "1", "L" or "RGB"; transparency becomes white paper."""
    if image.mode in ("1", "L", "RGB") and "transparency" not in image.info:
        return image
    if image.mode in ("I", "F", "I;16", "I;16B", "I;16L", "I;16N"):
        return _eight_bits(image)
    if image.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in image.info:
        colours = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(colours, mask=colours.getchannel("A"))
        return paper
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Map a deeper grey picture to 8 bits: 16-bit ones by their scale, others by their range."""
    if image.mode.startswith("I;16"):
        low, high = deep_range(image)
    else:
        low, high = (float(edge) for edge in cast("tuple[float, float]", image.getextrema()))
        if image.mode == "I" and low >= 0 and high <= 65535:
            low, high = 0.0, 65535.0 if high > 255 else 255.0
    scale = 255 / (high - low) if high != low else 1.0
    deep = image.convert("F")
    return deep.point(lambda value: value * scale - low * scale).convert("L")


def _png_data(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=6)
    return b"".join(_png_parts(buffer.getvalue(), b"IDAT"))


def _png_parts(data: bytes, wanted: bytes) -> Iterator[bytes]:
    position = 8
    while position + 8 <= len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        if data[position + 4 : position + 8] == wanted:
            yield data[position + 8 : position + 8 + length]
        position += 12 + length


def _fax_stream(pdf: Pdf, image: Image.Image) -> Object:
    buffer = io.BytesIO()
    # One strip holding all rows is what a PDF wants.
    image.save(buffer, "TIFF", compression="group4", tiffinfo={278: image.height})
    buffer.seek(0)
    with TiffImageFile(buffer) as tiff:
        offsets, counts, photometric = (tiff.tag_v2[tag] for tag in (273, 279, 262))
    data = buffer.getvalue()[offsets[0] : offsets[0] + counts[0]]
    stream = _image(pdf, data, image.size, Name.DeviceGray, 1)
    stream.Filter = Name.CCITTFaxDecode
    stream.DecodeParms = Dictionary(
        K=-1, Columns=image.width, Rows=image.height, BlackIs1=photometric == 1
    )
    return stream


def _image(pdf: Pdf, data: bytes, size: tuple[int, int], space: Object | Name, bits: int) -> Object:
    return pdf.make_indirect(
        Stream(
            pdf,
            data,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=size[0],
            Height=size[1],
            ColorSpace=space,
            BitsPerComponent=bits,
        )
    )


def _profiled(pdf: Pdf, profile: object, channels: int, space: Name) -> Object | Name:
    """Keep the colour profile that the picture carries, if it is for such pixels."""
    wanted = {1: b"GRAY", 3: b"RGB ", 4: b"CMYK"}[channels]
    if not isinstance(profile, bytes) or len(profile) < 132 or profile[16:20] != wanted:
        return space
    stream = pdf.make_stream(profile, N=channels, Alternate=space)
    return pdf.make_indirect(Array([Name.ICCBased, stream]))
