"""What is asked on a sheet."""

from dataclasses import dataclass
from enum import StrEnum


class SheetKind(StrEnum):
    """How a question is answered on paper."""

    SINGLE = "single"  # one box
    MULTIPLE = "multiple"  # any number of boxes
    SCALE = "scale"  # one box of an ordered row
    TRUE_FALSE = "true_false"  # one of two boxes
    NUMBER = "number"  # written, a digit to a box
    OPEN = "open"  # written

    @property
    def boxed(self) -> bool:
        """True if boxes are ticked; else a person reads what is written."""
        return self not in (SheetKind.NUMBER, SheetKind.OPEN)

    @property
    def one_only(self) -> bool:
        """True if only one box may be ticked."""
        return self in (SheetKind.SINGLE, SheetKind.SCALE, SheetKind.TRUE_FALSE)


@dataclass(frozen=True, slots=True)
class SheetOption:
    """A box and the words beside it."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """A question. ``label`` is printed before its text: 1. or 二、3.

    ``section`` opens a new part of the sheet where it differs from that of the question before.
    ``lines`` are ruled lines to write on, ``digits`` the boxes for a number.
    """

    key: str
    label: str
    kind: SheetKind
    text: str = ""
    options: tuple[SheetOption, ...] = ()
    lines: int = 3
    digits: int = 6
    unit: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class SheetForm:
    """All that sheets of one series have in common.

    ``series`` is what ``numbering.series_code`` gives; sheets of other series are not read.
    ``columns`` above 1 suit answer sheets of exams, whose questions stand on another paper.
    ``blanks`` are lines for the person at the head, such as 考号; for a survey there are none.
    """

    series: str
    title: str
    questions: tuple[SheetQuestion, ...]
    introduction: str = ""
    columns: int = 1
    blanks: tuple[str, ...] = ()
