"""What a ``.ppt`` (or ``.dps``) hides from its reader; follows [MS-PPT]."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import olefile

from app.findings.embedded import MOST_OBJECT, TROUBLE, EmbeddedFile, ObjectHint, embedded_file
from app.findings.tally import FindingCounts

_MOST_STREAM = 128 << 20
_DEEPEST = 12

_DOCUMENT, _SLIDE, _LIST, _PLACE = 0x03E8, 0x03EE, 0x0FF0, 0x03F3
_SHOW, _REMARK = 0x03F9, 0x2EE0
_TAG_DATA = 0x138B  # holds records of newer versions, though it is no container
_USER_EDIT, _DIRECTORY = 0x0FF5, 0x1772
_OBJECTS, _EMBEDDED, _OBJECT, _STRING, _STORAGE = 0x0409, 0x0FCC, 0x0FC3, 0x0FBA, 0x1011
_IS_HIDDEN, _AS_ICON, _PROGRAM, _PACKED = 0x0004, 4, 2, 1


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the stream; its content lies from ``start`` to ``end``."""

    kind: int
    instance: int
    container: bool
    start: int
    end: int


def records(data: bytes, start: int, end: int) -> Iterator[Record]:
    """The records that follow each other between two offsets."""
    at = start
    while at + 8 <= end:
        options, kind, length = struct.unpack_from("<HHI", data, at)
        after = min(at + 8 + length, end)
        yield Record(kind, options >> 4, options & 0xF == 0xF, at + 8, after)
        at += 8 + length


def inside(data: bytes, record: Record, kind: int, depth: int = _DEEPEST) -> Iterator[Record]:
    """The records of a kind at any depth inside another."""
    for each in records(data, record.start, record.end):
        if each.kind == kind:
            yield each
        elif (each.container or each.kind == _TAG_DATA) and depth:
            yield from inside(data, each, kind, depth - 1)


def look_into_binary_slides(path: Path, tally: FindingCounts) -> bool:
    """Look through a ``.ppt``; False if a part of it cannot be read."""
    whole = True
    try:
        with olefile.OleFileIO(str(path)) as compound:
            if not compound.exists("PowerPoint Document"):
                return True
            data = compound.openstream("PowerPoint Document").read(_MOST_STREAM)
            current = compound.openstream("Current User").read(4096)
        directory = _directory(data, current)
        for slide in _slides(data, directory):
            tally.slides.append(not _is_hidden(data, next(inside(data, slide, _SHOW, 0), None)))
            tally.comments += sum(1 for _ in inside(data, slide, _REMARK))
        for document in _documents(data, directory):
            for holder in inside(data, document, _OBJECTS, 0):
                whole &= _look_at_objects(data, holder, directory, tally)
    except TROUBLE:
        return False
    return whole


def _is_hidden(data: bytes, show: Record | None) -> bool:
    """Say whether the record about its show hides a slide ([MS-PPT] 2.6.6)."""
    if show is None or show.end - show.start < 12:
        return False
    return bool(struct.unpack_from("<H", data, show.start + 10)[0] & _IS_HIDDEN)


def _record_at(data: bytes, offset: int) -> Record | None:
    return next(records(data, offset, len(data)), None)


def _directory(data: bytes, current: bytes) -> dict[int, int]:
    """Where each object that lives on lies: what later edits say goes before what earlier said."""
    found: dict[int, int] = {}
    offset = struct.unpack_from("<I", current, 16)[0]
    seen: set[int] = set()
    while offset and offset not in seen:
        seen.add(offset)
        edit = _record_at(data, offset)
        if edit is None or edit.kind != _USER_EDIT:
            break
        before, place, document = struct.unpack_from("<III", data, edit.start + 8)
        found.setdefault(0, document)
        listed = _record_at(data, place)
        if listed is not None and listed.kind == _DIRECTORY:
            for number, where in _persisted(data, listed):
                found.setdefault(number, where)
        offset = before
    return found


def _persisted(data: bytes, listed: Record) -> Iterator[tuple[int, int]]:
    at = listed.start
    while at + 4 <= listed.end:
        packed = struct.unpack_from("<I", data, at)[0]
        first, count = packed & 0xFFFFF, packed >> 20
        for number in range(count):
            if at + 8 + 4 * number > listed.end:
                return
            yield first + number, struct.unpack_from("<I", data, at + 4 + 4 * number)[0]
        at += 4 + 4 * count


def _documents(data: bytes, directory: dict[int, int]) -> Iterator[Record]:
    record = _record_at(data, directory.get(directory.get(0, 0), len(data)))
    if record is not None and record.kind == _DOCUMENT:
        yield record


def _slides(data: bytes, directory: dict[int, int]) -> Iterator[Record]:
    for document in _documents(data, directory):
        for listed in inside(data, document, _LIST, 0):
            if listed.instance != 0:  # 1 lists masters, 2 lists notes
                continue
            for place in inside(data, listed, _PLACE, 0):
                number = struct.unpack_from("<I", data, place.start)[0]
                slide = _record_at(data, directory.get(number, len(data)))
                if slide is not None and slide.kind == _SLIDE:
                    yield slide


def _look_at_objects(
    data: bytes, holder: Record, directory: dict[int, int], tally: FindingCounts
) -> bool:
    """Add the files among the objects; False if one of them cannot be read."""
    whole = True
    for embedded in inside(data, holder, _EMBEDDED, 0):
        try:
            tally.add(_file_of(data, embedded, directory, f"嵌入对象{len(tally.files) + 1}"))
        except TROUBLE:
            whole = False
    return whole


def _file_of(
    data: bytes, embedded: Record, directory: dict[int, int], fallback: str
) -> EmbeddedFile | None:
    atom = next(inside(data, embedded, _OBJECT, 0), None)
    if atom is None:
        return None
    aspect, _kind, _number, _sub, place = struct.unpack_from("<5I", data, atom.start)
    program = next(
        (
            data[each.start : each.end].decode("utf-16-le", "replace")
            for each in inside(data, embedded, _STRING, 0)
            if each.instance == _PROGRAM
        ),
        "",
    )
    storage = _record_at(data, directory.get(place, len(data)))
    if storage is None or storage.kind != _STORAGE:
        return None
    hint = ObjectHint(program, icon=aspect == _AS_ICON)
    return embedded_file(_unpacked(data, storage), fallback, hint)


def _unpacked(data: bytes, storage: Record) -> bytes:
    if storage.instance != _PACKED:
        return data[storage.start : storage.end]
    # Behind the length and the header of zlib; PowerPoint minds no wrong checksum either.
    return zlib.decompressobj(-15).decompress(data[storage.start + 6 : storage.end], MOST_OBJECT)
