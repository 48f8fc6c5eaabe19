"""Secrets on disk: a slow derivation from the pass-phrase, then authenticated encryption.

64 MiB for a third of a second is what the slowest users' machines bear, and what makes guessing
dear. The parameters are kept with the secret, so that later programs may raise them.
"""

import os
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Self

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from app.identity.errors import PassphraseTooCommon, PassphraseTooShort, PassphraseWrong
from app.identity.passphrase import LEAST_LENGTH, Weakness, weakness_of

_ARGON2ID, _SCRYPT = "argon2id", "scrypt"
_MEMORY_KIB = 64 << 10
_PASSES, _LANES = 3, 4
#: What a file from elsewhere may ask of this machine at most.
_MOST_MEMORY_KIB, _MOST_PASSES = 512 << 10, 16
_SALT, _KEY, _NONCE = 16, 32, 12


@dataclass(frozen=True, slots=True)
class Protection:
    """How a secret is encrypted; ``salt`` and ``nonce`` in hex."""

    kdf: str
    memory_kib: int
    passes: int
    lanes: int
    salt: str
    nonce: str

    @classmethod
    def fresh(cls) -> Self:
        """New salt and nonce with today's parameters; scrypt where Argon2id is not built in."""
        salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
        try:
            Argon2id(salt=salt, length=_KEY, iterations=1, lanes=1, memory_cost=8)
        except UnsupportedAlgorithm:
            return cls(_SCRYPT, _MEMORY_KIB, 1, 1, salt.hex(), nonce.hex())
        return cls(_ARGON2ID, _MEMORY_KIB, _PASSES, _LANES, salt.hex(), nonce.hex())

    @classmethod
    def read(cls, data: dict[str, Any]) -> Self:
        """Take what ``to_json`` gave. Raises ``ValueError`` for anything else."""
        try:
            found = cls(**data)
            salt, nonce = bytes.fromhex(found.salt), bytes.fromhex(found.nonce)
        except TypeError as error:
            raise ValueError("not a protection") from error
        sound = (
            found.kdf in {_ARGON2ID, _SCRYPT}
            and len(salt) == _SALT
            and len(nonce) == _NONCE
            and 8 * max(found.lanes, 1) <= found.memory_kib <= _MOST_MEMORY_KIB
            and 1 <= found.passes <= _MOST_PASSES
            and 1 <= found.lanes <= _MOST_PASSES
        )
        if not sound:
            raise ValueError("not a protection")
        return found

    def to_json(self) -> dict[str, Any]:
        """The stored form."""
        return asdict(self)

    def cipher(self, passphrase: str) -> ChaCha20Poly1305:
        """Derive the key; takes a noticeable moment on purpose."""
        salt = bytes.fromhex(self.salt)
        # Under a Chinese input method digits easily come out full-width.
        words = unicodedata.normalize("NFKC", passphrase).encode()
        if self.kdf == _ARGON2ID:
            return ChaCha20Poly1305(
                Argon2id(
                    salt=salt,
                    length=_KEY,
                    iterations=self.passes,
                    lanes=self.lanes,
                    memory_cost=self.memory_kib,
                ).derive(words)
            )
        # Scrypt takes n blocks of 128 r bytes; with r = 8 a block is one KiB.
        return ChaCha20Poly1305(
            Scrypt(salt=salt, length=_KEY, n=self.memory_kib, r=8, p=self.passes).derive(words)
        )


def demand_fit(passphrase: str, names: Iterable[str] = ()) -> None:
    """Refuse a new pass-phrase that others would soon guess; one in use still opens its keys.

    Raises:
        PassphraseTooShort: it is too short.
        PassphraseTooCommon: many people choose it, or it follows a pattern.
    """
    match weakness_of(passphrase, names):
        case None:
            return
        case Weakness.SHORT:
            raise PassphraseTooShort(LEAST_LENGTH)
        case weakness:
            raise PassphraseTooCommon(weakness)


def protect(
    secret: bytes, passphrase: str, about: bytes, names: Iterable[str] = ()
) -> tuple[bytes, Protection]:
    """Encrypt a secret; ``about`` (its public half) is bound to it.

    ``names`` are words that everybody knows of the workspace and that are no secret.

    Raises:
        PassphraseTooShort, PassphraseTooCommon: it is no protection.
    """
    demand_fit(passphrase, names)
    protection = Protection.fresh()
    nonce = bytes.fromhex(protection.nonce)
    return protection.cipher(passphrase).encrypt(nonce, secret, about), protection


def unprotect(sealed: bytes, protection: Protection, passphrase: str, about: bytes) -> bytes:
    """Decrypt a secret.

    Raises:
        PassphraseWrong: the pass-phrase does not fit, or the secret was altered.
    """
    nonce = bytes.fromhex(protection.nonce)
    try:
        return protection.cipher(passphrase).decrypt(nonce, sealed, about)
    except InvalidTag:
        raise PassphraseWrong from None
