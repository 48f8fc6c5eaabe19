"""The picture inside an electronic seal (GM/T 0031, GB/T 38540)."""

#: How a picture begins that lies in a seal's DER structure as an OCTET STRING.
_PICTURE_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"PK\x03\x04")


def picture_in_seal(data: bytes) -> bytes | None:
    """Find the picture in a seal (GM/T 0031, GB/T 38540): an OCTET STRING that begins like one."""
    for beginning in _PICTURE_BEGINNINGS:
        position = data.find(beginning)
        while position > 0:
            length = _octets_before(data, position)
            if length is not None and length > 64:
                return data[position : position + length]
            position = data.find(beginning, position + 1)
    return None


def _octets_before(data: bytes, position: int) -> int | None:
    """Return the length that an OCTET STRING's header right before ``position`` states (DER)."""
    for size in (0, 1, 2, 3):
        start = position - 2 - size
        if start < 0 or data[start] != 0x04:
            continue
        if size == 0:
            length = data[start + 1] if data[start + 1] < 0x80 else -1
        elif data[start + 1] == 0x80 | size:
            length = int.from_bytes(data[start + 2 : position], "big")
        else:
            continue
        if 0 <= length <= len(data) - position:
            return length
    return None
