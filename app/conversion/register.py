"""What cannot be printed: a register sheet takes its place, the original lies beside it."""

from typing import ClassVar

from app.conversion.limits import OneByOne
from app.conversion.model import ConversionSettings, Made, Order, Source
from app.filekind import FileKind
from app.isolation import Workers
from app.problems import Problem

_CHUNK = 4


class RegisterConverter(OneByOne):
    """Writes register sheets in worker processes, since reading a film's length is risky."""

    name: ClassVar[str] = "register"
    version: ClassVar[str] = "5"
    kinds: ClassVar[frozenset[FileKind]] = frozenset(
        {FileKind.AUDIO, FileKind.VIDEO, FileKind.ARCHIVE, FileKind.OTHER}
    )
    batch_size: ClassVar[int] = 200

    def __init__(self, workers: Workers, settings: ConversionSettings) -> None:
        super().__init__(workers, settings, register, chunk=_CHUNK)

    def variant(self, source: Source) -> str:
        """The sheet names the file, so that the same bytes under another name get another one."""
        return f"{source.name}\n{source.file_type.label}"


def register(order: Order) -> Made | Problem:
    """Write the sheet of one file; to be run in a worker."""
    # What it works with takes long to load, and the process that only orders needs none of it.
    from app.conversion.registering import register_file

    return register_file(order)
