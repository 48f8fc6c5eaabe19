"""Compound files (doc, xls, ppt, wps, et, dps) without links to the outside ([MS-CFB]).

Every change keeps the length of a stream, so that nothing else moves.
"""

import io
import re
import struct
from collections.abc import Iterator

import olefile

from app.outside.addresses import Reference
from app.outside.field_codes import OUTSIDE_NUMBERS
from app.outside.pictures import settled_picture, suspicious
from app.outside.xml_parts import Settled

OLE_BEGINNING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST_STREAM = 256 * 1024 * 1024

#: What olefile raises on odd files.
TROUBLE = (OSError, struct.error, ValueError, IndexError, KeyError, TypeError, AttributeError)

# Drawing properties ([MS-ODRAW] 2.3): the name of a picture's file, and how it is kept.
_PICTURE_NAMES = {0x0105: 0x0106, 0x0187: 0x0188, 0x01C5: 0x01C6, 0x0109: 0x0106}
_PICTURE_FLAGS = frozenset(_PICTURE_NAMES.values())
_IS_FILE, _LINKED, _DO_NOT_SAVE = 1, 8, 2

# Workbooks ([MS-XLS]).
_SUPBOOK, _EXTERNSHEET, _CONTINUE = 0x01AE, 0x0017, 0x003C
_DRAWN = frozenset({0x00EB, 0x00EC, 0x00E9})
#: Queries, and their tables and settings; the number is one that no program knows.
_QUERIES = frozenset({0x00DC, 0x01AD, 0x0803, 0x0804, 0x0051, 0x0052, 0x01B5, 0x0802, 0x0805})
_UNKNOWN_RECORD = 0x7FF7
_OWN_SHEETS, _ADD_IN = 0x0401, 0x3A01

# Presentations ([MS-PPT]): containers of linked films, sounds and objects; words in them.
_LINKING = frozenset({0x1005, 0x1006, 0x1007, 0x1010, 0x0FCE})
_WORDS = 0x0FBA

# Texts ([MS-DOC]).
_FIELD_TABLES = (16, 17, 18, 19, 48, 57, 59)
_PAIRS, _OLD_PAIRS, _WORD_97 = 0x9A, 0x58, 0x00C1
_FIELD_BEGINS, _FIELD_UNKNOWN = 0x13, 2
#: A picture that is kept in a file of its own: its header is followed by the file's name.
_FILE_PICTURE = re.compile(rb"\x44\x00(?:\x5e|\x62|\x63)\x00", re.DOTALL)


def settled_compound(data: bytes, depth: int = 1) -> Settled:
    """Settle a compound file; one that cannot be read comes back empty."""
    copy = io.BytesIO(data)
    found: list[Reference] = []
    changed = False
    try:
        with olefile.OleFileIO(copy, write_mode=True) as container:
            for place in container.listdir():
                size = container.get_size(place)
                if not 0 < size <= _LARGEST_STREAM:
                    continue
                stream = bytearray(container.openstream(place).read())
                before = bytes(stream)
                _settle_stream(place[-1], stream, container, found, depth)
                if bytes(stream) != before:
                    container.write_stream(place, bytes(stream))
                    changed = True
    except TROUBLE:
        return Settled(b"", found)
    return Settled(copy.getvalue(), found) if changed else Settled()


def _settle_stream(
    name: str,
    stream: bytearray,
    container: "olefile.OleFileIO[str]",
    found: list[Reference],
    depth: int,
) -> None:
    if stream.startswith((b"PK", OLE_BEGINNING)):
        _settle_document(stream, found, depth)
        return
    if name == "\x01Ole" and len(stream) > 20:
        # What follows says where a linked object lies; an embedded one needs nothing of it.
        if struct.unpack_from("<I", stream, 4)[0] & 1:
            found.append(Reference(_first_path(stream)))
            stream[4:] = bytes(len(stream) - 4)
        return
    if name in {"0Table", "1Table"} or name == "WordDocument":
        _settle_fields(container, name, stream, found)
    elif name == "Data":
        _settle_file_pictures(stream, found)
    elif name == "PowerPoint Document":
        _settle_slides(stream, found)
    elif name in {"Workbook", "Book"}:
        _settle_workbook(stream, found)
        return
    _settle_drawings(stream, found)


def _settle_document(stream: bytearray, found: list[Reference], depth: int) -> None:
    """A whole document in a stream; its picture stays when it has to go."""
    from app.outside.packages import settled_zip

    data = bytes(stream)
    zipped = data.startswith(b"PK")
    settled = settled_zip(data, depth + 1) if zipped else settled_compound(data, depth + 1)
    if settled.content is None:
        return
    found += settled.found
    stream[:] = settled.content if len(settled.content) == len(data) else bytes(len(data))


# --- drawings ------------------------------------------------------------------------------------


def _settle_drawings(stream: bytearray, found: list[Reference]) -> None:
    """Let no picture be one that lies in a file; blank drawings that load something."""
    at = 0
    while (at := stream.find(b"\xf0", at)) >= 0:
        # An option table is F00B: its low byte stands before, with the version before that.
        if at >= 3 and stream[at - 1] == 0x0B and stream[at - 3] & 0x0F == 3:
            _settle_options(stream, at - 3, found)
        elif at >= 3 and stream[at - 1] in range(0x18, 0x30) and stream[at - 3] & 0x0F == 0:
            _settle_blip(stream, at - 3, found)
        at += 1
    at = 0
    while (at := stream.find(b"\xf1", at)) >= 0:
        if at >= 3 and stream[at - 1] in (0x21, 0x22) and stream[at - 3] & 0x0F == 3:
            _settle_options(stream, at - 3, found)
        at += 1


def _settle_options(stream: bytearray, start: int, found: list[Reference]) -> None:
    if start + 8 > len(stream):
        return
    head, _, length = struct.unpack_from("<HHI", stream, start)
    count = head >> 4
    if not 0 < count * 6 <= length <= len(stream) - start - 8:
        return
    at, body = start + 8, start + 8 + 6 * count
    names: list[tuple[int, int, int]] = []
    flags: list[tuple[int, int]] = []
    for number in range(count):
        identifier, value = struct.unpack_from("<HI", stream, at + 6 * number)
        plain = identifier & 0x3FFF
        if identifier & 0x8000:
            if value > length:
                return
            if plain in _PICTURE_NAMES:
                names.append((at + 6 * number, body, value))
            body += value
        elif plain in _PICTURE_FLAGS and value & _LINKED:
            flags.append((at + 6 * number + 2, value))
    if not flags:
        return  # the name alone is what the picture was once called
    for place, value in flags:
        struct.pack_into("<I", stream, place, value & ~(_LINKED | _DO_NOT_SAVE | _IS_FILE))
    for _, place, size in names:
        name = bytes(stream[place : place + size]).decode("utf-16-le", "replace").rstrip("\0")
        found.append(Reference(name))
        stream[place : place + size] = bytes(size)


def _settle_blip(stream: bytearray, start: int, found: list[Reference]) -> None:
    length = struct.unpack_from("<I", stream, start + 4)[0] if start + 8 <= len(stream) else 0
    if not 17 < length <= len(stream) - start - 8:
        return
    for skipped in (17, 33):
        picture = bytes(stream[start + 8 + skipped : start + 8 + length])
        if not suspicious(picture[:64]):
            continue
        new, wanted = settled_picture(picture)
        if new != picture:
            found += wanted
            stream[start + 8 + skipped : start + 8 + length] = bytes(len(picture))
            return


# --- Word ----------------------------------------------------------------------------------------


def _settle_fields(
    container: "olefile.OleFileIO[str]", name: str, table: bytearray, found: list[Reference]
) -> None:
    main = container.openstream("WordDocument").read() if name != "WordDocument" else bytes(table)
    if len(main) < 0x200:
        return
    (version,) = struct.unpack_from("<H", main, 2)
    used = ("1Table" if main[0x0B] & 0x02 else "0Table") if version >= _WORD_97 else "WordDocument"
    if used != name:
        return
    first = _PAIRS if version >= _WORD_97 else _OLD_PAIRS
    for number in _FIELD_TABLES:
        pair = first + 8 * number
        if pair + 8 > len(main):
            continue
        start, length = struct.unpack_from("<II", main, pair)
        count = (length - 4) // 6
        if length < 10 or start + length > len(table):
            continue
        for each in range(count):
            at = start + 4 * (count + 1) + 2 * each
            if table[at] & 0x1F == _FIELD_BEGINS and table[at + 1] in OUTSIDE_NUMBERS:
                table[at + 1] = _FIELD_UNKNOWN
                found.append(Reference(""))


def _settle_file_pictures(stream: bytearray, found: list[Reference]) -> None:
    for match in list(_FILE_PICTURE.finditer(stream)):
        start = match.start() - 4
        name = start + 0x44
        if start < 0 or name >= len(stream):
            continue
        (length,) = struct.unpack_from("<I", stream, start)
        size = stream[name]
        if 0x44 < length <= len(stream) - start and 0 < size <= length - 0x44:
            text = bytes(stream[name + 1 : name + 1 + size]).decode("gb18030", "replace")
            found.append(Reference(text))
            stream[name : name + 1 + size] = bytes(1 + size)


# --- Excel ---------------------------------------------------------------------------------------


def _settle_workbook(stream: bytearray, found: list[Reference]) -> None:
    pieces: list[tuple[int, int]] = []
    drawn = False
    for kind, start, length in list(_records(stream)):
        if kind in _DRAWN or (drawn and kind == _CONTINUE):
            pieces.append((start, length))
        drawn = kind in _DRAWN or (drawn and kind in {_CONTINUE, 0x005D, 0x01B6})
        if kind == _SUPBOOK and length > 4:
            count = struct.unpack_from("<H", stream, start + 2)[0]
            if count not in {_OWN_SHEETS, _ADD_IN}:
                _blank_words(stream, start + 2, start + length)
        elif kind == _EXTERNSHEET and length > 2 and stream[start + 1] in {1, 2}:
            if stream[start + 1] == 1:
                stream[start + 2 : start + length] = b"x" * (length - 2)
        elif kind in _QUERIES:
            if kind == 0x00DC:
                found.append(Reference(_first_path(stream[start : start + length])))
            struct.pack_into("<H", stream, start - 4, _UNKNOWN_RECORD)
    joined = bytearray(b"".join(stream[start : start + length] for start, length in pieces))
    _settle_drawings(joined, found)
    at = 0
    for start, length in pieces:
        stream[start : start + length] = joined[at : at + length]
        at += length


def _blank_words(stream: bytearray, start: int, end: int) -> None:
    """Make the path of another workbook one that leads nowhere; its sheets keep their names."""
    count, wide = struct.unpack_from("<HB", stream, start)
    size = count * (2 if wide & 1 else 1)
    size = min(size, end - start - 3)
    letters = b"x\0" if wide & 1 else b"x"
    stream[start + 3 : start + 3 + size] = (letters * count)[:size]


def _records(stream: bytearray) -> Iterator[tuple[int, int, int]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if at + 4 + length > len(stream):
            return
        yield kind, at + 4, length
        at += 4 + length


# --- PowerPoint ----------------------------------------------------------------------------------


def _settle_slides(stream: bytearray, found: list[Reference]) -> None:
    stack = [(0, len(stream), False)]
    while stack:
        at, end, linking = stack.pop()
        while at + 8 <= end:
            head, kind, length = struct.unpack_from("<HHI", stream, at)
            if length > end - at - 8:
                break
            if head & 0x0F == 0x0F:
                stack.append((at + 8, at + 8 + length, linking or kind in _LINKING))
            elif linking and kind == _WORDS:
                words = bytes(stream[at + 8 : at + 8 + length]).decode("utf-16-le", "replace")
                if any(mark in words for mark in "\\/:."):
                    found.append(Reference(words.rstrip("\0")))
                    stream[at + 8 : at + 8 + length] = b" \0" * (length // 2) + b" " * (length % 2)
            at += 8 + length


_PATH = re.compile(rb"(?:[ -~]\0){4,}|[ -~]{4,}")


def _first_path(data: bytes | bytearray) -> str:
    for match in _PATH.finditer(bytes(data)):
        words = match[0].replace(b"\0", b"").decode("ascii", "replace")
        if any(mark in words for mark in "\\/:."):
            return words
    return ""
