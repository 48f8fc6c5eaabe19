"""A batch of office files on its way through LibreOffice."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.confinement.limits import Limits, Machine, office_limits
from app.conversion.limits import problem_of, seconds_for
from app.conversion.model import ConversionSettings, Made, Order, RenditionOrigin, Source
from app.conversion.office.batch import OfficeFault, OfficeFile, convert_files
from app.conversion.office.check import FEWEST, Check, missing_text
from app.conversion.office.chunks import carry_chunks
from app.conversion.office.notes import notes_of, remarks_left
from app.conversion.office.process import Way
from app.conversion.office.profile import Export
from app.conversion.office.program import find_office
from app.conversion.office.remarks import print_remarks
from app.conversion.office.sources import Preparation, Prepared, prepare
from app.conversion.texts.word_chunks import Insertion, insert_chunks
from app.filekind import FileKind
from app.isolation import Done, Task, Workers
from app.jobs import JobContext
from app.problems import Problem, ProblemKind

_CHUNK = 8

#: LibreOffice's own choice for web pages (Writer/Web) loses the first paragraph when it exports.
_WEB_READER = "HTML (StarWriter)"


class OfficeRun:
    """One batch of files on its way through LibreOffice."""

    def __init__(
        self, workers: Workers, settings: ConversionSettings, environment: Mapping[str, str]
    ) -> None:
        self._workers = workers
        self._settings = settings
        self._environment = environment

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
        ready: dict[Path, tuple[Order, Prepared]] = {}
        for order, prepared in self._prepared(orders, folder, job):
            if isinstance(prepared, Problem):
                yield order, prepared
            else:
                ready[prepared.path] = order, prepared
        lost = self._carry_chunks(program, ready, work, job)
        # In the order they were given, whichever copy was ready first.
        files = [
            OfficeFile(path, self._seconds(order), _way(path, order.source, prepared.found))
            for path, (order, prepared) in sorted(ready.items())
        ]
        limits = office_limits(Machine.now())
        runs = convert_files(program, files, work, self._environment, job, limits=limits)
        for file, result in runs:
            order, prepared = ready[file.path]
            if isinstance(result, OfficeFault):
                yield order, _problem(result, order.source, file.seconds, limits)
                continue
            result.replace(order.target)
            choices, settled = order.source.choices, prepared.settled
            notes = notes_of(prepared.found, lost[file.path], choices, settled=settled)
            notes = (*notes, *self._missing(order, prepared, job))
            if file.way.export.remarks:
                printed = self._print_remarks(order, job)
                notes = (*notes, *remarks_left(prepared.found, printed))
            yield order, Made(order.target, RenditionOrigin.CONVERTED, notes=notes)

    def _seconds(self, order: Order) -> float:
        return seconds_for(order.source.size, self._settings)

    def _missing(self, order: Order, prepared: Prepared, job: JobContext) -> tuple[Problem, ...]:
        """Hold the pages against the words of the source."""
        if prepared.characters < FEWEST:
            return ()
        check = Check(order.target, prepared.characters)
        result = self._workers.run(missing_text, check, self._seconds(order), job)
        found = result.value if isinstance(result, Done) else None
        return (found,) if found is not None else ()

    def _print_remarks(self, order: Order, job: JobContext) -> int:
        """Print the remarks, which are annotations so far, in the margins; return how many."""
        result = self._workers.run(print_remarks, order.target, self._seconds(order), job)
        return result.value if isinstance(result, Done) else 0

    def _carry_chunks(
        self,
        program: Path,
        ready: Mapping[Path, tuple[Order, Prepared]],
        work: Path,
        job: JobContext,
    ) -> Counter[Path]:
        seconds = {path: self._seconds(order) for path, (order, _) in ready.items()}
        longest = max(seconds.values(), default=0.0)

        def to_word(paths: Sequence[Path]) -> Mapping[Path, Path]:
            rooms.append(work / f"chunks-{len(rooms)}")
            files = [OfficeFile(path, longest, _to_word(path)) for path in paths]
            made = convert_files(program, files, rooms[-1], self._environment, job)
            return {file.path: word for file, word in made if isinstance(word, Path)}

        def insert(insertions: Sequence[Insertion]) -> Iterator[Path]:
            tasks = [Task(each, longest) for each in insertions]
            for insertion, result in self._workers.run_each(insert_chunks, tasks, job):
                if isinstance(result, Done):
                    yield insertion.document

        rooms: list[Path] = []
        chunks = {path: prepared.chunks for path, (_, prepared) in ready.items()}
        return carry_chunks(chunks, to_word, insert)

    def _prepared(
        self, orders: Sequence[Order], folder: Path, job: JobContext
    ) -> Iterator[tuple[Order, Prepared | Problem]]:
        tasks: list[Task[Preparation]] = []
        by_stem: dict[str, Order] = {}
        for number, order in enumerate(orders):
            source, stem = order.source, f"{number:04d}"
            by_stem[stem] = order
            preparation = Preparation(source.path, source.file_type, folder, stem, source.choices)
            tasks.append(Task(preparation, self._seconds(order)))
        for preparation, result in self._workers.run_each(prepare, tasks, job, chunk=_CHUNK):
            order = by_stem[preparation.stem]
            yield (
                order,
                result.value if isinstance(result, Done) else problem_of(result, order.source),
            )


def _way(path: Path, source: Source, found: tuple[Problem, ...]) -> Way:
    kinds = {problem.kind for problem in found}
    all_hidden = ProblemKind.ALL_SLIDES_HIDDEN in kinds
    export = Export(
        hidden_slides=all_hidden or (source.choices.hidden and ProblemKind.HIDDEN_SLIDES in kinds),
        # A sheet's own settings have its comments printed after the cells.
        remarks=source.choices.comments and source.file_type.kind is not FileKind.SHEET,
    )
    return Way(_WEB_READER if path.suffix == ".html" else "", export=export)


def _to_word(path: Path) -> Way:
    return Way(_WEB_READER if path.suffix == ".html" else "", target="docx")


def _problem(fault: OfficeFault, source: Source, seconds: float, limits: Limits) -> Problem:
    label = source.file_type.label
    match fault:
        case OfficeFault.OVERDUE:
            return Problem(ProblemKind.TIMED_OUT, {"seconds": round(seconds)})
        case OfficeFault.NOT_LOADED:
            return Problem(ProblemKind.DAMAGED, {"label": label})
        case OfficeFault.MEMORY_EXCEEDED:
            return Problem(ProblemKind.MEMORY_EXCEEDED, {"megabytes": limits.memory >> 20})
        case OfficeFault.OUTPUT_EXCEEDED:
            return Problem(ProblemKind.OUTPUT_EXCEEDED, {"megabytes": limits.file_size >> 20})
        case OfficeFault.CRASHED:
            return Problem(ProblemKind.CONVERSION_FAILED, {"label": label})
