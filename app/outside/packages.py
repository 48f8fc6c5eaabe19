"""Zip packages without links to the outside: OOXML, OpenDocument, packages inside them."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

from app.outside.addresses import Reference, part_named
from app.outside.compound import OLE_BEGINNING, settled_compound
from app.outside.pictures import beginning, settled_picture, suspicious
from app.outside.relationships import settled_relationships
from app.outside.rich_text import settled_rtf
from app.outside.xml_parts import Settled, is_telling, looks_like_xml, settled_part
from app.zipped import ZIP_TROUBLE

#: A larger part cannot be taken apart in the memory of an office computer.
LARGEST_PART = 64 * 1024 * 1024
_DEEPEST = 4
_PIECE = 4 * 1024 * 1024


class NotSettled(Exception):
    """A part may lead outside and is too large to be looked through."""


class NotReadable(Exception):
    """A document cannot be read here; another program might read more of it."""


@dataclass(slots=True)
class SettledPackage:
    """The parts of a package that change, by name, and what was taken out."""

    parts: dict[str, bytes] = field(default_factory=dict)
    found: list[Reference] = field(default_factory=list)
    #: Something stands before the package: other programs might read that instead.
    prefixed: bool = False

    @property
    def changed(self) -> bool:
        """True if the copy must be written again."""
        return bool(self.parts) or self.prefixed


def settle_package(file: Path | IO[bytes], depth: int = 1) -> SettledPackage:
    """Look through a package.

    Raises:
        NotSettled: a part is too large.
        zipfile.BadZipFile: it is no zip. A part that is damaged is left to the program.
    """
    settled = SettledPackage()
    with zipfile.ZipFile(file) as package:
        names = _names(package)
        offsets = [part.header_offset for part in package.infolist()]
        settled.prefixed = bool(offsets) and min(offsets) > 0
        for part in package.infolist():
            if part.is_dir() or not part.file_size:
                continue
            try:
                one = _settle_part(package, part, names, depth)
            except RecursionError:  # one of the errors below, and no trouble with the zip
                raise
            except ZIP_TROUBLE:
                # Another program may read on where ours does not.
                one = Settled(b"")
            if one.content is not None:
                settled.parts[part.filename] = one.content
                settled.found += one.found
    return settled


def settled_zip(data: bytes, depth: int) -> Settled:
    """The same for a package inside something; b"" if it cannot be settled."""
    if depth > _DEEPEST:
        return Settled(b"")
    try:
        settled = settle_package(io.BytesIO(data), depth)
        if not settled.changed:
            return Settled()
        # Nobody looks for missing pictures in a document inside another one.
        found = [Reference(each.address, each.shows) for each in settled.found]
        return Settled(rewritten(io.BytesIO(data), settled), found)
    except RecursionError:
        raise
    except (NotSettled, *ZIP_TROUBLE):
        return Settled(b"")


def rewritten(file: Path | IO[bytes], settled: SettledPackage) -> bytes:
    """The package with its parts changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = settled.parts.get(part.filename)
            stored = part.filename == "mimetype"
            info = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(part) if content is None else content, compresslevel=1)
    return target.getvalue()


def _names(package: zipfile.ZipFile) -> frozenset[str]:
    return frozenset(_with_folders(package))


def _with_folders(package: zipfile.ZipFile) -> Iterator[str]:
    for name in package.namelist():
        plain = name.replace("\\", "/").lstrip("/").lower()
        yield plain
        folder = posixpath.dirname(plain)
        while folder:
            yield f"{folder}/"
            folder = posixpath.dirname(folder)


def _settle_part(
    package: zipfile.ZipFile, part: zipfile.ZipInfo, names: frozenset[str], depth: int
) -> Settled:
    name = part.filename.replace("\\", "/")
    with package.open(part) as opened:
        head = opened.read(512)
        # Blanks of any length may stand before a drawing.
        if beginning(head) and not _worth_reading(name, head):
            return Settled()
        if part.file_size > LARGEST_PART:
            if _tells(opened, head):
                raise NotSettled(name)
            return Settled()
        try:
            data = head + opened.read()
        except ZIP_TROUBLE:
            # A program may read on where the sum does not fit; pictures of dots are left to it.
            return Settled(b"")
    if name.lower().endswith(".rels"):
        return settled_relationships(data, name, names)
    if data.startswith(b"PK"):
        return settled_zip(data, depth + 1)
    if data.startswith(OLE_BEGINNING):
        return settled_compound(data, depth + 1)
    if beginning(data).lower().startswith(b"{\\rtf"):
        return settled_rtf(data)
    if suspicious(data):
        picture, found = settled_picture(data)
        if picture != data:
            return Settled(picture, found)
    if looks_like_xml(data):
        inside = partial(part_named, folder=posixpath.dirname(name), names=names)
        return settled_part(data, inside, packed=True)
    return Settled()


def _worth_reading(name: str, head: bytes) -> bool:
    return (
        name.lower().endswith(".rels")
        or head.startswith((b"PK", OLE_BEGINNING))
        or beginning(head).lower().startswith(b"{\\rtf")
        or suspicious(head)
        or looks_like_xml(head)
    )


def _tells(opened: IO[bytes], head: bytes) -> bool:
    """Say whether a part that is read piece by piece could lead outside."""
    before = head
    while piece := opened.read(_PIECE):
        if is_telling(before + piece):
            return True
        before = piece[-256:]
    return is_telling(before)
