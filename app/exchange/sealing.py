"""Packages that only the recipient can read: the age format, by way of rage.

Everybody can check with the ``age`` program what was encrypted, and read it with the key.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Self

import pyrage
from pyrage import x25519

from app.exchange.errors import PackageDamaged, PackageSealedForOthers

#: What the first bytes of an encrypted package are.
OPENING = b"age-encryption.org/v1\n"


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


class _Watched(io.RawIOBase):
    """A stream that tells of its bytes; what goes wrong is kept for the caller.

    The library turns every exception of a stream into one of its own.
    """

    def __init__(self, stream: BinaryIO, on_bytes: Callable[[bytes], None]) -> None:
        self._stream = stream
        self._on_bytes = on_bytes
        self.failure: BaseException | None = None

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            piece = self._stream.read(size)
            self._on_bytes(piece)
        except BaseException as error:
            self.failure = error
            raise
        return piece

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        try:
            self._on_bytes(piece)
            return self._stream.write(piece)
        except BaseException as error:
            self.failure = error
            raise


def seal(
    source: BinaryIO, target: BinaryIO, recipient: str, on_bytes: Callable[[bytes], None]
) -> None:
    """Encrypt ``source`` to a public key; ``on_bytes`` sees what is written and may raise.

    Raises:
        ValueError: ``recipient`` is no public key.
    """
    try:
        public = x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as error:
        raise ValueError("not a public key") from error
    writer = _Watched(target, on_bytes)
    try:
        pyrage.encrypt_io(source, writer, [public])
    except (pyrage.EncryptError, OSError):
        if writer.failure is not None:
            raise writer.failure from None
        raise


def unseal(
    source: BinaryIO,
    target: BinaryIO,
    opener: Opener,
    path: Path,
    on_bytes: Callable[[bytes], None],
) -> None:
    """Decrypt a package; ``path`` is what errors name, ``on_bytes`` sees each piece, may raise.

    Raises:
        PackageSealedForOthers: the key does not fit.
        PackageDamaged: the file was altered or cut short.
    """
    reader, writer = _Watched(source, lambda _piece: None), _Watched(target, on_bytes)
    try:
        pyrage.decrypt_io(reader, writer, [opener.identity])
    except (pyrage.DecryptError, OSError) as error:
        for stream in (reader, writer):
            if stream.failure is not None:
                raise stream.failure from None
        if isinstance(error, pyrage.DecryptError) and "matching" in str(error):
            raise PackageSealedForOthers(path) from None
        raise PackageDamaged(path, path.name) from None
