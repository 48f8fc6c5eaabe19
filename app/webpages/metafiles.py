"""The sizes of Windows metafiles (WMF and EMF), as far as their headers say."""

import struct

_PLACEABLE = b"\xd7\xcd\xc6\x9a"
#: Pixels an inch on a screen, and hundredths of a millimetre in an inch.
_SCREEN, _INCH = 96.0, 2540.0


def metafile_size(head: bytes) -> tuple[float, float] | None:
    """Return width and height in pixels; None if the head does not tell."""
    try:
        if head.startswith(_PLACEABLE):
            left, top, right, bottom, per_inch = struct.unpack_from("<4hH", head, 6)
            width, height = (right - left, bottom - top)
            scale = _SCREEN / (per_inch or 1440)
        else:
            left, top, right, bottom = struct.unpack_from("<4i", head, 24)
            width, height, scale = right - left, bottom - top, _SCREEN / _INCH
    except struct.error:
        return None
    return (abs(width) * scale, abs(height) * scale) if width and height else None
