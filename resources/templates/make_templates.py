"""Draw the built-in templates anew: ``python -m resources.templates.make_templates [folder]``."""

import re
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path

from docx.document import Document

from resources.templates.exam_papers import EXAM_PAPERS
from resources.templates.sheet_papers import SHEET_PAPERS
from resources.templates.word_papers import WORD_PAPERS

_WHEN = datetime(2026, 1, 1)


def drawn() -> dict[str, bytes]:
    """Every template of the papers of reports by its file name, the same bytes each time."""
    found = _drawn_in_word(WORD_PAPERS)
    for name, make in SHEET_PAPERS.items():
        book = make()
        book.properties.creator = ""
        book.properties.created = _WHEN
        found[f"{name}.xlsx"] = _saved(book)
    return found


def drawn_for_exams() -> dict[str, bytes]:
    """Every template of the papers of exams, in the same way."""
    return _drawn_in_word(EXAM_PAPERS)


def _drawn_in_word(papers: Mapping[str, Callable[[], Document]]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, draw in papers.items():
        document = draw()
        about = document.core_properties
        about.title = about.author = about.comments = about.last_modified_by = ""
        about.created = about.modified = _WHEN
        found[f"{name}.docx"] = _saved(document)
    return found


def _saved(document: object) -> bytes:
    """Save and pack again without the times of today."""
    first, second = BytesIO(), BytesIO()
    document.save(first)  # type: ignore[attr-defined]
    with (
        zipfile.ZipFile(first) as source,
        zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for member in sorted(source.namelist()):
            content = source.read(member)
            if member == "docProps/core.xml":
                content = _without_time(content)
            about = zipfile.ZipInfo(member, (2026, 1, 1, 0, 0, 0))
            target.writestr(about, content, zipfile.ZIP_DEFLATED)
    return second.getvalue()


def _without_time(content: bytes) -> bytes:
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-01-01T00:00:00Z", content)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for file_name, content in (drawn() | drawn_for_exams()).items():
        (folder / file_name).write_bytes(content)
