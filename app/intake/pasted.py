"""Pictures from the clipboard: found in what programs put there, and named as files.

Programs put a picture there in several ways: as an image file, as a bitmap without the head of a
file (Windows), or within HTML (browsers, chat programs, office programs). A picture that HTML
names by a web address is not fetched.
"""

import base64
import binascii
import struct
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from app.guessing.titles import is_described
from app.paths import legal_name

#: What a pasted picture is called until somebody describes it.
SCREENSHOT = "截图"

_SUFFIXES = {
    b"\x89PNG\r\n\x1a\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF8": ".gif",
    b"BM": ".bmp",
    b"II*\x00": ".tif",
    b"MM\x00*": ".tif",
}
_FILE_HEAD, _CORE_HEAD, _INFO_HEAD = 14, 12, 40
_BIT_FIELDS, _ALPHA_BIT_FIELDS = 3, 6


@dataclass(frozen=True, slots=True)
class PicturesInHtml:
    """The pictures of a piece of HTML.

    Attributes:
        contents: pictures written into it, each with its alternative text.
        files: pictures that are files of this computer.
        elsewhere: how many others there are, which would have to be fetched.
        only_words: the alternative text of the picture, if it is the only one.
    """

    contents: tuple[tuple[bytes, str], ...] = ()
    files: tuple[Path, ...] = ()
    elsewhere: int = 0
    only_words: str = ""


def pictures_in_html(html: str) -> PicturesInHtml:
    """Find the pictures of a piece of HTML; one that is damaged counts as elsewhere."""
    images = _Images()
    images.feed(html)
    contents: list[tuple[bytes, str]] = []
    files: list[Path] = []
    elsewhere = 0
    for source, words in images.found:
        content = _of_data_url(source)
        path = _of_file_url(source)
        if content and suffix_of(content):
            contents.append((content, words))
        elif path is not None:
            files.append(path)
        else:
            elsewhere += 1
    only = images.found[0][1] if len(images.found) == 1 else ""
    return PicturesInHtml(tuple(contents), tuple(dict.fromkeys(files)), elsewhere, only)


def suffix_of(content: bytes) -> str:
    """The suffix that fits a picture; "" if it is none that is taken in."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return ".webp"
    return next((suffix for head, suffix in _SUFFIXES.items() if content.startswith(head)), "")


def bitmap_file(content: bytes) -> bytes:
    """A bitmap as a file, given what Windows keeps on the clipboard; b"" if it is none.

    The clipboard leaves out the first fourteen bytes, which say where the dots begin.
    """
    if content.startswith(b"BM"):
        return content
    if len(content) < _INFO_HEAD:
        return b""
    size, _, _, planes, bits, compression, _, _, _, used = struct.unpack_from(
        "<IiiHHIIiiI", content
    )
    if size < _INFO_HEAD or size > len(content) or planes != 1 or bits not in {1, 4, 8, 16, 24, 32}:
        return b""
    colours = used or (1 << bits if bits <= 8 else 0)
    masks = {_BIT_FIELDS: 12, _ALPHA_BIT_FIELDS: 16}.get(compression, 0)
    begin = _FILE_HEAD + size + 4 * colours + (masks if size == _INFO_HEAD else 0)
    if begin >= _FILE_HEAD + len(content):
        return b""
    return struct.pack("<2sIHHI", b"BM", _FILE_HEAD + len(content), 0, 0, begin) + content


def pasted_name(now: datetime, suffix: str, taken: Collection[str], words: str = "") -> str:
    """The name of the file that a pasted picture becomes.

    ``words`` go with the picture (its alternative text); they name it if they describe it. Names in
    ``taken`` are not given again.
    """
    stem = legal_name(" ".join(words.split()), 60) if is_described(words) else ""
    if not stem:
        stem = f"{SCREENSHOT} {now:%Y-%m-%d %H%M%S}"
    name, number = f"{stem}{suffix}", 1
    while name in taken:
        number += 1
        name = f"{stem} ({number}){suffix}"
    return name


class _Images(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "img" and named.get("src"):
            self.found.append((named["src"] or "", named.get("alt") or named.get("title") or ""))


def _of_data_url(source: str) -> bytes:
    head, comma, body = source.partition(",")
    head = head.strip().lower()
    if not comma or not head.startswith("data:image/"):
        return b""
    if not head.endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return base64.b64decode("".join(unquote(body).split()), validate=True)
    except binascii.Error:
        return b""


def _of_file_url(source: str) -> Path | None:
    parts = urlsplit(source.replace("\\", "/")) if source.lower().startswith("file:") else None
    if parts is None or parts.netloc not in {"", "localhost"}:
        return None  # the file of another computer is not asked for
    return Path(url2pathname(parts.path))
