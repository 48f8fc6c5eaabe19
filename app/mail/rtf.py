"""The compressed RTF in which Outlook may store a mail's text ([MS-OXRTFCP])."""

import struct

from app.rtf import rtf_text

_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
_MOST_BYTES, _MOST_CHARS = 64 << 20, 1_000_000
_WINDOW = 4096
#: What every dictionary begins with.
_BEGINNING = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)


def text_of_rtf(data: bytes) -> str:
    """Return the words of a compressed RTF; "" if it cannot be unpacked."""
    try:
        return rtf_text(decompressed(data), _MOST_CHARS).strip()
    except (struct.error, IndexError, ValueError):
        return ""


def decompressed(data: bytes) -> bytes:
    """Unpack compressed RTF.

    Raises:
        ValueError: it is none.
        struct.error, IndexError: it is cut short.
    """
    size, raw, kind, _ = struct.unpack_from("<II4sI", data)
    if kind == _PLAIN:
        return data[16 : 16 + raw]
    if kind != _COMPRESSED or raw > _MOST_BYTES:
        raise ValueError("no compressed RTF")
    window = bytearray(_WINDOW)
    window[: len(_BEGINNING)] = _BEGINNING
    write, at, end = len(_BEGINNING), 16, min(len(data), size + 4)
    out = bytearray()
    while at < end and len(out) < raw:
        control = data[at]
        at += 1
        for bit in range(8):
            if at >= end:
                break
            if not control >> bit & 1:
                run = data[at : at + 1]
                at += 1
            else:
                (reference,) = struct.unpack_from(">H", data, at)
                at += 2
                offset, length = reference >> 4, (reference & 15) + 2
                if offset == write:
                    return bytes(out)
                run = b""
                for step in range(length):
                    # A reference may reach into what it is just writing.
                    byte = window[(offset + step) % _WINDOW]
                    window[(write + step) % _WINDOW] = byte
                    run += bytes([byte])
            for byte in run:
                window[write] = byte
                write = (write + 1) % _WINDOW
            out += run
    return bytes(out)
