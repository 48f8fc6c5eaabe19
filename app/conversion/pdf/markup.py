"""Drawings for remarks that a file leaves to the reader to draw (ISO 32000-1, 12.5.6).

Viewers differ in what they draw by themselves. Lines, shapes and marked text are drawn here as an
appearance; free text and stamps as fields are, in the bundled faces.
"""

from collections.abc import Callable
from math import cos, pi, sin

from pikepdf import Array, Dictionary, Name, Object, Pdf

from app.conversion.pdf.fields import Colour, FieldAlign, FieldDrawing, Frame, colour_of, style_of
from app.pdf.objects import Box, box_of, is_empty, items, name, number, text, upright

Points = list[tuple[float, float]]

_RED: Colour = (0.8, 0.0, 0.0)
_WAVE = 2.0
#: How far from the middle the corners of a curve stand that comes closest to a quarter circle.
_KAPPA = 0.5523


def words_of(annotation: Object) -> FieldDrawing | None:
    """Describe free text or a stamp that has no drawing; None for other kinds."""
    kind = annotation.get(Name.Subtype)
    box = box_of(annotation, Name.Rect)
    if kind not in (Name.FreeText, Name.Stamp) or box is None or is_empty(upright(box)):
        return None
    words = text(annotation.get(Name.Contents)).replace("\r", "\n")
    width = _width(annotation)
    if kind == Name.Stamp:
        words = words or name(annotation.get(Name.Name))
        frame = Frame(colour_of(annotation.get(Name.C)) or _RED, width=max(width, 1.0))
        return FieldDrawing(
            upright(box), frame, 0, words, colour=frame.border or _RED, align=FieldAlign.CENTRE
        )
    size, colour = style_of(annotation, None)
    frame = Frame(colour if width else None, colour_of(annotation.get(Name.C)), width)
    given: object = annotation.get(Name.Q)
    align = FieldAlign(given) if isinstance(given, int) and given in (0, 1, 2) else FieldAlign.LEFT
    return FieldDrawing(upright(box), frame, 0, words, size, colour, align, multiline=True)


def draw_markup(pdf: Pdf, annotation: Object) -> None:
    """Give a line, a shape or a mark on text the appearance that it lacks."""
    draw = _DRAWINGS.get(name(annotation.get(Name.Subtype)))
    content = draw(annotation) if draw is not None else ""
    box = _reach(annotation)
    if not content or is_empty(box):
        return
    opacity = min(max(number(annotation.get(Name.CA), 1.0), 0.0), 1.0)
    state = Dictionary(CA=opacity, ca=opacity)
    if annotation.get(Name.Subtype) == Name.Highlight:
        state.BM = Name.Multiply
    form = pdf.make_stream(
        f"/G gs {content}".encode("ascii"),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([round(edge, 3) for edge in box]),
        Resources=Dictionary(ExtGState=Dictionary(G=state)),
    )
    annotation.AP, annotation.Rect = Dictionary(N=form), form.BBox


def _reach(annotation: Object) -> Box:
    """How far the drawing reaches: by its points, as its rectangle is often written wrongly."""
    points = [
        point
        for key in (Name.QuadPoints, Name.L, Name.Vertices)
        for point in _points(annotation.get(key))
    ]
    for stroke in items(annotation.get(Name.InkList)):
        points += _points(stroke)
    if not points:
        return upright(box_of(annotation, Name.Rect) or (0.0, 0.0, 0.0, 0.0))
    margin = _width(annotation) + _WAVE
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across) - margin, min(up) - margin, max(across) + margin, max(up) + margin


def _highlight(annotation: Object) -> str:
    colour = colour_of(annotation.get(Name.C)) or (1.0, 1.0, 0.0)
    return _rg(colour, "rg") + "".join(
        f"{_path([quad[0], quad[1], quad[3], quad[2]])} h f " for quad in _quads(annotation)
    )


def _line_at(share: float) -> Callable[[Object], str]:
    """Draw a line through marked text at a share of its height."""

    def draw(annotation: Object) -> str:
        content = _stroke(annotation, 1.0)
        for upper_left, upper_right, lower_left, lower_right in _quads(annotation):
            start = _between(lower_left, upper_left, share)
            end = _between(lower_right, upper_right, share)
            content += f"{_path([start, end])} S "
        return content

    return draw


def _squiggly(annotation: Object) -> str:
    content = _stroke(annotation, 1.0)
    for _, _, lower_left, lower_right in _quads(annotation):
        steps = max(int((lower_right[0] - lower_left[0]) / _WAVE), 1)
        points = []
        for step in range(steps + 1):
            x, y = _between(lower_left, lower_right, step / steps)
            points.append((x, y + (_WAVE if step % 2 else 0.0)))
        content += f"{_path(points)} S "
    return content


def _square(annotation: Object) -> str:
    x0, y0, x1, y1 = _shape_box(annotation)
    return _shape(annotation, _path([(x0, y0), (x1, y0), (x1, y1), (x0, y1)]) + " h")


def _circle(annotation: Object) -> str:
    x0, y0, x1, y1 = _shape_box(annotation)
    x, y, across, up = (x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2
    path = f"{_xy(x + across, y)} m"
    for quarter in range(4):
        turn, end = quarter * pi / 2, (quarter + 1) * pi / 2
        corners = [
            (cos(turn) - _KAPPA * sin(turn), sin(turn) + _KAPPA * cos(turn)),
            (cos(end) + _KAPPA * sin(end), sin(end) - _KAPPA * cos(end)),
            (cos(end), sin(end)),
        ]
        path += " " + " ".join(_xy(x + across * cx, y + up * cy) for cx, cy in corners) + " c"
    return _shape(annotation, path + " h")


def _line(annotation: Object) -> str:
    points = _points(annotation.get(Name.L))
    return _stroke(annotation, _width(annotation)) + _path(points) + " S" if points else ""


def _polygon(annotation: Object) -> str:
    points = _points(annotation.get(Name.Vertices))
    return _shape(annotation, _path(points) + " h") if points else ""


def _polyline(annotation: Object) -> str:
    points = _points(annotation.get(Name.Vertices))
    return _stroke(annotation, _width(annotation)) + _path(points) + " S" if points else ""


def _ink(annotation: Object) -> str:
    strokes = [_points(one) for one in items(annotation.get(Name.InkList))]
    paths = "".join(f"{_path(points)} S " for points in strokes if points)
    return f"1 J 1 j {_stroke(annotation, _width(annotation))}{paths}" if paths else ""


_DRAWINGS: dict[str, Callable[[Object], str]] = {
    "Highlight": _highlight,
    "Underline": _line_at(0.07),
    "StrikeOut": _line_at(0.45),
    "Squiggly": _squiggly,
    "Square": _square,
    "Circle": _circle,
    "Line": _line,
    "Polygon": _polygon,
    "PolyLine": _polyline,
    "Ink": _ink,
}


def _shape(annotation: Object, path: str) -> str:
    width = _width(annotation)
    inside = colour_of(annotation.get(Name.IC))
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}.get(
        (inside is not None, width > 0), "n"
    )
    fill = _rg(inside, "rg") if inside is not None else ""
    return f"{fill}{_stroke(annotation, width)}{path} {paint}"


def _stroke(annotation: Object, width: float) -> str:
    colour = colour_of(annotation.get(Name.C)) or (0.0, 0.0, 0.0)
    style = annotation.get(Name.BS)
    dashed = isinstance(style, Dictionary) and style.get(Name.S) == Name.D
    return f"{_rg(colour, 'RG')}{width:.3f} w {'[3] 0 d ' if dashed else ''}"


def _width(annotation: Object) -> float:
    style, border = annotation.get(Name.BS), list(items(annotation.get(Name.Border)))
    if isinstance(style, Dictionary):
        return max(number(style.get(Name.W), 1.0), 0.0)
    return max(number(border[2], 1.0), 0.0) if len(border) > 2 else 1.0


def _shape_box(annotation: Object) -> Box:
    x0, y0, x1, y1 = upright(box_of(annotation, Name.Rect) or (0.0, 0.0, 0.0, 0.0))
    left, low, right, high = [number(one) for one in items(annotation.get(Name.RD))] or [0.0] * 4
    half = _width(annotation) / 2
    return x0 + left + half, y0 + low + half, x1 - right - half, y1 - high - half


def _quads(annotation: Object) -> list[Points]:
    """The marked pieces of text: upper left and right, lower left and right corner of each."""
    points = _points(annotation.get(Name.QuadPoints))
    return [points[at : at + 4] for at in range(0, len(points) - 3, 4)]


def _points(value: object) -> Points:
    numbers = [number(one) for one in items(value)]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _between(
    one: tuple[float, float], other: tuple[float, float], share: float
) -> tuple[float, float]:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _path(points: Points) -> str:
    return " ".join(f"{_xy(*point)} {'l' if at else 'm'}" for at, point in enumerate(points))


def _xy(x: float, y: float) -> str:
    return f"{x:.3f} {y:.3f}"


def _rg(colour: Colour, operator: str) -> str:
    return f"{colour[0]:.3f} {colour[1]:.3f} {colour[2]:.3f} {operator} "
