"""What lay there already, as an outcome; and adding it once more if people want it."""

from collections.abc import Sequence
from dataclasses import replace

from app.evidence.filing import FiledItem, ItemToFile, file_items
from app.evidence.items import current
from app.evidence.second_files import SecondFile, append_part
from app.evidence.uses import PresentItem
from app.filetypes.formats import MAIL_TYPES
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.intake.sources import SourceFile
from app.originals import StoreOutcome
from app.problems import ProblemKind
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import Blob
from models.vocabulary import AttachmentRole

_LEFT = ProblemKind.MAIL_ATTACHMENTS_LEFT.value


def outcome_of(
    source: SourceFile, filing: ItemToFile, item: FiledItem | PresentItem, line: int | None
) -> AttachOutcome:
    """What became of a file that was handed to the database."""
    outcome = AttachOutcome(
        file=source.name,
        source=source.handed_in,
        state=AttachState.PRESENT,
        item_id=item.item_id,
        title=item.title,
        sha256=filing.ready.original.sha256,
        mended=filing.ready.original.outcome is StoreOutcome.MENDED,
        line=line,
    )
    if isinstance(item, PresentItem):
        return replace(outcome, filing=filing)
    return _added(outcome, item)


def add_again(workspace: Workspace, outcomes: Sequence[AttachOutcome]) -> AttachReport:
    """Add files that were at their places already once more; each becomes another item.

    Their originals are stored, so the files themselves need not be there any more.

    Raises:
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    filings = [_stored(outcome.filing) for outcome in outcomes if outcome.filing is not None]
    with workspace.database.writing() as work:
        filed = iter(file_items(work, workspace.facts.framework, filings, again=True))
        added = tuple(
            outcome if outcome.filing is None else _added(outcome, next(filed))
            for outcome in outcomes
        )
        for before, now in zip(outcomes, added, strict=True):
            if before.filing is not None and before.item_id and now.item_id:
                _copy_mail_parts(work, before.item_id, now.item_id)
        work.commit()
    return AttachReport(added)


def _copy_mail_parts(work: UnitOfWork, present: str, added: str) -> None:
    """Give a mail that is added once more the attachments that it came with."""
    _, before = current(work.session, present, removed_too=True)
    item, revision = current(work.session, added)
    blob = work.session.get_one(Blob, revision.blob_sha256)
    if blob.media_type not in MAIL_TYPES:
        return
    for part in before.attachments:
        if part.role is AttachmentRole.ATTACHMENT:
            second = SecondFile(part.blob_sha256, part.file_name, tuple(part.problems))
            append_part(work, item, revision, second, part.role)
    revision.problems = [problem for problem in revision.problems if problem["kind"] != _LEFT] + [
        problem for problem in before.problems if problem["kind"] == _LEFT
    ]


def _stored(filing: ItemToFile) -> ItemToFile:
    """The filing of a file whose original has been in the store since it was first handed in."""
    original = replace(filing.ready.original, outcome=StoreOutcome.PRESENT)
    return replace(filing, ready=replace(filing.ready, original=original))


def _added(outcome: AttachOutcome, item: FiledItem | PresentItem) -> AttachOutcome:
    assert isinstance(item, FiledItem)
    return replace(
        outcome,
        state=AttachState.ADDED,
        item_id=item.item_id,
        title=item.title,
        problems=item.problems,
        used_at=item.used_at,
        number="",
        filing=None,
    )
