"""Drawing a set line on a ReportLab canvas: fonts by character, gaps stretched evenly."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import ASCENT, MISSING_ADVANCE, font_named, glyph
from app.typesetting.lines import Line
from app.typesetting.text import is_word_character

MAX_STRETCH = 0.09  # em per gap; from a tenth on, readers of the PDF take the gap for a space
_MISSING_RED = (0.8, 0.0, 0.0)


def draw_line(canvas: PlainCanvas, line: Line, x: float, y: float, fill_width: float = 0.0) -> None:
    """Draw ``line`` with its first character's left edge at ``x`` and its base line at ``y``.

    ``fill_width`` above the line's own width stretches its gaps to that width, words whole. A
    character that no font has becomes a red frame of one em.
    """
    stretch = stretch_per_gap(line, fill_width)
    shown = []
    for font_name, text, spacing, offset in _runs_of(line, stretch):
        if font_name:
            shown.append((font_named(font_name), text, spacing, x + offset))
        else:
            _draw_missing(canvas, x + offset, y, line.size)
    canvas.show(shown, line.size, y)


def stretch_per_gap(line: Line, fill_width: float) -> float:
    """Return the points to add to each gap so that ``line`` fills ``fill_width``, or 0."""
    slack = fill_width - line.width
    if slack <= 0:
        return 0.0
    gaps = sum(_is_gap(before, after) for before, after in pairwise(line.text))
    if not gaps or slack / gaps > MAX_STRETCH * line.size:
        return 0.0
    return slack / gaps


def _is_gap(before: str, after: str) -> bool:
    if after == " " or (before == after and after in "—…"):  # a dash of two parts is one stroke
        return False
    return not (is_word_character(before) and is_word_character(after))


@lru_cache(maxsize=4096)  # lists repeat titles and names, and are written again with few changes
def _runs_of(line: Line, stretch: float) -> tuple[tuple[str, str, float, float], ...]:
    """What ``line`` is shown with: font, text, spacing after each character, offset."""
    return tuple(_runs(line, stretch))


def _runs(line: Line, stretch: float) -> Iterator[tuple[str, str, float, float]]:
    """Yield (font, text, spacing after each character, offset from the line's start)."""
    run = ""
    run_key = ("", 0.0)
    run_offset = offset = 0.0
    for character, after in pairwise((*line.text, "")):
        shape = glyph(line.role, character)
        spacing = stretch if stretch and after and _is_gap(character, after) else 0.0
        key = (shape.font_name, spacing)
        if run and (key != run_key or not shape.font_name):
            yield run_key[0], run, run_key[1], run_offset
            run = ""
        if not run:
            run_key, run_offset = key, offset
        run += character
        offset += shape.advance * line.size + spacing
    if run:
        yield run_key[0], run, run_key[1], run_offset


def _draw_missing(canvas: PlainCanvas, x: float, y: float, size: float) -> None:
    inset = size * 0.08
    canvas.saveState()
    canvas.setStrokeColorRGB(*_MISSING_RED)
    canvas.setLineWidth(max(size * 0.05, 0.4))
    side = MISSING_ADVANCE * size - 2 * inset
    canvas.rect(x + inset, y - (1 - ASCENT) * size + inset, side, side, stroke=1, fill=0)
    canvas.restoreState()
