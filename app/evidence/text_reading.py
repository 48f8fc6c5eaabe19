"""Reading the words of two files to compare them."""

from collections.abc import Sequence
from pathlib import Path

from app.evidence.text_difference import Side, TextDifference, differences, pieces
from app.filekind import FileKind

#: How much of a PDF is compared; of other formats, as much as the readers read.
_MOST_PDF_CHARS = 200_000
#: Formats that break lines where the page ends, not where the author did.
_FIXED = frozenset({FileKind.PDF, FileKind.OFD})


def compare_sides(sides: Sequence[Side]) -> TextDifference:
    """Compare two files; meant for a worker, since the files may be hostile."""
    texts = [_text_of(side) for side in sides]
    if any(not text.strip() for text, _ in texts):
        return TextDifference(readable=False)
    flowing = any(side.file_type.kind in _FIXED for side in sides)
    old, new = (pieces(text, flowing=flowing) for text, _ in texts)
    whole = all(complete for _, complete in texts)
    return TextDifference(readable=True, whole=whole, lines=differences(old, new))


def _text_of(side: Side) -> tuple[str, bool]:
    """The words of a file, and whether these are all."""
    from app.pdfium import pypdfium2
    from app.reading.dispatch import read
    from app.reading.model import MOST_CHARS, Unreadable

    try:
        if side.file_type.kind is FileKind.PDF:
            return _pdf_text(side.path)
        reading = read(side.path, side.file_type, side.size)
    except (Unreadable, pypdfium2.PdfiumError):
        return "", True
    text = f"{reading.pages.first}\n{reading.pages.following}"
    fixed = side.file_type.kind is FileKind.OFD  # its reader stops after a few pages
    return text, len(text) < MOST_CHARS and not fixed


def _pdf_text(path: Path) -> tuple[str, bool]:
    from app.pdfium import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        parts: list[str] = []
        length = 0
        for number in range(len(document)):
            if length >= _MOST_PDF_CHARS:
                return "\n".join(parts), False
            page = document[number]
            text_page = page.get_textpage()
            parts.append(text_page.get_text_range())
            length += len(parts[-1])
            text_page.close()
            page.close()
        return "\n".join(parts), True
    finally:
        document.close()
