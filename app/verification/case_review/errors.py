"""What is refused about cases, draws, review sheets and case files."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import RowUnknown, UsageError
from app.framework.findings import Finding


@dataclass(eq=False)
class ReviewSheetInvalid(UsageError):
    """A data file of a review sheet has faults."""

    path: Path
    findings: tuple[Finding, ...]


@dataclass(eq=False)
class CaseOrderInvalid(UsageError):
    """A data file of an order template has faults."""

    path: Path
    findings: tuple[Finding, ...]


@dataclass(eq=False)
class ReviewSheetUnknown(UsageError):
    """No review sheet has this id or title, or several have; ``available`` are titles."""

    sheet: str
    available: tuple[str, ...]


@dataclass(eq=False)
class CategoryWithoutSheet(UsageError):
    """Cases of a category were to be drawn, and no review sheet is for it."""

    category: str


@dataclass(eq=False)
class NothingToDraw(UsageError):
    """No case fits what was asked for; ``faulty`` cases have faults and cannot be drawn."""

    faulty: int


@dataclass(eq=False)
class CaseUnknown(RowUnknown):
    """No case has this id or number, or several units have it."""

    case: str


@dataclass(eq=False)
class DrawUnknown(RowUnknown):
    """No draw has this id or name, or it was taken back."""

    draw: str


@dataclass(eq=False)
class DrawNotNamed(RowUnknown):
    """A draw was asked for without a name, and there is not exactly one."""

    draws: int


@dataclass(eq=False)
class DrawReviewed(UsageError):
    """A draw was to be taken back, and sheets of it have been filled in."""

    draw: str
    sheets: int


@dataclass(eq=False)
class ReviewerMissing(UsageError):
    """A sheet was to be filled in, and nobody is named."""


@dataclass(eq=False)
class ReviewersComplete(UsageError):
    """Two others review the case already."""

    number: str


@dataclass(eq=False)
class ReviewerTwice(UsageError):
    """One person cannot hold two seats of a case."""

    reviewer: str
    number: str


@dataclass(eq=False)
class ReviewerInvolved(UsageError):
    """The reviewer handled the case (回避)."""

    reviewer: str
    number: str


@dataclass(eq=False)
class SheetIncomplete(UsageError):
    """A sheet was to be concluded, and standards are not judged yet."""

    number: str
    open: int


@dataclass(eq=False)
class SheetConcluded(UsageError):
    """The sheet is concluded; it must be reopened first."""

    number: str


@dataclass(eq=False)
class BothConcluded(UsageError):
    """A sheet was to be reopened, and the other one can be seen already."""

    number: str


@dataclass(eq=False)
class NotConcluded(UsageError):
    """The arbiter was to judge before both reviewers concluded."""

    number: str


@dataclass(eq=False)
class NoDifference(UsageError):
    """The arbiter was to judge a case on which both reviewers agree."""

    number: str


@dataclass(eq=False)
class StandardUnknown(UsageError):
    """The sheet has no standard with this number or id."""

    standard: str


@dataclass(eq=False)
class PointsNotPossible(UsageError):
    """More points than a standard has, fewer than none, or points of a sheet without any."""

    standard: str
    most: str


@dataclass(eq=False)
class CommentWordless(UsageError):
    """A comment says nothing."""


@dataclass(eq=False)
class TooMuchOnSheet(UsageError):
    """A sheet has more comments than packages take."""

    most: int


@dataclass(eq=False)
class PieceUnknown(UsageError):
    """The order template has no piece of this name."""

    piece: str
    available: tuple[str, ...]


@dataclass(eq=False)
class ItemNotOfUnit(UsageError):
    """The evidence item is another unit's, or nobody's."""

    item: str
