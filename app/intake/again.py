"""What was entered or lay there already, as an outcome; and adding the latter all the same."""

from collections.abc import Sequence
from dataclasses import replace

from app.intake.filing import FiledItem, Filing, file_items
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.intake.sources import SourceFile
from app.intake.uses import PresentItem
from app.originals import StoreOutcome
from app.workspace.opening import Workspace


def outcome_of(
    source: SourceFile, filing: Filing, item: FiledItem | PresentItem, line: int | None
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
    """Add files all the same that lay at their places already; each is an item of its own then.

    Their originals are stored, so the files themselves need not be there any more.

    Raises:
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    filings = [_stored(outcome.filing) for outcome in outcomes if outcome.filing is not None]
    with workspace.database.writing() as work:
        filed = iter(file_items(work, filings, again=True))
        work.commit()
    return AttachReport(
        tuple(
            outcome if outcome.filing is None else _added(outcome, next(filed))
            for outcome in outcomes
        )
    )


def _stored(filing: Filing) -> Filing:
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
        rank=None,
        filing=None,
    )
