"""The words of rectification as identifiers; ``app.wording.review`` has their Chinese names."""

from enum import StrEnum


class NoticeState(StrEnum):
    """How far a problem is (待整改, 整改中, 待销号, 已销号)."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    TO_VERIFY = "to_verify"
    CLOSED = "closed"
