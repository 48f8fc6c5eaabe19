"""Office files, texts and web pages through LibreOffice, a hundred at a start."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from app.conversion.model import ConversionSettings, Made, Order, Source
from app.filekind import FileKind
from app.isolation import Workers
from app.jobs import JobContext
from app.problems import Problem


class OfficeConverter:
    """Converts what LibreOffice reads; without it, says so for each file."""

    name: ClassVar[str] = "office"
    version: ClassVar[str] = "9"
    kinds: ClassVar[frozenset[FileKind]] = frozenset(
        {
            FileKind.WORD,
            FileKind.SHEET,
            FileKind.SLIDES,
            FileKind.TEXT,
            FileKind.CSV,
            FileKind.HTML,
            FileKind.MHT,
            FileKind.MAIL,
            FileKind.DRAWING,
        }
    )
    batch_size: ClassVar[int] = 100

    def __init__(
        self,
        workers: Workers,
        settings: ConversionSettings,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare; ``environment`` is added to that of LibreOffice (its fonts, for one)."""
        self._workers = workers
        self._settings = settings
        self._environment = environment or {}

    def variant(self, source: Source) -> str:
        """The same bytes may be a table to one and a text to another, and are bound as chosen."""
        return "+".join(filter(None, (source.file_type.kind.value, source.choices.key)))

    def convert(
        self, orders: Sequence[Order], work: Path, job: JobContext
    ) -> Iterator[tuple[Order, Made | Problem]]:
        """Copy the sources under safe names, convert the copies, hand the results over."""
        # It brings readers of every format, and a compile that finds all pages needs none.
        from app.conversion.office.running import BatchConversion

        run = BatchConversion(self._workers, self._settings, self._environment)
        yield from run.convert(orders, work, job)
