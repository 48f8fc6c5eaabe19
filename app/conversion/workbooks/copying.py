"""Copying a spreadsheet for LibreOffice, whatever its format."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from app.conversion.model import BindingChoices
from app.conversion.workbooks.excel_xml import frozen_excel_xml
from app.conversion.workbooks.ods import copy_fods, copy_ods
from app.conversion.workbooks.plan import SheetPlan, plan_sheet
from app.conversion.workbooks.xls import change_xls
from app.conversion.workbooks.xlsb import copy_xlsb
from app.conversion.workbooks.xlsx import copy_xlsx
from app.workbooks.errors import WorkbookTooLarge, WorkbookUnreadable
from app.workbooks.opening import LARGEST_PART, WorkbookKind, kind_of, read_workbook, unlocked
from app.zipped import ZIP_TROUBLE

_MOST_CELLS = 3_000_000


class NothingToPrint(Exception):
    """No sheet that would be printed holds anything."""


def copy_workbook(source: Path, target: Path, choices: BindingChoices) -> None:
    """Copy a spreadsheet with its values frozen, fitted to pages that can be read.

    What is damaged inside is copied as it is; LibreOffice finds out what can be read of it.

    Raises:
        NothingToPrint: no page would show anything.
        OSError: the operating system does not let the file be read or written.
    """
    try:
        book = read_workbook(source, largest=LARGEST_PART, most_cells=_MOST_CELLS)
    except (WorkbookUnreadable, WorkbookTooLarge):
        shutil.copyfile(source, target)
        return
    if book.complete and book.sheets and not book.prints(hidden=choices.hidden):
        raise NothingToPrint
    plans = {
        number: plan_sheet(book, sheet, reveal=choices.hidden, comments=choices.comments)
        for number, sheet in enumerate(book.sheets)
    }
    try:
        _copy(source, target, plans, book.day)
    except (WorkbookUnreadable, WorkbookTooLarge, OSError, *ZIP_TROUBLE):
        shutil.copyfile(source, target)


def _copy(source: Path, target: Path, plans: Mapping[int, SheetPlan], day: float | None) -> None:
    with source.open("rb") as file, target.open("wb") as copy:
        shutil.copyfileobj(unlocked(file), copy, 1024 * 1024)
    kind = kind_of(target)
    if kind is WorkbookKind.XLS:
        change_xls(target, plans)
        return
    plain = target.with_name(f"{target.name}.plain")
    target.replace(plain)
    try:
        match kind:
            case WorkbookKind.XLSX:
                copy_xlsx(plain, target, plans, LARGEST_PART, day)
            case WorkbookKind.XLSB:
                copy_xlsb(plain, target, plans)
            case WorkbookKind.ODS:
                copy_ods(plain, target, plans, LARGEST_PART)
            case WorkbookKind.FODS:
                copy_fods(plain, target, plans)
            case WorkbookKind.EXCEL_XML:
                target.write_bytes(frozen_excel_xml(plain.read_bytes()))
            case _:
                plain.replace(target)
    finally:
        plain.unlink(missing_ok=True)
