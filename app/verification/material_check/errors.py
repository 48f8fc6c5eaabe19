"""What is refused about registers (台账)."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import UsageError
from app.framework.findings import Finding


@dataclass(eq=False)
class RegisterUnknown(UsageError):
    """No register has this id or title, or several have; ``available`` are titles."""

    register: str
    available: tuple[str, ...]


@dataclass(eq=False)
class RegisterNotKept(UsageError):
    """The unit answers for none of the tasks that the register serves."""

    unit: str
    register: str


@dataclass(eq=False)
class RegisterFileInvalid(UsageError):
    """A data file of a register has faults."""

    path: Path
    findings: tuple[Finding, ...]


@dataclass(eq=False)
class CellTooLong(UsageError):
    """A cell has more characters than packages take; ``column`` is its heading."""

    column: str
    most: int


@dataclass(eq=False)
class ColumnUnknown(UsageError):
    """The register has no column of this name."""

    column: str
    available: tuple[str, ...]


@dataclass(eq=False)
class RateUnknown(UsageError):
    """The register has no rate of this name that fills a figure."""

    rate: str
    available: tuple[str, ...]
