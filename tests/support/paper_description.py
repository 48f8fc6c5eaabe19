"""What the usual papers say, kept in tests/golden/papers.json.

After a change that is meant, write it again from the project's folder, and read the difference:

    python -m tests.support.paper_description
"""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.table import Table

from app.framework.catalogue import load_framework
from app.reports.papers import PAPERS, PaperScope
from app.reports.templates import find_template
from tests.support.report_rows import PART, county_rows

PATH = Path(__file__).resolve().parents[1] / "golden" / "papers.json"
#: So many rows of each table are kept, which shows its form.
_ROWS = 4


def described() -> dict[str, Any]:
    """Every paper of a county of forty units: styles and words, or cells."""
    rows = county_rows(load_framework("lushan-2021"), 40)
    found: dict[str, Any] = {}
    for paper in PAPERS:
        draft = paper.write(rows, PART if paper.scope is PaperScope.UNIT else None)
        document = find_template(paper, Path("nowhere")).fill(draft.filling)
        stream = BytesIO()
        document.save(stream)
        stream.seek(0)
        tell = _word if paper.format.value == "word" else _sheets
        found[paper.title] = tell(stream)
    return found


def _word(stream: BytesIO) -> list[Any]:
    told: list[Any] = []
    for block in docx.Document(stream).iter_inner_content():
        if isinstance(block, Table):
            told.append([[c.text for c in row.cells] for row in block.rows[:_ROWS]])
            told.append(f"… {len(block.rows)} 行")
        elif block.text:
            told.append(f"{block.style.name}：{block.text}")
    return told[:60]


def _sheets(stream: BytesIO) -> dict[str, Any]:
    book = openpyxl.load_workbook(stream)
    return {
        sheet.title: [
            [cell.value for cell in row]
            for row in (*sheet.iter_rows(max_row=_ROWS + 2), list(sheet.iter_rows())[-1])
        ]
        for sheet in book.worksheets
    }


def stored() -> dict[str, Any]:
    """What was kept."""
    return json.loads(PATH.read_text(encoding="utf-8"))


if __name__ == "__main__":
    words = json.dumps(described(), ensure_ascii=False, indent=1)
    PATH.write_text(words + "\n", encoding="utf-8")
