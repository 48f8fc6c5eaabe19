"""Removing and restoring many items at once: one step, all or nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.evidence.items import set_removed
from app.evidence.moving import displace, replace_at
from app.evidence.placements import live_placement
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace
from models import Placement


@dataclass(frozen=True, slots=True)
class Presence:
    """Items that go into the recycle bin or leave it, placements that go or come back."""

    items_out: tuple[str, ...] = ()
    places_out: tuple[str, ...] = ()
    items_in: tuple[str, ...] = ()
    places_in: tuple[str, ...] = ()

    @property
    def reverse(self) -> "Presence":
        """The change that takes this one back."""
        return Presence(self.items_in, self.places_in, self.items_out, self.places_out)


def change_presence(workspace: Workspace, change: Presence) -> None:
    """Carry a change out in one transaction.

    Raises:
        ItemUnknown, PlacementUnknown: one of them does not exist; then nothing changed.
        AlreadyPlaced: an item lies at its old place again; then nothing changed.
        OwnedByUnit, OwnedByOffice: one is the other side's; then nothing changed.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        carry_out(work, workspace, change)
        work.commit()


def remove_from(workspace: Workspace, placement_ids: Sequence[str]) -> Presence:
    """Take items away from places; one that lies nowhere else goes into the recycle bin.

    Returns what was done, whose ``reverse`` takes it back. Raises as ``change_presence``.
    """
    with workspace.database.writing() as work:
        rows = [live_placement(work.session, p) for p in dict.fromkeys(placement_ids)]
        taken = Counter(row.item_id for row in rows)
        lying = Counter(
            work.session.scalars(
                select(Placement.item_id).where(
                    Placement.item_id.in_(taken), Placement.removed_at.is_(None)
                )
            )
        )
        binned = tuple(item for item in taken if taken[item] >= lying[item])
        displaced = tuple(row.id for row in rows if row.item_id not in binned)
        change = Presence(items_out=binned, places_out=displaced)
        carry_out(work, workspace, change)
        work.commit()
    return change


def carry_out(work: UnitOfWork, workspace: Workspace, change: Presence) -> None:
    """Carry a change out within a unit of work."""
    set_removed(work, change.items_in, removed=False)
    work.session.flush()
    replace_at(work, workspace, change.places_in)
    displace(work, workspace, change.places_out)
    set_removed(work, change.items_out, removed=True)
