"""What the usual sheets say, page by page and line by line, kept in tests/golden/sheets.json.

After a change that is meant, write it again from the project's folder, and read the difference:

    python -m tests.support.golden_sheets
"""

import json
from pathlib import Path

from app.sheets.content import SheetContent
from app.sheets.page import TextMark
from app.sheets.rendering import lay_out
from tests.support.sheets import EVERY_KIND

PATH = Path(__file__).resolve().parents[1] / "golden" / "sheets.json"


def described() -> dict[str, list[list[str]]]:
    """Every kind of sheet: its pages, their lines of type from top to bottom."""
    return {type(content).__name__: _pages(content) for content in EVERY_KIND}


def _pages(content: SheetContent) -> list[list[str]]:
    pages = []
    for page in lay_out(content):
        marks = [mark for mark in page.marks if isinstance(mark, TextMark) and mark.line.text]
        marks.sort(key=lambda mark: (round(mark.baseline), mark.x))
        pages.append([f"{mark.line.role} {mark.line.size:g} {mark.line.text}" for mark in marks])
    return pages


def stored() -> dict[str, list[list[str]]]:
    """What the sheets said when somebody last looked at them."""
    return json.loads(PATH.read_text(encoding="utf-8"))


if __name__ == "__main__":
    text = json.dumps(described(), ensure_ascii=False, indent=1)
    PATH.write_text(text + "\n", encoding="utf-8")
