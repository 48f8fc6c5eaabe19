"""Files that came out of another file: looked at and stored like any other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.evidence.filing import ReadyFile
from app.intake.inspection import Inspection, InspectionOrder, inspect, inspect_name_only
from app.intake.stamps import inspection_seconds
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext, Progress
from app.problems import Problem
from app.workspace.opening import Workspace


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that lay in another one: where it is now, and the name that it had."""

    path: Path
    name: str


def look_at(
    workspace: Workspace, workers: Workers, files: Sequence[Enclosure], job: JobContext
) -> list[Inspection]:
    """Inspect files, in order; files with a mark of secrecy are left out when storing.

    Raises:
        Cancelled: somebody pressed cancel.
    """
    today = workspace.today()
    orders = [InspectionOrder(file.path, file.name, today, whole=True) for file in files]
    tasks = [IsolatedCall(each, inspection_seconds(each.path.stat().st_size)) for each in orders]
    looked: dict[InspectionOrder, Inspection] = {}
    for order, result in workers.run_each(inspect, tasks, job):
        looked[order] = (
            result.value
            if isinstance(result, Done)
            else inspect_name_only(order, order.path.stat().st_size, result)
        )
        job.report(Progress("attach", len(looked), len(orders), order.name))
    return [looked[order] for order in orders]


def store(
    workspace: Workspace,
    file: Enclosure,
    inspection: Inspection,
    job: JobContext,
    keep: Callable[[Problem], bool] = lambda _problem: True,
) -> ReadyFile:
    """Store the original of a file that was looked at, with those of its problems to ``keep``.

    Raises:
        DiskFull: the disk has no room for the copy.
        Cancelled: somebody pressed cancel.
    """
    return ReadyFile(
        original=workspace.originals.import_file(file.path, lambda _: job.check_cancelled()),
        file_type=inspection.file_type,
        file_name=file.name,
        modified_at=None,
        guess=inspection.guess,
        problems=tuple(filter(keep, inspection.problems)),
        photo=inspection.photo,
    )
