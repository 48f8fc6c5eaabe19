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
class AddressNotUnderstood(UsageError):
    """What was given as an address of the web is none: only http and https count."""

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
class OrderLocked(UsageError):
    """The order of binding of this task is locked."""

    indicator: str
    task: str


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
class PagesNotUnderstood(UsageError):
    """The pages that somebody named are none of a file that has ``count``."""

    text: str
    count: int


@dataclass(eq=False)
class PaperNotUnderstood(UsageError):
    """No paper is called so."""

    text: str


@dataclass(eq=False)
class CutNotUnderstood(UsageError):
    """It says neither that a picture is cut nor that it is not."""

    text: str


@dataclass(eq=False)
class OnlyPicturesCut(UsageError):
    """Only pictures are cut into pages; the file is none."""

    name: str


@dataclass(eq=False)
class TurnNotUnderstood(UsageError):
    """Pages can be turned by quarters, and set straight by a few degrees; this is neither."""

    text: str


@dataclass(eq=False)
class PagesWithoutReason(UsageError):
    """Pages were to be left out, and nobody said why."""


@dataclass(eq=False)
class PlaceAmbiguous(UsageError):
    """The item lies at several places, so the one that is meant must be named."""

    title: str
    places: tuple[str, ...]


@dataclass(eq=False)
class PatternFieldUnknown(UsageError):
    """A pattern for titles names a field that there is none of."""

    text: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NoItemsNamed(UsageError):
    """Nothing says which items are to be changed; all of them can hardly be meant."""


@dataclass(eq=False)
class PartUnknown(UsageError):
    """An item has no file of this number; ``count`` is how many it has, the main one included."""

    count: int


@dataclass(eq=False)
class PhotoUnknown(UsageError):
    """An item has no photo of this number (0: its main file); ``title`` is the item's."""

    title: str
    number: int


@dataclass(eq=False)
class PhotosNotNamed(UsageError):
    """Neither items nor a list say which photos are meant."""


@dataclass(eq=False)
class PhotoLayoutUnknown(UsageError):
    """So many photos cannot share a page."""

    per_page: int


@dataclass(eq=False)
class PartsUnfit(UsageError):
    """These items cannot become one; ``title`` is that of the one that does not fit."""

    title: str


@dataclass(eq=False)
class YearNotPossible(UsageError):
    """The text is no year for which material can be asked."""

    text: str
