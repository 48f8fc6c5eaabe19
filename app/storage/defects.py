"""What can be wrong with a workspace."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

#: How many of a group are named.
FIRST = 3


class DefectKind(StrEnum):
    """What can be wrong with a workspace; all but the ``_HARMLESS`` make it unsound.

    ``OPEN_TO_OTHERS``: other users of the computer can read the file. ``OBSTRUCTED``: something
    else lies where the program keeps a folder or file of its own.
    """

    DATABASE_DAMAGED = "database_damaged"
    ORIGINAL_MISSING = "original_missing"
    ORIGINAL_DAMAGED = "original_damaged"
    ORIGINAL_EXTRA = "original_extra"
    SM3_DIFFERS = "sm3_differs"
    SIZE_DIFFERS = "size_differs"
    DANGLING_REFERENCE = "dangling_reference"
    UNKNOWN_TASK = "unknown_task"
    LOG_BROKEN = "log_broken"
    RECEIVED_LOG_BROKEN = "received_log_broken"
    CONTENT_CHANGED = "content_changed"
    DOCUMENT_CHANGED = "document_changed"
    VALUE_UNFIT = "value_unfit"
    LOG_FROM_THE_FUTURE = "log_from_the_future"
    IMPOSSIBLE_VALUE = "impossible_value"
    OPEN_TO_OTHERS = "open_to_others"
    OBSTRUCTED = "obstructed"


_HARMLESS = frozenset(
    {
        DefectKind.ORIGINAL_EXTRA,
        DefectKind.LOG_FROM_THE_FUTURE,
        DefectKind.OPEN_TO_OTHERS,
    }
)


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that a check found; ``subject`` names it (a file, a table, a log entry)."""

    kind: DefectKind
    subject: str

    @property
    def harmless(self) -> bool:
        """True for what does no harm: what an interrupted import left, what is to be known."""
        return self.kind in _HARMLESS


@dataclass(frozen=True, slots=True)
class DefectGroup:
    """Defects that are told together: how many, and the subjects of the first few."""

    kind: DefectKind
    count: int
    subjects: tuple[str, ...]
    harmless: bool


def grouped(defects: Iterable[Defect]) -> tuple[DefectGroup, ...]:
    """What matters one by one, then the harmless together by their kind: there may be thousands."""
    told, harmless = [], dict[DefectKind, list[Defect]]()
    for defect in defects:
        if defect.harmless:
            harmless.setdefault(defect.kind, []).append(defect)
        else:
            told.append(DefectGroup(defect.kind, 1, (defect.subject,), harmless=False))
    for kind, found in harmless.items():
        first = tuple(defect.subject for defect in found[:FIRST])
        told.append(DefectGroup(kind, len(found), first, harmless=True))
    return tuple(told)


@dataclass(frozen=True, slots=True)
class Doubts:
    """What somebody who opens a workspace should know before working in it.

    Attributes:
        changed: the tables whose rows are not what the program stored.
        backup: the name of the newest backup if the database was damaged when it was made.
        newest: the time of the newest entry of the log if that is of a day that has not come.
    """

    changed: tuple[str, ...] = ()
    backup: str = ""
    newest: datetime | None = None
