"""What an object embedded in a document is: a file, or only a drawing of something.

A formula, a chart, a picture, a seal or a control is drawn whole on the page. A workbook, a letter
or any packed file is more than the icon or the view of it that the page shows.
"""

import io
import re
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import olefile

from app.findings.compound_copy import copy_storage
from app.zipped import ZIP_TROUBLE

#: Programs whose objects are drawn whole, by the first word of the identifier.
_DRAWN = re.compile(
    r"Equation|MathType|MSGraph|Excel\.Chart|KSEE|PBrush|Paint\.Picture|StaticDib|StaticMetafile|"
    r"StaticEnhancedMetafile|Word\.Picture|Forms\.|MSPhotoEd|Photoshop\.|WordArt|MSWordArt|"
    r"soffice\.StarMath|opendocument\.(?:Math|Chart)|LibreOffice\.(?:Math|Chart)",
    re.IGNORECASE,
)

#: The same as class identifiers of the object's storage.
_DRAWN_CLASSES = frozenset(
    {
        "0002CE02-0000-0000-C000-000000000046",  # Equation.3
        "0002CE03-0000-0000-C000-000000000046",  # MathType
        "00020803-0000-0000-C000-000000000046",  # MSGraph.Chart.8
        "00020802-0000-0000-C000-000000000046",  # MSGraph.Chart.5
        "00020821-0000-0000-C000-000000000046",  # Excel.Chart.8
        "00020811-0000-0000-C000-000000000046",  # Excel.Chart.5
        "0003000A-0000-0000-C000-000000000046",  # PBrush
        "D3E34B21-9D75-101A-8C3D-00AA001A1652",  # Paint.Picture
        "00000315-0000-0000-C000-000000000046",  # pictures of Windows itself
        "00000316-0000-0000-C000-000000000046",
        "00000319-0000-0000-C000-000000000046",
        "00020907-0000-0000-C000-000000000046",  # Word.Picture.8
    }
)

_BY_STREAM = (
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("Book", ".xls"),
    ("PowerPoint Document", ".ppt"),
    ("VisioDocument", ".vsd"),
)
_NATIVE = "\x01Ole10Native"
_WRAPPED = ("package", "CONTENTS", "EmbeddedOdf")

_BY_FOLDER = (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx"), ("visio/", ".vsdx"))
_BY_MEDIA_TYPE = {"text": ".odt", "spreadsheet": ".ods", "presentation": ".odp"}
_DRAWN_MEDIA_TYPES = ("chart", "formula", "graphics", "image")
_BEGINNINGS = (
    (b"%PDF", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"Rar!", ".rar"),
    (b"7z\xbc\xaf", ".7z"),
    (b"AC10", ".dwg"),
)

#: How much of an object is read to tell what it is; a larger one is not taken out.
MOST_OBJECT = 64 * 1024 * 1024
_LONGEST_NAME, _LONGEST_SUFFIX = 120, 8

#: What libraries raise on compound files and zips that are odd.
TROUBLE = (OSError, IndexError, TypeError, AttributeError, *ZIP_TROUBLE)


@dataclass(frozen=True, slots=True)
class ObjectHint:
    """What the document says of an object: its program, and whether the page shows an icon."""

    program: str = ""
    icon: bool = False


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file inside another; ``content`` is None if it lies there in a form of no other use."""

    name: str
    content: bytes | None = None


#: Takes a file that was found inside another.
Sink = Callable[[EmbeddedFile], None]


def dropped(_file: EmbeddedFile) -> None:
    """Take a file and do nothing with it: only its name was asked for."""


def embedded_file(data: bytes, fallback: str, hint: ObjectHint) -> EmbeddedFile | None:
    """The file that an object is, or None if the page draws the object whole.

    ``fallback`` is the name, without a suffix, of what has no name of its own.
    """
    if _DRAWN.match(hint.program):
        return None
    whole = data if 0 < len(data) < MOST_OBJECT else None
    if data.startswith(olefile.MAGIC):
        try:
            with olefile.OleFileIO(io.BytesIO(data)) as compound:
                file = storage_file(compound, [], fallback, hint, taken=False)
        except TROUBLE:
            return EmbeddedFile(fallback) if hint.icon else None
        itself = file is not None and file.content is None and "." in file.name
        return EmbeddedFile(file.name, whole) if file is not None and itself else file
    suffix = suffix_of_content(data)
    if suffix is None or not (suffix or hint.icon):
        return None
    return EmbeddedFile(f"{fallback}{suffix}", whole)


def storage_file(
    compound: "olefile.OleFileIO[str]",
    place: list[str],
    fallback: str,
    hint: ObjectHint,
    *,
    taken: bool,
) -> EmbeddedFile | None:
    """The file that a storage of a compound file is, at ``place``, or None as above.

    Unless it is to be ``taken``, a file that lies in pieces is only named. Where there is no
    place, the compound file itself may be the file.

    Raises:
        One of ``TROUBLE``: the storage is damaged.
    """
    if _class_of(compound, place) in _DRAWN_CLASSES or _DRAWN.match(hint.program):
        return None
    streams = {
        entry[-1].lower(): entry
        for entry in compound.listdir()
        if len(entry) == len(place) + 1 and entry[: len(place)] == place
    }
    if _NATIVE.lower() in streams:
        file = native_file(_content(compound, streams[_NATIVE.lower()]))
        if file is not None:
            return EmbeddedFile(file.name or fallback, file.content)
        return EmbeddedFile(fallback) if hint.icon else None
    for stream, suffix in _BY_STREAM:
        if stream.lower() in streams:
            if suffix == ".vsd" and not hint.icon:
                return None
            content = None
            if place and taken:
                with suppress(*TROUBLE):
                    content = copy_storage(compound, place, MOST_OBJECT)
            return EmbeddedFile(f"{fallback}{suffix}", content)
    for stream in _WRAPPED:
        if stream.lower() in streams:
            content = _content(compound, streams[stream.lower()])
            found = suffix_of_content(content)
            if found is None:
                return None
            if found:
                whole = content if len(content) < MOST_OBJECT else None
                return EmbeddedFile(f"{fallback}{found}", whole)
    return EmbeddedFile(fallback) if hint.icon else None


def suffix_of_content(data: bytes) -> str | None:
    """The suffix of what the bytes are: "" if unknown, None for what is drawn whole."""
    if data.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                return _suffix_of_package(package)
        except TROUBLE:
            return ".zip"
    return next((suffix for mark, suffix in _BEGINNINGS if data.startswith(mark)), "")


def native_file(data: bytes) -> EmbeddedFile | None:
    """The file in an ``Ole10Native`` stream ([MS-OLEDS] 2.3.6), or None if it packs none.

    Its name may be "". A Chinese Windows writes the name in GBK; newer ones add it in Unicode
    behind the content.
    """
    try:
        kind = struct.unpack_from("<H", data, 4)[0]
        if kind != 2:
            return None
        label, at = _line(data, 6)
        path, at = _line(data, at)
        if struct.unpack_from("<H", data, at + 2)[0] not in {1, 3}:
            return None
        length = struct.unpack_from("<I", data, at + 4)[0]
        at += 8 + length
        size = struct.unpack_from("<I", data, at)[0]
        content: bytes | None = data[at + 4 : at + 4 + size]
        at += 4 + size
        if at > len(data):  # it was cut off
            content = None
    except (struct.error, ValueError):
        return None
    wide: list[str] = []
    for _ in range(3):
        if at + 4 > len(data):
            break
        count = struct.unpack_from("<I", data, at)[0]
        if count > len(data):
            break
        wide.append(data[at + 4 : at + 4 + 2 * count].decode("utf-16-le", "replace"))
        at += 4 + 2 * count
    for name in (*wide[1:2], *wide[2:3], label, path):
        if tidy := tidy_name(name):
            return EmbeddedFile(tidy, content)
    return EmbeddedFile("", content)


def tidy_name(name: str) -> str:
    """The last part of a path, without what does not print; a suffix survives the cut."""
    last = re.split(r"[\\/]", name.strip("\0 "))[-1]
    tidy = "".join(c for c in last if c.isprintable()).strip()
    if len(tidy) <= _LONGEST_NAME:
        return tidy
    stem, dot, suffix = tidy.rpartition(".")
    if dot and len(suffix) <= _LONGEST_SUFFIX:
        return f"{stem[: _LONGEST_NAME - len(suffix) - 1]}.{suffix}"
    return tidy[:_LONGEST_NAME]


def _line(data: bytes, start: int) -> tuple[str, int]:
    end = data.index(b"\0", start)
    return data[start:end].decode("gb18030", "replace"), end + 1


def _content(compound: "olefile.OleFileIO[str]", place: list[str]) -> bytes:
    return bytes(compound.openstream(place).read(MOST_OBJECT))


def _class_of(compound: "olefile.OleFileIO[str]", place: list[str]) -> str:
    if not place:
        return str(compound.root.clsid) if compound.root is not None else ""
    return str(compound.getclsid(place))


def _suffix_of_package(package: zipfile.ZipFile) -> str | None:
    names = package.namelist()
    if "mimetype" in names:
        media_type = package.read("mimetype")[:120].decode("ascii", "replace").strip()
        family = media_type.rpartition("opendocument.")[2].removesuffix("-template")
        if family in _DRAWN_MEDIA_TYPES:
            return None
        return _BY_MEDIA_TYPE.get(family, ".zip")
    for folder, suffix in _BY_FOLDER:
        if any(name.startswith(folder) for name in names):
            return suffix
    return ".zip"
