"""PDFium as the program uses it: what a file does not bring along is drawn with the bundled fonts.

Many Chinese PDFs name a font and do not embed it. Without a Chinese font on the computer, PDFium
measures their letters as nothing and even drops some of them from the text, so that a page would
be read and drawn differently on each computer. Everybody takes PDFium from here.
"""

import ctypes
import sys

import pypdfium2
from pypdfium2 import raw

from resources import resource

__all__ = ("pypdfium2", "raw")

#: Where PDFium looks by itself on Linux; fonts that are installed come first.
_SYSTEM = (
    "/usr/share/fonts",
    "/usr/share/X11/fonts/Type1",
    "/usr/share/X11/fonts/TTF",
    "/usr/local/share/fonts",
)


def _begin_with_fonts() -> object:
    """Begin PDFium once more, with places of fonts; nothing was opened before.

    What is returned holds the places: PDFium keeps a pointer to them, so it must live as long.
    Windows has Chinese fonts, and PDFium asks it for them.
    """
    if sys.platform == "win32":
        return None
    folders = [*_SYSTEM, str(resource("fonts"))]
    paths = (ctypes.c_char_p * (len(folders) + 1))(*(f.encode() for f in folders), None)
    config = raw.FPDF_LIBRARY_CONFIG(
        version=2,
        m_pUserFontPaths=ctypes.cast(paths, ctypes.POINTER(ctypes.POINTER(ctypes.c_char))),
    )
    raw.FPDF_DestroyLibrary()
    raw.FPDF_InitLibraryWithConfig(config)
    return paths


_places = _begin_with_fonts()
