"""Checking drawn pages: is the text there, and can it be seen?"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from app.pdfium import pypdfium2

#: A page is dark if more than this share of it is darker than the grey level.
_DARK_SHARE, _DARK_LEVEL = 0.5, 100
#: A character is covered if its place is one even tone, and that tone is not paper.
_EVEN, _PAPER = 24, 225
_SCALE = 1.0
#: So many characters tell enough of a page; fewer tell nothing.
_MOST_CHARACTERS, _FEWEST_CHARACTERS = 2_000, 4


@dataclass(frozen=True, slots=True)
class PageCheck:
    """What a reader finds on the pages.

    Attributes:
        dark: the pages, from 1, that are dark for the most part.
        legible: the share of characters that do not lie under something, on the worst page.
    """

    pages: int
    text: str
    dark: tuple[int, ...]
    legible: float


def look_at(path: Path) -> PageCheck:
    """Open a PDF, read its text and look at its pages."""
    texts, dark = [], []
    legible = 1.0
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, start=1):
            words = page.get_textpage()
            texts.append(words.get_text_range())
            image = page.render(scale=_SCALE, grayscale=True).to_pil().convert("L")
            if _dark_share(image) > _DARK_SHARE:
                dark.append(number)
            count, covered = _covered(page, words, image)
            if count >= _FEWEST_CHARACTERS:
                legible = min(legible, 1 - covered / count)
        return PageCheck(len(document), "\n".join(texts), tuple(dark), legible)


def _dark_share(image: Image.Image) -> float:
    histogram = image.histogram()
    return sum(histogram[:_DARK_LEVEL]) / max(sum(histogram), 1)


def _covered(
    page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage, image: Image.Image
) -> tuple[int, int]:
    """Count the characters of a page, and those whose place is evenly dark or coloured."""
    left, bottom, _, top = page.get_mediabox()
    del bottom
    count = covered = 0
    for index in range(min(words.count_chars(), _MOST_CHARACTERS)):
        x0, y0, x1, y1 = words.get_charbox(index)
        box = (
            max(int((x0 - left) * _SCALE), 0),
            max(int((top - y1) * _SCALE), 0),
            min(round((x1 - left) * _SCALE) + 1, image.width),
            min(round((top - y0) * _SCALE) + 1, image.height),
        )
        if box[2] - box[0] < 3 or box[3] - box[1] < 3:
            continue
        tones = image.crop(box).histogram()
        darkest = next(tone for tone, pixels in enumerate(tones) if pixels)
        lightest = 255 - next(tone for tone, pixels in enumerate(reversed(tones)) if pixels)
        count += 1
        covered += lightest - darkest < _EVEN and lightest < _PAPER
    return count, covered


def agreement(wanted: str, found: str) -> float:
    """Return the share of the wanted characters that were found, whatever their order."""
    there, here = (Counter("".join(text.split())) for text in (wanted, found))
    total = there.total()
    return (there & here).total() / total if total else 1.0
