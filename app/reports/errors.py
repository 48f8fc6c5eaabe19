"""Why a paper is not made."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import UsageError
from app.framework.findings import Finding


@dataclass(eq=False)
class ReportUnknown(UsageError):
    """No paper has this name."""

    name: str
    available: tuple[str, ...]


@dataclass(eq=False)
class ReportNotForUnit(UsageError):
    """The paper speaks of the whole county and is not made for single units."""

    name: str


@dataclass(eq=False)
class TemplateInvalid(UsageError):
    """A county's own template cannot be used; ``detail`` says why, in Chinese."""

    path: Path
    detail: str


@dataclass(eq=False)
class CertificateFileInvalid(UsageError):
    """A data file of a kind of certificate has faults."""

    path: Path
    findings: tuple[Finding, ...]


@dataclass(eq=False)
class PointNotForPaper(UsageError):
    """The paper is not about single points."""

    name: str


@dataclass(eq=False)
class PlaceNotNamed(UsageError):
    """A point was named without its indicator and task."""
