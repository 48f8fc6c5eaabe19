"""The rows that each page of a sheet repeats, where its author marked them as the head.

Rows that stay in sight while one scrolls (frozen), or that carry the arrows of a filter, are the
head of a table. An author who named rows to be repeated is left alone.
"""

import re

from lxml import etree

_TITLES = "_xlnm.Print_Titles"
#: A head of more rows is none.
_MOST_ROWS = 6
_FIRST_ROW = re.compile(r"\$?[A-Za-z]{1,3}\$?(\d+)")
#: What may stand in a workbook's part before the names.
_BEFORE_NAMES = frozenset(
    {
        "fileVersion",
        "fileSharing",
        "workbookPr",
        "workbookProtection",
        "bookViews",
        "sheets",
        "functionGroups",
        "externalReferences",
    }
)


def head_rows(sheet: etree._Element) -> tuple[int, int] | None:
    """First and last row of a worksheet's head; None if its author marked none."""
    pane = sheet.find("{*}sheetViews/{*}sheetView/{*}pane")
    if pane is not None and pane.get("state", "") in {"frozen", "frozenSplit"}:
        rows = _number(pane.get("ySplit", "0"))
        if 1 <= rows <= _MOST_ROWS:
            return 1, rows
    chosen = sheet.find("{*}autoFilter")
    found = _FIRST_ROW.match(chosen.get("ref", "")) if chosen is not None else None
    row = int(found[1]) if found is not None else 0
    return (row, row) if 1 <= row <= _MOST_ROWS else None


def repeat_heads(book: etree._Element, heads: dict[int, tuple[int, int]]) -> None:
    """Name the heads of these sheets (by number, from 0) as rows that each page repeats."""
    sheets = book.findall("{*}sheets/{*}sheet")
    names = book.find("{*}definedNames")
    present = names if names is not None else ()
    titled = {n.get("localSheetId") for n in present if n.get("name") == _TITLES}
    wanted = {n: rows for n, rows in heads.items() if str(n) not in titled and n < len(sheets)}
    if not wanted:
        return
    space = etree.QName(book).namespace
    if names is None:
        names = etree.Element(f"{{{space}}}definedNames")
        before = [part for part in book if etree.QName(part).localname in _BEFORE_NAMES]
        book.insert(book.index(before[-1]) + 1 if before else 0, names)
    for number, (first, last) in wanted.items():
        name = etree.SubElement(names, f"{{{space}}}definedName")
        name.set("name", _TITLES)
        name.set("localSheetId", str(number))
        quoted = sheets[number].get("name", "").replace("'", "''")
        name.text = f"'{quoted}'!${first}:${last}"


def _number(text: str) -> int:
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return 0
