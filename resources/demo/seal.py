"""A round red seal with a star, drawn for the demonstration; it says so itself."""

import math
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from resources.demo.page import font_path

INK = (206, 32, 38, 215)


@cache
def draw_seal(name: str, side: int) -> Image.Image:
    """Draw the seal of an organisation, ``side`` pixels across, on a transparent ground."""
    image = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    edge = side // 34
    draw.ellipse((edge, edge, side - edge, side - edge), outline=INK, width=edge)
    middle, arm = side / 2, side * 0.13
    star = [
        (
            middle + (arm if n % 2 == 0 else arm * 0.382) * math.sin(n * math.pi / 5),
            middle - (arm if n % 2 == 0 else arm * 0.382) * math.cos(n * math.pi / 5),
        )
        for n in range(10)
    ]
    draw.polygon(star, fill=INK)
    size = int(side * min(0.13, 1.45 / max(len(name), 1)))
    face = ImageFont.truetype(str(font_path("song")), size)
    reach = side * 0.365
    spread = min(250.0, 26.0 * (len(name) - 1))
    for number, sign in enumerate(name):
        angle = -spread / 2 + (spread * number / max(len(name) - 1, 1))
        _stamp(image, sign, face, middle, reach, angle)
    small = ImageFont.truetype(str(font_path("hei")), int(side * 0.085))
    draw.text((middle, side * 0.76), "演示专用", font=small, fill=INK, anchor="mm")
    return image


def _stamp(
    image: Image.Image,
    sign: str,
    face: ImageFont.FreeTypeFont,
    middle: float,
    reach: float,
    angle: float,
) -> None:
    """Put one sign on the ring, its foot towards the middle; ``angle`` in degrees from the top."""
    box = int(face.size * 1.6)
    tile = Image.new("RGBA", (box, box), (255, 255, 255, 0))
    ImageDraw.Draw(tile).text((box / 2, box / 2), sign, font=face, fill=INK, anchor="mm")
    tile = tile.rotate(-angle, resample=Image.Resampling.BICUBIC)
    x = middle + reach * math.sin(math.radians(angle)) - box / 2
    y = middle - reach * math.cos(math.radians(angle)) - box / 2
    image.alpha_composite(tile, (max(0, int(x)), max(0, int(y))))
