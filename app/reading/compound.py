"""Reading Word, Excel and PowerPoint 97–2003 (and WPS): text for guesses.

Follows [MS-DOC] 2.4.1 (piece table), [MS-XLS] 2.5.293 (shared strings) and [MS-PPT] 2.9 (text
atoms), as far as the first pages need; LibreOffice does the real reading later.
"""

import io
import re
import struct
from collections.abc import Iterator
from pathlib import Path

import msoffcrypto
import olefile
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from app.filekind import FileKind
from app.guessing.guess import Properties
from app.problems import ProblemKind
from app.reading.model import MOST_CHARS, Reading, Unreadable, paged

#: Excel locks "protected" workbooks with this word and opens them without asking.
_EXCEL_DEFAULT = "VelvetSweatshop"

_OLDEST_UNICODE_WORD = 0xC1
_ENCRYPTED, _TABLE_ONE = 0x0100, 0x0200
_FIELD_CODE = re.compile(r"\x13[^\x13\x14\x15]*[\x14\x15]?|\x15")
_WORD_CHARS = str.maketrans({"\r": "\n", "\x07": "\t", "\x0b": "\n", "\x1e": "-", "\x1f": None})

_MOST_STREAM = 32 << 20
_TABLE_STRINGS = 400


def read_compound(path: Path, kind: FileKind) -> Reading:
    """Read a .doc, .xls or .ppt. Raises ``Unreadable``."""
    try:
        with olefile.OleFileIO(str(path)) as compound:
            if compound.exists("EncryptedPackage"):
                _try_default_password(path)
                return Reading()
            properties = _properties(compound)
            if kind is FileKind.WORD and compound.exists("WordDocument"):
                reading = _word(compound)
            elif kind is FileKind.SHEET:
                reading = _workbook(compound, path)
            elif kind is FileKind.SLIDES:
                reading = _slides(compound, path)
            else:
                reading = Reading()
    except (OSError, ValueError, IndexError, TypeError, KeyError, struct.error) as error:
        raise Unreadable from error
    return Reading(reading.pages, properties, reading.page_count)


def _try_default_password(path: Path) -> None:
    """Raise ``Unreadable`` unless the file opens by the password that Excel itself knows."""
    try:
        with path.open("rb") as file:
            locked = msoffcrypto.OfficeFile(file)
            locked.load_key(password=_EXCEL_DEFAULT)
            locked.decrypt(io.BytesIO())
    except (
        DecryptionError,
        FileFormatError,
        InvalidKeyError,
        ParseError,
        NotImplementedError,
        AssertionError,
        AttributeError,
    ) as error:
        raise Unreadable(ProblemKind.PASSWORD_REQUIRED) from error


def _stream(compound: "olefile.OleFileIO[str]", name: str) -> bytes:
    if compound.get_size(name) > _MOST_STREAM:
        return bytes(compound.openstream(name).read(_MOST_STREAM))
    return bytes(compound.openstream(name).read())


def _properties(compound: "olefile.OleFileIO[str]") -> Properties:
    meta = vars(compound.get_metadata())
    page = meta["codepage"] or 936
    encoding = {65001: "utf-8", 1200: "utf-16-le", 1252: "cp1252"}.get(page, "gb18030")

    def text(value: object) -> str:
        raw = value.decode(encoding, "replace") if isinstance(value, bytes) else str(value or "")
        return raw.strip("\x00 ")

    return Properties(text(meta["title"]), text(meta["author"]), text(meta["company"]))


# --- Word ----------------------------------------------------------------------------------------


def _word(compound: "olefile.OleFileIO[str]") -> Reading:
    main = _stream(compound, "WordDocument")
    version, flags = struct.unpack_from("<H", main, 2)[0], struct.unpack_from("<H", main, 10)[0]
    if flags & _ENCRYPTED:
        raise Unreadable(ProblemKind.PASSWORD_REQUIRED)
    if version < _OLDEST_UNICODE_WORD:  # Word 6 and 95: one run of 8-bit text
        start, end = struct.unpack_from("<II", main, 0x18)
        return Reading(paged(_tidy(main[start:end].decode("gb18030", "replace"))))
    body, around, boxed = _word_texts(main, compound, MOST_CHARS)
    return Reading(paged(body, margins=f"{around}\n{boxed}"))


def word_texts(compound: "olefile.OleFileIO[str]") -> tuple[str, str, str]:
    """All text of a document of Word 97–2003: body, headers, and notes, remarks and boxes.

    Raises:
        ValueError, IndexError, struct.error: it is damaged, locked or of an older format.
    """
    main = _stream(compound, "WordDocument")
    version, flags = struct.unpack_from("<H", main, 2)[0], struct.unpack_from("<H", main, 10)[0]
    if flags & _ENCRYPTED or version < _OLDEST_UNICODE_WORD:
        raise ValueError("locked, or older than Word 97")
    return _word_texts(main, compound, None)


def _word_texts(
    main: bytes, compound: "olefile.OleFileIO[str]", most: int | None
) -> tuple[str, str, str]:
    """Body, headers, and boxes; without ``most`` all of it, with notes and remarks."""
    flags = struct.unpack_from("<H", main, 10)[0]
    body, notes, margins, _macros, remarks, endnotes, boxes, margin_boxes = struct.unpack_from(
        "<8I", main, 0x4C
    )
    table = _stream(compound, "1Table" if flags & _TABLE_ONE else "0Table")
    pieces = list(_pieces(main, table))
    after_notes = body + notes
    after_margins = after_notes + margins
    after_remarks = after_margins + remarks + endnotes
    end = after_remarks + boxes + margin_boxes
    around = _characters(main, pieces, after_notes, after_margins, most)
    text = _characters(main, pieces, 0, body, most)
    boxed = _characters(main, pieces, after_remarks, end, most)
    if most is None:
        noted = _characters(main, pieces, body, after_notes, most)
        remarked = _characters(main, pieces, after_margins, after_remarks, most)
        boxed = f"{boxed}\n{noted}\n{remarked}"
    return text, around, boxed


def _pieces(main: bytes, table: bytes) -> Iterator[tuple[int, int, int, bool]]:
    """The piece table: (first character, after last, byte offset, whether 8-bit)."""
    at, length = struct.unpack_from("<II", main, 0x1A2)
    end = at + length
    while at < end and table[at] == 1:  # property modifiers come first
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if at >= end or table[at] != 2:
        raise ValueError("no piece table")
    size = struct.unpack_from("<I", table, at + 1)[0]
    count = (size - 4) // 12
    starts = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    for n in range(count):
        packed = struct.unpack_from("<I", table, at + 5 + 4 * (count + 1) + 8 * n + 2)[0]
        narrow = bool(packed & 0x40000000)
        offset = packed & 0x3FFFFFFF
        yield starts[n], starts[n + 1], offset // 2 if narrow else offset, narrow


def _characters(
    main: bytes, pieces: list[tuple[int, int, int, bool]], start: int, end: int, most: int | None
) -> str:
    parts = []
    end = end if most is None else min(end, start + most)
    for first, after, offset, narrow in pieces:
        low, high = max(first, start), min(after, end)
        if low >= high:
            continue
        width = 1 if narrow else 2
        raw = main[offset + (low - first) * width : offset + (high - first) * width]
        parts.append(raw.decode("cp1252" if narrow else "utf-16-le", "replace"))
    return _tidy("".join(parts))


def _tidy(text: str) -> str:
    return _FIELD_CODE.sub("", text).translate(_WORD_CHARS)


# --- Excel ---------------------------------------------------------------------------------------

_FILEPASS, _SST, _CONTINUE, _LABEL, _HEADER, _FOOTER = 0x2F, 0xFC, 0x3C, 0x204, 0x14, 0x15


def _workbook(compound: "olefile.OleFileIO[str]", path: Path) -> Reading:
    name = "Workbook" if compound.exists("Workbook") else "Book"
    data = _stream(compound, name)
    strings: list[str] = []
    margins: list[str] = []
    for kind, record in _records(data):
        if kind == _FILEPASS:
            _try_default_password(path)
            return Reading()
        if kind == _SST:
            strings += _shared_strings(record)
        elif kind == _LABEL and name == "Book":
            length = struct.unpack_from("<H", record, 6)[0]
            strings.append(record[8 : 8 + length].decode("gb18030", "replace"))
        elif kind in {_HEADER, _FOOTER} and len(record) > 3:
            wide = name == "Workbook" and record[2] & 1
            raw = record[3:] if name == "Workbook" else record[1:]
            text = raw.decode("utf-16-le" if wide else "gb18030", "replace")
            margins.append(re.sub(r'&(?:"[^"]*"|\d{1,3}|[A-Z])', "\n", text))
        if len(strings) > _TABLE_STRINGS:
            break
    return Reading(paged("\n".join(strings), margins="\n".join(margins), official=False))


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        yield kind, data[at + 4 : at + 4 + length]
        at += 4 + length


def _shared_strings(record: bytes) -> list[str]:
    """The strings of the first SST record; what continues in further records is not needed."""
    found: list[str] = []
    at = 8
    while at + 3 <= len(record) and len(found) < _TABLE_STRINGS:
        length, flags = struct.unpack_from("<HB", record, at)
        at += 3
        runs = extension = 0
        if flags & 8:
            runs = struct.unpack_from("<H", record, at)[0]
            at += 2
        if flags & 4:
            extension = struct.unpack_from("<I", record, at)[0]
            at += 4
        size = length * 2 if flags & 1 else length
        raw = record[at : at + size]
        found.append(raw.decode("utf-16-le" if flags & 1 else "latin-1", "replace"))
        at += size + 4 * runs + extension
    return found


# --- PowerPoint ----------------------------------------------------------------------------------

_TEXT_CHARS, _TEXT_BYTES, _SLIDE = 0x0FA0, 0x0FA8, 0x03EE
_CONTAINER = 0xF


def _slides(compound: "olefile.OleFileIO[str]", path: Path) -> Reading:
    if compound.exists("EncryptedSummary"):
        raise Unreadable(ProblemKind.PASSWORD_REQUIRED)
    data = _stream(compound, "PowerPoint Document")
    texts: list[str] = []
    slides = 0
    at = 0
    while at + 8 <= len(data):
        head, kind, length = struct.unpack_from("<HHI", data, at)
        at += 8
        slides += kind == _SLIDE
        if head & 0xF == _CONTAINER:
            continue  # walk on inside
        body = data[at : at + length]
        if kind == _TEXT_CHARS:
            texts.append(body.decode("utf-16-le", "replace"))
        elif kind == _TEXT_BYTES:
            texts.append(body.decode("latin-1"))
        at += length
    own = [text for text in texts if not _is_placeholder(text)]
    text = "\n".join(own).replace("\r", "\n").replace("\x0b", "\n")
    return Reading(paged(text, official=False), page_count=slides or None)


def _is_placeholder(text: str) -> bool:
    """True for the prompts of the master slide, which nobody sees on a slide."""
    return bool(re.match(r"单击此处|按一下|Click to edit|\*$|‹#›|第二级", text.strip()))
