"""Writing members to disk in pieces, under neutral names and within limits."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from app.archives.model import (
    ArchiveTrouble,
    ExpandOrder,
    Expansion,
    LeftOut,
    Member,
    NotExpanded,
)
from app.archives.names import is_unsafe, shown
from app.errors import DiskFull
from app.leftovers import ExclusionReason, exclusion_of
from app.problems import Problem, ProblemKind, some_names
from app.secrecy.marks import classified_mark

_PIECE = 1 << 20
_RESERVE = 64 << 20


class Unpacking:
    """Takes one archive's members in, keeps count, and closes the account.

    Members are written as ``0001``, ``0002`` … whatever they are called, so no name can lead out
    of the folder, clash with another or be one that Windows reserves.
    """

    def __init__(self, order: ExpandOrder) -> None:
        self._order = order
        self._packed = max(1, sum(path.stat().st_size for path in order.files))
        self._written = 0
        self.seen = self.folders = 0
        self._members: list[Member] = []
        self._left_out: list[LeftOut] = []
        self._failed: list[NotExpanded] = []
        self._classified: list[tuple[str, str]] = []

    def admit(self, raw_name: str, *, link: bool = False, special: bool = False) -> str | None:
        """Check a member by its name and kind; returns a readable name if it may be written.

        Raises:
            ArchiveTrouble: there are more members than any county's archive has.
        """
        name = shown(raw_name)
        self.seen += 1
        limits = self._order.limits
        if self.seen + limits.spent_members > limits.members:
            raise self._too_large()
        reason = exclusion_of(name) or (ExclusionReason.LINK if link else None)
        mark = classified_mark(name)
        if reason is not None:
            self._left_out.append(LeftOut(name, reason))
        elif mark:
            self._classified.append((name, mark))
        elif special or is_unsafe(raw_name):
            self.fail(name, Problem(ProblemKind.ARCHIVE_MEMBER_UNSAFE))
        else:
            return name
        return None

    def write(self, name: str, source: IO[bytes]) -> None:
        """Copy one member out of ``source``. Raises ``ArchiveTrouble`` or ``DiskFull``."""
        with self.target(name) as add:
            while piece := source.read(_PIECE):
                add(piece)

    @contextmanager
    def target(self, name: str) -> Iterator[Callable[[bytes], None]]:
        """Open a member's file; the member counts once the block ends without an error."""
        path = self._order.work / f"{len(self._members) + len(self._failed) + 1:05d}"
        try:
            with path.open("xb") as file:
                yield lambda piece: self._add(file, piece)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        self._members.append(Member(name, path))

    def accept(self, name: str, path: Path) -> None:
        """Count a member that was written by other means."""
        self._members.append(Member(name, path))

    def count(self, size: int) -> None:
        """Add to the bytes written. Raises ``ArchiveTrouble`` when they grow past the limits."""
        limits = self._order.limits
        self._written += size
        swollen = self._written > limits.ratio_from and (
            self._written > limits.ratio * self._packed
        )
        if swollen or self._written + limits.spent_bytes > limits.total_bytes:
            raise self._too_large()

    def check_room(self, size: int) -> None:
        """Refuse an archive whose members announce more than fits. ``size`` in bytes."""
        limits = self._order.limits
        if size + limits.spent_bytes > limits.total_bytes:
            raise self._too_large()
        free = shutil.disk_usage(self._order.work).free
        if size + _RESERVE > free:
            raise DiskFull(self._order.work, size + _RESERVE, free)

    def fail(self, name: str, problem: Problem) -> None:
        """Note a member that could not be had."""
        self._failed.append(NotExpanded(name, problem))

    def close(self) -> Expansion:
        """The account of every member.

        Raises:
            ArchiveTrouble: the archive holds no file that could be evidence, or none of them
                could be had, all for the same reason.
        """
        if not self._members and not self._classified:
            self._demand_members()
        return self.account()

    def _demand_members(self) -> None:
        kinds = {failure.problem.kind for failure in self._failed}
        if kinds == {ProblemKind.PASSWORD_REQUIRED}:
            raise ArchiveTrouble(ProblemKind.PASSWORD_REQUIRED, label=self._order.name)
        if kinds == {ProblemKind.ARCHIVE_METHOD_UNKNOWN}:
            raise ArchiveTrouble(kinds.pop(), **self._failed[0].problem.detail)
        if self._failed:
            return
        if self._left_out:
            left_out = some_names(one.name for one in self._left_out)
            raise ArchiveTrouble(ProblemKind.ARCHIVE_ONLY_LEFTOVERS, **left_out)
        if self.folders:
            raise ArchiveTrouble(ProblemKind.ARCHIVE_ONLY_FOLDERS, count=self.folders)
        raise ArchiveTrouble(ProblemKind.ARCHIVE_EMPTY)

    def account(self) -> Expansion:
        """What became of the members up to now."""
        return Expansion(
            tuple(self._members),
            tuple(self._left_out),
            tuple(self._failed),
            tuple(self._classified),
        )

    def _add(self, file: BinaryIO, piece: bytes) -> None:
        self.count(len(piece))
        file.write(piece)

    def _too_large(self) -> ArchiveTrouble:
        gigabytes = max(1, self._order.limits.total_bytes >> 30)
        return ArchiveTrouble(
            ProblemKind.ARCHIVE_TOO_LARGE,
            members=self._order.limits.members,
            gigabytes=gigabytes,
        )
