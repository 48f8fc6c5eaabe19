"""A list as an xlsx file that can be printed as it is: A4 across, the heading on every page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.errors import FolderNotWritable
from app.replacing import replace_with
from app.visible_text import visible


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its heading, its width in characters, whether its cells stand in the middle."""

    title: str
    width: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell on a red ground; its words say what is wrong."""

    words: str


Cell = str | Marked


def write_list(
    target: Path,
    title: str,
    subtitle: str,
    columns: Sequence[ListColumn],
    rows: Iterable[Sequence[Cell]],
) -> None:
    """Write a titled table; what was there is replaced when the new file is whole.

    Raises:
        FolderNotWritable: it cannot be written.
    """
    # Costs a second to load.
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title[:31]
    last = get_column_letter(len(columns))
    line = Side(style="thin", color="808080")
    frame = Border(left=line, right=line, top=line, bottom=line)
    red = PatternFill("solid", start_color="F8D7DA")
    for number, (words, size) in enumerate(((title, 16), (subtitle, 10)), 1):
        sheet.merge_cells(f"A{number}:{last}{number}")
        cell = sheet.cell(number, 1, visible(words))
        cell.font = Font(bold=number == 1, size=size)
        cell.alignment = Alignment(horizontal="center" if number == 1 else "left", wrap_text=True)
    for place, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
        cell = sheet.cell(3, place, column.title)
        cell.font, cell.border = Font(bold=True), frame
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    for number, row in enumerate(rows, 4):
        for place, (column, said) in enumerate(zip(columns, row, strict=True), 1):
            cell = sheet.cell(number, place)
            if isinstance(said, Marked):
                cell.fill = red
            cell.value = visible(said.words if isinstance(said, Marked) else said)
            cell.data_type = "s"  # what begins with = is no formula
            cell.border = frame
            cell.alignment = Alignment(
                horizontal="center" if column.centred else "left", vertical="center", wrap_text=True
            )
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
    try:
        replace_with(target, book.save)
    except OSError as error:
        raise FolderNotWritable(target.parent, error.strerror or str(error)) from error
