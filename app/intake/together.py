"""Several files as one item: photos of an event, a paper photographed page by page."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.errors import DiskFull, FileUnreadable, JuanzongError
from app.evidence.descriptions import Description, normalised
from app.evidence.places import place_of
from app.intake.assignments import Assignment
from app.intake.attach import assign
from app.intake.errors import ClassifiedRefused, NotTakenIn, SecrecyDoubtful
from app.intake.parts.adding import add_attachment
from app.intake.pipeline import Ordered, run
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.intake.requests import AttachRequest
from app.isolation import Workers
from app.jobs import JobContext, Progress
from app.workspace.opening import Workspace


def attach_together(
    workspace: Workspace, workers: Workers, request: AttachRequest, job: JobContext
) -> AttachReport:
    """Take files and folders in as one item: the first is its main file, the others its parts.

    Photos among them share pages where the dossier is built so, each with its file's name below.
    A folder gives the item its name if no title is stated. Archives stay as they are.

    Raises:
        UsageError: the place does not exist, or the date is none; nothing was taken in.
        WorkspaceReadOnly: the workspace is open for reading only.
        Cancelled: what was entered before stays.
    """
    started = time.monotonic()
    place = place_of(workspace, request.target)
    stated = normalised(_named(request), workspace.today())
    found, outcomes = assign(request.paths, place, Description(), expand_archives=False)
    waiting = [replace(one, stated=stated) for one in found]
    while waiting:
        first = waiting.pop(0)
        report = run(
            workspace, workers, [first], (), job, again=request.again, cleared=request.cleared
        )
        outcomes += [((*first.order, n), o) for n, o in enumerate(report.outcomes)]
        added = report.added()
        if added:
            outcomes += _parts(workspace, workers, added[0], waiting, job, request.cleared)
            break
    ordered = tuple(outcome for _, outcome in sorted(outcomes, key=lambda one: one[0]))
    return AttachReport(ordered, time.monotonic() - started)


def _named(request: AttachRequest) -> Description:
    """The description, with the name of the one folder handed in where no title is stated."""
    if request.description.title is None and len(request.paths) == 1:
        (path,) = request.paths
        if path.is_dir():
            return replace(request.description, title=Path(path.absolute()).name)
    return request.description


def _parts(
    workspace: Workspace,
    workers: Workers,
    main: AttachOutcome,
    assignments: Sequence[Assignment],
    job: JobContext,
    cleared: str,
) -> list[Ordered]:
    item_id = main.item_id or ""
    outcomes: list[Ordered] = []
    for number, assignment in enumerate(assignments, 1):
        source = assignment.source
        outcome = AttachOutcome(source.name, source.handed_in, AttachState.PART, item_id)
        try:
            part = add_attachment(workspace, workers, item_id, source.path, job, cleared=cleared)
        except (
            ClassifiedRefused,
            SecrecyDoubtful,
            NotTakenIn,
            FileUnreadable,
            DiskFull,
        ) as error:
            outcome = _failed(outcome, error)
        else:
            outcome = replace(outcome, title=main.title, sha256=part.sha256, problems=part.problems)
        outcomes.append((assignment.order, outcome))
        job.report(Progress("attach", number + 1, len(assignments) + 1, source.own_name))
    return outcomes


def _failed(outcome: AttachOutcome, error: JuanzongError) -> AttachOutcome:
    kept_out = {ClassifiedRefused: AttachState.REFUSED, SecrecyDoubtful: AttachState.UNDECIDED}
    state = kept_out.get(type(error), AttachState.FAILED)
    return replace(outcome, state=state, item_id=None, error=error)
