"""What hinders captures of web pages, and what couriers bring back."""

from dataclasses import dataclass
from pathlib import Path

from app.capture.model import Fault, Refusal
from app.capture.parcel import ParcelFault
from app.errors import JuanzongError, UsageError, WorkspaceError


@dataclass(eq=False)
class AddressRefused(UsageError):
    """An address is none that may be asked for; nothing was."""

    text: str
    why: Refusal


@dataclass(eq=False)
class NoAddress(UsageError):
    """No address was given."""


@dataclass(eq=False)
class TooManyAddresses(UsageError):
    """More addresses than are captured at once."""

    count: int
    most: int


@dataclass(eq=False)
class EarlierCapturesDamaged(UsageError):
    """The record of what was captured into a folder before cannot be read."""

    name: str


@dataclass(eq=False)
class CannotCapture(JuanzongError):
    """Nothing can be captured on this computer as it is."""

    why: Fault


@dataclass(eq=False)
class BrowserUnknown(UsageError):
    """The browser that was named is not there."""

    name: str


@dataclass(eq=False)
class FolderNotNamed(UsageError):
    """Neither a folder nor a place in a workspace was named for what is captured."""


@dataclass(eq=False)
class CourierNoteDamaged(WorkspaceError):
    """The note of what couriers were sent for cannot be read."""

    path: Path


@dataclass(eq=False)
class ResultsRefused(UsageError):
    """A courier's results are not taken in; nothing of them was."""

    name: str
    why: ParcelFault


@dataclass(eq=False)
class NoSavedPages(UsageError):
    """A folder holds neither results of a courier nor saved pages."""

    path: Path


@dataclass(eq=False)
class CourierListMissing(UsageError):
    """A folder is no courier's: its list is missing or damaged."""

    path: Path
