"""Draws that everyone can repeat: the same seed and list give the same draw everywhere."""

import hashlib
from collections.abc import Sequence


def draw(seed: str, items: Sequence[str], count: int) -> tuple[str, ...]:
    """Draw some of the items without putting any back."""
    ordered = sorted(
        items, key=lambda item: (hashlib.sha256(f"{seed}\n{item}".encode()).hexdigest(), item)
    )
    return tuple(ordered[:count])
