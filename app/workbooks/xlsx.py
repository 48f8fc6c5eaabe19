"""Reading .xlsx and .xlsm (and WPS's .et in that form): ISO/IEC 29500, strict and transitional."""

import re
import zipfile
from typing import BinaryIO

from lxml import etree

from app.workbooks.errors import WorkbookTooLarge, WorkbookUnreadable
from app.workbooks.formulas import changing_codes, is_volatile
from app.workbooks.model import (
    DEFAULT_HEIGHT,
    DEFAULT_WIDTH,
    MOST_COLUMNS,
    MOST_ROWS,
    PAPER_A4,
    Area,
    Cell,
    PrintSettings,
    Sheet,
    Span,
    Visibility,
    Workbook,
)
from app.workbooks.xlsx_package import XlsxFile
from app.workbooks.xlsx_styles import shared_strings, styles, text_of
from app.zipped import ZIP_TROUBLE

_STATES = {"hidden": Visibility.HIDDEN, "veryHidden": Visibility.VERY_HIDDEN}
_TRUE = {"1", "true", "on"}

#: More areas of one sheet are nobody's settings.
_MOST_AREAS = 200

#: Stands for a text that is not where it should be; another program may find it.
_LOST = "文"

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$")
_COLUMNS = re.compile(r"\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$")
_ROWS = re.compile(r"\$?(\d+):\$?(\d+)$")


def read_xlsx(file: BinaryIO, largest: int, most_cells: int) -> Workbook:
    """Read a workbook.

    Raises:
        WorkbookUnreadable: it is damaged, or no such file.
        WorkbookTooLarge: it holds more than ``most_cells``, or a part larger than ``largest``.
    """
    try:
        with zipfile.ZipFile(file) as package:
            return _read(XlsxFile(package, largest), most_cells)
    except ZIP_TROUBLE as error:
        raise WorkbookUnreadable from error


def _read(source: XlsxFile, most_cells: int) -> Workbook:
    strings = shared_strings(source)
    areas = print_areas(source.book)
    book = Workbook(styles=styles(source))
    book.links = sum(1 for _ in source.book.iterfind("{*}externalReferences/{*}externalReference"))
    book.changes = _recorded_changes(source)
    left = most_cells
    for number, (entry, part, of_cells) in enumerate(source.sheets()):
        sheet = Sheet(
            entry.get("name", ""), _STATES.get(entry.get("state", ""), Visibility.VISIBLE)
        )
        book.sheets.append(sheet)
        root = source.parsed(part) if part else None
        if root is None:
            book.complete = False
            continue
        if not of_cells:
            sheet.drawn = Area(1, 1, 1, 1)  # a chart that fills the page
            continue
        read_sheet(root, sheet, strings, areas.get(number, ()), left)
        left -= len(sheet.cells)
        _read_neighbours(source, part, root, sheet)
    return book


def _recorded_changes(source: XlsxFile) -> int:
    """Count what the logs of a shared workbook tell of."""
    headers = source.part_of("revisionHeaders")
    logs = (part for _, part, _ in source.related(headers)) if headers else ()
    roots = (source.parsed(part) for part in logs)
    return sum(len(root) for root in roots if root is not None)


def print_areas(book: etree._Element) -> dict[int, tuple[Area, ...]]:
    """The print areas, by the number of the sheet."""
    found: dict[int, tuple[Area, ...]] = {}
    for name in book.iterfind("{*}definedNames/{*}definedName"):
        local = name.get("localSheetId", "")
        if name.get("name") == "_xlnm.Print_Area" and local.isdigit():
            areas = tuple(filter(None, map(area_of, _references(name.text or ""))))
            if areas:
                found[int(local)] = areas[:_MOST_AREAS]
    return found


def _references(text: str) -> list[str]:
    # A sheet's name may hold commas and quotes: 'a,b'!$A$1:$C$9,'a,b'!$E$1:$F$9.
    without_names = re.sub(r"'(?:[^']|'')*'!", "", text)
    return [piece.rpartition("!")[2] for piece in without_names.split(",")]


def area_of(reference: str) -> Area | None:
    """The rectangle that a reference without a sheet names; None if it names none."""
    if cells := _REFERENCE.match(reference):
        left, top, right, bottom = cells.groups()
        column, row = column_number(left), int(top)
        return Area(row, column, int(bottom or row), column_number(right) if right else column)
    if columns := _COLUMNS.match(reference):
        return Area(1, column_number(columns.group(1)), MOST_ROWS, column_number(columns.group(2)))
    if rows := _ROWS.match(reference):
        return Area(int(rows.group(1)), 1, int(rows.group(2)), MOST_COLUMNS)
    return None


def column_number(letters: str) -> int:
    """A → 1, XFD → 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def read_sheet(
    root: etree._Element, sheet: Sheet, strings: list[str], areas: tuple[Area, ...], most: int
) -> None:
    """Read a worksheet's XML into ``sheet``."""
    format_ = root.find("{*}sheetFormatPr")
    if format_ is not None:
        sheet.default_height = float(format_.get("defaultRowHeight", DEFAULT_HEIGHT))
        base = float(format_.get("baseColWidth", "8"))
        sheet.default_width = float(format_.get("defaultColWidth", max(base + 0.43, DEFAULT_WIDTH)))
    for column in root.iterfind("{*}cols/{*}col"):
        width = float(column.get("width", sheet.default_width))
        hidden = column.get("hidden") in _TRUE or width == 0
        first, last = int(column.get("min", "1")), int(column.get("max", "1"))
        sheet.columns.append(Span(first, min(last, MOST_COLUMNS), width, hidden))
    for merged in root.iterfind("{*}mergeCells/{*}mergeCell"):
        if (area := area_of(merged.get("ref", ""))) is not None:
            sheet.merged.append(area)
    sheet.filtered = root.find("{*}autoFilter/{*}filterColumn") is not None
    margins = root.iterfind("{*}headerFooter/*")
    sheet.left_out = sum(changing_codes(margin.text or "") for margin in margins)
    sheet.settings = _settings(root, areas)
    _read_rows(root, sheet, strings, most)


def _settings(root: etree._Element, areas: tuple[Area, ...]) -> PrintSettings:
    setup = root.find("{*}pageSetup")
    properties = root.find("{*}sheetPr/{*}pageSetUpPr")
    attributes = setup.attrib if setup is not None else {}
    fitted = properties is not None and properties.get("fitToPage") in _TRUE
    return PrintSettings(
        int(attributes.get("fitToWidth", "1")) if fitted else 0,
        int(attributes.get("fitToHeight", "1")) if fitted else 0,
        int(attributes.get("scale", "100")),
        attributes.get("orientation") == "landscape",
        int(attributes.get("paperSize", PAPER_A4)),
        areas,
    )


def _read_rows(root: etree._Element, sheet: Sheet, strings: list[str], most: int) -> None:
    reader = _CellReader(root, sheet, strings)
    row_number = 0
    for row in root.iterfind("{*}sheetData/{*}row"):
        row_number = int(row.get("r", row_number + 1))
        height = row.get("ht")
        if row.get("hidden") in _TRUE or (height is not None and float(height) == 0):
            sheet.hidden_rows.add(row_number)
        elif height is not None:
            custom = row.get("customHeight") in _TRUE
            (sheet.heights if custom else sheet.automatic)[row_number] = float(height)
        column = 0
        for cell in row.iterchildren(reader.cell):
            reference = cell.get("r")
            column = column_number(reference.rstrip("0123456789")) if reference else column + 1
            if column > MOST_COLUMNS:
                raise WorkbookUnreadable
            reader.take(cell, row_number, column)
        if len(sheet.cells) > most:
            raise WorkbookTooLarge


class _CellReader:
    """Reads cells one by one; names are made up once, because there may be a million."""

    def __init__(self, root: etree._Element, sheet: Sheet, strings: list[str]) -> None:
        space = f"{{{etree.QName(root).namespace}}}"
        self.cell = f"{space}c"
        self._value, self._inline, self._formula = f"{space}v", f"{space}is", f"{space}f"
        self._sheet = sheet
        self._strings = strings

    def take(self, cell: etree._Element, row: int, column: int) -> None:
        shown = self._content(cell)
        if shown is not None:
            number, text = shown
            self._sheet.cells.append(Cell(row, column, number, text, int(cell.get("s", "0"))))
        elif "s" in cell.attrib:
            self._sheet.empty(row, column)

    def _content(self, cell: etree._Element) -> tuple[float | None, str] | None:
        kind, value, formula = cell.get("t", "n"), "", ""
        for child in cell:
            if child.tag == self._value:
                value = child.text or ""
            elif child.tag == self._inline:
                value = text_of(child)
            elif child.tag == self._formula:
                formula = child.text or "shared"
        if kind == "s":
            number = int(value or "-1")
            value = self._strings[number] if 0 <= number < len(self._strings) else _LOST
        if not value:
            self._sheet.uncalculated += int(is_volatile(formula))
            return (None, "0") if formula else None
        if kind != "n":
            return None, value
        if formula.replace(" ", "").upper() in {"TODAY()", "NOW()"}:
            self._sheet.day = float(value)
        return float(value), ""


def _read_neighbours(source: XlsxFile, part: str, root: etree._Element, sheet: Sheet) -> None:
    """Count comments and measure what is drawn on a sheet."""
    for kind, target, _ in source.related(part):
        if kind.endswith("/comments"):
            root = source.parsed(target)
            if root is not None:
                sheet.comments += sum(1 for _ in root.iter("{*}comment"))
        elif kind.endswith("/drawing"):
            root = source.parsed(target)
            for anchor in root if root is not None else ():
                sheet.drawn = _joined(sheet.drawn, anchor)
    # Older shapes tell their places elsewhere; comments have boxes that are such shapes.
    older = ("oleObjects", "controls", "picture")
    if any(root.find(f"{{*}}{name}") is not None for name in older) or (
        root.find("{*}legacyDrawing") is not None and not sheet.comments
    ):
        sheet.drawn = sheet.drawn or Area(1, 1, 1, 1)


def _joined(drawn: Area | None, anchor: etree._Element) -> Area:
    end = anchor.find("{*}to")
    if end is None:
        end = anchor.find("{*}from")
    row = int(end.findtext("{*}row", "0")) + 1 if end is not None else 1
    column = int(end.findtext("{*}col", "0")) + 1 if end is not None else 1
    before = drawn or Area(1, 1, 1, 1)
    return Area(1, 1, max(before.bottom, row), min(max(before.right, column), MOST_COLUMNS))
