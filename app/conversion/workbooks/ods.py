"""Copying OpenDocument spreadsheets for LibreOffice: values frozen, sheets laid out as planned."""

import copy
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from app.conversion.freezing import odf
from app.conversion.freezing.xml_parts import serialised, write_package
from app.conversion.workbooks.plan import PageSetup, SheetPlan
from app.workbooks.formulas import NOT_STORED, is_volatile, with_fixed_day
from app.workbooks.model import MOST_COLUMNS, PAPER_A3, PAPER_A4
from app.workbooks.ods import FO, OFFICE, STYLE, TABLE, OdsParts, zipped_parts
from app.workbooks.room import points
from app.workbooks.xml_tree import parse

_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_LYING = {PAPER_A4: ("297mm", "210mm"), PAPER_A3: ("420mm", "297mm")}
_FITTED = tuple(f"{STYLE}scale-to{end}" for end in ("", "-pages", "-X", "-Y"))
_PAPER = (f"{FO}page-width", f"{FO}page-height", f"{STYLE}print-orientation")


def copy_ods(source: Path, target: Path, plans: Mapping[int, SheetPlan], largest: int) -> None:
    """Copy an .ods; ``plans`` are by the number of the sheet, from 0.

    Raises:
        WorkbookUnreadable: it is damaged.
        WorkbookTooLarge: a part is larger than ``largest``.
        KeyError: it is no OpenDocument spreadsheet.
    """
    with zipfile.ZipFile(source) as package:
        parts = zipped_parts(package, largest)
        change_parts(parts, plans)
        changed = {"content.xml": _frozen("content.xml", parts.content)}
        if parts.styles is not parts.content:
            changed["styles.xml"] = _frozen("styles.xml", parts.styles)
        write_package(package, target, changed)


def copy_fods(source: Path, target: Path, plans: Mapping[int, SheetPlan]) -> None:
    """Copy a flat OpenDocument spreadsheet. Raises ``WorkbookUnreadable``."""
    root = parse(source.read_bytes())
    change_parts(OdsParts(root, root), plans)
    target.write_bytes(_frozen("", root))


def _frozen(name: str, root: etree._Element) -> bytes:
    data = serialised(root)
    return odf.freeze_part(name, data) or data


def change_parts(parts: OdsParts, plans: Mapping[int, SheetPlan]) -> None:
    """Change the trees of a spreadsheet as planned."""
    _freeze_cells(parts.content)
    tables = parts.tables()
    # Sheets may share a layout; the widest of them decides, and who fitted his own keeps it.
    setups: dict[etree._Element, list[PageSetup | None]] = {}
    for number, table in enumerate(tables):
        plan = plans.get(number)
        if plan is None:
            continue
        layout = parts.layout_of(table)
        properties = layout.find(f"{STYLE}page-layout-properties") if layout is not None else None
        if properties is not None:
            setups.setdefault(properties, []).append(plan.setup)
            if plan.comments:
                printed = properties.get(f"{STYLE}print", "objects charts drawings").split()
                properties.set(f"{STYLE}print", " ".join({*printed, "annotations"}))
        if plan.reveal:
            _reveal(parts, table)
        _cut_off(table, plan)
        _widen(parts, table, plan.widths)
    for properties, wanted in setups.items():
        found = [setup for setup in wanted if setup is not None]
        if found:
            widest = max(found, key=lambda setup: (setup.paper == PAPER_A3, setup.sideways))
            _set_up_page(properties, widest)


def _freeze_cells(content: etree._Element) -> None:
    for cell in content.iter(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        formula = cell.get(f"{TABLE}formula")
        if formula is None:
            continue
        if cell.get(f"{OFFICE}value-type"):
            for name in ("formula", "number-matrix-columns-spanned", "number-matrix-rows-spanned"):
                cell.attrib.pop(f"{TABLE}{name}", None)
        elif is_volatile(formula):
            cell.set(f"{TABLE}formula", f"of:={NOT_STORED}")
    for element in list(content.iter(f"{_CALC}date-is")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in content.iter(f"{_CALC}condition", f"{STYLE}map", f"{TABLE}named-expression"):
        for name in (f"{_CALC}value", f"{STYLE}condition", f"{TABLE}expression"):
            if (value := element.get(name)) is not None:
                element.set(name, with_fixed_day(value, None))


def _reveal(parts: OdsParts, table: etree._Element) -> None:
    style = parts.style_of(table)
    for properties in style.iter(f"{STYLE}table-properties") if style is not None else ():
        properties.set(f"{TABLE}display", "true")
    for element in table.iter(f"{TABLE}table-row", f"{TABLE}table-column"):
        element.attrib.pop(f"{TABLE}visibility", None)
    for group in table.iter(f"{TABLE}table-row-group", f"{TABLE}table-column-group"):
        group.attrib.pop(f"{TABLE}display", None)


def _cut_off(table: etree._Element, plan: SheetPlan) -> None:
    """Take the formats off cells beyond the end of what is printed; all of them are empty."""
    row_number = 1
    for row in table.iter(f"{TABLE}table-row"):
        below = plan.last_row is not None and row_number > plan.last_row
        column = 1
        for cell in row:
            beside = plan.last_column is not None and column > plan.last_column
            if (below or beside) and cell.tag == f"{TABLE}table-cell":
                cell.attrib.pop(f"{TABLE}style-name", None)
            column += int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        row_number += int(row.get(f"{TABLE}number-rows-repeated", "1"))


def _widen(parts: OdsParts, table: etree._Element, widths: Mapping[int, float]) -> None:
    first = 1
    for column in list(table.iter(f"{TABLE}table-column")) if widths else ():
        run = int(column.get(f"{TABLE}number-columns-repeated", "1"))
        last = min(first + run - 1, MOST_COLUMNS)
        cuts = sorted(number for number in widths if first <= number <= last)
        start = first
        for number in cuts:
            if number > start:
                column.addprevious(_column(column, number - start))
            wider = _column(column, 1)
            wider.set(f"{TABLE}style-name", _column_style(parts, points(widths[number])))
            column.addprevious(wider)
            start = number + 1
        if cuts:
            if last >= start:
                column.addprevious(_column(column, last - start + 1))
            parent = column.getparent()
            if parent is not None:
                parent.remove(column)
        first += run


def _column(column: etree._Element, run: int) -> etree._Element:
    new = copy.copy(column)
    new.set(f"{TABLE}number-columns-repeated", str(run))
    return new


def _column_style(parts: OdsParts, width: float) -> str:
    """The name of a style for columns of this width in points; made if there is none."""
    name = f"juanzong{round(width)}"
    styles = parts.content.find(f"{OFFICE}automatic-styles")
    if styles is None:
        styles = etree.Element(f"{OFFICE}automatic-styles")
        body = parts.content.find(f"{OFFICE}body")
        if body is not None:
            body.addprevious(styles)
    if not any(style.get(f"{STYLE}name") == name for style in styles):
        style = etree.SubElement(
            styles, f"{STYLE}style", {f"{STYLE}name": name, f"{STYLE}family": "table-column"}
        )
        properties = {f"{STYLE}column-width": f"{width:.1f}pt"}
        etree.SubElement(style, f"{STYLE}table-column-properties", properties)
    return name


def _set_up_page(properties: etree._Element, setup: PageSetup) -> None:
    for name in _FITTED:
        properties.attrib.pop(name, None)
    properties.set(f"{STYLE}scale-to-X", str(setup.pages_wide))
    properties.set(f"{STYLE}scale-to-Y", "0")
    if setup.sideways:
        for name, value in zip(_PAPER, (*_LYING[setup.paper], "landscape"), strict=True):
            properties.set(name, value)
