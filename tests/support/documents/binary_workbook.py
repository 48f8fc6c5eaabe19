"""A small .xlsb, record for record."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

from app.workbooks.xlsb import record

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="bin" '
    'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Override PartName="/xl/worksheets/sheet1.bin" '
    'ContentType="application/vnd.ms-excel.worksheet"/></Types>'
)
_LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_LINK = (
    '<Relationship Id="{}" Target="{}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"/>'
)

#: TODAY() with the mark of a volatile formula.
_TODAY = b"\x19\x01\x00\x00\x21\xdd\x00"


def xlsb(path: Path, rows: Sequence[Sequence[str | float]], header: str = "") -> Path:
    """A sheet with these rows; a number stands as the stored result of TODAY()."""
    data = record(129, b"") + record(145, b"")
    for row, values in enumerate(rows):
        head = struct.pack("<IIHHBI", row, 0, 300, 0, 0, 1) + struct.pack("<II", 0, len(values) - 1)
        data += record(0, head)
        for column, value in enumerate(values):
            cell = struct.pack("<II", column, 0)
            if isinstance(value, str):
                data += record(6, cell + _text(value))
            else:
                formula = struct.pack("<I", len(_TODAY)) + _TODAY + struct.pack("<I", 0)
                data += record(9, cell + struct.pack("<dH", value, 0) + formula)
    data += record(146, b"")
    if header:
        data += record(479, struct.pack("<H", 0) + _text(header) + b"\xff\xff\xff\xff" * 5)
    data += record(130, b"")
    bundle = struct.pack("<II", 0, 1) + _text("rId1") + _text("台账")
    book = record(131, b"") + record(143, b"") + record(156, bundle) + record(144, b"")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        main = _LINK.format("rId1", "xl/workbook.bin", "officeDocument")
        archive.writestr("_rels/.rels", _LINKS.format(main))
        archive.writestr("xl/workbook.bin", book + record(132, b""))
        sheet = _LINK.format("rId1", "worksheets/sheet1.bin", "worksheet")
        archive.writestr("xl/_rels/workbook.bin.rels", _LINKS.format(sheet))
        archive.writestr("xl/worksheets/sheet1.bin", data)
    return path


def _text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")
