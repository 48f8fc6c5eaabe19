"""The table of points by years as an xlsx file, for printing."""

from collections.abc import Sequence
from pathlib import Path

from app.completeness.vocabulary import YearState
from app.completeness.year_matrix import YearCell, YearRow, years_in
from app.framework.schema import Framework
from app.names.completeness import year_words
from app.verification.workbook import Cell, ListColumn, Marked, write_list

_TITLE = "材料年份一览表"
_ABOUT = "✓ 有材料（件数）　✗ 缺　– 没有题名、日期写明这一年的材料　空白 不用交"
_WIDTH = 11


def write_years(
    target: Path, rows: Sequence[YearRow], framework: Framework, unit: str = ""
) -> None:
    """Write the table; ``unit`` is whose it is, "" for all units together.

    Raises:
        FolderNotWritable: it cannot be written.
    """
    years = years_in(rows)
    columns = (
        ListColumn("指标", 7, centred=True),
        ListColumn("核验方式", 11),
        ListColumn("要点", 46),
        *(ListColumn(str(year), _WIDTH, centred=True) for year in years),
        ListColumn("年份不明", _WIDTH, centred=True),
    )
    lines = [
        (
            row.key.indicator,
            framework.task_name(*row.key.task),
            f"{row.key.number}．{row.text}",
            *(_cell(row.cell(year)) for year in years),
            str(len(row.undated)) if row.undated else "",
        )
        for row in rows
    ]
    write_list(target, f"{unit}{_TITLE}", _ABOUT, columns, lines)


def _cell(cell: YearCell) -> Cell:
    words = year_words(cell)
    return Marked(words) if cell.state is YearState.MISSING else words
