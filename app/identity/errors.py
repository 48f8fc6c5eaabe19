"""What can go wrong with keys, people and trust. Worded in ``app.wording.identity``."""

from dataclasses import dataclass
from pathlib import Path

from app.errors import JuanzongError, RowUnknown, UsageError
from app.identity.passphrase import Weakness


@dataclass(eq=False)
class PassphraseWrong(UsageError):
    """The pass-phrase does not open the keys."""


@dataclass(eq=False)
class PassphraseTooShort(UsageError):
    """A pass-phrase needs at least ``least`` characters."""

    least: int


@dataclass(eq=False)
class PassphraseTooCommon(UsageError):
    """A pass-phrase is one of the first that others would try; ``weakness`` says of which kind."""

    weakness: Weakness


@dataclass(eq=False)
class KeysLocked(JuanzongError):
    """The keys are under a pass-phrase that nobody has given yet."""


@dataclass(eq=False)
class KeyFileInvalid(UsageError):
    """The file holds no keys that this program has saved."""

    path: Path


@dataclass(eq=False)
class KeyFileExists(UsageError):
    """A key file is never written over anything."""

    path: Path


@dataclass(eq=False)
class PersonUnknown(RowUnknown):
    """Nobody of this name is registered, or several are; ``known`` names all who are."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class PeerUnconfirmed(JuanzongError):
    """A partner's key that nobody here has compared yet; ask for the fingerprint and confirm it."""

    peer: str
    name: str
    found: str


@dataclass(eq=False)
class PeerKeyChanged(JuanzongError):
    """A partner signs with another key than the one confirmed: a new computer, or a forgery."""

    peer: str
    name: str
    known: str
    found: str


@dataclass(eq=False)
class KeyOfAnotherPartner(JuanzongError):
    """The key of a package is the one that was confirmed for ``other``; ``name`` is the sender."""

    name: str
    other: str
    found: str


@dataclass(eq=False)
class KeyIsOwn(JuanzongError):
    """A partner's package has a key of this workspace itself."""

    name: str
    found: str


@dataclass(eq=False)
class FingerprintDiffers(UsageError):
    """What was typed in is not the fingerprint of the key at hand."""

    typed: str
    found: str
