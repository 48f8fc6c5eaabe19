"""Going back to an earlier revision: it becomes the newest one, and none is lost."""

from sqlalchemy import func, select

from app.evidence.errors import RevisionUnknown
from app.evidence.items import current, judge_period, touch
from app.workspace.opening import Workspace
from models import Attachment, ItemRevision
from models.base import new_id

_KEPT = (
    "blob_sha256",
    "file_name",
    "file_modified_at",
    "title",
    "doc_number",
    "issuer",
    "doc_date",
    "copies",
    "remark",
)


def revert_item(workspace: Workspace, item_id: str, number: int) -> int:
    """Let an item be as it was in a revision; returns the number of the new revision.

    Raises:
        ItemUnknown: there is no such item.
        RevisionUnknown: it has no revision of this number.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        item, _ = current(work.session, item_id)
        wanted = ItemRevision.item_id == item_id, ItemRevision.number == number
        old = work.session.scalar(select(ItemRevision).where(*wanted))
        if old is None:
            numbers = select(ItemRevision.number).where(ItemRevision.item_id == item_id)
            raise RevisionUnknown(number, tuple(work.session.scalars(numbers.order_by("number"))))
        last = work.session.scalar(
            select(func.max(ItemRevision.number)).where(ItemRevision.item_id == item_id)
        )
        parts = [
            Attachment(
                id=new_id(),
                position=part.position,
                role=part.role,
                blob_sha256=part.blob_sha256,
                file_name=part.file_name,
                problems=part.problems,
            )
            for part in old.attachments
        ]
        new = ItemRevision(
            id=new_id(),
            item=item,
            number=(last or 0) + 1,
            guesses=dict(old.guesses),
            problems=list(old.problems),
            binding=dict(old.binding),
            created_at=work.now,
            created_by=work.actor,
            **{name: getattr(old, name) for name in _KEPT},
        )
        new.attachments = parts
        work.session.add(new)
        item.current_revision = new.number
        work.session.flush()
        judge_period(work.session, item, workspace.facts.framework)
        touch(work, item)
        work.record("item.reverted", item.id, revision=new.number, restored=number)
        work.commit()
        return new.number
