"""What a person decides about the inside of a file: to let a finding be, how to bind content.

Both belong to whoever owns the item; a decision of the office about a unit's item is a return.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.conversion.model import BindingChoices
from app.intake.errors import DismissalWithoutReason, FindingUnknown
from app.intake.items import current, touch
from app.problems import Dismissal, ProblemKind, problem_of, stored_problem
from app.workspace.opening import Workspace
from models import Attachment, ItemRevision


def dismiss_finding(
    workspace: Workspace, item_id: str, kind: ProblemKind, reason: str, sha256: str | None = None
) -> None:
    """Note that somebody looked at a finding and why it needs no more care.

    ``sha256`` names the file of the item that it is about; None: every file of the item.

    Raises:
        ItemUnknown: there is no such item.
        FindingUnknown: there is no such finding.
        DismissalWithoutReason: the reason is empty.
        OwnedByUnit, OwnedByOffice: the item is the other side's.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    reason = reason.strip()
    if not reason:
        raise DismissalWithoutReason
    _judge(workspace, item_id, kind, sha256, reason)


def raise_again(
    workspace: Workspace, item_id: str, kind: ProblemKind, sha256: str | None = None
) -> None:
    """Take a dismissal back: the finding is open again. Raises as ``dismiss_finding`` does."""
    _judge(workspace, item_id, kind, sha256, None)


def choose_binding(workspace: Workspace, item_id: str, choices: BindingChoices) -> bool:
    """Say how the content of an item's files is bound; returns False if it was so already.

    Raises:
        ItemUnknown: there is no such item.
        OwnedByUnit, OwnedByOffice: the item is the other side's.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        before = dict(revision.binding)
        if before == choices.stored():
            return False
        revision.binding = choices.stored()
        touch(work, item)
        changes = {"before": before, "after": choices.stored()}
        work.record("item.binding_chosen", item.id, title=revision.title, **changes)
        work.commit()
        return True


def _judge(
    workspace: Workspace, item_id: str, kind: ProblemKind, sha256: str | None, reason: str | None
) -> None:
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        judge = _judged(kind, reason, work.actor, work.now)
        files: list[ItemRevision | Attachment] = [revision, *revision.attachments]
        found = False
        for file in files:
            if sha256 in {None, file.blob_sha256}:
                problems = [judge(stored) for stored in file.problems]
                found = found or any(_is(stored, kind) for stored in file.problems)
                file.problems = problems
        if not found:
            raise FindingUnknown(revision.title, kind)
        touch(work, item)
        action = "item.finding_raised_again" if reason is None else "item.finding_dismissed"
        said = {} if reason is None else {"reason": reason}
        work.record(action, item.id, title=revision.title, kind=kind.value, **said)
        work.commit()


def _is(stored: dict[str, Any], kind: ProblemKind) -> bool:
    return stored["kind"] == kind.value and problem_of(stored).finding


def _judged(
    kind: ProblemKind, reason: str | None, by: str, at: datetime
) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """What a stored problem becomes; others than the one that is meant stay as they are."""
    dismissal = None if reason is None else Dismissal(reason, by, at.isoformat())

    def judge(stored: dict[str, Any]) -> dict[str, Any]:
        if not _is(stored, kind):
            return stored
        return stored_problem(replace(problem_of(stored), dismissal=dismissal))

    return judge
