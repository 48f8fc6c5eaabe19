"""Reading .xls (and WPS's .et in that form), as far as printing needs it."""

import struct
from typing import BinaryIO

import olefile

from app.workbooks import biff
from app.workbooks.errors import WorkbookTooLarge, WorkbookUnreadable
from app.workbooks.formulas import changing_codes
from app.workbooks.model import Area, Cell, PrintSettings, Sheet, Span, Style, Visibility, Workbook
from app.workbooks.xls_strings import shared_strings
from app.workbooks.xlsx_styles import BUILT_IN_FORMATS

_STATES = {1: Visibility.HIDDEN, 2: Visibility.VERY_HIDDEN}
_CELLS, _CHART = 0, 2
_LOG = "Revision Log"
_PRINT_AREA = 6
_ANCHOR = b"\x10\xf0\x12\x00\x00\x00"

#: Row height 0x8000 in a ROW record: the usual one.
_USUAL_HEIGHT = 0x8000
_HIDDEN_ROW = 0x20


def read_xls(file: BinaryIO, largest: int, most_cells: int) -> Workbook:
    """Read a workbook.

    Raises:
        WorkbookUnreadable: it is damaged, or no such file.
        WorkbookTooLarge: it holds more than ``most_cells``, or more than ``largest`` bytes.
    """
    try:
        with olefile.OleFileIO(file) as container:
            name = next((each for each in biff.STREAMS if container.exists(each)), None)
            if name is None:
                raise WorkbookUnreadable
            if container.get_size(name) > largest:
                raise WorkbookTooLarge
            log = container.openstream(_LOG).read() if container.exists(_LOG) else b""
            data = container.openstream(name).read()
        book = _Reader(data, most_cells).read()
    except (OSError, struct.error, IndexError, ValueError) as error:
        raise WorkbookUnreadable from error
    book.changes = sum(1 for kind, _, _ in biff.records(log) if kind in biff.REVISIONS)
    return book


class _Reader:
    """Goes through the records once, globals first, then sheet by sheet."""

    def __init__(self, data: bytes, most_cells: int) -> None:
        self._data = data
        self._left = most_cells
        self._biff8 = len(data) >= 6 and struct.unpack_from("<H", data, 4)[0] == biff.BIFF8
        self._book = Workbook()
        self._places: dict[int, Sheet] = {}
        self._codes = dict(BUILT_IN_FORMATS)
        self._fonts: list[float] = []
        self._areas: dict[int, list[Area]] = {}
        self._seen = 0
        self._in_strings = False
        self._anchors: list[tuple[int, int]] = []
        self._pieces: list[bytes] = []
        self._strings: list[str] = []

    def read(self) -> Workbook:
        sheet: Sheet | None = None
        depth, substreams = 0, 0
        for kind, start, length in biff.records(self._data):
            if kind == biff.BOF:
                depth += 1
                if depth == 1:
                    substreams += 1
                    sheet = self._places.get(start - 4)
                    self._seen += sheet is not None
                    self._strings = self._strings or shared_strings(self._pieces)
            elif kind == biff.EOF:
                depth -= 1
            elif depth > 1:
                continue
            elif kind == biff.FILE_PASS:
                raise WorkbookUnreadable
            elif sheet is not None:
                self._of_sheet(sheet, kind, start, length)
            elif substreams <= 1:
                self._global(kind, start, length)
        if self._seen < len(self._places):
            raise WorkbookUnreadable  # other programs may find the sheets
        for number, sheet in enumerate(self._book.sheets):
            areas = tuple(self._areas.get(number, ()))
            given = sheet.settings
            sheet.settings = PrintSettings(
                given.pages_wide,
                given.pages_high,
                given.scale,
                given.sideways,
                given.paper,
                areas,
            )
        return self._book

    def _global(self, kind: int, start: int, length: int) -> None:
        data = self._data
        if kind == biff.SST or (kind == biff.CONTINUE and self._pieces and self._in_strings):
            self._pieces.append(data[start : start + length])
        self._in_strings = kind == biff.SST or (kind == biff.CONTINUE and self._in_strings)
        if kind == biff.BOUNDSHEET and length >= 8:
            place, state, type_, count = struct.unpack_from("<IBBB", data, start)
            name = biff.text_at(data, start + 7, count, biff8=self._biff8)
            sheet = Sheet(name, _STATES.get(state & 3, Visibility.VISIBLE))
            if type_ == _CHART:
                sheet.drawn = Area(1, 1, 1, 1)
            if type_ in {_CELLS, _CHART}:
                self._book.sheets.append(sheet)
                if type_ == _CELLS:
                    self._places[place] = sheet
        elif kind == biff.FONT and length >= 2:
            self._fonts.append(struct.unpack_from("<H", data, start)[0] / 20)
        elif kind == biff.FORMAT and length >= 4:
            number, count = struct.unpack_from("<HH" if self._biff8 else "<HB", data, start)
            at = start + (4 if self._biff8 else 3)
            self._codes[number] = biff.text_at(data, at, count, biff8=self._biff8)
        elif kind == biff.XF and length >= 10:
            self._book.styles.append(self._style(start))
        elif kind == biff.SUPBOOK and length > 4:
            # The book itself and add-in functions are no other workbooks.
            self._book.links += data[start + 2 : start + 4] not in {b"\x01\x04", b"\x01\x3a"}
        elif kind == biff.NAME and length > 14 and self._biff8:
            self._name(start, length)

    def _style(self, start: int) -> Style:
        font, number = struct.unpack_from("<HH", self._data, start)
        font -= font > 4  # number 4 is left out in every file
        return Style(
            self._codes.get(number, "General"),
            self._fonts[font] if font < len(self._fonts) else 11.0,
            wrapped=bool(self._data[start + 6] & 8),
            shrunk=self._biff8 and bool(self._data[start + 8] & 16),
        )

    def _name(self, start: int, length: int) -> None:
        flags, _, count, size, _, number = struct.unpack_from("<HBBHHH", self._data, start)
        if not flags & 0x20 or count != 1 or self._data[start + 15] != _PRINT_AREA or not number:
            return
        at, end = start + 16, min(start + 16 + size, start + length)
        areas = self._areas.setdefault(number - 1, [])
        while at < end:
            token = self._data[at]
            if token in {0x3B, 0x5B, 0x7B} and at + 11 <= end:
                top, bottom, left, right = struct.unpack_from("<HHHH", self._data, at + 3)
                areas.append(Area(top + 1, (left & 0xFF) + 1, bottom + 1, (right & 0xFF) + 1))
                at += 11
            elif token in {0x29, 0x49, 0x69}:
                at += 3
            elif token in {0x10, 0x15}:
                at += 1
            else:
                return

    def _of_sheet(self, sheet: Sheet, kind: int, start: int, length: int) -> None:
        data = self._data
        if kind == biff.ROW and length >= 16:
            row, _, _, height = struct.unpack_from("<HHHH", data, start)
            if data[start + 12] & _HIDDEN_ROW:
                sheet.hidden_rows.add(row + 1)
            elif not height & _USUAL_HEIGHT:
                custom = data[start + 12] & biff.CUSTOM_HEIGHT
                (sheet.heights if custom else sheet.automatic)[row + 1] = height / 20
        elif kind == biff.COLINFO and length >= 10:
            first, last, width, _, flags = struct.unpack_from("<HHHHH", data, start)
            hidden = bool(flags & 1) or width == 0
            sheet.columns.append(Span(first + 1, min(last, 255) + 1, width / 256, hidden))
        elif kind == biff.DEFROWHEIGHT and length >= 4:
            sheet.default_height = struct.unpack_from("<H", data, start + 2)[0] / 20
        elif kind == biff.DEFCOLWIDTH and length >= 2:
            sheet.default_width = struct.unpack_from("<H", data, start)[0] + 0.43
        elif kind == biff.STANDARDWIDTH and length >= 2:
            sheet.default_width = struct.unpack_from("<H", data, start)[0] / 256
        elif kind == biff.MERGECELLS and length >= 2:
            for number in range(struct.unpack_from("<H", data, start)[0]):
                at = start + 2 + 8 * number
                top, bottom, left, right = struct.unpack_from("<HHHH", data, at)
                sheet.merged.append(Area(top + 1, left + 1, bottom + 1, right + 1))
        elif kind == biff.FILTERMODE:
            sheet.filtered = True
        elif kind in {biff.HEADER, biff.FOOTER} and length > 3:
            sheet.left_out += changing_codes(self._margin(start))
        elif kind == biff.NOTE:
            sheet.comments += 1
        elif kind == biff.WSBOOL and length >= 2:
            fitted = struct.unpack_from("<H", data, start)[0] & biff.FIT_FLAG
            sheet.settings = PrintSettings(pages_wide=1 if fitted else 0)
        elif kind == biff.SETUP and length >= 12:
            self._page(sheet, start)
        elif kind == biff.DRAWING:
            self._anchors = self._anchors_in(start, length)
        elif kind == biff.OBJECT and length >= 6:
            # The box of a comment is no drawing.
            if struct.unpack_from("<H", data, start + 4)[0] != biff.COMMENT_BOX:
                for bottom, right in self._anchors:
                    before = sheet.drawn or Area(1, 1, 1, 1)
                    bottom, right = max(before.bottom, bottom), max(before.right, right)
                    sheet.drawn = Area(1, 1, bottom, right)
            self._anchors = []
        else:
            self._cell(sheet, kind, start, length)

    def _margin(self, start: int) -> str:
        wide = self._biff8
        count = struct.unpack_from("<H", self._data, start)[0] if wide else self._data[start]
        return biff.text_at(self._data, start + (2 if wide else 1), count, biff8=wide)

    def _page(self, sheet: Sheet, start: int) -> None:
        paper, scale, _, wide, high, options = struct.unpack_from("<6H", self._data, start)
        fitted = sheet.settings.fitted
        known = not options & biff.NO_PRINTER
        sheet.settings = PrintSettings(
            wide if fitted else 0,
            high if fitted else 0,
            scale if known else 100,
            known and not options & (biff.PORTRAIT | biff.NO_ORIENTATION),
            paper if known else 9,
        )

    def _anchors_in(self, start: int, length: int) -> list[tuple[int, int]]:
        """The last rows and columns that the shapes of a drawing record reach."""
        piece = self._data[start : start + length]
        found = []
        at = piece.find(_ANCHOR)
        while at >= 0 and at + 24 <= len(piece):
            right, _, bottom = struct.unpack_from("<HHH", piece, at + 6 + 10)
            found.append((bottom + 1, right + 1))
            at = piece.find(_ANCHOR, at + 24)
        return found

    def _cell(self, sheet: Sheet, kind: int, start: int, length: int) -> None:
        data = self._data
        if kind == biff.MULRK and length >= 6:
            row, first = struct.unpack_from("<HH", data, start)
            for number in range((length - 6) // 6):
                style, packed = struct.unpack_from("<HI", data, start + 4 + 6 * number)
                self._add(sheet, row, first + number, biff.rk_number(packed), style)
            return
        if kind in {biff.BLANK, biff.MULBLANK} and length >= 6:
            row, first = struct.unpack_from("<HH", data, start)
            sheet.empty(row + 1, first + max((length - 6) // 2, 1))
            return
        if length < 6 or kind not in _KINDS_OF_CELL:
            return
        row, column, style = struct.unpack_from("<HHH", data, start)
        value: float | None = None
        if kind == biff.NUMBER:
            (value,) = struct.unpack_from("<d", data, start + 6)
        elif kind == biff.RK:
            value = biff.rk_number(struct.unpack_from("<I", data, start + 6)[0])
        elif kind == biff.FORMULA:
            if data[start + 12 : start + 14] != b"\xff\xff":
                (value,) = struct.unpack_from("<d", data, start + 6)
            elif data[start + 6] == 3:
                return  # an empty text
        text = "" if value is not None else self._text(kind, start, length)
        self._add(sheet, row, column, value, style, text)

    def _text(self, kind: int, start: int, length: int) -> str:
        """The text of a cell, or a letter in its place where it is not looked up."""
        if kind == biff.LABELSST and length >= 10:
            (number,) = struct.unpack_from("<I", self._data, start + 6)
            return self._strings[number] if number < len(self._strings) else "文"
        if kind in {biff.LABEL, biff.RSTRING} and length >= 9:
            (count,) = struct.unpack_from("<H", self._data, start + 6)
            return biff.text_at(self._data, start + 8, count, biff8=self._biff8)
        return "文"

    def _add(
        self,
        sheet: Sheet,
        row: int,
        column: int,
        value: float | None,
        style: int,
        text: str = "",
    ) -> None:
        self._left -= 1
        if self._left < 0:
            raise WorkbookTooLarge
        sheet.take(Cell(row + 1, column + 1, value, text, style))


_KINDS_OF_CELL = frozenset(
    {
        biff.NUMBER,
        biff.RK,
        biff.LABELSST,
        biff.LABEL,
        biff.RSTRING,
        biff.BOOLERR,
        biff.FORMULA,
    }
)
