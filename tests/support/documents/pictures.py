"""Pictures in the formats that cameras and scanners write."""

import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw


def picture(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    """A picture whose top-left quarter is dark, so that a turn or a flip shows."""
    image = Image.new("RGB", size, (235, 235, 225))
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 2), fill=(30, 60, 120))
    return image.convert(mode)


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
