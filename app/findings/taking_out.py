"""Files taken out of the files that they are embedded in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from app.filekind import FileKind, FileType
from app.findings.embedded import EmbeddedFile, Sink
from app.findings.errors import NotLookedThrough
from app.findings.packages import ooxml, opendocument
from app.findings.sheets import look_into_compound_workbook
from app.findings.slides import look_for_slides
from app.findings.tally import FindingCounts
from app.findings.texts import look_for_text
from app.findings.xml_parts import Package
from app.problems import ProblemKind
from app.workbooks.opening import OLE_BEGINNING

#: The findings that tell of embedded files.
TOLD_BY = (ProblemKind.ATTACHMENTS_NOT_CARRIED, ProblemKind.PORTFOLIO)

#: So many files are taken out of one, and so many bytes together; further ones are only named.
_MOST_FILES = 500
_MOST_BYTES = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class TakingOut:
    """A file, and an empty folder for the files embedded in it."""

    path: Path
    file_type: FileType
    folder: Path


@dataclass(frozen=True, slots=True)
class TakenOut:
    """An embedded file: its name, and where it was laid; None if it cannot be taken out."""

    name: str
    path: Path | None


def take_out(path: Path, file_type: FileType) -> tuple[EmbeddedFile, ...]:
    """The files embedded in a file, with their content, in the order in which they are told.

    All of them are in memory at once. What cannot be taken out has no content.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    taken: list[EmbeddedFile] = []
    _hand_on(path, file_type, taken.append)
    return tuple(taken)


def lay_out(order: TakingOut) -> tuple[TakenOut, ...]:
    """Write the embedded files into a folder, under names of our own; to be run in a worker.

    Raises:
        OSError: the file cannot be read, or the disk is full.
    """
    layer = _Layer(order.folder)
    _hand_on(order.path, order.file_type, layer.take)
    return tuple(layer.laid)


@dataclass(slots=True)
class _Layer:
    folder: Path
    laid: list[TakenOut] = field(default_factory=list)
    bytes_left: int = _MOST_BYTES

    def take(self, file: EmbeddedFile) -> None:
        path = None
        size = len(file.content) if file.content is not None else 0
        if file.content is not None and len(self.laid) < _MOST_FILES and size <= self.bytes_left:
            path = self.folder / str(len(self.laid) + 1)
            path.write_bytes(file.content)
            self.bytes_left -= size
        self.laid.append(TakenOut(file.name, path))


def _hand_on(path: Path, file_type: FileType, sink: Sink) -> None:
    match file_type.kind:
        case FileKind.WORD:
            look = look_for_text(path, file_type)
        case FileKind.SLIDES:
            look = look_for_slides(path, file_type)
        case FileKind.SHEET:
            _look_into_workbook(path, sink)
            return
        case FileKind.PDF:
            # Its libraries are slow to load, and most files are no PDFs.
            from app.findings.pdf import files_in_pdf

            _all(files_in_pdf(path), sink)
            return
        case FileKind.OFD:
            from app.findings.ofd import files_in_ofd

            _all(files_in_ofd(path), sink)
            return
        case _:
            return
    if look is not None:
        look(path, FindingCounts(sink=sink))


def _all(files: Iterable[EmbeddedFile], sink: Callable[[EmbeddedFile], None]) -> None:
    for file in files:
        sink(file)


def _look_into_workbook(path: Path, sink: Sink) -> None:
    with path.open("rb") as file:
        beginning = file.read(8)
    if beginning == OLE_BEGINNING:
        look_into_compound_workbook(path, sink, taken=True)
        return
    if not beginning.startswith(b"PK"):
        return
    try:
        with Package(path) as package:
            look = opendocument if package.holds("content.xml") else ooxml
            look(package, sink)
    except NotLookedThrough:
        return
