"""RTF split into its tokens, and what such a file hides from its reader.

Follows the RTF specification 1.9.1. Only what tells of changes, remarks, hidden words, objects
and pictures is understood here; LibreOffice does the real reading.
"""

import binascii
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.findings.embedded import EmbeddedFile, ObjectHint, embedded_file, native_file
from app.findings.tally import FindingCounts

#: A file that is larger holds pictures as text; looking through it would take seconds.
_LARGEST = 128 * 1024 * 1024

TOKEN = re.compile(
    rb"\\bin(\d{1,10})[ ]?|\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|(\\'[0-9a-fA-F]{2})|\\([^a-zA-Z'])"
    rb"|([{}])|([^\\{}]+)",
    re.DOTALL,
)

#: Groups whose words are no text of the document.
_SILENT = frozenset(
    b"fonttbl colortbl stylesheet info pict listtable listoverridetable rsidtbl generator "
    b"themedata colorschememapping datastore latentstyles xmlnstbl fldinst datafield filetbl "
    b"revtbl bkmkstart bkmkend objdata objclass objname atnid atnauthor atnref atndate atntime "
    b"annotation listtext pntext sp nonshppict".split()
)
#: Destinations that may be passed over and yet hold what is printed.
_SHOWN_ASIDE = frozenset({b"shppict", b"shpinst", b"shptxt"})
#: Groups whose inner groups belong to what they collect.
_NESTING = frozenset({b"stylesheet", b"fldinst", b"objdata", b"objclass"})
DELETED = frozenset({b"deleted", b"mvf"})
INSERTED = frozenset({b"revised", b"mvt"})
_MARGIN = re.compile(rb"(?:header|footer)[lrf]?|footnote|aftn\w*|ftn\w*")
_WEB_PICTURE = re.compile(r"\s*(?:INCLUDEPICTURE|IMPORT)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of an RTF: ``raw`` as it stands; ``word`` and ``number`` of a control word."""

    raw: bytes
    word: bytes = b""
    number: int | None = None
    brace: bytes = b""
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Every byte of the file as tokens, in order; what is no RTF comes as text."""
    at = 0
    while at < len(data):
        found = TOKEN.match(data, at)
        if found is None:
            yield Token(data[at : at + 1])
            at += 1
            continue
        binary, word, number, coded, symbol, brace, plain = found.groups()
        at = found.end()
        if binary is not None:
            end = min(at + int(binary), len(data))
            yield Token(data[found.start() : end])
            at = end
        elif word:
            yield Token(found.group(0), word, int(number) if number else None)
        elif brace:
            yield Token(brace, brace=brace)
        else:
            text = coded or (symbol if symbol in {b"\\", b"{", b"}"} else b"") or plain or b""
            yield Token(found.group(0), b"*" if symbol == b"*" else b"", text=text)


def is_on(token: Token) -> bool:
    r"""Say whether a toggle is switched on: ``\v`` is, ``\v0`` is not."""
    return token.number != 0


def look_into_rich_text(path: Path, tally: FindingCounts) -> bool:
    """Look through an RTF; False if it is too large for that.

    Raises:
        OSError: the operating system does not let it be read.
    """
    if path.stat().st_size > _LARGEST:
        return False
    count_in_rich_text(path.read_bytes(), tally)
    return True


def count_in_rich_text(data: bytes, tally: FindingCounts) -> None:
    """Add to the tally what an RTF shows."""
    reader = _Reader(tally)
    for token in tokens(data):
        reader.take(token)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group until it ends, or until a control word changes it."""

    silent: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    author: int | None = None
    margin: bool = False
    collects: bytes = b""


class _Reader:
    def __init__(self, tally: FindingCounts) -> None:
        self._tally = tally
        self._state = _State()
        self._stack: list[_State] = []
        self._hidden_styles: set[int] = set()
        self._aside = False  # behind the mark of a destination that may be passed over
        self._first = False  # right behind the brace that opens a group
        self._style: int | None = None
        self._code = b""
        self._picture_wanted: list[int] = []  # how deep the fields lie that wait for a picture
        self._object = _Object()
        self._fallback = 1  # how many characters stand in for each Unicode one
        self._skipped = 0
        self._half = False  # behind the first byte of a Chinese character

    def take(self, token: Token) -> None:
        if token.brace == b"{":
            self._stack.append(self._state)
            if self._state.collects not in _NESTING:
                self._state = replace(self._state, collects=b"")
            self._style = None
            self._first = True
            return
        if token.brace == b"}":
            self._close()
        elif token.word and token.word != b"*":
            self._word(token)
        elif token.text:
            self._text(token.text)
        self._aside = self._first and token.word == b"*"
        self._first = self._aside

    def _close(self) -> None:
        ended, depth = self._state.collects, len(self._stack)
        self._state = self._stack.pop() if self._stack else _State()
        if ended == self._state.collects:
            return
        if ended == b"fldinst":
            if _WEB_PICTURE.match(self._code.decode("latin-1")):
                self._picture_wanted.append(depth - 1)
            self._code = b""
        elif ended == b"field" and self._picture_wanted:
            if self._picture_wanted[-1] == depth:
                self._picture_wanted.pop()
                self._tally.pictures += not self._state.deleted
        elif ended == b"object":
            self._tally.add(self._object.file(len(self._tally.files) + 1))
            self._object = _Object()

    def _word(self, token: Token) -> None:
        word, state = token.word, self._state
        if self._first and (word in _SILENT or word in {b"object", b"field"}):
            self._state = replace(state, silent=state.silent or word in _SILENT, collects=word)
            if word == b"pict":
                self._picture_wanted.clear()
            elif word == b"annotation":
                self._tally.comments += 1
        elif state.collects == b"stylesheet":
            if word in {b"s", b"cs"}:
                self._style = token.number
            elif word == b"v" and is_on(token) and self._style is not None:
                self._hidden_styles.add(self._style)
        elif self._first and _MARGIN.fullmatch(word):
            self._state = replace(state, margin=True)
        elif self._aside and word != b"cs":
            # A destination that old readers pass over; what it holds is no text.
            self._state = replace(state, silent=word not in _SHOWN_ASIDE)
        elif word == b"v":
            self._state = replace(state, hidden=is_on(token))
        elif word in {b"s", b"cs"}:
            self._state = replace(state, hidden=token.number in self._hidden_styles)
        elif word in DELETED:
            self._state = replace(state, deleted=is_on(token))
        elif word in INSERTED:
            self._state = replace(state, inserted=is_on(token))
        elif word in {b"revauth", b"revauthdel"}:
            self._state = replace(state, author=token.number)
        elif word == b"plain":
            self._state = replace(state, hidden=False, deleted=False, inserted=False)
        elif word in {b"objemb", b"objlink", b"objautlink", b"objocx"}:
            self._object.linked = word != b"objemb"
        elif word == b"uc" and token.number is not None:
            self._fallback = token.number
        elif word == b"u":
            self._skipped = self._fallback
            if not state.silent:
                self._shown("字")

    def _text(self, text: bytes) -> None:
        match self._state.collects:
            case b"fldinst":
                self._code += text[:200]
            case b"objclass":
                self._object.program += text.decode("latin-1").strip()
            case b"objdata":
                self._object.take(text)
            case _ if not self._state.silent:
                self._shown(self._words(text))

    def _words(self, text: bytes) -> str:
        """What of a piece is seen: nothing that stands in, and two bytes make one character."""
        if text.startswith(b"\\'"):
            if self._skipped:
                self._skipped -= 1
                return ""
            self._half = not self._half and int(text[2:], 16) >= 0x81
            return "" if self._half else "字"
        self._half = False
        dropped, self._skipped = min(self._skipped, len(text)), 0
        return text[dropped:].decode("latin-1")

    def _shown(self, words: str) -> None:
        state = self._state
        changed = state.deleted or state.inserted
        if changed and words.strip():
            self._tally.change((state.deleted, state.author))
        if not state.deleted:
            hidden, margin = state.hidden, state.margin
            self._tally.text(words, hidden=hidden, changed=changed, margin=margin)


class _Object:
    """An embedded object as it is read; its data are hexadecimal digits ([MS-OLEDS] 2.2)."""

    _MOST = 64 * 1024 * 1024

    def __init__(self) -> None:
        self.program = ""
        self.linked = False
        self._digits: list[bytes] = []
        self._length = 0

    def take(self, digits: bytes) -> None:
        if self._length < self._MOST:
            self._digits.append(digits)
            self._length += len(digits)

    def file(self, number: int) -> EmbeddedFile | None:
        digits = re.sub(rb"[^0-9a-fA-F]", b"", b"".join(self._digits))
        if self.linked or not digits:
            return None
        data = binascii.unhexlify(digits[: len(digits) & ~1])
        fallback = f"嵌入对象{number}"
        try:
            program, native = _native_data(data)
        except (struct.error, ValueError):
            return None
        program = program or self.program
        if self._length >= self._MOST:  # the rest of it was not kept
            named = embedded_file(native, fallback, ObjectHint(program))
            return EmbeddedFile(named.name) if named is not None else None
        if program.lower() == "package":
            packed = native_file(struct.pack("<I", len(native)) + native) or EmbeddedFile("")
            return EmbeddedFile(packed.name or fallback, packed.content)
        return embedded_file(native, fallback, ObjectHint(program))


def _native_data(data: bytes) -> tuple[str, bytes]:
    """The program and the content of an object of OLE 1 ([MS-OLEDS] 2.2.5)."""
    at = 8
    names = []
    for _ in range(3):
        length = struct.unpack_from("<I", data, at)[0]
        names.append(data[at + 4 : at + 4 + length].rstrip(b"\0").decode("latin-1"))
        at += 4 + length
    size = struct.unpack_from("<I", data, at)[0]
    return names[0], data[at + 4 : at + 4 + size]
