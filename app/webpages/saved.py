"""Saved pages read from their files."""

from pathlib import Path

from app.webpages.archive import SavedPage, open_archive
from app.webpages.decoding import decode_page

#: A page larger than this is a data dump; reading it would take the machine's memory.
_LARGEST = 32 * 1024 * 1024
#: An archive holds its pictures too.
_LARGEST_ARCHIVE = 128 * 1024 * 1024


class PageTooLarge(ValueError):
    """The page is larger than any that is worth printing."""


def read_saved_page(path: Path, *, archive: bool) -> SavedPage:
    """Read a web page, or the page inside an MHT archive.

    Raises:
        PageTooLarge: it is too large to be read.
        NoPage: there is none in the archive.
        OSError: the operating system does not let the file be read.
    """
    if path.stat().st_size > (_LARGEST_ARCHIVE if archive else _LARGEST):
        raise PageTooLarge
    data = path.read_bytes()
    return open_archive(data) if archive else SavedPage(decode_page(data))
