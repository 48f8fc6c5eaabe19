"""Photos as a telephone takes them: scenes that differ, with what EXIF tells."""

from datetime import datetime
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFilter

#: 北纬25°02′43″，东经102°42′35″
KUNMING = ((25.0, 2.0, 43.0), (102.0, 42.0, 35.0))


def scene(seed: int, size: tuple[int, int] = (1600, 1200), blur: float = 0.0) -> Image.Image:
    """A made scene: soft light, and things with edges. Equal seeds give equal scenes."""
    chance = Random(seed)
    light = Image.new("RGB", (5, 4))
    light.putdata([tuple(chance.randrange(40, 220) for _ in range(3)) for _ in range(20)])
    image = light.resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(60):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        wide, high = chance.randrange(10, size[0] // 7), chance.randrange(10, size[1] // 7)
        fill = tuple(chance.randrange(256) for _ in range(3))
        shape = draw.rectangle if chance.random() < 0.6 else draw.ellipse
        shape((x, y, x + wide, y + high), fill=fill)
    return image.filter(ImageFilter.GaussianBlur(blur)) if blur else image


def photo(
    path: Path,
    seed: int = 1,
    size: tuple[int, int] = (1600, 1200),
    *,
    taken: datetime | None = None,
    offset: str = "+08:00",
    gps: tuple[tuple[float, ...], tuple[float, ...]] | None = None,
    artist: str = "",
    orientation: int = 1,
    blur: float = 0.0,
    quality: int = 80,
) -> Path:
    """Write a photo as JPEG. ``size`` is that of the stored pixels."""
    exif = Image.Exif()
    if orientation != 1:
        exif[0x0112] = orientation
    if artist:
        exif[0x013B] = artist.encode()
    if taken is not None:
        detail = exif.get_ifd(0x8769)
        detail[0x9003] = taken.strftime("%Y:%m:%d %H:%M:%S")
        if offset:
            detail[0x9011] = offset
    if gps is not None:
        exif.get_ifd(0x8825).update({1: "N", 2: gps[0], 3: "E", 4: gps[1]})
    scene(seed, size, blur).save(path, "JPEG", quality=quality, exif=exif)
    return path
