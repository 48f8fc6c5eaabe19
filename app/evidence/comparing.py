"""Which words differ between two revisions, as far as words can be read from them."""

from app.evidence.revisions import RevisionRow
from app.evidence.text_difference import Side, TextDifference
from app.evidence.text_reading import compare_sides
from app.isolation import Done, Workers
from app.jobs import JobContext
from app.workspace.opening import Workspace

_SECONDS = 30.0


def compare_texts(
    workspace: Workspace,
    workers: Workers,
    before: RevisionRow,
    after: RevisionRow,
    job: JobContext,
) -> TextDifference:
    """Read both files in a process that can be killed, and compare what they say.

    Raises:
        OriginalMissing: a file is gone from the store.
        Cancelled: somebody pressed cancel.
    """
    if before.sha256 == after.sha256:
        return TextDifference(readable=True)
    sides = tuple(
        Side(workspace.originals.path(row.sha256), row.file_type, row.size)
        for row in (before, after)
    )
    result = workers.run(compare_sides, sides, _SECONDS, job)
    return result.value if isinstance(result, Done) else TextDifference(readable=False)
