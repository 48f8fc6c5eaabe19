"""Conversion for tests: sources from files, and a converter that starts nothing."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import pikepdf

from app.conversion.model import (
    ConversionSettings,
    Made,
    Order,
    PdfFacts,
    RenditionOrigin,
    Source,
)
from app.filekind import FileKind, FileType
from app.filetypes import sniff
from app.jobs import JobContext
from app.problems import Problem

FAST = ConversionSettings(base_seconds=60.0)


def source_of(path: Path, name: str | None = None, file_type: FileType | None = None) -> Source:
    """Describe a file as the store would hand it over."""
    shown = name or path.name
    return Source(
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        path=path,
        name=shown,
        file_type=file_type or sniff(path, shown),
        size=path.stat().st_size,
    )


class FakeConverter:
    """Writes blank pages for anything, and remembers what it was asked.

    Sources whose name is in ``problems`` get that problem; ``pages`` is what the PDF has,
    ``claimed`` what it is said to have; names in ``forgotten`` get no answer at all. ``content``
    is written instead of a PDF.
    """

    name: ClassVar[str] = "fake"
    version: ClassVar[str] = "1"
    kinds: ClassVar[frozenset[FileKind]] = frozenset(FileKind)
    batch_size: ClassVar[int] = 3

    def __init__(
        self,
        problems: dict[str, Problem] | None = None,
        pages: int = 1,
        claimed: int | None = None,
        forgotten: frozenset[str] = frozenset(),
        content: bytes | None = None,
    ) -> None:
        self.problems = problems or {}
        self.pages = pages
        self.claimed = claimed
        self.forgotten = forgotten
        self.content = content
        self.batches: list[list[str]] = []

    def variant(self, source: Source) -> str:
        return ""

    def convert(
        self, orders: Sequence[Order], work: Path, job: JobContext
    ) -> Iterator[tuple[Order, Made | Problem]]:
        self.batches.append([order.source.name for order in orders])
        for order in orders:
            job.check_cancelled()
            if order.source.name in self.forgotten:
                continue
            problem = self.problems.get(order.source.name)
            yield order, problem or self._make(order)

    def _make(self, order: Order) -> Made:
        with pikepdf.new() as pdf:
            for _ in range(self.pages):
                pdf.add_blank_page(page_size=(595, 842))
            pdf.save(order.target)
        if self.content is not None:
            order.target.write_bytes(self.content)
        return Made(
            order.target,
            RenditionOrigin.CONVERTED,
            expected_pages=self.claimed,
            facts=PdfFacts(self.pages),
        )
