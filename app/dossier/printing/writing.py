"""A print plan as a workbook or as a PDF, for whoever stands at the printer."""

from pathlib import Path
from typing import Any

from app.dossier.printing.plan import PrintPlan
from app.names.printing import PRINT_STATE_NAMES
from app.replacing import replace_with
from app.sheets.content import PrintList, PrintRow
from app.visible_text import visible

_HEADS = (
    *("序号", "卷宗文件", "案卷题名", "情况", "页数", "用纸（张）"),
    *("A3 页（PDF 页码）", "彩色页（PDF 页码）", "份数", "打印完打√"),
)
_WIDTHS = (6, 44, 44, 14, 8, 10, 22, 22, 8, 10)


def write_print_plan(plan: PrintPlan, target: Path) -> None:
    """Write what is due as PDF if the name ends so, else as a workbook.

    Raises:
        OSError: the file cannot be written.
    """
    if target.suffix.lower() == ".pdf":
        from app.sheets.rendering import render_sheets

        replace_with(target, lambda part: render_sheets([print_list(plan)], part))
    else:
        replace_with(target, lambda part: _workbook(plan).save(part))


def print_list(plan: PrintPlan) -> PrintList:
    """The plan as a sheet shows it."""
    return PrintList(
        plan.title,
        totals_words(plan),
        tuple(
            PrintRow(
                volume.file,
                PRINT_STATE_NAMES[volume.state],
                volume.pages,
                volume.sheets,
                volume.large_words,
                volume.coloured_words,
                volume.copies,
            )
            for volume in plan.due
        ),
    )


def totals_words(plan: PrintPlan) -> str:
    """What is to be printed altogether."""
    sides = "双面" if plan.duplex else "单面"
    return (
        f"要打印 {len(plan.due)} 卷（共 {len(plan.volumes)} 卷），{sides}，合计 {plan.pages} 页、"
        f"{plan.sheets} 张纸；其中 A3 {plan.large} 页，彩色 {plan.coloured} 页"
    )


def _workbook(plan: PrintPlan) -> Any:  # noqa: ANN401 (openpyxl has no types)
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "打印计划"
    thin = Side(style="thin")
    frame = Border(left=thin, right=thin, top=thin, bottom=thin)
    wrapped = Alignment(wrap_text=True, vertical="center")
    last = len(_HEADS)
    for number, (text, font) in enumerate(
        ((plan.title, Font(size=16, bold=True)), (totals_words(plan), Font(size=11))), 1
    ):
        sheet.append([text])
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=last)
        sheet.cell(number, 1).font = font
    sheet.append(_HEADS)
    for number, volume in enumerate(plan.due, 1):
        sheet.append(
            [
                number,
                _literal(volume.file),
                _literal(volume.title),
                PRINT_STATE_NAMES[volume.state],
                volume.pages,
                volume.sheets,
                volume.large_words,
                volume.coloured_words,
                volume.copies,
                "",
            ]
        )
    for row in sheet.iter_rows(min_row=3, max_col=last):
        for cell in row:
            cell.border, cell.alignment = frame, wrapped
    for cell in sheet[3]:
        cell.font = Font(bold=True)
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return book


def _literal(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    text = visible(text)
    return "'" + text if text[:1] in {"=", "+", "-", "@"} else text
