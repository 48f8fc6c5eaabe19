"""What people should know about a package, even if it can be merged."""

from dataclasses import dataclass
from enum import StrEnum


class NoticeKind(StrEnum):
    """What there is to know."""

    GAP = "gap"
    UNDONE = "undone"
    LOG_BROKEN = "log_broken"
    LOG_REWRITTEN = "log_rewritten"
    LEFT_OUT = "left_out"
    OTHER_COPY = "other_copy"
    REPLACES = "replaces"
    CORRECTED = "corrected"
    NOT_BROUGHT = "not_brought"
    MADE_AHEAD = "made_ahead"


@dataclass(frozen=True, slots=True)
class MergeNotice:
    """One such thing; ``numbers`` are packages, log entries or counts."""

    kind: NoticeKind
    numbers: tuple[int, ...] = ()
