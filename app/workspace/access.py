"""Who may do what: the office decides, a unit speaks for itself."""

from app.framework.keys import UnitId
from app.workspace.errors import OfficeOnly, UnitOnly
from app.workspace.opening import Workspace
from models.vocabulary import WorkspaceRole


def is_office(workspace: Workspace) -> bool:
    """True if the workspace is the creation office's."""
    return workspace.facts.role is WorkspaceRole.OFFICE


def demand_office(workspace: Workspace) -> None:
    """Raises ``OfficeOnly`` in a unit's workspace."""
    if not is_office(workspace):
        raise OfficeOnly(workspace.facts.unit_name or "")


def demand_own(workspace: Workspace, unit_id: UnitId) -> None:
    """Raises ``UnitOnly`` if a unit's workspace is to speak for another unit."""
    if not is_office(workspace) and unit_id != workspace.facts.unit_id:
        raise UnitOnly(workspace.facts.unit_name or "")
