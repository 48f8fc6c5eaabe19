"""What waits in the inbox for a person, what failed, and what was moved out."""

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from app.errors import FileUnreadable, JuanzongError
from app.evidence.items import remove_items, restore_items
from app.filekind import FileType
from app.guessing.guess import Guess
from app.intake.errors import ClassifiedRefused, NotTakenIn, SecrecyDoubtful
from app.intake.inbox.arrivals import MOVED_OUT, Rules, Unplaced, list_inbox, scan
from app.intake.inbox.aside import folder_of_day, free_place, move_within, note_of, page_folders
from app.intake.inbox.watch import Assigned
from app.intake.inbox.wiping import erase
from app.intake.inspection import Inspection, InspectionOrder, inspect, inspect_name_only
from app.intake.stamps import FileStamp, inspection_seconds, stamp_of
from app.isolation import Done, IsolatedCall, Result, Workers
from app.jobs import JobContext
from app.originals import digest_file
from app.paths import extended, readable_name
from app.problems import Problem, ProblemKind
from app.workspace.opening import Workspace

_CHUNK = 8


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file that waits for a place.

    Attributes:
        path: where it lies, relative to the inbox.
        stamp: by what it is known to be unchanged.
        file_type: what it really is.
        guess: what it seems to be called, by whom and from when.
        problems: what is wrong with it.
        error: why it cannot be taken in, or what is wrong with its folder. A file with a mark of
            secrecy has nothing but its name and this.
    """

    path: Path
    stamp: FileStamp
    file_type: FileType | None = None
    guess: Guess = field(default_factory=Guess)
    problems: tuple[Problem, ...] = ()
    error: JuanzongError | None = None

    @property
    def modified_at(self) -> datetime:
        """When it was changed last."""
        return datetime.fromtimestamp(self.stamp.modified_ns / 1e9, UTC)

    @property
    def refused(self) -> bool:
        """True if it has a mark of state secrecy: it must neither be taken in nor shown."""
        return isinstance(self.error, ClassifiedRefused)

    @property
    def undecided(self) -> bool:
        """True if it may have one: it is taken in only with a reason."""
        return isinstance(self.error, SecrecyDoubtful)


@dataclass(frozen=True, slots=True)
class AsideFile:
    """A file that was moved aside; ``note`` says why, if anything does."""

    path: Path
    stamp: FileStamp
    note: str = ""

    @property
    def modified_at(self) -> datetime:
        """When it was changed last."""
        return datetime.fromtimestamp(self.stamp.modified_ns / 1e9, UTC)


def find_waiting(workspace: Workspace) -> tuple[Unplaced, ...]:
    """The files that wait in the inbox now, whether or not they are still being copied."""
    facts = workspace.facts
    rules = Rules(facts.framework, workspace.registry(), facts.unit_name)
    return scan(list_inbox(workspace.layout.inbox), {}, 0.0, 0.0, rules).unplaced


def look_at_waiting(
    workspace: Workspace,
    workers: Workers,
    unplaced: Sequence[Unplaced],
    known: Mapping[Path, WaitingFile],
    job: JobContext,
) -> tuple[WaitingFile, ...]:
    """Look at each waiting file, as when it is taken in; nothing is stored.

    What is ``known`` and has not changed since is not looked at again; what has gone is left out.

    Raises:
        Cancelled: nobody wants to know any more.
    """
    inbox, today = workspace.layout.inbox, workspace.today()
    found: dict[Path, WaitingFile] = {}
    orders: dict[InspectionOrder, tuple[Unplaced, FileStamp]] = {}
    for one in unplaced:
        try:
            stamp = stamp_of(inbox / one.path)
        except OSError:
            continue
        before = known.get(one.path)
        if before is not None and before.stamp == stamp:
            found[one.path] = before
            continue
        order = InspectionOrder(inbox / one.path, readable_name(one.path.name), today, whole=True)
        orders[order] = (one, stamp)
    tasks = [
        IsolatedCall(order, inspection_seconds(stamp.size)) for order, (_, stamp) in orders.items()
    ]
    for order, result in workers.run_each(inspect, tasks, job, chunk=_CHUNK):
        one, stamp = orders[order]
        try:
            found[one.path] = _waiting(one, stamp, order, result)
        except FileUnreadable as error:
            found[one.path] = WaitingFile(one.path, stamp, error=error)
    return tuple(found[one.path] for one in unplaced if one.path in found)


def _waiting(
    one: Unplaced, stamp: FileStamp, order: InspectionOrder, result: Result[Inspection]
) -> WaitingFile:
    if isinstance(result, Done):
        inspection = result.value
    else:
        _demand_readable(order.path)
        inspection = inspect_name_only(order, stamp.size, result)
    if inspection.classified:
        refused = ClassifiedRefused(readable_name(one.path.name), inspection.classified)
        return WaitingFile(one.path, stamp, error=refused)
    if problem := inspection.not_evidence:
        refusal = NotTakenIn(readable_name(one.path.name), problem)
        return WaitingFile(one.path, stamp, inspection.file_type, error=refusal)
    if inspection.doubtful:
        doubtful = SecrecyDoubtful(readable_name(one.path.name), inspection.doubtful)
        return WaitingFile(one.path, stamp, error=doubtful)
    # An archive is opened once it has a place.
    problems = tuple(p for p in inspection.problems if p.kind is not ProblemKind.ARCHIVE_CLOSED)
    return WaitingFile(one.path, stamp, inspection.file_type, inspection.guess, problems, one.error)


def _demand_readable(path: Path) -> None:
    """Raise ``FileUnreadable`` if the system does not let a file be read that stopped a worker."""
    try:
        with extended(path).open("rb") as file:
            file.read(1)
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error


def list_aside(
    workspace: Workspace, folder: str, *, most: int | None = None
) -> tuple[AsideFile, ...]:
    """What lies in 未能归档, 已移出 or 已归档, the newest day first, at ``most`` so many files.

    Paths are relative to the inbox.
    """
    inbox = workspace.layout.inbox
    days = sorted(_folders(inbox / folder), reverse=True)
    paths = (path for day in days for path in sorted(_files(day)))
    return tuple(_aside(inbox, path) for path in islice(paths, most))


def _folders(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (path for path in extended(folder).iterdir() if path.is_dir())


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder, without the notes that lie beside them."""
    every = {path for path in folder.rglob("*") if path.is_file()}
    notes = {note_of(path) for path in every}
    return (path for path in every if path not in notes)


def _aside(inbox: Path, path: Path) -> AsideFile:
    note = ""
    with suppress(OSError):
        note = note_of(path).read_text(encoding="utf-8-sig").strip()
    return AsideFile(path.relative_to(extended(inbox)), stamp_of(path), note)


def move_out(workspace: Workspace, paths: Iterable[Path]) -> tuple[tuple[Path, Path], ...]:
    """Move files that are no evidence out of the inbox, to 已移出; nothing is deleted.

    Returns where each lay and where it lies now, relative to the inbox.

    Raises:
        FileUnreadable: a program holds one of them open; then none was moved.
    """
    aside = folder_of_day(MOVED_OUT, workspace.today())
    inbox = workspace.layout.inbox
    return _all_moved(inbox, [(path, aside / path) for path in _with_page_folders(inbox, paths)])


#: A file that was moved out lies in a folder of a day, in one of the two folders.
_PARTS_OF_MOVED = 3


def put_back(workspace: Workspace, paths: Iterable[Path]) -> tuple[tuple[Path, Path], ...]:
    """Move files from 未能归档 or 已移出 back to the inbox, each to the folders that it came from.

    Returns where each lay and where it lies now. Raises as ``move_out``.
    """
    inbox = workspace.layout.inbox
    wanted = _with_page_folders(inbox, paths)
    for path in wanted:
        if len(path.parts) < _PARTS_OF_MOVED:
            raise FileUnreadable(inbox / path, os.strerror(errno.ENOENT))
    moves = _all_moved(inbox, [(path, Path(*path.parts[2:])) for path in wanted])
    for path, _ in moves:
        extended(inbox / note_of(path)).unlink(missing_ok=True)
    return moves


def _with_page_folders(inbox: Path, paths: Iterable[Path]) -> list[Path]:
    """Files to be moved, with the folders of the saved pages among them."""
    files = list(paths)
    folders = [folder for path in files for folder in page_folders(inbox, path)]
    return [*(p for p in files if not any(f in p.parents for f in folders)), *folders]


def bring_in(workspace: Workspace, paths: Iterable[Path], job: JobContext) -> tuple[Path, ...]:
    """Copy files and folders into the inbox, where they wait for a place.

    Returns the names that they have there; what has such a name already stays.

    Raises:
        FileUnreadable: one of them cannot be read or written; those before it are there.
        Cancelled: somebody pressed cancel; those copied before are there.
    """
    inbox = workspace.layout.inbox
    brought = []
    for path in paths:
        job.check_cancelled()
        target = free_place(inbox, Path(path.name))
        try:
            if path.is_dir():
                shutil.copytree(extended(path), extended(inbox / target))
            else:
                shutil.copyfile(extended(path), extended(inbox / target))
        except OSError as error:
            raise FileUnreadable(path, error.strerror or str(error)) from error
        brought.append(target)
    return tuple(brought)


def take_away(workspace: Workspace, paths: Iterable[Path], folder: Path) -> None:
    """Move files with a mark of secrecy out of the workspace, to a folder that a person chose.

    The copy is compared before the file in the inbox is overwritten and removed. The log says how
    many were dealt with, never which.

    Raises:
        FileUnreadable: a file cannot be moved; those before it have been.
    """
    inbox, count = workspace.layout.inbox, 0
    try:
        for path in paths:
            source = extended(inbox / path)
            target = extended(folder / free_place(folder, Path(path.name)))
            try:
                shutil.copy2(source, target)
                if digest_file(source) != digest_file(target):
                    raise FileUnreadable(target, "写入后核对不符")
                erase(source)
            except OSError as error:
                raise FileUnreadable(source, error.strerror or str(error)) from error
            count += 1
    finally:
        _dealt_with(workspace, "moved", count)


def delete_securely(workspace: Workspace, paths: Iterable[Path]) -> None:
    """Overwrite and delete files with a mark of secrecy; there is no way back. See ``take_away``.

    Raises:
        FileUnreadable: a file cannot be deleted; those before it are gone.
    """
    inbox, count = workspace.layout.inbox, 0
    try:
        for path in paths:
            try:
                erase(inbox / path)
                extended(inbox / note_of(path)).unlink(missing_ok=True)
            except OSError as error:
                raise FileUnreadable(inbox / path, error.strerror or str(error)) from error
            count += 1
    finally:
        _dealt_with(workspace, "deleted", count)


def _dealt_with(workspace: Workspace, how: str, count: int) -> None:
    if count:
        with workspace.database.writing() as work:
            work.record("secrecy.dealt_with", workspace.facts.id, how=how, count=count)
            work.commit()


def move_each(workspace: Workspace, moves: Iterable[tuple[Path, Path]]) -> None:
    """Carry out moves inside the inbox; a file that has gone meanwhile is passed over.

    Raises:
        FileUnreadable: a program holds one of them open; then none was moved.
    """
    inbox = workspace.layout.inbox
    _all_moved(inbox, [move for move in moves if extended(inbox / move[0]).exists()])


def unassign(workspace: Workspace, assigned: Assigned) -> None:
    """Undo an assignment: the items go to the recycle bin, their files wait in the inbox again.

    Raises:
        FileUnreadable: a program holds a file open; see ``move_each``.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    back = [(now, before) for before, now in assigned.moved]
    move_each(workspace, back)
    try:
        remove_items(workspace, assigned.items)
    except JuanzongError:
        move_each(workspace, assigned.moved)
        raise


def reassign(workspace: Workspace, assigned: Assigned) -> None:
    """Redo an assignment that was undone. Raises as ``unassign``."""
    move_each(workspace, assigned.moved)
    try:
        restore_items(workspace, assigned.items)
    except JuanzongError:
        move_each(workspace, [(now, before) for before, now in assigned.moved])
        raise


def _all_moved(inbox: Path, moves: Sequence[tuple[Path, Path]]) -> tuple[tuple[Path, Path], ...]:
    """Move files inside the inbox; if one cannot be moved, those before it are moved back."""
    done: list[tuple[Path, Path]] = []
    try:
        for path, wanted in moves:
            done.append((path, _moved(inbox, path, wanted)))
    except FileUnreadable:
        for path, now in reversed(done):
            with suppress(FileUnreadable):
                _moved(inbox, now, path)
        raise
    return tuple(done)


def _moved(inbox: Path, path: Path, wanted: Path) -> Path:
    try:
        return move_within(inbox, path, wanted)
    except OSError as error:
        raise FileUnreadable(inbox / path, error.strerror or str(error)) from error
