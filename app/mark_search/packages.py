"""Every word of a zip package: each part, nested files, names and remarks of the zip."""

import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import IO

from app.mark_search.archive_types import archive_type
from app.mark_search.mails import is_message
from app.mark_search.raw import TELLING, levels_in
from app.mark_search.salvage import part_at, salvaged_parts
from app.mark_search.xml import words_in_xml
from app.secrecy.marks import Spot, Words
from app.zipped import ZIP_TROUBLE

#: Gathers the words of a file that lies in another one.
Nested = Callable[[bytes], Iterator[Words]]

_MOST_BYTES = 512 << 20
_LARGEST_PART = 128 << 20
_SHARED, _SHEET = re.compile(r"xl/sharedStrings\.xml"), re.compile(r"xl/worksheets/[^/]+\.xml")
#: What lies in it as text or pages of its own, not as a part of the package.
_LOOSE = (".txt", ".htm", ".html", ".xhtml", ".mht", ".mhtml", ".csv", ".eml")
#: Beginnings of files that hold others, or words in a form of their own.
PACKED = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF-",
    b"{\\rtf",
    b"\x1f\x8b\x08",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
)
_TELLING_NAME = re.compile("[密宻㊙]")
_PICTURES = re.compile(r"\.(?:jpe?g|png|gif|bmp|wdp|tiff?|ttf|otf|odttf|fntdata)$", re.IGNORECASE)


def words_in_package(file: Path | IO[bytes], nested: Nested) -> Iterator[Words]:
    """The words of a package. What is damaged is passed over: the others still speak.

    Raises:
        one of ``ZIP_TROUBLE`` or ``OSError``: it is no zip.
    """
    with zipfile.ZipFile(file) as package:
        if package.comment:
            yield from _remark(package.comment)
        budget = _MOST_BYTES
        strings: list[str] = []
        sheets: list[zipfile.ZipInfo] = []
        for part in package.infolist():
            if part.comment:
                yield from _remark(part.comment)
            if _TELLING_NAME.search(part.filename):
                yield Words(Spot.NAME, part.filename)
            budget -= part.file_size
            if part.is_dir() or part.file_size > _LARGEST_PART or budget < 0:
                continue
            try:
                data = package.read(part)
            except (OSError, *ZIP_TROUBLE):
                data = _mended(package, part)
            if _SHEET.fullmatch(part.filename):
                sheets.append(part)
            if _SHARED.fullmatch(part.filename) and TELLING.search(data):
                strings = _strings(data)
            yield from _words_of(part.filename, data, nested)
        if strings:
            yield from _rows(package, sheets, strings)


def words_in_broken_package(data: bytes, nested: Nested) -> Iterator[Words]:
    """The words of a zip that does not open: of the parts that still unpack."""
    for name, content in salvaged_parts(data):
        if _TELLING_NAME.search(name):
            yield Words(Spot.NAME, name)
        if _SHARED.fullmatch(name) and TELLING.search(content):
            yield Words(Spot.ALONE, "\f".join(_strings(content)))
        yield from _words_of(name, content, nested)


def _mended(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """The content of a part that fails its check, as far as it unpacks."""
    file = package.fp
    if file is None:
        return b""
    file.seek(part.header_offset)
    found = part_at(file.read(part.compress_size + (1 << 17)), 0)
    return found[1] if found is not None else b""


def _remark(comment: bytes) -> Iterator[Words]:
    for coding in ("utf-8", "gb18030"):
        yield Words(Spot.ALONE, comment.decode(coding, "replace"))


def _words_of(name: str, data: bytes, nested: Nested) -> Iterator[Words]:
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    loose = name.lower().endswith(_LOOSE)
    if (head.startswith(b"<") or wide) and not loose and b"<html" not in head.lower():
        if TELLING.search(data) or b"inaryData" in data or b"binary-data" in data:
            yield from _xml(name, data, nested)
    elif head.startswith(PACKED) or is_message(data) or archive_type(data) is not None:
        yield from nested(data)
    elif _PICTURES.search(name) and len(data) > 1 << 16:
        # Remarks of pictures stand at their beginning or end.
        yield from levels_in(data[: 1 << 16] + b"\x00\x00" + data[-(1 << 16) :])
    elif loose or head.startswith(b"<"):
        yield from nested(data)
    elif TELLING.search(data):
        yield from levels_in(data)


def _xml(name: str, data: bytes, nested: Nested) -> Iterator[Words]:
    # Strings of a workbook are in no order; the rows are put together from them afterwards.
    if _SHARED.fullmatch(name):
        return
    yield from words_in_xml(data, nested, fields=name.startswith(("docProps/", "customXml/")))


_STRING = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_PHONETIC = re.compile(r"<(?:\w+:)?rPh\b.*?</(?:\w+:)?rPh>", re.DOTALL)
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>(.*?)</(?:\w+:)?row>", re.DOTALL)
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)</(?:\w+:)?v>")
_BETWEEN = re.compile(r"<[^>]*>")


def _strings(data: bytes) -> list[str]:
    return [_plain(found.group(1) or b"") for found in _STRING.finditer(data)]


def _plain(xml: bytes) -> str:
    return unescape(_BETWEEN.sub("", _PHONETIC.sub("", xml.decode("utf-8", "replace"))))


def _rows(
    package: zipfile.ZipFile, sheets: list[zipfile.ZipInfo], strings: list[str]
) -> Iterator[Words]:
    """The rows of the sheets with the strings in their cells; then strings that no cell shows."""
    telling = {n for n, text in enumerate(strings) if _TELLING_NAME.search(text)}
    shown: set[int] = set()
    for sheet in sheets:
        lines: list[str] = []
        data = package.read(sheet)
        for row in _ROW.finditer(data):
            cells: list[str] = []
            for attributes, content in _CELL.findall(row.group(1)):
                value = _VALUE.search(content)
                if value is None:
                    cells.append(_plain(content))
                elif b't="s"' in attributes and value.group(1).strip().isdigit():
                    number = int(value.group(1))
                    shown.add(number)
                    cells.append(strings[number] if number < len(strings) else "")
                else:
                    cells.append(value.group(1).decode("utf-8", "replace"))
            if any(cells):
                lines.append("\t".join(cell.replace("\t", " ") for cell in cells if cell))
        yield Words(Spot.PAGES, "\n".join(lines))
    for number in sorted(telling - shown):
        yield Words(Spot.ALONE, strings[number])
