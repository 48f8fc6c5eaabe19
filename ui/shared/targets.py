"""What pages may ask the 指标 page to turn to."""

from dataclasses import dataclass
from enum import StrEnum


class Wanted(StrEnum):
    """By what an indicator's progress may be asked for."""

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
    """The tree under a filter."""

    unit: str = ""
    method: str | None = None
    wanted: Wanted = Wanted.ANY
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
    """What the unit says about itself under an indicator."""

    code: str
