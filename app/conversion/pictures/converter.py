"""Pictures and scans: one page each; a TIFF gives as many pages as it has."""

from typing import ClassVar

from app.conversion.limits import OneByOne
from app.conversion.model import ConversionSettings, Made, Order
from app.filekind import FileKind
from app.isolation import Workers
from app.problems import Problem

_CHUNK = 4


class ImageConverter(OneByOne):
    """Puts pictures on pages in worker processes."""

    name: ClassVar[str] = "image"
    version: ClassVar[str] = "2"
    kinds: ClassVar[frozenset[FileKind]] = frozenset({FileKind.IMAGE})
    batch_size: ClassVar[int] = 500

    def __init__(self, workers: Workers, settings: ConversionSettings) -> None:
        super().__init__(workers, settings, lay_out, chunk=_CHUNK)


def lay_out(order: Order) -> Made | Problem:
    """Write the pages of one picture file; to be run in a worker."""
    # What it works with takes long to load, and the process that only orders needs none of it.
    from app.conversion.pictures.laying_out import lay_out_picture

    return lay_out_picture(order)
