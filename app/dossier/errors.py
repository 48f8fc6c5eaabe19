"""What keeps a dossier from being finished."""

from dataclasses import dataclass
from pathlib import Path

from app.dossier_options import Edition
from app.errors import JuanzongError, UsageError


@dataclass(eq=False)
class LedgerOpen(JuanzongError):
    """The account of a job does not close: an input is unaccounted for. Nothing was replaced."""

    inputs: int
    included: int
    excluded: int
    failed: int
    unexplained: tuple[str, ...] = ()


@dataclass(eq=False)
class BindingFailed(JuanzongError):
    """A bound volume does not agree with its plan; the old file, if any, is intact."""

    name: str
    detail: str


@dataclass(eq=False)
class ActiveContentLeft(BindingFailed):
    """A bound volume holds what must not act in it; it was not published.

    ``detail`` names the entries that were found.
    """


@dataclass(eq=False)
class FolderHoldsOtherEdition(UsageError):
    """The folder holds dossiers of another edition; the two must not be mixed."""

    folder: Path
    wanted: Edition
    found: Edition


@dataclass(eq=False)
class NothingToPrint(UsageError):
    """No dossier lies in the folder that a print plan is asked for."""

    folder: Path


@dataclass(eq=False)
class CasesNotNamed(UsageError):
    """No indicator was named whose case file is to be changed."""


@dataclass(eq=False)
class OneTitleForMany(UsageError):
    """Several case files cannot have one title."""

    title: str
    count: int
