"""Who made a package: Ed25519 signatures, and fingerprints to compare by telephone."""

import hashlib
import json
from dataclasses import dataclass
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ALGORITHM = "Ed25519"
#: The file that is signed; it holds the digests of everything else.
SIGNED = "tagmanifest-sha256.txt"

_GROUPS, _DIGITS = 6, 5


class Signer:
    """A private signing key in memory."""

    def __init__(self, seed: bytes) -> None:
        """Take the 32 secret bytes of a key."""
        self._key = Ed25519PrivateKey.from_private_bytes(seed)

    @classmethod
    def generate(cls) -> Self:
        """Make a new key."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def seed(self) -> bytes:
        """The 32 secret bytes."""
        return self._key.private_bytes_raw()

    @property
    def public_key(self) -> bytes:
        """The 32 public bytes."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, content: bytes) -> bytes:
        """Sign some bytes."""
        return self._key.sign(content)


@dataclass(frozen=True, slots=True)
class Signature:
    """The content of ``signature.json``."""

    public_key: bytes
    value: bytes

    @classmethod
    def make(cls, signer: Signer, content: bytes) -> Self:
        """Sign the bytes of ``SIGNED``."""
        return cls(signer.public_key, signer.sign(content))

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Read ``signature.json``. Raises ``ValueError`` unless it is in its one byte form."""
        data = json.loads(raw)
        if not isinstance(data, dict):
            raise ValueError("not an object")
        found = cls(
            bytes.fromhex(str(data.get("public_key"))), bytes.fromhex(str(data.get("signature")))
        )
        if found.to_bytes() != raw:
            raise ValueError("not in the one byte form")
        return found

    def to_bytes(self) -> bytes:
        """The one byte form."""
        data = {
            "algorithm": ALGORITHM,
            "public_key": self.public_key.hex(),
            "signature": self.value.hex(),
            "signed": SIGNED,
        }
        return (json.dumps(data, indent=2) + "\n").encode()

    def holds_for(self, content: bytes) -> bool:
        """True if the key's owner signed exactly these bytes."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public_key).verify(self.value, content)
        except (InvalidSignature, ValueError):
            return False
        return True


def fingerprint(public_key: bytes) -> str:
    """A key in thirty digits, six groups of five, to be read out and compared."""
    number = int.from_bytes(hashlib.sha256(b"juanzong-fingerprint\n" + public_key).digest())
    digits = f"{number % 10 ** (_GROUPS * _DIGITS):0{_GROUPS * _DIGITS}d}"
    return " ".join(digits[i : i + _DIGITS] for i in range(0, len(digits), _DIGITS))
