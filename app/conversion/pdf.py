"""PDF originals: their own pages if sound, else a mended copy."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pikepdf
import pypdfium2
from pikepdf import Name, Pdf

from app.conversion.facts import facts_of, read_facts
from app.conversion.limits import OneByOne
from app.conversion.model import (
    ConversionSettings,
    Made,
    Order,
    RenditionOrigin,
)
from app.conversion.pdf_findings import Findings, inherited, look_over
from app.conversion.pdf_mending import mend
from app.filekind import FileKind
from app.isolation import Workers
from app.problems import Problem, ProblemKind

#: How many PDFs travel to a worker together; opening one takes a few milliseconds.
_CHUNK = 16


class PdfConverter(OneByOne):
    """Examines PDFs in worker processes; rewrites only those that need it."""

    name: ClassVar[str] = "pdf"
    version: ClassVar[str] = "1"
    kinds: ClassVar[frozenset[FileKind]] = frozenset({FileKind.PDF})
    batch_size: ClassVar[int] = 2000

    def __init__(self, workers: Workers, settings: ConversionSettings) -> None:
        super().__init__(workers, settings, examine, chunk=_CHUNK)


def examine(order: Order) -> Made | Problem:
    """Open one PDF, judge it, mend it if need be; to be run in a worker."""
    path, label = order.source.path, order.source.file_type.label
    try:
        with pikepdf.open(path) as pdf:
            result = None if _looks_damaged(pdf) else _examine_open(pdf, order)
    except pikepdf.PasswordError:
        return Problem(ProblemKind.PASSWORD_REQUIRED, {"label": label})
    except pikepdf.PdfError as error:
        # Certificates and rights management; what they lock, no password of ours opens.
        if "encrypt" in str(error).lower():
            return Problem(ProblemKind.PASSWORD_REQUIRED, {"label": label})
        result = None
    return result if result is not None else _salvaged(order)


def _looks_damaged(pdf: Pdf) -> bool:
    for page in pdf.pages:
        # Objects are read when they are asked for, and complain only then.
        page.obj.get(Name.Contents)
    return bool(pdf.get_warnings())


def _salvaged(order: Order) -> Made | Problem:
    """Mend a damaged file by whichever engine brings all its pages back."""
    copy = order.target.with_suffix(".salvaged.pdf")
    problem = Problem(ProblemKind.DAMAGED, {"label": order.source.file_type.label})
    try:
        for salvage in (_complete, _rewrite_by_pdfium):
            try:
                salvage(order.source.path, copy)
                with pikepdf.open(copy) as pdf:
                    result = _examine_open(pdf, order, damaged=True)
            except (pikepdf.PdfError, pypdfium2.PdfiumError):
                continue
            if isinstance(result, Made):
                return result
            problem = result
        return problem
    finally:
        copy.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Judgement:
    findings: Findings
    damaged: bool
    lost: Problem | None


def _examine_open(pdf: Pdf, order: Order, *, damaged: bool = False) -> Made | Problem:
    path, target = order.source.path, order.target
    if len(pdf.pages) == 0:
        return Problem(ProblemKind.DAMAGED, {"label": order.source.file_type.label})
    judgement = _judge(pdf, path, damaged=damaged)
    findings = judgement.findings
    if findings.dynamic_form:
        # Its one page only says that the reader is too old; the content is not in the pages.
        return Problem(ProblemKind.CONVERSION_FAILED, {"label": "PDF 动态表单（XFA）"})
    if judgement.lost is not None:
        return judgement.lost
    notes = _notes(judgement)
    beside = findings.portfolio and findings.attachments > 0
    if not (findings.needs_rewriting or judgement.damaged or pdf.is_encrypted):
        origin = RenditionOrigin.ORIGINAL
        return Made(path, origin, notes=notes, copy_beside=beside, facts=facts_of(pdf))
    pages = len(pdf.pages)
    mend(pdf, findings, target.with_suffix(".scratch.pdf"))
    # qpdf writes back what it found; a trailer that it pieced together may lack this.
    pdf.trailer[Name.Size] = len(pdf.objects) + 1
    pdf.save(target)
    return Made(
        target,
        RenditionOrigin.REPAIRED,
        expected_pages=pages,
        notes=notes,
        copy_beside=beside,
        facts=read_facts(target),
    )


def _judge(pdf: Pdf, path: Path, *, damaged: bool) -> _Judgement:
    findings = look_over(pdf)
    found = len(pdf.pages)
    counted: object = pdf.Root.Pages.get(Name.Count)
    expected = counted if isinstance(counted, int) else found
    if damaged:
        found -= sum(_content_is_gone(page.obj) for page in pdf.pages)
    elif expected != found:
        # Some producers miscount; a second opinion decides whether pages are missing.
        expected = max(found, _page_count_by_pdfium(path))
    lost = None
    if found < expected:
        lost = Problem(ProblemKind.PAGES_LOST, {"expected": expected, "found": max(found, 0)})
    return _Judgement(findings, damaged, lost)


def _content_is_gone(page: pikepdf.Object) -> bool:
    """Say whether damage swallowed the page's content: it then looks as if it never was.

    A page that is blank on purpose has no use for fonts and pictures either.
    """
    if isinstance(page.get(Name.Contents), (pikepdf.Stream, pikepdf.Array)):
        return False
    resources = inherited(page, Name.Resources)
    return isinstance(resources, pikepdf.Dictionary) and any(
        key in resources for key in (Name.Font, Name.XObject)
    )


def _notes(judgement: _Judgement) -> tuple[Problem, ...]:
    notes = []
    if judgement.damaged:
        notes.append(Problem(ProblemKind.REPAIRED))
    if judgement.findings.signed:
        notes.append(Problem(ProblemKind.SIGNATURE_NOT_CARRIED))
    if judgement.findings.attachments:
        count = judgement.findings.attachments
        notes.append(Problem(ProblemKind.ATTACHMENTS_NOT_CARRIED, {"count": count}))
    return tuple(notes)


def _page_count_by_pdfium(path: Path) -> int:
    try:
        with pypdfium2.PdfDocument(path) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return 0


def _complete(path: Path, target: Path) -> None:
    """Copy a file with an end of its own: qpdf does not see an object at the very end."""
    shutil.copyfile(path, target)
    with target.open("ab") as file:
        file.write(b"\n%%EOF\n")


def _rewrite_by_pdfium(path: Path, target: Path) -> None:
    """Let the other PDF engine try; it reads some files that qpdf gives up on."""
    with pypdfium2.PdfDocument(path) as document:
        document.save(target)
