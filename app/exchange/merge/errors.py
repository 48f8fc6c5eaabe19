"""Why a package is not merged, or a merge not undone. Worded in ``app.wording.merge``."""

from dataclasses import dataclass
from enum import StrEnum

from app.errors import JuanzongError, RowUnknown, UsageError
from app.exchange.errors import PackageError


class RecordName(str):
    """The list of the payload that holds a record, or the document; worded as its kind."""

    __slots__ = ()


class FieldName(str):
    """The name of a field; worded as people know it."""

    __slots__ = ()


@dataclass(eq=False)
class PayloadInvalid(PackageError):
    """A document of the package is not as its schema says; ``field`` is where."""

    document: RecordName
    field: FieldName


class Impossible(StrEnum):
    """Why a field of a record is not taken."""

    FORM = "form"
    CONTROL = "control_character"
    DIRECTION = "direction_character"
    DAY = "impossible_day"
    MOMENT = "impossible_moment"
    NUMBER = "impossible_number"
    FINITE = "not_finite"
    CODE = "impossible_code"
    ADDRESS = "impossible_address"
    JSON = "json"
    DUPLICATE_KEY = "duplicate_key"
    TWICE = "twice"
    PLACE_UNKNOWN = "place_unknown"
    NOTICE_FOREIGN = "notice_foreign"
    UNREFERENCED = "unreferenced"
    REFERENCE_MISSING = "reference_missing"
    SEALING_KEY = "sealing_key"
    AHEAD = "ahead"
    NOT_STORABLE = "not_storable"


@dataclass(eq=False)
class RecordImpossible(PayloadInvalid):
    """A record says what no honest program writes; ``record`` is its title, id or number."""

    kind: RecordName
    record: str
    name: FieldName
    reason: Impossible


@dataclass(eq=False)
class PackageDiverged(PackageError):
    """Two workspaces of one sender were worked in: what they sent cannot be one history.

    ``generation`` is that of the work that is here.
    """

    sender: str
    generation: int


@dataclass(eq=False)
class PackageSuperseded(PackageError):
    """The sender has declared another copy of its workspace the true one since."""

    sender: str
    generation: int
    present: int


@dataclass(eq=False)
class RecordOfAnotherOwner(PackageError):
    """The package holds a record that its sender does not own.

    ``record`` is its title where it has one, ``owner`` the unit whose record has its id here ("":
    nobody's, the record says itself that it is not the sender's).
    """

    sender: str
    kind: RecordName
    record: str
    owner: str = ""


@dataclass(eq=False)
class PackageIdTaken(PackageError):
    """Another package has the id of this one; ``owner`` sent it, or got it from here."""

    sender: str
    owner: str


@dataclass(eq=False)
class FrameworkDiffers(PackageError):
    """The sender works by another version of the indicator set."""

    sender: str
    found: str
    expected: str


@dataclass(eq=False)
class SenderUnknown(PackageError):
    """No unit of the county has the sender's id."""

    sender: str


@dataclass(eq=False)
class SenderNameDiffers(PackageError):
    """The package gives one partner's id and another name; ``registered`` is the id's name here."""

    claimed: str
    registered: str


@dataclass(eq=False)
class RecoveryInTheWay(PackageError):
    """The unit's own work is here already, and is not what the recovery package would give back."""


@dataclass(eq=False)
class NothingToRecover(UsageError):
    """Nothing of the unit was ever merged, so there is nothing to give back to it."""

    unit: str


@dataclass(eq=False)
class OfficeWorkspaceNeeded(UsageError):
    """Only the creation office makes packages of this kind."""


@dataclass(eq=False)
class UnitWorkspaceNeeded(UsageError):
    """Only a unit makes packages of this kind."""


@dataclass(eq=False)
class RecipientRequired(UsageError):
    """The office's packages go to one unit each, and none was named."""


@dataclass(eq=False)
class PackageRequired(UsageError):
    """A merge was asked for, and no package was named."""


@dataclass(eq=False)
class SealingKeyUnknown(UsageError):
    """Nothing can be encrypted to somebody whose key nobody here has confirmed yet."""

    name: str


@dataclass(eq=False)
class MergeUnknown(RowUnknown):
    """There is no merge to undo."""

    package: str


@dataclass(eq=False)
class MergeNotUndoable(UsageError):
    """What the office hands down is not undone; its newest package counts."""

    package: str


class Built(StrEnum):
    """What can have been built on a merge."""

    DECISIONS = "decisions"
    NOTICES = "notices"
    RETURN_PACKAGE = "return_package"
    PLACEMENTS = "placements"
    CHANGES = "changes"
    LATER_PACKAGE = "later_package"


@dataclass(eq=False)
class MergeBuiltUpon(JuanzongError):
    """Something was done since that rests on the merge."""

    sender: str
    what: Built


@dataclass(eq=False)
class BatchNotUndone(JuanzongError):
    """Packages that were merged in one go were to be undone together, and one cannot be any more.

    ``sender`` is that one's, ``what`` what rests on it.
    """

    count: int
    sender: str
    what: Built
