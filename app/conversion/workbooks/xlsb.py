"""Copying .xlsb for LibreOffice: values frozen, hidden parts shown if that was chosen.

Fitting to pages is left to LibreOffice's reading of the author's settings.
"""

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

from app.conversion.freezing.xml_parts import write_package
from app.conversion.workbooks.plan import SheetPlan
from app.workbooks import xlsb
from app.workbooks.formulas import without_changing_codes

_DROPPED = frozenset({xlsb.ARRAY_FORMULA, xlsb.SHARED_FORMULA, xlsb.DATA_TABLE})
_HIDDEN_ROW = 0x10


def copy_xlsb(source: Path, target: Path, plans: Mapping[int, SheetPlan]) -> None:
    """Copy a workbook; ``plans`` are by the number of the sheet, from 0.

    Raises:
        zipfile.BadZipFile, KeyError, struct.error: it is damaged.
    """
    with zipfile.ZipFile(source) as package:
        names = set(package.namelist())
        reveal = any(plan.reveal for plan in plans.values())
        changed = {xlsb.BOOK: _changed_book(package.read(xlsb.BOOK), reveal=reveal)}
        for _, _, part in xlsb.sheet_parts(package):
            if part in names and part.startswith("xl/worksheets"):
                changed[part] = frozen_sheet(package.read(part), reveal=reveal)
        write_package(package, target, changed)


def _changed_book(data: bytes, *, reveal: bool) -> bytes:
    out = []
    for kind, content in xlsb.records(data):
        if kind == xlsb.BUNDLE and reveal:
            content = struct.pack("<I", 0) + content[4:]
        out.append(xlsb.record(kind, content))
    return b"".join(out)


def frozen_sheet(data: bytes, *, reveal: bool = False) -> bytes:
    """Put stored values in place of formulas in the records of a sheet."""
    out = []
    for kind, content in xlsb.records(data):
        if kind in _DROPPED:
            continue
        new = _changed(kind, content, reveal=reveal)
        out.append(xlsb.record(*new))
    return b"".join(out)


def _changed(kind: int, content: bytes, *, reveal: bool) -> tuple[int, bytes]:
    match kind:
        case xlsb.FORMULA_NUMBER:
            return xlsb.REAL, content[:16]
        case xlsb.FORMULA_TEXT:
            _, end = xlsb.text_at(content, 8)
            return xlsb.TEXT, content[:end]
        case xlsb.FORMULA_TRUTH:
            return xlsb.TRUTH, content[:9]
        case xlsb.FORMULA_ERROR:
            return xlsb.ERROR, content[:9]
        case xlsb.ROW if reveal and len(content) > 11:
            return kind, content[:11] + bytes([content[11] & ~_HIDDEN_ROW]) + content[12:]
        case xlsb.COLUMN if reveal and len(content) >= 18:
            return kind, content[:16] + bytes([content[16] & ~1]) + content[17:]
        case xlsb.HEADER_FOOTER:
            return kind, _margins(content)
        case _:
            return kind, content


def _margins(content: bytes) -> bytes:
    """Headers and footers without day, time, file and folder."""
    out = content[:2]
    for text in xlsb.margins(content):
        kept = without_changing_codes(text).encode("utf-16-le")
        out += struct.pack("<I", len(kept) // 2 if text else 0xFFFFFFFF) + kept
    return out
