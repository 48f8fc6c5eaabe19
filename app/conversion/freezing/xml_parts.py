"""Changing XML: part by part in a zip package, or a file that is XML as a whole."""

import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from app.xml_trees import remove_element, tree_of, xml_of

#: A part larger than this is left alone; no letter is that long.
LARGEST_PART = 64 * 1024 * 1024

#: Takes the name and the content of a part, returns its new content or None to keep it.
Change = Callable[[str, bytes], bytes | None]


def parse(data: bytes) -> etree._Element | None:
    """Parse XML without fetching anything; None if it is none."""
    try:
        return tree_of(data)
    except (etree.XMLSyntaxError, ValueError):
        return None


def serialised(root: etree._Element) -> bytes:
    """Write XML as Office and LibreOffice write it."""
    return xml_of(root.getroottree(), standalone=True)


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace; "" for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """The value of the attribute with this local name, whatever its namespace; or ""."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == name:
            return str(value)
    return ""


def unwrap(element: etree._Element) -> None:
    """Put an element's text and children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.text:
        if before is None:
            parent.text = (parent.text or "") + element.text
        else:
            before.tail = (before.tail or "") + element.text
    for child in list(element):
        element.addprevious(child)
    remove_element(element)


def copy_package(source: Path, target: Path, change: Change) -> None:
    """Copy a zip with some XML parts changed; one without changes is copied byte for byte.

    Raises:
        zipfile.BadZipFile: it is no zip.
    """
    with zipfile.ZipFile(source) as old:
        changed = {
            part.filename: new
            for part in old.infolist()
            if part.file_size <= LARGEST_PART and part.filename.endswith(".xml")
            if (new := change(part.filename, old.read(part))) is not None
        }
        if changed:
            write_package(old, target, changed)
            return
    shutil.copyfile(source, target)


def write_package(old: zipfile.ZipFile, target: Path, changed: Mapping[str, bytes]) -> None:
    """Write a zip with the parts of another, some of them changed."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for part in old.infolist():
            if part.filename in changed:
                new.writestr(part.filename, changed[part.filename])
                continue
            # The kind of compression stays: OpenDocument's first part is not compressed.
            with old.open(part) as data, new.open(part, "w", force_zip64=True) as out:
                shutil.copyfileobj(data, out, 1024 * 1024)
