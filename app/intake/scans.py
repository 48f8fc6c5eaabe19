"""Scans of filled-in sheets, kept as evidence of the task that they belong to."""

from collections.abc import Sequence
from pathlib import Path

from app.evidence.descriptions import Description
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.intake.together import attach_together
from app.isolation import Workers
from app.jobs import JobContext
from app.verification.slots import Slot
from app.workspace.opening import Workspace


def file_scans(
    workspace: Workspace,
    workers: Workers,
    slot: Slot,
    name: str,
    paths: Sequence[Path],
    job: JobContext,
) -> str | None:
    """Take the scans in as one item; returns its id, or None if they were refused.

    What lies there already is not added again.

    Raises:
        UsageError, WorkspaceReadOnly, Cancelled: see ``attach_files``.
    """
    request = AttachRequest(
        tuple(paths),
        Target(slot.indicator, slot.task_code, slot.unit),
        Description(title=f"{name}答卷扫描件"),
    )
    take_in = attach_together if len(paths) > 1 else attach_files
    report = take_in(workspace, workers, request, job)
    return next((one.item_id for one in report.outcomes if one.item_id), None)
