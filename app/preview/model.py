"""What previewing takes and gives; all of it travels between processes."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.filekind import FileKind


class Form(StrEnum):
    """How the pages of a file are drawn."""

    PDF = "pdf"
    PICTURE = "picture"


#: The kinds whose originals are drawn as they are; all others are converted first.
DRAWN_AS_THEY_ARE = {FileKind.PDF: Form.PDF, FileKind.IMAGE: Form.PICTURE}

#: The kinds whose originals are shown as text.
SHOWN_AS_TEXT = frozenset({FileKind.TEXT, FileKind.CSV})


@dataclass(frozen=True, slots=True)
class PagedFile:
    """A file with pages; ``label`` is the format's everyday name, for messages."""

    path: Path
    form: Form
    label: str


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page's size in pixels at 100 %: a picture's own pixels, a PDF's at 96 to the inch."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pages:
    """An opened file: the sizes of its pages."""

    file: PagedFile
    sizes: tuple[PageSize, ...]


@dataclass(frozen=True, slots=True)
class TileOrder:
    """A part of a page to draw: where it lies, in pixels at ``scale``."""

    file: PagedFile
    page: int
    scale: float
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A drawn part: four bytes a pixel (blue, green, red, unused), row after row."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class SearchOrder:
    """Words to find on the pages from ``first`` up to before ``last``."""

    file: PagedFile
    words: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page as shares of its width and height, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand; more than one box if they run over a line's end."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The hits on some pages, and how many letters these pages have at all (scans have none)."""

    hits: tuple[Hit, ...]
    letters: int
