"""Chance that anybody can repeat: the order of things by the SHA-256 of a seed and their names.

The digest of ``seed``, a line feed and the name, in UTF-8, as a hexadecimal number: who comes
first has the lowest. It is the same on every computer, and can be worked out with any program.
"""

import hashlib
from collections.abc import Iterable
from secrets import token_hex


def by_chance(seed: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names in the order that the seed gives them; equal names come once."""
    return tuple(sorted(set(names), key=lambda name: (_digest(seed, name), name)))


def new_seed() -> str:
    """A seed that nobody could have chosen, short enough to be typed."""
    return token_hex(4)


def _digest(seed: str, name: str) -> str:
    return hashlib.sha256(f"{seed}\n{name}".encode()).hexdigest()
