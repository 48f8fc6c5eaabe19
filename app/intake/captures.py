"""Captured web pages become items: the page with the PDF printed from it, or its picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from app.capture.model import Capture, CapturedFile, FileRole
from app.errors import JuanzongError, UsageError
from app.evidence.descriptions import Description
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.parts.adding import add_companion_pdf
from app.intake.report import AttachOutcome, AttachState
from app.intake.requests import AttachRequest
from app.isolation import Workers
from app.jobs import JobContext, Progress
from app.web_addresses import web_address
from app.web_origin import OriginEdit
from app.workspace.opening import Workspace

#: From this status on an answer is no page that was published.
ERRORS_FROM = 400


class MainFile(StrEnum):
    """Which file of a capture becomes the item's main file."""

    PAGE = "page"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A capture and where it belongs; its files lie in ``folder``."""

    capture: Capture
    folder: Path
    target: Target


@dataclass(frozen=True, slots=True)
class TakenCapture:
    """What became of a capture.

    ``outcome`` is None if there was nothing to take in: the capture says why, or its status does.
    ``trouble`` is why the PDF printed from the page was not added to it, or, without an outcome,
    why there is no place for it.
    """

    wanted: Wanted
    outcome: AttachOutcome | None = None
    trouble: JuanzongError | None = None

    @property
    def item_id(self) -> str | None:
        """The item that was made of it."""
        outcome = self.outcome
        return outcome.item_id if outcome and outcome.state is AttachState.ADDED else None

    @property
    def fine(self) -> bool:
        """True if it lies in the workspace now, whole."""
        outcome = self.outcome
        kept = outcome is not None and outcome.state in {AttachState.ADDED, AttachState.PRESENT}
        return kept and self.trouble is None


def take_captures(
    workspace: Workspace,
    workers: Workers,
    wanted: Sequence[Wanted],
    job: JobContext,
    *,
    main: MainFile = MainFile.PAGE,
    any_status: bool = False,
    person: str = "",
) -> tuple[TakenCapture, ...]:
    """Take captures in, each as one item that says where and when it was seen, and by whom.

    Pages that a server answers with an error are left out unless ``any_status``.

    Raises:
        WorkspaceReadOnly, Cancelled: see ``attach_files``.
    """
    taken: list[TakenCapture] = []
    for number, one in enumerate(wanted):
        job.report(Progress("attach", number, len(wanted), one.capture.title))
        file = _main_file(one.capture, main)
        failed = one.capture.fault is not None
        if failed or file is None or (one.capture.status >= ERRORS_FROM and not any_status):
            taken.append(TakenCapture(one))
            continue
        try:
            taken.append(_take(workspace, workers, one, file, person or workspace.actor, job))
        except UsageError as error:
            taken.append(TakenCapture(one, trouble=error))
    job.report(Progress("attach", len(wanted), len(wanted)))
    return tuple(taken)


def _take(
    workspace: Workspace,
    workers: Workers,
    wanted: Wanted,
    file: CapturedFile,
    person: str,
    job: JobContext,
) -> TakenCapture:
    capture, folder = wanted.capture, wanted.folder
    request = AttachRequest(
        (folder / file.name,),
        wanted.target,
        Description(_title(capture, file), origin=_origin(capture, person)),
        expand=False,
    )
    outcome = attach_files(workspace, workers, request, job).outcomes[0]
    printed = capture.file(FileRole.PDF)
    added = outcome.state is AttachState.ADDED and outcome.item_id
    if not added or printed is None or file.role is not FileRole.PAGE:
        return TakenCapture(wanted, outcome)
    try:
        add_companion_pdf(workspace, workers, str(outcome.item_id), folder / printed.name, job)
    except JuanzongError as error:
        job.check_cancelled()
        return TakenCapture(wanted, outcome, error)
    return TakenCapture(wanted, outcome)


def _main_file(capture: Capture, main: MainFile) -> CapturedFile | None:
    if download := capture.file(FileRole.DOWNLOAD):
        return download
    order = [FileRole.PAGE, FileRole.PDF, FileRole.PICTURE]
    if main is MainFile.PICTURE:
        order = [FileRole.PICTURE]
    return next((file for role in order if (file := capture.file(role))), None)


def _title(capture: Capture, file: CapturedFile) -> str | None:
    """The page's title; of a file that was downloaded its own words say more."""
    if file.role is FileRole.DOWNLOAD:
        return None
    return " ".join(capture.title.split())[:200] or None


def _origin(capture: Capture, person: str) -> OriginEdit:
    moment = capture.captured_at
    final = web_address(capture.final) or ""  # one that is too long is left out
    try:
        moment = datetime.fromisoformat(moment).strftime("%Y-%m-%dT%H:%M")
    except ValueError:
        moment = ""
    return OriginEdit(
        address=capture.asked,
        final_address=final if final != capture.asked else "",
        looked_up_at=moment,
        looked_up_by=person,
    )
