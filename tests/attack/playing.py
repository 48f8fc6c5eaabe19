"""What an attack is: many cases drawn from a seed, each of which is held off or not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case: what was tried, and whether the promise held.

    ``detail`` says what happened instead when it did not hold; for a case that held it may say
    how (refused as what, told as what).
    """

    case: str
    held: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Attack:
    """A kind of attack or accident.

    Attributes:
        name: its short name on the command line, in English with hyphens.
        promise: the promise of docs/security.md that it tries to break, one sentence.
        cases: how many cases a full run plays.
        play: yields that many outcomes. All chance comes from the ``Random``; everything is
            written below the folder, which is new and empty. It raises only if the attack itself
            is at fault: whatever the program does wrong is an outcome that did not hold.
    """

    name: str
    promise: str
    cases: int
    play: Callable[[Random, int, Path], Iterator[Outcome]]
