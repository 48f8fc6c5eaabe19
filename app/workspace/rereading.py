"""Which copies on the second disk a backup reads again, to find damage while it can be mended.

Reading all of them at each backup would take hours on a USB disk; each backup reads the share that
was not read for longest, and after ``ROUNDS`` backups each copy was read.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.paths import extended
from app.plain_files import read_plain
from app.private_files import make_private_file

#: After so many backups every copy was read again.
ROUNDS = 8
_FILE = "juanzong.reread.json"


@dataclass(slots=True)
class Rereading:
    """The number of this backup, and in which one each copy was read last."""

    run: int = 1
    last: dict[str, int] = field(default_factory=dict)

    def read(self, sha256: str) -> None:
        """Note that a copy was written or read in this backup."""
        self.last[sha256] = self.run


def next_rereading(folder: Path) -> Rereading:
    """What earlier backups noted in the folder; a note that cannot be read is started again."""
    try:
        stored = json.loads(read_plain(folder / _FILE))
        last = {str(name): int(run) for name, run in stored["last"].items()}
        return Rereading(int(stored["run"]) + 1, last)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Rereading()


def keep_rereading(folder: Path, state: Rereading) -> None:
    """Leave it for the next backup. Raises ``OSError``."""
    target = extended(folder / _FILE)
    part = target.with_name(f"{_FILE}.part")
    try:
        make_private_file(part)
        part.write_text(json.dumps({"run": state.run, "last": state.last}), encoding="utf-8")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def due(present: Collection[str], last: Mapping[str, int]) -> frozenset[str]:
    """The copies to read in this backup: those that were not read for longest."""
    share = -(-len(present) // ROUNDS)
    return frozenset(sorted(present, key=lambda name: (last.get(name, 0), name))[:share])
