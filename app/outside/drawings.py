"""Drawings (svg) that load nothing from outside."""

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

import lxml.etree

from app.outside.addresses import Reference
from app.outside.style_sheets import without_loading
from app.xml_trees import demand_depth, remove_element

_DATA = re.compile(r"data:([^,;]*)((?:;[^,;]*)*),", re.IGNORECASE)
_DRAWING = re.compile(rb"<(?:[\w.-]+:)?svg[\s>/]|<!DOCTYPE\s+svg", re.IGNORECASE)
_DEEPEST = 4
_DROPPED = frozenset(
    {"script", "handler", "listener", "iframe", "object", "embed", "audio", "video"}
)
_PICTURES = frozenset({"image", "feImage", "use", "tref", "pattern", "img"})
_LOADED = re.compile(r"url\s*\(\s*['\"]?\s*(?!\s*['\"]?#)([^)]*)\)?", re.IGNORECASE)


class NoDrawing(ValueError):
    """XML is something else than a drawing."""


def is_drawing(data: bytes) -> bool:
    """Say whether data would be read as a drawing, whatever they are called."""
    return _DRAWING.search(_head(data)) is not None


def _head(data: bytes) -> bytes:
    # Two bytes a letter: without the empty ones the letters are readable.
    return data.lstrip()[:65536].replace(b"\0", b"")


def settled_drawing(data: bytes, depth: int = 1) -> tuple[bytes, list[Reference]]:
    """Return a drawing without what it loads, and what that was; unchanged if it loads nothing.

    Raises:
        NoDrawing: it is a document of another kind.
        ValueError: it cannot be read.
    """
    root = parsed_drawing(data)
    found: list[Reference] = []
    changed = bool(root.getroottree().docinfo.doctype)
    for extra in [*root.itersiblings(preceding=True), *root.itersiblings()]:
        changed = changed or extra.tag is lxml.etree.ProcessingInstruction
    for element in list(root.iter()):
        changed = _settle(element, found, depth) or changed
    if not changed:
        return data, []
    return bytes(lxml.etree.tostring(root, encoding="utf-8", xml_declaration=True)), found


def parsed_drawing(data: bytes) -> lxml.etree._Element:
    """Parse a drawing; its own entities are resolved, others stay out.

    Raises:
        NoDrawing: it is a document of another kind.
        ValueError: it cannot be read.
        TreeTooDeep: its elements lie in each other too deep.
    """
    parser = lxml.etree.XMLParser(resolve_entities="internal", no_network=True)
    try:
        root = lxml.etree.fromstring(data, parser=parser)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        demand_depth(parser)
        raise ValueError("no drawing") from error
    if not isinstance(root.tag, str) or lxml.etree.QName(root).localname != "svg":
        raise NoDrawing("no drawing")
    return root


def settled_data_address(address: str, depth: int = 1) -> tuple[str, list[Reference]]:
    """Return a ``data:`` address whose picture loads nothing; "" if it cannot be read."""
    match = _DATA.match(address.strip())
    if match is None:
        return "", []
    payload = address.strip()[match.end() :]
    try:
        if ";base64" in match[2].lower():
            data = base64.b64decode(re.sub(r"[^A-Za-z0-9+/]", "", _unquoted(payload)) + "==")
        else:
            data = unquote_to_bytes(payload)
    except (binascii.Error, ValueError):
        return "", []
    from app.outside.pictures import settled_picture

    new, found = settled_picture(data, depth + 1)
    if new == data:
        return address, []
    if not new:
        return "", found
    kind = match[1].strip() or "image/svg+xml"
    return f"data:{kind};base64,{base64.b64encode(new).decode('ascii')}", found


def _unquoted(payload: str) -> str:
    return unquote_to_bytes(payload).decode("latin-1") if "%" in payload else payload


def _settle(element: lxml.etree._Element, found: list[Reference], depth: int) -> bool:
    parent = element.getparent()
    if element.tag in (lxml.etree.Entity, lxml.etree.ProcessingInstruction):
        if parent is not None:
            remove_element(element)
        return True
    if not isinstance(element.tag, str):
        return False
    name = lxml.etree.QName(element).localname
    if name.lower() in _DROPPED and parent is not None:
        remove_element(element)
        return True
    changed = False
    for key, value in list(element.attrib.items()):
        local = lxml.etree.QName(key).localname.lower()
        new = _attribute(name, local, str(value), found, depth)
        if new is None:
            del element.attrib[key]
        elif new != value:
            element.attrib[key] = new
        changed = changed or new != value
    if name.lower() == "style" and element.text:
        new = without_loading(element.text)
        if new != element.text:
            changed = True
            element.text = new
    return changed


def _attribute(
    element: str, name: str, value: str, found: list[Reference], depth: int
) -> str | None:
    plain = value.strip()
    if name.startswith("on"):
        return None
    if name in {"href", "src", "srcset", "data", "base"}:
        if not plain or plain.startswith("#"):
            return value
        if plain.lower().startswith("data:") and depth < _DEEPEST:
            settled, inside = settled_data_address(plain, depth)
            found += inside
            return (settled if settled != plain else value) or None
        if element == "a" and plain.lower().startswith(("http://", "https://", "mailto:")):
            return value
        if element in _PICTURES:
            found.append(Reference(plain))
        return None
    if "(" in value and _LOADED.search(value):
        found.extend(Reference(address.strip(" '\"")) for address in _LOADED.findall(value))
        return _LOADED.sub("none", value)
    return without_loading(value) if name == "style" else value
