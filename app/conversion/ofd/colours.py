"""Colours of an OFD (GB/T 33190, 8.3) as red, green, blue and opacity."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from app.ofd.package import Resources, child, children, local, number_list


@dataclass(frozen=True, slots=True)
class Colour:
    """Each part from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0


BLACK = Colour(0.0, 0.0, 0.0)


def colour_of(element: Element | None, resources: Resources) -> Colour:
    """Read a FillColor or StrokeColor; black if there is none.

    A shading is given its middle colour, for what cannot be shaded.
    """
    if element is None:
        return BLACK
    alpha = min(max((number_list(element.get("Alpha")) or [255.0])[0] / 255, 0.0), 1.0)
    for shading in element:
        if local(shading).endswith("Shd"):
            segments = [
                colour
                for segment in (*children(shading, "Segment"), *children(shading, "Point"))
                if (colour := child(segment, "Color")) is not None
            ]
            return _mean([colour_of(one, resources) for one in segments], alpha)
    space = resources.colour_spaces.get(element.get("ColorSpace") or "")
    values = number_list(element.get("Value"))
    if not values and element.get("Index") and space is not None:
        palette = list(children(child(space, "Palette"), "CV"))
        index = int((number_list(element.get("Index")) or [0])[0])
        values = number_list(palette[index].text) if 0 <= index < len(palette) else []
    bits = int(
        (number_list(space.get("BitsPerComponent") if space is not None else None) or [8])[0]
    )
    parts = [min(max(value / (2 ** min(bits, 16) - 1), 0.0), 1.0) for value in values]
    return _from_parts(parts, alpha)


def _from_parts(parts: list[float], alpha: float) -> Colour:
    if len(parts) >= 4:
        cyan, magenta, yellow, key = parts[:4]
        return Colour(
            (1 - cyan) * (1 - key), (1 - magenta) * (1 - key), (1 - yellow) * (1 - key), alpha
        )
    if len(parts) == 3:
        return Colour(parts[0], parts[1], parts[2], alpha)
    if parts:
        return Colour(parts[0], parts[0], parts[0], alpha)
    return Colour(0.0, 0.0, 0.0, alpha)


def _mean(colours: list[Colour], alpha: float) -> Colour:
    if not colours:
        return Colour(0.0, 0.0, 0.0, alpha)
    count = len(colours)
    return Colour(
        sum(one.red for one in colours) / count,
        sum(one.green for one in colours) / count,
        sum(one.blue for one in colours) / count,
        alpha * sum(one.alpha for one in colours) / count,
    )
