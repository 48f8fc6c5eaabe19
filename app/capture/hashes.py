"""Check sums of captured files."""

from __future__ import annotations

import hashlib
from pathlib import Path

_BLOCK = 1 << 20


def check_sums(path: Path) -> tuple[str, str]:
    """SHA-256 and SM3 of a file; the second is "" where this Python's OpenSSL lacks it."""
    sha256 = hashlib.sha256()
    try:
        sm3 = hashlib.new("sm3")
    except ValueError:
        sm3 = None
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            sha256.update(block)
            if sm3 is not None:
                sm3.update(block)
    return sha256.hexdigest(), sm3.hexdigest() if sm3 is not None else ""
