"""What other pages can ask the 指标 page to show."""

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


@dataclass(frozen=True, slots=True)
class FilterTarget:
    """The tree with a filter."""

    unit: str = ""
    method: str | None = None
    wanted: ProgressFilter = ProgressFilter.ANY
    category: str = ""


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
