"""What a person decides about the inside of a file: dismiss a finding, choose how to bind.

What is remarked of a photo (small, blurred, like another one) is dismissed the same way.

Both belong to whoever owns the item; a decision of the office about a unit's item is a return.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.conversion.model import BindingChoices
from app.evidence.errors import DismissalWithoutReason, FindingUnknown
from app.evidence.items import current, touch
from app.problems import Dismissal, ProblemKind, problem_of, stored_problem
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import Attachment, ItemRevision


@dataclass(frozen=True, slots=True)
class FindingJudgement:
    """What somebody thinks of a finding.

    Attributes:
        kind: which finding.
        reason: why it needs no more care; None: it is open (again).
        sha256: the file of the item that it is about; None: every file of the item.
    """

    kind: ProblemKind
    reason: str | None
    sha256: str | None = None


def judge_item(
    workspace: Workspace,
    item_id: str,
    verdicts: Sequence[FindingJudgement] = (),
    binding: BindingChoices | None = None,
) -> bool:
    """Dismiss findings or open them again, and say how the content is bound: all or nothing.

    Returns False if everything was so already.

    Raises:
        ItemUnknown: there is no such item.
        FindingUnknown: the item has no such finding or remark.
        DismissalWithoutReason: a reason is empty.
        OwnedByUnit, OwnedByOffice: the item is the other side's.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        item, revision = current(work.session, item_id)
        changed = [_judge(work, revision, verdict) for verdict in verdicts]
        before = BindingChoices.of(revision.binding).stored()
        others = {k: v for k, v in revision.binding.items() if k not in BindingChoices.KEYS}
        if binding is not None and before != binding.stored():
            revision.binding = binding.stored() | others
            after = binding.stored()
            work.record(
                "item.binding_chosen", item.id, title=revision.title, before=before, after=after
            )
            changed.append(True)
        if any(changed):
            touch(work, item)
            work.commit()
        return any(changed)


def _judge(work: UnitOfWork, revision: ItemRevision, verdict: FindingJudgement) -> bool:
    """Carry out one verdict; returns False if it changes nothing."""
    dismissal = None
    if verdict.reason is not None:
        if not verdict.reason.strip():
            raise DismissalWithoutReason
        dismissal = Dismissal(verdict.reason.strip(), work.actor, work.now.isoformat())
    found = changed = False
    files: list[ItemRevision | Attachment] = [revision, *revision.attachments]
    for file in files:
        if verdict.sha256 not in {None, file.blob_sha256}:
            continue
        problems = [problem_of(stored) for stored in file.problems]
        for number, problem in enumerate(problems):
            if problem.kind is verdict.kind and (problem.finding or problem.remark):
                found = True
                if _reason(problem.dismissal) != _reason(dismissal):
                    changed = True
                    problems[number] = replace(problem, dismissal=dismissal)
        if changed:
            file.problems = [stored_problem(problem) for problem in problems]
    if not found:
        raise FindingUnknown(revision.title, verdict.kind)
    if changed:
        about = {"title": revision.title, "kind": verdict.kind.value}
        if dismissal is None:
            work.record("item.finding_raised_again", revision.item_id, **about)
        else:
            work.record(
                "item.finding_dismissed", revision.item_id, **about, reason=dismissal.reason
            )
    return changed


def _reason(dismissal: Dismissal | None) -> str | None:
    return dismissal.reason if dismissal else None
