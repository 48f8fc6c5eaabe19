"""Where the parts of a chart stand. Labels wrap, and no number is left out for want of room."""

from app.shares import percentage, share_words
from app.sheets.charts.drawing import Drawing
from app.sheets.charts.kinds import BarChart, Chart, Histogram, StackedBars
from app.sheets.flow import Align, Style
from app.sheets.page import FINE, MEDIUM, MM, AreaMark, Hatch, RuleMark
from app.typesetting.fonts import FontRole

_TITLE = Style(FontRole.HEADING, 12, 20, Align.CENTRE)
_LABEL = Style(FontRole.TABLE, 9.5, 13, Align.RIGHT)
_NUMBER = Style(FontRole.TABLE, 9.5, 13)
_SMALL = Style(FontRole.TABLE, 8.5, 12, Align.CENTRE)
_SMALL_LEFT = Style(FontRole.TABLE, 8.5, 12)
_BLUE = (0.24, 0.47, 0.71)

#: From the best step of a scale to the worst. Printed grey, the light ones in the middle keep
#: the sides apart, and the hatches tell which side is which.
_GOOD = (((0.16, 0.40, 0.66), Hatch.NONE), ((0.60, 0.76, 0.90), Hatch.NONE))
_MIDDLE = ((0.94, 0.94, 0.94), Hatch.NONE)
_BAD = (((0.98, 0.82, 0.60), Hatch.RISING), ((0.88, 0.52, 0.28), Hatch.CROSSED))
_OTHERS = (Hatch.FALLING, Hatch.RISING, Hatch.CROSSED)


def lay_out_chart(chart: Chart, width: float = 158 * MM) -> Drawing:
    """Lay out a chart of ``width``; its height comes from what it holds."""
    drawing = Drawing(width)
    top = drawing.text(chart.title, _TITLE, 0, 0, width) + 2 * MM if chart.title else 0.0
    match chart:
        case BarChart():
            drawing.height = _bars(drawing, chart, top)
        case StackedBars():
            drawing.height = _stacked(drawing, chart, top)
        case Histogram():
            drawing.height = _histogram(drawing, chart, top)
    return drawing


def _bars(drawing: Drawing, chart: BarChart, top: float) -> float:
    told = [
        str(bar.count) if chart.of is None else share_words(bar.count, chart.of)
        for bar in chart.bars
    ]
    beside = max((_NUMBER.line(words).width for words in told), default=0.0) + 2 * MM
    labels = _label_width([bar.label for bar in chart.bars], drawing.width * 0.4)
    left = labels + 2 * MM
    room = drawing.width - left - beside
    most = max([1, chart.of or 0, *(bar.count for bar in chart.bars)])
    start = top
    for bar, words in zip(chart.bars, told, strict=True):
        lines = _LABEL.broken(bar.label, labels)
        height = max(len(lines) * _LABEL.leading, 6 * MM) + 1.5 * MM
        middle = top + height / 2
        drawing.text(bar.label, _LABEL, 0, middle - len(lines) * _LABEL.leading / 2, labels)
        end = left + room * bar.count / most
        if bar.count:
            drawing.marks.append(AreaMark(left, middle - 2 * MM, end, middle + 2 * MM, _BLUE))
        line = _NUMBER.line(words)
        drawing.line(line, _NUMBER, end + 1.5 * MM, middle - _NUMBER.leading / 2, beside)
        top += height
    drawing.marks.append(RuleMark(left, start, left, top, MEDIUM))
    return top


def _stacked(drawing: Drawing, chart: StackedBars, top: float) -> float:
    fills = scale_fills(len(chart.steps))
    top = _legend(drawing, chart.steps, fills, top) + 2 * MM
    labels = _label_width([row.label for row in chart.rows], drawing.width * 0.35)
    left = labels + 2 * MM
    room = drawing.width - left - FINE
    for row in chart.rows:
        lines = _LABEL.broken(row.label, labels)
        height = max(len(lines) * _LABEL.leading, 6.5 * MM) + 1.5 * MM
        middle = top + height / 2
        drawing.text(row.label, _LABEL, 0, middle - len(lines) * _LABEL.leading / 2, labels)
        total = sum(row.counts)
        x: float = left
        for count, (colour, hatch) in zip(row.counts, fills, strict=True):
            if count:
                end = x + room * count / total
                box = (x, middle - 2.25 * MM, end, middle + 2.25 * MM)
                drawing.marks.append(AreaMark(*box, colour, hatch))
                x = end
        top += height
    return _counts(drawing, chart, top + 3 * MM)


def _legend(
    drawing: Drawing,
    steps: tuple[str, ...],
    fills: tuple[tuple[tuple[float, float, float], Hatch], ...],
    top: float,
) -> float:
    x = 0.0
    for step, (colour, hatch) in zip(steps, fills, strict=True):
        line = _SMALL_LEFT.line(step)
        if x and x + 6 * MM + line.width > drawing.width:
            x, top = 0.0, top + _SMALL.leading + 1 * MM
        middle = top + _SMALL.leading / 2
        drawing.marks.append(
            AreaMark(x, middle - 1.5 * MM, x + 5 * MM, middle + 1.5 * MM, colour, hatch)
        )
        drawing.line(line, _SMALL_LEFT, x + 6 * MM, top, line.width)
        x += 10 * MM + line.width
    return top + _SMALL.leading


def _counts(drawing: Drawing, chart: StackedBars, top: float) -> float:
    """The table: how many chose each step, beside its share."""
    first = drawing.width * 0.28
    column = (drawing.width - first) / (len(chart.steps) + 1)
    heads = (*chart.steps, "合计")
    rows = [("", heads)]
    for row in chart.rows:
        total = sum(row.counts)
        cells = tuple(f"{count}\n{percentage(count, total)}" for count in row.counts)
        rows.append((row.label, (*cells, str(total))))
    drawing.marks.append(RuleMark(0, top, drawing.width, top, MEDIUM))
    for number, (label, cells) in enumerate(rows):
        broken = [_SMALL.broken(cell, column - 2) for cell in cells]
        name = _SMALL_LEFT.broken(label, first - 2)
        height = max(len(name), *(len(lines) for lines in broken), 1) * _SMALL.leading + 1 * MM
        middle = top + height / 2
        drawing.text(label, _SMALL_LEFT, 0, middle - len(name) * _SMALL.leading / 2, first - 2)
        for place, (cell, lines) in enumerate(zip(cells, broken, strict=True)):
            y = middle - len(lines) * _SMALL.leading / 2
            drawing.text(cell, _SMALL, first + place * column, y, column - 2)
        top += height
        last = number in (0, len(rows) - 1)
        drawing.marks.append(RuleMark(0, top, drawing.width, top, MEDIUM if last else FINE))
    return top


def _histogram(drawing: Drawing, chart: Histogram, top: float) -> float:
    high = 45 * MM
    top += _NUMBER.leading
    if chart.line_label:
        top += _SMALL.leading
    base = top + high
    most = max((one.count for one in chart.classes), default=0) or 1
    column = drawing.width / max(1, len(chart.classes))
    below = base
    for place, one in enumerate(chart.classes):
        x = place * column
        y = base - high * one.count / most
        if one.count:
            drawing.marks.append(AreaMark(x + column * 0.08, y, x + column * 0.92, base, _BLUE))
        drawing.line(_SMALL.line(str(one.count)), _SMALL, x, y - _SMALL.leading, column)
        below = max(below, drawing.text(one.label, _SMALL, x, base + 1 * MM, column - 1))
    drawing.marks.append(RuleMark(0, base, drawing.width, base, MEDIUM))
    if chart.line_before is not None:
        x = chart.line_before * column
        start = top - _NUMBER.leading
        drawing.marks.append(RuleMark(x, start, x, base, MEDIUM, dash=(4, 2)))
        line = _SMALL.line(chart.line_label)
        left = min(max(0.0, x - line.width / 2), drawing.width - line.width)
        drawing.line(line, _SMALL_LEFT, left, start - _SMALL.leading, line.width)
    return below


def scale_fills(steps: int) -> tuple[tuple[tuple[float, float, float], Hatch], ...]:
    """Colour and hatch of each step, from the best to the worst."""
    if steps <= 5:
        half = steps // 2
        good, bad = _GOOD[:half], _BAD[len(_BAD) - half :]
        return (*good, *((_MIDDLE,) if steps % 2 else ()), *bad)
    greys = []
    for step in range(steps):
        share = step / (steps - 1)
        colour = (0.16 + 0.78 * share, 0.40 + 0.54 * share, 0.66 + 0.28 * share)
        hatch = _OTHERS[(step // 2) % 3] if step % 2 else Hatch.NONE
        greys.append((colour, hatch))
    return tuple(greys)


def _label_width(labels: list[str], most: float) -> float:
    widest = max((_LABEL.line(label).width for label in labels), default=0.0)
    return min(most, widest + 1)
