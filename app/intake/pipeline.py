"""Taking files in: look at each, refuse the classified, store, enter, account for all.

Looking happens in worker processes, copying and hashing in a few threads, entering in short
transactions in the caller's thread, all three at once. A file's original is stored before the
database names it, so a kill at any moment leaves at most an original that nothing names.
"""

import shutil
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app.archives import ArchiveLimits, ExpandOrder, Expansion, can_expand, expand
from app.errors import DiskFull, FileUnreadable, JuanzongError, WorkspaceReadOnly
from app.evidence.filing import FiledItem, ItemToFile, ReadyFile, file_items, order_placements
from app.evidence.numbering import BindingOrder
from app.evidence.uses import numbers_of
from app.faults import problem_of_fault
from app.framework.keys import PlacementId
from app.intake.again import outcome_of
from app.intake.archive_sets import Archive, archives_among, may_be_archive
from app.intake.assignments import Assignment, Looked
from app.intake.errors import ClassifiedRefused, NotTakenIn, SecrecyDoubtful
from app.intake.inspection import InspectionOrder, inspect, inspect_name_only
from app.intake.opened import LEVELS, members_of, others_of, outcome_for
from app.intake.parts.mails import with_mail_parts
from app.intake.report import KEPT_OUT, AttachOutcome, AttachReport, AttachState
from app.intake.stamps import FileStamp, inspection_seconds, stamp_of
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext, Progress
from app.leftovers import ExclusionReason
from app.originals import StoredOriginal
from app.paths import extended
from app.problems import HOLLOW, Problem, ProblemKind, some_names
from app.workroom import workroom
from app.workspace.opening import Workspace

#: Copying waits for the disk, and hashing lets go of the interpreter.
COPIERS = 3
#: How many files wait between looking and copying; more would only hold memory.
_WAITING = 32
#: A transaction costs a wait for the disk; so many files share one, unless one has waited long.
_BATCH, _PATIENCE = 16, 1.0
#: How many small files are looked at in one go.
_CHUNK = 8
_LARGE = 4 << 20


#: An outcome with its turn among all.
Ordered = tuple[tuple[int, ...], AttachOutcome]


def run(
    workspace: Workspace,
    workers: Workers,
    assignments: Sequence[Assignment],
    outcomes: Sequence[Ordered],
    job: JobContext,
    *,
    again: bool = False,
    keep_hollow: bool = True,
    cleared: str = "",
) -> AttachReport:
    """Take in what was assigned, then what the archives among it hold.

    What lies at its place already is not added once more, unless it is wanted ``again``. An
    archive that gives nothing becomes an item that says so; without ``keep_hollow`` it fails.
    What may bear a mark of state secrecy is taken in only with a reason, ``cleared``.

    Raises:
        WorkspaceReadOnly, Cancelled: see ``attach_files``.
    """
    started = time.monotonic()
    if workspace.database.read_only:
        raise WorkspaceReadOnly(workspace.layout.root)
    intake = _Intake(
        workspace,
        workers,
        job,
        outcomes,
        len(assignments),
        again=again,
        keep_hollow=keep_hollow,
        cleared=cleared,
    )
    with workroom() as room:
        for number, archive in enumerate(intake.take_in(assignments), 1):
            intake.open(archive, room / str(number), ArchiveLimits(), 1)
    intake.put_in_order()
    intake.number_present()
    complete = with_mail_parts(workspace, workers, intake.outcomes(), job)
    return AttachReport(complete, time.monotonic() - started)


class _Intake:
    """One run: keeps the outcomes and moves files from looking to storing to entering."""

    def __init__(
        self,
        workspace: Workspace,
        workers: Workers,
        job: JobContext,
        outcomes: Sequence[Ordered],
        total: int,
        *,
        again: bool,
        keep_hollow: bool,
        cleared: str,
    ) -> None:
        self._outcomes = list(outcomes)
        self._workspace = workspace
        self._workers = workers
        self._job = job
        self._total = total
        self._again = again
        self._keep_hollow = keep_hollow
        self._cleared = cleared.strip()
        self._done = 0
        self._today = workspace.today()
        self._entered_at = time.monotonic()
        self._placed: list[tuple[tuple[int, ...], PlacementId]] = []
        self._present: dict[int, str] = {}  # by the outcome's index: where the item lies

    def take_in(self, assignments: Sequence[Assignment]) -> list[Archive]:
        """Take files in; archives that must be opened are returned instead."""
        archives: list[Looked] = []
        copying: dict[Future[StoredOriginal], Looked] = {}
        with ThreadPoolExecutor(COPIERS, thread_name_prefix="copy") as copiers:
            try:
                for looked in self._look_at(assignments):
                    if looked.assignments[0].expand and may_be_archive(looked):
                        archives.append(looked)
                        continue
                    if looked.source.from_archive and can_expand(looked.inspection.file_type):
                        too_deep = Problem(ProblemKind.ARCHIVE_TOO_DEEP, {"levels": LEVELS})
                        looked = looked.with_problems(too_deep)
                    copying[copiers.submit(self._store, looked)] = looked
                    self._enter_finished(copying, wait_for_all=False)
                self._enter_finished(copying, wait_for_all=True)
            finally:
                for future in copying:
                    future.cancel()
        return archives_among(archives)

    def open(
        self, archive: Archive, work: Path, limits: ArchiveLimits, level: int
    ) -> ArchiveLimits:
        """Take in what an archive holds, and what the archives in it hold.

        One that stays closed is taken in as it is; so is one of which something could not be had,
        beside what could. Returns how much may still come out of archives around it.
        """
        work.mkdir()
        opened = self._expand(archive, work, limits)
        if isinstance(opened, Problem):
            self._keep(archive, opened)
            return limits
        refused = self._count_refused()
        members: list[Assignment] = []
        for assignment in archive.looked.assignments:
            self._count(assignment)
            self._outcomes += [
                (assignment.order, outcome) for outcome in others_of(assignment, opened)
            ]
            members += members_of(assignment, opened, level)
        self._total += len(members)
        limits = limits.spent_on(member.path.stat().st_size for member in opened.members)
        for number, inner in enumerate(self.take_in(members), 1):
            limits = self.open(inner, work / f"in{number}", limits, level + 1)
        if opened.failed and self._count_refused() == refused:
            lost = some_names(failed.name for failed in opened.failed)
            self._keep(archive, Problem(ProblemKind.ARCHIVE_MEMBERS_LOST, lost))
        else:
            for part in archive.others:
                self._leave_out(part)
        shutil.rmtree(work, ignore_errors=True)
        return limits

    def _expand(self, archive: Archive, work: Path, limits: ArchiveLimits) -> Expansion | Problem:
        looked = archive.looked
        order = ExpandOrder(
            extended(archive.parts[0] if archive.parts else looked.source.path),
            looked.source.own_name,
            archive.media_type,
            work,
            limits,
            parts=tuple(extended(part) for part in archive.parts),
            last_name=archive.last_name,
            missing=archive.missing,
        )
        seconds = sum(4 * inspection_seconds(one.stamp.size) for one in archive.every)
        result = self._workers.run(expand, order, seconds, self._job)
        if isinstance(result, Done):
            return result.value
        return problem_of_fault(result, looked.inspection.file_type.label, ProblemKind.DAMAGED)

    def _keep(self, archive: Archive, problem: Problem) -> None:
        """Take an archive in as the file or files that it is."""
        for looked in archive.every:
            if problem.kind in HOLLOW and not self._keep_hollow:
                for assignment in looked.assignments:
                    self._fail(assignment, NotTakenIn(assignment.source.name, problem))
            else:
                told = () if problem.finding else (Problem(ProblemKind.ARCHIVE_CLOSED),)
                self._store_and_enter(looked.with_problems(problem, *told))

    def _leave_out(self, part: Looked) -> None:
        """Note a part of a split archive whose content has been taken in."""
        for assignment in part.assignments:
            outcome = outcome_for(
                assignment, AttachState.EXCLUDED, exclusion=ExclusionReason.ARCHIVE_PART
            )
            self._outcomes.append((assignment.order, outcome))
            self._count(assignment)

    def _count_refused(self) -> int:
        return sum(outcome.state in KEPT_OUT for _, outcome in self._outcomes)

    # --- looking ---------------------------------------------------------------------------------

    def _look_at(self, assignments: Sequence[Assignment]) -> Iterator[Looked]:
        """Inspect files in workers, in small groups, large ones alone; yield what may go in."""
        waiting: dict[InspectionOrder, list[Assignment]] = {}
        stamps: dict[InspectionOrder, FileStamp] = {}
        small: list[IsolatedCall[InspectionOrder]] = []
        large: list[IsolatedCall[InspectionOrder]] = []
        for assignment in assignments:
            source = assignment.source
            order = InspectionOrder(
                source.path, source.name, self._today, whole=not assignment.expand
            )
            if order in waiting:  # one file for several places is looked at and stored once
                waiting[order].append(assignment)
                continue
            try:
                stamp = stamp_of(source.path)
            except OSError as error:
                detail = error.strerror or str(error)
                self._fail(assignment, FileUnreadable(source.path, detail))
                continue
            waiting[order], stamps[order] = [assignment], stamp
            task = IsolatedCall(order, inspection_seconds(stamp.size))
            (small if stamp.size < _LARGE else large).append(task)
        for tasks, chunk in ((large, 1), (small, _CHUNK)):
            for order, result in self._workers.run_each(inspect, tasks, self._job, chunk=chunk):
                stamp = stamps[order]
                if isinstance(result, Done):
                    inspection = result.value
                else:
                    inspection = inspect_name_only(order, stamp.size, result)
                if inspection.classified:
                    for assignment in waiting[order]:
                        self._refuse(
                            assignment,
                            order.name,
                            AttachState.REFUSED,
                            ClassifiedRefused(order.name, inspection.classified),
                        )
                elif problem := inspection.not_evidence:
                    for assignment in waiting[order]:
                        self._fail(assignment, NotTakenIn(assignment.source.name, problem))
                elif inspection.doubtful and not self._cleared:
                    for assignment in waiting[order]:
                        self._refuse(
                            assignment,
                            order.name,
                            AttachState.UNDECIDED,
                            SecrecyDoubtful(order.name, inspection.doubtful),
                        )
                else:
                    yield Looked(tuple(waiting[order]), inspection, stamp)

    # --- storing and entering --------------------------------------------------------------------

    def _store(self, looked: Looked) -> StoredOriginal:
        """Copy a file into the store; runs in a separate thread."""
        path = looked.source.path
        self._job.check_cancelled()
        if stamp_of(path) != looked.stamp:
            raise FileUnreadable(path, "文件正在被改动")
        return self._workspace.originals.copy_in(path, lambda _: self._job.check_cancelled())

    def _enter_finished(
        self, copying: dict[Future[StoredOriginal], Looked], *, wait_for_all: bool
    ) -> None:
        """Enter what has been copied once it is worth a transaction; keep the queue short."""
        while copying:
            self._job.check_cancelled()
            if not wait_for_all and len(copying) < _WAITING:
                return
            running = [future for future in copying if not future.done()]
            wait(running, timeout=0.2, return_when=FIRST_COMPLETED)
            finished = [future for future in copying if future.done()]
            worth_it = len(finished) >= _BATCH or time.monotonic() - self._entered_at > _PATIENCE
            if finished and (worth_it or len(finished) == len(copying)):
                self._enter([(future, copying.pop(future)) for future in finished])

    def _store_and_enter(self, looked: Looked) -> None:
        future: Future[StoredOriginal] = Future()
        try:
            future.set_result(self._store(looked))
        except (FileUnreadable, DiskFull, OSError) as error:
            future.set_exception(error)
        self._enter([(future, looked)])

    def _enter(self, batch: Sequence[tuple[Future[StoredOriginal], Looked]]) -> None:
        """Enter stored files in one transaction."""
        stored: list[tuple[Assignment, ItemToFile]] = []
        doubted: set[str] = set()
        unexpected: BaseException | None = None
        for future, looked in batch:
            error = future.exception()
            if error is None:
                if looked.inspection.doubtful:
                    doubted.add(future.result().sha256)
                for assignment in looked.assignments:
                    ready = _ready(looked, assignment, future.result())
                    stored.append(
                        (assignment, ItemToFile(ready, assignment.place, assignment.stated))
                    )
            elif isinstance(error, FileUnreadable | DiskFull | OSError):
                for assignment in looked.assignments:
                    self._fail(assignment, _reported(error, assignment))
            else:
                unexpected = error
        if stored:
            self._workspace.originals.settle(filing.ready.original.sha256 for _, filing in stored)
            stored.sort(key=lambda one: one[0].order)
            with self._workspace.database.writing() as work:
                filings = [filing for _, filing in stored]
                filed = file_items(
                    work, self._workspace.facts.framework, filings, again=self._again
                )
                for filing, item in zip(filings, filed, strict=True):
                    if filing.ready.original.sha256 in doubted and isinstance(item, FiledItem):
                        work.record("secrecy.cleared", item.item_id, reason=self._cleared)
                work.commit()
            for (assignment, filing), item in zip(stored, filed, strict=True):
                if isinstance(item, FiledItem):
                    self._placed.append((assignment.order, item.placement_id))
                else:
                    self._present[len(self._outcomes)] = item.placement_id
                outcome = outcome_of(assignment.source, filing, item, assignment.line)
                self._outcomes.append((assignment.order, outcome))
                self._count(assignment)
        self._entered_at = time.monotonic()
        if unexpected is not None:  # Cancelled, as a rule: what was stored has been entered
            raise unexpected

    def put_in_order(self) -> None:
        """Put the new items in the order in which their files were handed in.

        They were entered as they got ready; 01, 02 and 03 of a folder must follow each other.
        """
        if self._placed != sorted(self._placed):
            with self._workspace.database.writing() as work:
                placements = [placement for _, placement in sorted(self._placed)]
                order_placements(work, placements)
                work.announce("placements.reordered", "", placements=placements)
                work.commit()

    def number_present(self) -> None:
        """Say of what lies at its place already which one it is, now that all are in order."""
        if not self._present:
            return
        workspace = self._workspace
        binding = BindingOrder.of(workspace.facts.framework, workspace.registry())
        with workspace.database.reading() as session:
            numbers = numbers_of(session, list(self._present.values()), binding)
        for index, placement in self._present.items():
            order, outcome = self._outcomes[index]
            self._outcomes[index] = order, replace(outcome, number=numbers.get(placement, ""))

    # --- accounting ------------------------------------------------------------------------------

    def outcomes(self) -> tuple[AttachOutcome, ...]:
        """What became of every file, in the order in which they were handed in."""
        return tuple(outcome for _, outcome in sorted(self._outcomes, key=lambda one: one[0]))

    def _fail(self, assignment: Assignment, error: JuanzongError) -> None:
        outcome = outcome_for(assignment, AttachState.FAILED, error=error)
        self._outcomes.append((assignment.order, outcome))
        self._count(assignment)

    def _refuse(
        self, assignment: Assignment, shown: str, state: AttachState, error: JuanzongError
    ) -> None:
        """Note a file with a mark of secrecy: on the screen only, never in log or database."""
        outcome = outcome_for(assignment, state, file=shown, error=error)
        self._outcomes.append((assignment.order, outcome))
        self._count(assignment)

    def _count(self, assignment: Assignment) -> None:
        self._done += 1
        self._job.report(Progress("attach", self._done, self._total, assignment.source.own_name))


def _reported(error: FileUnreadable | DiskFull | OSError, assignment: Assignment) -> JuanzongError:
    if isinstance(error, JuanzongError):
        return error
    return FileUnreadable(assignment.source.path, error.strerror or str(error))


def _ready(looked: Looked, assignment: Assignment, original: StoredOriginal) -> ReadyFile:
    source = assignment.source
    modified = datetime.fromtimestamp(looked.stamp.modified_ns / 1e9, UTC)
    return ReadyFile(
        original=original,
        file_type=looked.inspection.file_type,
        file_name=source.own_name,
        modified_at=None if source.from_archive else modified,
        guess=looked.inspection.guess,
        problems=looked.inspection.problems,
        photo=looked.inspection.photo,
    )
