"""Taking in files, folders and archives for one place."""

from collections.abc import Iterable
from pathlib import Path

from app.evidence.descriptions import Description, normalised, numbered
from app.evidence.places import Place, place_of
from app.intake.assignments import Assignment
from app.intake.inspection import inspect
from app.intake.pipeline import Ordered, run
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.intake.requests import AttachRequest
from app.intake.sources import LeftOutSource, SourceFile, UnreadableSource, find_all
from app.isolation import Workers
from app.jobs import JobContext
from app.workspace.opening import Workspace


def attach_files(
    workspace: Workspace, workers: Workers, request: AttachRequest, job: JobContext
) -> AttachReport:
    """Take files, folders and archives in for one place.

    Raises:
        UsageError: the place does not exist, or the date is none; nothing was taken in.
        WorkspaceReadOnly: the workspace is open for reading only.
        Cancelled: somebody pressed cancel; what was entered before stays.
    """
    place = place_of(workspace, request.target)
    stated = normalised(request.description, workspace.today())
    workers.warm_up(inspect)  # while the folders are walked through
    assignments, outcomes = assign(request.paths, place, stated, expand_archives=request.expand)
    return run(
        workspace,
        workers,
        assignments,
        outcomes,
        job,
        again=request.again,
        cleared=request.cleared,
    )


def assign(
    paths: Iterable[Path],
    place: Place,
    stated: Description,
    *,
    turn: int = 0,
    line: int | None = None,
    expand_archives: bool = True,
) -> tuple[list[Assignment], list[Ordered]]:
    """Find the files of some paths; those that will not be taken in come back as outcomes.

    Both have their turn: ``turn``, then the place in which they were found.
    """
    everything = list(find_all(paths))
    count = sum(isinstance(found, SourceFile) for found in everything)
    assignments: list[Assignment] = []
    outcomes: list[Ordered] = []
    for n, found in enumerate(everything, 1):
        match found:
            case SourceFile():
                described = numbered(stated, len(assignments) + 1, count)
                assignments.append(
                    Assignment(found, place, described, (turn, n), line, expand_archives)
                )
            case LeftOutSource(name, handed_in, reason):
                state = AttachState.EXCLUDED
                outcome = AttachOutcome(name, handed_in, state, exclusion=reason, line=line)
                outcomes.append(((turn, n), outcome))
            case UnreadableSource(name, handed_in, error):
                state = AttachState.FAILED
                outcome = AttachOutcome(name, handed_in, state, error=error, line=line)
                outcomes.append(((turn, n), outcome))
    return assignments, outcomes
