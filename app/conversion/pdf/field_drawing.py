"""Drawing form fields as readers do, in the bundled faces, so that Chinese values show."""

from math import cos, pi, sin
from pathlib import Path

from app.conversion.pdf.fields import Colour, FieldAlign, FieldDrawing, Frame
from app.typesetting.drawing import draw_line
from app.typesetting.embedded_font import PlainCanvas
from app.typesetting.fonts import FontRole, base_font_name, text_width
from app.typesetting.lines import Line, break_lines, set_line

_ROLE = FontRole.TABLE
_LARGEST, _LARGEST_IN_LINES, _SMALLEST = 144.0, 12.0, 4.0
_OF_HEIGHT = 0.7  # a line that is as large as fits takes so much of its field
_LEADING = 1.25
_ASCENT, _FOOT = 0.88, 0.14
_CHOSEN: Colour = (0.60, 0.757, 0.855)

_Point = tuple[float, float]


def _star() -> list[_Point]:
    points = []
    for corner in range(10):
        reach = 0.5 if corner % 2 == 0 else 0.2
        angle = pi / 2 + corner * pi / 5
        points.append((0.5 + reach * cos(angle), 0.5 + reach * sin(angle)))
    return points


#: Filled outlines of the marks in a square of side 1, by their codes in ZapfDingbats.
_OUTLINES: dict[str, list[_Point]] = {
    "4": [(0.05, 0.5), (0.2, 0.6), (0.36, 0.33), (0.8, 0.95), (0.95, 0.86), (0.4, 0.05)],
    "8": [
        (0.1, 0.2),
        (0.2, 0.1),
        (0.5, 0.4),
        (0.8, 0.1),
        (0.9, 0.2),
        (0.6, 0.5),
        (0.9, 0.8),
        (0.8, 0.9),
        (0.5, 0.6),
        (0.2, 0.9),
        (0.1, 0.8),
        (0.4, 0.5),
    ],
    "u": [(0.5, 0.05), (0.95, 0.5), (0.5, 0.95), (0.05, 0.5)],
    "n": [(0.12, 0.12), (0.88, 0.12), (0.88, 0.88), (0.12, 0.88)],
    "H": _star(),
}


def draw_fields(target: Path, pages: list[list[FieldDrawing]]) -> None:
    """Write a PDF of one page for each list, with the fields where they are on their page."""
    canvas = PlainCanvas(target, (595.0, 842.0), base_font_name(_ROLE))
    for drawings in pages:
        for drawing in drawings:
            canvas.saveState()
            _draw(canvas, drawing)
            canvas.restoreState()
        canvas.showPage()
    canvas.save()


def _draw(canvas: PlainCanvas, drawing: FieldDrawing) -> None:
    x0, y0, x1, y1 = drawing.rect
    width, height = x1 - x0, y1 - y0
    match drawing.turn:
        case 90:
            canvas.transform(0, 1, -1, 0, x1, y0)
        case 180:
            canvas.transform(-1, 0, 0, -1, x1, y1)
        case 270:
            canvas.transform(0, -1, 1, 0, x0, y1)
        case _:
            canvas.translate(x0, y0)
    if drawing.turn in (90, 270):
        width, height = height, width
    _draw_frame(canvas, drawing.frame, width, height, drawing.comb)
    inset = drawing.frame.width if drawing.frame.border else 0.0
    outline = canvas.beginPath()
    outline.rect(inset, inset, max(width - 2 * inset, 0.1), max(height - 2 * inset, 0.1))
    canvas.clipPath(outline, stroke=0, fill=0)
    canvas.setFillColorRGB(*drawing.colour)
    padding = max(2 * drawing.frame.width, 2.0) if width > 8 else inset
    if drawing.mark:
        _draw_mark(canvas, drawing, width, height)
    elif drawing.choices:
        _draw_choices(canvas, drawing, width, height, inset)
    elif not drawing.text.strip():
        return
    elif drawing.comb:
        _draw_comb(canvas, drawing, width, height)
    elif drawing.multiline:
        _draw_lines(canvas, drawing, width, height, padding)
    else:
        _draw_line(canvas, drawing, width, height, padding)


def _draw_frame(canvas: PlainCanvas, frame: Frame, width: float, height: float, cells: int) -> None:
    half = frame.width / 2
    if frame.background is not None:
        canvas.setFillColorRGB(*frame.background)
        if frame.round:
            canvas.ellipse(0, 0, width, height, stroke=0, fill=1)
        else:
            canvas.rect(0, 0, width, height, stroke=0, fill=1)
    if frame.border is None:
        return
    canvas.setStrokeColorRGB(*frame.border)
    canvas.setLineWidth(frame.width)
    if frame.dashed:
        canvas.setDash(3, 3)
    if frame.underline:
        canvas.line(0, half, width, half)
    elif frame.round:
        canvas.ellipse(half, half, width - half, height - half, stroke=1, fill=0)
    else:
        canvas.rect(half, half, width - 2 * half, height - 2 * half, stroke=1, fill=0)
        for cell in range(1, cells):
            canvas.line(width * cell / cells, 0, width * cell / cells, height)


def _draw_mark(canvas: PlainCanvas, drawing: FieldDrawing, width: float, height: float) -> None:
    side = min(width, height) * (0.5 if drawing.mark == "l" else 0.7)
    x, y = (width - side) / 2, (height - side) / 2
    if drawing.mark == "l":
        canvas.ellipse(x, y, x + side, y + side, stroke=0, fill=1)
        return
    outline = canvas.beginPath()
    points = _OUTLINES.get(drawing.mark, _OUTLINES["4"])
    for index, (across, up) in enumerate(points):
        step = outline.lineTo if index else outline.moveTo
        step(x + across * side, y + up * side)
    outline.close()
    canvas.drawPath(outline, stroke=0, fill=1)


def _draw_line(
    canvas: PlainCanvas, drawing: FieldDrawing, width: float, height: float, padding: float
) -> None:
    words = " ".join(drawing.text.split())
    room = max(width - 2 * padding, 1.0)
    size = drawing.size or min(_LARGEST, height * _OF_HEIGHT)
    natural = text_width(words, _ROLE, size)
    if natural > room:
        size = max(_SMALLEST, size * room / natural)
    line = set_line(words, _ROLE, size)
    _put(canvas, line, drawing.align, padding, room, (height - size) / 2 + size * _FOOT)


def _draw_lines(
    canvas: PlainCanvas, drawing: FieldDrawing, width: float, height: float, padding: float
) -> None:
    room = max(width - 2 * padding, 1.0)
    size = drawing.size or min(_LARGEST_IN_LINES, height * _OF_HEIGHT)
    lines = break_lines(drawing.text, _ROLE, size, room)
    while size > _SMALLEST and len(lines) * size * _LEADING > height:
        size = max(_SMALLEST, size * 0.9)
        lines = break_lines(drawing.text, _ROLE, size, room)
    y = height - padding - size * _ASCENT
    for line in lines:
        _put(canvas, line, drawing.align, padding, room, y)
        y -= size * _LEADING


def _draw_comb(canvas: PlainCanvas, drawing: FieldDrawing, width: float, height: float) -> None:
    cell = width / drawing.comb
    words = drawing.text.strip("\n")[: drawing.comb]
    size = drawing.size or max(_SMALLEST, min(height * _OF_HEIGHT, cell))
    empty = drawing.comb - len(words)
    first = {FieldAlign.LEFT: 0, FieldAlign.CENTRE: empty // 2, FieldAlign.RIGHT: empty}[
        drawing.align
    ]
    for index, character in enumerate(words):
        line = set_line(character, _ROLE, size)
        x = (first + index) * cell + (cell - line.width) / 2
        draw_line(canvas, line, x, (height - size) / 2 + size * _FOOT)


def _draw_choices(
    canvas: PlainCanvas, drawing: FieldDrawing, width: float, height: float, inset: float
) -> None:
    size = drawing.size or _LARGEST_IN_LINES
    step, top = size * _LEADING, height - inset
    for words, is_chosen in drawing.choices:
        if top <= inset:
            return
        if is_chosen:
            canvas.setFillColorRGB(*_CHOSEN)
            canvas.rect(inset, top - step, width - 2 * inset, step, stroke=0, fill=1)
            canvas.setFillColorRGB(*drawing.colour)
        line = set_line(words, _ROLE, size)
        _put(canvas, line, drawing.align, inset + 2, width - 2 * inset - 4, top - size)
        top -= step


def _put(
    canvas: PlainCanvas, line: Line, align: FieldAlign, left: float, room: float, base: float
) -> None:
    slack = max(room - line.width, 0.0)
    x = left + {FieldAlign.LEFT: 0.0, FieldAlign.CENTRE: slack / 2, FieldAlign.RIGHT: slack}[align]
    draw_line(canvas, line, x, base)
