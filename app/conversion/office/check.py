"""Comparing pages with the text they come from: LibreOffice sometimes leaves some out."""

from dataclasses import dataclass
from pathlib import Path

from app.pdfium import pypdfium2
from app.problems import Problem, ProblemKind

#: Fewer characters than these prove nothing: fields and lists count one way here, another there.
FEWEST = 100
_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Check:
    """Pages, and how many characters they should show."""

    pages: Path
    expected: int


def missing_text(check: Check) -> Problem | None:
    """The finding that much of a text is not on its pages; to be run in a worker."""
    enough = check.expected * _SHARE
    found = 0
    try:
        with pypdfium2.PdfDocument(check.pages) as document:
            for page in document:
                text_page = page.get_textpage()
                found += len("".join(text_page.get_text_range().split()))
                text_page.close()
                page.close()
                if found >= enough:
                    return None
    except pypdfium2.PdfiumError:
        return None
    detail = {"expected": check.expected, "found": found}
    return Problem(ProblemKind.TEXT_NOT_CARRIED, detail)
