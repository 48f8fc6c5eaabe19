"""Text and tables without a form of their own, given one that LibreOffice reads surely.

LibreOffice guesses a text file's encoding by the machine's language; here the encoding is found
first, and the text travels inside an XML file, so that Chinese never comes out garbled.
"""

import csv
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import category
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from app.conversion.workbooks.plan import page_setup_for
from app.filetypes import encoding_of

_HEAD = 64 * 1024

#: What a sheet can hold; a larger table is cut in no silence: it is refused.
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384

_DELIMITERS = ",\t;|"
_WIDEST, _NARROWEST = 40, 6

_TEXT_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<office:document office:version="1.2"'
    ' office:mimetype="application/vnd.oasis.opendocument.text"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'
    '<office:font-face-decls><style:font-face style:name="F" svg:font-family="仿宋_GB2312"/>'
    "</office:font-face-decls>"
    '<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties'
    ' fo:line-height="150%" style:line-break="strict"/><style:text-properties'
    ' style:font-name="F" style:font-name-asian="F" fo:font-size="12pt"'
    ' style:font-size-asian="12pt" fo:language="zh" fo:country="CN" style:language-asian="zh"'
    ' style:country-asian="CN"/></style:default-style></office:styles>'
    '<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties'
    ' fo:page-width="210mm" fo:page-height="297mm" fo:margin="25mm"/></style:page-layout>'
    "</office:automatic-styles>"
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/>'
    "</office:master-styles><office:body><office:text>"
)
_TEXT_TAIL = "</office:text></office:body></office:document>"


class TableTooLarge(ValueError):
    """The table has more rows or columns than a sheet can hold."""


def write_text_document(source: Path, target: Path) -> None:
    """Write a text file as a flat OpenDocument text, line for line."""
    with (
        source.open(encoding=_encoding(source), errors="replace") as lines,
        target.open("w", encoding="utf-8") as document,
    ):
        document.write(_TEXT_HEAD)
        for line in lines:
            document.write(f"<text:p>{_marked_up(line.rstrip())}</text:p>")
        document.write(_TEXT_TAIL)


def write_table_workbook(source: Path, target: Path) -> None:
    """Write a CSV file as an .xlsx of plain text cells, ruled, fitted to the page's width.

    Raises:
        TableTooLarge: a sheet cannot hold it.
        csv.Error: it is no table.
    """
    encoding = _encoding(source)
    delimiter = _delimiter(source, encoding)
    widths = _column_widths(_rows(source, encoding, delimiter))
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    setup = page_setup_for(sum(width * 5.25 + 3.75 for width in widths))
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(
        fitToPage=True
    )
    sheet.page_setup.paperSize = setup.paper
    sheet.page_setup.orientation = "landscape" if setup.sideways else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = setup.pages_wide, 0
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    line = Side(style="thin")
    border, font = Border(line, line, line, line), Font(name="宋体", size=11)
    wrapped = Alignment(wrap_text=True, vertical="center")
    for row in _rows(source, encoding, delimiter):
        cells = []
        for value in itertools.chain(row, itertools.repeat("", len(widths) - len(row))):
            cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
            # A number stays as it was typed: an identity card's 18 digits are no quantity.
            cell.data_type = "s"
            cell.border, cell.font, cell.alignment = border, font, wrapped
            cells.append(cell)
        sheet.append(cells)
    book.save(target)


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        return encoding_of(file.read(_HEAD)) or "gb18030"


def _marked_up(line: str) -> str:
    """Escape a line; runs of spaces and tabs keep their width."""
    out: list[str] = []
    for space, group in itertools.groupby(line, key=lambda character: character in " \t"):
        piece = "".join(group)
        if not space:
            # Control characters are no XML; spaces of every width are.
            out.append(escape("".join(c for c in piece if category(c) not in {"Cc", "Cs"})))
        else:
            out += [
                "<text:tab/>" if character == "\t" else f'<text:s text:c="{len(list(run))}"/>'
                for character, run in itertools.groupby(piece)
            ]
    return "".join(out)


def _rows(source: Path, encoding: str, delimiter: str) -> Iterator[list[str]]:
    with source.open(encoding=encoding, errors="replace", newline="") as lines:
        yield from csv.reader((line.replace("\0", "") for line in lines), delimiter=delimiter)


def _delimiter(source: Path, encoding: str) -> str:
    with source.open(encoding=encoding, errors="replace") as lines:
        counts = Counter(c for line in itertools.islice(lines, 50) for c in line)
    return max(_DELIMITERS, key=lambda delimiter: counts[delimiter])


def _column_widths(rows: Iterable[list[str]]) -> list[float]:
    widths: list[float] = []
    for number, row in enumerate(rows, start=1):
        if number > _MOST_ROWS or len(row) > _MOST_COLUMNS:
            raise TableTooLarge
        widths += [_NARROWEST] * (len(row) - len(widths))
        for column, value in enumerate(row):
            shown = sum(1 if character.isascii() else 2 for character in value[: _WIDEST * 2])
            widths[column] = max(widths[column], min(shown + 2, _WIDEST))
    return widths or [_NARROWEST]
