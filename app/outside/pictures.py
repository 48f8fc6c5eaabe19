"""Pictures inside documents, judged by their bytes, since their names may lie."""

import re
import struct
import zlib

from app.outside.addresses import Reference
from app.outside.drawings import NoDrawing, is_drawing, settled_drawing

_LARGEST_DRAWING = 32 * 1024 * 1024
_DOS_EPS = b"\xc5\xd0\xd3\xc6"

#: PostScript is a program, and it may read files; the rest of its text is of no interest.
PROGRAM = Reference("PostScript")
#: What a program passes over before a document begins, however much of it there is.
_BLANK = re.compile(rb"[\xef\xbb\xbf\xff\xfe\s\0]*")


def beginning(data: bytes) -> bytes:
    """The first bytes behind marks of encodings and white space; b"" if nothing else is there."""
    blank = _BLANK.match(data)
    start = blank.end() if blank is not None else 0
    return data[start : start + 64]


def suspicious(head: bytes) -> bool:
    """Say whether the beginning of a part may be that of a drawing or of a PostScript program."""
    plain = beginning(head)
    return plain.startswith((b"<", b"%!", b"\x1f\x8b", b"\x04%!")) or head.startswith(
        (_DOS_EPS, b"\x1f\x8b")
    )


def settled_picture(data: bytes, depth: int = 1) -> tuple[bytes, list[Reference]]:
    """Return a picture that loads nothing, and what it wanted; b"" if nothing of it may stay.

    Pictures of dots come back as they are.
    """
    if data.startswith(_DOS_EPS):
        return _preview(data), [PROGRAM]
    if beginning(data).lstrip(b"\x04").startswith(b"%!"):
        return b"", [PROGRAM]
    if data.startswith(b"\x1f\x8b"):
        return _settled_gzip(data, depth)
    if not suspicious(data) or not is_drawing(data):
        return data, []
    return _settled(data, data, depth)


def _settled(drawing: bytes, given: bytes, depth: int) -> tuple[bytes, list[Reference]]:
    if len(drawing) > _LARGEST_DRAWING:
        return b"", []
    try:
        settled, found = settled_drawing(drawing, depth)
    except NoDrawing:
        return given, []
    except ValueError:
        return b"", []
    return (given if settled is drawing else settled), found


def _settled_gzip(data: bytes, depth: int) -> tuple[bytes, list[Reference]]:
    unpacking = zlib.decompressobj(31)
    try:
        drawing = unpacking.decompress(data, _LARGEST_DRAWING + 1)
    except zlib.error:
        return b"", []
    if not is_drawing(drawing):
        return data, []
    return _settled(drawing, data, depth)


def _preview(data: bytes) -> bytes:
    """The picture of dots or the metafile that stands beside the program."""
    if len(data) < 30:
        return b""
    _, _, meta_at, meta_length, tiff_at, tiff_length = struct.unpack_from("<6I", data, 4)
    for at, length in ((tiff_at, tiff_length), (meta_at, meta_length)):
        if length and at + length <= len(data):
            return data[at : at + length]
    return b""
