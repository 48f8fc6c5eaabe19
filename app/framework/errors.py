"""What an indicator set lacks, and what is wrong with one."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import UsageError, WorkspaceError
from app.framework.findings import Finding


@dataclass(eq=False)
class IndicatorUnknown(UsageError):
    """No indicator has this code; ``ranges`` are the codes that there are, in words."""

    code: str
    ranges: tuple[str, ...] = ()


@dataclass(eq=False)
class MethodUnknown(UsageError):
    """The set has no method and no task of this name; ``available`` are its methods."""

    name: str
    available: tuple[str, ...]


@dataclass(eq=False)
class MethodNotRequired(UsageError):
    """The indicator is not verified by this method; ``available`` are the names of its tasks."""

    indicator: str
    method: str
    available: tuple[str, ...]


@dataclass(eq=False)
class TaskAmbiguous(UsageError):
    """Several tasks of the indicator are verified by this method; ``available`` are their names."""

    indicator: str
    method: str
    available: tuple[str, ...]


@dataclass(eq=False)
class PointUnknown(UsageError):
    """The task has no such evidence point."""

    indicator: str
    task: str
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


@dataclass(eq=False)
class PointNotNamed(UsageError):
    """A single point is to be named: indicator, task and number."""
