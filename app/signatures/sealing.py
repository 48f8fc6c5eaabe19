"""Packages that only the recipient can read: the age format, through rage.

Everybody can check with the ``age`` program what was encrypted, and read it with the key.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Self

import pyrage
from pyrage import x25519

from app.plain_files import open_plain
from app.signatures.errors import SealBroken, SealedForOthers

#: What the first bytes of an encrypted package are.
OPENING = b"age-encryption.org/v1\n"


def is_sealed(path: Path) -> bool:
    """True if the file is encrypted; False also if it cannot be read."""
    try:
        with open_plain(path) as stream:
            return stream.read(len(OPENING)) == OPENING
    except OSError:
        return False


def is_recipient(text: str) -> bool:
    """True if it is a public key in age's own form."""
    try:
        x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


class Opener:
    """A private key that opens what was encrypted to ``recipient``."""

    def __init__(self, secret: str) -> None:
        """Take a key in age's own form. Raises ``ValueError`` for anything else."""
        try:
            self.identity = x25519.Identity.from_str(secret)
        except pyrage.IdentityError as error:
            raise ValueError("not a key") from error

    @classmethod
    def generate(cls) -> Self:
        """Make a new key."""
        return cls(str(x25519.Identity.generate()))

    @property
    def secret(self) -> str:
        """The secret in age's own form."""
        return str(self.identity)

    @property
    def recipient(self) -> str:
        """The public key that others encrypt to ("age1…")."""
        return str(self.identity.to_public())


class _Sink(io.RawIOBase):
    """A stream into a function; what the function raises is kept for the caller.

    The library turns every exception of a stream into one of its own.
    """

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self.failure: BaseException | None = None

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        try:
            self._write(piece)
        except BaseException as error:
            self.failure = error
            raise
        return len(piece)


class _Source(io.RawIOBase):
    """A stream whose own trouble is kept for the caller, too."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.failure: BaseException | None = None

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            return self._stream.read(size)
        except OSError as error:
            self.failure = error
            raise


def seal(source: BinaryIO, write: Callable[[bytes], object], recipient: str) -> None:
    """Encrypt ``source`` to a public key; what ``write`` raises comes through.

    Raises:
        ValueError: ``recipient`` is no public key.
    """
    try:
        public = x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as error:
        raise ValueError("not a public key") from error
    reader, writer = _Source(source), _Sink(write)
    try:
        pyrage.encrypt_io(reader, writer, [public])
    except (pyrage.EncryptError, OSError):
        _raise_kept(reader, writer)
        raise


def unseal(source: BinaryIO, write: Callable[[bytes], object], opener: Opener) -> None:
    """Decrypt a file; what ``write`` raises comes through.

    Raises:
        SealedForOthers: the key does not fit.
        SealBroken: the file was altered or cut short.
    """
    reader, writer = _Source(source), _Sink(write)
    try:
        pyrage.decrypt_io(reader, writer, [opener.identity])
    except (pyrage.DecryptError, OSError) as error:
        _raise_kept(reader, writer)
        if isinstance(error, pyrage.DecryptError) and "matching" in str(error):
            raise SealedForOthers from None
        raise SealBroken from None


def _raise_kept(*streams: _Sink | _Source) -> None:
    for stream in streams:
        if stream.failure is not None:
            raise stream.failure from None
