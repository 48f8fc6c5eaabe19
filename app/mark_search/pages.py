"""Marks on converted pages: the last check before anything is bound."""

from pathlib import Path

from app.secrecy.marks import Spot, Words, judge

#: On the first page a level may stand alone on so many lines from the top.
_TOP = 3


def pages_bear_mark(path: Path) -> bool:
    """True if pages (PDF) have a certain mark; runs in a worker.

    Tables come as one cell a line, so that a level alone counts only at the top of the first page.

    Raises:
        pypdfium2.PdfiumError: the pages do not open.
    """
    from app.mark_search.pdf import document_words
    from app.pdfium import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        *_, whole = document_words(document)
    finally:
        document.close()
    text = whole.text
    first = text.partition("\f")[0].strip()
    top = "\n".join([line for line in first.splitlines() if line.strip()][:_TOP])
    found = judge([Words(Spot.LOOSE, text), Words(Spot.PAGES, top)])
    return found is not None and found.certain
