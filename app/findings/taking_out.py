"""Files taken out of the files that they are embedded in."""

from pathlib import Path

from app.filekind import FileKind, FileType
from app.findings.embedded import EmbeddedFile
from app.findings.errors import NotLookedThrough
from app.findings.packages import ooxml, opendocument
from app.findings.slides import look_for_slides
from app.findings.tally import Look, Tally
from app.findings.texts import look_for_text
from app.findings.xml_parts import Package


def take_out(path: Path, file_type: FileType) -> tuple[EmbeddedFile, ...]:
    """The files embedded in a text, a slide show or a zipped workbook, with their content.

    All of them are in memory at once. To be run in a worker; what cannot be read is left out.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    taken: list[EmbeddedFile] = []
    look = _look_for(path, file_type)
    if look is not None:
        look(path, Tally(sink=taken.append))
    return tuple(taken)


def _look_for(path: Path, file_type: FileType) -> Look | None:
    match file_type.kind:
        case FileKind.WORD:
            return look_for_text(path, file_type)
        case FileKind.SLIDES:
            return look_for_slides(path, file_type)
        case FileKind.SHEET:
            return _look_into_workbook
    return None


def _look_into_workbook(path: Path, tally: Tally) -> bool:
    try:
        with Package(path) as package:
            look = opendocument if package.holds("content.xml") else ooxml
            return not look(package, tally.sink).unread
    except NotLookedThrough:
        return False
