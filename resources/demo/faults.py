"""Files with something wrong, as they arrive in practice: locked, cut short, empty, unfinished."""

from datetime import date
from pathlib import Path

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from resources.demo.content import Letter, Table
from resources.demo.ledgers import table_xlsx
from resources.demo.packing import settle
from resources.demo.phrases import report
from resources.demo.prints import letter_pdf
from resources.demo.word import letter_docx

LOCKED = report(
    "示例县住房和城乡建设局",
    "",
    "专家论证会签到册及发言摘要",
    date(2019, 9, 12),
    (("会议情况", "参加论证会的专家5名，另有承办单位人员6名列席。"),),
)


def encrypted_pdf(path: Path) -> None:
    """A PDF that asks for a password before it opens."""
    letter_pdf(path, LOCKED, password="shili-2021")


def damaged_copy(path: Path, letter: Letter) -> None:
    """A Word file whose copying broke off: the end is missing."""
    letter_docx(path, letter)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 6 // 10])


def table_with_draft(path: Path, table: Table) -> None:
    """A spreadsheet with a hidden sheet of drafts, which nobody sees on paper."""
    table_xlsx(path, table)
    book = openpyxl.load_workbook(path)
    draft = book.create_sheet("草稿（未核对）")
    draft.append(("草稿，数字未核对（演示）",))
    draft.sheet_state = "hidden"
    book.save(path)
    settle(path)


def letter_with_changes(path: Path, letter: Letter) -> None:
    """A Word file in which a tracked insertion and a tracked deletion wait for somebody."""
    letter_docx(path, letter)
    document = docx.Document(str(path))
    paragraph = next(each for each in document.paragraphs if each.text.endswith("。"))
    for kind, holder, words in (
        ("w:del", "w:delText", "（此句待领导审定，演示）"),
        ("w:ins", "w:t", "（演示：这一句是修订时加上的）"),
    ):
        change, run, text = OxmlElement(kind), OxmlElement("w:r"), OxmlElement(holder)
        change.set(qn("w:id"), "1")
        change.set(qn("w:author"), "张某某")
        change.set(qn("w:date"), "2021-01-20T09:00:00Z")
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001 - python-docx has no tracked changes
    document.save(str(path))
    settle(path)


def empty_file(path: Path) -> None:
    """A file that a full USB stick left with no content."""
    path.write_bytes(b"")
