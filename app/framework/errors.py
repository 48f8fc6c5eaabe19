"""What an indicator set lacks, and what is wrong with one."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import UsageError, WorkspaceError
from app.framework.findings import Finding
from models.vocabulary import VerificationMethod


@dataclass(eq=False)
class IndicatorUnknown(UsageError):
    """No indicator has this code."""

    code: str


@dataclass(eq=False)
class MethodUnknown(UsageError):
    """No verification method has this name."""

    name: str


@dataclass(eq=False)
class MethodNotRequired(UsageError):
    """The indicator is not verified by this method."""

    indicator: str
    method: VerificationMethod
    available: tuple[VerificationMethod, ...]


@dataclass(eq=False)
class PointUnknown(UsageError):
    """The task has no such evidence point."""

    indicator: str
    method: VerificationMethod
    point: int
    count: int


@dataclass(eq=False)
class ThresholdUnknown(UsageError):
    """The place has no threshold of this wording, or several fit it."""

    place: str
    text: str
    available: tuple[str, ...]


@dataclass(eq=False)
class FrameworkUnknown(UsageError):
    """No indicator set of this code (and version) is built in or installed."""

    name: str
    available: tuple[str, ...]


@dataclass(eq=False)
class FrameworkInvalid(UsageError):
    """A pack is not a sound indicator set; ``findings`` holds every fault with line and field."""

    path: Path
    findings: tuple[Finding, ...]


@dataclass(eq=False)
class FrameworkConflict(UsageError):
    """A set of this code and version is there already, with different content."""

    reference: str
    path: Path


@dataclass(eq=False)
class FrameworkAltered(WorkspaceError):
    """The indicator set in the database is not the one that was stored."""
