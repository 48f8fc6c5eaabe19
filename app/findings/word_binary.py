"""What a ``.doc`` (or ``.wps``) hides from its reader, by its character properties.

Follows [MS-DOC]: the piece table (2.4.1), the pages of character properties (2.9.33, PlcBteChpx
2.8.5) and their modifiers (2.6.1).
"""

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import olefile

from app.findings.embedded import TROUBLE, ObjectHint, dropped, storage_file
from app.findings.tally import FindingCounts

DELETED, INSERTED, HIDDEN = 0x0800, 0x0801, 0x083C
_AUTHORS = frozenset({0x4804, 0x4863})

_OLDEST = 0xC1  # Word 97; before it everything lies elsewhere
_TABLE_ONE = 0x0200
_PAGE = 512
_MOST_STREAM = 64 << 20

_PIECES, _REMARKS, _PROPERTIES = 0x1A2, 0xBA, 0xFA
_REMARK_SIZE = 30

_LINKED_PICTURE = re.compile(r"\s*(?:INCLUDEPICTURE|IMPORT)\b.*\\d\b", re.IGNORECASE | re.DOTALL)
_CONTROLS = re.compile(r"[\x00-\x1f]")
_POOL = "objectpool"
_IS_LINK, _IS_ICON = 0x10, 0x40


@dataclass(frozen=True, slots=True)
class Modifier:
    """One property of characters: what it is and where its operand lies."""

    code: int
    start: int
    operand: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the stream with equal properties: ``first`` to ``after`` are byte offsets."""

    first: int
    after: int
    modifiers: tuple[Modifier, ...]


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of the text: its characters, and where they lie in the stream."""

    first: int
    after: int
    offset: int
    narrow: bool

    @property
    def width(self) -> int:
        """Bytes to a character."""
        return 1 if self.narrow else 2


@dataclass(frozen=True, slots=True)
class WordStreams:
    """The two streams of a document that matter."""

    main: bytes
    table: bytes


def read_streams(compound: "olefile.OleFileIO[str]") -> WordStreams | None:
    """The streams of a Word 97 document, None if it is older or none at all."""
    if not compound.exists("WordDocument"):
        return None
    main = compound.openstream("WordDocument").read(_MOST_STREAM)
    if len(main) < _PIECES + 8 or struct.unpack_from("<H", main, 2)[0] < _OLDEST:
        return None
    return WordStreams(main, compound.openstream(table_name(main)).read(_MOST_STREAM))


def table_name(main: bytes) -> str:
    """Which of the two table streams belongs to the document."""
    return "1Table" if struct.unpack_from("<H", main, 10)[0] & _TABLE_ONE else "0Table"


def runs(streams: WordStreams) -> Iterator[Run]:
    """The runs of characters that have their own properties."""
    main = streams.main
    at, length = struct.unpack_from("<II", main, _PROPERTIES)
    count = (length - 4) // 8
    for number in range(count):
        page = struct.unpack_from("<I", streams.table, at + 4 * (count + 1) + 4 * number)[0]
        yield from _runs_of_page(main, (page & 0x3FFFFF) * _PAGE)


def _runs_of_page(main: bytes, page: int) -> Iterator[Run]:
    if page + _PAGE > len(main):
        return
    count = main[page + _PAGE - 1]
    bounds = struct.unpack_from(f"<{count + 1}I", main, page)
    for number in range(count):
        offset = main[page + 4 * (count + 1) + number] * 2
        found: tuple[Modifier, ...] = ()
        if offset:
            start = page + offset + 1
            found = tuple(modifiers(main, start, min(start + main[start - 1], page + _PAGE - 1)))
        yield Run(bounds[number], bounds[number + 1], found)


def modifiers(data: bytes, start: int, end: int) -> Iterator[Modifier]:
    """The modifiers between two offsets."""
    at = start
    while at + 2 < end:
        code = struct.unpack_from("<H", data, at)[0]
        yield Modifier(code, at, at + 2)
        size = (1, 1, 2, 4, 2, 2, 0, 3)[code >> 13]
        at += 2 + (size or data[at + 2] + 1)


def pieces(streams: WordStreams) -> Iterator[TextPiece]:
    """The piece table in the order of the text."""
    table = streams.table
    at, length = struct.unpack_from("<II", streams.main, _PIECES)
    end = at + length
    while at < end and table[at] == 1:
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if at >= end or table[at] != 2:
        raise ValueError("no piece table")
    count = (struct.unpack_from("<I", table, at + 1)[0] - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    for number in range(count):
        packed = struct.unpack_from("<I", table, at + 5 + 4 * (count + 1) + 8 * number + 2)[0]
        narrow = bool(packed & 0x40000000)
        offset = packed & 0x3FFFFFFF
        yield TextPiece(
            bounds[number], bounds[number + 1], offset // 2 if narrow else offset, narrow=narrow
        )


def look_into_binary_word(path: Path, tally: FindingCounts) -> bool:
    """Look through a ``.doc``; False if a part of it cannot be read."""
    whole = True
    try:
        with olefile.OleFileIO(str(path)) as compound:
            try:
                _look_through(compound, tally)
            except TROUBLE:
                whole = False
            _look_into_pool(compound, tally)
    except TROUBLE:
        return False
    return whole


def _look_through(compound: "olefile.OleFileIO[str]", tally: FindingCounts) -> None:
    streams = read_streams(compound)
    if streams is None:
        return
    main = streams.main
    length = struct.unpack_from("<I", main, _REMARKS + 4)[0]
    tally.comments += max(0, (length - 4) // (4 + _REMARK_SIZE))
    lengths = struct.unpack_from("<5I", main, 0x4C)  # body, footnotes, margins, macros, remarks
    remarks_from = sum(lengths[:3])
    remarks = range(remarks_from, remarks_from + lengths[4])
    fields = _Fields(tally)
    for first, text, run in _stretches(streams):
        if first not in remarks:
            margin = first >= lengths[0]
            _take(fields.printed(text), streams.main, run, tally, margin=margin)


def _stretches(streams: WordStreams) -> Iterator[tuple[int, str, Run]]:
    """The text in its order, cut where the properties change, with the place of each stretch."""
    known = sorted(runs(streams), key=lambda run: run.first)
    starts = [run.first for run in known]
    for piece in pieces(streams):
        end = piece.offset + (piece.after - piece.first) * piece.width
        index = max(bisect_right(starts, piece.offset) - 1, 0)
        while index < len(known) and known[index].first < end:
            run = known[index]
            index += 1
            low, high = max(run.first, piece.offset), min(run.after, end)
            if low < high:
                raw = streams.main[low:high]
                text = raw.decode("cp1252" if piece.narrow else "utf-16-le", "replace")
                yield piece.first + (low - piece.offset) // piece.width, text, run


class _Fields:
    """Follows fields, whose codes are no text, and counts pictures that lie elsewhere."""

    def __init__(self, tally: FindingCounts) -> None:
        self._tally = tally
        self._codes: list[str | None] = []

    def printed(self, text: str) -> str:
        """What of a stretch is printed."""
        shown = []
        for part in re.split(r"([\x13\x14\x15])", text):
            if part == "\x13":
                self._codes.append("")
            elif part == "\x14" and self._codes:
                self._close_code()
            elif part == "\x15" and self._codes:
                self._close_code()
                self._codes.pop()
            elif self._codes and self._codes[-1] is not None:
                self._codes[-1] += part
            else:
                shown.append(part)
        return _CONTROLS.sub("", "".join(shown))

    def _close_code(self) -> None:
        code = self._codes[-1]
        self._tally.pictures += code is not None and bool(_LINKED_PICTURE.match(code))
        self._codes[-1] = None


def _take(text: str, main: bytes, run: Run, tally: FindingCounts, *, margin: bool) -> None:
    if not text.strip():
        return
    set_on = {each.code for each in run.modifiers if main[each.operand] == 1}
    changes = set_on & {DELETED, INSERTED}
    if changes:
        authors = [
            main[each.operand : each.operand + 2] for each in run.modifiers if each.code in _AUTHORS
        ]
        tally.change((min(changes), tuple(authors)))
    if DELETED not in set_on:
        tally.text(text, hidden=HIDDEN in set_on, changed=bool(changes), margin=margin)


def _look_into_pool(compound: "olefile.OleFileIO[str]", tally: FindingCounts) -> None:
    """The objects of a document are storages of its own ([MS-DOC] 2.1.6)."""
    places = {
        tuple(entry[:2])
        for entry in compound.listdir()
        if len(entry) > 2 and entry[0].lower() == _POOL
    }
    for place in sorted(places):
        info = [*place, "\x03ObjInfo"]
        flags = 0
        if compound.exists(info):
            flags = int.from_bytes(compound.openstream(info).read(2), "little")
        if flags & _IS_LINK:
            continue
        hint = ObjectHint(icon=bool(flags & _IS_ICON))
        fallback = f"嵌入对象{len(tally.files) + 1}"
        taken = tally.sink is not dropped
        tally.add(storage_file(compound, list(place), fallback, hint, taken=taken))
