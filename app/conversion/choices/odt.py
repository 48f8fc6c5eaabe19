"""OpenDocument texts as a person chose to have them bound.

A setting of the document says whether its changes are shown; without them LibreOffice lays the
text out as if every change were accepted.
"""

import zipfile
from pathlib import Path

import lxml.etree

from app.conversion.zip_parts import replace_parts
from app.findings.xml_parts import LARGEST_PART, local
from app.xml_trees import tree_of, xml_of

_PARTS = ("content.xml", "styles.xml")
_SETTINGS, _MANIFEST = "settings.xml", "META-INF/manifest.xml"
_TRACKED = b"tracked-changes"

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_CONFIG = "urn:oasis:names:tc:opendocument:xmlns:config:1.0"
_OOO = "http://openoffice.org/2004/office"
_VIEW, _SHOWN = "ooo:view-settings", "ShowRedlineChanges"
_BARE_SETTINGS = (
    f'<office:document-settings xmlns:office="{_OFFICE}" office:version="1.2"/>'
).encode()


def settle_odt(path: Path, *, accepted: bool, unhidden: bool) -> None:
    """Settle a packed text in place. Raises one of ``app.findings.xml_parts.TROUBLE``."""
    with zipfile.ZipFile(path) as package:
        parts = {
            part.filename: package.read(part)
            for part in package.infolist()
            if part.filename in {*_PARTS, _SETTINGS, _MANIFEST} and part.file_size <= LARGEST_PART
        }
    changed: dict[str, bytes] = {}
    texts = [name for name in _PARTS if name in parts]
    if any(_TRACKED in parts[name] for name in texts):
        before = parts.get(_SETTINGS, _BARE_SETTINGS)
        changed[_SETTINGS] = xml_of(_viewed(tree_of(before), shown=not accepted))
        if _SETTINGS not in parts and _MANIFEST in parts:
            changed[_MANIFEST] = _with_settings(parts[_MANIFEST])
    if unhidden:
        changed |= {name: xml_of(_unhidden(tree_of(parts[name]))) for name in texts}
    replace_parts(path, changed)


def settle_flat_odt(data: bytes, *, accepted: bool, unhidden: bool) -> bytes:
    """Return a flat text as chosen.

    Raises:
        lxml.etree.XMLSyntaxError: it is not well-formed.
    """
    tracked = _TRACKED in data
    if not tracked and not unhidden:
        return data
    root = tree_of(data)
    if tracked:
        _viewed(root, shown=not accepted)
    return xml_of(_unhidden(root) if unhidden else root)


def _viewed(root: lxml.etree._Element, *, shown: bool) -> lxml.etree._Element:
    """Set whether changes are shown."""
    settings = _child(root, _OFFICE, "settings", front=True)
    view = _child(settings, _CONFIG, "config-item-set", _VIEW)
    item = _child(view, _CONFIG, "config-item", _SHOWN)
    item.set(f"{{{_CONFIG}}}type", "boolean")
    item.text = "true" if shown else "false"
    return root


def _child(
    parent: lxml.etree._Element, namespace: str, tag: str, name: str = "", *, front: bool = False
) -> lxml.etree._Element:
    """The child of that tag and name, made if it is missing."""
    key = f"{{{_CONFIG}}}name"
    for child in parent.iterfind(f"{{{namespace}}}{tag}"):
        if not name or child.get(key) == name:
            return child
    # LibreOffice looks up the prefix that stands in the name of the set.
    child = lxml.etree.Element(f"{{{namespace}}}{tag}", nsmap={"config": _CONFIG, "ooo": _OOO})
    if name:
        child.set(key, name)
    parent.insert(0 if front else len(parent), child)
    return child


def _with_settings(manifest: bytes) -> bytes:
    root = tree_of(manifest)
    namespace = root.tag[: root.tag.index("}") + 1]
    entry = lxml.etree.SubElement(root, f"{namespace}file-entry")
    entry.set(f"{namespace}full-path", _SETTINGS)
    entry.set(f"{namespace}media-type", "text/xml")
    return xml_of(root)


def _unhidden(root: lxml.etree._Element) -> lxml.etree._Element:
    """Let everything print that says of itself that it does not."""
    for element in list(root.iter()):
        name = local(element.tag)
        if name in {"text-properties", "section"}:
            for key in list(element.attrib):
                if local(key) == "display" and element.get(key) in {"none", "condition"}:
                    del element.attrib[key]
        elif name == "hidden-paragraph":
            _replace(element, "")
        elif name == "hidden-text":
            given = element.attrib.items()
            _replace(element, next((v for k, v in given if local(k) == "string-value"), ""))
    return root


def _replace(element: lxml.etree._Element, words: str) -> None:
    """Put words in the place of an element."""
    parent = element.getparent()
    if parent is None:
        return
    words += element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + words
    else:
        parent.text = (parent.text or "") + words
    parent.remove(element)
