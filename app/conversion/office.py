"""Office files, texts and web pages through LibreOffice, a hundred at a start."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from app.conversion.limits import problem_of, seconds_for
from app.conversion.model import ConversionSettings, Made, Order, RenditionOrigin, Source
from app.conversion.office_batch import OfficeFault, OfficeFile, convert_files
from app.conversion.office_program import find_office
from app.conversion.office_sources import Preparation, Prepared, prepare
from app.filekind import FileKind
from app.isolation import Done, Task, Workers
from app.jobs import JobContext
from app.problems import Problem, ProblemKind

_CHUNK = 8

#: LibreOffice's own choice for web pages (Writer/Web) loses the first paragraph when it exports.
_WEB_READER = "HTML (StarWriter)"


class OfficeConverter:
    """Converts what LibreOffice reads; without it, says so for each file."""

    name: ClassVar[str] = "office"
    version: ClassVar[str] = "3"
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
        """The same bytes may be a table to one and a text to another."""
        return source.file_type.kind.value

    def convert(
        self, orders: Sequence[Order], work: Path, job: JobContext
    ) -> Iterator[tuple[Order, Made | Problem]]:
        """Copy the sources under safe names, convert the copies, hand the results over."""
        program = find_office(self._settings.office_program)
        if program is None:
            for order in orders:
                detail = {"label": order.source.file_type.label}
                yield order, Problem(ProblemKind.CONVERTER_MISSING, detail)
            return
        folder = work / "in"
        folder.mkdir()
        by_path: dict[Path, tuple[Order, tuple[Problem, ...]]] = {}
        files: list[OfficeFile] = []
        for order, prepared in self._prepared(orders, folder, job):
            if isinstance(prepared, Problem):
                yield order, prepared
                continue
            copy = prepared.path
            by_path[copy] = order, prepared.notes
            seconds = seconds_for(order.source.size, self._settings)
            reader = _WEB_READER if copy.suffix == ".html" else ""
            files.append(OfficeFile(copy, seconds, reader))
        # In the order they were given, whichever copy was ready first.
        files.sort(key=lambda file: file.path.name)
        for file, result in convert_files(program, files, work, self._environment, job):
            order, notes = by_path[file.path]
            if isinstance(result, OfficeFault):
                yield order, _problem(result, order.source, file.seconds)
            else:
                result.replace(order.target)
                yield order, Made(order.target, RenditionOrigin.CONVERTED, notes=notes)

    def _prepared(
        self, orders: Sequence[Order], folder: Path, job: JobContext
    ) -> Iterator[tuple[Order, Prepared | Problem]]:
        tasks: list[Task[Preparation]] = []
        by_stem: dict[str, Order] = {}
        for number, order in enumerate(orders):
            source, stem = order.source, f"{number:04d}"
            by_stem[stem] = order
            preparation = Preparation(source.path, source.file_type, folder, stem)
            tasks.append(Task(preparation, seconds_for(source.size, self._settings)))
        for preparation, result in self._workers.run_each(prepare, tasks, job, chunk=_CHUNK):
            order = by_stem[preparation.stem]
            yield (
                order,
                result.value if isinstance(result, Done) else problem_of(result, order.source),
            )


def _problem(fault: OfficeFault, source: Source, seconds: float) -> Problem:
    label = source.file_type.label
    match fault:
        case OfficeFault.OVERDUE:
            return Problem(ProblemKind.TIMED_OUT, {"seconds": round(seconds)})
        case OfficeFault.NOT_LOADED:
            return Problem(ProblemKind.DAMAGED, {"label": label})
        case OfficeFault.CRASHED:
            return Problem(ProblemKind.CONVERSION_FAILED, {"label": label})
