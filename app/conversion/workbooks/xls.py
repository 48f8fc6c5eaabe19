"""Changing the records of an .xls for LibreOffice: values frozen, sheets laid out as planned.

Every change keeps the length of the stream, so that the file keeps its layout: a shorter record is
followed by one that no program reads.
"""

import re
import struct
from collections.abc import Mapping
from pathlib import Path

import olefile

from app.conversion.workbooks.plan import SheetPlan
from app.workbooks import biff
from app.workbooks.formulas import without_changing_codes
from app.workbooks.model import PAPER_A3

#: A record that is only of use to Excel's own loading (DBCELL); readers pass over it.
_FILLER = 0x00D7

_RESULT_AT, _FLAGS_AT, _TOKENS_AT = 6, 14, 22
#: The calls of TODAY and NOW, and an integer, as tokens of a formula.
_TODAY = re.compile(rb"[\x21\x41\x61](?:\xdd|\x4a)\x00")
_INTEGER, _LATEST_DAY = 0x1E, 0xFFFF

_VOLATILE_TOKEN = b"\x19\x01"
_SHARED_TOKEN = 0x01
_TEXT, _TRUTH, _ERROR, _EMPTY = 0, 1, 2, 3

#: The format of a cell that has none of its own.
_USUAL_FORMAT = 15

_NOTES, _NOTES_AT_END = 0x0020, 0x0200
_HIDDEN_ROW = 0x20


def change_xls(path: Path, plans: Mapping[int, SheetPlan]) -> None:
    """Change a copy in place; ``plans`` are by the number of the sheet, from 0.

    Raises:
        OSError: it is no such file.
    """
    with olefile.OleFileIO(str(path), write_mode=True) as container:
        for name in biff.STREAMS:
            if container.exists(name):
                data = bytearray(container.openstream(name).read())
                change_records(data, plans)
                container.write_stream(name, bytes(data))


def change_records(data: bytearray, plans: Mapping[int, SheetPlan]) -> None:
    """Change a workbook stream in place, without a change of its length."""
    biff8 = len(data) >= 6 and struct.unpack_from("<H", data, 4)[0] == biff.BIFF8
    day = freeze_records(data)
    places: dict[int, SheetPlan] = {}
    number = 0
    plan: SheetPlan | None = None
    depth = 0
    widest: dict[int, float] = {}
    for kind, start, length in list(biff.records(data)):
        if kind == biff.BOF:
            depth += 1
            if depth == 1:
                plan = places.get(start - 4)
                widest = dict(plan.widths) if plan else {}
        elif kind == biff.EOF:
            depth -= 1
        elif kind == biff.BOUNDSHEET and length >= 6 and data[start + 5] in {0, 2}:
            if (planned := plans.get(number)) is not None:
                places[struct.unpack_from("<I", data, start)[0]] = planned
                if planned.reveal:
                    data[start + 4] &= 0xFC
            number += 1
        elif kind in {biff.CONDITION, biff.NEW_CONDITION}:
            _fix_day(data, start, length, day)
        elif depth == 1 and kind in {biff.HEADER, biff.FOOTER} and length > 3:
            _change_margin(data, start, length, biff8=biff8)
        elif depth == 1 and plan is not None:
            _change_record(data, kind, start, length, plan, widest)


def _change_record(
    data: bytearray,
    kind: int,
    start: int,
    length: int,
    plan: SheetPlan,
    widths: Mapping[int, float],
) -> None:
    if kind == biff.WSBOOL and length >= 2 and plan.setup is not None:
        (flags,) = struct.unpack_from("<H", data, start)
        struct.pack_into("<H", data, start, flags | biff.FIT_FLAG)
    elif kind == biff.SETUP and length >= 12:
        _set_up_page(data, start, plan)
    elif kind == biff.ROW and length >= 16:
        _change_row(data, start, plan)
    elif kind in {biff.BLANK, biff.MULBLANK} and length >= 6:
        _cut_off(data, kind, start, length, plan)
    elif kind == biff.COLINFO and length >= 10:
        _change_column(data, start, plan, widths)
    elif kind == biff.DEFCOLWIDTH and length >= 2 and widths:
        # Columns without a record of their own are as wide as the sheet says.
        (usual,) = struct.unpack_from("<H", data, start)
        struct.pack_into("<H", data, start, max(usual, round(max(widths.values()))))


def _change_row(data: bytearray, start: int, plan: SheetPlan) -> None:
    if plan.reveal:
        data[start + 12] &= ~_HIDDEN_ROW & 0xFF
    (row,) = struct.unpack_from("<H", data, start)
    height = plan.heights.get(row + 1)
    if height is not None:
        struct.pack_into("<H", data, start + 6, round(height * 20))
        data[start + 12] |= biff.CUSTOM_HEIGHT


def _cut_off(data: bytearray, kind: int, start: int, length: int, plan: SheetPlan) -> None:
    """Take the formats off empty cells beyond the end of what is printed."""
    row, first = struct.unpack_from("<HH", data, start)
    below = plan.last_row is not None and row >= plan.last_row
    count = (length - 6) // 2 if kind == biff.MULBLANK else 1
    for column in range(first, first + count):
        if below or (plan.last_column is not None and column >= plan.last_column):
            struct.pack_into("<H", data, start + 4 + 2 * (column - first), _USUAL_FORMAT)


def _change_column(
    data: bytearray, start: int, plan: SheetPlan, widths: Mapping[int, float]
) -> None:
    first, last, width, style, flags = struct.unpack_from("<5H", data, start)
    if plan.reveal:
        flags &= ~1
        width = width or 8 * 256
    wider = [value for column, value in widths.items() if first < column <= last + 1]
    if wider:
        width = max(width, min(round(max(wider) * 256), 0xFFFF))
    struct.pack_into("<5H", data, start, first, last, width, style, flags)


def _set_up_page(data: bytearray, at: int, plan: SheetPlan) -> None:
    paper, scale, first, wide, high, options = struct.unpack_from("<6H", data, at)
    setup = plan.setup
    if setup is not None:
        known = not options & biff.NO_PRINTER
        upright = bool(options & biff.PORTRAIT) or options & biff.NO_ORIENTATION or not known
        if not known or setup.paper == PAPER_A3:
            paper = setup.paper
        options &= ~(biff.NO_PRINTER | biff.NO_ORIENTATION | biff.PORTRAIT)
        options |= biff.PORTRAIT if upright and not setup.sideways else 0
        wide, high = setup.pages_wide, 0
    if plan.comments:
        options |= _NOTES | _NOTES_AT_END
    struct.pack_into("<6H", data, at, paper, scale, first, wide, high, options)


def _change_margin(data: bytearray, start: int, length: int, *, biff8: bool) -> None:
    """Put spaces in place of the codes for day, time, file and folder."""
    count = struct.unpack_from("<H", data, start)[0] if biff8 else data[start]
    at = start + (2 if biff8 else 1)
    text = biff.text_at(data, at, count, biff8=biff8)
    kept = without_changing_codes(text)
    if kept == text:
        return
    kept = kept.ljust(len(text))
    if not biff8:
        new = kept.encode("gb18030", "replace")
    elif data[at] & 1:
        new = bytes(data[at : at + 1]) + kept.encode("utf-16-le")
    else:
        new = bytes(data[at : at + 1]) + kept.encode("latin-1", "replace")
    room = start + length - at
    if not biff8:
        new = new.ljust(count)
    data[at : at + min(len(new), room)] = new[:room]


# --- frozen values -----------------------------------------------------------------------------


def freeze_records(data: bytearray) -> int:
    """Put stored values in place of formulas, in place.

    Return the day of the last computation, as Excel counts days, or 0 if no cell tells it.
    """
    day = 0
    found = list(biff.records(data))
    number = 0
    while number < len(found):
        kind, start, length = found[number]
        if kind == biff.FORMULA and length >= _TOKENS_AT:
            last = number + 1
            # Between a formula and its text may stand what several formulas share.
            while last < len(found) and found[last][0] in {biff.ARRAY, biff.SHARED, biff.TABLE}:
                last += 1
            text = last < len(found) and found[last][0] == biff.STRING
            if text and last + 1 < len(found) and found[last + 1][0] == biff.CONTINUE:
                number = last + 2
                continue  # a text of more than 8,000 characters is no date
            day = _day(data, start) or day
            _freeze(data, found[number : last + 1 if text else last])
            number = last + 1 if text else last
            continue
        number += 1
    return day


def _day(data: bytearray, start: int) -> int:
    """The stored result of a formula that is TODAY() or NOW() and nothing else."""
    (size,) = struct.unpack_from("<H", data, start + _TOKENS_AT - 2)
    tokens = bytes(data[start + _TOKENS_AT : start + _TOKENS_AT + size])
    if _TODAY.fullmatch(tokens.removeprefix(_VOLATILE_TOKEN + b"\0\0")) is None:
        return 0
    (value,) = struct.unpack_from("<d", data, start + _RESULT_AT)
    return int(value) if 0 < value < _LATEST_DAY else 0


def _fix_day(data: bytearray, start: int, length: int, day: int) -> None:
    """Put a day where the condition of a format asks for today's; both take three bytes."""
    condition = bytes(data[start : start + length])
    data[start : start + length] = _TODAY.sub(struct.pack("<BH", _INTEGER, day), condition)


def _freeze(data: bytearray, group: list[tuple[int, int, int]]) -> None:
    _, start, _ = group[0]
    result = bytes(data[start + _RESULT_AT : start + _RESULT_AT + 8])
    head = bytes(data[start : start + 6])
    tokens = bytes(data[start + _TOKENS_AT : start + _TOKENS_AT + 2])
    blank = result in {bytes(8), b"\x03" + bytes(5) + b"\xff\xff"}
    alone = len(group) == 1 and tokens[0] != _SHARED_TOKEN
    if blank and alone and tokens != _VOLATILE_TOKEN:
        return  # a result that some programs leave out; LibreOffice computes it
    if result[6:] != b"\xff\xff":
        new = struct.pack("<HH", biff.NUMBER, 14) + head + result
    elif result[0] == _TEXT and group[-1][0] == biff.STRING:
        _, text_at, text_length = group[-1]
        text = bytes(data[text_at : text_at + text_length])
        new = struct.pack("<HH", biff.LABEL, 6 + len(text)) + head + text
    elif result[0] in {_TRUTH, _ERROR}:
        new = struct.pack("<HH", biff.BOOLERR, 8) + head + bytes([result[2], result[0] == _ERROR])
    else:
        new = struct.pack("<HH", biff.BLANK, 6) + head
    begin, end = start - 4, group[-1][1] + group[-1][2]
    rest = end - begin - len(new) - 4
    while rest > 8000:
        new += struct.pack("<HH", _FILLER, 8000) + bytes(8000)
        rest -= 8004
    if rest < 0:
        return
    data[begin:end] = new + struct.pack("<HH", _FILLER, rest) + bytes(rest)
