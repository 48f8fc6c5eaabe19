"""Looking through a whole file for marks of state secrecy."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.filekind import FileKind, FileType
from app.mark_search.archive_types import archive_type
from app.mark_search.archives import words_in_archive
from app.mark_search.mails import is_message
from app.mark_search.packages import Nested
from app.mark_search.raw import TELLING, levels_in
from app.secrecy.marks import Judgement, Spot, Words, judge
from app.zipped import ZIP_TROUBLE

#: Files in files are followed so far.
DEEPEST = 4
_LARGEST = 256 << 20
#: Of sound and film, only beginning and end are read: there stand their properties.
_ENDS = 1 << 20


def mark_in(path: Path, file_type: FileType, *names: str) -> Judgement | None:
    """The gravest mark in a file and its names (paths); None if there is none.

    To be run in a worker: the file may be hostile. Archives and the attachments of Outlook's mails
    are looked at by their names only; what takes them apart has each file looked at.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    named = (Words(Spot.NAME, name) for name in names)
    first = judge(named)
    if first is not None and first.certain:
        return first
    inside = judge(words_of(path, file_type))
    return inside if inside is not None and (inside.certain or first is None) else first


def words_of(path: Path, file_type: FileType) -> Iterator[Words]:
    """Every word of a file that may matter."""
    size = path.stat().st_size
    if size == 0:
        return
    if file_type.kind in {FileKind.AUDIO, FileKind.VIDEO} or size > _LARGEST:
        yield from levels_in(_ends(path, size))
        return
    if file_type.kind is FileKind.PDF:
        from app.mark_search.pdf import words_in_pdf

        yield from words_in_pdf(path, lambda data: _inside(data, 1))
        return
    if file_type.kind is FileKind.ARCHIVE:
        yield from _of_archive(path)
        return
    yield from _words(path.read_bytes(), 0, file_type.kind)


def _inside(data: bytes, depth: int) -> Iterator[Words]:
    if not data or depth > DEEPEST:
        return
    try:
        yield from _words(data, depth, None)
    except RecursionError:
        yield from levels_in(data)


def _words(data: bytes, depth: int, kind: FileKind | None) -> Iterator[Words]:
    """The words of some content, by its first bytes."""

    def nested(inner: bytes) -> Iterator[Words]:
        yield from _inside(inner, depth + 1)

    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\x00")
    archive = archive_type(data)
    if head.startswith(b"PK") or zipfile.is_zipfile(io.BytesIO(data)):
        from app.mark_search.packages import words_in_broken_package, words_in_package

        try:
            yield from words_in_package(io.BytesIO(data), nested)
        except (OSError, *ZIP_TROUBLE):
            yield from levels_in(data)
            yield from words_in_broken_package(data, nested)
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        from app.mark_search.compound import words_in_compound

        yield from words_in_compound(data, nested)
    elif b"%PDF-" in head[:1024] and kind in {None, FileKind.PDF}:
        from app.mark_search.pdf import words_in_pdf

        yield from words_in_pdf(data, nested)
    elif kind is FileKind.IMAGE:
        yield from _picture(data)
    elif head.startswith(b"\x1f\x8b"):
        yield from nested(_unzipped(data))
    elif archive is not None:
        yield from words_in_archive(data, archive, nested)
    elif kind in {FileKind.MAIL, FileKind.MHT} or (kind is None and is_message(data)):
        from app.mark_search.loose import words_in_message

        yield from words_in_message(data, nested)
    elif TELLING.search(data) or any(mark in data for mark in _MAY_HOLD):
        yield from _loose(data, head, kind, nested)


#: Text with one of these may hold a file, written as text.
_MAY_HOLD = (b";base64,", b"binary-data", b"binaryData", b"\\objdata", b"begin 6")


#: The first words of XML, also where each character takes two or four bytes.
_XML = re.compile(rb"<\0{0,3}\?\0{0,3}x\0{0,3}m\0{0,3}l")


def _unzipped(data: bytes) -> bytes:
    with suppress(zlib.error):
        return zlib.decompressobj(31).decompress(data, 64 << 20)
    return b""


def _loose(data: bytes, head: bytes, kind: FileKind | None, nested: Nested) -> Iterator[Words]:
    from app.mark_search import loose
    from app.mark_search.xml import words_in_xml

    if head.startswith(b"{\\rtf"):
        yield from loose.words_in_rtf(data, nested)
    elif kind in {FileKind.HTML, FileKind.DRAWING} or b"<html" in head.lower():
        yield from loose.words_in_page(data, nested)
    elif head.startswith((b"<office:", b"<!DOCTYPE", b"<pkg:")) or _XML.search(head):
        yield from words_in_xml(data, nested)
    elif kind is FileKind.CSV:
        yield from loose.words_in_table(data)
    elif kind in {FileKind.TEXT, FileKind.WORD, FileKind.SHEET, FileKind.SLIDES, None}:
        yield from loose.words_in_text(data)
    else:
        yield from levels_in(data)


def _picture(data: bytes) -> Iterator[Words]:
    """What a picture says in words: its properties, and text that it holds packed."""
    yield from levels_in(data if len(data) < 2 * _ENDS else data[:_ENDS] + b"\0\0" + data[-_ENDS:])
    if data.startswith(b"\x89PNG"):
        yield from _png_texts(data)


def _png_texts(data: bytes) -> Iterator[Words]:
    """The remarks of a PNG (tEXt, zTXt and iTXt chunks), which may be packed."""
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind in {b"tEXt", b"zTXt", b"iTXt"}:
            body = data[at + 8 : at + 8 + length]
            yield from levels_in(body)
            place = body.find(b"\x78")
            if place >= 0:
                with suppress(zlib.error):  # it is not packed, and was read as it is
                    yield from levels_in(zlib.decompressobj().decompress(body[place:], 1 << 20))
        at += 12 + length


def _of_archive(path: Path) -> Iterator[Words]:
    """The remarks of a zip; its members are looked at by whoever takes it apart.

    One that does not open is mended by other programs, so that its members count here.
    """
    with path.open("rb") as file:
        zipped = file.read(4) == b"PK\x03\x04"
    try:
        with zipfile.ZipFile(path) as archive:
            comments = [archive.comment, *(part.comment for part in archive.infolist())]
    except (OSError, *ZIP_TROUBLE):
        if zipped:
            from app.mark_search.packages import words_in_broken_package

            yield from words_in_broken_package(path.read_bytes(), lambda data: _inside(data, 1))
        return
    for comment in filter(None, comments):
        for coding in ("utf-8", "gb18030"):
            yield Words(Spot.ALONE, comment.decode(coding, "replace"))


def _ends(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        beginning = file.read(_ENDS)
        file.seek(max(0, size - _ENDS))
        return beginning + b"\0\0" + file.read(_ENDS)
