"""Spreadsheets made to fit the width of a page, in a copy, by changing their print settings.

LibreOffice cuts a wide sheet into columns of pages unless the file itself asks to be fitted. So the
copy that it gets says so: in the XML of ``.xlsx`` and ``.ods``, in the records of ``.xls``. What an
author has set to be fitted stays as it is.
"""

import math
import re
import shutil
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import olefile

#: A part larger than this is a data dump; its settings are not worth the memory.
_LARGEST_PART = 64 * 1024 * 1024

#: Printable widths in points with the margins that Excel sets by default.
_A4_UPRIGHT, _A4_SIDEWAYS, _A3_SIDEWAYS = 495.0, 742.0, 1090.0

#: Print below this scale is not to be expected of a reader: 11 pt becomes 6.6 on A4, 3.9 on A3.
_LEGIBLE_A4, _LEGIBLE = 0.6, 0.35

_PAPER_A4, _PAPER_A3 = 9, 8

#: A column's width in characters to points: 7 pixels each and 5 of padding, 96 to the inch.
_POINTS_PER_CHARACTER = 7 * 0.75
_PADDING = 5 * 0.75
_DEFAULT_CHARACTERS = 8.43
_MOST_COLUMNS = 16384


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How a sheet is to be printed: paper (Excel's number), lying or not, pages side by side."""

    paper: int
    sideways: bool
    pages_wide: int


def page_setup_for(width: float) -> PageSetup:
    """Choose the smallest paper on which a sheet of ``width`` points can still be read."""
    if width <= _A4_UPRIGHT / 0.75:
        return PageSetup(_PAPER_A4, sideways=False, pages_wide=1)
    if width <= _A4_SIDEWAYS / _LEGIBLE_A4:
        return PageSetup(_PAPER_A4, sideways=True, pages_wide=1)
    pages = math.ceil(width / (_A3_SIDEWAYS / _LEGIBLE))
    return PageSetup(_PAPER_A3, sideways=True, pages_wide=pages)


# --- .xlsx -------------------------------------------------------------------------------------

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_ROOT = re.compile(rb"<(\w+:)?worksheet\b[^>]*>")
_FITTED = re.compile(rb"<(?:\w+:)?pageSetUpPr\b[^>]*\bfitToPage=\"(?:1|true)\"")
_PAGE_SETUP = re.compile(rb"<(?:\w+:)?pageSetup\b([^>]*?)/?>")
_OWNED = re.compile(rb"\s(?:scale|fitToWidth|fitToHeight|usePrinterDefaults)=\"[^\"]*\"")


def fit_xlsx(source: Path, target: Path) -> None:
    """Copy a workbook with every sheet set to be fitted to its page's width.

    Raises:
        zipfile.BadZipFile: it is no zip.
    """
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for part in old.infolist():
            if _SHEET.fullmatch(part.filename) and part.file_size <= _LARGEST_PART:
                new.writestr(part.filename, fit_sheet_xml(old.read(part)))
                continue
            with old.open(part) as data, new.open(part.filename, "w", force_zip64=True) as copy:
                shutil.copyfileobj(data, copy, 1024 * 1024)


def fit_sheet_xml(xml: bytes) -> bytes:
    """Set one worksheet to be fitted; XML that is none of ours comes back as it was."""
    root = _ROOT.search(xml)
    cells = xml.find(b"sheetData")
    if root is None or cells < 0:
        return xml
    head, body = xml[: root.end()], xml[root.end() :]
    cells -= root.end()
    settings, data = body[:cells], body[cells:]
    if _FITTED.search(settings):
        return xml
    prefix = root.group(1) or b""
    setup = page_setup_for(_xlsx_width(settings, data))
    data_end = data.rfind(b"</" + prefix + b"worksheet>")
    tail_start = max(data.rfind(b"</" + prefix + b"sheetData>"), 0)
    tail = _with_page_setup(data[tail_start:data_end], prefix, setup)
    return (
        head + _with_fit_flag(settings, prefix) + data[:tail_start] + tail + data[data_end:]
        if data_end > 0
        else xml
    )


def _with_fit_flag(settings: bytes, prefix: bytes) -> bytes:
    flag = b"<" + prefix + b'pageSetUpPr fitToPage="1"/>'
    settings = re.sub(rb"<(?:\w+:)?pageSetUpPr\b[^>]*/>", b"", settings)
    closed = re.search(rb"<(?:\w+:)?sheetPr\b([^>]*)/>", settings)
    if closed is not None:
        whole = b"<%bsheetPr%b>%b</%bsheetPr>" % (prefix, closed.group(1), flag, prefix)
        return settings[: closed.start()] + whole + settings[closed.end() :]
    end = settings.find(b"</" + prefix + b"sheetPr>")
    if end >= 0:
        return settings[:end] + flag + settings[end:]
    return b"<" + prefix + b"sheetPr>" + flag + b"</" + prefix + b"sheetPr>" + settings


def _with_page_setup(tail: bytes, prefix: bytes, setup: PageSetup) -> bytes:
    found = _PAGE_SETUP.search(tail)
    attributes = _OWNED.sub(b"", found.group(1)) if found is not None else b""
    upright = b'orientation="portrait"' in attributes
    chosen = b"orientation=" in attributes and not (upright and setup.sideways)
    if not chosen:
        attributes = re.sub(rb"\sorientation=\"[^\"]*\"", b"", attributes)
        attributes += b' orientation="landscape"' if setup.sideways else b' orientation="portrait"'
    if b"paperSize=" not in attributes or setup.paper == _PAPER_A3:
        attributes = re.sub(rb"\spaperSize=\"[^\"]*\"", b"", attributes)
        attributes += b' paperSize="%d"' % setup.paper
    fitted = b'<%bpageSetup%b fitToWidth="%d" fitToHeight="0"/>' % (
        prefix,
        attributes.rstrip(),
        setup.pages_wide,
    )
    if found is not None:
        return tail[: found.start()] + fitted + tail[found.end() :]
    return tail + fitted


def _xlsx_width(settings: bytes, data: bytes) -> float:
    """Estimate how wide the used columns are, in points."""
    default = re.search(rb"\bdefaultColWidth=\"([\d.]+)\"", settings)
    normal = float(default.group(1)) if default else _DEFAULT_CHARACTERS
    widths: dict[int, float] = {}
    for column in re.finditer(rb"<(?:\w+:)?col\b([^>]*)/?>", settings):
        attributes = dict(re.findall(rb"(\w+)=\"([^\"]*)\"", column.group(1)))
        first, last = int(attributes.get(b"min", 1)), int(attributes.get(b"max", 1))
        width = 0.0 if attributes.get(b"hidden") in (b"1", b"true") else normal
        if width and b"width" in attributes:
            width = float(attributes[b"width"])
        for number in range(first, min(last, _MOST_COLUMNS) + 1):
            widths[number] = width
    # The dimension element is optional and often wrong; the first rows tell the truth.
    used = max(
        (_column(name) for name in re.findall(rb"\br=\"([A-Z]{1,3})\d+\"", data[:500_000])),
        default=1,
    )
    return sum(
        _points(widths.get(number, normal)) for number in range(1, min(used, _MOST_COLUMNS) + 1)
    )


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number


def _points(characters: float) -> float:
    return characters * _POINTS_PER_CHARACTER + _PADDING if characters else 0.0


# --- .ods --------------------------------------------------------------------------------------


_LAYOUT = re.compile(rb"<style:page-layout-properties\b[^>]*>")
_SCALE = re.compile(rb"\sstyle:scale-to=\"[^\"]*\"")
_PAPER = re.compile(rb"\s(?:fo:page-width|fo:page-height|style:print-orientation)=\"[^\"]*\"")
_LYING = {_PAPER_A4: (b"297mm", b"210mm"), _PAPER_A3: (b"420mm", b"297mm")}

#: Lengths as OpenDocument writes them, in points.
_UNITS = {b"in": 72.0, b"cm": 72 / 2.54, b"mm": 72 / 25.4, b"pt": 1.0}

#: A run of columns longer than this is the empty rest of the sheet.
_LONGEST_RUN = 200


def fit_ods(source: Path, target: Path) -> None:
    """Copy an OpenDocument spreadsheet with its page layouts set to be fitted.

    Raises:
        zipfile.BadZipFile: it is no zip.
        KeyError: it is no OpenDocument spreadsheet.
    """
    with (
        zipfile.ZipFile(source) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        content = old.getinfo("content.xml")
        sane = content.file_size <= _LARGEST_PART
        setup = page_setup_for(_ods_width(old.read(content)) if sane else 0.0)
        for part in old.infolist():
            if part.filename == "styles.xml" and part.file_size <= _LARGEST_PART:
                new.writestr(part, fit_layouts(old.read(part), setup))
                continue
            # The type of compression stays: the first part must not be compressed.
            with old.open(part) as data, new.open(part, "w", force_zip64=True) as copy:
                shutil.copyfileobj(data, copy, 1024 * 1024)


def fit_layouts(styles: bytes, setup: PageSetup) -> bytes:
    """Set the page layouts of a ``styles.xml`` to be fitted, on the paper that was chosen."""

    def fitted(layout: re.Match[bytes]) -> bytes:
        properties = layout.group()
        if b"style:scale-to-" in properties:
            return properties  # by pages or by width: the author has decided
        name = b"<style:page-layout-properties"
        rest = _SCALE.sub(b"", properties[len(name) :])
        added = b' style:scale-to-X="%d" style:scale-to-Y="0"' % setup.pages_wide
        if setup.sideways:
            rest = _PAPER.sub(b"", rest)
            added += b' fo:page-width="%b" fo:page-height="%b"' % _LYING[setup.paper]
            added += b' style:print-orientation="landscape"'
        return name + added + rest

    return _LAYOUT.sub(fitted, styles)


def _ods_width(content: bytes) -> float:
    """Estimate the width of the widest table, in points."""
    widths: dict[bytes, float] = {}
    for style in re.finditer(
        rb"<style:style\b[^>]*style:name=\"([^\"]+)\"[^>]*>\s*<style:table-column-properties\b"
        rb"[^>]*style:column-width=\"([\d.]+)(in|cm|mm|pt)\"",
        content,
    ):
        widths[style.group(1)] = float(style.group(2)) * _UNITS[style.group(3)]
    widest = 0.0
    for table in re.split(rb"<table:table\s", content)[1:]:
        total = 0.0
        for column in re.finditer(rb"<table:table-column\b([^>]*)>", table):
            attributes = dict(re.findall(rb"([\w:-]+)=\"([^\"]*)\"", column.group(1)))
            run = int(attributes.get(b"table:number-columns-repeated", 1))
            if run <= _LONGEST_RUN:
                total += run * widths.get(attributes.get(b"table:style-name", b""), 64.0)
        widest = max(widest, total)
    return widest


# --- .xls --------------------------------------------------------------------------------------

_BOF, _EOF, _WSBOOL, _SETUP, _COLINFO, _DIMENSIONS, _DEFCOLWIDTH = (
    0x0809,
    0x000A,
    0x0081,
    0x00A1,
    0x007D,
    0x0200,
    0x0055,
)
_WORKSHEET = 0x0010
_FIT_FLAG = 0x0100
_PORTRAIT, _NO_PRINTER, _NO_ORIENTATION = 0x0002, 0x0004, 0x0040


def fit_xls(path: Path) -> None:
    """Set the sheets of an Excel 97–2003 (or 5.0/95) file to be fitted, in place.

    Only the values of records that are there change, so that the file keeps its layout; a sheet
    without such records stays as it is.

    Raises:
        OSError: it is no such file.
    """
    with olefile.OleFileIO(str(path), write_mode=True) as container:
        for name in ("Workbook", "Book"):
            if container.exists(name) and container.get_size(name) <= _LARGEST_PART:
                data = bytearray(container.openstream(name).read())
                if fit_xls_records(data):
                    container.write_stream(name, bytes(data))


def fit_xls_records(data: bytearray) -> bool:
    """Change a workbook stream (MS-XLS 2.4) in place; return True if anything was changed."""
    changed = False
    sheet: dict[int, int] = {}  # record type → where its data begin, of the sheet at hand
    widths: dict[int, float] = {}
    used, normal = 0, _DEFAULT_CHARACTERS
    inside = 0
    for kind, start, length in _records(data):
        if kind == _BOF:
            inside += 1
            if inside == 1:
                worksheet = struct.unpack_from("<H", data, start + 2)[0] == _WORKSHEET
                sheet, widths, used, normal = {}, {}, 0, _DEFAULT_CHARACTERS
        elif kind == _EOF:
            inside -= 1
            if inside == 0 and worksheet and _WSBOOL in sheet and _SETUP in sheet:
                total = sum(_points(widths.get(number, normal)) for number in range(used))
                changed = _fit_records(data, sheet[_WSBOOL], sheet[_SETUP], total) or changed
        elif inside == 1 and length >= 2:
            sheet.setdefault(kind, start)
            if kind == _COLINFO and length >= 6:
                first, last, width = struct.unpack_from("<HHH", data, start)
                widths.update(dict.fromkeys(range(first, min(last, 255) + 1), width / 256))
            elif kind == _DIMENSIONS:
                offset = 10 if length >= 14 else 6
                used = min(struct.unpack_from("<H", data, start + offset)[0], 256)
            elif kind == _DEFCOLWIDTH:
                normal = float(struct.unpack_from("<H", data, start)[0])
    return changed


def _records(data: bytearray) -> Iterator[tuple[int, int, int]]:
    position = 0
    while position + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, position)
        if position + 4 + length > len(data) or (kind == 0 and length == 0):
            return
        yield kind, position + 4, length
        position += 4 + length


def _fit_records(data: bytearray, flags_at: int, setup_at: int, width: float) -> bool:
    (flags,) = struct.unpack_from("<H", data, flags_at)
    if flags & _FIT_FLAG:
        return False
    setup = page_setup_for(width)
    paper, scale, first, _, _, options = struct.unpack_from("<6H", data, setup_at)
    known = not options & _NO_PRINTER
    upright = bool(options & _PORTRAIT) or options & _NO_ORIENTATION or not known
    if not known or setup.paper == _PAPER_A3:
        paper = setup.paper
    sideways = setup.sideways if upright else True
    options &= ~(_NO_PRINTER | _NO_ORIENTATION | _PORTRAIT)
    options |= 0 if sideways else _PORTRAIT
    struct.pack_into("<H", data, flags_at, flags | _FIT_FLAG)
    struct.pack_into("<6H", data, setup_at, paper, scale, first, setup.pages_wide, 0, options)
    return True
