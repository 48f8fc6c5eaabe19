"""Pictures and scans: one page each unless they are long; a TIFF has as many as it says."""

from typing import ClassVar

from app.conversion.limits import OneByOne
from app.conversion.model import ConversionSettings, Made, Order, Source
from app.filekind import FileKind
from app.isolation import Workers
from app.page_setup import Cut
from app.problems import Problem

_CHUNK = 4


class ImageConverter(OneByOne):
    """Puts pictures on pages in worker processes."""

    name: ClassVar[str] = "image"
    version: ClassVar[str] = "2"
    kinds: ClassVar[frozenset[FileKind]] = frozenset({FileKind.IMAGE})
    batch_size: ClassVar[int] = 500

    def variant(self, source: Source) -> str:
        """Whether a person wants it cut; "" is the key of pictures about which nothing is set."""
        cut = source.pages.cut
        return "" if cut is Cut.AUTO else f"cut-{cut.value}"

    def __init__(self, workers: Workers, settings: ConversionSettings) -> None:
        super().__init__(workers, settings, lay_out, chunk=_CHUNK)


def lay_out(order: Order) -> Made | Problem:
    """Write the pages of one picture file; to be run in a worker."""
    # What it works with takes long to load, and the process that only orders needs none of it.
    from app.conversion.pictures.laying_out import lay_out_picture

    return lay_out_picture(order)
