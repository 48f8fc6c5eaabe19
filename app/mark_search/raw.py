"""Levels of secrecy in raw bytes: for what no other reader of ours looks at."""

import re
from collections.abc import Iterator
from html import unescape

from app.secrecy.marks import Spot, Words

#: 密 in the codes that documents are written in, by number, and escaped.
TELLING = re.compile(
    rb"\xe5\xaf\x86|\xe5\xae\xbb|\xe3\x8a\x99|\xc6\x5b|\x5b\xc6|\xc3\xdc|\xb1K|\xbbW|\x99\x32|\x32\x99"
    rb"|23494|23483|12953|(?i:5bc6|5bbb|3299)|(?i:=c3=dc|=e5=af=86|%e5%af%86|\\'c3\\'dc)"
    rb"|\\'c3\s*\\'dc|\+W8[YZab]|5a\+G|5a[+]"
)
#: What a typist may put between the two characters.
_BETWEEN = (" ", "\u3000", "·", "•")


def _pattern(level: str, coding: str) -> bytes:
    gaps = b"|".join(re.escape(gap.encode(coding)) for gap in _BETWEEN if _can_write(gap, coding))
    first, second = (re.escape(character.encode(coding)) for character in level)
    return first + b"(?:" + gaps + b"){0,4}" + second


def _can_write(text: str, coding: str) -> bool:
    return text.encode(coding, "ignore") != b""


_LEVELS = tuple(
    (coding, tuple(_pattern(level, coding) for level in levels))
    for coding, levels in (
        ("utf-8", ("绝密", "机密", "秘密", "機密", "絕密", "絶密", "祕密")),
        ("utf-16-le", ("绝密", "机密", "秘密", "機密", "絕密", "祕密")),
        ("utf-16-be", ("绝密", "机密", "秘密", "機密", "絕密", "祕密")),
        ("gb18030", ("绝密", "机密", "秘密", "機密")),
        ("big5", ("機密", "絕密", "祕密")),
    )
)
_FOUND = tuple((coding, re.compile(b"|".join(levels))) for coding, levels in _LEVELS)
_SHOWN = re.compile(
    r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u27bf\ue000-\uf8ff\x20-\x7e\t\r\n\x07\x0b]"
)
#: Characters by number, as XML and scripts write them.
_NUMBERED = re.compile(
    rb"(?:&#(?:[0-9]{2,8}|x[0-9a-fA-F]{2,8});[\x20-\x25\x27-\x3b]{0,3}){2,}"
    rb"|(?:\\u[0-9a-fA-F]{4}[\x20-\x21\x23-\x3b]{0,3}){2,}"
)
_BY_NUMBER = re.compile(rb"(?i)&#(?:0*23494|0*23483|x0*5bc6|x0*5bbb);|\\u(?:5bc6|5bbb)")
_TAGS = re.compile(r"^[^<>]{0,240}>|<[^<>]*(?:>|$)")
_AROUND = 240
_MOST_HITS = 400
_MOST_RUNS = 20_000
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def levels_in(data: bytes) -> Iterator[Words]:
    """The words around each level that some bytes hold; line ends and odd bytes end them."""
    if _BY_NUMBER.search(data):
        yield from _numbered(data)
    hits = 0
    for coding, pattern in _FOUND:
        end = -1
        for found in pattern.finditer(data):
            if found.start() < end:
                continue
            text, end = _around(data, found.start(), found.end(), coding)
            if text:
                yield Words(Spot.ALONE, text)
                hits += 1
            if hits >= _MOST_HITS:
                return


def _numbered(data: bytes) -> Iterator[Words]:
    for count, found in enumerate(_NUMBERED.finditer(data)):
        if count >= _MOST_RUNS:
            return
        if _BY_NUMBER.search(found.group()):
            yield Words(Spot.ALONE, by_number(found.group().decode("ascii", "replace")))


def by_number(text: str) -> str:
    """Text with the characters in place of their numbers, as XML and scripts write them."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), unescape(text))


def _around(data: bytes, start: int, end: int, coding: str) -> tuple[str, int]:
    if coding.startswith("utf-16"):
        raw = data[max(0, start - 2 * _AROUND) : start]
        raw = raw[len(raw) % 2 :]
        width = 2 * _AROUND
    else:
        raw, width = _since_break(data[max(0, start - _AROUND) : start]), _AROUND
    left = _last_shown(raw.decode(coding, "replace"))
    right = _first_shown(data[end : end + width].decode(coding, "replace"))
    level = data[start:end].decode(coding)
    return _tidy(f"{left}{level}{right}"), end + len(right.encode(coding, "replace"))


def _since_break(raw: bytes) -> bytes:
    """From the last control byte on, so that characters of two bytes keep their step."""
    return re.split(rb"[\x00-\x1f\x22<>]", raw)[-1]


def _last_shown(text: str) -> str:
    for place in range(len(text) - 1, -1, -1):
        if not _SHOWN.match(text[place]):
            return text[place + 1 :]
    return text


def _first_shown(text: str) -> str:
    for place, character in enumerate(text):
        if not _SHOWN.match(character):
            return text[:place]
    return text


def _tidy(text: str) -> str:
    return _TAGS.sub("\n", text).replace("\r", "\n").replace("\x07", "\t").replace("\x0b", "\n")
