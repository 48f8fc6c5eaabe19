"""The seed of a draw: what the program proposes, and what a person may type instead."""

import secrets
from datetime import datetime

from app.verification.sampling.errors import SeedNotUsable

#: So long a seed may be; a lottery's numbers or a sentence fit.
MOST = 100
_DIGITS = 6


def propose_seed(now: datetime) -> str:
    """Return a seed of the moment and six digits that nobody can foretell.

    It is shown before the draw and recorded with it; from then on nothing about the draw is left
    to chance.
    """
    return f"{now:%Y%m%d-%H%M%S}-{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"


def checked_seed(seed: str) -> str:
    """Return the seed as it is.

    Blanks inside are kept: whoever repeats the draw types what the record says. At its ends they
    would be lost on paper, and so would anything that cannot be seen.

    Raises:
        SeedNotUsable: it is empty or too long, or paper would not show all of it.
    """
    if not seed or len(seed) > MOST or seed != seed.strip() or not seed.isprintable():
        raise SeedNotUsable(MOST)
    return seed
