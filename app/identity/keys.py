"""A workspace's own keys: one to sign with, one for others to encrypt to."""

import json
from dataclasses import dataclass
from typing import Self

from app.signatures.sealing import Opener
from app.signatures.signing import Signer, fingerprint


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What everybody may know: the signing key (hex) and the one to encrypt to ("age1…")."""

    signing_key: str
    sealing_key: str

    @property
    def fingerprint(self) -> str:
        """The signing key in digits, for people to compare."""
        return fingerprint(bytes.fromhex(self.signing_key))

    @property
    def about(self) -> bytes:
        """The bytes that the encrypted secret is bound to."""
        return f"{self.signing_key}\n{self.sealing_key}".encode()


class KeyRing:
    """The private keys in memory."""

    def __init__(self, signer: Signer, opener: Opener) -> None:
        self.signer = signer
        self.opener = opener

    @classmethod
    def generate(cls) -> Self:
        """Make new keys."""
        return cls(Signer.generate(), Opener.generate())

    @classmethod
    def from_secret(cls, secret: bytes) -> Self:
        """Take what ``secret`` gave. Raises ``ValueError`` for anything else."""
        data = json.loads(secret)
        try:
            return cls(Signer(bytes.fromhex(data["signing"])), Opener(data["sealing"]))
        except (KeyError, TypeError) as error:
            raise ValueError("not a secret") from error

    @property
    def secret(self) -> bytes:
        """Both private keys, as they are stored."""
        return json.dumps(
            {"signing": self.signer.seed.hex(), "sealing": self.opener.secret}
        ).encode()

    @property
    def public(self) -> PublicKeys:
        """The public halves."""
        return PublicKeys(self.signer.public_key.hex(), self.opener.recipient)
