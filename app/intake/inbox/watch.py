"""Watching the inbox: a file that is complete is taken in and moved aside."""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from app.errors import DiskFull, FileUnreadable, JuanzongError
from app.evidence.descriptions import Description
from app.evidence.filing import is_filed
from app.evidence.places import Target, place_of
from app.folder_watch import FolderWatch
from app.intake.assignments import Assignment
from app.intake.inbox.arrivals import (
    FILED,
    NOT_FILED,
    Arrivals,
    Ready,
    Rules,
    SeenFile,
    Unplaced,
    list_inbox,
    scan,
    with_other_parts,
    without,
)
from app.intake.inbox.aside import folder_of_day, free_place, move_within, page_folders, write_note
from app.intake.pipeline import run
from app.intake.report import KEPT_OUT, AttachOutcome, AttachReport, AttachState
from app.intake.sources import SourceFile
from app.intake.stamps import FileStamp
from app.isolation import Workers
from app.jobs import Cancelled, JobContext, SilentJob
from app.names.sentence import Describe
from app.originals import digest_file
from app.paths import extended, readable_name
from app.workspace.opening import Workspace

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WatchSettings:
    """How patient the watcher is.

    Attributes:
        stable_seconds: how long a file must lie unchanged before it is touched.
        scan_seconds: how often the inbox is looked through even if nothing stirs; folders on
            network drives send no events.
    """

    stable_seconds: float = 3.0
    scan_seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class WatchReport:
    """What one look at the inbox led to.

    Attributes:
        outcomes: what became of the files that were taken in, or not.
        unplaced: files that wait for a human to give them a place.
        settling: how many files are still being copied.
        trouble: why the look failed as a whole; the watch goes on.
    """

    outcomes: tuple[AttachOutcome, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    settling: int = 0
    trouble: Exception | None = None


@dataclass(frozen=True, slots=True)
class Assigned:
    """What came of giving waiting files a place.

    Attributes:
        outcomes: what became of each file, as when files are attached.
        moved: where each file lay and where it lies now, relative to the inbox.
    """

    outcomes: tuple[AttachOutcome, ...]
    moved: tuple[tuple[Path, Path], ...]

    @property
    def items(self) -> tuple[str, ...]:
        """The items that the files became."""
        return tuple(o.item_id for o in AttachReport(self.outcomes).added() if o.item_id)


class Inbox:
    """The inbox of a workspace, looked at step by step."""

    def __init__(
        self,
        workspace: Workspace,
        workers: Workers,
        describe: Describe,
        settings: WatchSettings | None = None,
    ) -> None:
        """``describe`` words the errors that stand in the note beside a file put aside."""
        self.settings = settings or WatchSettings()
        self.folder = workspace.layout.inbox
        self._workspace = workspace
        self._workers = workers
        self._describe = describe
        self._seen: Mapping[Path, SeenFile] = {}
        self._left_alone: dict[Path, FileStamp] = {}
        self._to_move: dict[Path, str] = {}
        self._moved: dict[Path, Path] = {}

    def step(self, now: float, job: JobContext) -> WatchReport:
        """Look once, take in what is ready, and move it aside.

        What was stored goes to 已归档/<day>/, what could not be to 未能归档/<day>/ with a note. A
        classified file is neither moved nor named anywhere: it stays until somebody takes it away.

        Args:
            now: seconds on a clock that never goes back.
            job: progress and cancellation.

        Raises:
            Cancelled: the watch is to end; what was taken in stays taken in.
            WorkspaceReadOnly: the workspace is open for reading only.
        """
        facts = self._workspace.facts
        rules = Rules(facts.framework, self._workspace.registry(), facts.unit_name)
        listed = list_inbox(self.folder)
        self._left_alone = {p: s for p, s in self._left_alone.items() if listed.get(p) == s}
        self._move_late(listed)
        candidates = {p: s for p, s in listed.items() if p not in self._left_alone}
        decisions = scan(candidates, self._seen, now, self.settings.stable_seconds, rules)
        self._seen = decisions.seen
        ready = [one for one in decisions.ready if self._opens(one.path)]
        settling = len(self._settling(decisions, ready))
        outcomes = self._take_in(ready, listed, job) if ready else ()
        return WatchReport(outcomes, decisions.unplaced, settling)

    def assign(
        self,
        paths: Sequence[Path],
        target: Target,
        job: JobContext,
        *,
        again: bool = False,
        cleared: str = "",
    ) -> Assigned:
        """Take waiting files in at the place that a person chose; move them aside like ``step``.

        Args:
            paths: the files, relative to the inbox.
            target: where they belong.
            job: progress and cancellation.
            again: also adds what lies at the place already, which else is only told.
            cleared: why a file that may bear a mark of state secrecy is none.

        Raises:
            UsageError: there is no such place; nothing was taken in.
            Cancelled: somebody pressed cancel; what was entered before stays and is moved aside.
            WorkspaceReadOnly: the workspace is open for reading only.
        """
        place = place_of(self._workspace, target)
        listed = list_inbox(self.folder)
        wanted = with_other_parts(paths, listed)
        ready = [Ready(path, readable_name(path.name), place) for path in wanted if path in listed]
        if not ready:
            return Assigned((), ())
        try:
            outcomes = self._take_in(ready, listed, job, again=again, cleared=cleared)
        except Cancelled:
            for one in ready:
                self._move_if_filed(one, listed)
            raise
        return Assigned(outcomes, tuple(self._moved.items()))

    def _move_if_filed(self, one: Ready, listed: Mapping[Path, FileStamp]) -> None:
        digests = digest_file(self.folder / one.path)
        with self._workspace.database.reading() as session:
            filed = is_filed(session, digests.sha256, one.name.rpartition("/")[2], one.place)
        if filed:
            self._move(one.path, FILED, listed)

    def _move_late(self, listed: Mapping[Path, FileStamp]) -> None:
        """Move what was held open by another program when its turn came."""
        for path, folder in list(self._to_move.items()):
            if path in self._left_alone:
                self._move(path, folder, listed)
            else:
                del self._to_move[path]

    def _settling(self, decisions: Arrivals, ready: Sequence[Ready]) -> set[Path]:
        """What is still being copied, or held open by the program that writes it."""
        return {*decisions.settling, *(r.path for r in decisions.ready)} - {r.path for r in ready}

    def _opens(self, path: Path) -> bool:
        try:
            with extended(self.folder / path).open("rb"):
                return True
        except OSError:
            return False

    def _take_in(
        self,
        ready: Sequence[Ready],
        listed: Mapping[Path, FileStamp],
        job: JobContext,
        *,
        again: bool = False,
        cleared: str = "",
    ) -> tuple[AttachOutcome, ...]:
        assignments = [
            Assignment(
                SourceFile(self.folder / one.path, one.name, self.folder / one.path),
                one.place,
                Description(),
                (number, 0),
            )
            for number, one in enumerate(ready, 1)
        ]
        self._moved = {}
        report = run(
            self._workspace,
            self._workers,
            assignments,
            (),
            job,
            again=again,
            keep_hollow=False,
            cleared=cleared,
        )
        by_source: dict[Path, list[AttachOutcome]] = {}
        for outcome in report.outcomes:
            by_source.setdefault(outcome.source, []).append(outcome)
        for one in ready:
            self._move_aside(one.path, by_source.get(self.folder / one.path, []), listed)
        self._seen = without(self._seen, (one.path for one in ready))
        return report.outcomes

    def _move_aside(
        self, path: Path, outcomes: Sequence[AttachOutcome], listed: Mapping[Path, FileStamp]
    ) -> None:
        errors = [outcome.error for outcome in outcomes if outcome.error is not None]
        if any(outcome.state in KEPT_OUT for outcome in outcomes):
            self._left_alone[path] = listed[path]
        elif any(isinstance(error, FileUnreadable | DiskFull) for error in errors):
            return  # it may well go next time
        elif errors:
            notes = "\n".join(str(self._describe(error)) for error in errors)
            write_note(self.folder, free_place(self.folder, self._aside(path, NOT_FILED)), notes)
            self._move(path, NOT_FILED, listed)
        elif all(
            self._workspace.originals.contains(outcome.sha256)
            for outcome in outcomes
            if outcome.state in {AttachState.ADDED, AttachState.PRESENT}
        ):
            self._move(path, FILED, listed)

    def _aside(self, path: Path, folder: str) -> Path:
        return folder_of_day(folder, self._workspace.today()) / path

    def _move(self, path: Path, folder: str, listed: Mapping[Path, FileStamp]) -> None:
        """Move a file aside; later, if some program holds it open."""
        try:
            self._moved[path] = now = move_within(self.folder, path, self._aside(path, folder))
            for inside in page_folders(self.folder, path):
                wanted = now.parent / inside.name
                self._moved[inside] = move_within(self.folder, inside, wanted)
        except OSError:
            # Windows does not move what is open; until then it must not be taken in once more.
            self._left_alone[path] = listed[path]
            self._to_move[path] = folder
        else:
            self._to_move.pop(path, None)


class InboxWatcher(FolderWatch):
    """Watches an inbox in a separate thread; events and a timer wake it.

    ``on_report`` is called in that thread after each look that found something new.
    """

    def __init__(
        self, inbox: Inbox, on_report: Callable[[WatchReport], None], job: JobContext | None = None
    ) -> None:
        super().__init__("inbox", (inbox.folder,), job or SilentJob())
        self._inbox = inbox
        self._on_report = on_report
        self._last: tuple[Path, ...] | None = None

    def look(self, *, asked: bool) -> float:
        """Look once and report what is new, or in any case if somebody ``asked``."""
        settings = self._inbox.settings
        try:
            report = self._inbox.step(time.monotonic(), self.job)
        except Cancelled:
            raise
        except (JuanzongError, OSError, SQLAlchemyError) as error:
            # A full disk or a busy database passes; the files stay where they are till then.
            log.warning("the inbox could not be looked at", exc_info=True)
            self._on_report(WatchReport(trouble=error))
            return settings.scan_seconds
        unplaced = tuple(one.path for one in report.unplaced)
        if asked or report.outcomes or unplaced != self._last:
            self._on_report(report)
        self._last = unplaced
        return settings.stable_seconds if report.settling else settings.scan_seconds
