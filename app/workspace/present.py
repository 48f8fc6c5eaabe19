"""The indicator set that a workspace works by, as the database has it now."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.framework.schema import Framework
from app.framework.stored import take_stored
from models import FrameworkRecord, WorkspaceInfo


def present_framework(session: Session) -> Framework:
    """Read it. Raises ``FrameworkAltered`` if it is not the one that was stored."""
    info = session.scalars(select(WorkspaceInfo)).one()
    record = session.get_one(FrameworkRecord, info.framework_id)
    return take_stored(record.content, record.content_sha256)
