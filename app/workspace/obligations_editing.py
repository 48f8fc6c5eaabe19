"""Changing who owes the points: the office's choice, and undoing it."""

from collections.abc import Callable

from app.workspace.access import demand_office
from app.workspace.obligations import Obligations
from app.workspace.obligations_store import load_obligations, save_obligations
from app.workspace.opening import Workspace


def change_obligations(
    workspace: Workspace, change: Callable[[Obligations], Obligations]
) -> Obligations:
    """Change who owes what; returns how it was before, for undoing it.

    Raises:
        OfficeOnly: the workspace is a unit's.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    demand_office(workspace)
    with workspace.database.writing() as work:
        before = load_obligations(work.session)
        after = change(before)
        if after != before:
            save_obligations(work, after)
            work.commit()
    return before
