"""Play all attacks and print what held: ``make attack``.

    python -m tests.attack.run [--seed N] [--only NAME …] [--cases N]

The same seed plays the same cases. Exit code 1 if any promise did not hold.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.attack.playing import Attack, Outcome
from tests.attack.scenarios import all_attacks

#: A failing attack often fails in every case; the first few tell enough.
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one attack."""

    attack: Attack
    outcomes: tuple[Outcome, ...]
    seconds: float

    @property
    def broken(self) -> tuple[Outcome, ...]:
        """The cases in which the promise did not hold."""
        return tuple(outcome for outcome in self.outcomes if not outcome.held)


def play(attack: Attack, seed: int, cases: int) -> Played:
    """Play ``cases`` cases of one attack in a folder of its own."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix=f"attack-{attack.name}-") as folder:
        # Each attack draws from its own source, so that one alone plays what it plays among all.
        random = Random(f"{seed}/{attack.name}")
        outcomes = tuple(attack.play(random, cases, Path(folder)))
    return Played(attack, outcomes, time.monotonic() - started)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    options = _parser().parse_args(arguments)
    chosen = [a for a in all_attacks() if not options.only or a.name in options.only]
    if unknown := set(options.only) - {attack.name for attack in chosen}:
        print(f"no such attack: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    broken = 0
    for attack in chosen:
        played = play(attack, options.seed, options.cases or attack.cases)
        broken += len(played.broken)
        _print(played)
    print(f"seed {options.seed}: {broken or 'no'} cases in which a promise did not hold")
    return 1 if broken else 0


def _print(played: Played) -> None:
    held = len(played.outcomes) - len(played.broken)
    print(f"{played.attack.name}: {held} of {len(played.outcomes)} held, {played.seconds:.1f} s")
    print(f"    {played.attack.promise}")
    for outcome in played.broken[:_SHOWN]:
        print(f"  ✗ {outcome.case}: {outcome.detail}")
    if len(played.broken) > _SHOWN:
        print(f"  … and {len(played.broken) - _SHOWN} more")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--cases", type=int, default=0, help="cases per attack, instead of its own")
    return parser


if __name__ == "__main__":
    sys.exit(main())
