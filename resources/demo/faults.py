"""Files with something wrong, as they arrive in practice: locked, cut short, empty, misnamed."""

from datetime import date
from pathlib import Path

from resources.demo.content import Letter
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


def empty_file(path: Path) -> None:
    """A file that a full USB stick left with no content."""
    path.write_bytes(b"")
