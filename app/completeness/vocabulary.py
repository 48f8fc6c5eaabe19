"""The values of completeness; ``app.names.completeness`` has their Chinese names."""

from enum import StrEnum


class State(StrEnum):
    """How far something is.

    ``PROBLEM``: an item waits for a fix, or a figure falls short of its threshold.
    ``NOT_APPLICABLE``: nothing is there because it was marked as not applying, with a reason.
    """

    EMPTY = "empty"
    PARTIAL = "partial"
    COMPLETE = "complete"
    PROBLEM = "problem"
    NOT_APPLICABLE = "not_applicable"


class StrayReason(StrEnum):
    """Why a row finds no proper place in the indicator set."""

    UNKNOWN_TASK = "unknown_task"
    UNKNOWN_POINT = "unknown_point"
    UNIT_NOT_RESPONSIBLE = "unit_not_responsible"
    UNKNOWN_THRESHOLD = "unknown_threshold"


class YearState(StrEnum):
    """How a year of a point stands."""

    HELD = "held"
    MISSING = "missing"  # owed, and nothing is there
    UNSEEN = "unseen"  # nothing names the year, but what is there may speak of it
    EXEMPT = "exempt"  # does not apply
    OUTSIDE = "outside"  # nobody asks for it
