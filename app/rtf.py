"""The words of RTF in documents and in mails of Outlook (RTF specification 1.9.1)."""

import re

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


def rtf_text(data: bytes, most_chars: int) -> str:
    """The words of an RTF, up to about ``most_chars``; broken ones give what can be read."""
    page = re.search(rb"\\ansicpg(\d+)", data[:2000])
    western = page is not None and page.group(1) in {b"1252", b"0"} and b"\\fcharset134" not in data
    reader = _RtfReader("cp1252" if western else "gb18030")
    for token in _RTF_TOKEN.finditer(data):
        reader.take(token)
        if reader.length > most_chars:
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
        # Characters beyond the first plane stand as two halves, each in a word of its own.
        whole = "".join(self._parts).encode("utf-16-le", "surrogatepass")
        return whole.decode("utf-16-le", "replace")

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
