"""What a spreadsheet hides from people who read it on paper."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import olefile

from app.filekind import FileType
from app.findings.embedded import TROUBLE, EmbeddedFile, ObjectHint, Sink, storage_file
from app.findings.errors import NotLookedThrough
from app.findings.packages import embedded_problem, look_into
from app.problems import Problem, ProblemKind, listed
from app.workbooks.errors import WorkbookTooLarge, WorkbookUnreadable
from app.workbooks.fitting import printed_size, unreadable
from app.workbooks.model import Cell, Sheet, Visibility, Workbook, column_letters
from app.workbooks.opening import OLE_BEGINNING, read_workbook
from app.workbooks.room import too_narrow

#: Adding a file must stay quick: 8 MB of one sheet take about a second.
_LARGEST_PART = 8 * 1024 * 1024
_MOST_CELLS = 150_000

_VERY_HIDDEN = "{name}（深度隐藏）"


def find_in_sheets(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Find what the pages of a spreadsheet do not show, or show otherwise than its author saw.

    Raises:
        NotLookedThrough: a part of it is not read: too large, or of a format not known here.
        OSError: the operating system does not let the file be read.
    """
    found: tuple[Problem, ...] = ()
    stopped = False
    try:
        book = read_workbook(path, largest=_LARGEST_PART, most_cells=_MOST_CELLS)
        found = tuple(findings(book, file_type.label))
        stopped = not book.complete
    except (WorkbookUnreadable, WorkbookTooLarge):
        stopped = True
    try:
        found += _inside(path)
    except NotLookedThrough as error:
        found += error.found
        stopped = True
    if stopped:
        raise NotLookedThrough(found)
    return found


def _inside(path: Path) -> tuple[Problem, ...]:
    """The files embedded in it, and pictures that are not."""
    with path.open("rb") as file:
        beginning = file.read(8)
    if beginning == OLE_BEGINNING:
        return _inside_compound(path)
    return look_into(path) if beginning.startswith(b"PK") else ()


def _inside_compound(path: Path) -> tuple[Problem, ...]:
    files: list[EmbeddedFile] = []
    whole = look_into_compound_workbook(path, files.append, taken=False)
    found = embedded_problem(file.name for file in files)
    if not whole:
        raise NotLookedThrough(found)
    return found


def look_into_compound_workbook(path: Path, sink: Sink, *, taken: bool) -> bool:
    """Hand on the files in an .xls; False if a part of it cannot be read.

    Each lies in a storage of its own, named MBD and a number. Unless they are to be ``taken``,
    their content may be left out.
    """
    count = 0
    try:
        with olefile.OleFileIO(str(path)) as compound:
            for place in compound.listdir(streams=False, storages=True):
                if len(place) != 1 or not place[0].startswith("MBD"):
                    continue
                fallback = f"嵌入对象{count + 1}"
                file = storage_file(compound, place, fallback, ObjectHint(), taken=taken)
                if file is not None:
                    count += 1
                    sink(file)
    except TROUBLE:
        return False
    return True


def findings(book: Workbook, label: str) -> Iterator[Problem]:
    """What to tell of a workbook, in the order in which people should read it."""
    shown = [sheet for sheet in book.sheets if sheet.visibility is Visibility.VISIBLE]
    if book.complete and book.sheets and not book.prints():
        yield Problem(ProblemKind.NOTHING_TO_PRINT, {"label": label})
    hidden = [
        sheet
        for sheet in book.sheets
        if sheet.visibility is not Visibility.VISIBLE and sheet.content() is not None
    ]
    if hidden:
        yield _named(ProblemKind.HIDDEN_SHEETS, map(_sheet_name, hidden), len(hidden))
    yield from _hidden_cells(shown)
    yield from _outside_areas(shown)
    yield from _sizes(book, shown)
    if uncalculated := sum(sheet.uncalculated for sheet in book.sheets):
        yield Problem(ProblemKind.VALUES_NOT_STORED, {"count": uncalculated})
    if left_out := sum(sheet.left_out for sheet in shown):
        yield Problem(ProblemKind.FIELDS_NOT_STORED, {"count": left_out})
    if book.changes:
        yield Problem(ProblemKind.TRACKED_CHANGES, {"count": book.changes})
    if comments := sum(sheet.comments for sheet in shown):
        yield Problem(ProblemKind.COMMENTS, {"count": comments})
    if book.links:
        yield Problem(ProblemKind.LINKED_WORKBOOKS, {"count": book.links})


def _sheet_name(sheet: Sheet) -> str:
    if sheet.visibility is Visibility.VERY_HIDDEN:
        return _VERY_HIDDEN.format(name=sheet.name)
    return sheet.name


def _named(kind: ProblemKind, names: Iterable[str], count: int) -> Problem:
    return Problem(kind, {"count": count, "names": listed(names)})


def _hidden_cells(sheets: list[Sheet]) -> Iterator[Problem]:
    rows = filtered = columns = 0
    names: list[str] = []
    for sheet in sheets:
        with_content = len({cell.row for cell in sheet.cells} & sheet.hidden_rows)
        if sheet.filtered:
            filtered += with_content
        else:
            rows += with_content
        found = sheet.hidden_among({cell.column for cell in sheet.cells})
        columns += len(found)
        names += _column_names(sheet, found, len(sheets))
    if rows:
        yield Problem(ProblemKind.HIDDEN_ROWS, {"count": rows})
    if filtered:
        yield Problem(ProblemKind.FILTERED_ROWS, {"count": filtered})
    if columns:
        yield _named(ProblemKind.HIDDEN_COLUMNS, names, columns)


def _outside_areas(sheets: list[Sheet]) -> Iterator[Problem]:
    rows = columns = 0
    names: list[str] = []
    for sheet in sheets:
        areas = sheet.settings.areas
        if not areas:
            continue
        outside = [
            cell
            for cell in _visible(sheet)
            if not any(area.has(cell.row, cell.column) for area in areas)
        ]
        below = {
            cell.row for cell in outside if not any(a.top <= cell.row <= a.bottom for a in areas)
        }
        rows += len(below)
        beside = sorted({cell.column for cell in outside if cell.row not in below})
        columns += len(beside)
        names += _column_names(sheet, beside, len(sheets))
    if rows:
        yield Problem(ProblemKind.ROWS_NOT_PRINTED, {"count": rows})
    if columns:
        yield _named(ProblemKind.COLUMNS_NOT_PRINTED, names, columns)


def _visible(sheet: Sheet) -> Iterator[Cell]:
    hidden = set(sheet.hidden_among({cell.column for cell in sheet.cells}))
    return (
        cell
        for cell in sheet.cells
        if cell.row not in sheet.hidden_rows and cell.column not in hidden
    )


def _sizes(book: Workbook, sheets: list[Sheet]) -> Iterator[Problem]:
    if narrow := sum(too_narrow(book, sheet).cells for sheet in sheets):
        yield Problem(ProblemKind.NUMBERS_TOO_WIDE, {"count": narrow})
    sizes = [printed_size(book, sheet) for sheet in sheets if unreadable(book, sheet)]
    if sizes:
        smallest = min(size for size in sizes if size is not None)
        detail = {"count": len(sizes), "size": round(smallest, 1)}
        yield Problem(ProblemKind.FIT_UNREADABLE, detail)


def _column_names(sheet: Sheet, columns: Iterable[int], sheets: int) -> list[str]:
    before = f"{sheet.name}!" if sheets > 1 else ""
    return [f"{before}{column_letters(column)}" for column in columns]
