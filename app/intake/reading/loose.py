"""Reading text, web pages, mail and RTF."""

import email
import email.policy
import re
from html.parser import HTMLParser
from pathlib import Path

from app.filetypes import HEAD_BYTES, decode
from app.intake.guess import Properties
from app.intake.reading.model import MOST_CHARS, Reading, Unreadable, paged

_MESSAGE_LIMIT = 4 << 20
_PAGE_LIMIT = 1 << 20


def read_text(path: Path, *, official: bool = True) -> Reading:
    """Read the beginning of a text file. Raises ``Unreadable``."""
    decoded = decode(_head(path, 4 * HEAD_BYTES))
    if decoded is None:
        raise Unreadable
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Reading(paged(text, official=official))


def read_html(path: Path) -> Reading:
    """Read a web page: its title, and the words that a reader sees. Raises ``Unreadable``."""
    return html_in(_head(path, _PAGE_LIMIT))


def html_in(data: bytes) -> Reading:
    """The same for the bytes of a page. Raises ``Unreadable``."""
    decoded = decode(data)
    if decoded is None:
        raise Unreadable
    return _page(decoded.text)


def read_message_file(path: Path) -> Reading:
    """Read a saved web page (MHT) or a mail: subject and first body. Raises ``Unreadable``."""
    return message_in(_head(path, _MESSAGE_LIMIT))


def message_in(data: bytes) -> Reading:
    """The same for the bytes of a message. Raises ``Unreadable``."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    subject = str(message.get("Subject", ""))
    parts = list(message.walk())
    for wanted in ("text/html", "text/plain"):
        for part in parts:
            if part.get_content_type() != wanted:
                continue
            raw = part.get_payload(decode=True)
            decoded = decode(raw) if isinstance(raw, bytes) else None
            if decoded is None:
                continue
            page = _page(decoded.text) if wanted == "text/html" else Reading(paged(decoded.text))
            margins = f"{subject}\n{page.pages.margins}"
            title = page.properties.title or subject
            pages = paged(page.pages.first + page.pages.following, margins=margins)
            return Reading(pages, Properties(title=title))
    return Reading(paged(subject, official=False), Properties(title=subject))


def read_rtf(path: Path) -> Reading:
    """Read the beginning of an RTF. Raises ``Unreadable``."""
    return rtf_in(_head(path, _PAGE_LIMIT))


def rtf_in(data: bytes) -> Reading:
    """The same for the bytes of an RTF. Raises ``Unreadable``."""
    head = data.lstrip()
    if not head.startswith(b"{\\rtf"):
        raise Unreadable
    return Reading(paged(_rtf_text(head)))


def _head(path: Path, size: int) -> bytes:
    with path.open("rb") as file:
        return file.read(size)


class _Page(HTMLParser):
    _BLOCKS = re.compile(r"p|div|br|li|tr|h[1-6]|table|section|article|header|footer|[uo]l|dd|dt")
    _UNSEEN = frozenset({"script", "style", "noscript", "template", "select", "textarea"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.parts: list[str] = []
        self.length = 0
        self._unseen = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in self._UNSEEN
        self._in_title = tag == "title"
        if self._BLOCKS.fullmatch(tag):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._UNSEEN and self._unseen:
            self._unseen -= 1
        self._in_title = False
        if self._BLOCKS.fullmatch(tag):
            self.parts.append("\n")
        elif tag == "td":
            self.parts.append("\t")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif not self._unseen and self.length < MOST_CHARS:
            # Line ends inside a paragraph are only how the source was wrapped.
            self.parts.append(re.sub(r"\s+", " ", data))
            self.length += len(data)


def _page(text: str) -> Reading:
    page = _Page()
    page.feed(text)
    page.close()
    return Reading(paged("".join(page.parts)), Properties(title=page.title.strip()))


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
