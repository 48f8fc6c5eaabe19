"""OFD (GB/T 33190) drawn page by page; accepted only if its text is there and visible."""

from typing import ClassVar

from app.conversion.limits import OneByOne
from app.conversion.model import ConversionSettings, Made, Order
from app.filekind import FileKind
from app.isolation import Workers
from app.problems import Problem


class OfdConverter(OneByOne):
    """Draws OFD pages in worker processes."""

    name: ClassVar[str] = "ofd"
    version: ClassVar[str] = "3"
    kinds: ClassVar[frozenset[FileKind]] = frozenset({FileKind.OFD})
    batch_size: ClassVar[int] = 200

    def __init__(self, workers: Workers, settings: ConversionSettings) -> None:
        super().__init__(workers, settings, draw)


def draw(order: Order) -> Made | Problem:
    """Draw one file and compare; to be run in a worker."""
    # What it works with takes long to load, and the process that only orders needs none of it.
    from app.conversion.ofd.drawing import draw_ofd

    return draw_ofd(order)
