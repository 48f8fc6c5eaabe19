"""The PDF/A-2b edition: what conforms goes in as it is, other pages as pictures with text.

pikepdf validates every file that it writes; it may turn down what is right, but passes nothing
that is wrong (it knows the rules by an allow-list).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Name, Pdf, pdfa

from app.dossier.binding.picture_page import picture_of_page
from app.dossier.errors import BindingFailed

FLAVOUR = "2b"


def save_pdfa(pdf: Pdf, path: Path) -> None:
    """Write a volume as PDF/A-2b.

    Raises:
        BindingFailed: the result would not conform; nothing was written.
    """
    for page in pdf.pages:
        clean_page(page.obj)
    try:
        pdfa.save(pdf, path, FLAVOUR)
    except pdfa.PdfaError as error:
        findings = "；".join(str(finding) for finding in error.report.findings[:3])
        raise BindingFailed(path.name, f"PDF/A-2b: {findings}") from error


@dataclass(frozen=True, slots=True)
class ConformOrder:
    """A rendition to be judged, and where the version that conforms goes if it does not."""

    key: str
    source: Path
    target: Path


@dataclass(frozen=True, slots=True)
class Conformed:
    """The verdict: no pages to replace, or the pages (from 1) that are pictures in ``target``."""

    pictured: tuple[int, ...]


def conform(order: ConformOrder) -> Conformed:
    """Judge a rendition page by page; write ``target`` if any page must become a picture.

    To be run in a worker.

    Raises:
        pikepdf.PdfError: the rendition does not open, which conversion has ruled out.
        BindingFailed: even as a picture a page does not conform.
    """
    with pikepdf.open(order.source) as source:
        everything = range(len(source.pages))
        if _conforms(source, everything):
            return Conformed(())
        bad = [number for number in everything if not _conforms(source, [number])]
        # Each page may pass alone and the file not; then something that they share is at fault.
        pictured = bad or list(everything)
        _write(source, order, pictured)
    with pikepdf.open(order.target) as written:
        if not _conforms(written, range(len(written.pages))):
            if len(pictured) == len(everything):
                order.target.unlink()
                raise BindingFailed(order.source.name, "PDF/A-2b")
            pictured = list(everything)
        else:
            return Conformed(tuple(number + 1 for number in pictured))
    with pikepdf.open(order.source) as source:
        _write(source, order, pictured)
    return Conformed(tuple(number + 1 for number in pictured))


def _conforms(source: Pdf, pages: Iterable[int]) -> bool:
    """True if these pages, taken out of their file as binding does, can be PDF/A."""
    with pikepdf.new() as alone:
        for number in pages:
            alone.pages.append(source.pages[number])
        for page in alone.pages:
            clean_page(page.obj)
        pdfa.prepare(alone, FLAVOUR)
        return bool(pdfa.check(alone, FLAVOUR).verdict == "pass")


def clean_page(page: pikepdf.Object) -> None:
    """Take out what PDF/A forbids and no printed page shows."""
    for key in (Name.Trans, Name.AA, Name.PresSteps):
        if key in page:
            del page[key]


def _write(source: Pdf, order: ConformOrder, pictured: list[int]) -> None:
    with pikepdf.new() as target:
        for number, page in enumerate(source.pages):
            if number not in pictured:
                target.pages.append(page)
                continue
            picture = order.target.with_suffix(".page.pdf")
            picture_of_page(order.source, number, picture)
            with pikepdf.open(picture) as one:
                target.pages.append(one.pages[0])
            picture.unlink()
        for page in target.pages:
            clean_page(page.obj)
        target.save(order.target)
