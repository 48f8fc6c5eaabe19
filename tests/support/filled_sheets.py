"""Printed sheets, filled in by people with their habits, and scanned by an office's machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from math import cos, pi, sin
from pathlib import Path
from random import Random

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw

from app.answer_sheets.layout import SheetLayout, TickBox
from app.answer_sheets.printing import pages_of_sheet


class Pen(Enum):
    """How a person marks boxes."""

    TICK = "tick"
    CROSS = "cross"
    FILL = "fill"
    RING = "ring"
    PENCIL = "pencil"


@dataclass(frozen=True, slots=True)
class Filled:
    """What a person meant; ``corrected`` questions have a tick that was withdrawn."""

    number: int
    pen: Pen
    answers: dict[str, tuple[str, ...]]
    corrected: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scanner:
    """How sheets are scanned."""

    dpi: int = 150
    most_degrees: float = 3.0
    upside_down: float = 0.2
    noise: float = 7.0


def fill_in(layout: SheetLayout, number: int, chance: Random, corrections: float = 0.02) -> Filled:
    """Decide what a person answers."""
    pen = chance.choices(list(Pen), (5, 3, 3, 1, 3))[0]
    answers: dict[str, tuple[str, ...]] = {}
    corrected = set()
    for place in layout.places:
        question = place.question
        if not question.kind.boxed:
            continue
        keys = [option.key for option in question.options]
        if chance.random() < 0.04:
            chosen: list[str] = []
        elif question.kind.one_only:
            chosen = [chance.choice(keys)]
        else:
            chosen = [key for key in keys if chance.random() < 0.35]
        answers[question.key] = tuple(chosen)
        if chosen and len(chosen) < len(keys) and chance.random() < corrections:
            corrected.add(question.key)
    return Filled(number, pen, answers, frozenset(corrected))


def scanned_pages(
    printed: Path,
    layout: SheetLayout,
    filled: Filled,
    place: int,
    chance: Random,
    scanner: Scanner,
    pages: int | None = None,
) -> Iterator[Image.Image]:
    """The scans of sheet ``place`` (from 0) of a printed PDF, page after page."""
    with pypdfium2.PdfDocument(printed) as document:
        for page in range(1, (pages or len(layout.pages)) + 1):
            index = place * pages_of_sheet(layout) + page - 1
            scale = scanner.dpi / 72
            image = document[index].render(scale=scale, grayscale=True).to_pil().convert("L")
            _mark(image, layout.boxes_on(page), filled, scale, chance)
            yield _scan(image, chance, scanner)


def _mark(
    image: Image.Image,
    boxes: tuple[TickBox, ...],
    filled: Filled,
    scale: float,
    chance: Random,
) -> None:
    draw = ImageDraw.Draw(image)
    withdrawn = set()
    for box in boxes:
        chosen = filled.answers[box.question]
        if box.option in chosen:
            _stroke(draw, box, filled.pen, scale, chance)
        elif box.question in filled.corrected and box.question not in withdrawn:
            withdrawn.add(box.question)
            _stroke(draw, box, filled.pen, scale, chance)
            _stroke(draw, box, Pen.FILL, scale, chance)
    for _ in range(chance.choice((0, 0, 0, 1))):  # a slip of the pen, away from the boxes
        x, y = chance.uniform(0.1, 0.9) * image.width, chance.uniform(0.2, 0.8) * image.height
        end = (x + chance.uniform(-40, 40), y + chance.uniform(-40, 40))
        if not any(_near(box, scale, (x, y), end) for box in boxes):
            draw.line((x, y, *end), fill=40, width=2)


def _near(box: TickBox, scale: float, start: tuple[float, float], end: tuple[float, float]) -> bool:
    left, top, right, bottom = (edge * scale for edge in box.box)
    reach = 3 * scale * 72 / 25.4
    low_x, high_x = sorted((start[0], end[0]))
    low_y, high_y = sorted((start[1], end[1]))
    across = low_x < right + reach and high_x > left - reach
    return across and low_y < bottom + reach and high_y > top - reach


def _stroke(
    draw: ImageDraw.ImageDraw, box: TickBox, pen: Pen, scale: float, chance: Random
) -> None:
    left, top, right, bottom = (edge * scale for edge in box.box)
    side = right - left
    mm = scale * 72 / 25.4
    weight = max(2, round(chance.uniform(0.4, 0.8) * mm))
    ink = chance.randint(10, 70)

    def at(x: float, y: float, loose: float = 0.08) -> tuple[float, float]:
        return (
            left + side * (x + chance.uniform(-loose, loose)),
            top + side * (y + chance.uniform(-loose, loose)),
        )

    match pen:
        case Pen.TICK | Pen.PENCIL:
            if pen is Pen.PENCIL:
                ink, weight = chance.randint(110, 150), max(2, round(0.4 * mm))
            tail = at(chance.uniform(0.9, 1.3), chance.uniform(-0.35, 0.15))
            draw.line((*at(0.15, 0.5), *at(0.42, 0.85), *tail), ink, weight, joint="curve")
        case Pen.CROSS:
            over = chance.uniform(-0.15, 0.15)
            draw.line((*at(-over, -over), *at(1 + over, 1 + over)), ink, weight)
            draw.line((*at(1 + over, -over), *at(-over, 1 + over)), ink, weight)
        case Pen.FILL:
            inset = chance.uniform(-0.06, 0.08) * side
            draw.rectangle((left + inset, top + inset, right - inset, bottom - inset), ink)
            draw.line((*at(-0.05, 0.5), *at(1.05, 0.5)), ink, weight)
        case Pen.RING:
            radius = chance.uniform(0.28, 0.42) * side
            x, y = at(0.5, 0.5)
            turn = [
                (x + radius * cos(a * pi / 12), y + radius * sin(a * pi / 12)) for a in range(25)
            ]
            draw.line(turn, ink, weight, joint="curve")


def _scan(image: Image.Image, chance: Random, scanner: Scanner) -> Image.Image:
    degrees = chance.uniform(-scanner.most_degrees, scanner.most_degrees)
    if chance.random() < scanner.upside_down:
        degrees += 180
    image = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(image, dtype=np.float32)
    white, black = chance.uniform(215, 252), chance.uniform(0, 50)
    grey = black + grey * ((white - black) / 255)
    slope = np.linspace(0, chance.uniform(-25, 0), grey.shape[1], dtype=np.float32)
    maker = np.random.default_rng(chance.randrange(1 << 30))
    tile = maker.normal(0, scanner.noise, (256, 256)).astype(np.float32)
    times = (grey.shape[0] // 256 + 1, grey.shape[1] // 256 + 1)
    grey = grey + slope + np.tile(tile, times)[: grey.shape[0], : grey.shape[1]]
    for _ in range(chance.randrange(40)):  # specks of dirt
        x, y = chance.randrange(grey.shape[1]), chance.randrange(grey.shape[0])
        grey[y : y + chance.choice((1, 2)), x : x + chance.choice((1, 2))] -= 120
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
