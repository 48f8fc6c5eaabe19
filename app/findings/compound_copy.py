"""A storage inside a compound file, copied out as a compound file ([MS-CFB]).

Word and Excel before 2007 keep an embedded workbook or letter like that: its streams lie among
those of the document, and no bytes anywhere are the file.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

import olefile

_END, _FREE, _FAT, _DIFAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFC
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_BLACK = 1
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
#: How many numbers a sector holds, and how many sectors of the allocation table the header names.
_IN_SECTOR, _IN_HEADER = 128, 109
_HEADER = struct.Struct("<8s16s5H6s9I")
_ENTRY = struct.Struct("<64sHBBIII16sIQQIQ")

#: Streams that belong to the document around an object.
_OF_THE_HOLDER = "\x03"


@dataclass(slots=True)
class _Node:
    name: str
    kind: int
    data: bytes = b""
    class_id: bytes = bytes(16)
    children: "list[_Node]" = field(default_factory=list)
    number: int = 0
    left: int = _FREE
    right: int = _FREE
    child: int = _FREE
    start: int = _END


def copy_storage(
    compound: "olefile.OleFileIO[str]", place: Sequence[str], most: int
) -> bytes | None:
    """The storage at ``place`` as a file; None if it holds more than ``most`` bytes.

    Raises:
        One of ``app.findings.embedded.TROUBLE``: the storage is damaged.
    """
    root = _Node("Root Entry", _ROOT, class_id=_class_id(compound, place))
    entries = [
        entry
        for entry in compound.listdir(streams=True, storages=True)
        if len(entry) > len(place) and entry[: len(place)] == list(place)
    ]
    by_place = {tuple(place): root}
    total = 0
    for entry in sorted(entries, key=len):
        if entry[-1].startswith(_OF_THE_HOLDER):
            continue
        holder = by_place.get(tuple(entry[:-1]))
        if holder is None:
            continue
        node = _Node(entry[-1], _STORAGE)
        if compound.get_type(entry) == olefile.STGTY_STREAM:
            total += compound.get_size(entry)
            if total > most:
                return None
            node = _Node(entry[-1], _STREAM, compound.openstream(entry).read())
        else:
            node.class_id = _class_id(compound, entry)
            by_place[tuple(entry)] = node
        holder.children.append(node)
    return _written(root)


def _class_id(compound: "olefile.OleFileIO[str]", place: Sequence[str]) -> bytes:
    text = str(compound.getclsid(list(place)) or "").replace("-", "")
    if len(text) != 32:
        return bytes(16)
    raw = bytes.fromhex(text)
    return raw[3::-1] + raw[5:3:-1] + raw[7:5:-1] + raw[8:]


def _written(root: _Node) -> bytes:
    nodes = _numbered(root)
    body = bytearray()
    fat: list[int] = []

    def add(data: bytes) -> int:
        if not data:
            return _END
        start, count = len(fat), -(-len(data) // _SECTOR)
        fat.extend([*range(start + 1, start + count), _END])
        body.extend(data.ljust(count * _SECTOR, b"\0"))
        return start

    small, mini_fat = bytearray(), list[int]()
    for node in nodes:
        if node.kind != _STREAM or not node.data:
            continue
        if len(node.data) >= _CUTOFF:
            node.start = add(node.data)
            continue
        node.start, count = len(mini_fat), -(-len(node.data) // _MINI)
        mini_fat += [*range(node.start + 1, node.start + count), _END]
        small += node.data.ljust(count * _MINI, b"\0")
    root.data = bytes(small)
    root.start = add(root.data)
    mini_table = _numbers(mini_fat)
    mini_start = add(mini_table)
    directory = add(b"".join(map(_entry, nodes)) + _entry(None) * (-len(nodes) % 4))
    lists = sectors = 0  # of the allocation table, and of the list of its sectors
    while (len(fat) + sectors + lists) > sectors * _IN_SECTOR:
        sectors += 1
        lists = -(-max(0, sectors - _IN_HEADER) // (_IN_SECTOR - 1))
    places = list(range(len(fat), len(fat) + sectors))
    more = len(fat) + sectors
    header = _HEADER.pack(
        olefile.MAGIC,
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        b"",
        0,
        sectors,
        directory,
        0,
        _CUTOFF,
        mini_start,
        len(mini_table) // _SECTOR,
        more if lists else _END,
        lists,
    )
    named = [*places[:_IN_HEADER], *[_FREE] * (_IN_HEADER - sectors)]
    listed = bytearray()
    for number in range(lists):
        first = _IN_HEADER + number * (_IN_SECTOR - 1)
        held = places[first : first + _IN_SECTOR - 1]
        held += [_FREE] * (_IN_SECTOR - 1 - len(held))
        listed += _numbers([*held, more + number + 1 if number + 1 < lists else _END])
    table = _numbers([*fat, *[_FAT] * sectors, *[_DIFAT] * lists])
    head = header + struct.pack(f"<{_IN_HEADER}I", *named)
    return head + bytes(body) + table + bytes(listed)


def _numbers(numbers: Sequence[int]) -> bytes:
    """Numbers as they fill whole sectors."""
    whole = [*numbers, *[_FREE] * (-len(numbers) % _IN_SECTOR)]
    return struct.pack(f"<{len(whole)}I", *whole)


def _numbered(root: _Node) -> list[_Node]:
    """Every node in the order of the directory, with its links set."""
    order = [root]
    for node in order:  # it grows meanwhile
        order += node.children
    for number, node in enumerate(order):
        node.number = number
    for node in order:
        node.child = _tree(sorted(node.children, key=_key))
    return order


def _tree(nodes: Sequence[_Node]) -> int:
    """Link the children of a storage into a balanced tree; returns the number of its top."""
    if not nodes:
        return _FREE
    middle = len(nodes) // 2
    top = nodes[middle]
    top.left, top.right = _tree(nodes[:middle]), _tree(nodes[middle + 1 :])
    return top.number


def _key(node: _Node) -> tuple[int, str]:
    return len(node.name), node.name.upper()


def _entry(node: _Node | None) -> bytes:
    if node is None:
        return _ENTRY.pack(b"", 0, 0, 0, _FREE, _FREE, _FREE, b"", 0, 0, 0, 0, 0)
    wide = node.name.encode("utf-16-le")
    start = 0 if node.kind == _STORAGE else node.start
    return _ENTRY.pack(
        wide,
        len(wide) + 2,
        node.kind,
        _BLACK,
        node.left,
        node.right,
        node.child,
        node.class_id,
        0,
        0,
        0,
        start,
        len(node.data),
    )
