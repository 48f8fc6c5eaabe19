"""The values of rectification; ``app.names.review`` has their Chinese names."""

from enum import StrEnum


class NoticeState(StrEnum):
    """How far a problem is (待整改, 整改中, 待销号, 已销号)."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    TO_VERIFY = "to_verify"
    CLOSED = "closed"


class Lack(StrEnum):
    """What the account of a solved problem may lack (整改措施, 责任人, 佐证材料)."""

    MEASURE = "measure"
    PERSON = "person"
    EVIDENCE = "evidence"
