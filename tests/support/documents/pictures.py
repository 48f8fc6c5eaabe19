"""Pictures in the formats that cameras and scanners write."""

import struct
import zlib
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, TiffImagePlugin


def picture(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    """A picture whose top-left quarter is dark, so that a turn or a flip shows."""
    image = Image.new("RGB", size, (235, 235, 225))
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 2), fill=(30, 60, 120))
    return image.convert(mode)


def noise(size: tuple[int, int], spread: float, *, seed: int = 1) -> Image.Image:
    """Grey noise around 128, the same each time; ``spread`` is its standard deviation."""
    even = Image.frombytes("L", size, Random(seed).randbytes(size[0] * size[1]))
    return even.point([round(128 + (shade - 128) * spread / 74) for shade in range(256)])


def jpeg(
    path: Path,
    size: tuple[int, int] = (640, 480),
    *,
    mode: str = "RGB",
    orientation: int = 1,
    progressive: bool = False,
) -> Path:
    """A JPEG, with its EXIF orientation where it is not 1."""
    exif = Image.Exif()
    if orientation != 1:
        exif[0x0112] = orientation
    picture(size, mode).save(
        path, "JPEG", quality=85, progressive=progressive, exif=exif if len(exif) else b""
    )
    return path


def png(path: Path, size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Path:
    """A PNG in any of Pillow's modes ("RGBA" comes out half transparent)."""
    image = picture(size, "RGB" if mode == "RGBA" else mode)
    if mode == "RGBA":
        image.putalpha(128)
    image.save(path, "PNG")
    return path


def tiff(path: Path, pages: int = 3, compression: str = "tiff_lzw", mode: str = "RGB") -> Path:
    """A TIFF of several pages; "group4" wants mode "1"."""
    frames = [picture((400 + 10 * n, 560), mode) for n in range(pages)]
    frames[0].save(
        path, "TIFF", save_all=True, append_images=frames[1:], compression=compression, dpi=(72, 72)
    )
    return path


def animated_gif(path: Path, frames: int = 3) -> Path:
    """A GIF that moves."""
    pictures = [picture((200, 150 + n)) for n in range(frames)]
    pictures[0].save(path, "GIF", save_all=True, append_images=pictures[1:], duration=100)
    return path


def huge_png_header(path: Path, size: tuple[int, int] = (60000, 60000)) -> Path:
    """A PNG of a few bytes that claims billions of pixels."""
    picture((4, 4)).save(path, "PNG")
    data = bytearray(path.read_bytes())
    data[16:24] = struct.pack(">II", *size)
    data[29:33] = struct.pack(">I", zlib.crc32(bytes(data[12:29])))
    path.write_bytes(bytes(data))
    return path


#: What turns an upright picture into the stored one of each EXIF orientation.
_STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def stored_turned(upright: Image.Image, orientation: int) -> Image.Image:
    """The pixels that a file with this orientation must hold to be seen as ``upright``."""
    turn = _STORED.get(orientation)
    return upright if turn is None else upright.transpose(turn)


def grey_tiff(
    path: Path, values: bytes, size: tuple[int, int], *, bits: int, white_is_zero: bool = False
) -> Path:
    """An uncompressed grey TIFF with its numbers as they are given."""
    tags = {
        256: size[0],
        257: size[1],
        258: bits,
        259: 1,
        262: 0 if white_is_zero else 1,
        273: 8 + 2 + 9 * 12 + 4,
        277: 1,
        278: size[1],
        279: len(values),
    }
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, tags[tag]) for tag in sorted(tags))
    path.write_bytes(b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4) + values)
    return path


def tiff_of(path: Path, frames: list[tuple[Image.Image, dict[int, int]]]) -> Path:
    """A TIFF of these pictures, each with tags of its own (254 says what it is for)."""
    with TiffImagePlugin.AppendingTiffWriter(str(path), new=True) as writer:
        for image, tags in frames:
            image.save(writer, "TIFF", tiffinfo=tags, dpi=(150, 150))
            writer.newFrame()
    return path


def long_screenshot(size: tuple[int, int] = (1080, 9000), line: int = 60) -> Image.Image:
    """A conversation: dark lines of equal height, with white between them."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    for top in range(0, size[1], line):
        for left in range(40, size[0] - 40, 24):
            draw.rectangle((left, top + 10, left + 12, top + line - 16), fill=(20, 20, 20))
            draw.rectangle((left, top + 20, left + 18, top + 24), fill=(20, 20, 20))
    return image
