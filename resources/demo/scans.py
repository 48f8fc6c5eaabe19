"""Letters as a scanner delivers them: grey paper, noise, a little skew, the red seal over the text.

Noise comes from a fixed seed, so the same letter always gives the same bytes.
"""

import random
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops, ImageDraw, ImageFont

from resources.demo.content import Letter
from resources.demo.page import Page, font_path, set_letter
from resources.demo.seal import draw_seal

PAPER = (247, 245, 238)
SEED = 2021


def scan_images(letter: Letter, dpi: int = 150, skew: float = 0.5) -> list[Image.Image]:
    """Return each page of a letter as it comes out of a scanner at ``dpi``."""
    rng = random.Random(f"{SEED}{letter.title}")
    return [
        _scanned(_painted(page, letter.seal, dpi), rng, skew * rng.uniform(-1, 1), dpi)
        for page in set_letter(letter)
    ]


def scan_tiff(path: Path, letter: Letter) -> None:
    """A multi-page TIFF in grey, LZW-compressed, as office copiers send it."""
    first, *rest = (image.convert("L") for image in scan_images(letter))
    first.save(path, save_all=True, append_images=rest, compression="tiff_lzw", dpi=(150, 150))


def fax_tiff(path: Path, letter: Letter) -> None:
    """A multi-page TIFF in black and white (CCITT group 4), as fax machines store it."""
    first, *rest = (
        image.convert("L")
        .point(lambda tone: 255 * (tone > 150))
        .convert("1", dither=Image.Dither.NONE)
        for image in scan_images(letter, dpi=200)
    )
    first.save(path, save_all=True, append_images=rest, compression="group4", dpi=(200, 200))


def scan_jpeg(path: Path, letter: Letter) -> None:
    """The first page alone as a colour JPEG of 200 dpi."""
    scan_images(letter, dpi=200)[0].save(path, quality=82, dpi=(200, 200))


def scan_pdf(path: Path, letter: Letter, skew: float = 0.8) -> None:
    """A PDF that holds nothing but the scanned pages."""
    images = scan_images(letter, skew=skew)
    images[0].save(path, save_all=True, append_images=images[1:], resolution=150, quality=75)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        if "/Info" in pdf.trailer:
            del pdf.trailer["/Info"]  # Pillow writes the time of day
        pdf.save(path, deterministic_id=True)


def _painted(page: Page, seal: str, dpi: int) -> Image.Image:
    scale = dpi / 25.4
    image = Image.new("RGB", (round(page.width * scale), round(page.height * scale)), PAPER)
    draw = ImageDraw.Draw(image)
    for rule in page.rules:
        ends = [edge * scale for edge in (rule.x1, rule.y1, rule.x2, rule.y2)]
        draw.line(ends, fill=rule.colour, width=max(1, round(rule.weight * scale)))
    for line in page.lines:
        face = ImageFont.truetype(str(font_path(line.face)), line.size * dpi / 72)
        tone = tuple(max(part, 38) for part in line.colour)
        draw.text((line.x * scale, line.y * scale), line.text, font=face, fill=tone, anchor="ls")
    if page.seal_at and seal:
        side = round(42 * scale)
        x, y = (round(edge * scale - side / 2) for edge in page.seal_at)
        image.paste(draw_seal(seal, side), (x, y), draw_seal(seal, side))
    return image


def _scanned(image: Image.Image, rng: random.Random, skew: float, dpi: int) -> Image.Image:
    turned = image.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=PAPER)
    small = (turned.width // 2, turned.height // 2)
    grain = Image.frombytes("L", small, rng.randbytes(small[0] * small[1]))
    grain = grain.resize(turned.size).point(lambda tone: round(tone * 0.09))
    noisy = ImageChops.subtract(turned, Image.merge("RGB", (grain, grain, grain)))
    draw = ImageDraw.Draw(noisy)
    for _ in range(40):  # dust on the glass
        x, y, size = rng.randrange(noisy.width), rng.randrange(noisy.height), rng.randint(1, 2)
        draw.ellipse((x, y, x + size, y + size), fill=(120, 118, 112))
    band = max(3, dpi // 30)
    for step in range(band):  # the shadow of the lid along the left edge
        tone = 150 + round(90 * step / band)
        draw.line((step, 0, step, noisy.height), fill=(tone, tone, tone))
    return noisy
