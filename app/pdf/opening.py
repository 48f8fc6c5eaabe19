"""Opening a PDF, damaged ones too: every part of the program comes to the same result.

qpdf reads most files. What it gives up on is mended by whichever way brings all pages back; the
last one has PDFium, which shows pages that qpdf does not find, import them into a new file.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectSet, Pdf, Stream

from app.pdf.objects import inherited, items
from app.pdfium import pypdfium2
from app.pdfium import raw as pdfium
from app.problems import ProblemKind

#: Mended copies of up to this size stay in memory.
_IN_MEMORY = 32 * 1024 * 1024
#: What a page may leave to the nodes above it.
_INHERITABLE = (Name.Resources, Name.MediaBox, Name.CropBox, Name.Rotate)


class CannotOpen(Exception):
    """No page of the file can be bound; ``kind`` and ``detail`` say why."""

    def __init__(self, kind: ProblemKind, detail: dict[str, int] | None = None) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.detail = detail or {}


@dataclass(frozen=True, slots=True)
class OpenedPdf:
    """An open PDF that has all its pages.

    Attributes:
        pdf: the file, or a mended copy of it.
        repaired: the file had to be mended.
        pages_only: nothing but the pages could be saved, with what prints on them drawn in.
    """

    pdf: Pdf
    repaired: bool = False
    pages_only: bool = False


@contextmanager
def open_pdf(path: Path) -> Iterator[OpenedPdf]:
    """Open a PDF, mending a copy of a damaged one; the file itself is never written to.

    Raises:
        CannotOpen: it is locked, or pages are lost.
        OSError: the operating system does not let the file be read.
    """
    try:
        pdf = pikepdf.open(path)
    except pikepdf.PasswordError as error:
        raise CannotOpen(ProblemKind.PASSWORD_REQUIRED) from error
    except pikepdf.PdfError as error:
        # Certificates and rights management; what they lock, no password of ours opens.
        if "encrypt" in str(error).lower():
            raise CannotOpen(ProblemKind.PASSWORD_REQUIRED) from error
        pdf = None
    if pdf is not None:
        with pdf:
            if _is_sound(pdf, path):
                yield OpenedPdf(pdf)
                return
    with _salvaged(path) as opened:
        yield opened


def _is_sound(pdf: Pdf, path: Path) -> bool:
    try:
        found = len(pdf.pages)
        for page in pdf.pages:
            # Objects are read when they are asked for, and complain only then.
            page.obj.get(Name.Contents)
    except pikepdf.PdfError:
        return False
    if not found or pdf.get_warnings():
        return False
    # Some producers miscount; a second opinion decides whether pages are missing.
    return _counted(pdf) <= found or len(_pages_by_pdfium(path)) <= found


@contextmanager
def _salvaged(path: Path) -> Iterator[OpenedPdf]:
    problem = CannotOpen(ProblemKind.DAMAGED)
    named = _pages_named(path)
    for salvage in (_complete, _straighten_tree, _rewrite, _import_pages):
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
            copy = cast("BinaryIO", file)
            try:
                expected = salvage(path, copy)
                copy.seek(0)
                pdf = pikepdf.open(copy)
            except (pikepdf.PdfError, pypdfium2.PdfiumError, AttributeError):
                continue
            with pdf:
                expected = named or max(expected, _counted(pdf))
                found = sum(not _content_is_gone(page.obj) for page in pdf.pages)
                if found and found >= expected:
                    yield OpenedPdf(pdf, repaired=True, pages_only=salvage is _import_pages)
                    return
                if len(pdf.pages):
                    detail = {"expected": expected, "found": found}
                    problem = CannotOpen(ProblemKind.PAGES_LOST, detail)
    raise problem


def _counted(pdf: Pdf) -> int:
    count: object = pdf.Root.Pages.get(Name.Count)
    return count if isinstance(count, int) else 0


def _content_is_gone(page: Object) -> bool:
    """Say whether damage swallowed the page's content: it then looks as if it never was.

    A page that is blank on purpose has no use for fonts and pictures either.
    """
    if isinstance(page.get(Name.Contents), (Stream, Array)):
        return False
    resources = inherited(page, Name.Resources)
    return isinstance(resources, Dictionary) and any(
        key in resources for key in (Name.Font, Name.XObject)
    )


def _pages_named(path: Path) -> int:
    """Count the pages that the tree names, found or not; 0 if there is no tree to walk.

    qpdf forgets those that it does not find as soon as it is asked for pages. What is not found
    may have been a node with many pages; then the count that the file gives may be right.
    """
    try:
        with pikepdf.open(path, inherit_page_attributes=False) as pdf:
            leaves = _leaves(pdf.Root.Pages)
            if all(isinstance(leaf, Dictionary) for leaf in leaves):
                return len(leaves)
            return max(len(leaves), min(_counted(pdf), len(pdf.objects)))
    except (pikepdf.PdfError, AttributeError):
        return 0


# Each way writes a mended copy and returns how many pages it knows that there should be.


def _complete(path: Path, copy: BinaryIO) -> int:
    """Add an end: qpdf does not see an object at the very end."""
    with path.open("rb") as file:
        shutil.copyfileobj(file, copy)
    copy.write(b"\n%%EOF\n")
    return 0


def _straighten_tree(path: Path, copy: BinaryIO) -> int:
    """Hang all pages on one node, for a tree that runs in circles or has nodes of no kind."""
    with pikepdf.open(path, inherit_page_attributes=False) as pdf:
        root = pdf.Root.Pages
        pages = _leaves(root)
        found = [page for page in pages if isinstance(page, Dictionary) and _is_page(page)]
        if not found:
            raise pikepdf.PdfError("no page in the tree")
        for page in found:
            for key in _INHERITABLE:
                value = inherited(page, key)
                if value is not None:
                    page[key] = value
        for page in found:
            page.Type, page.Parent = Name.Page, root
        root.Type, root.Kids, root.Count = Name.Pages, Array(found), len(found)
        pdf.save(copy)
    return len(pages)


def _leaves(root: Object) -> list[object]:
    """The pages in order, with what stands in the place of pages that are not there."""
    seen, pages = ObjectSet(), []
    stack: list[object] = [root] if Name.Kids in root else []
    while stack:
        node = stack.pop()
        if not isinstance(node, Dictionary) or Name.Kids not in node:
            pages.append(node)
        elif seen.add(node):
            stack.extend(reversed(list(items(node.get(Name.Kids)))))
    return pages


def _is_page(node: Object) -> bool:
    return node.get(Name.Type) == Name.Page or (Name.Parent in node and Name.Contents in node)


def _rewrite(path: Path, copy: BinaryIO) -> int:
    """Let PDFium write the whole file again, with its catalogue."""
    with pypdfium2.PdfDocument(path) as document:
        document.save(copy)
        return len(document)


def _import_pages(path: Path, copy: BinaryIO) -> int:
    """Let PDFium import the pages that it can show, as they print, into a new file."""
    with pypdfium2.PdfDocument(path) as document, pypdfium2.PdfDocument.new() as new:
        document.init_forms()
        pages = _shown_pages(document)
        for number in pages:
            page = document[number]
            if pdfium.FPDFPage_GetAnnotCount(page):
                pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT)
            page.close()
        if pages:
            new.import_pages(document, pages)
        new.save(copy)
        return len(document)


def _pages_by_pdfium(path: Path) -> list[int]:
    try:
        with pypdfium2.PdfDocument(path) as document:
            return _shown_pages(document)
    except pypdfium2.PdfiumError:
        return []


def _shown_pages(document: pypdfium2.PdfDocument) -> list[int]:
    """The pages that PDFium can show; it believes whatever number of pages the file claims."""
    pages = []
    for number in range(len(document)):
        try:
            document.get_page_size(number)
        except pypdfium2.PdfiumError:
            continue
        pages.append(number)
    return pages
