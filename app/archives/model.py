"""What expanding an archive takes and gives."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.leftovers import ExclusionReason
from app.problems import Problem, ProblemKind


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How much an archive may unpack to. One that exceeds any limit counts as a bomb.

    Attributes:
        total_bytes: of all members together.
        members: how many files.
        ratio: unpacked bytes for each packed byte, looked at once ``ratio_from`` bytes came out.
        ratio_from: small archives of empty tables may well shrink a thousandfold.
        spent_bytes: what came out of the archives around this one; counts for the total too.
        spent_members: likewise.
    """

    total_bytes: int = 8 << 30
    members: int = 5000
    ratio: int = 200
    ratio_from: int = 256 << 20
    spent_bytes: int = 0
    spent_members: int = 0

    def spent_on(self, sizes: Iterable[int]) -> "ArchiveLimits":
        """The limits after members of these sizes."""
        every = list(sizes)
        return replace(
            self,
            spent_bytes=self.spent_bytes + sum(every),
            spent_members=self.spent_members + len(every),
        )


@dataclass(frozen=True, slots=True)
class ExpandOrder:
    """An archive to expand into a folder of our own; to be run in a worker.

    Attributes:
        path: the archive.
        name: its own name.
        media_type: what it was found to be.
        work: an empty folder; members are written there under neutral names.
        parts: the files that the archive was split into, in order; none if it is one file.
        last_name: what the last of these is called, as its own path may not tell.
        missing: what the first part is called that is not there; the archive stays closed then.
    """

    path: Path
    name: str
    media_type: str
    work: Path
    limits: ArchiveLimits = field(default_factory=ArchiveLimits)
    parts: tuple[Path, ...] = ()
    last_name: str = ""
    missing: str = ""

    @property
    def last(self) -> str:
        """What the last file of the archive is called."""
        return self.last_name or self.name

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the archive is made of, in order."""
        return self.parts or (self.path,)


@dataclass(frozen=True, slots=True)
class Member:
    """A file out of an archive: its path inside, in legible characters, and where it was put."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A member that was left out on purpose."""

    name: str
    reason: ExclusionReason


@dataclass(frozen=True, slots=True)
class NotExpanded:
    """A member that could not be had, and why."""

    name: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Expansion:
    """Every file of an archive, in exactly one of three ways."""

    members: tuple[Member, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    failed: tuple[NotExpanded, ...] = ()
    #: Marks of secrecy in members' names: (name, mark). These were not unpacked.
    classified: tuple[tuple[str, str], ...] = ()


class ArchiveTrouble(Exception):
    """The archive as a whole cannot be expanded; it stays the one file that it is."""

    def __init__(self, kind: ProblemKind, **detail: str | float) -> None:
        super().__init__(kind.value)
        self.problem = Problem(kind, detail)
