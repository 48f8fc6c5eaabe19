"""What is read from scanned pages."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

#: Nine numbers of a 3 × 3 matrix, row by row: from points of the page to pixels of the scan.
Transform = tuple[float, ...]


class Verdict(StrEnum):
    """What a box looks like."""

    EMPTY = "empty"
    TICKED = "ticked"
    FILLED = "filled"  # a tick, or the withdrawal of one: what else is ticked decides
    DOUBTFUL = "doubtful"


class Doubt(StrEnum):
    """Why a person must look at a question."""

    SEVERAL = "several"  # one box may be ticked, and more are
    FAINT = "faint"  # too little ink for a tick, too much for none
    FILLED_OVER = "filled_over"  # a box filled up beside ticked ones: perhaps withdrawn
    STROKE = "stroke"  # a stroke that comes from outside and goes on outside
    BESIDE = "beside"  # ink around an empty box, such as a ring
    BOX_LOST = "box_lost"  # the frame is not where it was printed
    DIFFERS = "differs"  # the page was scanned twice, with different results


class Refusal(StrEnum):
    """Why a page is not read."""

    UNREADABLE = "unreadable"  # the file is damaged, locked or too large there
    BLANK = "blank"  # nothing is on it, such as the back of a sheet
    NO_CODE = "no_code"  # no code of ours is found
    OTHER_SERIES = "other_series"  # a sheet of something else
    NO_SUCH_PAGE = "no_such_page"  # the form has fewer pages: it was changed after printing
    CODES_DISAGREE = "codes_disagree"  # two sheets in one picture
    NOT_ALIGNED = "not_aligned"  # the boxes are not where the codes say: folded, cut off, curled
    TOO_PALE = "too_pale"  # print and paper hardly differ


@dataclass(frozen=True, slots=True)
class ScanPage:
    """A page of a scan file, from 0."""

    path: Path
    place: int


@dataclass(frozen=True, slots=True)
class BoxReading:
    """A box as scanned. ``ink`` is the share of its inside that is dark, from 0 to 1.

    ``doubts`` say why it is doubtful, or, for an empty box, that ink is around it.
    """

    question: str
    option: str
    ink: float
    verdict: Verdict
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page that was read."""

    scan: ScanPage
    series: str
    number: int
    page: int
    transform: Transform
    boxes: tuple[BoxReading, ...]


@dataclass(frozen=True, slots=True)
class RefusedPage:
    """A page that was not read, and why; ``number`` and ``page`` as far as its codes told."""

    scan: ScanPage
    reason: Refusal
    number: int | None = None
    page: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """What a sheet says to a question; ``chosen`` holds keys of options in the form's order.

    With ``doubts`` a person decides; ``chosen`` is then what is ticked for sure. Without, and
    with nothing chosen, the question was left out. ``written``: a person reads it in any case.
    """

    question: str
    chosen: tuple[str, ...]
    doubts: tuple[Doubt, ...] = ()
    written: bool = False
    reading: PageReading | None = None


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet put together from its pages; ``missing`` pages were not scanned or not read.

    Questions on missing pages have no answer here. ``again`` are the pages scanned more than once.
    """

    number: int
    answers: tuple[SheetAnswer, ...]
    pages: tuple[PageReading, ...]
    missing: tuple[int, ...] = ()
    again: tuple[int, ...] = ()

    @property
    def doubtful(self) -> tuple[SheetAnswer, ...]:
        """The answers that a person must decide."""
        return tuple(answer for answer in self.answers if answer.doubts)


@dataclass(frozen=True, slots=True)
class ScanLedger:
    """Every page that came in, exactly once: read without doubt, read with doubts, or refused."""

    sheets: tuple[ReadSheet, ...]
    refused: tuple[RefusedPage, ...]
    pages: int
    read: int
    doubtful: int

    @property
    def closed(self) -> bool:
        """True if no page is unaccounted for."""
        return self.pages == self.read + self.doubtful + len(self.refused)
