"""The records of Excel 97-2003 workbooks ([MS-XLS]); Excel 5.0/95 has the same."""

import struct
from collections.abc import Iterator

BOF, EOF, BOUNDSHEET, FORMAT, FONT, XF, NAME, SUPBOOK = (
    0x0809,
    0x000A,
    0x0085,
    0x041E,
    0x0031,
    0x00E0,
    0x0018,
    0x01AE,
)
ROW, COLINFO, DEFROWHEIGHT, DEFCOLWIDTH, STANDARDWIDTH, MERGECELLS = (
    0x0208,
    0x007D,
    0x0225,
    0x0055,
    0x0099,
    0x00E5,
)
WSBOOL, SETUP, HEADER, FOOTER, FILTERMODE, NOTE, DRAWING = (
    0x0081,
    0x00A1,
    0x0014,
    0x0015,
    0x009B,
    0x001C,
    0x00EC,
)
FORMULA, STRING, ARRAY, SHARED, TABLE, CONTINUE = 0x0006, 0x0207, 0x0221, 0x04BC, 0x0236, 0x003C
NUMBER, RK, MULRK, LABELSST, LABEL, RSTRING, BOOLERR, BLANK = (
    0x0203,
    0x027E,
    0x00BD,
    0x00FD,
    0x0204,
    0x00D6,
    0x0205,
    0x0201,
)
MULBLANK = 0x00BE
FILE_PASS = 0x002F
OBJECT, COMMENT_BOX = 0x005D, 0x19
SST = 0x00FC

#: The flag of a row whose height an author has set.
CUSTOM_HEIGHT = 0x40
CONDITION, NEW_CONDITION = 0x01B1, 0x087A

#: Rows and columns put in or taken out, cells changed, cells moved.
REVISIONS = frozenset({0x0137, 0x013B, 0x0140})

WORKSHEET = 0x0010
BIFF8 = 0x0600
FIT_FLAG = 0x0100
PORTRAIT, NO_PRINTER, NO_ORIENTATION = 0x0002, 0x0004, 0x0040

#: The names under which a compound file keeps a workbook, by age.
STREAMS = ("Workbook", "Book")


def records(data: bytes | bytearray) -> Iterator[tuple[int, int, int]]:
    """Each record's type, where its data begin, and how long they are; stops at damage."""
    position = 0
    while position + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, position)
        if position + 4 + length > len(data) or (kind == 0 and length == 0):
            return
        yield kind, position + 4, length
        position += 4 + length


def rk_number(packed: int) -> float:
    """Unpack Excel's short form of a number ([MS-XLS] 2.5.217)."""
    if packed & 2:
        signed = packed >> 2
        value = float(signed - (1 << 30) if signed & (1 << 29) else signed)
    else:
        (value,) = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))
    return value / 100 if packed & 1 else value


def text_at(data: bytes | bytearray, at: int, count: int, *, biff8: bool) -> str:
    """A string of ``count`` characters; in Excel 97 and later a byte of flags comes first."""
    if not biff8:
        return bytes(data[at : at + count]).decode("gb18030", "replace")
    if at < len(data) and data[at] & 1:
        return bytes(data[at + 1 : at + 1 + 2 * count]).decode("utf-16-le", "replace")
    return bytes(data[at + 1 : at + 1 + count]).decode("latin-1")
