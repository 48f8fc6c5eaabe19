"""What other pages can ask a page to show."""

from dataclasses import dataclass
from enum import StrEnum


class ProgressFilter(StrEnum):
    """The filters by an indicator's progress."""

    ANY = "any"
    UNFINISHED = "unfinished"
    EMPTY = "empty"
    PARTIAL = "partial"
    PROBLEM = "problem"
    COMPLETE = "complete"
    NOT_APPLICABLE = "not_applicable"
    YEARS = "years"
    RETURNED = "returned"


class PartFilter(StrEnum):
    """The filters by a unit's part in an indicator; the second one only sorts."""

    ANY = "any"
    LEADS_FIRST = "leads_first"
    LEAD = "lead"
    PARTICIPANT = "participant"
    OWED = "owed"


@dataclass(frozen=True, slots=True)
class FilterTarget:
    """The tree with a filter."""

    unit: str = ""
    method: str | None = None
    wanted: ProgressFilter = ProgressFilter.ANY
    category: str = ""
    part: PartFilter = PartFilter.ANY


@dataclass(frozen=True, slots=True)
class TaskTarget:
    """One indicator, a task of it, and an item there, by its id."""

    code: str
    task_code: str | None = None
    item: str = ""


@dataclass(frozen=True, slots=True)
class ItemTarget:
    """One item, by its id; ``describe``: with the cursor in its description."""

    item: str
    describe: bool = False


@dataclass(frozen=True, slots=True)
class SelfCheckTarget:
    """The unit's self-check under an indicator."""

    code: str


@dataclass(frozen=True, slots=True)
class WaitingTarget:
    """What waits for a decision on the 审核 page."""
