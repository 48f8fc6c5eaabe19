"""Fields of Word 97-2003 files ([MS-DOC]), and of Word 6 and 95, which store them the same way.

A field's type stands in a table beside the text. A type that no program knows makes it show the
result that is stored in the text; only that one byte changes.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

import olefile

#: The numbers of the fields in ``field_names.CHANGING`` ([MS-DOC] 2.9.90, flt).
_CHANGING = frozenset({7, 14, 17, 20, 21, 22, 23, 24, 25, 29, 30, 31, 32, 34, 35, 60, 61, 62})
_CHANGING_TOO = frozenset({64, 69, 80, 85})  # DOCVARIABLE, FILESIZE, COMPARE, DOCPROPERTY

#: A number that Word gives to no field with a meaning of its own.
_UNKNOWN = 2

_BEGIN = 0x13
_WORD_97 = 0x00C1
_FIRST_FIB = 0x0065
_MAGIC = (0xA5EC, 0xA5DC)

#: Which pairs (place, length) of the header tell of fields: text, headers, footnotes, comments,
#: endnotes, text boxes, text boxes of headers.
_FIELD_TABLES = (16, 17, 18, 19, 48, 57, 59)
_OLD_FIELD_TABLES = (16, 17, 18, 19)
_PAIRS, _OLD_PAIRS = 0x9A, 0x58

_LARGEST_STREAM = 256 * 1024 * 1024


def freeze_doc(path: Path) -> None:
    """Make the changing fields of a Word file show their stored results, in place.

    Raises:
        OSError: it is no such file.
    """
    with olefile.OleFileIO(str(path), write_mode=True) as container:
        if not container.exists("WordDocument"):
            return
        main = container.openstream("WordDocument").read()
        if len(main) < _PAIRS or struct.unpack_from("<H", main)[0] not in _MAGIC:
            return
        (version,) = struct.unpack_from("<H", main, 2)
        if version >= _WORD_97:
            name = "1Table" if main[0x0B] & 0x02 else "0Table"
            pairs = [_PAIRS + 8 * number for number in _FIELD_TABLES]
        elif version >= _FIRST_FIB:
            name, pairs = "WordDocument", [_OLD_PAIRS + 8 * number for number in _OLD_FIELD_TABLES]
        else:
            return
        if not container.exists(name) or container.get_size(name) > _LARGEST_STREAM:
            return
        table = bytearray(main if name == "WordDocument" else container.openstream(name).read())
        if freeze_field_tables(table, list(_places(main, pairs))):
            container.write_stream(name, bytes(table))


def freeze_field_tables(table: bytearray, places: list[tuple[int, int]]) -> bool:
    """Change the types in the field tables (PLC of FLD) at these places; True if any was."""
    changed = False
    for start, length in places:
        # n+1 positions of 4 bytes, then n fields of 2 bytes.
        count = (length - 4) // 6
        if count < 1 or start + length > len(table):
            continue
        for number in range(count):
            at = start + 4 * (count + 1) + 2 * number
            if table[at] & 0x1F == _BEGIN and table[at + 1] in _CHANGING | _CHANGING_TOO:
                table[at + 1] = _UNKNOWN
                changed = True
    return changed


def _places(main: bytes, pairs: list[int]) -> Iterator[tuple[int, int]]:
    for pair in pairs:
        if pair + 8 <= len(main):
            start, length = struct.unpack_from("<II", main, pair)
            if length:
                yield start, length
