"""Reading .xlsx and .xlsm (and WPS's .et in that form): ISO/IEC 29500, strict and transitional."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from app.workbooks.errors import WorkbookTooLarge, WorkbookUnreadable
from app.workbooks.formulas import is_volatile
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
    Style,
    Visibility,
    Workbook,
)

_STATES = {"hidden": Visibility.HIDDEN, "veryHidden": Visibility.VERY_HIDDEN}
_TRUE = {"1", "true", "on"}

#: The number formats that files name by number only; those of China's Excel among them.
BUILT_IN_FORMATS = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ',
    42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$")
_COLUMNS = re.compile(r"\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$")
_ROWS = re.compile(r"\$?(\d+):\$?(\d+)$")


class XlsxFile:
    """A workbook's parts by their role; parsing is left to the caller."""

    def __init__(self, package: zipfile.ZipFile, largest: int) -> None:
        """Find the main part; parts above ``largest`` bytes are not read."""
        self.package = package
        self._largest = largest
        self._names = set(package.namelist())
        main = [
            target
            for kind, target, _ in self.related("")
            if kind.endswith("/officeDocument") and target in self._names
        ]
        self.main = main[0] if main else "xl/workbook.xml"
        book = self.parsed(self.main)
        if book is None:
            raise WorkbookUnreadable
        self.book: etree._Element = book
        self._targets = {key: (kind, part) for kind, part, key in self.related(self.main)}

    def related(self, part: str) -> Iterator[tuple[str, str, str]]:
        """The relationships of a part: type, target part, id."""
        folder, _, name = part.rpartition("/")
        root = self.parsed(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relation in root if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = resolved(folder, relation.get("Target", ""))
            yield relation.get("Type", ""), target, relation.get("Id", "")

    def parsed(self, part: str) -> etree._Element | None:
        """The root of an XML part, or None if there is none.

        Raises:
            WorkbookTooLarge: the part is larger than is looked through.
        """
        if part not in self._names:
            return None
        if self.package.getinfo(part).file_size > self._largest:
            raise WorkbookTooLarge
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            return etree.fromstring(self.package.read(part), parser)
        except etree.XMLSyntaxError as error:
            raise WorkbookUnreadable from error

    def part_of(self, kind: str) -> str | None:
        """The part that the workbook has for ``kind`` (the end of the relationship's type)."""
        return next(
            (part for type_, part in self._targets.values() if type_.endswith(f"/{kind}")), None
        )

    def sheets(self) -> Iterator[tuple[etree._Element, str, bool]]:
        """Each sheet's entry, its part ("" if missing), and whether it is made of cells."""
        for entry in self.book.iterfind("{*}sheets/{*}sheet"):
            key = next((v for k, v in entry.attrib.items() if k.endswith("}id")), "")
            kind, part = self._targets.get(key, ("", ""))
            yield entry, part if part in self._names else "", kind.endswith("/worksheet")


def relationships(package: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The parts that a part names, by id."""
    folder, _, name = part.rpartition("/")
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    if links not in package.namelist():
        return {}
    root = etree.fromstring(package.read(links), etree.XMLParser(resolve_entities=False))
    return {
        each.get("Id", ""): resolved(folder, each.get("Target", ""))
        for each in root
        if each.get("TargetMode") != "External"
    }


def resolved(folder: str, target: str) -> str:
    """The part that a relationship's target names."""
    joined = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(joined).lstrip("/")


def read_xlsx(file: BinaryIO, largest: int, most_cells: int) -> Workbook:
    """Read a workbook.

    Raises:
        WorkbookUnreadable: it is damaged, or no such file.
        WorkbookTooLarge: it holds more than ``most_cells``, or a part larger than ``largest``.
    """
    try:
        with zipfile.ZipFile(file) as package:
            return _read(XlsxFile(package, largest), most_cells)
    except (
        zipfile.BadZipFile,
        KeyError,
        EOFError,
        ValueError,
        RuntimeError,
        NotImplementedError,
    ) as error:
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
            continue
        if not of_cells:
            sheet.drawn = Area(1, 1, 1, 1)  # a chart that fills the page
            continue
        read_sheet(root, sheet, strings, areas.get(number, ()), left)
        left -= len(sheet.cells)
        _read_neighbours(source, part, sheet)
    return book


def _recorded_changes(source: XlsxFile) -> int:
    """Count what the logs of a shared workbook tell of."""
    headers = source.part_of("revisionHeaders")
    logs = (part for _, part, _ in source.related(headers)) if headers else ()
    roots = (source.parsed(part) for part in logs)
    return sum(len(root) for root in roots if root is not None)


def shared_strings(source: XlsxFile) -> list[str]:
    """The texts that cells refer to by number."""
    part = source.part_of("sharedStrings")
    root = source.parsed(part) if part else None
    return [_text(item) for item in root.iterfind("{*}si")] if root is not None else []


def _text(item: etree._Element) -> str:
    """The text of a string item, without readings (ruby)."""
    return "".join(
        t.text or ""
        for t in item.iter("{*}t")
        if (parent := t.getparent()) is None or not str(parent.tag).endswith("}rPh")
    )


def styles(source: XlsxFile) -> list[Style]:
    """How cells may be shown, in the order in which cells refer to it."""
    part = source.part_of("styles")
    root = source.parsed(part) if part else None
    if root is None:
        return []
    codes = dict(BUILT_IN_FORMATS)
    for each in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[int(each.get("numFmtId", "0"))] = each.get("formatCode", "General")
    sizes = [
        float(size.get("val", "11")) if (size := font.find("{*}sz")) is not None else 11.0
        for font in root.iterfind("{*}fonts/{*}font")
    ]
    found = []
    for xf in root.iterfind("{*}cellXfs/{*}xf"):
        alignment = xf.find("{*}alignment")
        font = int(xf.get("fontId", "0"))
        found.append(
            Style(
                codes.get(int(xf.get("numFmtId", "0")), "General"),
                sizes[font] if 0 <= font < len(sizes) else 11.0,
                wrapped=alignment is not None and alignment.get("wrapText") in _TRUE,
                shrunk=alignment is not None and alignment.get("shrinkToFit") in _TRUE,
            )
        )
    return found


def print_areas(book: etree._Element) -> dict[int, tuple[Area, ...]]:
    """The print areas, by the number of the sheet."""
    found: dict[int, tuple[Area, ...]] = {}
    for name in book.iterfind("{*}definedNames/{*}definedName"):
        local = name.get("localSheetId", "")
        if name.get("name") == "_xlnm.Print_Area" and local.isdigit():
            areas = tuple(filter(None, map(area_of, _references(name.text or ""))))
            if areas:
                found[int(local)] = areas
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
    row_number = 0
    for row in root.iterfind("{*}sheetData/{*}row"):
        row_number = int(row.get("r", row_number + 1))
        height = row.get("ht")
        if row.get("hidden") in _TRUE or (height is not None and float(height) == 0):
            sheet.hidden_rows.add(row_number)
        elif height is not None:
            sheet.heights[row_number] = float(height)
        column = 0
        for cell in row:
            if not isinstance(cell.tag, str) or not cell.tag.endswith("}c"):
                continue
            reference = cell.get("r")
            column = column_number(reference.rstrip("0123456789")) if reference else column + 1
            shown = _content(cell, strings, sheet)
            if shown is not None:
                number, text = shown
                sheet.cells.append(Cell(row_number, column, number, text, int(cell.get("s", "0"))))
                if len(sheet.cells) > most:
                    raise WorkbookTooLarge


def _content(
    cell: etree._Element, strings: list[str], sheet: Sheet
) -> tuple[float | None, str] | None:
    kind, value, formula = cell.get("t", "n"), "", ""
    for child in cell:
        if not isinstance(child.tag, str):
            continue
        if child.tag.endswith("}v"):
            value = child.text or ""
        elif child.tag.endswith("}is"):
            value = _text(child)
        elif child.tag.endswith("}f"):
            formula = child.text or "shared"
    if kind == "s":
        number = int(value or "-1")
        value = strings[number] if 0 <= number < len(strings) else ""
    if not value:
        if not formula:
            return None
        sheet.uncalculated += int(is_volatile(formula))
        return None, "0"
    if kind == "n":
        return float(value), ""
    return None, value


def _read_neighbours(source: XlsxFile, part: str, sheet: Sheet) -> None:
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


def _joined(drawn: Area | None, anchor: etree._Element) -> Area:
    end = anchor.find("{*}to")
    if end is None:
        end = anchor.find("{*}from")
    row = int(end.findtext("{*}row", "0")) + 1 if end is not None else 1
    column = int(end.findtext("{*}col", "0")) + 1 if end is not None else 1
    before = drawn or Area(1, 1, 1, 1)
    return Area(1, 1, max(before.bottom, row), max(before.right, column))
