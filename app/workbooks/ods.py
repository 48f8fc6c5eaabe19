"""Reading OpenDocument spreadsheets (.ods and, flat, .fods), as far as printing needs it."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from lxml import etree

from app.workbooks.errors import WorkbookTooLarge, WorkbookUnreadable
from app.workbooks.formulas import is_volatile
from app.workbooks.model import (
    MOST_COLUMNS,
    MOST_ROWS,
    PAPER_A3,
    PAPER_A4,
    Area,
    Cell,
    PrintSettings,
    Sheet,
    Span,
    Style,
    Visibility,
    Workbook,
)
from app.workbooks.room import characters
from app.workbooks.xlsx import area_of
from app.workbooks.xml_tree import parse
from app.zipped import ZIP_TROUBLE

_SPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
TABLE = f"{{{_SPACE.format('table')}}}"
STYLE = f"{{{_SPACE.format('style')}}}"
OFFICE = f"{{{_SPACE.format('office')}}}"
TEXT = f"{{{_SPACE.format('text')}}}"
DRAW = f"{{{_SPACE.format('drawing')}}}"
FO = f"{{{_SPACE.format('xsl-fo-compatible')}}}"

#: Lengths as OpenDocument writes them, in points.
_UNITS = {"in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"([\d.]+)(in|cm|mm|pt|pc|px)$")

#: Widths are lengths here, and the digits of a substituted font may be a fifth wider.
_DIGIT_MARGIN = 1.3

#: The height of standing A3, less some.
_A3_HEIGHT = 1150.0


@dataclass(frozen=True, slots=True)
class OdsParts:
    """The trees of a spreadsheet; the same one twice if the file is flat."""

    content: etree._Element
    styles: etree._Element

    def all_of(self, tag: str) -> Iterator[etree._Element]:
        """Elements of both trees."""
        yield from self.content.iter(tag)
        if self.styles is not self.content:
            yield from self.styles.iter(tag)

    def layout_of(self, table: etree._Element) -> etree._Element | None:
        """The page layout with which a table is printed."""
        style = self.style_of(table)
        master = style.get(f"{STYLE}master-page-name", "Default") if style is not None else ""
        pages = {e.get(f"{STYLE}name"): e for e in self.all_of(f"{STYLE}master-page")}
        page = pages.get(master or "Default")
        if page is None:
            return None
        wanted = page.get(f"{STYLE}page-layout-name")
        layouts = self.all_of(f"{STYLE}page-layout")
        return next((e for e in layouts if e.get(f"{STYLE}name") == wanted), None)

    def style_of(self, table: etree._Element) -> etree._Element | None:
        """The automatic style of a table."""
        name = table.get(f"{TABLE}style-name")
        return next(
            (
                e
                for e in self.content.iter(f"{STYLE}style")
                if e.get(f"{STYLE}name") == name and e.get(f"{STYLE}family") == "table"
            ),
            None,
        )

    def tables(self) -> list[etree._Element]:
        """The sheets, in their order."""
        return list(self.content.iterfind(f".//{OFFICE}spreadsheet/{TABLE}table"))


def zipped_parts(package: zipfile.ZipFile, largest: int) -> OdsParts:
    """The trees of an .ods.

    Raises:
        KeyError: it is none.
        WorkbookTooLarge: a part is larger than ``largest``.
        WorkbookUnreadable: it is damaged.
    """
    if package.getinfo("content.xml").file_size > largest:
        raise WorkbookTooLarge
    content = parse(package.read("content.xml"))
    names = package.namelist()
    styles = parse(package.read("styles.xml")) if "styles.xml" in names else content
    return OdsParts(content, styles)


def read_ods(file: BinaryIO, largest: int, most_cells: int) -> Workbook:
    """Read an .ods. Raises ``WorkbookUnreadable`` or ``WorkbookTooLarge``."""
    try:
        with zipfile.ZipFile(file) as package:
            return read_parts(zipped_parts(package, largest), most_cells)
    except ZIP_TROUBLE as error:
        raise WorkbookUnreadable from error


def read_fods(file: BinaryIO, largest: int, most_cells: int) -> Workbook:
    """Read a flat file. Raises ``WorkbookUnreadable`` or ``WorkbookTooLarge``."""
    data = file.read(largest + 1)
    if len(data) > largest:
        raise WorkbookTooLarge
    root = parse(data)
    try:
        return read_parts(OdsParts(root, root), most_cells)
    except ValueError as error:
        raise WorkbookUnreadable from error


def read_parts(parts: OdsParts, most_cells: int) -> Workbook:
    """Read the trees of a spreadsheet."""
    book = Workbook(digit_margin=_DIGIT_MARGIN)
    reader = _Reader(parts, book, most_cells)
    for table in parts.tables():
        book.sheets.append(reader.sheet(table))
    sources = {
        e.get("{http://www.w3.org/1999/xlink}href") for e in parts.all_of(f"{TABLE}table-source")
    }
    book.links = len(sources)
    book.changes = sum(len(each) for each in parts.content.iter(f"{TABLE}tracked-changes"))
    return book


def length(value: str | None, default: float = 0.0) -> float:
    """A length in points."""
    found = _LENGTH.match(value or "")
    return float(found.group(1)) * _UNITS[found.group(2)] if found else default


class _Reader:
    def __init__(self, parts: OdsParts, book: Workbook, most_cells: int) -> None:
        self._parts = parts
        self._book = book
        self._left = most_cells
        self._styles = {
            (e.get(f"{STYLE}family"), e.get(f"{STYLE}name")): e
            for e in parts.all_of(f"{STYLE}style")
        }
        self._numbers: dict[str, int] = {}

    def sheet(self, table: etree._Element) -> Sheet:
        sheet = Sheet(table.get(f"{TABLE}name", ""))
        if self._property("table", table, f"{TABLE}display") == "false":
            sheet.visibility = Visibility.HIDDEN
        sheet.settings = self._settings(table)
        columns, defaults = self._columns(table, sheet)
        row_number = 1
        for row in table.iter(f"{TABLE}table-row"):
            run = max(int(row.get(f"{TABLE}number-rows-repeated", "1")), 1)
            self._row(row, row_number, min(run, MOST_ROWS), sheet, defaults)
            row_number += run
        sheet.columns = columns
        for shape in table.iter(f"{DRAW}*"):
            end = shape.get(f"{TABLE}end-cell-address", "").rpartition(".")[2]
            area = area_of(end.replace("$", "")) or Area(1, 1, 1, 1)
            before = sheet.drawn or area
            sheet.drawn = Area(1, 1, max(before.bottom, area.bottom), max(before.right, area.right))
        return sheet

    def _property(self, family: str, element: etree._Element, name: str) -> str | None:
        """The value of a formatting property, looked for up the chain of styles."""
        key = element.get(f"{TABLE}style-name") or "Default"
        for _ in range(10):
            style = self._styles.get((family, key))
            if style is None:
                return None
            for properties in style:
                if (value := properties.get(name)) is not None:
                    return str(value)
            key = style.get(f"{STYLE}parent-style-name", "")
        return None

    def _columns(self, table: etree._Element, sheet: Sheet) -> tuple[list[Span], list[str]]:
        spans: list[Span] = []
        defaults: list[str] = []
        first = 1
        for column in table.iter(f"{TABLE}table-column"):
            run = int(column.get(f"{TABLE}number-columns-repeated", "1"))
            width = self._property("table-column", column, f"{STYLE}column-width")
            hidden = column.get(f"{TABLE}visibility", "visible") != "visible"
            last = min(first + run - 1, MOST_COLUMNS)
            spans.append(Span(first, last, characters(length(width, 64.0)), hidden))
            default = column.get(f"{TABLE}default-cell-style-name", "Default")
            defaults += [default] * min(run, 256)
            first += run
        return spans, defaults

    def _row(
        self, row: etree._Element, number: int, run: int, sheet: Sheet, defaults: list[str]
    ) -> None:
        column = 1
        held = False
        for cell in row:
            if cell.tag not in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
                continue
            repeated = max(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 1)
            shown = self._content(cell, sheet)
            if shown is not None:
                held = True
                default = defaults[column - 1] if column <= len(defaults) else "Default"
                style = self._style(cell.get(f"{TABLE}style-name") or default)
                for across in range(column, min(column + repeated, MOST_COLUMNS + 1)):
                    for down in range(number, number + run):
                        self._take(sheet, Cell(down, across, *shown, style))
                self._merge(cell, number, column, sheet)
            elif cell.get(f"{TABLE}style-name"):
                sheet.empty(number + run - 1, min(column + repeated - 1, MOST_COLUMNS))
            column += repeated
        if row.get(f"{TABLE}visibility", "visible") != "visible" and held:
            sheet.hidden_rows.update(range(number, number + run))
            sheet.filtered = sheet.filtered or row.get(f"{TABLE}visibility") == "filter"
        elif held and (height := self._property("table-row", row, f"{STYLE}row-height")):
            sheet.heights.update(dict.fromkeys(range(number, number + run), length(height)))

    def _take(self, sheet: Sheet, cell: Cell) -> None:
        self._left -= 1
        if self._left < 0:
            raise WorkbookTooLarge
        sheet.take(cell)

    def _content(self, cell: etree._Element, sheet: Sheet) -> tuple[float | None, str] | None:
        sheet.comments += sum(1 for _ in cell.iterfind(f"{OFFICE}annotation"))
        text = "\n".join("".join(each.itertext()) for each in cell.iterfind(f"{TEXT}p"))
        kind = cell.get(f"{OFFICE}value-type", "")
        formula = cell.get(f"{TABLE}formula")
        if formula and not kind:
            sheet.uncalculated += int(is_volatile(formula))
            return None, "0"
        if kind in {"float", "percentage", "currency", "date", "time"}:
            value = cell.get(f"{OFFICE}value")
            number = float(value) if value else 0.0
            # LibreOffice stores what it showed, and that may have been ####.
            hidden = not text.strip("#")
            return number, _in_full(cell, number) if hidden else text
        return (None, text) if text.strip() else None

    def _style(self, name: str) -> int:
        if name not in self._numbers:
            element = etree.Element("cell", {f"{TABLE}style-name": name})
            size = length(self._property("table-cell", element, f"{FO}font-size"), 10.0)
            wrapped = self._property("table-cell", element, f"{FO}wrap-option") == "wrap"
            shrunk = self._property("table-cell", element, f"{STYLE}shrink-to-fit") == "true"
            self._numbers[name] = len(self._book.styles)
            self._book.styles.append(Style(self._data_style(name), size, wrapped, shrunk))
        return self._numbers[name]

    def _data_style(self, name: str) -> str:
        """The name of the number format; "General" where there is none."""
        for _ in range(10):
            style = self._styles.get(("table-cell", name))
            if style is None:
                break
            if (data := style.get(f"{STYLE}data-style-name")) is not None:
                return "General" if data == "N0" else str(data)
            name = style.get(f"{STYLE}parent-style-name", "")
        return "General"

    def _merge(self, cell: etree._Element, row: int, column: int, sheet: Sheet) -> None:
        across = int(cell.get(f"{TABLE}number-columns-spanned", "1"))
        down = int(cell.get(f"{TABLE}number-rows-spanned", "1"))
        if across > 1 or down > 1:
            sheet.merged.append(Area(row, column, row + down - 1, column + across - 1))

    def _settings(self, table: etree._Element) -> PrintSettings:
        areas = tuple(filter(None, map(_print_range, print_ranges(table))))
        layout = self._parts.layout_of(table)
        properties = layout.find(f"{STYLE}page-layout-properties") if layout is not None else None
        if properties is None:
            return PrintSettings(areas=areas)
        pages = int(properties.get(f"{STYLE}scale-to-pages", "0"))
        height = length(properties.get(f"{FO}page-height"))
        width = length(properties.get(f"{FO}page-width"))
        return PrintSettings(
            int(properties.get(f"{STYLE}scale-to-X", "0")),
            int(properties.get(f"{STYLE}scale-to-Y", "0")) or pages,
            int(properties.get(f"{STYLE}scale-to", "100").rstrip("%")),
            properties.get(f"{STYLE}print-orientation") == "landscape",
            PAPER_A3 if max(width, height) > _A3_HEIGHT else PAPER_A4,
            areas,
        )


def _in_full(cell: etree._Element, number: float) -> str:
    """What a number or date may look like if there is room for it."""
    day, _, time = cell.get(f"{OFFICE}date-value", "").partition("T")
    if day:
        return f"{day} {time[:5]}" if time else day
    return "00:00:00" if cell.get(f"{OFFICE}time-value") else f"{number:,.2f}"


def print_ranges(table: etree._Element) -> list[str]:
    """The references of a table's print ranges: 'My sheet'.A1:'My sheet'.E9, by spaces."""
    text = table.get(f"{TABLE}print-ranges", "")
    return re.sub(r"'(?:[^']|'')*'", "", text).split()


def _print_range(reference: str) -> Area | None:
    cells = [piece.rpartition(".")[2] for piece in reference.replace("$", "").split(":")]
    return area_of(":".join(cells))
