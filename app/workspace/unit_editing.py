"""Changing units and groups: one transaction, log entries, and undoing it."""

from collections.abc import Callable
from dataclasses import dataclass

from app.workspace.errors import OwnUnitRetired
from app.workspace.opening import Workspace
from app.workspace.unit_state import RegistryState, UnitChange, changes_between, put_back
from app.workspace.unit_store import read_state, write_state


@dataclass(frozen=True)
class UnitTurn:
    """A change that was made; ``undo_change`` takes it back."""

    before: RegistryState
    after: RegistryState

    @property
    def changes(self) -> tuple[UnitChange, ...]:
        """What was changed."""
        return changes_between(self.before, self.after)


def change_units(
    workspace: Workspace, change: Callable[[RegistryState], RegistryState]
) -> UnitTurn:
    """Put ``change`` of the present state into the database, all of it or nothing.

    Raises:
        OwnUnitRetired: the workspace's own unit would go out of use.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    with workspace.database.writing() as work:
        before = read_state(work.session)
        after = change(before)
        _guard_own(workspace, after)
        write_state(work, before, after)
        work.commit()
    workspace.reload_facts()
    return UnitTurn(before, after)


def undo_change(workspace: Workspace, turn: UnitTurn) -> UnitTurn:
    """Take a change back; what was changed otherwise meanwhile stays."""
    at = workspace.database.now()
    return change_units(workspace, lambda now: put_back(now, turn.before, turn.after, at))


def redo_change(workspace: Workspace, turn: UnitTurn) -> UnitTurn:
    """Make a change again that was taken back."""
    return undo_change(workspace, UnitTurn(turn.after, turn.before))


def _guard_own(workspace: Workspace, after: RegistryState) -> None:
    own = workspace.facts.unit_id
    if own and after.unit(own).retired_at:
        raise OwnUnitRetired(after.unit(own).name)
