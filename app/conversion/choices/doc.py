"""Word 97–2003 documents as a person chose to have them bound.

The properties of characters are changed where they lie: what was deleted becomes hidden, what was
inserted becomes plain text, and what was hidden can be shown. No byte moves.
"""

import struct
from pathlib import Path

import olefile

from app.findings.word_binary import (
    DELETED,
    HIDDEN,
    INSERTED,
    Modifier,
    WordStreams,
    modifiers,
    read_streams,
    runs,
    table_name,
)

_PIECES = 0x1A2
#: The same properties where a piece of the text bears just one ([MS-DOC] 2.9.214).
_PIECE_DELETED, _PIECE_INSERTED, _PIECE_HIDDEN = 0x41, 0x42, 0x5C


def settle_doc(path: Path, *, accepted: bool, unhidden: bool) -> None:
    """Settle a document in place; one older than Word 97 stays as it is.

    Raises:
        One of ``app.findings.embedded.TROUBLE``: it is damaged.
    """
    with olefile.OleFileIO(str(path)) as compound:
        streams = read_streams(compound)
    if streams is None:
        return
    main, table = bytearray(streams.main), bytearray(streams.table)
    for run in runs(streams):
        _settle(main, run.modifiers, accepted=accepted, unhidden=unhidden)
    _settle_pieces(streams, table, accepted=accepted, unhidden=unhidden)
    if main == streams.main and table == streams.table:
        return
    with olefile.OleFileIO(str(path), write_mode=True) as compound:
        if main != streams.main:
            compound.write_stream("WordDocument", bytes(main))
        if table != streams.table:
            compound.write_stream(table_name(streams.main), bytes(table))


def _settle(
    data: bytearray, found: tuple[Modifier, ...], *, accepted: bool, unhidden: bool
) -> None:
    deleted = any(each.code == DELETED and data[each.operand] for each in found)
    for each in found:
        if each.code == HIDDEN:
            if accepted and deleted:
                data[each.operand] = 1
            elif unhidden:
                data[each.operand] = 0
        elif accepted and each.code == DELETED and deleted:
            struct.pack_into("<H", data, each.start, HIDDEN)
        elif accepted and each.code == INSERTED:
            data[each.operand] = 0


def _settle_pieces(
    streams: WordStreams, table: bytearray, *, accepted: bool, unhidden: bool
) -> None:
    """The same for properties of whole pieces, which a quick save leaves in the piece table."""
    at, length = struct.unpack_from("<II", streams.main, _PIECES)
    end = at + length
    while at < end and table[at] == 1:
        size = struct.unpack_from("<H", table, at + 1)[0]
        found = tuple(modifiers(streams.table, at + 3, at + 3 + size))
        _settle(table, found, accepted=accepted, unhidden=unhidden)
        at += 3 + size
    if at >= end or table[at] != 2:
        return
    count = (struct.unpack_from("<I", table, at + 1)[0] - 4) // 12
    for number in range(count):
        place = at + 5 + 4 * (count + 1) + 8 * number + 6
        packed = struct.unpack_from("<H", table, place)[0]
        if packed & 1:  # refers to the properties above
            continue
        kind, value = packed >> 1 & 0x7F, packed >> 8
        if accepted and kind == _PIECE_DELETED and value:
            kind = _PIECE_HIDDEN
        elif (accepted and kind == _PIECE_INSERTED) or (unhidden and kind == _PIECE_HIDDEN):
            value = 0
        struct.pack_into("<H", table, place, value << 8 | kind << 1)
