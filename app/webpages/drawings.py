"""Drawings (svg) inside a page, as pictures that load nothing."""

import base64
import re

import lxml.etree
import lxml.html

from app.outside.drawings import parsed_drawing, settled_data_address, settled_drawing
from app.outside.style_sheets import without_loading

_SPACE = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"

#: Reading a page makes every name small; these names are not.
_TAGS = {
    name.lower(): name
    for name in (
        "clipPath", "linearGradient", "radialGradient", "textPath", "feGaussianBlur", "feOffset",
        "feBlend", "feColorMatrix", "feComposite", "feFlood", "feMerge", "feMergeNode",
    )
}  # fmt: skip
_ATTRIBUTES = {
    name.lower(): name
    for name in (
        "viewBox", "preserveAspectRatio", "gradientUnits", "gradientTransform", "patternUnits",
        "patternTransform", "clipPathUnits", "maskUnits", "startOffset", "textLength",
        "lengthAdjust", "spreadMethod", "stdDeviation", "markerWidth", "markerHeight", "refX",
        "refY", "markerUnits", "pathLength",
    )
}  # fmt: skip
#: What runs, moves or fetches.
_DROPPED = frozenset(
    {"script", "foreignobject", "animate", "animatetransform", "animatemotion", "set", "style"}
)
_FETCHED = re.compile(r"url\s*\(\s*['\"]?(?!#)[^)]*\)", re.IGNORECASE)

_LENGTH = re.compile(r"\s*([\d.]+)\s*(?:px)?\s*$")
#: A length with its unit, and how many pixels each unit is.
_UNIT = re.compile(r"\s*([\d.]+)\s*(px|pt|pc|mm|cm|in|)\s*$")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
_WIDEST = 620.0
#: Up to this size it is the sign on a button.
_ICON = 64.0


def is_icon(drawing: lxml.html.HtmlElement) -> bool:
    """Say whether a drawing is only a sign: small, or nothing but a reference, and no words."""
    if "".join(drawing.itertext()).strip():
        return False
    size = size_of(drawing)
    drawn = [child for child in drawing.iter() if isinstance(child.tag, str)][1:]
    return (
        not drawn
        or all(child.tag in {"use", "g", "defs", "title"} for child in drawn)
        or (size is not None and max(size) <= _ICON)
    )


def size_of(drawing: lxml.html.HtmlElement) -> tuple[float, float] | None:
    """Return width and height as the drawing states them, on a page at most 620 wide."""
    sides = [
        re.match(r"\s*([\d.]+)\s*(?:px)?\s*$", drawing.get(key, "")) for key in ("width", "height")
    ]
    if all(sides):
        found = tuple(float(side.group(1)) for side in sides if side)
    else:
        box = re.findall(r"-?[\d.]+", drawing.get("viewbox", drawing.get("viewBox", "")))
        found = (float(box[2]), float(box[3])) if len(box) == 4 else ()
    if len(found) != 2 or min(found) <= 0:
        return None
    share = min(1.0, _WIDEST / found[0])
    return found[0] * share, found[1] * share


def as_address(drawing: lxml.html.HtmlElement) -> str:
    """Return the drawing as a ``data:`` address of a picture."""
    copy = _cleaned(drawing)
    size = size_of(drawing)
    if size is not None:
        copy.attrib["width"], copy.attrib["height"] = (f"{side:g}" for side in size)
    data = lxml.etree.tostring(copy, encoding="utf-8", xml_declaration=True)
    return f"data:image/svg+xml;base64,{base64.b64encode(data).decode('ascii')}"


def clean_drawing(data: bytes) -> bytes:
    """Return a drawing of its own file without scripts and without what would be fetched.

    Raises:
        ValueError: it is no drawing.
    """
    settled, _ = settled_drawing(data)
    root = parsed_drawing(settled)
    for element in list(root.iter()):
        _tame(element)
    return bytes(lxml.etree.tostring(root, encoding="utf-8", xml_declaration=True))


def drawn_size(data: bytes) -> tuple[float, float] | None:
    """Return width and height of a drawing of its own file in pixels, if it tells them.

    Raises:
        ValueError: it is no drawing.
    """
    root = parsed_drawing(data)
    sides = [_UNIT.match(root.get(key, "")) for key in ("width", "height")]
    found = [float(side[1]) * _PIXELS[side[2]] for side in sides if side]
    if len(found) < 2:
        found = [float(side) for side in re.findall(r"-?[\d.]+", root.get("viewBox", ""))[2:4]]
    return (found[0], found[1]) if len(found) == 2 and min(found) > 0 else None


def lacking(data: bytes) -> tuple[int, int]:
    """Count a drawing's pictures that lie elsewhere, and its texts that only browsers show.

    Raises:
        ValueError: it is no drawing.
    """
    pictures = words = 0
    for element in parsed_drawing(data).iter():
        if not isinstance(element.tag, str):
            continue
        name = lxml.etree.QName(element).localname
        address = (element.get("href") or element.get(_LINK) or "").strip().lower()
        if name == "image" and address and not address.startswith("data:"):
            pictures += 1
        elif name == "foreignObject" and "".join(element.itertext()).strip():
            # Where a drawing offers another form beside, that one is shown.
            parent = element.getparent()
            offered = parent is not None and lxml.etree.QName(parent).localname == "switch"
            words += not (offered and len(parent) > 1)
    return pictures, words


def _cleaned(element: lxml.html.HtmlElement) -> lxml.etree._Element:
    name = element.tag.rpartition("}")[2].rpartition(":")[2]
    copy = lxml.etree.Element(f"{{{_SPACE}}}{_TAGS.get(name, name)}", nsmap={None: _SPACE})
    for key, value in element.attrib.items():
        if key.startswith(("on", "xmlns")):
            continue
        local = key.rpartition(":")[2]
        try:
            copy.attrib[_LINK if local == "href" else _ATTRIBUTES.get(local, local)] = value
        except ValueError:
            continue  # no name that XML allows
    copy.text = element.text
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag not in _DROPPED:
            copy.append(_cleaned(child))
    copy.tail = element.tail
    _tame(copy)
    return copy


def _tame(element: lxml.etree._Element) -> None:
    """Take away whatever an element runs or fetches."""
    if not isinstance(element.tag, str):
        return
    name = lxml.etree.QName(element).localname.lower()
    parent = element.getparent()
    if name in _DROPPED - {"style", "foreignobject"} and parent is not None:
        parent.remove(element)
        return
    for key in list(element.attrib):
        value = element.attrib[key].strip()
        local = lxml.etree.QName(key).localname.lower()
        if local.startswith("on") or (
            local in {"href", "src"} and not value.lower().startswith(("#", "data:image/"))
        ):
            del element.attrib[key]
        elif local in {"href", "src"} and not value.startswith("#"):
            element.attrib[key] = settled_data_address(value)[0]
        elif "url" in value.lower():
            element.attrib[key] = _FETCHED.sub("none", value)
    if name == "style" and element.text:
        element.text = without_loading(element.text)
