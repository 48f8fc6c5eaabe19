"""What can be wrong with a workspace."""

from dataclasses import dataclass
from enum import StrEnum


class DefectKind(StrEnum):
    """What can be wrong with a workspace; all but ``ORIGINAL_EXTRA`` make it unsound."""

    DATABASE_DAMAGED = "database_damaged"
    ORIGINAL_MISSING = "original_missing"
    ORIGINAL_DAMAGED = "original_damaged"
    ORIGINAL_EXTRA = "original_extra"
    SM3_DIFFERS = "sm3_differs"
    DANGLING_REFERENCE = "dangling_reference"
    UNKNOWN_TASK = "unknown_task"
    LOG_BROKEN = "log_broken"


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that a check found; ``subject`` names it (a file, a table, a log entry)."""

    kind: DefectKind
    subject: str

    @property
    def harmless(self) -> bool:
        """True for what an interrupted import may leave and what does no harm."""
        return self.kind is DefectKind.ORIGINAL_EXTRA
