"""Every word of text, tables in text files, RTF, web pages and mails."""

import binascii
import email
import email.policy
import re
from collections.abc import Iterator
from contextlib import suppress
from email.message import Message
from html import unescape
from urllib.parse import unquote

from app.filetypes import decode
from app.mark_search.packages import PACKED, Nested
from app.mark_search.raw import by_number, levels_in
from app.mark_search.xml import from_base64
from app.secrecy.marks import Spot, Words

_DELIMITER = re.compile(r'"?\s*[,;|\t]\s*"?')
_RTF_TOKEN = re.compile(
    rb"\\u(-?\d{1,6}) ?|\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"
    rb"|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)"
)
_RTF_BREAKS = {
    "par": "\n",
    "line": "\n",
    "row": "\n",
    "cell": "\t",
    "tab": "\t",
    "page": "\f",
    "sect": "\f",
}
_RTF_OWN_PAGE = re.compile(
    "header[lrf]?|footer[lrf]?|annotation|footnote|shptxt|info|title|subject|keywords|doccomm"
    "|category|propname|staticval|bkmkstart|sv"
)
_SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|tr|h[1-6]|table|section|article|header|footer|[uo]l|dd|dt|title|option"
    r"|pre)\b[^>]*>",
    re.IGNORECASE,
)
_CELL = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_ATTRIBUTE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
#: Files as mails carried them before there was MIME.
_UU = re.compile(r"^begin [0-7]{3} [^\n]*\n((?:[!-`]{1,62}\r?\n)+)", re.MULTILINE)
_DATA = re.compile(r"data:[\w/+.;=-]{0,100};base64,([A-Za-z0-9+/=%\s]{16,})")
_LITERAL = re.compile(r"""\"([^"\n]{1,400})\"|'([^'\n]{1,400})'|`([^`]{1,400})`""")
_RUBY = re.compile(r"<(rt|rp)\b[^>]*>.*?</\1\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>", re.DOTALL)


def words_in_text(data: bytes) -> Iterator[Words]:
    """The words of a text file, or of a table in one."""
    decoded = decode(data)
    if decoded is None:
        yield from levels_in(data)
        return
    yield Words(Spot.PAGES, decoded.text)
    if "\\u" in decoded.text:  # data of programs
        yield Words(Spot.PAGES, by_number(decoded.text))
    yield from _packed_in(decoded.text)


def _packed_in(text: str) -> Iterator[Words]:
    for packed in _UU.finditer(text):
        yield from levels_in(_from_uu(packed[1]))


def _from_uu(text: str) -> bytes:
    """What lines of uuencode stand for; a line that stands for nothing is left out."""
    lines: list[bytes] = []
    for line in text.splitlines():
        with suppress(binascii.Error):
            lines.append(binascii.a2b_uu(line))
    return b"".join(lines)


def words_in_table(data: bytes) -> Iterator[Words]:
    """The rows of a table in a text file, whatever parts its cells."""
    decoded = decode(data)
    if decoded is None:
        yield from levels_in(data)
        return
    yield Words(Spot.PAGES, decoded.text)
    rows = (_DELIMITER.sub("\t", row.strip().strip('"')) for row in decoded.text.splitlines())
    yield Words(Spot.PAGES, "\n".join(rows))


def words_in_rtf(data: bytes, nested: Nested | None = None) -> Iterator[Words]:
    """The words of an RTF in every group, those that are not printed too."""
    reader = _Rtf()
    for token in _RTF_TOKEN.finditer(data):
        reader.take(token)
    yield Words(Spot.PAGES, reader.text())
    for code in reader.codes:
        yield Words(Spot.LOOSE, code)
    # Objects lie in it as figures.
    for block in re.finditer(rb"\\objdata\s*([0-9a-fA-F\s]+)", data):
        digits = re.sub(rb"\s", b"", block.group(1))
        packed = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
        yield from levels_in(packed)
        place = min((at for at in map(packed.find, PACKED) if at >= 0), default=-1)
        if nested is not None and place >= 0:
            yield from nested(packed[place:])


class _Rtf:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._bytes = bytearray()
        self._skip = 0
        self._fallback = [1]
        self._boxes: list[bool] = []
        #: Codes of fields: at what depth they began, and where in the parts.
        self._codes: list[tuple[int, int]] = []
        self._margins: list[int] = []
        self.codes: list[str] = []

    def text(self) -> str:
        self._flush()
        whole = "".join(self._parts).encode("utf-16-le", "surrogatepass")
        return whole.decode("utf-16-le", "replace")

    def take(self, token: re.Match[bytes]) -> None:
        code, byte, word, number, symbol, brace, plain = token.groups()
        if code is not None:
            self._add(chr(int(code) % 0x10000))
            self._skip = self._fallback[-1]
        elif byte:
            self._put(bytes([int(byte, 16)]))
        elif plain:
            self._put(plain)
        elif brace == b"{":
            self._flush()
            self._fallback.append(self._fallback[-1])
            self._boxes.append(False)
        elif brace:
            self._flush()
            if len(self._fallback) > 1:
                self._fallback.pop()
            self._leave()
            if self._boxes and self._boxes.pop():
                self._add("\f")
        elif word:
            self._word(word.decode("ascii"), number)
        elif symbol == b"~":
            self._add(" ")

    def _leave(self) -> None:
        """Take the code of a field out of the line in which its result stands."""
        if self._codes and self._codes[-1][0] == len(self._boxes):
            _, since = self._codes.pop()
            self.codes.append("".join(self._parts[since:]))
            del self._parts[since:]
        if self._margins and self._margins[-1] == len(self._boxes):
            self._margins.pop()

    def _word(self, word: str, number: bytes | None) -> None:
        if word == "uc" and number is not None:
            self._fallback[-1] = max(0, int(number))
        elif word == "tab" and self._margins:
            self._add("\n")  # left, middle and right of a header say different things
        elif word in _RTF_BREAKS:
            self._add(_RTF_BREAKS[word])
        elif word == "fldinst":
            self._flush()
            self._codes.append((len(self._boxes), len(self._parts)))
        elif _RTF_OWN_PAGE.fullmatch(word):
            self._add("\f")
            if self._boxes:
                self._boxes[-1] = True
            if word.startswith(("header", "footer")):
                self._margins.append(len(self._boxes))
        else:
            self._flush_if_font(word)

    def _flush_if_font(self, word: str) -> None:
        if word in {"f", "lang", "fcharset"}:
            self._flush()

    def _put(self, data: bytes) -> None:
        if self._skip:
            dropped = min(self._skip, len(data))
            self._skip -= dropped
            data = data[dropped:]
        self._bytes += data

    def _add(self, text: str) -> None:
        self._flush()
        self._parts.append(text)

    def _flush(self) -> None:
        if self._bytes:
            self._parts.append(self._bytes.decode("gb18030", "replace"))
            self._bytes.clear()


def words_in_page(data: bytes, nested: Nested | None = None) -> Iterator[Words]:
    """The words of a web page: what is shown, what attributes say, remarks in the source."""
    from app.webpages.decoding import decode_page

    yield from words_in_html(decode_page(data), nested)


def words_in_html(text: str, nested: Nested | None = None) -> Iterator[Words]:
    """The same for text; ``nested`` gathers the words of pictures and pages that lie in it."""
    if nested is not None:
        for packed in _DATA.findall(text):
            yield from nested(from_base64(unquote(packed)))
    for remark in _COMMENT.findall(text):
        yield Words(Spot.ALONE, _TAG.sub("\n", unescape(remark)))
    for found in _SCRIPT.finditer(text):
        for literal in _LITERAL.findall(by_number(found.group())):
            yield Words(Spot.ALONE, _TAG.sub("\n", "".join(literal)))
    source = _SCRIPT.sub("", _COMMENT.sub("", text))
    flat = re.sub(r"\s+", " ", source)
    for values in _ATTRIBUTE.findall(flat):
        yield Words(Spot.ALONE, _TAG.sub("\n", unescape("".join(values))))
    flat = _RUBY.sub("", flat)
    shown = _TAG.sub("", _CELL.sub("\t", _BLOCK.sub("\n", flat)))
    yield Words(Spot.PAGES, unescape(shown))


def words_in_message(data: bytes, nested: Nested) -> Iterator[Words]:
    """The words of a mail or of a saved page as mail: headers, texts, names, what is attached."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        for aside in (part.preamble, part.epilogue):
            if isinstance(aside, str) and aside.strip():
                whole = aside.encode("utf-8", "surrogateescape")
                yield from words_in_text(whole)
        if part.get_content_type() == "message/rfc822":
            yield from _packed_message(part, nested)
        for value in _header_values(part):
            yield Words(Spot.ALONE, value)
        yield Words(Spot.NAME, str(part.get("Subject", "")))
        try:
            content = part.get_payload(decode=True)
        except (ValueError, LookupError, AttributeError):
            content = None
        if not isinstance(content, bytes):
            continue
        kind = part.get_content_type()
        coding = part.get_content_charset() or "utf-8"
        try:
            text = content.decode(coding, "replace")
        except LookupError:
            text = content.decode("gb18030", "replace")
        if kind in {"text/html", "application/xhtml+xml"}:
            yield from words_in_html(text, nested)
        elif kind.startswith("text/") and part.get_filename() is None:
            yield Words(Spot.PAGES, text)
            yield from _packed_in(text)
        else:
            name = part.get_filename()
            if name:
                yield Words(Spot.NAME, str(name))
            yield from nested(content)


def _packed_message(part: Message, nested: Nested) -> Iterator[Words]:
    """A mail in a mail that was packed as base64, which the library does not undo."""
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() != "base64":
        return
    inner = part.get_payload()
    first = inner[0] if isinstance(inner, list) and inner else inner
    text = first.as_string() if isinstance(first, Message) else str(first)
    yield from nested(from_base64(text))


def _header_values(part: object) -> list[str]:
    try:
        return [str(value) for value in part.values()]  # type: ignore[attr-defined]
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        return []
