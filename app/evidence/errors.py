"""What can be wrong with items, their places and what is said of them."""

from dataclasses import dataclass

from app.errors import RowUnknown, UsageError
from app.problems import ProblemKind


@dataclass(eq=False)
class UnitRequired(UsageError):
    """Several units answer for the indicator, so the one whose evidence it is must be named."""

    indicator: str
    units: tuple[str, ...]


@dataclass(eq=False)
class DateNotUnderstood(UsageError):
    """What was given as a date is none, or lies before 1990 or in the future."""

    text: str


@dataclass(eq=False)
class PlacementUnknown(RowUnknown):
    """No placement has this id, or it was removed."""

    placement_id: str


@dataclass(eq=False)
class AlreadyPlaced(UsageError):
    """The item lies at this place already."""

    title: str
    indicator: str


@dataclass(eq=False)
class ItemUnknown(RowUnknown):
    """No evidence item has this id."""

    item_id: str


@dataclass(eq=False)
class RevisionUnknown(RowUnknown):
    """The item has no revision of this number."""

    number: int
    available: tuple[int, ...]


@dataclass(eq=False)
class FindingUnknown(UsageError):
    """The item has no finding of this kind."""

    title: str
    kind: ProblemKind


@dataclass(eq=False)
class FindingNameUnknown(UsageError):
    """No kind of finding is called so."""

    text: str


@dataclass(eq=False)
class DismissalWithoutReason(UsageError):
    """A finding was to be dismissed, and nobody said why."""


@dataclass(eq=False)
class PlaceAmbiguous(UsageError):
    """The item lies at several places, so the one that is meant must be named."""

    title: str
    places: tuple[str, ...]
