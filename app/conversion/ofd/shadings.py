"""Shadings of an OFD as shadings of a PDF (GB/T 33190, 8.3.4; ISO 32000-1, 8.7.4)."""

import math
import struct
from itertools import pairwise
from xml.etree.ElementTree import Element

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFAxialShading,
    PDFDictionary,
    PDFExponentialFunction,
    PDFName,
    PDFObject,
    PDFRadialShading,
    PDFStitchingFunction,
    PDFStream,
    PDFZCompress,
)

from app.conversion.ofd.colours import Colour, colour_of
from app.ofd.package import IDENTITY, Matrix, Resources, child, children, local, number_list

#: A gradient that is repeated is drawn at most this often along its axis.
_MOST_REPEATS = 50
_MOST_POINTS = 10_000

_Stops = list[tuple[float, tuple[float, float, float]]]


def shading_of(element: Element, resources: Resources) -> tuple[PDFObject, Matrix] | None:
    """Return a shading and the matrix to its object's space; None if it says too little."""
    match local(element):
        case "AxialShd":
            return _axial(element, resources)
        case "RadialShd":
            return _radial(element, resources)
        case "GouraudShd" | "GourandShd":  # as the standard prints it, and as it is meant
            return _triangles(element, resources)
        case "LaGouraudShd" | "LaGourandShd":
            return _lattice(element, resources)
    return None


def _axial(element: Element, resources: Resources) -> tuple[PDFObject, Matrix] | None:
    start, end = _point(element, "StartPoint"), _point(element, "EndPoint")
    stops = _stops(element, resources)
    if start is None or end is None or not stops or start == end:
        return None
    function = _function(_repeated(element, stops, math.dist(start, end)))
    shading = PDFAxialShading(
        *start, *end, Function=function, ColorSpace="DeviceRGB", Extend=_extent(element)
    )
    return shading, IDENTITY


def _radial(element: Element, resources: Resources) -> tuple[PDFObject, Matrix] | None:
    start, end = _point(element, "StartPoint"), _point(element, "EndPoint")
    radii = [max(_number(element, name, 0.0), 0.0) for name in ("StartRadius", "EndRadius")]
    stops = _stops(element, resources)
    if start is None or end is None or not stops or max(radii) <= 0:
        return None
    eccentricity = min(max(_number(element, "Eccentricity", 0.0), 0.0), 0.999)
    flat, angle = math.sqrt(1 - eccentricity**2), math.radians(_number(element, "Angle", 0.0))
    cos, sin = math.cos(angle), math.sin(angle)
    # Circles about the first centre, flattened across the long axis and turned.
    dx, dy = end[0] - start[0], end[1] - start[1]
    there = cos * dx + sin * dy, (-sin * dx + cos * dy) / flat
    function = _function(_repeated(element, stops, max(radii)))
    shading = PDFRadialShading(
        *(0.0, 0.0, radii[0], *there, radii[1]),
        Function=function,
        ColorSpace="DeviceRGB",
        Extend=_extent(element),
    )
    return shading, (cos, sin, -sin * flat, cos * flat, start[0], start[1])


def _triangles(element: Element, resources: Resources) -> tuple[PDFObject, Matrix] | None:
    points = list(children(element, "Point"))[:_MOST_POINTS]
    if len(points) < 3:
        return None
    flags = [int(_number(point, "EdgeFlag", 0.0)) % 3 for point in points]
    flags[:3] = [0, 0, 0]
    return _mesh(points, resources, {"ShadingType": 4, "BitsPerFlag": 8}, flags), IDENTITY


def _lattice(element: Element, resources: Resources) -> tuple[PDFObject, Matrix] | None:
    columns = int(_number(element, "VerticesPerRow", 0.0))
    points = list(children(element, "Point"))[:_MOST_POINTS]
    if columns < 2 or len(points) < 2 * columns:
        return None
    points = points[: len(points) // columns * columns]
    return _mesh(points, resources, {"ShadingType": 5, "VerticesPerRow": columns}, None), IDENTITY


def _mesh(
    points: list[Element], resources: Resources, entries: dict[str, int], flags: list[int] | None
) -> PDFObject:
    places = [(_number(point, "X", 0.0), _number(point, "Y", 0.0)) for point in points]
    xs, ys = zip(*places, strict=True)
    left, top = min(xs), min(ys)
    width, height = max(max(xs) - left, 1e-3), max(max(ys) - top, 1e-3)
    data = bytearray()
    for number, (point, (x, y)) in enumerate(zip(points, places, strict=True)):
        if flags is not None:
            data.append(flags[number])
        data += struct.pack(
            ">HH", round((x - left) / width * 65535), round((y - top) / height * 65535)
        )
        data += bytes(round(255 * part) for part in _rgb(child(point, "Color"), resources))
    dictionary = {
        **entries,
        "ColorSpace": PDFName("DeviceRGB"),
        "BitsPerCoordinate": 16,
        "BitsPerComponent": 8,
        "Decode": PDFArray([left, left + width, top, top + height, 0, 1, 0, 1, 0, 1]),
    }
    return PDFStream(PDFDictionary(dictionary), bytes(data), [PDFZCompress])


def _stops(element: Element, resources: Resources) -> _Stops:
    """The colours along the axis; a position that is not given lies evenly between the others."""
    segments = [s for s in children(element, "Segment") if child(s, "Color") is not None]
    last = max(len(segments) - 1, 1)
    found: _Stops = []
    for number, segment in enumerate(segments):
        place = min(max(_number(segment, "Position", number / last), 0.0), 1.0)
        found.append((max(place, found[-1][0] if found else 0.0), _segment_rgb(segment, resources)))
    return found


def _repeated(element: Element, stops: _Stops, length: float) -> _Stops:
    """The stops of the whole axis, if one unit of it is shorter than the axis."""
    kind, unit = element.get("MapType", "Direct"), _number(element, "MapUnit", length)
    if kind not in ("Repeat", "Reflect") or not 0 < unit < length:
        return stops
    count = min(math.ceil(length / unit), _MOST_REPEATS)
    share = unit / length
    found: _Stops = []
    for number in range(count):
        back = kind == "Reflect" and number % 2
        turned = [(1 - place, colour) for place, colour in reversed(stops)] if back else stops
        found += [((number + place) * share, colour) for place, colour in turned]
    return [stop for stop in found if stop[0] <= 1]


def _function(stops: _Stops) -> PDFObject:
    if stops[0][0] > 0:
        stops = [(0.0, stops[0][1]), *stops]
    if stops[-1][0] < 1 or len(stops) == 1:
        stops = [*stops, (1.0, stops[-1][1])]
    pieces = [
        (left, right) for left, right in pairwise(stops) if right[0] > left[0] or len(stops) == 2
    ]
    functions = [PDFExponentialFunction(C0=left[1], C1=right[1], N=1) for left, right in pieces]
    if len(functions) == 1:
        return functions[0]
    bounds = [right[0] for _, right in pieces[:-1]]
    return PDFStitchingFunction(functions, bounds, [0, 1] * len(functions), Domain="[0 1]")


def _extent(element: Element) -> str:
    """Whether the first and the last colour go on beyond the axis (0 to 3)."""
    extend = int(_number(element, "Extend", 0.0))
    before, after = ("true" if extend & bit else "false" for bit in (1, 2))
    return f"[{before} {after}]"


def _segment_rgb(segment: Element, resources: Resources) -> tuple[float, float, float]:
    return _rgb(child(segment, "Color"), resources)


def _rgb(element: Element | None, resources: Resources) -> tuple[float, float, float]:
    colour: Colour = colour_of(element, resources)
    return colour.red, colour.green, colour.blue


def _point(element: Element, name: str) -> tuple[float, float] | None:
    found = number_list(element.get(name))
    return (found[0], found[1]) if len(found) >= 2 else None


def _number(element: Element, name: str, usual: float) -> float:
    return next(iter(number_list(element.get(name))), usual)
