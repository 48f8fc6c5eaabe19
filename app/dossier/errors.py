"""What keeps a dossier from being finished."""

from dataclasses import dataclass

from app.errors import JuanzongError


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
