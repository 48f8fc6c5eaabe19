"""Relationships of OOXML packages: links to other parts stay, links to anywhere else go."""

import posixpath
import re
from collections.abc import Set as AbstractSet
from urllib.parse import unquote

import lxml.etree

from app.outside.addresses import Reference, leads_out, may_be_clicked
from app.outside.xml_parts import SILENT, Settled
from app.xml_trees import demand_depth

_LINK = "hyperlink"
#: Parts of the package that only say what to fetch from elsewhere.
_FETCHING = frozenset({"connections", "queryTable", "webextension", "webextensiontaskpanes"})


def settled_relationships(data: bytes, part: str, names: AbstractSet[str]) -> Settled:
    """Settle a part of relationships (``word/_rels/document.xml.rels``)."""
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = lxml.etree.fromstring(data, parser)
    except (lxml.etree.XMLSyntaxError, ValueError):
        root = None
    demand_depth(parser)
    if root is None:
        return Settled(b"") if data.strip() else Settled()
    folder = posixpath.dirname(posixpath.dirname(part))
    found: list[Reference] = []
    changed = bool(root.getroottree().docinfo.doctype)
    for link in list(root.iter()):
        if not isinstance(link.tag, str):
            continue
        address = _value(link, "Target")
        if address is None:
            continue
        kind = (_value(link, "Type") or "").rstrip("/").rpartition("/")[2]
        outside = (_value(link, "TargetMode") or "").strip().lower() == "external"
        plain = address.strip()
        if kind == _LINK and (may_be_clicked(plain) or (not outside and "#" in plain)):
            continue
        if kind not in _FETCHING and not outside and _within(plain, folder, names):
            continue
        parent = link.getparent()
        if parent is not None:
            parent.remove(link)
            changed = True
            if plain and plain.upper() != "NULL" and (outside or kind not in _FETCHING):
                missing = not outside and not leads_out(plain)
                shown = kind not in SILENT and not missing
                found.append(Reference(plain, shown, picture=kind == "image"))
    if not changed:
        return Settled()
    new = lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Settled(bytes(new), found)


def _within(address: str, folder: str, names: AbstractSet[str]) -> bool:
    """Say whether a target is a part; a path with ``..`` that ends in the package is one."""
    if not address or (address.startswith("#") and not re.search(r"[/\\:]", address)):
        return True
    if leads_out(address):
        return False
    for plain in (address.partition("#")[0], unquote(address.partition("#")[0])):
        path = posixpath.normpath(posixpath.join("/", folder, plain.replace("\\", "/")))
        if path.lstrip("/").lower() in names:
            return True
    return False


def _value(element: lxml.etree._Element, name: str) -> str | None:
    for key, value in element.attrib.items():
        if key.rpartition("}")[2].lower() == name.lower():
            return str(value)
    return None
