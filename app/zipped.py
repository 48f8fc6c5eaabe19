"""The errors that reading a zip may raise; the library documents only some of them."""

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
