"""Taking files, folders and archives in for one place."""

from collections.abc import Iterable
from pathlib import Path

from app.intake.inspection import inspect
from app.intake.pipeline import Assignment, run
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.intake.requests import (
    AttachRequest,
    Description,
    Place,
    Target,
    normalised,
    numbered,
    resolve,
)
from app.intake.sources import LeftOutSource, SourceFile, UnreadableSource, find_files
from app.intake.stamps import today_of
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
    stated = normalised(request.description, today_of(workspace))
    workers.warm_up(inspect)  # while the folders are walked through
    assignments, outcomes = assign(request.paths, place, stated, expand_archives=request.expand)
    return run(workspace, workers, assignments, outcomes, job, again=request.again)


def assign(
    paths: Iterable[Path],
    place: Place,
    stated: Description,
    *,
    turn: int = 0,
    line: int | None = None,
    expand_archives: bool = True,
) -> tuple[list[Assignment], list[AttachOutcome]]:
    """Find the files of some paths; those that will not be taken in come back as outcomes."""
    files: list[SourceFile] = []
    outcomes: list[AttachOutcome] = []
    for path in paths:
        for found in find_files(path):
            match found:
                case SourceFile():
                    files.append(found)
                case LeftOutSource(name, handed_in, reason):
                    outcomes.append(
                        AttachOutcome(
                            name, handed_in, AttachState.EXCLUDED, exclusion=reason, line=line
                        )
                    )
                case UnreadableSource(name, handed_in, error):
                    outcomes.append(
                        AttachOutcome(name, handed_in, AttachState.FAILED, error=error, line=line)
                    )
    assignments = [
        Assignment(file, place, numbered(stated, n, len(files)), (turn, n), line, expand_archives)
        for n, file in enumerate(files, 1)
    ]
    return assignments, outcomes


def place_of(workspace: Workspace, target: Target) -> Place:
    """Check a target against a workspace. Raises as ``app.intake.requests.resolve``."""
    facts = workspace.facts
    return resolve(target, facts.framework, workspace.registry(), facts.unit_name)
