"""The words in zipped Office files that may hold rare characters: which parts, and where."""

import re
import zipfile
from collections.abc import Iterator

from app.zipped import ZIP_TROUBLE

#: Parts with a document's words, in Office Open XML and in OpenDocument.
_PARTS = re.compile(
    r"(word/(document\d*|header\d*|footer\d*|footnotes|endnotes|comments)"
    r"|xl/(sharedStrings|worksheets/sheet\d+)"
    r"|ppt/(slides|notesSlides)/[^/]+|ppt/diagrams/data\d+"
    r"|content|styles)\.xml"
)
#: In UTF-8 the first bytes of private-use characters and of what lies beyond the first plane, and
#: references to characters by number.
_TELLING = re.compile(rb"\xee[\x80-\xbf]|\xef[\x80-\xa3]|[\xf0-\xf4]|&#")
BETWEEN_TAGS = re.compile(r">[^<]+<")
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")

#: More than this is not looked through.
_MOST_BYTES = 256 * 1024 * 1024


class TooManyWords(Exception):
    """The file holds more text than is looked through."""


#: What reading an odd zip file raises.
UNREADABLE = (OSError, *ZIP_TROUBLE)


def telling_parts(archive: zipfile.ZipFile, most: int = _MOST_BYTES) -> Iterator[tuple[str, str]]:
    """Yield the name and XML of each part of words in which a rare character may stand.

    Raises:
        TooManyWords: the rest is not looked through.
        Exception: one of ``UNREADABLE``.
    """
    budget = most
    for part in archive.infolist():
        if not _PARTS.fullmatch(part.filename):
            continue
        budget -= part.file_size
        if budget < 0:
            raise TooManyWords
        data = archive.read(part)
        if _TELLING.search(data) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield part.filename, data.decode("utf-8", "surrogateescape")


def resolved(words: str) -> str:
    """Put characters in place of references by number, markup left alone."""
    return _REFERENCE.sub(_character, words) if "&#" in words else words


def _character(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    beyond_ascii = 0xA0 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if beyond_ascii else reference.group()
