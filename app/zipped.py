"""What reading a zip may raise; the library itself names only some of it."""

import lzma
import struct
import zipfile
import zlib

#: A zip, or a part of one, is damaged, locked or packed in an unusual way.
ZIP_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
