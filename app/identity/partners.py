"""Names of partners: from this workspace's own register, never from their packages."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.terms import WORKSPACE_ROLE_NAMES
from models import Unit
from models.exchange import OFFICE
from models.vocabulary import WorkspaceRole

#: What the office is called in every workspace.
OFFICE_NAME = WORKSPACE_ROLE_NAMES[WorkspaceRole.OFFICE]


def partner_names(session: Session) -> Mapping[str, str]:
    """The name of every partner by its id; units that are out of use are among them."""
    units = session.execute(select(Unit.id, Unit.name))
    return {OFFICE: OFFICE_NAME} | {row.id: row.name for row in units}
