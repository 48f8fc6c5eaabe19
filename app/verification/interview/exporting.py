"""Rounds as workbooks: every sheet's answers, the results, and who was drawn."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from app.errors import FolderNotWritable
from app.names.verification import interview as names
from app.names.verification.interview import group_words
from app.replacing import replace_with
from app.verification.interview.answering import answer_words
from app.verification.interview.entering import RoundSheets
from app.verification.interview.paper import overview_of, result_rows
from app.verification.interview.results import results_of
from app.verification.interview.schema import QuestionKind
from app.verification.material_check.registers.masking import masked, masked_text
from app.verification.material_check.registers.schema import ColumnType

#: A cell, or a number.
_Cell = str | int
_Table = tuple[str, Sequence[str], Iterator[Sequence[_Cell]], Sequence[float]]


def export_round(there: RoundSheets, target: Path, *, mask: bool = True) -> int:
    """Write a round; returns the number of its sheets.

    ``mask``: personal data as papers for inspectors have it. A file that is there is replaced.

    Raises:
        FolderNotWritable: the file cannot be written.
    """
    # Costs a second to load.
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    for title, head, rows, widths in _tables(there, mask=mask):
        sheet = workbook.create_sheet(title)
        _set_up(sheet, widths)
        sheet.append([_text(sheet, text, bold=True) for text in head])
        for row in rows:
            sheet.append([_text(sheet, c) if isinstance(c, str) else c for c in row])
    # The library leaves a file open where the disk is full.
    content = BytesIO()
    workbook.save(content)
    try:
        replace_with(target, lambda path: path.write_bytes(content.getvalue()))
    except OSError as error:
        raise FolderNotWritable(target.parent, error.strerror or str(error)) from error
    return len(there.sheets)


def _tables(there: RoundSheets, *, mask: bool) -> Iterator[_Table]:
    questions = there.round.said.questionnaire.questions
    head = [f"{number}、{question.text}" for number, question in enumerate(questions, 1)]
    yield (
        names.SHEETS_TITLE,
        ["编号", "组别", *head, "作废原因"],
        _sheets(there, mask=mask),
        [8.0, 14.0, *([24.0] * len(head)), 20.0],
    )
    yield names.RESULTS_TITLE, ["题号", "题目", "答案", "结果"], _results(there), [8, 50, 40, 24]
    if there.round.said.draws:
        people = ["抽取", "名单序号", "组别", "姓名（名称）", "电话"]
        yield names.DRAWS_TITLE, people, _draws(there, mask=mask), [8, 10, 24, 24, 18]


def _sheets(there: RoundSheets, *, mask: bool) -> Iterator[Sequence[_Cell]]:
    questions = there.round.said.questionnaire.questions
    for note in there.sheets:
        sheet = note.said
        cells: list[_Cell] = [sheet.number, sheet.group]
        for question in questions:
            words = answer_words(question, sheet.answers)
            open_ = question.kind is QuestionKind.OPEN or question.other is not None
            cells.append(masked_text(words) if mask and open_ else words)
        yield [*cells, sheet.void]


def _results(there: RoundSheets) -> Iterator[Sequence[_Cell]]:
    results = results_of(there.round.said, there.numbered)
    for title, words in overview_of(there, results):
        yield ["", title, words, ""]
    for result in results.questions:
        for place, (answer, words) in enumerate(result_rows(result)):
            first = place == 0
            yield [
                result.number if first else "",
                result.question.text if first else "",
                answer,
                words,
            ]


def _draws(there: RoundSheets, *, mask: bool) -> Iterator[Sequence[_Cell]]:
    for number, draw in enumerate(there.round.said.draws, 1):
        for person in draw.people:
            name, phone = person.name, person.phone
            if mask:
                name = masked(ColumnType.PERSON, name)
                phone = masked(ColumnType.PHONE, phone)
            yield [number, person.place, group_words(person.group), name, phone]


def _set_up(sheet: Any, widths: Sequence[float]) -> None:  # noqa: ANN401 (openpyxl has no types)
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _text(sheet: Any, text: str, *, bold: bool = False) -> Any:  # noqa: ANN401
    """A cell that is text whatever it says: "=1+1" is no formula."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if not text:
        return None
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
