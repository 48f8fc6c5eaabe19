"""Reading text, web pages and RTF."""

import re
from html.parser import HTMLParser
from pathlib import Path

from app.filekind import FileType
from app.filetypes import HEAD_BYTES, decode
from app.filetypes.formats import SVG
from app.intake.guess import Properties
from app.intake.reading.model import MOST_CHARS, Reading, Unreadable, paged
from app.webpages.archive import NoPage
from app.webpages.decoding import decode_page
from app.webpages.drawings import drawn_size
from app.webpages.saved import PageTooLarge, read_saved_page

_RTF_LIMIT = 1 << 20
_PAGE_LIMIT = 8 << 20
_DRAWING_LIMIT = 32 << 20


def read_text(path: Path, *, official: bool = True) -> Reading:
    """Read the beginning of a text file. Raises ``Unreadable``."""
    decoded = decode(_head(path, 4 * HEAD_BYTES))
    if decoded is None:
        raise Unreadable
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Reading(paged(text, official=official))


def read_html(path: Path) -> Reading:
    """Read a web page: its title, and the words that a reader sees. Raises ``Unreadable``."""
    head = _head(path, _PAGE_LIMIT)
    if decode(head[:HEAD_BYTES]) is None:
        raise Unreadable
    return page_reading(decode_page(head))


def read_drawing(path: Path, file_type: FileType) -> Reading:
    """Read the words of a drawing, which only svg holds as text. Raises ``Unreadable``."""
    if file_type.media_type != SVG.media_type:
        return Reading()
    data = _head(path, _DRAWING_LIMIT)
    try:
        drawn_size(data)
    except ValueError as error:
        raise Unreadable from error
    words = page_reading(decode_page(data[:_PAGE_LIMIT])).pages
    return Reading(paged(words.first, official=False))


def read_web_archive(path: Path) -> Reading:
    """Read a saved web page (MHT): its title and words. Raises ``Unreadable``."""
    try:
        saved = read_saved_page(path, archive=True)
    except NoPage as error:
        raise Unreadable from error
    except PageTooLarge:
        return Reading()
    framed = {text for text, _ in saved.pages.values()}
    return page_reading("\n".join((saved.text, *framed)))


def read_rtf(path: Path) -> Reading:
    """Read the beginning of an RTF. Raises ``Unreadable``."""
    head = _head(path, _RTF_LIMIT).lstrip()
    if not head.startswith(b"{\\rtf"):
        raise Unreadable
    return Reading(paged(_rtf_text(head)))


def _head(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        return file.read(size)


_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]{1,2}\s+")
_TELLING_TITLE = 6
_SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)


class _Page(HTMLParser):
    _BLOCKS = re.compile(r"p|div|br|li|tr|h[1-6]|table|section|article|header|footer|[uo]l|dd|dt")
    _UNSEEN = frozenset({"script", "style", "noscript", "template", "select", "textarea"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.shared_title = ""  # what the page tells programs that quote it
        self.heading = ""
        self.parts: list[str] = []
        self.length = 0
        self._unseen = 0
        self._in_title = False
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in self._UNSEEN
        self._in_title = tag == "title" and not self.title
        self._in_heading = (tag == "h1" and not self.heading) or (self._in_heading and tag != "h1")
        if tag == "meta":
            named = {key: value or "" for key, value in attrs}
            if named.get("property", named.get("name", "")).lower() == "og:title":
                self.shared_title = self.shared_title or named.get("content", "")
        if self._BLOCKS.fullmatch(tag):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._UNSEEN and self._unseen:
            self._unseen -= 1
        self._in_title = False
        self._in_heading = self._in_heading and tag != "h1"
        if self._BLOCKS.fullmatch(tag):
            self.parts.append("\n")
        elif tag == "td":
            self.parts.append("\t")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
            return
        if self._unseen:
            return
        if self._in_heading:
            self.heading += data
        if self.length < MOST_CHARS:
            # Line ends inside a paragraph are only how the source was wrapped.
            self.parts.append(re.sub(r"\s+", " ", data))
            self.length += len(data)


def page_reading(text: str) -> Reading:
    """The title of a page, and the words that a reader sees."""
    page = _Page()
    # Scripts of public accounts are ten times as long as their articles.
    page.feed(_SCRIPT.sub("", text))
    page.close()
    own = (page.shared_title, _without_site(page.title), page.heading)
    title = next(filter(None, (" ".join(each.split()) for each in own)), "")
    return Reading(paged("".join(page.parts)), Properties(title=title, titled=bool(title)))


def _without_site(title: str) -> str:
    """A page's title without the names of column and site behind it."""
    kept = _SITE.split(title.strip(), maxsplit=1)[0]
    return kept if len(kept) >= _TELLING_TITLE else title


_RTF_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)"
)
_RTF_DESTINATIONS = re.compile(
    "fonttbl|colortbl|stylesheet|info|pict|object|listtable|listoverridetable|rsidtbl|generator|"
    "themedata|colorschememapping|datastore|latentstyles|xmlnstbl|fldinst|datafield|filetbl|"
    "revtbl|bkmkstart|bkmkend"
)
_RTF_WORDS = {
    "par": "\n",
    "line": "\n",
    "row": "\n",
    "cell": "\t",
    "tab": "\t",
    "page": "\f",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}


def _rtf_text(data: bytes) -> str:
    page = re.search(rb"\\ansicpg(\d+)", data[:2000])
    western = page is not None and page.group(1) in {b"1252", b"0"} and b"\\fcharset134" not in data
    reader = _RtfReader("cp1252" if western else "gb18030")
    for token in _RTF_TOKEN.finditer(data):
        reader.take(token)
        if reader.length > MOST_CHARS:
            break
    return reader.text()


class _RtfReader:
    """Follows the groups of an RTF and keeps what is printed (RTF specification 1.9.1)."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._parts: list[str] = []
        self._bytes = bytearray()
        self._stack: list[tuple[bool, int]] = []
        self._silent = False
        self._fallback = 1  # \ucN: how many characters stand in for each \u
        self._skip = 0
        self.length = 0

    def text(self) -> str:
        self._flush()
        return "".join(self._parts)

    def take(self, token: re.Match[bytes]) -> None:
        word, number, hexadecimal, symbol, brace, plain = token.groups()
        if brace:
            self._group(brace)
        elif word:
            self._word(word.decode("ascii"), int(number) if number else None)
        elif hexadecimal:
            self._byte(bytes([int(hexadecimal, 16)]))
        elif symbol == b"*":
            self._silent = True
        elif symbol and symbol in b"\\{}":
            self._byte(symbol)
        elif symbol == b"~":
            self._add(" ")
        elif plain:
            self._byte(plain)

    def _group(self, brace: bytes) -> None:
        self._flush()
        if brace == b"{":
            self._stack.append((self._silent, self._fallback))
        elif self._stack:
            self._silent, self._fallback = self._stack.pop()

    def _word(self, word: str, number: int | None) -> None:
        if _RTF_DESTINATIONS.fullmatch(word):
            self._silent = True
        elif word == "uc" and number is not None:
            self._fallback = number
        elif word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self._skip = self._fallback
        elif word in _RTF_WORDS:
            self._add(_RTF_WORDS[word])

    def _byte(self, data: bytes) -> None:
        if self._skip:
            dropped = min(self._skip, len(data))
            self._skip -= dropped
            data = data[dropped:]
        if data and not self._silent:
            self._bytes += data

    def _add(self, text: str) -> None:
        self._flush()
        if not self._silent:
            self._parts.append(text)
            self.length += len(text)

    def _flush(self) -> None:
        if self._bytes:
            text = self._bytes.decode(self._encoding, "replace")
            self._parts.append(text)
            self.length += len(text)
            self._bytes.clear()
