"""The results of a draw as a workbook: results, cases, common defects, and what was drawn."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from app.errors import FolderNotWritable
from app.replacing import replace_with
from app.shares import share_words
from app.verification.case_review.papers import (
    defect_words,
    draw_heading,
    grade_words,
    party_outside,
    passed_words,
    score_words,
)
from app.verification.case_review.results import ResultLine, results_of
from app.verification.case_review.scores import Reviewed
from app.verification.case_review.scoring import Grade
from app.visible_text import visible

_RESULT = ("单位", "类别", "抽取", "已评定", "优秀", "合格", "不合格", "平均分", "合格率", "排名")
_CASE = ("单位", "案号", "类别", "当事人", "承办人", "结案日期", "得分", "等次", "不符合的标准")
_DEFECT = ("评查标准", "类别", "性质", "不符合的案卷", "案号")
_DRAWN = ("单位", "类别", "结案年度", "备抽", "抽取", "抽中的案号", "名单校验值")


def export_results(reviewed: Reviewed, target: Path, *, mask: bool = True) -> int:
    """Write the workbook; returns the number of cases. A file that is there is replaced.

    ``mask``: names of persons as papers that leave the house have them.

    Raises:
        FolderNotWritable: the file cannot be written.
    """
    # Costs a second to load.
    from openpyxl import Workbook

    results = results_of(reviewed)
    shown = party_outside if mask else str
    draw = reviewed.draw
    workbook = Workbook(write_only=True)
    whole = ResultLine("合计", "", results.whole)
    lines = [
        *(_result(line, "全部") for line in results.units),
        *(_result(line, line.category) for line in results.parts),
        *(_result(line, line.category, "全部单位") for line in results.categories),
        _result(whole, "全部"),
    ]
    _sheet(workbook, "评查结果", _RESULT, (24, 14, 8, 8, 8, 8, 8, 10, 20, 8), lines)
    cases = []
    for case in draw.cases:
        outcome = reviewed.outcomes[case.draw_id, case.case_id]
        cases.append(
            (
                case.unit,
                case.number,
                case.category,
                shown(case.party),
                shown(case.handler),
                case.closed,
                score_words(outcome),
                grade_words(outcome),
                defect_words(draw.sheet_of(case), outcome),
            )
        )
    _sheet(workbook, "案卷", _CASE, (24, 30, 12, 14, 14, 14, 8, 10, 60), cases)
    defects = [
        (
            defect.text,
            defect.category,
            "基础标准" if defect.basic else "一般标准",
            share_words(defect.count, defect.of),
            "、".join(defect.cases),
        )
        for defect in results.defects
    ]
    _sheet(workbook, "常见问题", _DEFECT, (50, 14, 12, 20, 60), defects)
    drawn = [
        (
            stratum.unit,
            stratum.category,
            stratum.year,
            len(stratum.population),
            len(stratum.drawn),
            "、".join(stratum.drawn),
            stratum.digest,
        )
        for stratum in draw.strata
    ]
    lines_of_draw: list[Sequence[str | int]] = [*drawn, (draw_heading(draw),)]
    _sheet(workbook, "抽取记录", _DRAWN, (24, 14, 10, 8, 8, 60, 66), lines_of_draw)
    # The library leaves a file open where the disk is full.
    content = BytesIO()
    workbook.save(content)
    try:
        replace_with(target, lambda path: path.write_bytes(content.getvalue()))
    except OSError as error:
        raise FolderNotWritable(target.parent, error.strerror or str(error)) from error
    return len(cases)


def _result(line: ResultLine, category: str, unit: str = "") -> tuple[str | int, ...]:
    tally = line.tally
    graded = any(tally.grades.values())
    mean = tally.mean
    return (
        unit or line.unit,
        category,
        tally.cases,
        tally.decided,
        tally.grades[Grade.EXCELLENT] if graded else "",
        tally.grades[Grade.PASSED] if graded else "",
        tally.grades[Grade.FAILED],
        "" if mean is None else f"{mean:f}",
        passed_words(tally.grades, tally.ungraded),
        line.rank or "",
    )


def _sheet(
    workbook: Any,  # noqa: ANN401 (openpyxl has no types)
    title: str,
    headings: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[str | int]],
) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet = workbook.create_sheet(title)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"

    def cell(said: str | int, *, bold: bool = False) -> Any:  # noqa: ANN401
        made = WriteOnlyCell(sheet, value=visible(said) if isinstance(said, str) else said)
        if isinstance(said, str):
            made.data_type = "s"  # what begins with = is no formula
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(heading, bold=True) for heading in headings])
    for row in rows:
        sheet.append([None if said == "" else cell(said) for said in row])
