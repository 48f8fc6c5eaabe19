"""Reading page formats: PDF and OFD."""

import re
from pathlib import Path

from app.guessing.guess import FileWords, Properties
from app.pdf.opening import CannotOpen, open_pdf
from app.pdfium import pypdfium2
from app.problems import ProblemKind
from app.reading.model import MOST_CHARS, Reading, Unreadable

#: The signature of a letter is on one of its first pages; annexes follow.
_PAGES_READ = 3
_DATE_LINE = re.compile(
    r"^\s*[12二一][\d〇○零OoＯ一二三四五六七八九 ]{3,8}年.{2,12}[日⽇]\s*$", re.M
)
#: What the head of a letter has and that of a report has not.
_LETTER = re.compile(
    r"[〔\[［【(（]\s*(?:19|20)\d\d\s*[〕\]］】)）]\s*第?\s*\d+\s*号|^.{0,40}关于", re.M
)
#: A first page with fewer characters is a picture with at most a page number on it.
_LEGIBLE = 10


def read_pdf(path: Path) -> Reading:
    """Read the first pages of a PDF. Raises ``Unreadable``.

    It is damaged if no page of it can be bound; lost pages are a finding.
    """
    count = None
    try:
        with open_pdf(path) as opened:
            count = len(opened.pdf.pages)
    except CannotOpen as error:
        if error.kind is not ProblemKind.PAGES_LOST:
            raise Unreadable(error.kind) from error
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return Reading(page_count=count)
    try:
        shown = count or len(document)
        if shown == 0:
            return Reading(page_count=count)
        texts, edges = _texts(document, shown), _edges(document)
        title = document.get_metadata_value("Title")
        author = document.get_metadata_value("Author")
    finally:
        document.close()
    first, following = texts[0], texts[1:]
    if len(first.strip()) < _LEGIBLE and following:  # a cover that is a picture
        first = f"{first}\n{following.pop(0)}"
    pages = FileWords(first[:MOST_CHARS], "\n".join(following)[:MOST_CHARS])
    return Reading(pages, Properties(title, author), count, edges=edges)


def _texts(document: pypdfium2.PdfDocument, count: int) -> list[str]:
    """The first page, and those on which the signature may be.

    A letter is signed on one of its first pages, before its annexes; a report on its last one.
    """
    first = _page_text(document, 0)
    legible = len(first.strip()) >= _LEGIBLE
    if legible and (count == 1 or _DATE_LINE.search(first)):
        return [first]
    if legible and not _LETTER.search(first):
        return [first, _page_text(document, count - 1)]
    texts = [first]
    for number in range(1, min(count, _PAGES_READ)):
        texts.append(_page_text(document, number))
        if _DATE_LINE.search(texts[-1]):
            break
    return texts


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ""  # this page shows nothing; the others still may
    text: str = text_page.get_text_range(0, min(text_page.count_chars(), MOST_CHARS))
    text_page.close()
    page.close()
    return text


#: Browsers print their lines so near the edge of the paper, in points.
_EDGE = 50


def _edges(document: pypdfium2.PdfDocument) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines at the top and at the bottom of the first page."""
    try:
        page = document[0]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return (), ()
    width, height = page.get_size()
    top = text_page.get_text_bounded(0, height - _EDGE, width, height)
    bottom = text_page.get_text_bounded(0, 0, width, _EDGE)
    text_page.close()
    page.close()
    return tuple(top[:MOST_CHARS].splitlines()), tuple(bottom[:MOST_CHARS].splitlines())


def read_ofd(path: Path) -> Reading:
    """Read the first pages of an OFD. Raises ``Unreadable``."""
    import ofdkit  # slow to load, and most folders hold none

    from app.ofd.package import kind_of_trouble

    try:
        with ofdkit.open(path) as document:
            texts = [page.text() for page in document.pages[:_PAGES_READ]]
            info = document.info
            count = len(document.pages)
    except ofdkit.OFDError as error:
        raise Unreadable(kind_of_trouble(error, path)) from error
    except OSError as error:
        raise Unreadable from error
    pages = FileWords("".join(texts[:1])[:MOST_CHARS], "\n".join(texts[1:])[:MOST_CHARS])
    return Reading(pages, Properties(title=info.title or "", author=info.author or ""), count)
