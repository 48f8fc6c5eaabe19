"""PDF originals: their own pages if they are sound, otherwise a repaired copy."""

from typing import ClassVar

from app.conversion.limits import OneByOne
from app.conversion.model import ConversionSettings, Made, Order
from app.filekind import FileKind
from app.isolation import Workers
from app.problems import Problem

#: How many PDFs travel to a worker together; opening one takes a few milliseconds.
_CHUNK = 16


class PdfConverter(OneByOne):
    """Examines PDFs in worker processes; rewrites only those that need it."""

    name: ClassVar[str] = "pdf"
    version: ClassVar[str] = "4"
    kinds: ClassVar[frozenset[FileKind]] = frozenset({FileKind.PDF})
    batch_size: ClassVar[int] = 2000

    def __init__(self, workers: Workers, settings: ConversionSettings) -> None:
        super().__init__(workers, settings, examine, chunk=_CHUNK)


def examine(order: Order) -> Made | Problem:
    """Open one PDF, judge it, mend it if need be; to be run in a worker."""
    # What it works with takes long to load, and the process that only orders needs none of it.
    from app.conversion.pdf.examining import examine_pdf

    return examine_pdf(order)
