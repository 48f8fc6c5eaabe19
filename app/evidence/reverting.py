"""Going back to an earlier revision: it becomes the newest one, and none is lost."""

from sqlalchemy import select

from app.evidence.errors import RevisionUnknown
from app.evidence.items import current, judge_places, touch
from app.evidence.successors import add_successor
from app.workspace.opening import Workspace
from models import ItemRevision


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
        new = add_successor(work, item, old)
        judge_places(work.session, item, workspace.facts.framework)
        touch(work, item)
        work.record("item.reverted", item.id, revision=new.number, restored=number)
        work.commit()
        return new.number
