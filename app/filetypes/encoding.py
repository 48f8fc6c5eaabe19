"""The encoding of a text, judged by all of it: the first Chinese may come late."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: The share of broken characters that a text may hold, and how many a short one may hold.
_TOLERATED, _ALWAYS_TOLERATED = 0.005, 3
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
#: Combining marks and letters of two bytes in UTF-8 that no Chinese text holds.
_LONE_MARKS = re.compile("[\u0250-\u036f\u0483-\u07ff]")

_BLOCK = 1 << 20
#: So much of what is not ASCII tells the encoding of the rest.
_SAMPLE = 256 * 1024
_HEAD = 64 * 1024

#: In order of preference where two fit equally.
_CANDIDATES = ("gb18030", "utf-8", "utf-16-le", "utf-16-be", "big5hkscs")
#: Traditional Chinese must fit better by this much; half of its codes are common in GBK too.
_MARGIN = {"big5hkscs": 0.15, "utf-16-le": 0.05, "utf-16-be": 0.05}


@dataclass(frozen=True, slots=True)
class DecodedText:
    """Text and the Python name of the encoding that it was read with."""

    text: str
    encoding: str


def decode(data: bytes) -> DecodedText | None:
    """Read ``data`` (a text or its beginning, possibly cut inside a character) as text.

    A byte-order mark decides, then UTF-8 without a fault; else the encoding in which most
    characters are common ones: GB18030 as Chinese Windows writes, UTF-8 with single broken bytes,
    UTF-16 without a mark, Big5. Returns None if it is no text.
    """
    encoding = _judged(data)
    return _plausible(_decode(data, encoding, "replace") or "", encoding)


def encoding_of(data: bytes) -> str | None:
    """The Python name of the encoding of a text that begins with ``data``."""
    found = decode(data)
    return found.encoding if found else None


def encoding_of_file(path: Path) -> str | None:
    """The Python name of a text file's encoding, judged by the whole file; None if no text.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    encoding = likely_encoding(path)
    text = _decode(_head_of(path), encoding, "replace") or ""
    return encoding if _plausible(text, encoding) else None


def likely_encoding(path: Path) -> str:
    """The encoding that fits a whole file best, whether or not it is text.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    head = _head_of(path)
    if _marked(head) or _has_zero_bytes(head):
        return _judged(head)
    lines = _telling_lines(path) or head
    return "utf-8" if _is_utf8(path) and not _is_gbk_by_chance(lines) else _best(lines)


def _head_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def decode_start(path: Path, size: int) -> DecodedText | None:
    """Read the first ``size`` bytes of a text file in the encoding that the whole file has.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    encoding = encoding_of_file(path)
    if encoding is None:
        return None
    with path.open("rb") as file:
        return DecodedText(_decode(file.read(size), encoding, "replace") or "", encoding)


def _judged(data: bytes) -> str:
    marked = _marked(data)
    if marked:
        return marked
    if _has_zero_bytes(data) and not _mostly_eight_bit(data):
        return _best(data)
    if _decode(data, "utf-8", "strict") is not None and not _is_gbk_by_chance(data):
        return "utf-8"
    return _best(data)


def _is_gbk_by_chance(data: bytes) -> bool:
    """Say whether what reads as UTF-8 is a few words of GBK: 通知 reads as two lone accents."""
    text = _decode(data[:_SAMPLE], "utf-8", "ignore") or ""
    beyond = [character for character in text if character > "\x7f"]
    if not beyond or max(beyond) > "\u07ff" or not _LONE_MARKS.search(text):
        return False
    return _fit(data[:_SAMPLE], "gb18030") == 1.0


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)


def _decode(data: bytes, encoding: str, errors: str) -> str | None:
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    try:
        return decoder.decode(data, final=False)
    except UnicodeDecodeError:
        return None


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        for block in _blocks(path):
            decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _telling_lines(path: Path) -> bytes:
    """The lines with something else than ASCII, up to a measure."""
    found = bytearray()
    with path.open("rb") as file:
        while len(found) < _SAMPLE and (line := file.readline(_BLOCK)):
            if not line.isascii():
                found += line[:_SAMPLE]
    return bytes(found)


def _has_zero_bytes(head: bytes) -> bool:
    return b"\0" in head


def _best(data: bytes) -> str:
    """The encoding in which the largest share of ``data`` is common characters."""
    sample = data[:_SAMPLE]
    zero = _has_zero_bytes(sample)
    fits: dict[str, float] = {}
    for encoding in _CANDIDATES:
        wide = encoding.startswith("utf-16")
        if zero and not wide and not _mostly_eight_bit(sample):
            continue
        fits[encoding] = _fit(sample, encoding) - _MARGIN.get(encoding, 0.0) * (not zero)
    return max(fits, key=lambda encoding: fits[encoding])


def _mostly_eight_bit(sample: bytes) -> bool:
    """A few stray zero bytes make no UTF-16."""
    return sample.count(0) < len(sample) // 64 + 1


def _fit(sample: bytes, encoding: str) -> float:
    text = _decode(sample, encoding, "replace") or ""
    if not text:
        return -1.0
    common = _big5_common() if encoding == "big5hkscs" else _gb_common()
    good = sum(character in common for character in text)
    broken = text.count("\ufffd") + len(_CONTROLS.findall(text))
    return (good - broken) / len(text)


@lru_cache(maxsize=1)
def _gb_common() -> frozenset[str]:
    """ASCII, and the marks and first-level characters of GB 2312."""
    leads = (*range(0xA1, 0xAA), *range(0xB0, 0xD8))
    return _ascii() | _characters("gb2312", leads, range(0xA1, 0xFF))


@lru_cache(maxsize=1)
def _big5_common() -> frozenset[str]:
    """ASCII, and the marks and first-level characters of Big5."""
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    return _ascii() | _characters("big5", (*range(0xA1, 0xA4), *range(0xA4, 0xC7)), trails)


def _ascii() -> frozenset[str]:
    return frozenset((*map(chr, range(0x20, 0x7F)), *"\t\n\r\f"))


def _characters(encoding: str, leads: tuple[int, ...], trails: range | tuple[int, ...]) -> set[str]:
    pairs = (bytes((lead, trail)) for lead in leads for trail in trails)
    return {pair.decode(encoding, "ignore") for pair in pairs} - {""}


def _plausible(text: str, encoding: str) -> DecodedText | None:
    broken, controls = text.count("\ufffd"), len(_CONTROLS.findall(text))
    tolerated = len(text) * _TOLERATED
    allowed = max(tolerated, min(_ALWAYS_TOLERATED, len(text) // 4))
    return None if broken > allowed or controls > tolerated else DecodedText(text, encoding)
