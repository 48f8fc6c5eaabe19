"""Why a package is refused, or cannot be written. Worded in ``app.wording.exchange``."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.errors import JuanzongError


class UnsafeReason(StrEnum):
    """What makes an entry of a package dangerous or out of place."""

    ABSOLUTE = "absolute"
    ESCAPES = "escapes"
    ILLEGAL = "illegal"
    RESERVED = "reserved"
    TOO_LONG = "too_long"
    DUPLICATE = "duplicate"
    CASE_CLASH = "case_clash"
    NORMAL_FORM = "normal_form"
    LINK = "link"
    FOLDER = "folder"
    COMPRESSED = "compressed"
    ENCRYPTED = "encrypted"
    OVERLAPPING = "overlapping"
    FOREIGN = "foreign"


class SizeLimit(StrEnum):
    """Which bound of a package is passed."""

    ENTRIES = "entries"
    LISTS = "lists"
    DOCUMENTS = "documents"


class Flood(StrEnum):
    """What a package has more of than any honest one, beside records of one kind."""

    DOCUMENT = "document"
    DOCUMENTS = "documents"
    OBJECTS = "objects"
    LOG_ENTRIES = "entries"
    LISTS = "lists"
    ORIGINALS = "originals"
    ORIGINAL_BYTES = "original_bytes"
    COUNTY_FILES = "county_files"
    SENDER_RECORDS = "sender_records"
    SENDER_LOG = "sender_log"
    SENDER_BYTES = "sender_bytes"


class FloodingRecords(str):
    """The list of the payload that has more records than any honest one."""

    __slots__ = ()


@dataclass(eq=False)
class PackageError(JuanzongError):
    """The root of what is wrong with a package; ``path`` is the file on the stick."""

    path: Path


@dataclass(eq=False)
class SecretsInPackage(PackageError):
    """Files or words in the package have marks of state secrecy; nothing of it was stored.

    ``items`` are the ids of the records; what they say is never quoted.
    """

    items: tuple[str, ...]


@dataclass(eq=False)
class SecretsToSend(PackageError):
    """What was to be packed bears marks of state secrecy; no package was written.

    ``titles`` are those of the items, for the people who filed them; a title that bears a mark
    itself is left out. Empty: only other words bear one, such as remarks and instructions.
    """

    titles: tuple[str, ...]


@dataclass(eq=False)
class NotAPackage(PackageError):
    """The file is no package of this program."""


@dataclass(eq=False)
class PackageUnreadable(PackageError):
    """The operating system does not let the package be read; perhaps the stick was pulled."""

    detail: str


@dataclass(eq=False)
class PackageNotAFile(PackageError):
    """What was named is a folder, a pipe, a socket or a device."""


@dataclass(eq=False)
class PackageTooNew(PackageError):
    """A newer program wrote the package."""

    found: str


@dataclass(eq=False)
class PackageTruncated(PackageError):
    """The end of the file is not the end of a package: cut short, or something was appended."""


@dataclass(eq=False)
class PackageDamaged(PackageError):
    """``member`` is not what the sender signed, or the container around it was altered."""

    member: str


@dataclass(eq=False)
class PackageMemberMissing(PackageError):
    """The sender listed ``member``, and it is not there."""

    member: str


@dataclass(eq=False)
class PackageUnsafe(PackageError):
    """An entry that no honest package has."""

    member: str
    reason: UnsafeReason


@dataclass(eq=False)
class PackageTooLarge(PackageError):
    """The package holds more than any honest one."""

    what: SizeLimit
    limit: int


@dataclass(eq=False)
class PackageFloods(PackageError):
    """The package, or its sender in all, brings more than any honest one; nothing was stored."""

    what: Flood | FloodingRecords
    found: int
    limit: int


@dataclass(eq=False)
class SignatureInvalid(PackageError):
    """The signature does not fit the content: it was altered after signing."""


@dataclass(eq=False)
class PackageSealed(PackageError):
    """The package is encrypted, and no key was given."""


@dataclass(eq=False)
class PackageSealedForOthers(PackageError):
    """The package is encrypted to somebody else's key."""


@dataclass(eq=False)
class PackagePartsMissing(PackageError):
    """Some parts of the package are not there."""

    missing: tuple[int, ...]
    parts: int


@dataclass(eq=False)
class PackagePartsMixed(PackageError):
    """The files are not parts of one package, or one part was given twice."""

    other: Path


@dataclass(eq=False)
class PackageOfAnotherCounty(PackageError):
    """The package belongs to another county."""

    county: str
    found: str


@dataclass(eq=False)
class PackageForSomebodyElse(PackageError):
    """The package is meant for another recipient."""

    recipient: str


@dataclass(eq=False)
class PackageNotWritten(PackageError):
    """Writing failed half-way: stick pulled, full or broken. What was there is intact."""

    detail: str


@dataclass(eq=False)
class PackageNotVerified(PackageError):
    """What was written does not read back the same; the drive is not reliable."""

    member: str


@dataclass(eq=False)
class PartTooSmall(JuanzongError):
    """The parts are to be smaller than what must be in one."""

    size: int
    needed: int
