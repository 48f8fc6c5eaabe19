"""Copying .xlsx and .xlsm for LibreOffice: values frozen, sheets laid out as planned."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from app.conversion.freezing.xml_parts import serialised, write_package
from app.conversion.workbooks.plan import PageSetup, SheetPlan
from app.conversion.workbooks.print_titles import head_rows, repeat_heads
from app.workbooks.formulas import (
    NOT_STORED,
    is_volatile,
    with_fixed_day,
    without_changing_codes,
)
from app.workbooks.model import MOST_COLUMNS, PAPER_A3
from app.workbooks.xlsx import column_number
from app.workbooks.xlsx_package import XlsxFile

_TRUE = {"1", "true", "on"}

#: What may stand before the columns, and after the page's settings, in a worksheet.
_BEFORE_COLUMNS = ("sheetPr", "dimension", "sheetViews", "sheetFormatPr")
_AFTER_SETUP = (
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "drawingHF",
    "legacyDrawing",
    "legacyDrawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)


def copy_xlsx(
    source: Path,
    target: Path,
    plans: Mapping[int, SheetPlan],
    largest: int,
    day: float | None = None,
) -> None:
    """Copy a workbook; ``plans`` are by the number of the sheet, from 0.

    ``day`` is the stored day of the last computation, as Excel counts days.

    Raises:
        WorkbookUnreadable: it is damaged.
        WorkbookTooLarge: a part is larger than ``largest``.
        zipfile.BadZipFile: it is no zip.
    """
    with zipfile.ZipFile(source) as package:
        changed = _changed_parts(XlsxFile(package, largest), plans, day)
        write_package(package, target, changed)


def _changed_parts(
    book: XlsxFile, plans: Mapping[int, SheetPlan], day: float | None
) -> dict[str, bytes]:
    calculated = book.book.find("{*}calcPr")
    recalculated = calculated is not None and calculated.get("fullCalcOnLoad") in _TRUE
    for name in book.book.iterfind("{*}definedNames/{*}definedName"):
        name.text = with_fixed_day(name.text or "", day)
    if calculated is not None:
        calculated.attrib.pop("fullCalcOnLoad", None)
    changed: dict[str, bytes] = {}
    heads: dict[int, tuple[int, int]] = {}
    for number, (entry, part, of_cells) in enumerate(book.sheets()):
        plan = plans.get(number)
        if plan is not None and plan.reveal:
            entry.attrib.pop("state", None)
        # One tree at a time: a large sheet takes ten times its size.
        root = book.parsed(part) if part else None
        if root is None:
            continue
        if of_cells:
            freeze_sheet(root, day, recalculated=recalculated)
            if plan is not None:
                lay_out_sheet(root, plan)
                if (head := head_rows(root)) is not None:
                    heads[number] = head
        else:
            _clear_margins(root)
        changed[part] = serialised(root)
    repeat_heads(book.book, heads)
    changed[book.main] = serialised(book.book)
    return changed


# --- frozen values -----------------------------------------------------------------------------


def freeze_sheet(root: etree._Element, day: float | None, *, recalculated: bool) -> None:
    """Put stored values in place of formulas, in the tree of a worksheet.

    ``day`` is the stored day of the last computation. In a workbook that asks to be
    ``recalculated`` when opened, a stored 0 is no result: some programs write it everywhere.
    """
    cells = [
        (cell, formula)
        for formula in root.iter(_name(root, "f"))
        if (cell := formula.getparent()) is not None and cell.tag == _name(root, "c")
    ]
    groups = {
        formula.get("si"): formula.text
        for _, formula in cells
        if formula.get("t") == "shared" and formula.text
    }
    to_compute = {
        formula.get("si")
        for cell, formula in cells
        if formula.get("t") == "shared"
        and not is_volatile(groups.get(formula.get("si")) or "")
        and not _stored(cell, recalculated=recalculated)
    }
    for cell, formula in cells:
        shared = formula.get("t") == "shared"
        text = (groups.get(formula.get("si")) if shared else formula.text) or ""
        if (shared and formula.get("si") in to_compute) or (
            not shared and not is_volatile(text) and not _stored(cell, recalculated=recalculated)
        ):
            if (value := cell.find("{*}v")) is not None:
                cell.remove(value)
        elif _stored(cell, recalculated=False):
            cell.remove(formula)
            cell.attrib.pop("cm", None)
        else:
            formula.attrib.clear()
            formula.text = NOT_STORED
    for rule in list(root.iter("{*}cfRule")):
        _freeze_rule(rule, day)
    _clear_margins(root)


def _clear_margins(root: etree._Element) -> None:
    for margin in root.iterfind("{*}headerFooter/*"):
        margin.text = without_changing_codes(margin.text or "")


def _stored(cell: etree._Element, *, recalculated: bool) -> bool:
    value = cell.findtext("{*}v") or ""
    if cell.get("t") == "str":
        return cell.find("{*}v") is not None
    return bool(value) and not (recalculated and value in {"0", "0.0"})


def _freeze_rule(rule: etree._Element, day: float | None) -> None:
    """Let a format that depends on the day depend on the stored day, or on none."""
    # Newer rules stand in an extension of the sheet and call their formulas "f".
    formulas = [*rule.iter("{*}formula"), *rule.iter("{*}f")]
    if rule.get("type") == "timePeriod":
        rule.set("type", "expression")
        rule.attrib.pop("timePeriod", None)
        if not formulas:
            parent = rule.getparent()
            if parent is not None:
                parent.remove(rule)
    for formula in formulas:
        formula.text = with_fixed_day(formula.text or "", day)


# --- layout ------------------------------------------------------------------------------------


def lay_out_sheet(root: etree._Element, plan: SheetPlan) -> None:
    """Set columns, rows and page of a worksheet's tree as planned."""
    if plan.reveal:
        for hidden in (*root.iterfind("{*}cols/{*}col"), *root.iterfind("{*}sheetData/{*}row")):
            hidden.attrib.pop("hidden", None)
            for size in ("width", "ht"):
                if hidden.get(size) == "0":
                    del hidden.attrib[size]
    _cut_off(root, plan)
    _widen(root, plan.widths)
    for row in root.iterfind("{*}sheetData/{*}row") if plan.heights else ():
        height = plan.heights.get(_row_number(row))
        if height is not None:
            row.set("ht", f"{height:g}")
            row.set("customHeight", "1")
    if plan.setup is not None:
        _set_up_page(root, plan.setup)
    elif (setup := root.find("{*}pageSetup")) is not None and "paperSize" not in setup.attrib:
        setup.set("paperSize", "9")
    if plan.comments:
        _page_setup(root).set("cellComments", "asDisplayed")


def _cut_off(root: etree._Element, plan: SheetPlan) -> None:
    """Take out formatted cells beyond the end of what is printed; all of them are empty."""
    if plan.last_row is None and plan.last_column is None:
        return
    rows = root.find("{*}sheetData")
    for row in list(rows) if rows is not None else ():
        if plan.last_row is not None and _row_number(row) > plan.last_row:
            rows.remove(row)
        elif plan.last_column is not None:
            for cell in list(row):
                letters = cell.get("r", "A1").rstrip("0123456789")
                if column_number(letters) > plan.last_column:
                    row.remove(cell)


def _row_number(row: etree._Element) -> int:
    number = row.get("r")
    if number:
        return int(number)
    before = row.getprevious()
    return 1 if before is None else _row_number(before) + 1


def _widen(root: etree._Element, widths: Mapping[int, float]) -> None:
    if not widths:
        return
    columns = root.find("{*}cols")
    if columns is None:
        columns = _inserted(root, "cols", after=_BEFORE_COLUMNS)
    kept = {}
    for column in list(columns):
        for number in range(int(column.get("min", "1")), int(column.get("max", "1")) + 1):
            if number in widths:
                kept[number] = dict(column.attrib)
    for column in list(columns):
        _cut(columns, column, widths)
    for number, width in widths.items():
        attributes = {**kept.get(number, {}), "min": str(number), "max": str(number)}
        attributes |= {"width": f"{width:g}", "customWidth": "1"}
        etree.SubElement(columns, _name(root, "col"), attributes)
    columns[:] = sorted(columns, key=lambda column: int(column.get("min", "1")))


def _cut(columns: etree._Element, column: etree._Element, widths: Mapping[int, float]) -> None:
    """Take the widened columns out of a run of columns."""
    first, last = int(column.get("min", "1")), min(int(column.get("max", "1")), MOST_COLUMNS)
    cuts = sorted(number for number in widths if first <= number <= last)
    if not cuts:
        return
    columns.remove(column)
    starts = [first, *(number + 1 for number in cuts)]
    ends = [*(number - 1 for number in cuts), last]
    for start, end in zip(starts, ends, strict=True):
        if start <= end:
            etree.SubElement(
                columns, column.tag, {**column.attrib, "min": str(start), "max": str(end)}
            )


def _set_up_page(root: etree._Element, setup: PageSetup) -> None:
    properties = root.find("{*}sheetPr")
    if properties is None:
        properties = etree.Element(_name(root, "sheetPr"))
        root.insert(0, properties)
    fit = properties.find("{*}pageSetUpPr")
    if fit is None:
        fit = etree.SubElement(properties, _name(root, "pageSetUpPr"))
    fit.set("fitToPage", "1")
    page = _page_setup(root)
    for owned in ("scale", "usePrinterDefaults"):
        page.attrib.pop(owned, None)
    if page.get("orientation", "default") == "default" or (
        page.get("orientation") == "portrait" and setup.sideways
    ):
        page.set("orientation", "landscape" if setup.sideways else "portrait")
    if "paperSize" not in page.attrib or setup.paper == PAPER_A3:
        page.set("paperSize", str(setup.paper))
    page.set("fitToWidth", str(setup.pages_wide))
    page.set("fitToHeight", "0")


def _page_setup(root: etree._Element) -> etree._Element:
    found = root.find("{*}pageSetup")
    return found if found is not None else _inserted(root, "pageSetup", before=_AFTER_SETUP)


def _inserted(
    root: etree._Element, name: str, after: tuple[str, ...] = (), before: tuple[str, ...] = ()
) -> etree._Element:
    """Put a new element where the schema wants it: the order of a worksheet's parts is fixed."""
    element = etree.Element(_name(root, name))
    names = [etree.QName(child).localname if isinstance(child.tag, str) else "" for child in root]
    if after:
        place = max((n + 1 for n, each in enumerate(names) if each in after), default=0)
    else:
        place = next((n for n, each in enumerate(names) if each in before), len(names))
    root.insert(place, element)
    return element


def _name(root: etree._Element, name: str) -> str:
    return f"{{{etree.QName(root).namespace}}}{name}"
