"""Scenes drawn as photographs: shapes and grain, and what a camera writes beside them."""

import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from resources.demo.page import font_path

#: The tags of EXIF that a camera fills: orientation, maker, time of exposure.
ORIENTATION, MAKE, DATE_TIME = 0x0112, 0x010F, 0x0132
#: What the camera says of the exposure lies in a part of its own: there is the time again.
EXPOSURE, TAKEN = 0x8769, 0x9003
TURNED = 6  # the camera was held upright: turn clockwise by 90° to see it right

Scene = Callable[[ImageDraw.ImageDraw, int, int, random.Random, str], None]


def photo(
    path: Path,
    scene: Scene,
    caption: str,
    when: str,
    *,
    size: tuple[int, int] = (2400, 1800),
    upright: bool = False,
) -> None:
    """Take a JPEG photo of a scene; ``upright`` stores it turned, with EXIF orientation 6."""
    width, height = (size[1], size[0]) if upright else size
    image = _developed(scene, caption, width, height)
    exif = Image.Exif()
    exif[MAKE] = "示例相机".encode().decode("latin-1")
    exif[DATE_TIME] = when
    exif.get_ifd(EXPOSURE)[TAKEN] = when
    if upright:
        image = image.transpose(Image.Transpose.ROTATE_90)
        exif[ORIENTATION] = TURNED
    image.save(path, quality=86, exif=exif)


def saved_again(path: Path, scene: Scene, caption: str, width_before: int) -> None:
    """A photo of ``width_before`` as a chat program saves it once more: smaller, without EXIF."""
    image = _developed(scene, caption, 1200, 900, as_wide_as=width_before)
    image.save(path, quality=70)


def blurred_photo(path: Path, scene: Scene, caption: str, when: str) -> None:
    """A photo that nobody can read: out of focus."""
    image = _developed(scene, caption, 1600, 1200).filter(ImageFilter.GaussianBlur(22))
    exif = Image.Exif()
    exif[DATE_TIME] = when
    image.save(path, quality=80, exif=exif)


def thumbnail(path: Path, scene: Scene, caption: str) -> None:
    """What a chat program leaves of a photo."""
    image = _developed(scene, caption, 1600, 1200).resize((200, 150))
    image.save(path, quality=60)


def training_hall(
    draw: ImageDraw.ImageDraw, width: int, height: int, rng: random.Random, caption: str
) -> None:
    """People on chairs before a stage with a banner."""
    _gradient(draw, (0, 0, width, height * 0.55), (226, 220, 204), (205, 196, 176))
    _gradient(draw, (0, height * 0.55, width, height), (150, 112, 78), (92, 64, 44))
    draw.rectangle((width * 0.3, height * 0.2, width * 0.7, height * 0.44), fill=(246, 246, 250))
    draw.rectangle((width * 0.36, height * 0.46, width * 0.64, height * 0.56), fill=(110, 62, 34))
    _banner(draw, width, height, caption)
    for row in range(5):
        y = height * (0.6 + row * 0.085)
        reach = width * (0.042 + row * 0.006)
        for seat in range(9):
            x = width * 0.08 + seat * width * 0.105 + rng.uniform(-6, 6)
            shirt = rng.choice([(34, 52, 92), (28, 40, 66), (60, 74, 110), (224, 228, 236)])
            draw.rounded_rectangle(
                (x - reach, y + reach * 0.6, x + reach, y + reach * 3), reach * 0.6, fill=shirt
            )
            hair = reach * 0.62
            draw.ellipse((x - hair, y - hair, x + hair, y + hair * 1.2), fill=(36, 28, 24))


def service_hall(
    draw: ImageDraw.ImageDraw, width: int, height: int, rng: random.Random, caption: str
) -> None:
    """A row of counters with numbers over them."""
    _gradient(draw, (0, 0, width, height * 0.6), (236, 242, 248), (214, 226, 238))
    _gradient(draw, (0, height * 0.6, width, height), (198, 202, 206), (156, 162, 170))
    _banner(draw, width, height, caption)
    face = ImageFont.truetype(str(font_path("hei")), max(12, round(height * 0.032)))
    for number in range(6):
        x = width * (0.05 + number * 0.152)
        box = (x, height * 0.28, x + width * 0.13, height * 0.34)
        draw.rectangle(box, fill=(22, 78, 150))
        at = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        draw.text(at, f"{number + 1:02d} 号窗口", font=face, fill=(255, 255, 255), anchor="mm")
        draw.rectangle((x, height * 0.36, x + width * 0.13, height * 0.52), fill=(196, 216, 232))
        tint = rng.randint(28, 60)
        draw.ellipse((x + 40, height * 0.4, x + 40 + width * 0.04, height * 0.47), fill=(tint,) * 3)
    draw.rectangle((0, height * 0.52, width, height * 0.66), fill=(232, 222, 204))
    draw.rectangle((0, height * 0.64, width, height * 0.66), fill=(150, 120, 84))


def street_scene(
    draw: ImageDraw.ImageDraw, width: int, height: int, rng: random.Random, caption: str
) -> None:
    """Two officers before a row of shops."""
    _gradient(draw, (0, 0, width, height * 0.4), (150, 190, 232), (216, 230, 242))
    _gradient(draw, (0, height * 0.7, width, height), (128, 128, 130), (86, 86, 90))
    for number in range(5):
        x = width * number / 5
        wall = tuple(rng.randint(150, 225) for _ in range(3))
        draw.rectangle((x, height * 0.26, x + width / 5 - 8, height * 0.72), fill=wall)
        end = x + width / 5
        draw.rectangle((x + 30, height * 0.32, end - 40, height * 0.39), fill=(150, 40, 36))
        draw.rectangle((x + 60, height * 0.46, end - 70, height * 0.72), fill=(60, 72, 84))
    for x in (width * 0.4, width * 0.52):
        draw.rectangle((x, height * 0.56, x + width * 0.06, height * 0.76), fill=(28, 40, 70))
        draw.rectangle((x, height * 0.76, x + width * 0.06, height * 0.92), fill=(22, 26, 38))
        draw.ellipse((x + 20, height * 0.49, x + width * 0.05, height * 0.56), fill=(224, 186, 156))
    _banner(draw, width, height, caption)


def honour_board(
    draw: ImageDraw.ImageDraw, width: int, height: int, rng: random.Random, caption: str
) -> None:
    """A brass plate on a wall."""
    _gradient(draw, (0, 0, width, height), (122, 60, 44), (84, 38, 30))
    box = (width * 0.14, height * 0.2, width * 0.86, height * 0.8)
    _gradient(draw, box, (240, 214, 140), (206, 168, 84))
    draw.rectangle(box, outline=(120, 84, 30), width=max(4, width // 160))
    face = ImageFont.truetype(str(font_path("title")), round(width * 0.52 / max(len(caption), 8)))
    draw.text((width / 2, height * 0.46), caption, font=face, fill=(150, 20, 20), anchor="mm")
    small = ImageFont.truetype(str(font_path("kai")), round(height * 0.04))
    text = "演示奖牌    二〇二〇年十二月"
    draw.text((width / 2, height * 0.66), text, font=small, fill=(110, 30, 20), anchor="mm")
    rng.random()


def _developed(
    scene: Scene, caption: str, width: int, height: int, as_wide_as: int = 0
) -> Image.Image:
    rng = random.Random(f"{caption}{as_wide_as or width}")
    image = Image.new("RGB", (width, height))
    scene(ImageDraw.Draw(image), width, height, rng, caption)
    small = (width // 2, height // 2)
    grain = Image.frombytes("L", small, rng.randbytes(small[0] * small[1]))
    grain = grain.resize(image.size).point(lambda tone: round(tone * 0.1))
    return ImageChops.subtract(image, Image.merge("RGB", (grain, grain, grain)))


def _gradient(
    draw: ImageDraw.ImageDraw,
    box: tuple[float, float, float, float],
    above: tuple[int, int, int],
    below: tuple[int, int, int],
) -> None:
    left, top, right, bottom = (round(edge) for edge in box)
    for y in range(top, bottom):
        part = (y - top) / max(bottom - top, 1)
        tone = tuple(round(a + (b - a) * part) for a, b in zip(above, below, strict=True))
        draw.line((left, y, right, y), fill=tone)


def _banner(draw: ImageDraw.ImageDraw, width: int, height: int, caption: str) -> None:
    draw.rectangle((width * 0.06, height * 0.06, width * 0.94, height * 0.17), fill=(186, 22, 28))
    size = min(height * 0.06, width * 0.82 / max(len(caption), 1))
    face = ImageFont.truetype(str(font_path("hei")), round(size))
    at = (width / 2, height * 0.115)
    draw.text(at, caption, font=face, fill=(255, 244, 214), anchor="mm")
