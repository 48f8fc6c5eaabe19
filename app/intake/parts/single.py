"""Taking in one file for an item that is there: a new version, or a second file."""

from datetime import UTC, datetime
from pathlib import Path

from app.errors import FileUnreadable, WorkspaceReadOnly
from app.evidence.filing import ReadyFile
from app.intake.errors import ClassifiedRefused, NotTakenIn, SecrecyDoubtful
from app.intake.inspection import InspectionOrder, inspect, inspect_name_only
from app.intake.stamps import inspection_seconds, stamp_of
from app.isolation import Done, Workers
from app.jobs import JobContext
from app.paths import readable_name
from app.workspace.opening import Workspace


def take_one(
    workspace: Workspace, workers: Workers, path: Path, job: JobContext, *, cleared: str = ""
) -> ReadyFile:
    """Look at one file, refuse it if it is classified, and store its original.

    Raises:
        ClassifiedRefused: it bears a mark of state secrecy; nothing was stored.
        NotTakenIn: it is a program, a link or a disk image; nothing was stored.
        SecrecyDoubtful: it may bear one; nothing was stored. It can be added as an item of its
            own, with the reason why it is no secret.
        FileUnreadable: it cannot be read, or changes while it is read.
        DiskFull: the disk has no room for the copy.
        WorkspaceReadOnly: the workspace is open for reading only.
        Cancelled: somebody pressed cancel.
    """
    if workspace.database.read_only:
        raise WorkspaceReadOnly(workspace.layout.root)
    path = path.absolute()
    try:
        stamp = stamp_of(path)
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    order = InspectionOrder(path, readable_name(path.name), workspace.today(), whole=True)
    result = workers.run(inspect, order, inspection_seconds(stamp.size), job)
    inspection = (
        result.value if isinstance(result, Done) else inspect_name_only(order, stamp.size, result)
    )
    if inspection.classified:
        raise ClassifiedRefused(path.name, inspection.classified)
    if problem := inspection.not_evidence:
        raise NotTakenIn(readable_name(path.name), problem)
    if inspection.doubtful and not cleared.strip():
        raise SecrecyDoubtful(path.name, inspection.doubtful)
    if stamp_of(path) != stamp:
        raise FileUnreadable(path, "文件正在被改动")
    original = workspace.originals.import_file(path, lambda _: job.check_cancelled())
    return ReadyFile(
        original=original,
        file_type=inspection.file_type,
        file_name=readable_name(path.name),
        modified_at=datetime.fromtimestamp(stamp.modified_ns / 1e9, UTC),
        guess=inspection.guess,
        problems=inspection.problems,
        photo=inspection.photo,
    )
