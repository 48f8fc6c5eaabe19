"""Fields of RTF: the instruction of a changing field is replaced by an unknown one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.conversion.freezing.field_names import is_changing

#: A program that does not know an instruction shows the result that is stored with it.
_UNKNOWN = rb"{\*\fldinst JUANZONG}"

_TOKEN = re.compile(
    rb"\\bin(?P<binary>\d+) ?|\\(?P<word>[a-zA-Z]+)(?P<number>-?\d+)? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}]+)",
    re.DOTALL,
)

#: Control words that mean "the date (time) of now" by themselves; nothing is stored with them.
_BARE = frozenset({b"chdate", b"chtime", b"chdpl", b"chdpa"})


def freeze_rtf(data: bytes) -> bytes:
    """Make the changing fields of an RTF show what is stored with them."""
    spans = sorted(_spans(data))
    out, at = [], 0
    for start, end, replacement in spans:
        if start >= at:
            out += [data[at:start], replacement]
            at = end
    return b"".join([*out, data[at:]])


@dataclass(slots=True)
class _Group:
    start: int
    instruction: bool = False
    text: str = ""


def _spans(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    groups: list[_Group] = []
    for token, start, end in _tokens(data):
        if token.group("brace") == b"{":
            groups.append(_Group(start))
        elif token.group("brace"):
            if groups:
                closed = groups.pop()
                if closed.instruction and is_changing(closed.text):
                    yield closed.start, end, _UNKNOWN
        elif word := token.group("word"):
            if word == b"fldinst" and groups:
                groups[-1].instruction = True
            elif word in _BARE:
                yield start, end, b""
        elif text := token.group("text"):
            for group in groups:
                if group.instruction:
                    group.text += text.decode("latin-1").replace("\r", "").replace("\n", "")
        elif token.group("symbol") == b"~":
            for group in groups:
                group.text += " "


def _tokens(data: bytes) -> Iterator[tuple[re.Match[bytes], int, int]]:
    position = 0
    while (token := _TOKEN.match(data, position)) is not None:
        end = token.end()
        if token.group("binary"):
            end += int(token.group("binary"))
        else:
            yield token, token.start(), end
        position = end
