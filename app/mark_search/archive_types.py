"""Archives that are no zip, told by their first bytes."""

_SEVEN = "application/x-7z-compressed"
_RAR = "application/vnd.rar"
_TAR = "application/x-tar"
_BZIP2 = "application/x-bzip2"
_XZ = "application/x-xz"
#: A tar is told by these letters further on.
_TAR_MARK, _TAR_MARK_AT = b"ustar", slice(257, 262)


def archive_type(data: bytes) -> str | None:
    """The MIME type of an archive that is no zip, by its first bytes; None if it is none."""
    if data.startswith(b"7z\xbc\xaf\x27\x1c"):
        return _SEVEN
    if data.startswith(b"Rar!\x1a\x07"):
        return _RAR
    if data.startswith(b"BZh") and data[4:10] == b"1AY&SY":
        return _BZIP2
    if data.startswith(b"\xfd7zXZ\x00"):
        return _XZ
    return _TAR if data[_TAR_MARK_AT] == _TAR_MARK else None
